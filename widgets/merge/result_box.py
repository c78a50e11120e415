"""The result in the page's one heavy box; where it is longer than its room it scrolls inside it."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from widgets.merge.mirrored import Mirrored
from widgets.merge.paragraphs import Paragraphs
from widgets.paper import type as letters
from widgets.paper.scroll_bar import scrolled
from widgets.theme import tokens as appearance
from widgets.theme.surfaces import Surface
from widgets.theme.tokens import Measures, theme_changed

_SIDE, _TOP = 16, 11
BAR = 12
"""Pixels that are left for a scroll bar."""


class ResultBox(Mirrored, QWidget):
    """`words` is what stands in it."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Paragraphs(letters.INLINE, "Result", presses=True)
        self._area = quiet_area(self.words)
        around = QVBoxLayout(self)
        around.addWidget(self._area)
        self.keep_room(_SIDE, _TOP, 5, _TOP)
        theme_changed.repaint(self)

    def height_for(self, width: int) -> int:
        """How high it is with all its words in sight."""
        return self.words.height_at(width - _SIDE - 5 - BAR) + 2 * _TOP

    def fitting(self, width: int, room: int) -> int:
        """How much of so much room it takes: where it scrolls, whole lines, and nothing of the tint of the next one."""
        needed, line, around = self.height_for(width), self.words.lead, 2 * _TOP - 4
        return needed if needed <= room else max(1, (room - around) // line) * line + around

    def show_place(self, place: int) -> None:
        """Bring a place into sight, from the beginning of a line."""
        box = self.words.place_box(place).toRect()
        if box.isNull():
            return
        bar, line = self._area.verticalScrollBar(), self.words.lead
        room = self._area.viewport().height()
        if box.height() > room:
            bar.setValue(box.top() // line * line)
            return
        self._area.ensureVisible(box.center().x(), box.center().y(), 0, box.height() // 2 + 20)
        bar.setValue(min(-(-bar.value() // line), bar.maximum() // line) * line)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.ink, 1.5))
        painter.setBrush(tokens.paper)
        radius = Measures.RADIUS_CARD
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), radius, radius)
        painter.end()


class _Ground(Mirrored, Surface):
    pass


def quiet_area(widget: QWidget, *, fills: bool = False) -> QScrollArea:
    """A widget on paper that scrolls upright where it is higher than its room; one that `fills` takes all of it.

    The scroll bar of some styles lies over what is scrolled: room is left for it.
    """
    ground = _Ground("paper")
    column = QVBoxLayout(ground)
    ground.keep_room(0, 0, BAR, 0)
    column.addWidget(widget)
    if not fills:
        column.addStretch(1)
    return scrolled(ground, "paper")
