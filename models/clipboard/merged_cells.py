"""Where the cells of a page's table stand: in their columns, though cells before them reach over several of these."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

CELLS = ("td", "th")
_MOST_COLUMNS, _MOST_ROWS = 1000, 65_534  # HTML Living Standard, 4.9.11
_MOST_REACHED, _MOST_EMPTY = 200_000, 20_000  # of one table; pages of more are made to hurt


@dataclass(slots=True)
class Grid:
    """The rows and columns of the cells of one table, and of how many columns' cells each row is made.

    `empty` are the places before a cell, or before the end of a row, that another cell reaches over: they are cells
    without words, as what goes on from the row above is in a Word file.
    """

    place: dict[etree._Element, tuple[int, int]] = field(default_factory=dict)
    wide: dict[int, int] = field(default_factory=dict)
    empty: dict[etree._Element, list[tuple[int, int]]] = field(default_factory=dict)

    @property
    def merged(self) -> bool:
        """Whether any cell stands before or above another that it reaches over."""
        return bool(self.empty)


@dataclass(slots=True)
class _Row:
    """A row and its cells; `last` is the first row behind its part of the table, which none of them reaches."""

    element: etree._Element
    cells: list[etree._Element] = field(default_factory=list)
    last: int = 0


def grid_of(table: etree._Element) -> Grid:
    """The grid of a table as browsers make it; a column in which no cell begins is none."""
    starts: dict[etree._Element, tuple[int, int]] = {}
    reached: dict[int, list[int]] = {}
    rows = _rows(table)
    down: dict[int, int] = {}  # by column, before which row what stands above it ends
    left = _MOST_REACHED
    for number, row in enumerate(rows):
        down = {column: end for column, end in down.items() if end > number} if left > 0 else {}
        left -= len(down)
        reached[number], taken, column = sorted(down), set(down), 0
        for cell in row.cells:
            while column in taken:
                column += 1
            starts[cell] = (number, column)
            span = _count(cell, "colspan", _MOST_COLUMNS) or 1
            below = _count(cell, "rowspan", _MOST_ROWS)
            if below != 1:
                end = min(number + below, row.last) if below else row.last
                down |= dict.fromkeys(range(column, column + span), end)
            column += span
    return _closed_up(rows, starts, reached)


def _rows(table: etree._Element) -> list[_Row]:
    """The rows of a table, of a page's forms within it too, not those of tables in its cells."""
    rows: list[_Row] = []
    parts: list[etree._Element | None] = []
    stack = [iter(table)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == "tr":
            rows.append(_Row(child))
            parts.append(child.getparent())
            stack.append(iter(child))
        elif child.tag in CELLS and rows:
            rows[-1].cells.append(child)
        elif isinstance(child.tag, str) and child.tag != "table":
            stack.append(iter(child))
    behind = len(rows)
    for number in reversed(range(len(rows))):
        if number + 1 < len(rows) and parts[number] is not parts[number + 1]:
            behind = number + 1
        rows[number].last = behind
    return rows


def _closed_up(rows: list[_Row], starts: dict[etree._Element, tuple[int, int]], reached: dict[int, list[int]]) -> Grid:
    columns = {column: at for at, column in enumerate(sorted({column for _, column in starts.values()}))}
    grid = Grid({cell: (row, columns[column]) for cell, (row, column) in starts.items()})
    left = _MOST_EMPTY
    for number, row in enumerate(rows):
        above = [columns[column] for column in reached[number] if column in columns]
        own = [(cell, grid.place[cell][1]) for cell in row.cells]
        grid.wide[number] = len(own) + len(above)
        before = 0
        for element, column in (*own, (row.element, max(above, default=-1) + 1)):
            missing = range(before, column) if left > 0 else range(0)
            if missing:
                grid.empty[element] = [(number, at) for at in missing]
                left -= len(missing)
            before = max(before, column + 1)
    return grid


def _count(cell: etree._Element, name: str, most: int) -> int:
    """How many columns or rows a cell reaches over; 0 rows are all that are left of its part."""
    said = (cell.get(name) or "").strip()
    return min(int(said[:6]), most) if said[:6].isascii() and said[:6].isdigit() else 1
