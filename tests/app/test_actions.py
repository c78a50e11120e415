"""The table of actions: keys and letters of the menus are of one action each, and no field's own key is taken."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QKeySequence

from app.shell.actions import ACTS, BY_NAME, PAGE_KEYS, key_table
from app.window.window import Window


def test_a_key_is_of_one_action() -> None:
    of_all = (keys for act in BY_NAME.values() for keys in (act.keys, act.second_keys) if keys)
    keys = Counter(QKeySequence(keys).toString() for keys in of_all)
    assert [key for key, count in keys.items() if count > 1] == [], "Qt does neither where both could be done"


def test_every_key_of_an_action_stands_on_the_sheet_of_all_keys(window: Window) -> None:
    on_sheet = {keys for _, rows in key_table() for _, keys in rows}
    shortcuts = {keys.toString() for action in window.acts.values() for keys in action.shortcuts()}
    assert "Ctrl+Y" in shortcuts
    assert shortcuts <= on_sheet


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


def test_no_key_is_one_that_writes_a_bracket_on_another_keyboard() -> None:
    """On Windows Ctrl+Alt takes what AltGr writes: “[” is AltGr+F on a Czech or Hungarian keyboard."""
    assert not [act.name for act in BY_NAME.values() if "Ctrl+Alt" in act.keys]
