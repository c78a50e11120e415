"""Tidying up while the window is left: what was set aside is searched for dead objects then."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from app.aside import tidy

_LEFT_FOR = 20_000
"""Milliseconds without the window in front after which nobody is hindered."""


class Tidying(QObject):
    """Has everything searched once the window has been left for some time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LEFT_FOR)
        self._timer.timeout.connect(tidy)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._left_or_back)

    def _left_or_back(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._timer.stop()
        else:
            self._timer.start()
