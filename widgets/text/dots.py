"""Dots under words: no line, as changed words have, and no wave, as brackets alone have."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from widgets.theme.tokens import current

_DOT, _APART, BELOW = 1.9, 4, 0.38
"""How thick a dot is, how far from the next, and how far below the letters, the last in their sizes."""
_HIGH = 3


def paint_dots(painter: QPainter, left: float, right: float, middle: float) -> None:
    """Dots from one place to another, at a height."""
    dots = _dots(current().error.rgba(), painter.device().devicePixelRatio())
    wide = max(_APART, (right - left) // _APART * _APART)
    painter.drawTiledPixmap(QRectF(round(left), round(middle) - 1, wide, _HIGH), dots)


@lru_cache(maxsize=8)
def _dots(colour: int, ratio: float) -> QPixmap:
    """One dot, to be laid side by side."""
    tile = QPixmap(round(_APART * ratio), round(_HIGH * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor.fromRgba(colour))
    painter.drawEllipse(QRectF((_APART - _DOT) / 2, (_HIGH - _DOT) / 2, _DOT, _DOT))
    painter.end()
    return tile
