"""Keys that change numbers through the real sheet: references follow, it is said, and one undo takes both back."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing.edit import Caret, Selection
from models.editing.working import WorkingText
from widgets.theme import style
from widgets.writing.page import TextPage

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


def _page(qtbot: QtBot, qapp: QApplication, working: WorkingText) -> tuple[TextPage, list[str]]:
    """The text on a page, and what will be said."""
    style.apply(qapp, "light")
    page = TextPage()
    qtbot.addWidget(page)
    page.resize(1280, 752)
    page.show()
    page.show_working(working, "A title", "", base="Rev.1")
    page.sheet.setFocus()
    said: list[str] = []
    page.sheet.undo_said.connect(said.append)
    return page, said


def test_enter_lets_references_follow_and_one_undo_takes_both_back(qtbot: QtBot, qapp: QApplication) -> None:
    working = WorkingText(_TEXT)
    page, said = _page(qtbot, qapp, working)
    sheet = page.sheet
    sheet.select(Selection.at(0, working.entries[0].length))
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(said))
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


_CITING = Draft(
    (
        Paragraph(Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(" one,"), Run(footnote=1))),
        Paragraph(Kind.PREAMBULAR, (Run("Noting", italic=True), Run(" two,"), Run(footnote=2))),
    ),
    (Footnote(1, "1", (Run("A/80/1."),)), Footnote(2, "2", (Run("Ibid."),))),
)


@pytest.mark.parametrize(
    ("key", "first", "last", "did"),
    [
        (Qt.Key.Key_Backspace, 15, 15, "Delete"),
        (Qt.Key.Key_Delete, 14, 14, "Delete"),
        (Qt.Key.Key_X, 14, 15, "Typing"),
        (Qt.Key.Key_Delete, 14, 15, "Delete"),
    ],
)
def test_a_note_mark_that_goes_by_a_key_leaves_no_ibid_without_its_source_in_silence(
    qtbot: QtBot, qapp: QApplication, key: Qt.Key, first: int, last: int, did: str
) -> None:
    working = WorkingText(_CITING)
    page, said = _page(qtbot, qapp, working)
    page.sheet.select(Selection(Caret(0, first), Caret(0, last)))
    QTest.keyClick(page.sheet, key)
    qapp.processEvents()
    assert working.entries[0].paragraph.footnotes == ()
    assert said == [f"{did}; footnote 1 says “Ibid.” and has no footnote before it now: it meant “A/80/1.”"]
    QTest.keyClick(page.sheet, Qt.Key.Key_Z)
    qapp.processEvents()
    assert len(said) == 1
    page.close()
