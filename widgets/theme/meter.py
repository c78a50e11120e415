"""A bar of shares: solid for what is settled, hatched for what is bracketed, the rest empty."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from widgets.theme import tokens as appearance

_STRIPE, _GAP = 3.0, 2.0


def paint_meter(painter: QPainter, place: QRectF, bracketed: float) -> None:
    """Draw the share (0 to 1) that is bracketed, hatched, so that it can be told without colour."""
    tokens = appearance.current()
    empty = QColor(tokens.ink)
    empty.setAlphaF(0.11)
    painter.fillRect(place, empty)
    if bracketed <= 0:
        return
    end = place.left() + max(_STRIPE, place.width() * min(1.0, bracketed))
    painter.fillRect(QRectF(place.left(), place.top(), end - place.left(), place.height()), tokens.paper)
    x = place.left()
    while x < end:
        painter.fillRect(QRectF(x, place.top(), min(_STRIPE, end - x), place.height()), tokens.bracketed)
        x += _STRIPE + _GAP
