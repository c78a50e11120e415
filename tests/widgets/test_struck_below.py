"""What is gone stands struck below its paragraph where changed words are shown, and has no room where they are not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.draft import Draft, Kind, Paragraph, Run
from models.editing import structure
from models.editing.edit import Caret, Selection
from models.editing.working import WorkingText
from models.telling.figures import counted
from widgets.theme.tokens import current
from widgets.writing.page import TextPage
from widgets.writing.struck_below import _MOST, _written, around

pytestmark = pytest.mark.qt_log_ignore("does not support")
TEXTS = (
    "Recalling its resolution of 2001, in which it invited all Member States to contribute,",
    "Noting the efforts of the Secretary-General,",
    "Recalling also the report,",
    "Mindful of the needs of all.",
)


@pytest.fixture
def page(qtbot: QtBot) -> TextPage:
    page = TextPage()
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.show_working(WorkingText(Draft(tuple(Paragraph(Kind.PREAMBULAR, (Run(text),)) for text in TEXTS))))
    QTest.qWait(20)
    return page


def room(page: TextPage, *expected: bool) -> None:
    """Until there is room for something below just these paragraphs."""

    def there() -> list[bool]:
        document, blocks = page.sheet.document(), page.sheet.column.blocks
        return [blocks.room_below(document.findBlockByNumber(at)) > 1 for at in range(document.blockCount())]

    deadline = QDeadlineTimer(10_000)
    while there() != list(expected) and not deadline.hasExpired():
        QTest.qWait(10)
    assert there() == list(expected)


def red_below(page: TextPage, position: int) -> int:
    """How many points below the words of a paragraph have the colour of what is gone."""
    sheet = page.sheet
    block = sheet.document().findBlockByNumber(position)
    end = round(sheet.column.words_end(block, sheet._top(block)))
    picture, red = sheet.grab().toImage(), current().removed.rgb()
    start = end - round(sheet.column.blocks.room_below(block))
    return sum(picture.pixel(x, y) == red for x in range(picture.width()) for y in range(start, end))


def select(page: TextPage, start: tuple[int, int], end: tuple[int, int]) -> None:
    page.sheet.select(Selection(Caret(*start), Caret(*end)))


def test_words_and_paragraphs_that_are_gone_are_struck_below_the_paragraph(page: TextPage, qtbot: QtBot) -> None:
    sheet = page.sheet
    page.bar.words.setChecked(True)
    room(page, False, False, False, False)
    at = TEXTS[0].index(" all Member States")
    select(page, (0, at), (0, at + len(" all Member States")))
    sheet.do(structure.delete)
    room(page, True, False, False, False)
    assert red_below(page, 0) > 100
    select(page, (2, 0), (3, 0))
    sheet.do(structure.delete)
    room(page, True, True, False)
    assert red_below(page, 1) > 100
    one = red_below(page, 0)
    select(page, (1, 0), (2, 0))
    sheet.do(structure.delete)
    # Below the same paragraph: words of it, and whole paragraphs behind it.
    room(page, True, False)
    qtbot.waitUntil(lambda: red_below(page, 0) > 2 * one, timeout=10_000)
    sheet.undo_step()
    room(page, True, True, False)
    page.bar.words.setChecked(False)
    room(page, False, False, False)
    page.bar.words.setChecked(True)
    room(page, True, True, False)
    sheet.undo_step()
    sheet.undo_step()
    room(page, False, False, False, False)
    sheet.redo_step()
    room(page, True, False, False, False)


def test_what_is_struck_is_heard_with_its_paragraph(page: TextPage) -> None:
    at = TEXTS[0].index(" all Member States")
    select(page, (0, at), (0, at + len(" all Member States")))
    page.sheet.do(structure.delete)
    select(page, (1, 0), (2, 0))
    page.sheet.do(structure.delete)
    page.sheet.select(Selection.at(0, 3))
    assert "deleted" not in page.telling.here()
    page.bar.words.setChecked(True)
    words = f"deleted after “invited”: all Member States; deleted paragraph: {TEXTS[1]}"
    assert page.telling.here().endswith(words)
    page.sheet.select(Selection.at(1, 0))
    assert "deleted" not in page.telling.here()


def test_words_of_a_paragraph_that_was_moved_too_are_shown(page: TextPage) -> None:
    page.bar.words.setChecked(True)
    select(page, (0, 0), (0, len("Recalling its")))
    page.sheet.do(structure.insert_text, "Noting the")
    page.sheet.do(structure.move, 1)
    assert page.sheet.change_of(1) == "moved"
    room(page, False, True, False, False)
    assert page.telling.here().endswith("moved, deleted before “Noting”: Recalling its")


def test_what_is_gone_before_the_first_paragraph_is_told_too(page: TextPage) -> None:
    page.bar.words.setChecked(True)
    select(page, (0, 0), (1, 0))
    page.sheet.do(structure.delete)
    room(page, True, False, False)


def test_painted_letter_by_letter_it_looks_as_painted_at_once(page: TextPage, qapp: QApplication) -> None:
    # A caret that blinks may be gone from one of the two pictures.
    qapp.setCursorFlashTime(0)
    sheet = page.sheet
    page.bar.words.setChecked(True)
    at = TEXTS[0].index("invited")
    select(page, (0, at), (0, at + len("invited all Member States")))
    sheet.setFocus()
    QTest.keyClicks(sheet, "urged those States that are in a position to do so, ")
    room(page, True, False, False, False)
    QTest.qWait(100)
    by_letters = sheet.grab().toImage()
    sheet.show_words(True)
    QTest.qWait(100)
    sheet.update()
    assert sheet.grab().toImage() == by_letters


def test_each_stands_between_the_words_around_it() -> None:
    assert around("one two four", [(8, "three "), (0, " "), (12, "five")]) == [
        ("two", "three", "four"),
        ("four", "five", ""),
    ]
    # Places count as Qt does.
    assert around("\U0001f642 end", [(3, "of the ")]) == [("\U0001f642", "of the", "end")]
    assert _written([("two", "three", "four"), ("", "All of it.", "")]) == (
        "… two three four …\u2028All of it.",
        [(6, 11), (19, 29)],
    )


def test_of_what_is_very_long_it_says_how_much_more_there_is() -> None:
    words, struck = _written([("", "word " * 2000, ""), ("", "other words", "")])
    assert sum(end - start for start, end in struck) <= _MOST
    shown = sum(len(words[start:end].split()) for start, end in struck)
    assert words.endswith(f" … and {counted(2002 - shown, 'word')} more")
