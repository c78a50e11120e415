"""The buttons at the side of a mouse, which go back and forward as in browsers."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QWidget

_WAYS = {Qt.MouseButton.BackButton: "back", Qt.MouseButton.ForwardButton: "forward"}
_PRESSED = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_MOUSE = (*_PRESSED, QEvent.Type.MouseButtonRelease)


class SideButtons(QObject):
    """Hears them wherever the mouse is over a window: texts would set the caret by them, and lists choose a row."""

    def __init__(self, window: QWidget, acts: Mapping[str, QAction]) -> None:
        super().__init__(window)
        self._window, self._acts = window, acts
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            # What the system gives to the window comes here before any widget has it; that is made when it is shown.
            if event.type() == QEvent.Type.WinIdChange and (handle := self._window.windowHandle()) is not None:
                handle.installEventFilter(self)
            return False
        if event.type() not in _MOUSE or not isinstance(event, QMouseEvent) or event.button() not in _WAYS:
            return False
        if event.type() in _PRESSED:
            self._acts[_WAYS[event.button()]].trigger()
        return True
