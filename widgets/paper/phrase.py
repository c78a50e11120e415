"""A line of words in the serif, some of them italic, cut with an ellipsis where room is short."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from widgets.paper.direction import around_isolated, is_right_to_left
from widgets.paper.type import serif
from widgets.theme.tokens import current

Phrase = tuple[tuple[str, bool], ...]
"""Words and whether they are italic."""


def plain(phrase: Phrase) -> str:
    """The words of a phrase without its italics."""
    return "".join(text for text, _ in phrase)


class LaidPhrase:
    """A phrase laid out for a width in pixels, to be painted as often as wanted; `mirrored` where it begins at the
    right edge."""

    def __init__(self, phrase: Phrase, pixels: float, width: float, ink: QColor, *, mirrored: bool) -> None:
        font = serif(pixels)
        text = plain(phrase).replace("\n", " ")
        right_to_left = is_right_to_left(around_isolated(text))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
        self._ink = ink
        self._layout = layout = QTextLayout(shown, font)
        formats, at = [], 0
        for words, italic in phrase:
            made = QTextLayout.FormatRange()
            made.start, made.length = at, len(words.encode("utf-16-le")) // 2
            looks = QTextCharFormat()
            looks.setForeground(ink)
            looks.setFontItalic(italic and not right_to_left)
            made.format = looks
            formats.append(made)
            at += made.length
        layout.setFormats(formats)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(width)
        layout.endLayout()
        self._height = line.height()

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw it into a place of its width."""
        painter.setPen(self._ink)
        self._layout.draw(painter, QPointF(place.x(), place.y() + (place.height() - self._height) / 2))


def paint_phrase(painter: QPainter, place: QRectF, phrase: Phrase, pixels: float, *, mirrored: bool) -> None:
    """Draw a phrase into a place, at its leading edge; `mirrored` where that is the right one."""
    LaidPhrase(phrase, pixels, place.width(), current().ink, mirrored=mirrored).paint(painter, place)
