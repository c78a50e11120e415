"""The sheet has as many blocks as the text has paragraphs, whatever comes in, and no key is lost."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.draft import Draft, Kind, Paragraph, Run
from models.editing.edit import Selection
from models.editing.working import WorkingText
from tests.app.on_the_sheet import same_as_model
from widgets.text.sheet import Sheet
from widgets.text.shown import ShownDraft
from widgets.theme import style
from widgets.writing.page import TextPage
from widgets.writing.sheet import WritingSheet

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

SIGNS = ["\r", "\r\n", "\n", "\u2029", "\u2028", "\v", "\f", "\x85", "\ufdd0", "\ufdd1", "\x01"]
_TEXT = Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(f"Takes note of report {at};"),)) for at in range(1, 5)))


@pytest.fixture
def sheet(qtbot: QtBot, qapp: QApplication) -> WritingSheet:
    style.apply(qapp, "light")
    page = TextPage()
    qtbot.addWidget(page)
    page.resize(1280, 752)
    page.show()
    page.show_working(WorkingText(_TEXT), "A title", "", base="Rev.1")
    page.sheet.setFocus()
    page.sheet.select(Selection.at(1, 5))
    qapp.processEvents()
    return page.sheet


def _mime(words: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(words)
    return mime


def _paste(sheet: WritingSheet, words: str) -> None:
    QGuiApplication.clipboard().setMimeData(_mime(words))
    QTest.keyClick(sheet, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def _drop(sheet: WritingSheet, words: str) -> None:
    copies, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    here, mime = QPointF(sheet.cursorRect().center()), _mime(words)
    none = Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(here.toPoint(), copies, mime, left, none),
        QDropEvent(here, copies, mime, left, none),
    ):
        QApplication.sendEvent(sheet.viewport(), event)


def _dictate(sheet: WritingSheet, words: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(sheet, event)


def _read_aloud(sheet: WritingSheet, words: str) -> None:
    """As what helps a hand to write does: straight into the document."""
    cursor = QTextCursor(sheet.document())
    cursor.setPosition(sheet.textCursor().position())
    cursor.insertText(words)


@pytest.mark.parametrize("way", [_paste, _drop, _dictate, _read_aloud])
@pytest.mark.parametrize("sign", SIGNS, ids=ascii)
def test_whatever_comes_in_the_sheet_shows_the_text_and_keys_go_on(
    sheet: WritingSheet, way: Callable[[WritingSheet, str], None], sign: str
) -> None:
    way(sheet, f"one{sign}two")
    QApplication.processEvents()
    same_as_model(sheet)
    told = " ".join(entry.text for entry in sheet.working.entries) if sheet.working else ""
    assert "one" in told
    assert "two" in told
    last = sheet.document().blockCount() - 1
    sheet.select(Selection.at(last, 4))
    QTest.keyClicks(sheet, "TYPED")
    QApplication.processEvents()
    same_as_model(sheet)
    assert sheet.working is not None
    assert "TYPED" in sheet.working.entries[-1].text


@pytest.mark.parametrize("sign", SIGNS, ids=ascii)
def test_a_draft_that_is_read_has_a_block_for_each_paragraph_and_all_its_places(qtbot: QtBot, sign: str) -> None:
    read = Sheet()
    qtbot.addWidget(read)
    kept = Draft((Paragraph(Kind.OPERATIVE, (Run(f"one{sign}two"),)), *_TEXT.paragraphs))
    read.show_text(ShownDraft(kept), {})
    read.finish()
    assert read.document().blockCount() == len(kept.paragraphs)
    assert len(read.document().begin().text()) == len(kept.paragraphs[0].text)


def test_a_sheet_that_has_gone_astray_is_set_anew_with_the_next_step(sheet: WritingSheet) -> None:
    cursor = QTextCursor(sheet.document())
    with sheet.text.changes():  # as if the sheet itself had written it
        cursor.insertBlock()
    assert sheet.working is not None
    sheet.select(Selection.at(3, 5))
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    same_as_model(sheet)
    QTest.keyClicks(sheet, "Then")
    same_as_model(sheet)
