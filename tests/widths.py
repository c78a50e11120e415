"""Every width that a text takes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class Widths(QObject):
    """What a text was set in from now on, in pixels."""

    def __init__(self, sheet: QWidget) -> None:
        super().__init__(sheet)
        self.taken: list[int] = []
        self._before = sheet.width()
        sheet.installEventFilter(self)

    def eventFilter(self, sheet: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(sheet, QWidget) and sheet.width() != self._before:
            self._before = sheet.width()
            self.taken.append(self._before)
        return False
