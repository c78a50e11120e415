"""A part of the dialog that is scrolled where it has no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from widgets.paper import scroll_bar
from widgets.theme.focus import Ringed
from widgets.theme.roles import Role, speak_as


class ReadArea(Ringed, QScrollArea):
    """A text in which nothing has the keyboard: it has it itself, scrolls by the keys, and is read out as `words`."""

    def __init__(self, inner: QWidget, name: str, words: str) -> None:
        super().__init__()
        speak_as(self, Role.Document, name)
        self.setAccessibleDescription(words)
        scroll_bar.dress(self, "raised")
        self.setWidget(inner)
        _lay_bare(self, inner)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.Polish:  # in which the style takes the keyboard from each area
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if (end := ends.get(Qt.Key(event.key()))) is not None:
            bar.setValue(end)
        else:
            super().keyPressEvent(event)


def scrolled(widget: QWidget) -> QScrollArea:
    """An area around a widget, without a frame, on the dialog's own ground."""
    area = scroll_bar.scrolled(widget, "raised")
    _lay_bare(area, widget)
    return area


def _lay_bare(area: QScrollArea, inner: QWidget) -> None:
    for part in (area.viewport(), inner):
        part.setAutoFillBackground(False)
