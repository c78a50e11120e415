"""Words typed, dictated, composed and pasted at the end of a paragraph on the real sheet come before its mark."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.editing.edit import Selection
from tests.app.at_the_keys import press_letter
from tests.app.on_the_sheet import same_as_model
from tests.models.editing.test_punctuation import lines, text
from widgets.writing.page import TextPage

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

LIST = ("P Zero,", "O One:", "a In 2026;", "a Last;", "O Two.")


@pytest.fixture
def page(qtbot: QtBot) -> TextPage:
    page = TextPage()
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    return page


def begin(page: TextPage, *before: str, position: int) -> None:
    page.show_working(text(*before), "A title", "", base="Rev.1")
    page.sheet.setFocus()
    page.sheet.select(Selection.at(position))
    QTest.keyClick(page.sheet, Qt.Key.Key_End)


def leave(page: TextPage) -> None:
    QTest.keyClick(page.sheet, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(
    ("typed", "written", "left"),
    [
        (", in New York", "a In 2026, in New York;", None),
        (" and beyond", "a In 2026 and beyond;", None),
        (" and beyond.", "a In 2026 and beyond.", "a In 2026 and beyond;"),
        ("; and", "a In 2026; and", None),
        (" and", "a In 2026 and;", "a In 2026; and"),
        (".", "a In 2026.", "a In 2026;"),
        (";", "a In 2026;", None),
        ("; to meet", "a In 2026; to meet", "a In 2026; to meet;"),
        ("\n", "a In 2026;", None),
        (" é—𝄞", "a In 2026 é—𝄞;", None),
    ],
)
def test_typed_letter_by_letter(page: TextPage, typed: str, written: str, left: str | None) -> None:
    begin(page, *LIST, position=2)
    sheet = page.sheet
    working = sheet.working
    assert working is not None
    for letter in typed:
        if letter == "\n":
            QTest.keyClick(sheet, Qt.Key.Key_Return)
        else:
            press_letter(sheet, letter)
        same_as_model(sheet)
    assert lines(working)[2] == written
    leave(page)
    assert lines(working)[2] == (left or written)
    same_as_model(sheet)
    while working.undo_list.steps:
        sheet.undo_step()
        same_as_model(sheet)
    assert lines(working) == list(LIST)


def test_notes_stay_with_their_words(page: TextPage) -> None:
    begin(page, "P Zero,", "O One;^", "O Two.", position=1)
    for letter in " and more":
        press_letter(page.sheet, letter)
        same_as_model(page.sheet)
    assert page.sheet.working is not None
    assert lines(page.sheet.working)[1] == "O One^ and more;"


def test_composed_and_dictated(page: TextPage) -> None:
    begin(page, "P Zero,", "O 请秘书长；", "O 决定继续处理此案。", position=1)
    sheet = page.sheet
    assert sheet.working is not None
    QApplication.sendEvent(sheet, QInputMethodEvent("zai", []))
    composed = QInputMethodEvent()
    composed.setCommitString("在纽约")
    QApplication.sendEvent(sheet, composed)
    same_as_model(sheet)
    assert lines(sheet.working)[1] == "O 请秘书长在纽约；"
    begin(page, *LIST, position=2)
    said = QInputMethodEvent()
    said.setCommitString(" and beyond;")
    QApplication.sendEvent(sheet, said)
    same_as_model(sheet)
    assert lines(sheet.working)[2] == "a In 2026 and beyond;"


def test_pasted(page: TextPage) -> None:
    begin(page, *LIST, position=2)
    words = QMimeData()
    words.setText(", in New York")
    page.sheet.insertFromMimeData(words)
    same_as_model(page.sheet)
    assert page.sheet.working is not None
    assert lines(page.sheet.working)[2] == "a In 2026, in New York;"


@pytest.mark.parametrize(
    ("typed", "kept", "goes_on", "left"),
    [
        ("Decides,", "O Decides;", " in May", "O Decides, in May;"),
        ("Decides, ", "O Decides;", "in May", "O Decides, in May;"),
        ("Decides to ", "O Decides to;", "meet", "O Decides to meet;"),
        ("Decides to meet,", "O Decides to meet;", "", "O Decides to meet;"),
        ("Decides to meet", "O Decides to meet;", " in May", "O Decides to meet in May;"),
    ],
)
def test_a_comma_just_typed_is_gone_on_behind_when_the_text_was_kept_meanwhile(
    page: TextPage, typed: str, kept: str, goes_on: str, left: str
) -> None:
    begin(page, "P Zero,", "O ", "O Two.", position=1)
    for letter in typed:
        press_letter(page.sheet, letter)
    page.sheet.finish_paragraph()
    assert lines(page.sheet.working)[1] == kept
    for letter in goes_on:
        press_letter(page.sheet, letter)
    leave(page)
    assert lines(page.sheet.working)[1] == left
    same_as_model(page.sheet)


def test_once_the_caret_was_elsewhere_the_mark_is_the_end_again(page: TextPage) -> None:
    begin(page, "P Zero,", "P ", "O Two.", position=1)
    for letter in "Noting, with x,":
        press_letter(page.sheet, letter)
    page.sheet.finish_paragraph()
    leave(page)
    page.sheet.select(Selection.at(1, 15))
    for letter in " of May":
        press_letter(page.sheet, letter)
    assert lines(page.sheet.working)[1] == "P Noting, with x of May,"


@pytest.mark.parametrize(("goes_on", "left"), [("", ["O One;", "O Two.", "O "]), ("X", ["O One;", "O Two;", "O X."])])
def test_a_paragraph_just_begun_counts_for_nothing_when_the_text_is_kept(
    page: TextPage, goes_on: str, left: list[str]
) -> None:
    begin(page, "O One;", "O Two.", position=1)
    QTest.keyClick(page.sheet, Qt.Key.Key_Return)
    page.sheet.finish_text()
    assert lines(page.sheet.working) == ["O One;", "O Two.", "O "]
    assert page.sheet.selection() == Selection.at(2)
    for letter in goes_on:
        press_letter(page.sheet, letter)
    leave(page)
    assert lines(page.sheet.working) == left
    same_as_model(page.sheet)


@pytest.mark.parametrize("act", ["moved", "undone"])
@pytest.mark.parametrize("goes_on", ["elsewhere", "out at once"])
def test_a_paragraph_moved_or_undone_before_it_is_left_gets_its_mark(page: TextPage, act: str, goes_on: str) -> None:
    begin(page, "O One;", "O Two.", position=0)
    QTest.keyClick(page.sheet, Qt.Key.Key_Return)
    for letter in "Decides new" + " zzz" * (act == "undone"):
        press_letter(page.sheet, letter)
    if act == "moved":
        QTest.keyClick(page.sheet, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    else:
        page.sheet.undo_step()
    if goes_on == "elsewhere":
        QTest.keyClick(page.sheet, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        press_letter(page.sheet, "X")
        leave(page)
    else:
        page.sheet.finish_text()
    new, two = "O Decides new;", "O TwoX." if goes_on == "elsewhere" else "O Two."
    assert lines(page.sheet.working) == ([new, "O One;", two] if act == "moved" else ["O One;", new, two])
    same_as_model(page.sheet)


def test_going_away_leaves_what_can_be_done_again(page: TextPage) -> None:
    begin(page, "O One;", "O ", "O Two.", position=1)
    for letter in "Decides new zzz":
        press_letter(page.sheet, letter)
    page.sheet.undo_step()
    leave(page)
    page.sheet.redo_step()
    assert lines(page.sheet.working)[1] == "O Decides new zzz"
