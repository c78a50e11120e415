"""Who lives: a lock that the system lets go of, on a file that is not cleared away while its window is used."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from models.dossier.form import holding
from models.dossier.form.holding import PATIENCE, Hold, _clear_away, _lock_file, _take_away, living, this_host
from models.in_turn import lock

ROOT = Path(__file__).resolve().parents[3]
_HOLDS = """
from models.dossier.form.holding import Hold
hold = Hold()
hold.take()
print(hold.name, flush=True)
input()
"""


def test_a_holder_lives_until_it_is_killed() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDS], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    name = process.stdout.readline().strip()
    assert living(name, this_host(), "")
    process.kill()
    process.communicate()
    assert not living(name, this_host(), "")
    assert not _lock_file(name).exists()


def test_the_file_of_a_window_that_is_used_does_not_grow_old() -> None:
    hold, weeks_ago = Hold(), time.time() - 2_000_000
    hold.take()
    os.utime(_lock_file(hold.name), (weeks_ago, weeks_ago))
    hold.take()
    assert time.time() - _lock_file(hold.name).stat().st_mtime < 60
    assert living(hold.name, this_host(), "")
    hold.release()
    assert not _lock_file(hold.name).exists()


def test_who_holds_on_another_machine_is_known_by_when_he_was_heard_of() -> None:
    hold, now = Hold(), datetime.now(UTC)
    hold.take()
    assert living(hold.name, "elsewhere", now.isoformat())
    assert not living(hold.name, "elsewhere", (now - 2 * PATIENCE).isoformat())
    assert not living(hold.name, "elsewhere", "")
    hold.release()


@pytest.fixture
def own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder in which no other program has its files."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def test_who_begins_clears_away_what_killed_windows_left_and_nothing_else(own_place: Path) -> None:
    living_one = Hold()
    living_one.take()
    left = [_lock_file(f"{number:016x}") for number in range(50)]
    for file in (*left, own_place / "adref-notes.txt", own_place / "other.lock"):
        file.touch()
    next_one = Hold()
    next_one.take()
    there = {_lock_file(living_one.name).name, _lock_file(next_one.name).name, "adref-notes.txt", "other.lock"}
    assert {file.name for file in own_place.iterdir()} == there
    assert living(living_one.name, this_host(), "")
    living_one.release()
    assert not living(living_one.name, this_host(), "")
    assert living(next_one.name, this_host(), "")
    next_one.release()


def test_who_asks_is_not_taken_for_the_holder_by_another_who_asks(
    own_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _lock_file("killed").touch()
    answers = []

    def asks_meanwhile(file: int, path: Path) -> None:
        monkeypatch.undo()
        monkeypatch.setattr("tempfile.tempdir", str(own_place))
        answers.append(living("killed", this_host(), ""))
        _take_away(file, path)

    monkeypatch.setattr(holding, "_take_away", asks_meanwhile)
    assert not living("killed", this_host(), "")
    assert answers == [False]
    assert not list(own_place.iterdir())


def test_a_holder_whose_file_is_cleared_away_before_it_is_locked_makes_another(
    own_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cleared = []

    def locks_late(file: int, *, wait: bool = False, shared: bool = False) -> None:
        if wait and not cleared:
            cleared.extend(own_place.iterdir())
            _clear_away()
            assert not list(own_place.iterdir())
        lock(file, wait=wait, shared=shared)

    monkeypatch.setattr(holding, "lock", locks_late)
    hold = Hold()
    hold.take()
    assert cleared
    assert living(hold.name, this_host(), "")
    assert list(own_place.iterdir()) == [_lock_file(hold.name)]
    hold.release()
    assert not list(own_place.iterdir())


def test_a_holder_that_nobody_let_go_of_leaves_no_file(own_place: Path) -> None:
    hold = Hold()
    hold.take()
    del hold
    gc.collect()
    assert not list(own_place.iterdir())
    ends_by_itself = _HOLDS.replace("input()", "")
    subprocess.run(
        [sys.executable, "-c", ends_by_itself], cwd=ROOT, check=True, env=os.environ | {"TMPDIR": f"{own_place}"}
    )
    assert not list(own_place.iterdir())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system copies no process")
def test_a_copy_of_the_process_lets_go_of_nothing(own_place: Path) -> None:
    hold = Hold()
    hold.take()
    if (child := os.fork()) == 0:
        hold.release()
        os._exit(0)
    os.waitpid(child, 0)
    assert living(hold.name, this_host(), "")
    hold.release()


def test_windows_that_begin_at_once_do_not_take_each_other_for_gone(own_place: Path) -> None:
    """One begins again and again while another clears away: a moment in which the file is there and not yet locked."""
    ended = threading.Event()

    def clears_away() -> None:
        while not ended.is_set():
            for file in own_place.iterdir():
                living(file.name.removeprefix("adref-").removesuffix(".lock"), this_host(), "")

    others = [threading.Thread(target=clears_away) for _ in range(3)]
    every, _ = sys.getswitchinterval(), sys.setswitchinterval(1e-6)
    for other in others:
        other.start()
    try:
        for _ in range(6000):
            hold = Hold()
            hold.take()
            assert hold.taken
            assert living(hold.name, this_host(), "")
            hold.release()
    finally:
        ended.set()
        for other in others:
            other.join()
        sys.setswitchinterval(every)
    assert not list(own_place.iterdir())
