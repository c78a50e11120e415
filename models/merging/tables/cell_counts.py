"""New rows of tables that both sides have, and how many rows and columns the tables of the merged text have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from models.merging.pairs.blocks import Block, Either, first_paragraph
from models.merging.pairs.clusters import Sides
from models.merging.pairs.new_sections import content, is_new
from models.merging.sheet import Line, Sheet, on_sides
from models.merging.sides import BASE, OURS, THEIRS
from models.merging.tables.rows_as_one import Rows
from models.merging.tables.table_places import Cell, TableKey, Tables

_SIDES = (BASE, OURS, THEIRS)
Three = Sequence[int | None]


@dataclass
class _Count:
    """Numbers given in the order in which things come; those that a side leaves free stay so."""

    taken: Sequence[frozenset[int]]
    found: dict[Hashable, int] = field(default_factory=dict)
    last: Three = (None, None, None)
    number: int = -1

    def of(self, key: Hashable, numbers: Three) -> int:
        """The number of a thing, which has these on base, ours and theirs."""
        if key not in self.found:
            base, ours, theirs = (self._free(side, number) for side, number in enumerate(numbers))
            if ours is None or theirs is None:
                free = ours if ours is not None else theirs if theirs is not None else base or 0
            else:
                free = ours if theirs in (base, ours) else theirs if ours == base else max(ours, theirs)
            self.number += 1 + free
            self.found[key] = self.number
            self.last = numbers
        return self.found[key]

    def _free(self, side: int, number: int | None) -> int | None:
        """How many numbers a side leaves free before one."""
        before = -1 if self.number < 0 else self.last[side]
        if number is None or before is None or number <= before:
            return None
        return sum(one not in self.taken[side] for one in range(before + 1, number))


def count_cells(sheet: Sheet, blocks: Sequence[Block], tables: Tables, rows: Rows) -> None:
    """Gives each line of a sheet that is in a table its cell."""
    if all(line.traits.column is None for line in sheet.lines):
        return
    on = on_sides(sheet)
    side = _as_on_one_side(sheet, on, tables)
    if side is not None:
        for line, at in zip(sheet.lines, on[side], strict=True):
            line.cell = tables.numbers[side].get(at) if at is not None else None
        return
    count = _Count(_taken(tables, lambda cell: cell[0]))
    in_table: dict[Hashable, _Count] = {}
    for number, key in ((number, row.key) for row in sheet.rows for number in row.merged):
        line = sheet.lines[number]
        if line.traits.column is None:
            continue
        table, of_row = _place(blocks[int(key)], line, tables, rows)
        cells = [tables.numbers[side].get(at) if (at := on[side][number]) is not None else None for side in _SIDES]
        if table not in in_table:
            in_table[table] = _Count(
                _taken(tables, lambda cell: cell[1], [cell[0] if cell else None for cell in cells])
            )
        line.cell = (
            count.of(table, [cell[0] if cell else None for cell in cells]),
            in_table[table].of(of_row, [cell[1] if cell else None for cell in cells]),
            line.traits.column,
        )


def _as_on_one_side(sheet: Sheet, on: Sequence[Sequence[int | None]], tables: Tables) -> int | None:
    """The side whose cells are all there, as they stand on it and nothing else; of the two the one that changed."""
    found = []
    for side in (OURS, THEIRS):
        there = [at for line, at in zip(sheet.lines, on[side], strict=True) if line.traits.column is not None]
        if there == [*tables.numbers[side]]:
            found.append(side)
    if len(found) == 2:
        cells = [[*tables.numbers[side].values()] for side in _SIDES]
        return THEIRS if cells[OURS] == cells[BASE] else OURS if cells[THEIRS] in (cells[BASE], cells[OURS]) else None
    return found[0] if found else None


def _taken(
    tables: Tables, number: Callable[[Cell], int], within: Sequence[int | None] = (None, None, None)
) -> list[frozenset[int]]:
    """The numbers that each side gives, of tables, or of rows of the table it has under a number."""
    return [
        frozenset(number(cell) for cell in tables.numbers[side].values() if within[side] in (None, cell[0]))
        for side in _SIDES
    ]


def _place(block: Block, line: Line, tables: Tables, rows: Rows) -> tuple[Hashable, Hashable]:
    """The table and the row of a line."""
    key = tables.rows[line.whole[0]].get(line.whole[1]) if line.whole is not None else None
    if key is None and not isinstance(block.content, Either):
        seat = tables.seat(block.places)
        key = tables.rows[seat[0]][seat[1]] if seat is not None else None
    if key is not None:
        return rows.name(key)
    side, at = line.whole or next((side, places[0]) for side, places in enumerate(block.places) if places)
    table, row, _ = tables.numbers[side].get(at, (-1, -1, -1))
    return ("its own", side, table), row


Pairs = Iterator[tuple[int, int, bool]]
"""(ours, theirs, alike in all), by the numbers of blocks."""


def cells_of_pairs(pairs: Iterable[tuple[int, int, bool]], blocks: Sequence[Block], sides: Sides, rows: Rows) -> Pairs:
    """The same pairs, those of rows of a table as pairs of their cells; rows with other columns are none."""
    for one, two, equal in pairs:
        ours, theirs = rows.cells.get(one), rows.cells.get(two)
        if ours is None and theirs is None:
            yield one, two, equal
        elif ours is not None and theirs is not None:
            yield from _row(blocks, sides, ours, theirs)


def cells_twice(blocks: Sequence[Block], sides: Sides, rows: Rows) -> Pairs:
    """New rows of both sides that begin alike in one table, wherever; and what both put into one cell."""
    new: dict[tuple[TableKey, str], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for lead, row in rows.cells.items():
        if is_new(blocks[lead]):
            _, text = first_paragraph(sides, blocks[lead])
            new[rows.table[lead], text.strip()][_side(blocks[lead]) - 1].append(lead)
        yield from _within(blocks, sides, row)
    for (_, text), (ours, theirs) in new.items():
        if text and len(ours) == len(theirs) == 1:
            yield from _row(blocks, sides, rows.cells[ours[0]], rows.cells[theirs[0]])


def _row(blocks: Sequence[Block], sides: Sides, ours: Sequence[int], theirs: Sequence[int]) -> Pairs:
    if not all(is_new(blocks[number]) for number in (*ours, *theirs)):
        return
    if [_column(blocks[one], sides) for one in ours] == [_column(blocks[one], sides) for one in theirs]:
        yield from _paired(blocks, sides, ours, theirs)


def _within(blocks: Sequence[Block], sides: Sides, row: Sequence[int]) -> Pairs:
    """What both sides put into a cell of a row that is there, one after the other."""
    if all(is_new(blocks[number]) for number in row):
        return
    cells: dict[int | None, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for number in row:
        if is_new(blocks[number]):
            cells[_column(blocks[number], sides)][_side(blocks[number]) - 1].append(number)
    for ours, theirs in cells.values():
        yield from _paired(blocks, sides, ours, theirs)


def _paired(blocks: Sequence[Block], sides: Sides, ours: Sequence[int], theirs: Sequence[int]) -> Pairs:
    for one, two in zip(ours, theirs, strict=False):
        yield one, two, content(blocks[one], sides) == content(blocks[two], sides)


def _side(block: Block) -> int:
    return OURS if block.places[OURS] else THEIRS


def _column(block: Block, sides: Sides) -> int | None:
    side = _side(block)
    return sides[side].traits(block.places[side][0]).column
