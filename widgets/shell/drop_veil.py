"""While files hover over the window: what dropping them will do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from widgets.paper.elided import line_in
from widgets.theme import fonts, icons
from widgets.theme import tokens as appearance

_EDGE = 40


class DropVeil(QWidget):
    """Covers the window; `show_promise` names what will happen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self.words = self.more = ""

    def show_promise(self, words: str, more: str = "") -> None:
        """Cover the parent and say what dropping does."""
        self.words, self.more = words, more
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(tokens.paper)
        ground.setAlpha(236)
        painter.fillRect(self.rect(), ground)
        pen = QPen(tokens.ink, 1.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 5, -5, -5), 10, 10)
        middle = QRectF(self.rect()).center()
        icons.paint(painter, QRectF(middle.x() - 14, middle.y() - 60, 28, 28), "download-simple", tokens.ink)
        below = self._paint_line(painter, self.words, fonts.serif(20, 500), tokens.ink, middle.y() - 20)
        self._paint_line(painter, self.more, fonts.ui(), tokens.ink2, below + 2)
        painter.end()

    def _paint_line(self, painter: QPainter, words: str, font: QFont, ink: QColor, top: float) -> float:
        """A line in the middle, of which names are shortened where they have no room; where it ends."""
        painter.setFont(font)
        painter.setPen(ink)
        letters = QFontMetricsF(font)
        place = QRectF(_EDGE, top, self.width() - 2 * _EDGE, letters.height() + 4)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), line_in(letters, words, place.width()))
        return place.bottom()
