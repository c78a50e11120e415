"""The buttons at the side of the mouse go back and forward, whatever is under it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.window.window import Window
from tests.app.at_the_keys import Hands

pytestmark = pytest.mark.qt_log_ignore("does not support")
BACK, FORWARD = Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton


def click(window: Window, button: Qt.MouseButton, over: QWidget) -> None:
    """As the system gives it: to the window, at a place."""
    place = over.mapTo(window, QPoint(over.width() // 2, min(60, over.height() // 2)))
    QTest.mouseClick(window.windowHandle(), button, Qt.KeyboardModifier.NoModifier, place)


def test_they_go_back_and_forward_and_leave_caret_and_choice(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    window.resize(1280, 800)
    hands = Hands(qtbot, window)
    hands.take(files)
    hands.write_on()
    sheet, dossier = window.pages.text.sheet, window.pages.dossier
    before, words = sheet.chosen(), sheet.toPlainText()
    chosen = dossier.choice
    for over in (sheet.viewport(), window.pages.text.outline, window.top_bar, window.status_bar):
        assert window.going.place == "text"
        click(window, BACK, over)
        assert window.going.place == "dossier", over
        click(window, FORWARD, dossier)
        assert (window.going.place, sheet.chosen(), sheet.toPlainText()) == ("text", before, words), over
    assert dossier.choice == chosen


def test_where_there_is_nothing_to_go_back_to_nothing_happens(window: Window) -> None:
    for button in (BACK, FORWARD):
        click(window, button, window.pages.start)
        assert window.going.place == "start"
