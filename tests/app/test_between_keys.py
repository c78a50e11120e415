"""What is done between two keys falls into none of them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.window.window import Window
from tests.app.at_the_keys import WAIT, Hands


@pytest.mark.qt_log_ignore("does not support")
def test_the_journal_is_begun_where_nobody_types(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    hands = Hands(qtbot, window)
    hands.take(files)
    hands.write_on()
    hands.type(" First words")
    hands.journaled()
    sheet, journaling = window.page.text.sheet, window.drafting.writing.journaling
    until = time.monotonic() + 5
    while not sheet.pause.waits(journaling.write) and time.monotonic() < until:
        hands.type("b")
        QTest.qWait(2)
    assert sheet.pause.waits(journaling.write)
    qtbot.waitUntil(lambda: journaling.written, timeout=WAIT)
