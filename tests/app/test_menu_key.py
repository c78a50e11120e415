"""Shift+F10 opens the menu of what has the keyboard: of the chosen draft, the paragraph, the change, the field."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.window.window import Window
from tests.app.at_the_keys import WAIT, Hands

pytestmark = [
    pytest.mark.qt_log_ignore("does not support"),
    pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the system does it there"),
]


def menu_of(window: Window) -> list[str]:
    """The first words of the menu that Shift+F10 opens."""
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        return []
    words = [action.text().replace("&", "") for action in menu.actions()]
    menu.close()
    return words


def test_shift_f10_opens_the_menu_of_what_has_the_keyboard(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    hands = Hands(qtbot, window)
    hands.take(files)
    drafts = window.pages.dossier.list
    drafts.setFocus()
    hands.press(Qt.Key.Key_Down)
    assert menu_of(window)[:2] == ["Read", "Compare with"]
    window.pages.dossier.inspector.compare()
    qtbot.waitUntil(lambda: window.going.place == "compare" and not window.background.tasks, timeout=WAIT)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_N)
    assert menu_of(window)[0].startswith("Take ")
    window.going.go_to("dossier")
    hands.rest()
    hands.write_on()
    assert "Copy" in menu_of(window)
    window.acts["find"].trigger()
    assert "Select All" in menu_of(window)
    nothing: QWidget = window.top_bar.home_button
    nothing.setFocus()
    assert menu_of(window) == []
