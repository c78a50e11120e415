"""Rings of dead objects are searched for in the window's thread alone: young ones now and then, all while it is left.

Python itself searches in whatever thread has just made an object, and takes apart there what it finds. What Qt made
must go in the thread it lives in: a timer that is stopped from another one ends the program.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from app.running.what_stays import is_much, search_young, tidy

_LEFT_FOR = 20_000
"""Milliseconds without the window in front after which nobody is hindered."""
_NOW_AND_THEN = 250


class Tidying(QObject):
    """Takes the search from Python while there is a window; `close` gives it back.

    `rest` does something where nobody types: a search of some milliseconds falls into no key. All is searched, for half
    a second, where `long_rest` says that nobody is there.
    """

    def __init__(
        self,
        parent: QObject | None = None,
        rest: Callable[[Callable[[], object]], object] | None = None,
        long_rest: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__(parent)
        self._long_rest = long_rest
        self._left = QTimer(self)
        self._left.setSingleShot(True)
        self._left.setInterval(_LEFT_FOR)
        self._left.timeout.connect(tidy)
        self._beat = QTimer(self)
        self._beat.setInterval(_NOW_AND_THEN)
        self._beat.timeout.connect(self._search if rest is None else lambda: rest(self._search))
        self._beat.start()
        gc.disable()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._left_or_back)

    def _search(self) -> None:
        if is_much() and self._long_rest():
            tidy()
        else:
            search_young()

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
