"""The folder for new dossiers as the user named it: said in the settings at once, made where it can be, held again."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.settings.folder_of_new import make_folder, words_of_folder
from app.settings.settings import Places, Settings
from app.window.window import Window
from tests.app.at_the_keys import CTRL, WAIT, Hands, Key
from widgets.settings.controls import Field

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.mark.parametrize(
    ("named", "said", "taken"),
    [
        ("there", "", True),
        ("there/not yet/nor this", "not there yet", True),
        ("a file", "no such folder", False),
        ("a file/below", "no such folder", False),
    ],
)
def test_what_is_said_of_a_folder_is_what_comes_of_it(tmp_path: Path, named: str, said: str, taken: bool) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "a file").touch()
    folder = tmp_path / named
    words = words_of_folder(str(folder))
    assert said in words
    assert bool(said) == bool(words)
    assert make_folder(folder) is taken
    assert folder.is_dir() is taken
    assert not taken or list(folder.iterdir()) == []


def test_a_folder_is_named_from_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert words_of_folder("") == ""
    assert "whole path" in words_of_folder("Texts")
    assert not make_folder(Path("Texts"))
    assert list(tmp_path.iterdir()) == []


def test_the_settings_say_it_at_once_and_when_they_are_opened_again(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    def line() -> tuple[Field, list[str]]:
        qtbot.waitUntil(lambda: window.choosing.dialog is not None and window.choosing.dialog.isVisible(), timeout=WAIT)
        assert window.choosing.dialog is not None
        found = window.choosing.dialog.lines["dossier_folder"]
        assert isinstance(found.control, Field)
        return found.control, [one.text() for one in found.findChildren(QLabel) if not one.isHidden()]

    window.acts["settings"].trigger()
    control, said = line()
    control.field.setText(str(tmp_path / "new"))
    qtbot.keyClick(control.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("not there yet" in words for words in line()[1]), timeout=WAIT)
    control.field.setText(str(tmp_path))
    qtbot.keyClick(control.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: line()[1] == said, timeout=WAIT)
    window.choosing.change(dossier_folder=str(tmp_path / "new"))
    assert window.choosing.dialog is not None
    window.choosing.dialog.accept()
    qtbot.waitUntil(lambda: window.choosing.dialog is None, timeout=WAIT)
    window.acts["settings"].trigger()
    qtbot.waitUntil(lambda: any("not there yet" in words for words in line()[1]), timeout=WAIT)


def test_a_new_dossier_is_offered_in_the_folder_that_was_named_the_time_before(
    qtbot: QtBot, places: Places, tmp_path: Path
) -> None:
    folder = tmp_path / "named" / "before"
    window = Window(places, Settings(appearance="light", dossier_folder=str(folder)))
    qtbot.addWidget(window)
    window.show()
    hands = Hands(qtbot, window)
    hands.rest()
    hands.press(Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(QFileDialog)), timeout=WAIT)
    (dialog,) = window.findChildren(QFileDialog)
    assert dialog.directory().path() == str(folder)
    dialog.reject()
    window.close()


def test_where_no_dossier_can_be_made_a_file_is_not_taken_and_the_settings_are_offered(
    qtbot: QtBot, window: Window, files: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "a file").touch()
    window.choosing.change(dossier_folder=str(tmp_path / "a file"))
    window.take_files(files[:1])
    qtbot.waitUntil(lambda: bool(window.notices.shown), timeout=WAIT)
    (line,) = window.notices.shown
    assert "a file” takes no new dossier" in line.notice.words
    assert window.desk.path is None
    line.buttons[0].click()
    qtbot.waitUntil(lambda: window.choosing.dialog is not None, timeout=WAIT)


def test_the_window_does_not_stand_still_for_a_folder_that_does_not_answer(
    qtbot: QtBot, places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a network that is away."""
    never, made = Event(), Path.mkdir

    def silent(self: Path, *args: Any, **kinds: Any) -> None:
        if self.name == "silent":
            never.wait(WAIT / 1000)
        else:
            made(self, *args, **kinds)

    monkeypatch.setattr(Path, "mkdir", silent)
    window = Window(places, Settings(appearance="light", dossier_folder=str(tmp_path / "silent")))
    qtbot.addWidget(window)
    window.show()
    hands = Hands(qtbot, window)
    hands.rest()
    hands.press(Key.Key_N, CTRL)
    assert not window.findChildren(QFileDialog)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(QFileDialog)), timeout=WAIT)
    (line,) = window.notices.shown
    assert "silent” takes no new dossier" in line.notice.words
    window.findChildren(QFileDialog)[0].reject()
    never.set()
    window.close()


def test_a_file_that_waits_for_its_folder_is_kept_though_another_folder_is_looked_at(
    qtbot: QtBot, window: Window, files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, made = Event(), Path.mkdir

    def slow(self: Path, *args: Any, **kinds: Any) -> None:
        if self.name == "slow":
            answers.wait(WAIT / 1000)
        made(self, *args, **kinds)

    window.choosing.change(dossier_folder=str(tmp_path / "slow"))
    window.asking.folder = str(tmp_path)
    monkeypatch.setattr(Path, "mkdir", slow)
    window.take_files(files[:1])
    window.acts["open"].trigger()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(QFileDialog)), timeout=WAIT)
    window.findChildren(QFileDialog)[0].reject()
    answers.set()
    qtbot.waitUntil(lambda: window.desk.path is not None, timeout=WAIT)
    assert window.desk.path is not None
    assert window.desk.path.parent == tmp_path / "slow"


def test_what_is_dropped_while_a_dossier_begins_joins_it(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    for one in files:
        window.take_files([one])
    qtbot.waitUntil(lambda: window.desk.listing is not None and len(window.desk.rows()) == len(files), timeout=WAIT)
    assert sorted(row.label for row in window.desk.rows()) == sorted(one.stem for one in files)
