"""Told to end by the system or from a terminal: the windows close as by hand, so that all that was typed is kept."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""Those that the system knows."""


class ToldToEnd(QObject):
    """Calls `end` in Qt's loop, where Python's own handlers would wait until something else wakes Python.

    Whoever asks a second time is obeyed at once, the way the system does it.
    """

    def __init__(self, parent: QObject, end: Callable[[], None]) -> None:
        super().__init__(parent)
        self._end = end
        self._numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
        self._heard, self._told = socket.socketpair()
        self._heard.setblocking(False)
        self._told.setblocking(False)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._begin)
        signal.set_wakeup_fd(self._told.fileno(), warn_on_full_buffer=False)
        for number in self._numbers:
            if signal.getsignal(number) is not signal.SIG_IGN:  # nohup
                signal.signal(number, _noted)

    def _begin(self) -> None:
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for number in self._numbers:
            if signal.getsignal(number) is _noted:
                signal.signal(number, signal.SIG_DFL)
        self._end()


def _noted(_number: int, _frame: FrameType | None) -> None:
    """It has been written to the socket."""
