"""A number drawn across the gutter to a paragraph of the other side; it never leaves the view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication

from widgets.compare.pairing.rows import End
from widgets.theme import fonts
from widgets.theme.tokens import Measures, current

if TYPE_CHECKING:
    from widgets.compare.pairing.view import PairingView

_EDGE, _STEP, _BEAT = 36, 14, 16


class Drag(QObject):
    """What is dragged and where the pointer is; near the upper and lower edge the view scrolls."""

    def __init__(self, view: PairingView) -> None:
        super().__init__(view)
        self._view = view
        self.end_held: End | None = None
        self.begun = False
        self.place = QPointF()
        self._from = QPointF()
        self._scroll = QTimer(self)
        self._scroll.setInterval(_BEAT)
        self._scroll.timeout.connect(self._scroll_on)

    def begin(self, end: End, place: QPointF) -> None:
        """The button went down on the number of a paragraph."""
        self.end_held, self.begun, self._from, self.place = end, False, place, place

    def move(self, place: QPointF) -> bool:
        """The pointer moved; whether something is dragged."""
        if self.end_held is None:
            return False
        self.place = place
        if not self.begun and (place - self._from).manhattanLength() >= QApplication.startDragDistance():
            self.begun = self._view.drawing_across = True
            self._scroll.start()
        self._view.viewport().update()
        return self.begun

    def end(self) -> End | None:
        """The button came up, or the drag is given up; what was dragged, None where nothing was."""
        found = self.end_held if self.begun else None
        self.end_held, self.begun, self._view.drawing_across = None, False, False
        self._scroll.stop()
        self._view.viewport().update()
        return found

    def _scroll_on(self) -> None:
        bar, height = self._view.verticalScrollBar(), self._view.viewport().height()
        if self.place.y() < _EDGE:
            bar.setValue(bar.value() - _STEP)
        elif self.place.y() > height - _EDGE:
            bar.setValue(bar.value() + _STEP)


def paint_drag(view: PairingView, drag: Drag) -> None:
    """Draw the number at the pointer, the line it comes from, and a frame about what it would be paired with."""
    end, pairs = drag.end_held, view.pairs
    if end is None or pairs is None:
        return
    tokens = current()
    painter = QPainter(view.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    onto = view.end_at(drag.place)
    target = view.frame_of(onto) if onto is not None and onto.old != end.old else None
    pen = QPen(tokens.ink, 2)
    pen.setDashPattern([3, 2.5])
    painter.setPen(pen)
    grip = view.grip_of(end)
    if grip is not None:
        there = view.grip_of(onto) if onto is not None and target is not None else None
        painter.drawLine(grip, there or drag.place)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.ink)
        painter.drawEllipse(grip, 5.5, 5.5)
    if target is not None:
        painter.setPen(QPen(tokens.ink, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(target, Measures.RADIUS_CONTROL, Measures.RADIUS_CONTROL)
    words, font = pairs.label(end), fonts.small(600)
    painter.setFont(font)
    wide = painter.fontMetrics().horizontalAdvance(words) + 18
    # Above the pointer, so that what is under it can be read.
    box = QRectF(drag.place.x() - wide / 2, drag.place.y() - 30, wide, 22)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.ink)
    painter.drawRoundedRect(box, Measures.RADIUS_CHIP, Measures.RADIUS_CHIP)
    painter.setPen(tokens.on_accent)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
    painter.end()
