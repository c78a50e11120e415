"""The table of actions: keys and letters of the menus are of one action each, and no field's own key is taken."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from app.shell.actions import ACTS, BY_NAME, PAGE_KEYS
from app.window.window import Window
from tests.app.at_the_keys import ALT, SHIFT, Hands, Key


def test_a_key_is_of_one_action() -> None:
    keys = Counter(QKeySequence(act.keys).toString() for act in BY_NAME.values() if act.keys)
    assert [key for key, count in keys.items() if count > 1] == [], "Qt does neither where both could be done"


def test_a_letter_of_a_menu_is_of_one_action() -> None:
    letters = Counter((act.menu, act.words.split("&")[1][0].lower()) for act in BY_NAME.values())
    assert [letter for letter, count in letters.items() if count > 1] == []


def test_names_are_of_one_action_and_words_too() -> None:
    assert len(BY_NAME) == sum(bool(act.words) for act in ACTS)
    words = Counter(act.words.replace("&", "") for act in BY_NAME.values())
    assert [word for word, count in words.items() if count > 1] == []


def test_the_keys_of_a_page_are_not_those_of_an_action_everywhere() -> None:
    everywhere = {act.keys for act in BY_NAME.values() if act.keys and not act.place}
    assert not everywhere & {keys for _, rows in PAGE_KEYS for _, keys in rows}


@pytest.mark.qt_log_ignore("does not support")
def test_keys_known_from_word_move_a_paragraph_and_set_its_level(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    given = [keys.toString() for act in window.acts.values() for keys in act.shortcuts()]
    assert len(given) == len(set(given)), "a key of two actions"
    # On Windows such a key takes what AltGr writes: “[” is AltGr+F on a Czech or Hungarian keyboard.
    assert not [keys for keys in given if "Ctrl+Alt" in keys]
    hands = Hands(qtbot, window)
    hands.rest()
    hands.new_dossier(tmp_path / "desk.adref")
    working = hands.new_text().text

    def read() -> list[str]:
        return [f"{working.label(at)} {entry.text}" for at, entry in enumerate(working.entries)]

    hands.type("Decides to meet:\nin May\nin June")
    hands.press(Key.Key_Up, ALT | SHIFT)
    assert read() == ["OP1 Decides to meet:", "OP1 (a) in June;", "OP1 (b) in May."]
    hands.press(Key.Key_Down, ALT | SHIFT)
    hands.press(Key.Key_Right, ALT | SHIFT)
    assert read() == ["OP1 Decides to meet:", "OP1 (a) in May:", "OP1 (a) (i) in June."]
    hands.press(Key.Key_Left, ALT | SHIFT)
    assert read() == ["OP1 Decides to meet:", "OP1 (a) in May;", "OP1 (b) in June."]
