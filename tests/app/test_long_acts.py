"""A long act on the working text is work of the window: it is shown, and cancelled as all work is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.window import Window
from models.dossier import Dossier
from models.draft import Draft, Kind, Paragraph, Run

WAIT = 30_000


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_a_long_act_is_shown_and_cancelled(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    path = tmp_path / "long.adref"
    runs = (Run("Encourages", italic=True), Run(" Governments to act;"))
    with Dossier.create(path, title="Long") as dossier:
        dossier.keep(Draft((Paragraph(Kind.OPERATIVE, runs),) * 400), label="First")
    window.desk.open(path)
    qtbot.waitUntil(lambda: window.desk.path == path and not window.background.tasks, timeout=WAIT)
    assert window.desk.listing is not None
    window.drafting.writing.begin(window.desk.listing.nodes[0].id)
    sheet = window.page.text.sheet
    qtbot.waitUntil(lambda: sheet.writes and sheet.text.whole and not window.background.tasks, timeout=WAIT)
    working = sheet.working
    assert working is not None
    for cancelled in (True, False):
        sheet.selectAll()
        window.acts["kind_text"].trigger()
        QTest.keyClicks(sheet, "x")
        assert [task.words for task in window.background.tasks] == ["Working on the text"]
        if cancelled:
            window.status_bar.cancelled.emit()
        qtbot.waitUntil(lambda: not sheet.under_way.active and not window.background.tasks, timeout=WAIT)
        qtbot.waitUntil(lambda: not sheet._waiting and not sheet.under_way.active, timeout=WAIT)
        assert [entry.text for entry in working.entries][1:] == ["Encourages Governments to act;"] * (399 * cancelled)
        assert working.changed != cancelled
    window.acts["undo"].trigger()
    qtbot.waitUntil(lambda: len(working.entries) == 400, timeout=WAIT)
    assert {entry.paragraph.kind for entry in working.entries} == {Kind.TEXT}
