"""How the pieces of a paragraph look: their letters and colours as Qt takes them, and the ground below them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout

from models.draft.paragraph import is_raised
from widgets.paper.pieces import Mark, Piece
from widgets.paper.type import LABEL, NOTE_SIZE, TextType, points, serif
from widgets.theme import fonts
from widgets.theme.tokens import Tokens
from widgets.theme.utf16 import utf16

_RAISED = 38.0
"""How far figures of footnotes are, in parts of a hundred of their height; they reach a little above the capitals."""
_LEAST_SPREAD = 1 / 64  # pixels of the layout, of which no letter of a page moves


class PieceLooks:
    """The looks of pieces in the colours of a theme; `colour` is that of letters without a mark.

    Those of a `page` are as Word sets them: brackets as plain as their words, and letters without a sign in common, of
    which a PDF does not tell them; signs that Arabic needs are others.
    """

    def __init__(
        self, kind: TextType, tokens: Tokens, colour: QColor, right_to_left: bool, *, page: bool = False
    ) -> None:
        self.tokens, self.colour, self.right_to_left, self._page = tokens, colour, right_to_left, page
        self._note, self.chip = kind.size * NOTE_SIZE, LABEL * kind.grown
        """How large the letters of chips are, in pixels."""

    def formats(
        self, piece: Piece, shown: str, start: int, end: int, brackets_at: Sequence[int]
    ) -> list[QTextLayout.FormatRange]:
        """What is said of a piece that is `shown` between two UTF-16 places; `brackets_at` are offsets in it."""
        looks = QTextCharFormat()
        colour = self.mark_colour(piece.mark)
        if piece.fold is not None:
            looks.setFontFamilies([fonts.SANS, fonts.ARABIC])
            looks.setFontPointSize(points(self.chip))
            looks.setForeground(colour if piece.mark in (Mark.ADDED, Mark.REMOVED) else self.tokens.ink2)
            return [format_range(start, end, looks)]
        if piece.mark in (Mark.SIDE, Mark.COUNT):
            looks.setFontFamilies([fonts.SANS, fonts.ARABIC])
            looks.setFontPointSize(points(self.chip))
            looks.setForeground(self.tokens.ink3 if piece.mark is Mark.SIDE else self.tokens.paper)
            return [format_range(start, end, looks)]
        # A whole font would lose its axes inside a format, so only what differs from the layout's font is said.
        if piece.italic:
            looks.setFontItalic(True)
        if piece.bold:
            looks.setFontWeight(QFont.Weight.Bold)
        looks.setForeground(colour)
        if self._page:  # a format forgets the features of the layout's font, and letters that are spread stay alone
            looks.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            looks.setFontLetterSpacing(_LEAST_SPREAD)
        if piece.underline:
            looks.setFontUnderline(True)
        if piece.note and is_raised(piece.text):
            # Qt's own raised letters come in whole points: some stand far above the words, some do not.
            looks.setFontPointSize(points(self._note))
            looks.setBaselineOffset(_RAISED)
        found = [format_range(start, end, looks)]
        for offset in () if self._page else brackets_at:
            bracket = QTextCharFormat(looks)
            bracket.setFontWeight(QFont.Weight.Bold)
            bracket.setForeground(self.tokens.removed if piece.mark is Mark.REMOVED else self.tokens.bracketed)
            at = start + utf16(shown[:offset])
            found.append(format_range(at, at + 1, bracket))
        return _without_overlap(found)

    def mark_colour(self, mark: Mark) -> QColor:
        """The colour of words with a mark."""
        tokens = self.tokens
        colours = {Mark.ADDED: tokens.added, Mark.REMOVED: tokens.removed, Mark.CLASH: tokens.bracketed}
        return colours.get(mark, self.colour)

    def tint(self, mark: Mark) -> QColor | None:
        """The ground below them, if they have one."""
        tokens = self.tokens
        tints = {
            Mark.ADDED: tokens.tint_added,
            Mark.REMOVED: tokens.tint_removed,
            Mark.CLASH: tokens.tint_bracketed,
            Mark.COUNT: tokens.bracketed,
        }
        return tints.get(mark)


def font_of(kind: TextType, bold: bool, faces: tuple[str, ...]) -> QFont:
    """The letters of a paragraph; `faces` where it is not set in the serif of texts."""
    if not faces:
        return serif(kind.size, 600 if bold else kind.weight, optical=kind.optical)
    font = QFont(list(faces))  # and nothing of the application's own font
    font.setPointSizeF(points(kind.size))  # which need not be whole pixels
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setBold(bold)
    if bold:  # where a page's own letters are missing ours stand in, and theirs is a weight on an axis
        font.setVariableAxis(QFont.Tag("wght"), 700.0)
    return font


def format_range(start: int, end: int, looks: QTextCharFormat) -> QTextLayout.FormatRange:
    """A format over UTF-16 places of a block."""
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, looks
    return made


def _without_overlap(ranges: list[QTextLayout.FormatRange]) -> list[QTextLayout.FormatRange]:
    """The first range cut around the later ones, which lie inside it in order."""
    whole, inner = ranges[0], ranges[1:]
    made: list[QTextLayout.FormatRange] = []
    place = whole.start
    for part in inner:
        if part.start > place:
            made.append(format_range(place, part.start, whole.format))
        made.append(part)
        place = part.start + part.length
    if place < whole.start + whole.length:
        made.append(format_range(place, whole.start + whole.length, whole.format))
    return made
