"""What follows the keys waits until they are still, each piece in a turn of its own."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from widgets.text.pause import Pause
from widgets.text.told import Told


@pytest.fixture
def pause(qtbot: QtBot) -> Iterator[Pause]:
    parent = QObject()
    yield Pause(parent)
    parent.deleteLater()


def test_a_piece_of_work_is_done_once_however_often_it_is_asked_for(pause: Pause, qtbot: QtBot) -> None:
    done: list[str] = []

    def work() -> None:
        done.append("work")

    for _ in range(3):
        pause.ask(work, 20)
    assert pause.waits(work)
    assert not done
    qtbot.waitUntil(lambda: not pause.waits(work))
    QTest.qWait(60)
    assert done == ["work"]


def test_other_events_come_between_two_pieces(pause: Pause, qtbot: QtBot) -> None:
    done: list[str] = []

    def first() -> None:
        done.append("first")
        QTimer.singleShot(0, lambda: done.append("a key"))

    def second() -> None:
        done.append("second")

    pause.ask(first, 0)
    pause.ask(second, 0)
    qtbot.waitUntil(lambda: len(done) == 3)
    assert done[0] == "first"
    assert set(done) == {"first", "a key", "second"}


def test_what_a_key_did_is_told_before_what_follows_it_is_done(qtbot: QtBot) -> None:
    parent, done = QObject(), list[str]()
    told = Told(parent)
    pause = Pause(parent, told.tell_all)

    def count() -> None:
        done.append("counted")

    def edited() -> None:
        done.append("edited")
        pause.drop(count)
        pause.ask(follow, 0)

    def follow() -> None:
        done.append("followed")

    pause.ask(count, 0)
    with told.when_painted():
        told.tell(edited)
    time.sleep(0.02)  # both are due
    qtbot.waitUntil(lambda: "followed" in done)
    assert done == ["edited", "followed"]
    parent.deleteLater()


def test_keys_put_work_off_but_not_for_ever(pause: Pause) -> None:
    done: list[int] = []

    def work() -> None:
        done.append(keys)

    keys = 0
    pause.ask(work, 2_000, 300)
    while not done and keys < 400:
        keys += 1
        pause.key()
        QTest.qWait(10)
    assert 5 < done[0] < 400


def test_what_is_dropped_is_not_done(pause: Pause) -> None:
    done: list[str] = []

    def work() -> None:
        done.append("work")

    pause.ask(work, 10)
    pause.drop(work)
    QTest.qWait(60)
    assert not done


def test_rest_begins_when_a_key_is_painted_however_long_that_takes(pause: Pause, qtbot: QtBot) -> None:
    seen = _Painted()
    qtbot.addWidget(seen)
    seen.show()
    qtbot.waitUntil(lambda: seen.at > 0.0)
    done: list[float] = []
    pause.key()
    pause.ask(lambda: done.append(time.monotonic()), 30)
    seen.update()
    time.sleep(0.1)  # what the key does
    before = seen.at
    qtbot.waitUntil(lambda: bool(done))
    assert seen.at > before
    assert done[0] - seen.at >= 0.028


def test_what_can_wait_no_more_comes_behind_the_turn_in_which_a_key_is_painted(pause: Pause, qtbot: QtBot) -> None:
    done: list[str] = []
    pause.ask(lambda: done.append("work"), 2_000, 10)
    pause.key()
    time.sleep(0.02)  # what the key does
    QCoreApplication.processEvents()
    assert not done
    qtbot.waitUntil(lambda: bool(done))


def test_what_a_key_asks_for_waits_from_when_it_is_painted(pause: Pause, qtbot: QtBot) -> None:
    done: list[float] = []
    pause.key()
    pause.ask(lambda: done.append(time.monotonic()), 2_000, 60)
    time.sleep(0.15)  # what the key does
    painted = time.monotonic()
    QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: bool(done))
    assert done[0] - painted >= 0.055


class _Painted(QWidget):
    """Knows when it was painted last."""

    at = 0.0

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.at = time.monotonic()
