"""What is shown beside paragraphs: where some are gone, the last too, and where a dragged one lands."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.draft import Draft, Kind, Paragraph, Run
from models.editing.edit import Caret, Selection
from models.editing.working import WorkingText
from widgets.theme import style
from widgets.theme.tokens import current
from widgets.writing.page import TextPage
from widgets.writing.sheet import WritingSheet

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

DRAFT = Draft(
    (
        Paragraph(Kind.PREAMBULAR, (Run("Recalling it,"),)),
        Paragraph(Kind.OPERATIVE, (Run("Decides:"),)),
        Paragraph(Kind.SUBPARAGRAPH, (Run("To meet;"),), level=1),
        Paragraph(Kind.SUBPARAGRAPH, (Run("To report;"),), level=1),
        Paragraph(Kind.OPERATIVE, (Run("Urges all;"),)),
        Paragraph(Kind.OPERATIVE, (Run("Requests a report."),)),
    )
)


@pytest.fixture
def sheet(qtbot: QtBot, qapp: QApplication) -> WritingSheet:
    style.apply(qapp, "light")
    page = TextPage()
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    working = WorkingText(DRAFT)
    page.show_working(working, "A title", "", base="Rev.1")
    page.sheet.setFocus()
    qapp.processEvents()
    return page.sheet


def _sign(sheet: WritingSheet) -> int | None:
    """At which height of the text the lowest sign that paragraphs are gone is painted beside it."""
    shown, column, wanted = sheet.grab().toImage(), sheet.viewport().geometry(), current().removed.rgb()
    rows = [y for y in range(shown.height()) for x in range(column.left()) if shown.pixel(x, y) == wanted]
    return max(rows) - column.top() if rows else None


@pytest.mark.parametrize(
    ("first", "last", "before", "after"),
    [(5, 5, [], [4]), (4, 5, [], [3]), (4, 4, [4], []), (0, 0, [0], [])],
)
def test_where_paragraphs_are_gone_a_sign_stands(
    qtbot: QtBot, sheet: WritingSheet, first: int, last: int, before: list[int], after: list[int]
) -> None:
    assert _sign(sheet) is None
    working = sheet.working
    assert working is not None
    with working.step("Take out", Selection.at(first)) as step:
        step.replace(first, last + 1, [])
        step.selection = Selection(Caret(0, 0), Caret(0, 0))
    qtbot.waitUntil(lambda: _sign(sheet) is not None)
    count = len(working.entries)
    assert [at for at in range(count) if sheet.is_gone_before(at)] == before
    assert [at for at in range(count) if sheet.is_gone_after(at)] == after
    sign, end = _sign(sheet), sheet.column.top(count - 1)
    assert sign is not None
    assert (sign > end + 20) is bool(after)


def test_no_line_is_shown_where_a_dragged_paragraph_does_not_land(sheet: WritingSheet) -> None:
    column = sheet.viewport().geometry()

    def beside(position: int) -> QPoint:
        return QPoint(column.left() - 30, column.top() + round(sheet.column.top(position)) + 8)

    before = sheet.working.draft() if sheet.working else None
    QTest.mousePress(sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, beside(1))
    for position in (1, 2, 3):
        QTest.mouseMove(sheet, beside(position))
        assert sheet.drag.before is None
    QTest.mouseMove(sheet, beside(5))
    assert sheet.drag.before == 5
    QTest.mouseMove(sheet, beside(3))
    assert sheet.drag.before is None
    QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, beside(3))
    assert sheet.working is not None
    assert sheet.working.draft() == before
