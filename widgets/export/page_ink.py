"""Stretches of text laid out and painted on a page whose units are points."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from models.draft.directions import note_way, way_of
from models.draft.joined_letters import Joined, joined
from models.word.writing.looks import Look, all_looks, words_after
from models.word.writing.measures import HEADQUARTERS, Measures
from widgets.paper.block import Block
from widgets.paper.pieces import Piece, Pieces
from widgets.paper.type import TextType
from widgets.theme.tokens import LIGHT, Tokens

FACES = ("Liberation Serif", "Times New Roman", "Source Serif 4", "Noto Sans Arabic")
FINE = 8.0
"""Letters are laid out this much larger, so that lines break where Word breaks them at any size of the picture."""
IN_INK = replace(
    LIGHT,
    added=LIGHT.ink,
    removed=LIGHT.ink,
    tint_added=QColor(Qt.GlobalColor.transparent),
    tint_removed=QColor(Qt.GlobalColor.transparent),
    tint_bracketed=QColor(Qt.GlobalColor.transparent),
    bracketed=LIGHT.ink,
)
"""Marks by hand: bold, underlined and struck, in the ink of the text."""

_ALIGN = {
    "both": Qt.AlignmentFlag.AlignJustify,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


class _Laid(NamedTuple):
    block: Block  # kept, so that no other gets its id
    spread: float
    drawn: Joined | None


class PageInk:
    """Lays out blocks and paints them where they are put; letters of a text that runs right to left are not spread."""

    def __init__(
        self,
        painter: QPainter,
        tokens: Tokens,
        *,
        right_to_left: bool,
        fine: float = FINE,
        measures: Measures = HEADQUARTERS,
        to_be_read: bool = False,
    ) -> None:
        """`to_be_read` is for a file whose letters are taken from it again: each must be drawn as a sign of its own."""
        self.measures, self.looks = measures, all_looks(measures)
        """By which the page is set, and the looks that go with them."""
        self.fine = fine
        """How much larger letters are laid out than they are painted."""
        self._painter, self._tokens = painter, tokens
        self.right_to_left = right_to_left
        self.in_body = False
        """Whether the masthead is painted already."""
        self._to_be_read = to_be_read
        self._laid: dict[int, _Laid] = {}

    def text(self, pieces: Pieces, look: Look, top: float, *, reach: float | None = None, grey: bool = False) -> float:
        """Paint a paragraph across the page, or up to `reach`; where the next one begins."""
        if not pieces:
            return top
        right = look.right if reach is None else self.measures.page_width - self.measures.edge - reach
        block = self.block(pieces, replace(look, right=right), grey=grey)
        self.put(block, self.measures.edge + (right if block.right_to_left else look.left), top + look.before)
        return top + look.before + block.height / self.fine + look.after

    def at_edge(self, pieces: Pieces, look: Look, top: float, *, far: bool, grey: bool = False) -> None:
        """Put a line at an edge of the page: the `far` one is the right, or the left of a text that runs to there."""
        block = self.block(pieces, replace(look, align=None), grey=grey)
        wide = self.wide(block)
        at = self.measures.page_width - self.measures.edge - wide if far != self.right_to_left else self.measures.edge
        if block.right_to_left:  # it stands at the other end of what it is laid out across
            at -= self.measures.width - look.left - look.right - wide
        self.put(block, at, top, (0, 1))

    def block(
        self,
        pieces: Pieces,
        look: Look,
        *,
        number: str = "",
        grey: bool = False,
        text: bool = False,
        note: bool = False,
    ) -> Block:
        """A paragraph in a look, laid out across the page; after a number its words begin where those of all do.

        One of the `text`, and a `note`, runs by the rule of its sheet, others as their letters do.
        """
        words, way = "".join(piece.text for piece in pieces), None
        if text or note:
            way = (note_way if note else way_of)(words, self.right_to_left)
        width = self.measures.width - look.left - look.right
        first = self._behind(number, look) if number else look.first
        if look.italic:
            pieces = tuple(replace(piece, italic=True) for piece in pieces)
        drawn = joined([piece.text for piece in pieces]) if self._to_be_read else None
        if drawn is not None:
            pieces = tuple(replace(one, text=text) for one, text in zip(pieces, drawn.texts, strict=True))
        spread = 1.0 if self.right_to_left else self.measures.closed if look.close else self.measures.spread
        made = Block(
            pieces,
            TextType(look.points * self.fine, look.line * self.fine),
            width * self.fine / spread,
            right_to_left=way,
            bold=look.bold,
            faces=FACES,
            tokens=self._tokens,
            colour=self._tokens.ink3 if grey else None,
            first=first * self.fine / spread,
            align=_ALIGN.get(look.align or ""),
            tab=-first * self.fine / spread if first < 0 else None,  # to where the other lines begin, as in Word
            letters_whole=drawn is not None,
        )
        self._laid[id(made)] = _Laid(made, spread, drawn)
        return made

    def _behind(self, number: str, look: Look) -> float:
        """How far in the words begin after a number: as in the Word file, a wide one moves them."""
        wide = self.wide(self.block((Piece(number),), replace(look, first=0, align=None)))
        room = words_after(look, wide, self.measures)
        usual = self.measures.number_tab if look.first > 0 else 0.0
        return usual if room is None else room

    def line_of(self, block: Block, place: int) -> int:
        """The line of a block on which a UTF-16 place of the words given for it stands."""
        drawn = self._laid[id(block)].drawn
        return block.line_of(place if drawn is None else drawn.place(place))

    def wide(self, block: Block) -> float:
        """How wide the last line of a block comes out, in points."""
        return block.last_line_width * self.across(block)

    def across(self, block: Block) -> float:
        """How many points one of the units is in which a block is laid out."""
        return (self._laid[id(block)].spread if id(block) in self._laid else 1.0) / self.fine

    def put(self, block: Block, left: float, top: float, part: tuple[int, int] | None = None) -> None:
        """Paint a block, or some of its lines, where its upper left corner is to be."""
        painter = self._painter
        painter.save()
        painter.translate(left, top)
        painter.scale(self.across(block), 1 / self.fine)
        block.paint(painter, QPointF(0, 0), part)
        painter.restore()

    def rule(self, top: float, thick: float, left: float | None = None, wide: float | None = None) -> None:
        """Paint a rule, across the page unless said otherwise."""
        left = self.measures.edge if left is None else left
        wide = self.measures.width if wide is None else wide
        self._painter.fillRect(QRectF(left, top, wide, thick), self._tokens.ink)
