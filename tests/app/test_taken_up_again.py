"""What was taken into a text that a killed window left is known where the text is gone on with."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.shell.window import Window
from tests.app.test_taking_journey import WAIT, act, compare, kept, listed, rest, said, write_on, written

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", "does not support raise")
__all__ = ["kept"]


def test_the_list_tells_after_a_kill_what_the_text_has(qtbot: QtBot, kept: Window, tmp_path: Path) -> None:
    window = kept
    write_on(qtbot, window, 0)
    compare(qtbot, window, 0, 1)
    qtbot.keyClick(window.page.compare.view, Qt.Key.Key_N)
    act(qtbot, window, "take_change")
    text, told = written(window), listed(window)
    assert [line for line in told if line.endswith(" · taken")] == [told[0]]
    assert window.going.working is not None
    journal, first = window.going.working.journal, window.going.working.dossier.path
    qtbot.waitUntil(lambda: not journal.pending, timeout=WAIT)
    path = shutil.copyfile(first, tmp_path / "left.adref")
    with closing(sqlite3.connect(path)) as db, db:
        # The window that wrote the first file is alive, and would be taken for the one that was killed.
        db.execute("UPDATE working_texts SET holder = NULL")

    window.desk.open(path)
    qtbot.waitUntil(lambda: window.desk.listing is not None and window.desk.listing.dossier.path == path, timeout=WAIT)
    rest(qtbot, window)
    write_on(qtbot, window, 0)
    assert window.going.working is not None
    assert window.going.working.dossier.path == path
    assert written(window) == text
    compare(qtbot, window, 0, 1)
    assert listed(window) == told
    qtbot.keyClick(window.page.compare.view, Qt.Key.Key_N)
    act(qtbot, window, "refuse_change")
    assert said(window) == "OP1 refused; the text has it as it was."
    assert not [line for line in listed(window) if line.endswith(" · taken")]
