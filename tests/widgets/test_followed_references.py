"""Keys that change numbers through the real sheet: references follow, it is said, and one undo takes both back."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.draft import Draft, Kind, Paragraph, Run
from models.editing.edit import Selection
from models.editing.working import WorkingText
from widgets.text.page import TextPage
from widgets.theme import style

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

_TEXT = Draft(
    tuple(
        Paragraph(Kind.OPERATIVE, (Run(words, italic=True), Run(rest)))
        for words, rest in (
            ("Decides", " to meet;"),
            ("Requests", " a report;"),
            ("Urges", " all under paragraph 2 above."),
        )
    )
)


def test_enter_lets_references_follow_and_one_undo_takes_both_back(qtbot: QtBot, qapp: QApplication) -> None:
    style.apply(qapp, "light")
    page = TextPage()
    qtbot.addWidget(page)
    page.resize(1280, 752)
    page.show()
    working = WorkingText(_TEXT)
    page.show_working(working, "A title", "", base="Rev.1")
    sheet = page.sheet
    sheet.setFocus()
    said: list[str] = []
    sheet.undo_said.connect(said.append)
    sheet.select(Selection.at(0, working.entries[0].length))
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    qapp.processEvents()
    document = sheet.document()
    assert said == ["New paragraph; 1 reference follows: OP4"]
    assert document.findBlockByNumber(3).text() == "Urges all under paragraph 3 above."
    assert sheet.text.runs_of(document.findBlockByNumber(3)) == working.entries[3].paragraph.runs
    assert sheet.selection() == Selection.at(1, 0)
    sheet.undo_step()
    qapp.processEvents()
    assert document.findBlockByNumber(2).text() == "Urges all under paragraph 2 above."
    assert not working.changed
    page.close()
