"""A row of a table drawn as one: its cells beside each other with hairlines between, what changed marked in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from models.draft.directions import way_of
from widgets.compare.drawn.table_sizes import CELL_PAD, LONGEST_WORD, Lane, Size, lanes_of
from widgets.paper.block import Block
from widgets.paper.number import HungNumber
from widgets.paper.picture import Bar, Ground, Picture, Rule, Text, Words
from widgets.paper.pieces import Pieces
from widgets.paper.type import TextType, serif
from widgets.theme.tokens import current

ABOVE, BELOW = 6.0, 7.0
_BETWEEN = 6.0
_BEHIND_NUMBER, _NARROW = 7.0, 24.0
BROKEN = 10
"""Words of so many letters are never broken: before that cells stand under each other."""


@dataclass(frozen=True, slots=True)
class CellText:
    """A paragraph in a cell: in which column, its number and words, and of which entry of the row, counted from 0.

    `tint` is the ground of a cell that is all new or gone, whose words are not `struck`; `over` how many
    columns it reaches.
    """

    column: int
    pieces: Pieces
    text: str
    number: HungNumber
    part: int = 0
    quiet: bool = False
    moved: bool = False
    tint: str = ""
    struck: bool = True
    over: int = 1


@dataclass(frozen=True, slots=True)
class TableLay:
    """A table across the page: from `start` on; without `lanes` its columns are too many, and cells stand under each
    other. With a frame it has lines above and below its rows."""

    start: float
    width: float
    lanes: tuple[Lane, ...] | None
    letters: TextType
    framed: bool = True

    def at(self, column: int) -> int:
        """Which of the lanes a column is in; the only one where cells stand under each other."""
        return min(column, len(self.lanes) - 1) if self.lanes else 0

    def lane(self, column: int) -> Lane:
        """Where a column lies."""
        return self.lanes[self.at(column)] if self.lanes else Lane(0.0, self.width)


def lay_table(
    sizes: Sequence[Size],
    start: float,
    width: float,
    letters: tuple[TextType, TextType],
    *,
    beside: Sequence[Sequence[Size]] = (),
    framed: bool = True,
) -> TableLay:
    """The columns in the larger letters if they fit so, else in the smaller ones, if need be with broken words.

    `beside` are tables that are drawn in the same way on the other side, or in other columns.
    """
    large, small = letters
    for kind, whole in ((large, LONGEST_WORD), (small, LONGEST_WORD), (small, BROKEN)):
        lanes = lanes_of(sizes, width, kind.size, whole)
        if lanes is not None and all(lanes_of(one, width, kind.size, whole) for one in beside if one):
            return TableLay(start, width, lanes, kind, framed)
    return TableLay(start, width, None, small, framed)


@dataclass(frozen=True, slots=True)
class LaidRow:
    """The cells of a row set into lines, and where each lies; `tall` is how high the tallest of them is."""

    lay: TableLay
    cells: dict[int, list[tuple[CellText, Block]]]
    lanes: dict[int, Lane]
    tall: float


def lay_row(cells: Sequence[CellText], lay: TableLay, *, mirrored: bool) -> LaidRow:
    """Set the cells of a row into lines."""
    placed: dict[int, list[CellText]] = {}
    for cell in sorted(cells, key=lambda cell: cell.column):
        placed.setdefault(lay.at(cell.column), []).append(cell)
    lanes = _lanes(placed, lay)
    found = {
        at: [(cell, _block(cell, lay, lanes[at].width, mirrored)) for cell in there] for at, there in placed.items()
    }
    least = lay.letters.lead + ABOVE + BELOW
    tall = max((_height([block for _, block in there]) for there in found.values()), default=least)
    return LaidRow(lay, found, lanes, tall)


def _lanes(placed: Mapping[int, Sequence[CellText]], lay: TableLay) -> dict[int, Lane]:
    """Where the cells in each place of a row lie: over all columns they reach, up to the next cell."""
    found: dict[int, Lane] = {}
    starts = [*placed]
    for at, following in zip(starts, [*starts[1:], len(lay.lanes or (None,))], strict=True):
        first, last = lay.lane(at), lay.lane(min(at + max(cell.over for cell in placed[at]), following) - 1)
        found[at] = Lane(first.start, last.start + last.width - first.start)
    return found


def draw_row(image: Picture, row: LaidRow, top: float, tall: float | None = None) -> float:
    """Put a row into a picture from `top` on, as `tall` as it is beside another one; where it ends."""
    lay = row.lay
    tall = row.tall if tall is None else tall
    for column, there in row.cells.items():
        lane = row.lanes[column]
        tints = {cell.tint for cell, _ in there}
        whole = len(tints) == 1
        if whole and (tint := tints.pop()):
            image.add(Ground(tint, lay.start + lane.start, top, lane.width, tall))
        if any(cell.moved for cell, _ in there):
            image.add(Bar("moved", lay.start + lane.start + 1, top + 2, top + tall - 2, double=True))
        place, x = top + ABOVE, lay.start + lane.start + CELL_PAD
        for number, (cell, block) in enumerate(there):
            if number and not lay.lanes and cell.column != there[number - 1][0].column:
                image.add(Rule("line2", lay.start, place - _BETWEEN / 2, lay.width))
            if cell.tint and not whole:
                image.add(Ground(cell.tint, x, place, lane.width - 2 * CELL_PAD, block.height))
            image.add(Text(block, x + _room(cell, lay), place, part=cell.part))
            if cell.number.text:
                role = "ink3" if cell.number.is_label or cell.quiet else "ink"
                base = place + block.first_baseline
                image.add(Words(cell.number.text, _number_font(cell, lay), role, x, base))
            place += block.height + _BETWEEN
    _lines(image, row, top, tall)
    return top + tall


def _block(cell: CellText, lay: TableLay, width: float, mirrored: bool) -> Block:
    return Block(
        cell.pieces,
        lay.letters,
        max(_NARROW, width - 2 * CELL_PAD - _room(cell, lay)),
        right_to_left=way_of(cell.text, mirrored),
        colour=current().ink3 if cell.quiet else None,
        struck_whole=cell.struck,
        tab=lay.letters.size,
    )


def _number_font(cell: CellText, lay: TableLay) -> QFont:
    return lay.letters.label() if cell.number.is_label else serif(lay.letters.size)


def _room(cell: CellText, lay: TableLay) -> float:
    """How far the words stand in, behind a number."""
    if not cell.number.text:
        return 0.0
    return QFontMetricsF(_number_font(cell, lay)).horizontalAdvance(cell.number.text) + _BEHIND_NUMBER


def _height(blocks: Sequence[Block]) -> float:
    return ABOVE + sum(block.height for block in blocks) + _BETWEEN * (len(blocks) - 1) + BELOW


def _lines(image: Picture, row: LaidRow, top: float, tall: float) -> None:
    """Hairlines between the columns, none through a cell, and about the row where it is framed."""
    lay = row.lay
    lanes = lay.lanes or (Lane(0.0, lay.width),)
    for lane in lanes[1:]:
        if any(cell.start < lane.start < cell.start + cell.width for cell in row.lanes.values()):
            continue
        image.add(Rule("line2", lay.start + lane.start, top, 1, tall))
    if lay.framed:
        end = lanes[-1].start + lanes[-1].width
        for x in (0.0, end - 1):
            image.add(Rule("line2", lay.start + x, top, 1, tall))
        # Rows on end share the line between them.
        for y in (top - 1, top + tall - 1):
            image.add(Rule("line2", lay.start, y, end))
