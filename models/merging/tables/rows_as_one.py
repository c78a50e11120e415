"""Rows of tables in the order of a merged text: a row goes where its first cell does, a table holds together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from models.merging.pairs.blocks import Block, first_paragraph
from models.merging.pairs.clusters import Positions, Sides
from models.merging.sides import BASE, OURS, THEIRS
from models.merging.tables.table_places import RowKey, TableKey, Tables


@dataclass(frozen=True)
class Rows:
    """The blocks of each row, cell by cell, by the one that is placed; the others ride with it."""

    cells: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    table: Mapping[int, TableKey] = field(default_factory=dict)
    riding: frozenset[int] = frozenset()
    also: Mapping[RowKey, RowKey] = field(default_factory=dict)
    """New rows of theirs that are one with a new row of ours."""

    def name(self, key: RowKey) -> tuple[TableKey, RowKey]:
        """The table and the row that a row is of."""
        row = self.also.get(key, key)
        return self._tables.get(row[0], row[0]), row

    @cached_property
    def _tables(self) -> dict[TableKey, TableKey]:
        return {one[0]: two[0] for one, two in self.also.items()}

    def with_cells(self, placed: frozenset[int]) -> frozenset[int]:
        """Blocks with those that ride with them."""
        return placed | {one for number in placed for one in self.cells.get(number, ())}

    def laid_out(self, blocks: Sequence[Block], order: Sequence[int]) -> list[int]:
        """An order with each row as a whole, and the rows of a table side by side."""
        by_table: dict[TableKey, list[int]] = defaultdict(list)
        for number in order:
            if number in self.table:
                by_table[self.table[number]].append(number)
        # Where the table stands say the rows that both sides have.
        first = {
            table: next((one for one in rows if blocks[one].line is not None), rows[0])
            for table, rows in by_table.items()
        }
        found: list[int] = []
        for number in order:
            table = self.table.get(number)
            if number in self.riding or (table is not None and number != first[table]):
                continue
            for lead in by_table[table] if table is not None else (number,):
                found += self.cells.get(lead, (lead,))
        return found


def rows_as_one(blocks: Sequence[Block], sides: Sides, tables: Tables) -> Rows:
    """The rows of the tables that are in order."""
    also = _also(blocks, tables)
    rows: dict[RowKey, list[tuple[int, int]]] = defaultdict(list)
    for number, block in enumerate(blocks):
        seat = tables.seat(block.places)
        if seat is not None and tables.rows[seat[0]][seat[1]][0] not in tables.loose:
            key = tables.rows[seat[0]][seat[1]]
            rows[also.get(key, key)].append((number, tables.numbers[seat[0]][seat[1]][2]))
    one_table = {one[0]: two[0] for one, two in also.items()}
    cells: dict[int, tuple[int, ...]] = {}
    table: dict[int, TableKey] = {}
    for key, members in rows.items():
        row = _cell_by_cell(blocks, sides, members)
        lead = next((one for one in row if blocks[one].line is not None and None not in blocks[one].starts), row[0])
        cells[lead] = row
        table[lead] = one_table.get(key[0], key[0])
    return Rows(cells, table, frozenset(one for lead, row in cells.items() for one in row if one != lead), also)


def _also(blocks: Sequence[Block], tables: Tables) -> dict[RowKey, RowKey]:
    found: dict[RowKey, RowKey] = {}
    for block in blocks:
        keys = [
            tables.rows[side][block.places[side][0]]
            for side in (OURS, THEIRS)
            if block.places[side] and block.places[side][0] in tables.rows[side]
        ]
        if len(keys) == 2 and keys[0][1] == OURS and keys[1][1] == THEIRS:
            found.setdefault(keys[1], keys[0])
    return found


def _cell_by_cell(blocks: Sequence[Block], sides: Sides, members: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """The blocks of a row, in order; members are blocks with their columns."""
    orders = [
        tuple(number for _, _, number in sorted(stand))
        for side in (0, 1)
        if len(stand := [(col, at, n) for n, col in members if (at := blocks[n].starts[side]) is not None])
        == len(members)
    ]
    by_line = tuple(n for _, _, n in sorted((col, blocks[n].places[BASE], n) for n, col in members))
    if orders:  # as the side has it that changed it
        return next((order for order in orders if order != by_line), by_line)
    lines = [(column, blocks[number].places, number) for number, column in members if blocks[number].places[BASE]]

    def rank(member: tuple[int, int]) -> tuple[int, int, bool, str, int]:
        number, column = member
        places = blocks[number].places
        if places[BASE]:
            return column, places[BASE][0], False, "", 0
        behind, text, start = min(
            (_behind(lines, column, side, places[side][0]), text_of(side, column), places[side][0])
            for side in (OURS, THEIRS)
            if places[side]
        )
        return column, behind, True, text, start

    def text_of(side: int, column: int) -> str:
        """What a side puts into a cell, by which it comes before or after what the other does."""
        return min(
            first_paragraph(sides, blocks[other])[1]
            for other, where in members
            if where == column and not blocks[other].places[BASE] and blocks[other].places[side]
        )

    return tuple(number for number, _ in sorted(members, key=rank))


def _behind(
    lines: Sequence[tuple[int, tuple[Positions, Positions, Positions], int]], column: int, side: int, start: int
) -> int:
    """The last paragraph of the base that stands before a place in a cell, -1 for none."""
    return max(
        (places[BASE][0] for where, places, _ in lines if where == column and places[side] and places[side][0] < start),
        default=-1,
    )
