"""Where the cells of a page's table stand, though cells before and above them reach over several columns and rows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from models.reading.table_columns import MOST_COLUMNS, MOST_ROWS, Row, columns_of

CELLS = ("td", "th")


@dataclass(slots=True)
class Grid:
    """The rows and columns of the cells of one table, and of how many cells each row is made.

    `empty` are the places before a cell, or before the end of a row, at which a cell goes on from the row above.
    """

    place: dict[etree._Element, tuple[int, int]] = field(default_factory=dict)
    wide: dict[int, int] = field(default_factory=dict)
    empty: dict[etree._Element, list[tuple[int, int]]] = field(default_factory=dict)


def grid_of(table: etree._Element) -> Grid:
    """The grid of a table as browsers make it."""
    grid = Grid()
    rows = _rows(table)
    reach = [Row([_reach(cell) for cell in cells]) for _, cells in rows]
    for number in reversed(range(len(rows))):
        ends = number + 1 == len(rows) or rows[number][0].getparent() is not rows[number + 1][0].getparent()
        reach[number].last = number + 1 if ends else reach[number + 1].last
    for number, ((row, cells), here) in enumerate(zip(rows, columns_of(reach), strict=True)):
        grid.wide[number] = len(here.own) + len(here.from_above)
        grid.place |= {cell: (number, column) for cell, column in zip(cells, here.own, strict=True)}
        for at in here.from_above:
            following = bisect_left(here.own, at)
            before = cells[following] if following < len(cells) else row
            grid.empty.setdefault(before, []).append((number, at))
    return grid


def _rows(table: etree._Element) -> Sequence[tuple[etree._Element, list[etree._Element]]]:
    """The rows of a table with their cells, of a page's forms within it too, not those of tables in its cells."""
    rows: list[tuple[etree._Element, list[etree._Element]]] = []
    stack = [iter(table)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == "tr":
            rows.append((child, []))
            stack.append(iter(child))
        elif child.tag in CELLS and rows:
            rows[-1][1].append(child)
        elif isinstance(child.tag, str) and child.tag != "table":
            stack.append(iter(child))
    return rows


def _reach(cell: etree._Element) -> tuple[int, int]:
    """Over how many columns and rows a cell reaches; 0 rows are all that are left of its part."""
    return _count(cell, "colspan", MOST_COLUMNS) or 1, _count(cell, "rowspan", MOST_ROWS)


def _count(cell: etree._Element, name: str, most: int) -> int:
    said = (cell.get(name) or "").strip()
    return min(int(said[:6]), most) if said[:6].isascii() and said[:6].isdigit() else 1
