"""A long rest of the window: for many seconds nothing was pressed, pointed at or worked out in it."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

REST = 20.0
"""Seconds without a sign of anybody, after which something may take half a second."""
_SIGNS = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.InputMethod,
        QEvent.Type.Resize,
        QEvent.Type.Move,
        QEvent.Type.FocusIn,
    )
)


class LongRest(QObject):
    """Watches a window from when `has_come` is asked first until it says so; `works` tells whether work is under way.

    What the system sends to the window is watched: all keys and pointers come that way, whatever page they are for, and
    of one object alone is it asked for in Python.
    """

    def __init__(self, window: QWidget, works: Callable[[], bool], seconds: float = REST) -> None:
        super().__init__(window)
        self._window, self._works, self._seconds = window, works, seconds
        self._watched: QWindow | None = None
        self._since = 0.0

    def has_come(self) -> bool:
        """Whether the window has been at rest for so long; the next rest begins now."""
        now, handle = time.monotonic(), self._window.windowHandle()
        if self._watched is None or self._watched is not handle or self._works():
            self._watch(handle)
            self._since = now
            return False
        if now - self._since < self._seconds:
            return False
        self._watch(None)
        return True

    def _watch(self, handle: QWindow | None) -> None:
        if self._watched is not handle:
            if self._watched is not None:
                self._watched.removeEventFilter(self)
            if handle is not None:
                handle.installEventFilter(self)
            self._watched = handle

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS:
            self._since = time.monotonic()
        return False
