"""The text alone in the window: begun, written in and ended by keyboard, and there again after a restart."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.settings.settings import Places
from app.window.window import Window
from tests.app.at_the_keys import CTRL, SHIFT, WAIT, Hands, Key, again
from tests.app.on_the_sheet import same_as_model

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def hands(qtbot: QtBot, window: Window, files: list[Path]) -> Hands:
    """The text on the last of three drafts is written, in a window with room for all."""
    window.resize(1280, 800)
    found = Hands(qtbot, window)
    found.take(files)
    found.write_on()
    return found


def around(window: Window) -> list[QWidget]:
    """All that stands around the text."""
    page = window.pages.text
    return [window.menuBar(), window.top_bar, page.bar, page.outline, window.drafting.inspector]


def is_alone(window: Window) -> bool:
    """Whether nothing stands around the text; never only some of it."""
    seen = {one.isVisible() for one in around(window)}
    assert len(seen) == 1, [one for one in around(window) if one.isVisible()]
    assert window.pages.text.sheet.isVisible()
    assert window.pages.text.sheet.stands_out == (not seen.copy().pop())
    return seen == {False}


@pytest.mark.parametrize("key", [Key.Key_F11, Key.Key_Escape])
def test_one_key_lets_everything_go_and_one_brings_it_back(hands: Hands, key: Key) -> None:
    window = hands.window
    assert not is_alone(window)
    hands.press(Key.Key_F11)
    assert is_alone(window)
    assert "Esc brings everything back" in window.status_bar.said.text()
    hands.press(key)
    assert not is_alone(window)
    assert window.pages.text.sheet.hasFocus()


def test_one_writes_finds_and_keeps_while_the_text_is_alone(qtbot: QtBot, hands: Hands) -> None:
    window, sheet = hands.window, hands.window.pages.text.sheet
    assert sheet.working is not None
    hands.press(Key.Key_End, CTRL)
    before = sheet.chosen()
    hands.press(Key.Key_F11)
    hands.type("\nRequests the Secretary-General to report")
    assert sheet.working.entries[before + 1].text.startswith("Requests the Secretary-General to report")
    assert [at for at in range(len(sheet.working.entries)) if not sheet.is_quiet(at)] == [before + 1]
    hands.press(Key.Key_Up, CTRL, times=2)
    assert [at for at in range(len(sheet.working.entries)) if not sheet.is_quiet(at)] == [sheet.chosen()]
    assert sheet.chosen() == before
    same_as_model(sheet)
    hands.press(Key.Key_F, CTRL)
    assert window.drafting.searching.bar.isVisible()
    hands.press(Key.Key_Escape)
    assert is_alone(window), "the first Esc closes what was opened last"
    hands.press(Key.Key_N, CTRL | SHIFT)
    hands.type("A/RES/80/1.")
    hands.press(Key.Key_Escape)
    assert is_alone(window)
    hands.press(Key.Key_S, CTRL)
    panel = window.drafting.keeping.panel
    assert panel.isVisible()
    assert window.ground.rect().contains(panel.geometry())
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk.listing is not None and len(window.desk.listing.nodes) == 4, timeout=WAIT)
    hands.rest()
    assert is_alone(window)
    hands.press(Key.Key_Escape)
    assert not is_alone(window)


@pytest.mark.parametrize("act", ["go_dossier", "compare_working", "masthead", "inspector", "all_notes"])
def test_what_stands_elsewhere_or_beside_brings_all_back(qtbot: QtBot, hands: Hands, act: str) -> None:
    window = hands.window
    window.acts["inspector"].trigger()
    hands.do("focus")
    assert window.focusing.on
    window.acts[act].trigger()
    qtbot.waitUntil(lambda: not window.focusing.on, timeout=WAIT)
    hands.rest()
    assert window.top_bar.isVisible()
    assert window.menuBar().isVisible()
    if act in ("inspector", "all_notes"):
        assert not is_alone(window)


def test_what_has_to_be_known_is_told_while_the_text_is_alone(hands: Hands) -> None:
    window, bar = hands.window, hands.window.status_bar
    height, items = bar.height(), bar.findChildren(QWidget)
    hands.press(Key.Key_F11)
    bar.hush()
    assert bar.isVisible()
    assert bar.height() == height
    assert not any(one.isVisible() for one in items)
    hands.do("put into brackets")
    hands.rest()
    window.drafting.writing.journaling.troubled.emit("The disk is full.", "")
    assert [line.head.text() for line in window.notices.shown] == ["The disk is full."]
    assert window.notices.isVisible()


def test_a_draft_that_is_read_stands_alone_too(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    assert window.desk.listing is not None
    window.showing.read_draft(window.desk.listing.nodes[-1].id)
    qtbot.waitUntil(lambda: not window.going.writes, timeout=WAIT)
    hands.rest()
    hands.press(Key.Key_F11)
    assert window.focusing.on
    assert not window.pages.text.bar.isVisible()
    hands.press(Key.Key_Escape)
    assert not window.focusing.on
    assert window.pages.text.bar.isVisible()


def test_there_again_after_a_restart(qtbot: QtBot, hands: Hands, places: Places) -> None:
    window = hands.window
    hands.press(Key.Key_F11)
    window.close()
    other = again(qtbot, places)
    Hands(qtbot, other).written()
    assert is_alone(other)
    other.focusing.end()
    other.close()
