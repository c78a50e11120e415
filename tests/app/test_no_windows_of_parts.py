"""Parts of a page come into sight within it: none flashes as a window of its own and takes the keyboard away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.window.window import Window
from tests.app.at_the_keys import CTRL, SHIFT, Hands, Key

pytestmark = pytest.mark.qt_log_ignore("does not support")


class _Windows(QObject):
    """The windows that come into sight."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_part = isinstance(watched, QWidget) and watched.isWindow() and not isinstance(watched, Window | QDialog)
        if is_part and event.type() == QEvent.Type.Show:
            self.seen.append(type(watched).__name__)
        return False


def test_help_settings_and_export_flash_no_windows(
    qtbot: QtBot, qapp: QApplication, window: Window, files: list[Path]
) -> None:
    hands = Hands(qtbot, window)
    hands.take(files)
    hands.write_on()
    windows = _Windows()
    qapp.installEventFilter(windows)
    try:
        hands.press(Key.Key_F1)
        qtbot.waitUntil(lambda: window.helping.drawer is not None and window.helping.drawer.isVisible())
        hands.press(Key.Key_F1)
        hands.press(Key.Key_M, CTRL | SHIFT)
        hands.rest()
        for act in ("settings", "export"):
            window.acts[act].trigger()
            qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
            dialog = QApplication.activeModalWidget()
            assert dialog is not None
            dialog.close()
            qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    finally:
        qapp.removeEventFilter(windows)
    assert windows.seen == []
