"""The tools in the page bar that are letters rather than icons: an italic I, bold brackets."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from widgets.paper.type import serif
from widgets.theme import fonts
from widgets.theme.controls import IconButton
from widgets.theme.tokens import current


class LetterButton(IconButton):
    """A tool whose sign is set in type; `letters` "I" is italic, everything else bold."""

    def __init__(self, letters: str, words: str) -> None:
        super().__init__("", words)
        self._letters = letters

    def _font(self) -> QFont:
        return serif(18, 500, italic=True) if self._letters == "I" else fonts.sans(14, 600)

    def _paint_sign(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(current().ink2 if self.isEnabled() else current().off)
        painter.setFont(self._font())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self._letters)
