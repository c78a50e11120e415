"""A share that does not answer keeps the window from nothing: neither when files are dropped nor when it begins."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from app.running.answering import LONG, answers_of
from app.settings.settings import Places, Settings
from app.window.window import Window
from tests.app.at_the_keys import WAIT

LOOKS = ["Looking whether “first.txt” is there"]


class Silent(type(Path())):  # type: ignore[misc]  # the class of paths that this system has
    """A path on a share that does not answer before it comes back."""

    comes_back = Event()

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
        self.comes_back.wait(30)
        return super().stat(follow_symlinks=follow_symlinks)


@pytest.fixture
def silent(files: list[Path]) -> Iterator[list[Path]]:
    """Two files on one."""
    Silent.comes_back.clear()
    yield [Silent(file) for file in files[:2]]
    Silent.comes_back.set()


def under_way(window: Window) -> list[str]:
    return [task.words for task in window.background.tasks if task.words]


def told(window: Window) -> list[str]:
    return [one.notice.words for one in window.notices.shown]


def test_files_that_are_dropped_are_looked_at_while_the_window_goes_on(
    qtbot: QtBot, window: Window, silent: list[Path]
) -> None:
    window.take_files(silent[:1])
    assert under_way(window) == LOOKS
    Silent.comes_back.set()
    qtbot.waitUntil(lambda: window.desk.listing is not None, timeout=WAIT)


def test_the_end_of_the_program_does_not_wait_for_them(window: Window, silent: list[Path]) -> None:
    window.take_files(silent[:1])
    begun = time.monotonic()
    window.quit()
    assert time.monotonic() - begun < LONG - 1


def test_what_is_dropped_behind_them_comes_behind_them(
    qtbot: QtBot, window: Window, silent: list[Path], files: list[Path]
) -> None:
    window.take_files(silent[:1])
    window.take_files(files[1:2])
    Silent.comes_back.set()
    qtbot.waitUntil(lambda: window.desk.listing is not None and len(window.desk.listing.nodes) == 2, timeout=WAIT)
    assert window.desk.listing is not None
    assert [node.label for node in window.desk.listing.nodes] == ["second", "first"]


def test_what_was_dropped_on_one_dossier_comes_into_no_other(
    qtbot: QtBot, window: Window, silent: list[Path], tmp_path: Path
) -> None:
    window.desk.new(tmp_path / "one.adref")
    qtbot.waitUntil(lambda: window.desk.listing is not None, timeout=WAIT)
    window.take_files(silent[:1])
    window.desk.new(tmp_path / "other.adref")
    qtbot.waitUntil(lambda: window.desk.path == tmp_path / "other.adref", timeout=WAIT)
    Silent.comes_back.set()
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
    assert window.status_bar.said.text() == "Nothing of first.txt was kept."
    assert window.desk.listing is not None
    assert not window.desk.listing.nodes


def begin_again(qtbot: QtBot, places: Places) -> Window:
    window = Window(places, Settings(appearance="light"))
    qtbot.addWidget(window)
    window.resuming.begin(again=True)
    window.show()
    window.resuming.resume()
    return window


@pytest.mark.parametrize("alone", [True, False])
def test_what_was_open_on_one_is_open_again_when_it_answers(
    qtbot: QtBot, window: Window, files: list[Path], monkeypatch: pytest.MonkeyPatch, alone: bool
) -> None:
    if alone:
        window.comparing.files(files[0], files[1])
        qtbot.waitUntil(lambda: window.going.place == "compare", timeout=WAIT)
        open_files = files[:2]
    else:
        window.take_files(files[:1])
        qtbot.waitUntil(lambda: window.desk.path is not None, timeout=WAIT)
        assert window.desk.path is not None
        open_files = [window.desk.path.absolute()]
        qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
    place = window.going.place
    window.quit()
    comes_back, look = Event(), Path.is_file
    with monkeypatch.context() as silence:
        silence.setattr(Path, "is_file", lambda path: comes_back.wait(30) and look(path))
        without = begin_again(qtbot, window.places)
        assert under_way(without) == [f"Looking whether “{open_files[0].name}” is there"]
        qtbot.waitUntil(lambda: bool(told(without)), timeout=WAIT)
        assert "not answer, and so" in told(without)[0]
        without.quit()
    comes_back.set()
    qtbot.waitUntil(lambda: all(answers_of(open_files, Path.is_file, otherwise=False)), timeout=WAIT)
    after = begin_again(qtbot, window.places)
    qtbot.waitUntil(lambda: after.going.place == place != "start", timeout=WAIT)
    after.close()


def test_whoever_goes_on_without_it_goes_his_own_way(
    qtbot: QtBot, window: Window, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    window.take_files(files[:1])
    qtbot.waitUntil(lambda: window.desk.path is not None, timeout=WAIT)
    window.quit()
    comes_back = Event()
    with monkeypatch.context() as silence:
        silence.setattr(Path, "is_file", lambda _path: comes_back.wait(30))
        without = begin_again(qtbot, window.places)
        qtbot.waitUntil(lambda: bool(told(without)), timeout=WAIT)
    comes_back.set()
    without.comparing.files(files[0], files[1])
    qtbot.waitUntil(lambda: without.going.place == "compare", timeout=WAIT)
    assert without.resuming.now().compared == list(map(str, files[:2]))
    without.close()


def test_whoever_went_elsewhere_before_it_answers_stays_there(
    qtbot: QtBot, window: Window, files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.take_files(files[:1])
    qtbot.waitUntil(lambda: window.desk.path is not None, timeout=WAIT)
    window.quit()
    comes_back, look, other = Event(), Path.is_file, tmp_path / "other.adref"
    with monkeypatch.context() as silence:
        silence.setattr(Path, "is_file", lambda path: comes_back.wait(30) and look(path))
        without = begin_again(qtbot, window.places)
        without.desk.new(other)
        qtbot.waitUntil(lambda: without.desk.path == other, timeout=WAIT)
        comes_back.set()
        qtbot.waitUntil(lambda: not without.background.tasks, timeout=WAIT)
    assert without.desk.path == other
    assert Path(without.resuming.now().dossier) == other
    without.close()
