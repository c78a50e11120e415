"""Columns of a table's grid for cells that come: LibreOffice shows none that the grid of the file does not count."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lxml import etree

from models.word.markup import child_of, element, whole
from models.word.namespaces import w
from models.word.resolving.joining import cells_of

_MOST = 1000  # columns that one cell may say it reaches over


def widen_grid(table: etree._Element, came: Collection[etree._Element]) -> None:
    """Let the grid of a table count cells that `came`, in its rows or with rows of their own, in the width it had.

    That is not tracked: the widths that Word goes by are those of the cells, and a change of the grid, which can have
    no author, would be one more for whoever reads them. A grid that did not count what the old file has is left as it
    is, and so is one that others have changed.
    """
    grid = child_of(table, w("tblGrid"))
    if grid is None or child_of(grid, w("tblGridChange")) is not None:
        return
    columns = grid.findall(w("gridCol"))
    rows = {row: list(_reaches(row, came)) for row in _rows(table)}
    stood = max((sum(wide for wide, new in row if not new) for row in rows.values()), default=0)
    widest = max(rows.values(), key=lambda row: sum(wide for wide, _ in row), default=[])
    more = sum(wide for wide, _ in widest) - len(columns)
    if more <= 0 or not columns or len(columns) < stood:
        return
    made = list(columns)
    at = 0
    for wide, new in widest:
        for _ in range(min(wide, more) if new else 0):
            made.insert(at, element("gridCol"))
            more -= 1
        at += wide
    known = [whole(one.get(w("w"))) for one in columns]
    widths = [one for one in known if one is not None]
    for one in made if widths else ():
        own = whole(one.get(w("w"))) or sum(widths) // len(widths)
        one.set(w("w"), str(own * len(columns) // len(made)))
    grid[:] = made


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, without those of tables within it."""
    return (row for row in table.iter(w("tr")) if next(row.iterancestors(w("tbl"))) is table)


def _reaches(row: etree._Element, came: Collection[etree._Element]) -> Iterator[tuple[int, bool]]:
    """Over how many columns each cell of a row reaches, and what the row leaves free; and whether it is new."""
    whole_row = row in came
    yield said_of_grid(row, "trPr", "gridBefore", 0), whole_row
    for cell in cells_of(row):
        yield said_of_grid(cell, "tcPr", "gridSpan", 1) or 1, whole_row or cell in came
    yield said_of_grid(row, "trPr", "gridAfter", 0), whole_row


def said_of_grid(holder: etree._Element, properties: str, name: str, usual: int) -> int:
    """How many columns the properties of a row or a cell name, or as many as are `usual` where they say nothing."""
    own = child_of(holder, w(properties))
    said = child_of(own, w(name)) if own is not None else None
    number = whole(said.get(w("val"))) if said is not None else None
    return usual if number is None else min(max(number, 0), _MOST)
