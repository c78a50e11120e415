"""The cells of a page's tables: which are a table's, and which only how mail lays a page out."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

Cell = tuple[int, int, int]
"""Table, row and column, each counted from 0."""
CELLS = ("td", "th")
_WHOLE = ("p", "li", "div", "table")
_PARTS = ("thead", "tbody", "tfoot")


@dataclass(slots=True)
class _Table:
    number: int
    several: bool
    row: int = -1
    column: int = -1


@dataclass(slots=True)
class Cells:
    """The tables that are open while a page is read."""

    _inside: list[Cell | None] = field(default_factory=lambda: [None])
    _open: list[_Table] = field(default_factory=list)
    _met: int = 0

    @property
    def here(self) -> Cell | None:
        """The cell that is being read, or None outside of tables."""
        return self._inside[-1]

    def enter(self, name: str, element: etree._Element) -> None:
        """A table, a row or a cell begins."""
        table = self._open[-1] if self._open else None
        if name == "table":
            self._open.append(_Table(self._met, _has_columns(element)))
            self._met += 1
        elif name in CELLS:
            if table is not None:
                table.column += 1
            self._inside.append(_cell(table, element) if table is not None else None)
        elif table is not None:
            table.row, table.column = table.row + 1, -1

    def leave(self, name: str) -> None:
        """A table, a row or a cell ends."""
        if name == "table" and self._open:
            self._open.pop()
        elif name in CELLS:
            self._inside.pop()


def _cell(table: _Table, element: etree._Element) -> Cell | None:
    """The place of a cell; a row of one cell is how mail lays out a page, save a line across a table of columns."""
    alone = not any(one.tag in CELLS for before in (True, False) for one in element.itersiblings(preceding=before))
    if alone and not (table.several and sum(1 for _ in element.iterdescendants(*_WHOLE)) <= 1):
        return None
    return table.number, max(table.row, 0), table.column


def _has_columns(table: etree._Element) -> bool:
    """Whether any row of a table has several cells."""
    rows = [
        *table.iterchildren("tr"),
        *(row for part in table.iterchildren(*_PARTS) for row in part.iterchildren("tr")),
    ]
    return any(sum(1 for _ in row.iterchildren(*CELLS)) > 1 for row in rows)
