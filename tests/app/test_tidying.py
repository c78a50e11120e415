"""Dead objects go in the window's thread."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.running import what_stays
from app.running.background import Task
from app.running.long_rest import LongRest
from app.running.tidying import Tidying
from app.running.what_stays import _MUCH, is_much, search_young, set_aside, tidy
from app.shell.window import Window


class Ring:
    """An object that holds itself, and says which thread took it apart."""

    def __init__(self, gone: list[str]) -> None:
        self._gone, self.itself = gone, self

    def __del__(self) -> None:
        self._gone.append(threading.current_thread().name)


def make_much(_task: Task[int]) -> int:
    """More objects than Python makes without searching, whole searches among them."""
    return len([[number] for number in range(300_000)])


def test_what_is_dead_is_never_taken_apart_by_work_off_the_windows_thread(window: Window, qtbot: QtBot) -> None:
    gone: list[str] = []
    for _ in range(20):
        Ring(gone)
    made: list[int] = []
    window.background.run(make_much, done=made.append, failed=window.report.trouble)
    qtbot.waitUntil(lambda: bool(made), timeout=20_000)
    for _ in range(20):
        Ring(gone)
    window.tidying._left.timeout.emit()  # the window has been left for a while
    assert set(gone) == {threading.current_thread().name}
    assert len(gone) == 40


def test_no_search_of_what_was_made_lately_is_long(window: Window) -> None:
    tidy()
    made, most = [], 0
    for _ in range(12):
        made += [[number] for number in range(20_000)]
        most = max(most, len(gc.get_objects(0)) + len(gc.get_objects(1)))
        search_young()
    assert len(made) == 240_000
    assert most <= 2 * _MUCH


SIGNS: tuple[Callable[[QWindow], object], ...] = (
    lambda handle: QTest.mouseMove(handle, QPoint(40, 40)),
    lambda handle: QTest.mouseMove(handle, QPoint(60, 40)),
    lambda handle: QTest.keyClick(handle, Qt.Key.Key_Shift),
    lambda handle: QTest.wheelEvent(handle, QPoint(40, 40), QPoint(0, -120)),
)


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_a_long_rest_is_without_keys_pointer_and_work(window: Window, qtbot: QtBot) -> None:
    window.show()
    working = False
    rest = LongRest(window, lambda: working, 0.25)
    handle = window.windowHandle()
    assert not rest.has_come()  # it is watched from now on
    for sign in SIGNS:
        qtbot.wait(300)
        sign(handle)
        assert not rest.has_come()
    qtbot.wait(300)
    working = True
    assert not rest.has_come()
    working = False
    assert not rest.has_come()
    qtbot.wait(300)
    assert rest.has_come()
    assert not rest.has_come()  # the next one begins


def test_all_is_searched_only_where_nobody_is_there(monkeypatch: pytest.MonkeyPatch, window: Window) -> None:
    monkeypatch.setattr(what_stays, "_VERY_MUCH", 1_000)
    tidy()
    kept = [[number] for number in range(5_000)]
    set_aside()
    gone: list[str] = []
    Ring(gone)
    set_aside()
    somebody = True
    tidying = Tidying(window, long_rest=lambda: not somebody)
    tidying._search()
    assert is_much()
    assert not gone
    somebody = False
    tidying._search()
    assert gone
    assert not is_much()
    tidying.close()
    assert len(kept) == 5_000
