"""In which columns the cells of a table stand, though some reach over several: one rule for Word files and pages.

A cell stands in the column it begins in, as the table's grid has it; a column in which no cell begins is none. Where a
cell reaches over others of its row, these are no cells, and the columns of the row have a gap. What goes on from the
row above is a cell of its own, without words, as a Word file has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

MOST_COLUMNS, MOST_ROWS = 1000, 65_534
"""Over how many a cell may reach at most (HTML Living Standard, 4.9.11)."""
_MOST_REACHED, _MOST_FROM_ABOVE = 200_000, 20_000  # of one table; pages of more are made to hurt


@dataclass(slots=True)
class Row:
    """Over how many columns and rows each cell of a row reaches; 0 rows are all up to `last`.

    `before` is how many columns are left free before its first cell, `last` the first row that no cell reaches.
    """

    cells: list[tuple[int, int]] = field(default_factory=list)
    before: int = 0
    last: int = 0


@dataclass(slots=True)
class Placed:
    """The columns of a row's cells, and of what goes on in it from above, each in order."""

    own: list[int]
    from_above: list[int]


def columns_of(rows: Sequence[Row]) -> list[Placed]:
    """The columns of every row of a table, counted from 0."""
    placed: list[Placed] = []
    down: dict[int, tuple[int, int]] = {}  # by column: before which row what stands above it ends, where it begins
    reached, above = _MOST_REACHED, _MOST_FROM_ABOVE
    for number, row in enumerate(rows):
        down = {column: reach for column, reach in down.items() if reach[0] > number} if reached > 0 else {}
        reached -= len(down)
        from_above = [column for column in sorted(down) if down[column][1] == column] if above > 0 else []
        above -= len(from_above)
        here, taken, column = Placed([], from_above), set(down), row.before
        for across, below in row.cells:
            while column in taken:
                column += 1
            here.own.append(column)
            if below != 1:
                end = min(number + below, row.last) if below else row.last
                down |= dict.fromkeys(range(column, column + across), (end, column))
            column += across
        placed.append(here)
    begun = {column for here in placed for column in (*here.own, *here.from_above)}
    order = {column: at for at, column in enumerate(sorted(begun))}
    return [Placed(*([order[one] for one in columns] for columns in (here.own, here.from_above))) for here in placed]
