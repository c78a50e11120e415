"""Rings of dead objects are searched for in the window's thread alone: young ones now and then, all while it is left.

To search all takes up to half a second, and cannot be done in pieces; so it is never done while the window is in front.
What is let go of a text or a comparison is in no ring (tests/app/test_tidying.py), so that little waits for it.

Python itself searches in whatever thread has just made an object, and takes apart there what it finds. What Qt made
must go in the thread it lives in: a timer that is stopped from another one ends the program.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from app.running.what_stays import search_young, tidy

_LEFT_FOR = 300_000
"""Milliseconds without the window in front after which nobody is hindered."""
_NOW_AND_THEN = 250


class Tidying(QObject):
    """Takes the search from Python while there is a window; `close` gives it back.

    `rest` does something where nobody types: a search of some milliseconds falls into no key.
    """

    def __init__(
        self, parent: QObject | None = None, rest: Callable[[Callable[[], object]], object] | None = None
    ) -> None:
        super().__init__(parent)
        self._left = QTimer(self)
        self._left.setSingleShot(True)
        self._left.setInterval(_LEFT_FOR)
        self._left.timeout.connect(tidy)
        self._beat = QTimer(self)
        self._beat.setInterval(_NOW_AND_THEN)
        self._beat.timeout.connect(search_young if rest is None else lambda: rest(search_young))
        self._beat.start()
        gc.disable()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._left_or_back)

    def _left_or_back(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._left.stop()
        else:
            self._left.start()

    def close(self) -> None:
        """The window goes: Python searches by itself again."""
        self._beat.stop()
        self._left.stop()
        gc.enable()
