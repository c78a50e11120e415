"""The window killed while somebody types: the text is there again, its caret with it, and one click goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.window.window import Window
from models.dossier import Dossier
from models.editing.edit import Selection
from tests.app.at_the_keys import WAIT, Hands, Key
from tests.app.kill_while_typing import kill_once, kills, prepare, said
from tests.app.on_the_sheet import same_as_model

pytestmark = pytest.mark.qt_log_ignore("does not support")


def test_five_kills(tmp_path: Path) -> None:
    seen = kills(tmp_path, 5, 7)
    assert max(one.lost for one in seen) <= 1.0
    assert all(one.caret_known for one in seen)
    assert sum(one.states for one in seen) > 50


@pytest.mark.parametrize("by", ["the notice", "the list"])
def test_one_click_goes_on_where_it_was_killed(qtbot: QtBot, window: Window, tmp_path: Path, by: str) -> None:
    path = prepare(tmp_path)
    kill_once(tmp_path, path, 3, 1.5)
    with Dossier.open(path) as dossier:
        (row,) = dossier.working_texts()
        found = dossier.recover(row.id)
    assert row.changed
    hands = Hands(qtbot, window)
    hands.rest()
    window.desk.open(path)
    qtbot.waitUntil(lambda: bool(window.notices.shown), timeout=WAIT)
    (notice,) = window.notices.shown
    (line,) = window.pages.dossier.working.lines
    (notice.buttons[0] if by == "the notice" else line.continue_button).click()
    text = hands.written()
    assert window.notices.shown == ()
    assert tuple(text.text.entries) == found.entries
    assert said(window.pages.text.sheet.selection()) == said(found.selection)
    same_as_model(window.pages.text.sheet)


def test_what_is_only_begun_and_the_caret_are_in_the_file_soon_after_the_text_is_kept(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    hands = Hands(qtbot, window)
    hands.new_dossier(tmp_path / "a.adref")
    hands.new_text()
    hands.type("Decides alpha")
    hands.press(Key.Key_Return)
    hands.type("Requests beta")
    hands.press(Key.Key_Return)
    window.acts["keep_draft"].trigger()
    hands.type("Zero")
    hands.press(Key.Key_Return)
    writing = window.drafting.writing
    qtbot.waitUntil(lambda: writing.open is not None and writing.open.parent is not None, timeout=WAIT)
    text = hands.written()
    qtbot.waitUntil(lambda: not text.journal.waits, timeout=WAIT)
    with Dossier.open(tmp_path / "a.adref", read_only=True) as dossier:
        (row,) = dossier.working_texts()
        found = dossier.recover(row.id)
    assert [entry.text for entry in found.entries] == ["Decides alpha;", "Requests beta.", ""]
    assert found.selection == Selection.at(2)
    # Nor is it lost where the caret goes from there.
    hands.press(Key.Key_Up)
    qtbot.waitUntil(lambda: not text.journal.waits, timeout=WAIT)
    with Dossier.open(tmp_path / "a.adref", read_only=True) as dossier:
        assert dossier.recover(row.id).selection == window.pages.text.sheet.selection() != found.selection
