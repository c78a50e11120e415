"""Keys as hints: their words, and the small boxes they stand in."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeySequence, QPainter, QPen

from widgets.theme import fonts
from widgets.theme.tokens import Measures

_JOINT = re.compile(r"\+(?=.)")
"""What joins keys; the last plus is the key itself."""


def key_words(keys: QKeySequence | str) -> str:
    """A shortcut as the hints say it: "Ctrl N", with the system's own signs on macOS."""
    text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return _JOINT.sub(" ", text) if len(text) > 1 else text


def key_width(words: str) -> float:
    """Width of a key hint in pixels."""
    return QFontMetricsF(fonts.micro()).horizontalAdvance(words) + 10


def paint_key(painter: QPainter, place: QRectF, words: str, colour: QColor, border: QColor) -> None:
    """A key as a small box with its name."""
    painter.setPen(QPen(border, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), Measures.RADIUS_BOX, Measures.RADIUS_BOX)
    painter.setPen(colour)
    painter.setFont(fonts.micro())
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)
