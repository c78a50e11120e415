"""What a killed window left is there where the text is gone on with: what was taken in, the caret in its footnote."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.shell.windows import Open
from app.subjects.listing import listing_of
from app.window.opening_again import ground_of
from app.window.window import Window
from models.dossier import Dossier
from models.draft import Draft, Kind, Paragraph, Run
from models.editing.edit import Selection
from tests.app.at_the_keys import CTRL, SHIFT, Hands, Key
from tests.app.test_taking_journey import WAIT, act, compare, kept, listed, rest, said, write_on, written
from tests.app.test_windows import gone

pytestmark = pytest.mark.qt_log_ignore("does not support")
__all__ = ["kept"]


def left_behind(qtbot: QtBot, window: Window, first: Path, folder: Path) -> Path:
    """A copy of a dossier as a kill leaves it, opened."""
    path = shutil.copyfile(first, folder / "left.adref")
    with closing(sqlite3.connect(path)) as db, db:
        # The window that wrote the first file is alive, and would be taken for the one that was killed.
        db.execute("UPDATE working_texts SET holder = NULL")
    window.desk.open(path)
    qtbot.waitUntil(lambda: window.desk.listing is not None and window.desk.listing.dossier.path == path, timeout=WAIT)
    rest(qtbot, window)
    return path


def test_the_caret_is_in_the_footnote_again(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    hands = Hands(qtbot, window)
    hands.new_dossier(tmp_path / "notes.adref")
    text, sheet = hands.new_text(), window.pages.text.sheet
    hands.type("Recalling X")
    hands.press(Key.Key_N, CTRL | SHIFT)
    hands.type("A/80/55, in part")
    hands.press(Key.Key_Left, times=4)
    hands.press(Key.Key_Left, SHIFT)
    assert sheet.note_place == (1, 11, 12)
    # Written with what is typed next, alone only after some seconds.
    hands.type(",")
    qtbot.waitUntil(lambda: not text.journal.pending, timeout=WAIT)
    left_behind(qtbot, window, text.dossier.path, tmp_path)
    window.drafting.writing.begin(None)
    again = hands.written()
    assert again is not text
    assert QApplication.focusWidget() is sheet.note_editor
    assert sheet.note_place == (1, 12, 12)
    hands.type(" wholly or")
    assert again.text.notes[1].text == "A/80/55, in, wholly orpart"
    hands.press(Key.Key_Escape)
    assert again.note_place is None


def test_the_list_tells_after_a_kill_what_the_text_has(qtbot: QtBot, kept: Window, tmp_path: Path) -> None:
    window = kept
    write_on(qtbot, window, 0)
    compare(qtbot, window, 0, 1)
    qtbot.keyClick(window.pages.compare.view, Qt.Key.Key_N)
    act(qtbot, window, "take_change")
    text, told = written(window), listed(window)
    assert [line for line in told if line.endswith(" · taken")] == [told[0]]
    assert window.going.working is not None
    journal, first = window.going.working.journal, window.going.working.dossier.path
    qtbot.waitUntil(lambda: not journal.pending, timeout=WAIT)
    path = left_behind(qtbot, window, first, tmp_path)
    write_on(qtbot, window, 0)
    assert window.going.working is not None
    assert window.going.working.dossier.path == path
    assert written(window) == text
    compare(qtbot, window, 0, 1)
    assert listed(window) == told
    qtbot.keyClick(window.pages.compare.view, Qt.Key.Key_N)
    act(qtbot, window, "refuse_change")
    assert said(window) == "OP1 refused; the text has it as it was."
    assert not [line for line in listed(window) if line.endswith(" · taken")]


@pytest.mark.parametrize("based", [True, False])
def test_a_text_that_was_kept_just_before_a_kill_goes_on_as_that_draft(tmp_path: Path, based: bool) -> None:
    draft = Draft((Paragraph(Kind.OPERATIVE, (Run("Decides."),)),))
    with Dossier.create(tmp_path / "one.adref") as dossier:
        first = dossier.keep(Draft((*draft.paragraphs, *draft.paragraphs)), label="First").id if based else None
        row = dossier.begin_working(first, who="A 2")
        was = Open(str(dossier.path), "text", writes=True, who="A 2", draft=first or "")
        assert ground_of(was, listing_of(dossier)) == (first, "A 2")
        caret = Selection.at(0, 3)
        second = dossier.keep_working(row.id, draft, [], label="Second", goes_on="A", caret=caret)
        dossier.begin_working(second.id, who="B")
        (mine,) = (one for one in dossier.working_texts() if one.host)
        assert (mine.parent, mine.who, mine.changed) == (second.id, "A", False)
        assert dossier.recover(mine.id).selection == caret
        assert ground_of(was, listing_of(dossier)) == (second.id, "A")
        # Of several his own; and where the text that was written is there, that.
        own = dossier.begin_working(second.id, who="A 2")
        dossier.hold_working(own.id)
        assert ground_of(was, listing_of(dossier)) == (second.id, "A 2")
        dossier.begin_working(first, who="A 2")
        assert ground_of(was, listing_of(dossier)) == (first, "A 2")


def test_a_text_on_a_draft_that_a_window_is_writing_is_not_gone_on_with(tmp_path: Path) -> None:
    draft = Draft((Paragraph(Kind.OPERATIVE, (Run("Decides."),)),))
    with Dossier.create(tmp_path / "one.adref") as dossier:
        first = dossier.keep(Draft(), label="First").id
        dossier.keep_working(dossier.begin_working(first).id, draft, [], label="Second", goes_on="")
        with Dossier.open(dossier.path) as other:
            was = Open(str(dossier.path), "text", writes=True, draft=first)
            assert ground_of(was, listing_of(other)) == (first, "")


_WIDTH_OF_SCREEN = slice(46, 50)
"""Where Qt's bytes of a window's size and place have the width of the screen they are for."""


@pytest.mark.parametrize("times", [1, 2])
def test_a_size_for_another_screen_is_not_that_of_this_window(window: Window, times: int) -> None:
    told = bytearray(window.saveGeometry().data())
    width = int.from_bytes(told[_WIDTH_OF_SCREEN], "big")
    assert width == window.screen().geometry().width()
    told[_WIDTH_OF_SCREEN] = (times * width).to_bytes(4, "big")
    gone(window.windows.folder, Open("/water.adref", shape=told.hex()))
    was = window.resuming.begin(again=True)
    assert was.dossier == "/water.adref"
    assert bool(was.shape) is (times == 1)
