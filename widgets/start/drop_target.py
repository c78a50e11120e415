"""Where files are dropped on the start page, and what dropping them does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from widgets.theme import fonts, icons
from widgets.theme import tokens as appearance
from widgets.theme.key_hints import key_words
from widgets.theme.tokens import Measures, theme_changed

_PROMISES = (
    "One file opens a dossier. Two are compared. Several are kept in order.",
    "One opens, two are compared, more are kept in order.",
    "One opens, two are compared.",
)


class DropTarget(QWidget):
    """Says what dropping does; the whole window takes files."""

    def __init__(self, paste: str) -> None:
        super().__init__()
        self._paste = paste
        self.setFixedHeight(88)
        self.setAccessibleName(
            "Drop files here. One file opens a dossier. Two are compared. Several are kept in order."
        )
        theme_changed.repaint(self)

    def sizeHint(self) -> QSize:
        return QSize(600, 88)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        pen = QPen(tokens.ctl, 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawRoundedRect(place, Measures.RADIUS_POPOVER, Measures.RADIUS_POPOVER)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        lead = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        trail = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter

        def box(start: float, top: float, width: float, height: float) -> QRectF:
            return QRectF(self.width() - start - width if rtl else start, top, width, height)

        icons.paint(painter, box(24, 32, 24, 24), "download-simple", tokens.ink)
        painter.setPen(tokens.ink)
        painter.setFont(fonts.sans(15, 600))
        painter.drawText(box(66, 22, 400, 22), lead | middle, "Drop files here")
        painter.setFont(fonts.ui())
        painter.setPen(tokens.ink2)
        room = self.width() - 66 - (24 if self.width() <= 760 else 234)
        words = next((one for one in _PROMISES if painter.fontMetrics().horizontalAdvance(one) <= room), "")
        painter.drawText(box(66, 44, room, 22), lead | middle, words)
        if self.width() > 760:
            painter.setFont(fonts.small())
            painter.drawText(box(self.width() - 224, 25, 200, 18), trail | middle, "Word, PDF, text, Markdown")
            painter.drawText(
                box(self.width() - 224, 43, 200, 18),
                trail | middle,
                f"or paste with {key_words(self._paste)}" if self._paste else "",
            )
        painter.end()
