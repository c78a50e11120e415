"""A window that has the keys."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def show(qtbot: QtBot, window: QWidget) -> None:
    """Show a window, and wait until it is the one that keys go to: Qt asks the actions of no other one for a key."""
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
