"""A quiet box with round corners, on which what belongs together stands."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from widgets.theme.tokens import Measures, current, theme_changed


class Ground(QWidget):
    """The box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme_changed.repaint(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.line, 1))
        painter.setBrush(tokens.panel)
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(place, Measures.RADIUS_CARD, Measures.RADIUS_CARD)
        painter.end()
