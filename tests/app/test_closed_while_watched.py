"""A dossier that was written in rests for a moment before it is looked at: by then the window may be closed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.window.window import Window
from tests.app.at_the_keys import WAIT, Hands, Key

pytestmark = pytest.mark.qt_log_ignore("does not support")


def test_nothing_is_asked_of_a_dossier_that_is_closed(
    qtbot: QtBot, window: Window, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    hands = Hands(qtbot, window)
    hands.new_dossier(tmp_path / "one.adref")
    hands.new_text()
    hands.type("The General Assembly,")
    hands.press(Key.Key_Return)
    hands.type("Decides to meet")
    hands.journaled()
    window.watching.fileChanged.emit(str(tmp_path / "one.adref"))
    window.close()
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
    QTest.qWait(1_500)
    assert window.background.tasks == (), "what is asked then fails"
    assert [record.getMessage() for record in caplog.records if record.exc_info] == []
