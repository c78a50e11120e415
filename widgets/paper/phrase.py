"""A line of words in the serif, some of them italic, cut with an ellipsis where room is short."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from models.draft.directions import holds_right_to_left, is_right_to_left
from widgets.paper.direction import around_isolated
from widgets.paper.lines import x_of
from widgets.paper.type import serif
from widgets.theme.cut import whole_words, without_way, words_in
from widgets.theme.tokens import current
from widgets.theme.utf16 import letters_before, utf16

Phrase = tuple[tuple[str, bool], ...]
"""Words and whether they are italic."""


def plain(phrase: Phrase) -> str:
    """The words of a phrase without its italics."""
    return "".join(text for text, _ in phrase)


class LaidPhrase:
    """A phrase laid out for a width in pixels, to be painted as often as wanted; `mirrored` where it begins at the
    right edge. It runs as most of its letters do where nothing is said of that."""

    def __init__(
        self,
        phrase: Phrase,
        pixels: float,
        width: float,
        ink: QColor,
        *,
        mirrored: bool,
        right_to_left: bool | None = None,
    ) -> None:
        self._font, self._width, self._ink = serif(pixels), width, ink
        text = plain(phrase).replace("\n", " ")
        if right_to_left is None:
            right_to_left = is_right_to_left(around_isolated(text))
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        formats, at = [], 0
        for words, italic in phrase:
            made = QTextLayout.FormatRange()
            made.start, made.length = at, utf16(words)
            looks = QTextCharFormat()
            looks.setForeground(ink)
            looks.setFontItalic(italic)
            made.format = looks
            formats.append(made)
            at += made.length
        self._layout, line = self._laid(text, option, formats)
        if line.naturalTextWidth() > width:
            self._layout, line = self._laid(self._cut(text, line), option, formats)
        self._height = line.height()

    @property
    def words(self) -> str:
        """The words that are seen."""
        return without_way(self._layout.text())

    def _laid(
        self, text: str, option: QTextOption, formats: Sequence[QTextLayout.FormatRange]
    ) -> tuple[QTextLayout, QTextLine]:
        layout = QTextLayout(text, self._font)
        layout.setFormats(formats)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(self._width)
        layout.endLayout()
        return layout, line

    def _cut(self, text: str, line: QTextLine) -> str:
        """As much of the words as there is room for before an ellipsis; italics are narrower than the rest."""
        metrics = QFontMetricsF(self._font)
        if holds_right_to_left(text):  # what is seen at the end of the room is not what is read there
            return words_in(metrics, text, self._width)
        end = x_of(line, 0) + self._width - metrics.horizontalAdvance("…")
        units = line.xToCursor(end, QTextLine.CursorPosition.CursorOnCharacter)
        kept = letters_before(text, units)
        return f"{whole_words(text, kept)}…"

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw it into a place of its width."""
        painter.setPen(self._ink)
        self._layout.draw(painter, QPointF(place.x(), place.y() + (place.height() - self._height) / 2))


def paint_phrase(painter: QPainter, place: QRectF, phrase: Phrase, pixels: float, *, mirrored: bool) -> None:
    """Draw a phrase into a place, at its leading edge; `mirrored` where that is the right one."""
    LaidPhrase(phrase, pixels, place.width(), current().ink, mirrored=mirrored).paint(painter, place)
