"""A small button that is on or off, named by a few letters: Aa, W, .*"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from widgets.theme import fonts
from widgets.theme import tokens as appearance
from widgets.theme.controls import IconButton
from widgets.theme.tokens import Measures

_SIDE = 26


class Toggle(IconButton):
    """Letters instead of an icon; what they mean is the tool tip and the accessible name."""

    def __init__(self, letters: str, words: str) -> None:
        super().__init__("x", words)
        self._letters = letters
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE + 4, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(tokens.ink, 1) if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(tokens.sel if self.isChecked() else tokens.hover)
            painter.drawRoundedRect(place, Measures.RADIUS_BOX, Measures.RADIUS_BOX)
        painter.setFont(fonts.small(600 if self.isChecked() else 500))
        painter.setPen(tokens.ink if self.isChecked() else tokens.ink2)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._letters)
        painter.end()
