"""Work off the window's thread."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.running.background import Background, Fate, Task
from app.running.report import Report
from models.awaited import told_by
from models.draft import DraftError


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    background = Background(Report())
    yield background
    background.close()


def test_the_result_comes_back_in_the_windows_thread(qtbot: QtBot, background: Background) -> None:
    threads: list[int] = []

    def work(_task: Task[int]) -> int:
        return threading.get_ident()

    def done(there: int) -> None:
        threads.extend([there, threading.get_ident()])

    background.run(work, done=done, failed=pytest.fail)
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] != threads[1] == threading.get_ident()


def test_an_error_comes_back_as_it_was(qtbot: QtBot, background: Background) -> None:
    errors: list[Exception] = []

    def work(_task: Task[int]) -> int:
        raise ValueError("no")

    background.run(work, done=pytest.fail, failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert str(errors[0]) == "no"
    qtbot.waitUntil(lambda: not background.tasks)


def test_in_one_lane_the_latest_wins(qtbot: QtBot, background: Background) -> None:
    started, held, results, unwanted = threading.Event(), threading.Event(), [], []  # type: ignore[var-annotated]

    def first(_task: Task[str]) -> str:
        started.set()
        held.wait(60)
        return "first"

    background.run(first, done=results.append, failed=pytest.fail, unwanted=unwanted.append, lane="page")
    assert started.wait(60)
    background.run(lambda _task: "second", done=results.append, failed=pytest.fail, lane="page")
    qtbot.waitUntil(lambda: results == ["second"])
    held.set()
    qtbot.waitUntil(lambda: not background.tasks)
    assert results == ["second"]
    assert unwanted == ["first"]


def test_cancelled_work_stops_at_its_next_word(qtbot: QtBot, background: Background) -> None:
    started, steps = threading.Event(), []  # type: ignore[var-annotated]

    def work(task: Task[None]) -> None:
        for step in range(10_000):
            started.set()
            task.progress(step / 10_000)
            steps.append(step)
            threading.Event().wait(0.001)

    task = background.run(work, done=pytest.fail, failed=pytest.fail)
    assert started.wait(60)
    task.cancel()
    qtbot.waitUntil(lambda: not background.tasks)
    assert len(steps) < 9_000


@pytest.mark.parametrize(
    ("by_user", "closes", "fails", "called"),
    [
        (True, False, False, ["done"]),
        (True, True, False, ["unwanted"]),
        (True, False, True, ["failed"]),
        (False, False, False, []),
    ],
)
def test_what_must_be_done_and_is_cancelled_too_late_by_the_user_is_done(
    qtbot: QtBot, background: Background, by_user: bool, closes: bool, fails: bool, called: list[str]
) -> None:
    found, go = list[str](), threading.Event()

    def work(_task: Task[str]) -> str:
        assert go.wait(5)
        if fails:
            raise DraftError("The disk is full.")
        return "done"

    task = background.run(
        work,
        done=found.append,
        failed=lambda _error: found.append("failed"),
        unwanted=(lambda _result: found.append("unwanted")) if closes else None,
        must=True,
    )
    (task.give_up if by_user else background.cancel_all)()
    go.set()
    qtbot.waitUntil(lambda: not background.tasks, timeout=5_000)
    assert (found, task.fate is Fate.TAKEN) == (called, "done" in called or fails)


@pytest.mark.parametrize(
    ("lasts", "takes", "called"),
    [(True, True, ["taken"]), (True, False, ["done"]), (False, True, ["taken"]), (False, False, [])],
)
def test_what_can_be_stopped_is_done_once_what_came_of_it_is_there_to_stay(
    qtbot: QtBot, background: Background, lasts: bool, takes: bool, called: list[str]
) -> None:
    found, at_work, go = list[str](), threading.Event(), threading.Event()

    def work(_task: Task[str]) -> str:
        at_work.set()
        assert go.wait(5)
        return "done"

    task = background.run(
        work,
        done=found.append,
        unwanted=(lambda _result: found.append("taken")) if takes else None,
        lasts=lambda _result: lasts,
    )
    assert at_work.wait(5)
    task.give_up()
    go.set()
    qtbot.waitUntil(lambda: not background.tasks, timeout=5_000)
    assert (found, task.fate is Fate.TAKEN) == (called, lasts)


def test_a_process_whose_answer_nobody_wants_any_more_is_ended(qtbot: QtBot, background: Background) -> None:
    started: list[subprocess.Popen[bytes]] = []

    def work(_task: Task[bytes]) -> bytes:
        with subprocess.Popen([sys.executable, "-S", "-c", "input()"], stdin=subprocess.PIPE) as running:
            started.append(running)
            return told_by(running, 60)

    task = background.run(work, done=pytest.fail, failed=pytest.fail)
    qtbot.waitUntil(lambda: bool(started))
    task.give_up()
    qtbot.waitUntil(lambda: not background.tasks)
    assert started[0].poll() is not None
