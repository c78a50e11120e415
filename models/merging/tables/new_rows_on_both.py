"""New rows and cells that both sides have in one table: the same, or two forms of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from models.merging.blocks import Block, first_paragraph
from models.merging.clusters import Sides
from models.merging.new_on_both import content, is_new
from models.merging.sides import OURS, THEIRS
from models.merging.tables.rows_as_one import Rows
from models.merging.tables.table_places import TableKey

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
