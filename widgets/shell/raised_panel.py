"""What lies over the window for a moment: its ground, and the letters it keeps from the page below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QWidget

from widgets.theme import tokens as appearance
from widgets.theme.tokens import Measures, theme_changed


class RaisedPanel(QFrame):
    """The raised ground with its one shadow: of what lies over the window for a moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme_changed.connect(self._shade)
        self._shade(None)

    def _shade(self, _tokens: object) -> None:
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 6)
        shadow.setColor(appearance.current().shadow)
        self.setGraphicsEffect(shadow)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.line2, tokens.raised_border))
        painter.setBrush(tokens.raised)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), Measures.RADIUS_POPOVER, Measures.RADIUS_POPOVER
        )
        painter.end()


def keeps_letter(event: QEvent) -> bool:
    """Whether an event is a letter that an act of the page below would take; it is kept from it."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    letter = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier and event.text().isalnum()
    if letter:
        event.accept()
    return letter
