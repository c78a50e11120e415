"""Esc gives up what was asked for at the keyboard and is not answered yet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.running.background import Background


class GivingUp(QObject):
    """Listens where the keyboard is, from `ask` on, for as long as something is under way in a lane."""

    def __init__(self, background: Background, lane: str, parent: QObject) -> None:
        super().__init__(parent)
        self._background, self._lane = background, lane

    def ask(self) -> None:
        """Something was asked for."""
        keyboard = QApplication.focusWidget()
        if keyboard is not None:
            keyboard.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        waits = any(task.lane == self._lane and not task.cancelled for task in self._background.tasks)
        if waits and event.key() != Qt.Key.Key_Escape:
            return False
        watched.removeEventFilter(self)
        self._background.stop(self._lane)
        return waits
