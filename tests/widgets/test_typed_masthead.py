"""Letters typed into a line of a masthead, and taken out of it: as in any plain text, however the line is read."""

from __future__ import annotations

import os
import random
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextBlock, QTextBlockFormat, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.draft import Draft, Kind, Paragraph, Run
from models.editing.edit import Selection
from models.editing.working import WorkingText
from widgets.writing.page import TextPage

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

LINES = (
    "United Nations A/C.2/80/L.12", "General Assembly", "Distr.: Limited", "20 November 2025", "Original: English",
    "Eightieth session", "Second Committee", "Agenda item 18 (a)", "Provisional agenda item 152 of the agenda",
    "Antigua and Barbuda, Chile: draft resolution", "Sustainable development", "الأمم المتحدة A/80/L.3",
)  # fmt: skip
LETTERS = "qw8e é𝄞ا"


def masthead() -> Draft:
    lines = [Paragraph(Kind.MASTHEAD, (Run(line),)) for line in LINES]
    return Draft((*lines, Paragraph(Kind.OPERATIVE, (Run("Decides to meet;"),), number="1")))


def looks_of(block: QTextBlock) -> tuple[object, ...]:
    """How a block is set, and each of its letters."""
    letters = [(found.start, found.length, QTextCharFormat(found.format)) for found in block.textFormats()]
    return QTextBlockFormat(block.blockFormat()), letters


@pytest.fixture
def page(qtbot: QtBot) -> TextPage:
    made = TextPage()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.sheet.setFocus()
    return made


@pytest.mark.parametrize("seed", range(6))
def test_a_line_of_a_masthead_is_written_as_plain_text(page: TextPage, seed: int) -> None:
    chance = random.Random(seed)
    working = WorkingText(masthead())
    page.show_working(working, "A title", "", base="Rev.1")
    sheet, lines = page.sheet, list(LINES)
    for _ in range(12):
        at = chance.randrange(len(lines))
        line = lines[at]
        place = chance.randrange(len(line) + 1)
        sheet.select(Selection.at(at, place))
        for _ in range(chance.randint(1, 4)):
            what = chance.random()
            if what < 0.25 and place < len(line):
                QTest.keyClick(sheet, Qt.Key.Key_Delete)
                line = line[:place] + line[place + 1 :]
            elif what < 0.5 and place:
                QTest.keyClick(sheet, Qt.Key.Key_Backspace)
                place -= 1
                line = line[:place] + line[place + 1 :]
            else:
                # As letters come from every keyboard: composed, then committed.
                letter = chance.choice(LETTERS)
                QApplication.sendEvent(sheet, QInputMethodEvent("´", []))
                committed = QInputMethodEvent()
                committed.setCommitString(letter)
                QApplication.sendEvent(sheet, committed)
                line = line[:place] + letter + line[place:]
                place += 1
            lines[at] = line
            assert [entry.text for entry in working.entries[: len(lines)]] == lines
            assert sheet.selection() == Selection.at(at, place)
    for position, entry in enumerate(working.entries):
        block = sheet.document().findBlockByNumber(position)
        assert sheet.text.runs_of(block) == entry.paragraph.runs
        looks = looks_of(block)
        sheet.text.patch(position, [entry.paragraph], [replace(entry.paragraph)])
        assert looks == looks_of(block), entry.text
    end = working.draft()
    steps = 0
    while working.undo_list.last is not None:
        sheet.undo()
        steps += 1
    assert working.draft() == masthead()
    for _ in range(steps):
        sheet.redo()
    assert working.draft() == end


def test_what_is_being_composed_stays_where_it_is(page: TextPage) -> None:
    page.show_working(WorkingText(masthead()), "A title", "", base="Rev.1")
    sheet = page.sheet
    sheet.select(Selection.at(5, 3))
    QTest.keyClicks(sheet, "q")
    QApplication.sendEvent(sheet, QInputMethodEvent("ni", []))
    QTest.qWait(20)
    assert sheet.textCursor().block().layout().preeditAreaText() == "ni"
    assert sheet.textCursor().positionInBlock() == 4


@pytest.mark.parametrize("lines", [1, 2])
def test_a_masthead_keeps_its_looks_behind_paragraphs_that_come_above_it(page: TextPage, lines: int) -> None:
    working = WorkingText(masthead())
    page.show_working(working, "A title", "", base="Rev.1")
    sheet = page.sheet
    looks = [looks_of(sheet.document().findBlockByNumber(at))[0] for at in range(len(LINES))]
    with working.step("Paste", Selection.at(0)) as step:
        step.replace(0, 0, [step.new(Paragraph(Kind.TEXT, (Run("For Fiji."),))) for _ in range(lines)])
    sheet.select(Selection.at(len(working.entries) - 1))
    page.set_zoom(1.15)
    page.set_zoom(1.0)
    assert [looks_of(sheet.document().findBlockByNumber(lines + at))[0] for at in range(len(LINES))] == looks
    sheet.undo()
    page.set_zoom(1.15)
    page.set_zoom(1.0)
    assert [looks_of(sheet.document().findBlockByNumber(at))[0] for at in range(len(LINES))] == looks
