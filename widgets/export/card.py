"""The ground of the export dialog."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from widgets.theme.tokens import Measures, current

WIDTH, HEIGHT, PAGE_WIDTH = 1088, 752, 496
"""Of the dialog, and how much of its width the page has; in pixels."""


class ExportCard(QWidget):
    """The dialog's ground: the page's half, where there is one, darker than the form's."""

    page = True

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QPainterPath()
        whole.addRoundedRect(self.rect().toRectF(), Measures.RADIUS_POPOVER, Measures.RADIUS_POPOVER)
        painter.fillPath(whole, tokens.raised)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self.page:
            painter.setClipRect(QRect(self.width() - PAGE_WIDTH if mirrored else 0, 0, PAGE_WIDTH, self.height()))
            painter.fillPath(whole, tokens.ground)
            painter.setClipping(False)
        painter.setPen(QPen(tokens.line2, tokens.raised_border))
        edge = tokens.raised_border / 2
        place = self.rect().toRectF().adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(place, Measures.RADIUS_POPOVER, Measures.RADIUS_POPOVER)
        painter.end()
