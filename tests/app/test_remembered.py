"""Settings and recent dossiers: kept whole, and damage is no drama."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.dossier.recents import Recent, Recents, dossier_row
from app.settings.settings import Settings, read_settings, write_settings
from app.window.window import Window
from tests.app.at_the_keys import WAIT, Hands
from widgets.start.dossiers import ROW


def test_settings_come_back(tmp_path: Path) -> None:
    chosen = Settings(appearance="dark", folder="/texts", width=1500, height=900, maximised=True)
    write_settings(tmp_path / "new" / "settings.json", chosen)
    assert read_settings(tmp_path / "new" / "settings.json") == chosen
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["settings.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"width": "wide", "unknown": 1}'])
def test_damaged_settings_are_the_usual_ones(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(text, encoding="utf-8")
    assert read_settings(file) == Settings()


def test_recent_dossiers_latest_first_and_once(tmp_path: Path) -> None:
    recents = Recents(tmp_path / "recent.json")
    for name in ("a", "b", "a"):
        (tmp_path / name).touch()
        recents.add(Recent(str(tmp_path / name), name))
    assert [one.title for one in recents.read()] == ["a", "b"]
    recents.remove(str(tmp_path / "a"))
    assert [one.title for one in recents.read()] == ["b"]
    (tmp_path / "b").unlink()
    assert recents.read() == ()


@pytest.mark.parametrize("text", ["{", "{}", '[1, {"path": 3, "title": "x"}, {"title": "no path"}, {"else": 1}]'])
def test_a_damaged_list_is_read_as_far_as_it_goes(tmp_path: Path, text: str) -> None:
    file = tmp_path / "recent.json"
    file.write_text(text, encoding="utf-8")
    assert Recents(file).read() == ()


@pytest.mark.parametrize(
    ("last", "written", "says"),
    [("", False, "No draft yet"), ("", True, "A text being written"), ("Rev.1", True, "Rev.1")],
)
def test_a_dossier_with_nothing_kept_says_whether_a_text_is_written_in_it(
    tmp_path: Path, last: str, written: bool, says: str
) -> None:
    (tmp_path / "a").touch()
    recents = Recents(tmp_path / "recent.json")
    recents.add(Recent(str(tmp_path / "a"), "Food", last, written=written))
    assert [dossier_row(one).line for one in recents.read()] == [says]


@pytest.mark.qt_log_ignore("This plugin does not support", "does not support propagateSizeHints")
def test_the_start_page_knows_of_a_text_of_which_nothing_is_kept(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    hands = Hands(qtbot, window)
    hands.rest()
    hands.new_dossier(tmp_path / "desk.adref")
    rows = window.pages.start.rows

    def said() -> list[str]:
        return [rows.index(at, 0).data(ROW).line for at in range(rows.rowCount())]

    window.go_home()
    qtbot.waitUntil(lambda: said() == ["No draft yet"], timeout=WAIT)
    hands.new_text()
    hands.type("Decides to meet")
    hands.journaled()
    # Before anyone goes back there: the window may end here.
    qtbot.waitUntil(lambda: said() == ["A text being written"], timeout=WAIT)
    window.close()
