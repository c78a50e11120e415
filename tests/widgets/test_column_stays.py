"""The column of a text lies where it lies, whether or not there is anything to scroll."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.draft import Draft, Kind, Paragraph, Run
from models.editing.edit import Selection
from models.editing.structure import insert_text, new_paragraph
from models.editing.working import WorkingText
from widgets.writing.page import TextPage

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.mark.parametrize("width", [640, 900, 1500])
@pytest.mark.parametrize("words", ["Decides to meet;", "تقرر أن تجتمع؛"])
def test_it_stays_where_the_first_line_comes_that_must_be_scrolled_to(qtbot: QtBot, width: int, words: str) -> None:
    page = TextPage()
    qtbot.addWidget(page)
    page.resize(width, 420)
    page.show()
    page.show_working(WorkingText(Draft((Paragraph(Kind.OPERATIVE, (Run(words),)),))))
    QTest.qWait(50)
    sheet = page.sheet
    lies = sheet.viewport().geometry()
    assert sheet.verticalScrollBar().maximum() == 0
    for number in range(30):
        sheet.select(Selection.at(number, len(words)))
        sheet.do(new_paragraph)
        sheet.do(insert_text, words)
        assert sheet.viewport().geometry() == lies
    QTest.qWait(50)
    assert sheet.verticalScrollBar().maximum() > 0
    assert sheet.viewport().geometry() == lies
    assert sheet.column.width == lies.width()
