"""A switch: on is ink with the knob at the trailing edge, off a hollow with the knob at the leading edge."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from widgets.theme import tokens as appearance
from widgets.theme.controls import PressedByEnter
from widgets.theme.tokens import theme_changed

_WIDE, _HIGH, _KNOB = 34, 20, 12


class Switch(PressedByEnter):
    """On or off; `toggled(bool)`."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_changed.repaint(self)

    def sizeHint(self) -> QSize:
        return QSize(_WIDE, _HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        place = QRectF(0, 0, _WIDE, _HIGH).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setPen(QPen(tokens.ink if on else tokens.ctl, 1.5))
        painter.setBrush(tokens.ink if on else tokens.paper)
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        at_end = on != (self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.on_accent if on else tokens.ink2)
        painter.drawEllipse(QRectF(_WIDE - _KNOB - 4 if at_end else 4, (_HIGH - _KNOB) / 2, _KNOB, _KNOB))
        painter.end()
