"""F1 opens the page of whatever has the focus, in the real window by its keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.window import Window
from tests.app.at_the_keys import CTRL, SHIFT, Hands, Key

pytestmark = pytest.mark.qt_log_ignore("does not support")


def _page(qtbot: QtBot, hands: Hands) -> str:
    """The page of the help that F1 opens now; pressed again the drawer goes."""

    def has_the_keys() -> bool:
        drawer, focus = hands.window.helping.drawer, QApplication.focusWidget()
        return drawer is not None and focus is not None and drawer.isAncestorOf(focus)

    hands.press(Key.Key_F1)
    qtbot.waitUntil(has_the_keys)
    drawer = hands.window.helping.drawer
    assert drawer is not None
    hands.press(Key.Key_F1)
    qtbot.waitUntil(drawer.isHidden)
    return drawer.page


def test_the_help_is_on_what_has_the_focus(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    window.resize(1280, 800)
    hands = Hands(qtbot, window)
    assert _page(qtbot, hands) == "start"
    hands.take(files)
    hands.write_on()
    found = {"write": _page(qtbot, hands)}
    hands.press(Key.Key_F, CTRL)
    found["find"] = _page(qtbot, hands)
    hands.press(Key.Key_Escape)
    for name, key, held in (
        ("masthead", Key.Key_M, CTRL | SHIFT),
        ("dossier", Key.Key_1, CTRL),
        ("compare", Key.Key_3, CTRL),
    ):
        hands.press(key, held)
        hands.rest()
        found[name] = _page(qtbot, hands)
    assert found == {name: name for name in found}
