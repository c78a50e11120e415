"""Light and dark: everything follows, and the choice is remembered."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.settings.settings import read_settings
from app.window.window import Window
from widgets.theme import tokens


def test_dark_changes_every_page_at_once(qtbot: QtBot, qapp: QApplication, window: Window) -> None:
    window.acts["appearance_dark"].trigger()
    assert tokens.current() is tokens.DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == tokens.DARK.panel
    picture = window.grab().toImage()
    assert picture.pixelColor(picture.width() - 5, picture.height() // 2).lightness() < 60
    window.acts["appearance_light"].trigger()
    picture = window.grab().toImage()
    assert picture.pixelColor(picture.width() - 5, picture.height() // 2).lightness() > 240


def test_the_choice_is_remembered(window: Window) -> None:
    window.acts["appearance_dark"].trigger()
    window.close()
    assert read_settings(window.places.config / "settings.json").appearance == "dark"
    window.acts["appearance_light"].trigger()


def test_thousands_of_void_calls_lose_no_reference_to_none(qapp: QApplication, window: Window) -> None:
    # Some builds of PySide6 for Python 3.11 lose one at each call that returns nothing, and die of it.
    import sys

    before = sys.getrefcount(None)
    for _ in range(300_000):
        window.setObjectName("window")
    assert sys.getrefcount(None) > before - 1000
