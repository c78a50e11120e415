"""Settings and recent dossiers: kept whole, and damage is no drama."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.session import Recent, Recents
from app.settings import Settings, read_settings, write_settings


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
