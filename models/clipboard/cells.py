"""The cells of a page's tables: which are a table's, and which only how mail lays a page out."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from models.clipboard.merged_cells import CELLS, Grid, grid_of

Cell = tuple[int, int, int]
"""Table, row and column, each counted from 0."""
_WHOLE = ("p", "li", "div", "table")


@dataclass(slots=True)
class _Table:
    number: int
    grid: Grid

    @property
    def several(self) -> bool:
        """Whether any row has several cells."""
        return any(count > 1 for count in self.grid.wide.values())


@dataclass(slots=True)
class Cells:
    """The tables that are open while a page is read."""

    _inside: list[Cell | None] = field(default_factory=lambda: [None])
    _open: list[_Table] = field(default_factory=list)
    _met: int = 0
    merged: bool = False

    @property
    def here(self) -> Cell | None:
        """The cell that is being read, or None outside of tables."""
        return self._inside[-1]

    def enter(self, name: str, element: etree._Element) -> None:
        """A table or a cell begins."""
        if name == "table":
            grid = grid_of(element)
            self._open.append(_Table(self._met, grid))
            self._met += 1
            self.merged = self.merged or bool(grid.empty)
        elif name in CELLS:
            self._inside.append(_cell(self._open[-1], element) if self._open else None)

    def empty_before(self, element: etree._Element) -> list[Cell]:
        """The cells without words before a cell, or before the end of a row: others reach over them."""
        table = self._open[-1] if self._open else None
        return [(table.number, *place) for place in table.grid.empty.get(element, ())] if table is not None else []

    def leave(self, name: str) -> None:
        """A table, a row or a cell ends."""
        if name == "table" and self._open:
            self._open.pop()
        elif name in CELLS:
            self._inside.pop()


def _cell(table: _Table, element: etree._Element) -> Cell | None:
    """The place of a cell; a row of one cell is how mail lays out a page, save a line across a table of columns."""
    if element not in table.grid.place:
        return None
    row, column = table.grid.place[element]
    alone = table.grid.wide[row] == 1
    if alone and not (table.several and sum(1 for _ in element.iterdescendants(*_WHOLE)) <= 1):
        return None
    return table.number, row, column
