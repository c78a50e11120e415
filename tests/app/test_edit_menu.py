"""Cut, copy, paste and select all in the menu are the keys of whatever has the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.window.window import Window
from tests.app.at_the_keys import CTRL, WAIT, Hands, Key

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def hands(qtbot: QtBot, window: Window, files: list[Path]) -> Hands:
    """A text that is written on."""
    found = Hands(qtbot, window)
    found.take(files)
    found.write_on()
    return found


def test_words_go_from_the_text_into_a_field_and_back(hands: Hands) -> None:
    window, acts = hands.window, hands.window.acts
    sheet = window.pages.text.sheet
    before = [entry.text for entry in sheet._entries()]
    acts["select_all"].trigger()
    acts["copy"].trigger()
    assert "Takes" not in QGuiApplication.clipboard().text()
    assert "Welcomes" in QGuiApplication.clipboard().text()
    hands.press(Key.Key_End, CTRL)
    hands.press(Key.Key_F, CTRL)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    hands.type("meet")
    acts["select_all"].trigger()
    acts["cut"].trigger()
    assert (field.text(), QGuiApplication.clipboard().text()) == ("", "meet")
    acts["paste"].trigger()
    assert field.text() == "meet"
    hands.press(Key.Key_Escape)
    hands.qtbot.waitUntil(lambda: QApplication.focusWidget() is sheet, timeout=WAIT)
    assert [entry.text for entry in sheet._entries()] == before


def test_what_is_composed_does_not_stay_behind_an_act(hands: Hands) -> None:
    sheet = hands.window.pages.text.sheet
    hands.press(Key.Key_End, CTRL)
    QApplication.sendEvent(sheet, QInputMethodEvent("にほ", []))
    assert sheet.textCursor().block().layout().preeditAreaText() == "にほ"
    hands.window.acts["move_up"].trigger()
    block = sheet.document().begin()
    while block.isValid():
        assert block.layout().preeditAreaText() == ""
        block = block.next()
    QApplication.sendEvent(sheet, QInputMethodEvent("x", []))
    hands.window.acts["undo"].trigger()
    assert sheet.textCursor().block().layout().preeditAreaText() == ""


def test_letters_typed_in_a_kept_draft_say_how_it_is_gone_on_with(
    qtbot: QtBot, window: Window, files: list[Path]
) -> None:
    hands = Hands(qtbot, window)
    hands.take(files)
    hands.press(Key.Key_2, CTRL)
    qtbot.waitUntil(lambda: window.going.place == "text", timeout=WAIT)
    hands.rest()
    sheet, said = window.pages.text.sheet, window.status_bar.said
    sheet.setFocus()
    before = said.text()
    for key in (Key.Key_Down, Key.Key_Space, Key.Key_PageDown):
        hands.press(key)
        assert said.text() == before
    hands.type("x")
    assert said.text().startswith("This draft is kept as it is: “Write on from this draft”")
    assert not window.going.writes
    hands.write_on()
    assert sheet.writes
    hands.type("x")
    qtbot.waitUntil(lambda: not said.isVisible())
