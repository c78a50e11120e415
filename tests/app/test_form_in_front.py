"""While the form of the masthead stands in the place of the text, no key writes into the text behind it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.window import Window
from models.editing.edit import Selection
from tests.app.at_the_keys import CTRL, NONE, SHIFT, Hands, Key

pytestmark = pytest.mark.qt_log_ignore("does not support")

WAYS = {
    "palette": (Key.Key_K, CTRL),
    "help": (Key.Key_F1, NONE),
    "keep": (Key.Key_S, CTRL),
    "search": (Key.Key_F, CTRL | SHIFT),
    "name": (Key.Key_F2, SHIFT),
    "keys": (Key.Key_F1, SHIFT),
}
"""The keys of what opens beside or over the form."""


@pytest.fixture
def hands(qtbot: QtBot, window: Window, files: list[Path]) -> Hands:
    """The form stands before the text on the last of three drafts; the caret was brought to OP1, then to its end."""
    found = Hands(qtbot, window)
    found.take(files)
    found.write_on()
    jump(found, "op1")
    found.press(Key.Key_End, CTRL)
    found.press(Key.Key_M, CTRL | SHIFT)
    found.rest()
    assert window.masthead_form.in_front
    return found


def jump(hands: Hands, words: str) -> None:
    hands.press(Key.Key_K, CTRL)
    hands.type(words)
    hands.press(Key.Key_Return)
    hands.rest()


@pytest.mark.parametrize("way", ["palette", "help", "keep", "search", "name"])
def test_whoever_comes_back_from_elsewhere_is_in_the_form(hands: Hands, way: str) -> None:
    window = hands.window
    hands.press(*WAYS[way])
    hands.rest()
    hands.press(Key.Key_Escape)
    hands.rest()
    form, focus = window.masthead_form.page, QApplication.focusWidget()
    assert window.masthead_form.in_front
    assert form is not None
    assert focus is not None
    assert form.isAncestorOf(focus)


@pytest.mark.parametrize("way", ["palette", "help", "keep", "search", "name", "keys"])
def test_the_keyboard_comes_back_to_the_field_it_was_in(hands: Hands, way: str) -> None:
    hands.press(Key.Key_Tab, times=3)
    field = QApplication.focusWidget()
    hands.press(*WAYS[way])
    hands.rest()
    assert QApplication.focusWidget() is not field
    hands.press(Key.Key_Escape)
    hands.rest()
    assert QApplication.focusWidget() is field


@pytest.mark.parametrize("words", ["op2", "Decides to meet"])
def test_a_place_of_the_text_that_is_gone_to_is_shown(hands: Hands, words: str) -> None:
    sheet = hands.window.pages.text.sheet
    jump(hands, words)
    assert not hands.window.masthead_form.in_front
    assert sheet.isVisible()
    assert sheet.hasFocus()
    assert sheet.shown.label(sheet.chosen()) == "OP2"


def test_notes_are_not_listed_behind_it(hands: Hands) -> None:
    hands.window.acts["all_notes"].trigger()
    assert hands.window.status_bar.said.text() == "The form stands before the text; Esc goes back to it."


def test_the_caret_is_where_it_was_when_the_form_goes(hands: Hands) -> None:
    sheet = hands.window.pages.text.sheet
    assert sheet.working is not None
    hands.press(Key.Key_Escape)
    hands.rest()
    last = len(sheet.working.entries) - 1
    assert sheet.selection() == Selection.at(last, sheet.working.entries[last].length)


def test_from_the_palette_one_comes_back_to_where_one_was_on_any_page(hands: Hands) -> None:
    hands.window.going.go_to("dossier")
    hands.rest()
    hands.window.pages.dossier.add_button.setFocus()
    hands.press(Key.Key_K, CTRL)
    hands.press(Key.Key_Escape)
    assert hands.window.pages.dossier.add_button.hasFocus()
