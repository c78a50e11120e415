"""What would hold the window up if it were done at once, done piece by piece."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

_TURN = 1
"""Milliseconds: pieces that wait no time at all are done in one turn of the event loop, before all that waits there."""
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.InputMethod)


def one_by_one(owner: QObject, *acts: Callable[[], object]) -> None:
    """Do each act in a turn of the event loop of its own, the first at once; what is left goes with its owner.

    Keys are for what the last act opens: where one comes before that, what is left is done at once.
    """
    Pieces(owner, acts).go_on()


class Pieces(QObject):
    """What is still to be done, as long as there is some, as a child of whose it is."""

    def __init__(self, owner: QObject, acts: tuple[Callable[[], object], ...]) -> None:
        super().__init__(owner)
        self._acts = list(acts)
        self._before = QApplication.focusWidget()
        if self._before is not None:
            self._before.installEventFilter(self)

    def go_on(self) -> None:
        """Do the next one."""
        if not self._acts:
            self.deleteLater()
            return
        try:
            self._acts.pop(0)()
        finally:
            if isValid(self):
                # The turn begins now: what fell due while this one was done comes before the next.
                QTimer.singleShot(_TURN, self, self.go_on)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() not in _KEYS:
            return False
        while self._acts and isValid(self):
            self._acts.pop(0)()
        widget = QApplication.focusWidget()
        if widget is None or widget is self._before:
            return False
        QApplication.sendEvent(widget, event)
        if event.type() is not QEvent.Type.ShortcutOverride:
            event.accept()  # it came to all it was for, and not to what lies around the widget before
        return True
