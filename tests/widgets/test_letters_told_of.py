"""Who follows a sheet hears of what a key did once that is painted, of letters as of one step, and all in its order."""

from __future__ import annotations

import os
from itertools import pairwise

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.draft import Draft, Kind, Paragraph, Run
from models.editing import structure
from models.editing.edit import Edit, Selection
from models.editing.working import WorkingText
from widgets.writing.sheet import WritingSheet

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def sheet(qtbot: QtBot) -> WritingSheet:
    sheet = WritingSheet()
    qtbot.addWidget(sheet)
    sheet.resize(900, 600)
    lines = ("Decides to meet;", "Requests a report.")
    sheet.set_working(WorkingText(Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(words),)) for words in lines))))
    sheet.show()
    sheet.select(Selection.at(0, 10))
    return sheet


@pytest.fixture
def told(sheet: WritingSheet) -> list[Edit]:
    found: list[Edit] = []
    sheet.edited.connect(found.append)
    return found


def test_letters_are_told_of_as_one_step(qtbot: QtBot, sheet: WritingSheet, told: list[Edit]) -> None:
    QTest.keyClicks(sheet, "abc")
    qtbot.waitUntil(lambda: bool(told) and told[-1].after == Selection.at(0, 13))
    assert told[0].before == Selection.at(0, 10)
    assert (told[0].splices[0].old[0].text, told[-1].splices[0].new[0].text) == (
        "Decides to meet;",
        "Decides toabc meet;",
    )
    for one, two in pairwise(told):
        assert one.splices[0].new == two.splices[0].old


def test_they_are_told_of_before_an_act(sheet: WritingSheet, told: list[Edit]) -> None:
    QTest.keyClicks(sheet, "a")
    sheet.do(structure.move, 1)
    assert [edit.words for edit in told] == ["Typing", "Move OP1"]


def test_letters_in_two_paragraphs_are_two_steps(sheet: WritingSheet, told: list[Edit]) -> None:
    QTest.keyClicks(sheet, "a")
    sheet.select(Selection.at(1, 8))
    QTest.keyClicks(sheet, "b")
    sheet.tell_typed()
    assert [edit.splices[0].start for edit in told] == [0, 1]


def test_nothing_is_left_untold_where_the_text_is_let_go(sheet: WritingSheet, told: list[Edit]) -> None:
    QTest.keyClicks(sheet, "a")
    sheet.let_go()
    assert [edit.words for edit in told] == ["Typing"]


def test_an_act_is_told_of_once_its_key_is_painted(qtbot: QtBot, sheet: WritingSheet, told: list[Edit]) -> None:
    heard: list[object] = []
    for signal in (sheet.paragraph_chosen, sheet.undo_said):
        signal.connect(heard.append)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert (told, heard) == ([], [])
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert [edit.words for edit in told] == ["New paragraph"]
    assert heard == [1, "New paragraph"]


def test_it_is_told_of_before_what_comes_after_it(sheet: WritingSheet, told: list[Edit]) -> None:
    chosen: list[int] = []
    sheet.paragraph_chosen.connect(chosen.append)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    QTest.keyClick(sheet, Qt.Key.Key_Down)
    assert (len(told), chosen) == (1, [1, 2])
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    sheet.undo_step()
    assert [edit.words for edit in told] == ["New paragraph"] * 3
