"""What is done between two keys falls into none of them."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.window.window import Window
from models.draft.late_pattern import late_pattern
from tests.app.at_the_keys import CTRL, SHIFT, WAIT, Hands, Key


@pytest.fixture
def hands(qtbot: QtBot, window: Window, files: list[Path]) -> Hands:
    """Hands that write on the newest of some drafts."""
    hands = Hands(qtbot, window)
    hands.take(files)
    hands.write_on()
    return hands


def ask_and_write(hands: Hands, ask: Callable[[], object]) -> None:
    """Ask for what leads away, and write on until it is there."""
    ask()
    # Letters are acts on other pages: "c" compares, "t" takes a change.
    hands.type(" The rest")
    write_until_it_is_there(hands)


def write_until_it_is_there(hands: Hands) -> None:
    """However long it takes, nobody rests meanwhile."""

    def there() -> bool:
        hands.type("x")
        hands.press(Key.Key_Backspace)
        return not hands.window.background.tasks

    hands.qtbot.waitUntil(there, timeout=WAIT)


@pytest.mark.qt_log_ignore("does not support")
def test_the_journal_is_begun_where_nobody_types(qtbot: QtBot, window: Window, hands: Hands) -> None:
    hands.type(" First words")
    hands.journaled()
    sheet, journaling = window.pages.text.sheet, window.drafting.writing.journaling
    until = time.monotonic() + 60
    while not sheet.pause.waits(journaling.write) and time.monotonic() < until:
        hands.type("b")
        QTest.qWait(2)
    assert sheet.pause.waits(journaling.write)
    qtbot.waitUntil(lambda: journaling.written, timeout=WAIT)


@pytest.mark.qt_log_ignore("does not support")
@pytest.mark.parametrize("act", ["add", "compare_working"])
def test_whoever_writes_on_is_led_away_once_he_rests(
    qtbot: QtBot, window: Window, files: list[Path], hands: Hands, act: str
) -> None:
    if act == "add":
        files[0].write_text("1. Decides otherwise.", encoding="utf-8")
    ask_and_write(hands, lambda: window.take_files(files[:1]) if act == "add" else window.acts[act].trigger())
    hands.type(" is written too")
    assert window.going.writes
    text = window.drafting.writing.open
    assert text is not None
    assert "The rest is written too" in " ".join(entry.text for entry in text.text.entries)
    place = "dossier" if act == "add" else "compare"
    qtbot.waitUntil(lambda: window.going.place == place, timeout=WAIT)
    hands.rest()


@pytest.mark.qt_log_ignore("does not support")
def test_so_is_whoever_writes_a_footnote(qtbot: QtBot, window: Window, hands: Hands) -> None:
    hands.press(Key.Key_End, CTRL)
    hands.press(Key.Key_N, CTRL | SHIFT)
    window.acts["compare_working"].trigger()
    hands.type("Resolution")
    write_until_it_is_there(hands)
    hands.type(" 80/1")
    text = window.drafting.writing.open
    assert text is not None
    assert [note.text for note in text.text.draft().footnotes] == ["Resolution 80/1"]
    qtbot.waitUntil(lambda: window.going.place == "compare", timeout=WAIT)
    hands.rest()


@pytest.mark.qt_log_ignore("does not support")
@pytest.mark.parametrize("field", [Key.Key_F, Key.Key_K, Key.Key_S])
def test_nobody_is_led_away_from_a_field_that_he_types_in(
    qtbot: QtBot, window: Window, hands: Hands, field: Qt.Key
) -> None:
    ask_and_write(hands, window.acts["compare_working"].trigger)
    hands.press(field, CTRL)
    for letter in "nitrates":
        hands.type(letter)
        QTest.qWait(300)
    assert window.going.writes
    qtbot.waitUntil(lambda: window.going.place == "compare", timeout=WAIT)
    hands.rest()


@pytest.mark.qt_log_ignore("does not support")
def test_nobody_is_led_to_a_comparison_of_a_dossier_that_is_closed(qtbot: QtBot, window: Window, hands: Hands) -> None:
    ask_and_write(hands, window.acts["compare_working"].trigger)
    assert window.going.writes
    window.desk.leave(window.desk.close)
    qtbot.waitUntil(lambda: window.desk.path is None, timeout=WAIT)
    QTest.qWait(2_000)
    assert window.going.place == "start"
    hands.rest()


@pytest.mark.qt_log_ignore("does not support")
def test_a_draft_kept_before_one_is_led_to_the_files_stays_in_the_list(
    qtbot: QtBot, window: Window, files: list[Path], hands: Hands
) -> None:
    files[0].write_text("1. Decides otherwise.", encoding="utf-8")
    ask_and_write(hands, lambda: window.take_files(files[:1]))
    listed: list[int] = []
    window.desk.listed.connect(lambda listing: listed.append(len(listing.nodes)))
    hands.press(Key.Key_S, CTRL)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(listed), timeout=WAIT)
    assert listed == [len(files) + 2]
    hands.rest()


@pytest.mark.qt_log_ignore("does not support")
def test_whoever_waits_is_led_away_at_once(qtbot: QtBot, window: Window, hands: Hands) -> None:
    hands.type(" The rest")
    window.acts["compare_working"].trigger()
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
    assert window.going.place == "compare"
    hands.rest()


@pytest.mark.qt_log_ignore("does not support")
def test_no_key_compiles_the_patterns_of_writing(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    hands = Hands(qtbot, window)
    late = late_pattern("words that nobody wrote")
    hands.take(files)
    assert "_compiled" not in vars(late)
    hands.write_on()
    qtbot.waitUntil(lambda: "_compiled" in vars(late), timeout=WAIT)
