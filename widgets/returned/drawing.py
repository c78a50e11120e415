"""Rows of a returned file made into pictures."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

from models.draft import Kind
from models.draft.directions import way_of
from widgets.paper.block import Block
from widgets.paper.direction import isolated
from widgets.paper.number import HungNumber, number_of
from widgets.paper.picture import PILL, Bar, Picture, Pill, Sign, Text, Words
from widgets.paper.pieces import Mark
from widgets.paper.type import TextType, baseline, serif
from widgets.returned.view import Answer, ReturnedRow
from widgets.theme import fonts
from widgets.theme.tokens import Measures

HEADING = 44.0
_TOP, _BOTTOM, _LINE, _NEXT_LINE = 12.0, 14.0, 22.0, 16.0
_MARGIN, _EDGE, _TEXT = 92.0, 28.0, 720.0
_WARN = 16.0
_INVITES = {
    Answer.OPEN: "Make it a proposal",
    Answer.PROPOSAL: "Becomes a proposal",
    Answer.LEFT_OUT: "Left out",
}
_INVITES_ALL = _INVITES | {Answer.OPEN: "Make them proposals", Answer.PROPOSAL: "Become proposals"}
_ICONS = {Answer.OPEN: "plus", Answer.PROPOSAL: "check", Answer.LEFT_OUT: "minus"}


def _lines(words: str, font: QFont, width: float) -> Iterator[str]:
    """What is said on as many lines as it takes: many delegations may change one paragraph, and names be long."""
    layout = QTextLayout(words, font)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        yield words.encode("utf-16-le")[2 * line.textStart() : 2 * (line.textStart() + line.textLength())].decode(
            "utf-16-le"
        )
    layout.endLayout()


class ReturnedDrawing:
    """Makes the pictures of rows for a width and a kind of letters."""

    def __init__(self, width: float, body: TextType, mirrored: bool) -> None:
        self.width, self.body, self.mirrored = width, body, mirrored
        self._font = serif(body.size)
        self.text = max(160.0, min(_TEXT, width - _MARGIN - 32))

    def guess(self, row: ReturnedRow) -> float:
        """About how high a row will be."""
        if row.heading:
            return HEADING
        letters = sum(len(piece.text) for piece in row.pieces)
        lines = max(1, round(letters * self.body.size * 0.47 / self.text))
        return _TOP + _BOTTOM + (_LINE if row.says else 0) + lines * self.body.lead

    def row(self, row: ReturnedRow) -> Picture:
        """The picture of a row."""
        image = Picture(self.width, self.mirrored)
        if row.heading:
            image.add(Words(row.heading, fonts.ui(600), "ink", 28, HEADING - 14))
            image.height = HEADING
            return image
        top = _TOP
        if row.says:
            start = _MARGIN
            if row.warns:
                image.add(Sign("warning-fill", "bracketed", _MARGIN - 20, top + 8, _WARN))
            font = fonts.ui(600) if row.warns else fonts.small()
            for number, line in enumerate(_lines(row.says, font, self.width - start - _EDGE)):
                said = isolated(line) if self.mirrored else line
                top += _NEXT_LINE if number else 0
                image.add(Words(said, font, "ink" if row.warns else "ink2", start, top + 12))
            top += _LINE
        if row.pieces:
            top += self._words(image, row, top)
        if row.untracked is not None:
            top += 8
            role = "ink2" if row.answer is Answer.LEFT_OUT else "ink"
            invites = _INVITES if row.places == 1 else _INVITES_ALL
            image.add(Pill(invites[row.answer], _ICONS[row.answer], role, _MARGIN, top))
            top += PILL
        image.height = top + _BOTTOM
        return image

    def _words(self, image: Picture, row: ReturnedRow, top: float) -> float:
        paragraph = row.paragraph
        right_to_left = way_of("".join(piece.text for piece in row.pieces), self.mirrored)
        indent = min(paragraph.level, 3) * Measures.SUBPARAGRAPH_INDENT if paragraph is not None else 0.0
        block = Block(row.pieces, self.body, self.text - indent, right_to_left=right_to_left)
        image.add(Text(block, _MARGIN + indent, top))
        if paragraph is not None:
            number = number_of(paragraph, row.label, right_to_left=self.mirrored)
            if paragraph.kind is Kind.MASTHEAD:
                number = HungNumber(row.line, is_label=True)
            if number.text:
                font = fonts.micro(500) if number.is_label else self._font
                end = _MARGIN + indent - 14
                base = top + baseline(self.body.lead, self._font)
                role = "ink3" if number.is_label else "ink"
                if QFontMetricsF(font).horizontalAdvance(number.text) < end - 8:
                    image.add(Words(number.text, font, role, end, base, end=True))
        if row.authors:
            gone = all(piece.mark in (Mark.REMOVED, Mark.SIDE) for piece in row.pieces)
            image.add(Bar("removed" if gone else "added", _MARGIN - 8, top, top + block.height))
        return block.height
