"""Whoever goes elsewhere while a text is kept stays there, and nothing is written into what was kept."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.subjects.open_text import OpenText
from app.subjects.sides import Side
from app.window.window import Window
from models.dossier import Dossier
from models.draft import Draft, Kind, Paragraph, Run
from tests.app.at_the_keys import CTRL, WAIT, Hands, Key
from tests.app.on_the_sheet import same_as_model
from widgets.keeping.panel import KeepChoice

TEXT = Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(words),)) for words in ("Recalls;", "Decides.")))
CHOICE = KeepChoice("Second", "2026-01-16", None, None)


def write_in(qtbot: QtBot, window: Window, folder: Path) -> tuple[Hands, OpenText]:
    """The working text on the only draft of a dossier, written in at its end, with the dossier page behind it."""
    path = folder / "one.adref"
    with Dossier.create(path, title="One") as dossier:
        dossier.keep(TEXT, label="First", date="2026-01-15")
    window.desk.open(path)
    qtbot.waitUntil(lambda: window.desk.path == path and not window.background.tasks, timeout=WAIT)
    assert window.desk.listing is not None
    window.drafting.writing.begin(window.desk.listing.nodes[0].id)
    hands = Hands(qtbot, window)
    text = hands.written()
    window.pages.text.sheet.setFocus()
    hands.press(Key.Key_End, CTRL)
    hands.type(" at once")
    return hands, text


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
@pytest.mark.parametrize("reads", [False, True])
def test_one_stays_where_one_went_and_the_text_goes_on_behind(
    qtbot: QtBot, window: Window, tmp_path: Path, reads: bool
) -> None:
    hands, before = write_in(qtbot, window, tmp_path)
    sheet, listing = window.pages.text.sheet, window.desk.listing
    assert listing is not None
    window.drafting.writing.keep(CHOICE)
    hands.type(" or")  # is for what is written next
    window.acts["go_dossier"].trigger()
    if reads:
        window.going.read_wanted.emit(listing.nodes[0].id)
    qtbot.waitUntil(lambda: window.drafting.writing.open not in (None, before), timeout=WAIT)
    hands.rest()
    text, shown = window.drafting.writing.open, window.going.shown
    assert text is not None
    assert window.going.working is text
    assert before not in window.going.history.subjects()
    if reads:
        qtbot.waitUntil(lambda: isinstance(window.going.shown, Side), timeout=WAIT)
        assert window.going.place == "text"
        assert not sheet.writes
    else:
        assert (window.going.place, shown) == ("dossier", text)
    window.going.go_to("text")
    assert window.going.shown is text
    hands.type(" later")
    assert text.text.entries[1].text == "Decides at once or later."
    assert before.text.entries[1].text == "Decides at once."
    same_as_model(sheet)
    hands.press(Key.Key_Z, CTRL, times=4)
    assert not text.text.changed


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_what_is_typed_in_that_moment_is_waited_for_when_the_window_closes(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    hands, before = write_in(qtbot, window, tmp_path)
    window.drafting.writing.keep(CHOICE)
    hands.type(" or later")
    qtbot.waitUntil(lambda: window.drafting.writing.open is not before, timeout=WAIT)  # nor the next one, if quick
    assert window.close()
    with Dossier.open(before.dossier.path) as dossier:
        (row,) = dossier.working_texts()
        assert dossier.recover(row.id).entries[1].text == "Decides at once or later."


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_a_text_that_is_being_kept_is_not_kept_twice(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    hands, before = write_in(qtbot, window, tmp_path)
    window.drafting.writing.keep(CHOICE)
    window.drafting.writing.keep(KeepChoice("Third", "2026-01-16", None, None))
    window.acts["keep_draft"].trigger()
    assert not window.drafting.keeping.panel.isVisible()
    qtbot.waitUntil(lambda: window.drafting.writing.open not in (None, before), timeout=WAIT)
    hands.rest()
    assert not window.notices.shown
    assert window.desk.listing is not None
    assert [node.label for node in window.desk.listing.nodes] == ["Second", "First"]


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_keys_wait_where_another_draft_is_kept_at_once(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    hands, text = write_in(qtbot, window, tmp_path)
    sheet = window.pages.text.sheet
    for waits in (True, False, True):
        sheet.set_waiting(waits)
    hands.rest()
    assert sheet.held
    hands.type(" or later")
    sheet.set_waiting(False)
    qtbot.waitUntil(lambda: text.text.entries[1].text == "Decides at once or later.", timeout=WAIT)


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_another_text_that_is_asked_for_in_that_moment_is_opened(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    hands, before = write_in(qtbot, window, tmp_path)
    window.drafting.writing.keep(CHOICE)
    window.acts["new_text"].trigger()
    qtbot.waitUntil(lambda: window.drafting.writing.open not in (None, before), timeout=WAIT)
    writing = window.drafting.writing
    qtbot.waitUntil(lambda: writing.open is not None and writing.open.parent is None, timeout=WAIT)
    hands.rest()
    assert window.going.shown is writing.open
    assert window.pages.text.sheet.writes


@pytest.mark.qt_log_ignore("does not support propagateSizeHints", "ZeroDivisionError")
@pytest.mark.parametrize("fails", [False, True])
def test_a_draft_that_is_read_before_the_text_is_kept_comes_once_it_is_or_could_not_be(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    write_in(qtbot, window, tmp_path)
    listing, read, keep = window.desk.listing, Event(), Dossier.keep_working

    def keep_late(*args: Any, **said: Any) -> object:
        read.wait()
        return 1 // 0 if fails else keep(*args, **said)

    assert listing is not None
    monkeypatch.setattr(Dossier, "keep_working", keep_late)
    window.drafting.writing.keep(CHOICE)
    window.going.read_wanted.emit(listing.nodes[0].id)
    qtbot.waitUntil(lambda: not any(task.lane == "page" for task in window.background.tasks), timeout=WAIT)
    assert isinstance(window.going.shown, OpenText)
    read.set()
    qtbot.waitUntil(lambda: isinstance(window.going.shown, Side), timeout=WAIT)
    assert not window.pages.text.sheet.held


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_where_one_cannot_go_on_the_text_that_was_kept_is_open_no_more(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands, _before = write_in(qtbot, window, tmp_path)
    window.drafting.writing.keep(CHOICE)
    dossier = window.desk.listing
    assert dossier is not None
    with monkeypatch.context() as patched:
        patched.setattr(type(dossier.dossier), "recover", lambda *_a, **_k: 1 // 0)
        hands.rest()
        qtbot.waitUntil(lambda: not window.drafting.writing.keeps, timeout=WAIT)
    assert window.going.place == "dossier"
    assert window.going.working is None
    assert not window.pages.text.sheet.held
