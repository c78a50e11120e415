"""A row of a table on the pairing page: its cells beside each other, each of which can be chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF

from widgets.compare.drawn.measure import Columns
from widgets.compare.drawn.table_drawing import CellText, LaidRow, draw_row, lay_row, lay_table
from widgets.compare.drawn.table_sizes import CELL_PAD
from widgets.compare.pairing.lines import Line
from widgets.compare.pairing.picture import PairPicture, Spot
from widgets.compare.pairing.rows import End, Pairs
from widgets.paper.number import number_of
from widgets.paper.picture import Text
from widgets.paper.pieces import Pieces

_EDGE = 3.0
"""What is pressed reaches this much less far than the room about words, so that it ends with the cell."""


def draw_cells(
    made: PairPicture, pairs: Pairs, columns: Columns, line: Line, texts: Mapping[bool, Sequence[Pieces]]
) -> float:
    """Put the cells of a row that both sides have, or one, into its picture; where they end."""
    rows = {
        old: _laid(made, pairs, columns, line, old, pieces)
        for old, pieces in texts.items()
        if (line.olds if old else line.news)
    }
    tall = max(row.tall for row in rows.values())
    for old, row in rows.items():
        before = len(made.picture.things)
        draw_row(made.picture, row, 0.0, tall)
        columns_of = {cell.part: lane for lane, there in row.cells.items() for cell, _ in there}
        for thing in made.picture.things[before:]:
            if isinstance(thing, Text):
                lane = row.lanes[columns_of[thing.part]]
                start, height = row.lay.start + lane.start, thing.block.height
                words = QRectF(start + CELL_PAD + _EDGE, thing.y, lane.width - 2 * (CELL_PAD + _EDGE), height)
                hung = QRectF(start, thing.y, thing.x - start + CELL_PAD, row.lay.letters.lead)
                end = End(old, (line.olds if old else line.news)[thing.part])
                made.spots.append(Spot(end, words, hung))
    return tall


def _laid(made: PairPicture, pairs: Pairs, columns: Columns, line: Line, old: bool, texts: Sequence[Pieces]) -> LaidRow:
    """One side's cells of a row."""
    cell, positions = (columns.old, line.olds) if old else (columns.new, line.news)
    tables, entry = pairs.arrangement.tables, pairs.arrangement.entry_of(line.change)
    sizes, others = (tables.sizes(entry, old=side) for side in (old, not old))
    lay = lay_table(sizes, cell.text, cell.width, (columns.body, columns.note), beside=[others])
    mirrored, quiet = made.picture.mirrored, bool(line.olds and line.news)
    cells: list[CellText] = []
    for number, (at, pieces) in enumerate(zip(positions, texts, strict=True)):
        paragraph = pairs.paragraph(End(old, at))
        assert paragraph.cell is not None
        count = number_of(paragraph, pairs.hung(End(old, at)), right_to_left=mirrored)
        over = tables.reach(paragraph, old=old)
        cells.append(CellText(paragraph.cell[2], pieces, paragraph.text, count, number, quiet, over=over))
    return lay_row(cells, lay, mirrored=mirrored)
