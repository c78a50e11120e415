"""Dead objects go in the window's thread."""

from __future__ import annotations

import gc
import threading

from pytestqt.qtbot import QtBot

from app.aside import _MUCH, search_young, tidy
from app.background import Task
from app.window import Window


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
