"""Dead objects go in the window's thread."""

from __future__ import annotations

import gc
import threading
import time
import weakref

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.running.background import Task
from app.running.what_stays import _MUCH, search_young, tidy
from app.settings.settings import Places, Settings
from app.window.window import Window
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing.edit import Selection
from models.editing.working import WorkingText
from widgets.writing.sheet import WritingSheet


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


def test_no_search_of_what_was_made_lately_is_long_or_falls_into_keys_without_a_rest(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    tidy()
    made, most = [], 0
    for _ in range(12):
        made += [[number] for number in range(20_000)]
        most = max(most, len(gc.get_objects(0)) + len(gc.get_objects(1)))
        search_young()
    assert len(made) == 240_000
    assert most <= 2 * _MUCH
    pause, later = window.pages.text.sheet.pause, time.monotonic() + 10
    window.tidying._beat.timeout.emit()
    monkeypatch.setattr(time, "monotonic", lambda: later)
    pause.key()
    QTest.qWait(10)
    assert pause.waits(search_young)


def _text(qapp: QApplication) -> tuple[list[str], WritingSheet]:
    """A sheet on which one text gave way to another, and what of the first is gone."""
    gone: list[str] = []
    sheet = WritingSheet()
    for count in (300, 3):
        paragraphs = tuple(Paragraph(Kind.OPERATIVE, (Run(f"Decides {at};"), Run(footnote=1))) for at in range(count))
        working = WorkingText(Draft(paragraphs, (Footnote(1, "1", (Run("Note."),)),)))
        sheet.set_working(working)
        sheet.finish()
        sheet.select(Selection.at(1, 3))
        qapp.processEvents()
        if count == 300:
            weakref.finalize(working, gone.append, "text")
            weakref.finalize(sheet.text, gone.append, "what is laid out")
            sheet.text.document.destroyed.connect(lambda *_: gone.append("document"))
            sheet.text.column.destroyed.connect(lambda *_: gone.append("column"))
    return gone, sheet


def test_a_text_that_gave_way_to_another_is_in_no_ring(qapp: QApplication) -> None:
    gc.collect()
    gc.disable()
    try:
        gone, sheet = _text(qapp)
        qapp.processEvents()
        assert sorted(gone) == ["column", "document", "text", "what is laid out"]
        sheet.close()
    finally:
        gc.enable()


def test_a_window_that_is_gone_is_held_by_nobody(qtbot: QtBot, places: Places) -> None:
    def gone() -> weakref.ref[Window]:
        window = Window(places, Settings(appearance="light"))
        window.show()
        qtbot.waitUntil(lambda: not window.background.tasks, timeout=10_000)
        QApplication.processEvents()  # what is still on its way to the window holds it
        window.close()
        delete(window)
        return weakref.ref(window)

    there = gone()
    QApplication.sendPostedEvents()
    tidy()
    assert there() is None
