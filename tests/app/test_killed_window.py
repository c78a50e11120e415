"""The window killed while somebody types: the text is there again, its caret with it, and one click goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.window.window import Window
from models.dossier import Dossier
from tests.app.at_the_keys import WAIT, Hands
from tests.app.kill_while_typing import kill_once, kills, prepare, said
from tests.app.on_the_sheet import same_as_model

pytestmark = pytest.mark.qt_log_ignore("does not support")


def test_five_kills(tmp_path: Path) -> None:
    seen = kills(tmp_path, 5, 7)
    assert max(one.lost for one in seen) <= 1.0
    assert all(one.caret_known for one in seen)
    assert sum(one.states for one in seen) > 50


def test_one_click_goes_on_where_it_was_killed(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
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
    notice.buttons[0].click()
    text = hands.written()
    assert tuple(text.text.entries) == found.entries
    assert said(window.page.text.sheet.selection()) == said(found.selection)
    same_as_model(window.page.text.sheet)
