"""The window takes any size in one jump, as where it is snapped to half of a screen: every page lies anew in it."""

from __future__ import annotations

import random
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.window import Window
from models.editing.edit import Selection
from models.editing.structure import insert_text, new_paragraph
from tests.app.at_the_keys import WAIT, Hands

pytestmark = pytest.mark.qt_log_ignore("does not support")

_WIDTHS = (300, 720, 759, 900, 960, 1279, 1280, 1599, 1600, 1920, 2560, 3840)
_HEIGHTS = (200, 480, 640, 1000, 2160)
_SHOWN = ("home", "go_dossier", "go_text", "go_compare", "lineage", "inspector", "beside", "focus", "larger", "smaller")
"""Acts that show another page, or another part of it."""


@pytest.fixture
def hands(qtbot: QtBot, window: Window, files: list[Path]) -> Hands:
    """A text of two screens with a note, on the last of three drafts."""
    found = Hands(qtbot, window)
    found.take(files)
    found.write_on()
    sheet = window.pages.text.sheet
    sheet.select(Selection.at(4, sheet.working.entries[4].length))
    for number in range(30):
        sheet.do(new_paragraph)
        sheet.do(insert_text, f"Decides that meeting {number} shall be convened in New York in May, in all languages")
    window.acts["footnote"].trigger()
    found.type("See resolution 60/1")
    return found


@pytest.mark.parametrize("beside", [False, True])
def test_a_wide_window_becomes_narrow_in_one_jump(hands: Hands, beside: bool) -> None:
    window, sheet = hands.window, hands.window.pages.text.sheet
    if window.acts["inspector"].isChecked() != beside:
        window.acts["inspector"].trigger()
    for wide, narrow in product((1600, 1920, 2560), (300, 760, 900, 1280)):
        window.resize(wide, 1000)
        QApplication.processEvents()
        window.resize(narrow, 800)
        QApplication.processEvents()
        assert sheet.column.width == sheet.viewport().width() > 100, (wide, narrow)
        assert sheet.column.blocks.heights.total < 1e6, (wide, narrow)


@pytest.mark.parametrize("seed", range(4))
def test_all_pages_lie_in_whatever_size_comes(hands: Hands, seed: int) -> None:
    chance, window = random.Random(seed), hands.window
    for _ in range(40):
        act = window.acts[chance.choice(_SHOWN)]
        if chance.random() < 0.5 and act.isEnabled():
            act.trigger()
        window.resize(chance.choice(_WIDTHS), chance.choice(_HEIGHTS))
        if chance.random() < 0.7:
            QApplication.processEvents()
    hands.rest()
    window.resize(1280, 800)
    window.going.go_to("text")
    hands.qtbot.waitUntil(lambda: window.pages.text.sheet.isVisible(), timeout=WAIT)
    sheet = window.pages.text.sheet
    # With another text beside it and the inspector, where these came, it has a third of the window.
    assert sheet.column.width == sheet.viewport().width() > 300
