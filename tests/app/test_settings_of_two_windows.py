"""Two windows over the settings of one user: what one chooses holds in the other, and neither undoes the other's."""

from __future__ import annotations

import errno
import math
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.dossier.recents import Recents
from app.settings.settings import Places, Settings, change_settings, read_settings
from app.window.window import Window
from models.in_turn import in_turn, lock

pytestmark = pytest.mark.qt_log_ignore("does not support")

_ROOT = Path(__file__).resolve().parents[2]
_MANY = 60
_ADDS = """
import sys
from pathlib import Path
from app.dossier.recents import Recent, Recents
from app.settings.settings import Settings, change_settings
folder, name = Path(sys.argv[1]), sys.argv[2]
for at in range(int(sys.argv[3])):
    Recents(folder / "recent.json").add(Recent(str(folder / f"{name}{at % 10}"), name))
    change_settings(folder / "settings.json", Settings(), **{name: str(at)})
"""


def test_what_one_window_writes_the_other_does_not_undo(
    qtbot: QtBot, qapp: QApplication, window: Window, places: Places
) -> None:
    other = Window(places, Settings(appearance="light"))
    qtbot.addWidget(other)
    window.choosing.change(who="A. Delegate")
    other.choosing.change(completes=False)
    file = places.config / "settings.json"
    assert (read_settings(file).who, read_settings(file).completes) == ("A. Delegate", False)
    assert other.choosing.now.who == other.drafting.writing.who == "A. Delegate"
    assert window.choosing.now.completes
    window.choosing.look_again()
    assert not window.choosing.now.completes


def test_each_window_has_letters_and_a_size_of_its_own(
    qtbot: QtBot, qapp: QApplication, window: Window, places: Places
) -> None:
    other = Window(places, Settings(appearance="light"))
    qtbot.addWidget(other)
    other.show()
    window.choosing.change(zoom=1.5)
    other.choosing.change(who="A. Delegate")
    assert (window.pages.text.sheet.zoom, other.pages.text.sheet.zoom) == (1.5, 1.0)
    other.resize(1000, 700)
    other.close()
    # What it did not change it leaves as the other window has it.
    kept = read_settings(places.config / "settings.json")
    assert (kept.zoom, kept.width, kept.height, kept.who) == (1.5, 1000, 700, "A. Delegate")


def test_two_programs_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    for name in ("who", "dossier_folder"):
        for at in range(10):
            (tmp_path / f"{name}{at}").touch()
    programs = [
        subprocess.Popen([sys.executable, "-c", _ADDS, str(tmp_path), name, str(_MANY)], cwd=_ROOT)
        for name in ("who", "dossier_folder")
    ]
    assert [program.wait(timeout=120) for program in programs] == [0, 0]
    recents = Recents(tmp_path / "recent.json").read()
    assert len(recents) == 20
    assert {one.title for one in recents} == {"who", "dossier_folder"}
    kept = read_settings(tmp_path / "settings.json")
    assert (kept.who, kept.dossier_folder) == (str(_MANY - 1), str(_MANY - 1))


def test_a_turn_is_let_go_of_where_something_goes_wrong(tmp_path: Path) -> None:
    def goes_wrong() -> None:
        with in_turn(tmp_path), (tmp_path / ".turn").open() as file:
            lock(file.fileno())  # another has it, if only in the same program

    with pytest.raises(OSError, match="unavailable"):
        goes_wrong()
    change_settings(tmp_path / "settings.json", Settings(), who="A")
    assert read_settings(tmp_path / "settings.json").who == "A"


def test_who_stands_still_in_his_turn_keeps_nobody_from_his(tmp_path: Path) -> None:
    began = time.monotonic()
    with in_turn(tmp_path):
        with in_turn(tmp_path, patience=0.1):
            assert time.monotonic() - began > 0.1
        change_settings(tmp_path / "settings.json", Settings(), who="A")
    assert read_settings(tmp_path / "settings.json").who == "A"


def test_where_no_file_can_be_locked_nobody_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on some servers."""

    def knows_none(file: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("models.in_turn.lock", knows_none)
    with in_turn(tmp_path), in_turn(tmp_path, patience=math.inf):
        change_settings(tmp_path / "settings.json", Settings(), who="A")
    assert read_settings(tmp_path / "settings.json").who == "A"
