"""Pieces are done in turns of their own, and at once for a key that comes between them."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from widgets.shell.one_by_one import one_by_one
from widgets.theme.laid import laid_down

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def fields(qtbot: QtBot) -> tuple[QWidget, QLineEdit, QLineEdit]:
    """A window and two lines in it, the first with the keyboard."""
    window, first, second = QWidget(), QLineEdit(), QLineEdit()
    qtbot.addWidget(window)
    column = laid_down(window)
    column.addWidget(first)
    column.addWidget(second)
    window.show()
    window.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    return window, first, second


def test_what_waits_is_served_between(qtbot: QtBot) -> None:
    done: list[str] = []
    owner = QObject()

    def act(name: str) -> None:
        done.append(name)
        QTimer.singleShot(0, owner, lambda: done.append(f"after {name}"))

    one_by_one(owner, lambda: act("made"), lambda: act("filled"), lambda: act("shown"))
    qtbot.waitUntil(lambda: "after shown" in done)
    assert done == ["made", "after made", "filled", "after filled", "shown", "after shown"]


def test_what_fell_due_meanwhile_comes_first(qtbot: QtBot) -> None:
    done: list[str] = []
    owner = QObject()

    def act() -> None:
        done.append("act")
        QTimer.singleShot(5, owner, lambda: done.append("due"))
        time.sleep(0.02)

    one_by_one(owner, act, act)
    qtbot.waitUntil(lambda: len(done) == 4)
    assert done == ["act", "due", "act", "due"]


@pytest.mark.parametrize("turns", [0, 1, 5])
def test_a_letter_goes_to_what_comes(fields: tuple[QWidget, QLineEdit, QLineEdit], qtbot: QtBot, turns: int) -> None:
    _window, first, second = fields
    done: list[str] = []
    one_by_one(first, lambda: done.append("made"), lambda: done.append("filled"), second.setFocus)
    for _ in range(turns):
        qtbot.wait(2)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "a")
    assert (first.text(), second.text(), done) == ("", "a", ["made", "filled"])
    qtbot.wait(20)
    first.setFocus()
    QTest.keyClicks(first, "b")
    assert (first.text(), second.text()) == ("b", "a")


def test_what_is_left_goes_with_its_owner(qtbot: QtBot) -> None:
    done: list[str] = []
    owner = QObject()
    one_by_one(owner, lambda: done.append("made"), lambda: done.append("shown"))
    owner.deleteLater()
    qtbot.wait(20)
    assert done == ["made"]
