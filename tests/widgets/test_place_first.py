"""A long working text that is taken up where the caret was: the place is there first, what is before it comes later."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing.edit import Caret, Selection
from models.editing.working import WorkingText
from tests.widgets.test_writing import assert_agrees
from widgets.theme import style
from widgets.writing.page import TextPage

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

_COUNT = 2_000
_WORDS = "Encourages 𝄞 Governments [of countries of origin] to increase cooperation on all issues "


def long_text() -> Draft:
    return Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(f"{_WORDS * (1 + at % 4)}{at};"),)) for at in range(_COUNT)))


def taken_up(qtbot: QtBot, selection: Selection) -> TextPage:
    """A page that shows a long text with something selected, and was not given the time to write it all."""
    page = TextPage()
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.show_working(WorkingText(long_text()), base="Rev.1", selection=selection)
    return page


@pytest.mark.parametrize(
    "selection",
    [
        Selection.at(_COUNT - 1, 12),
        Selection.at(_COUNT - 40, 0),
        Selection.at(_COUNT // 2, 15),
        Selection(Caret(_COUNT - 12, 11), Caret(_COUNT - 9, 13)),
        Selection(Caret(3, 12), Caret(_COUNT - 9, 13)),
        Selection(Caret(_COUNT - 9, 13), Caret(3, 12)),
    ],
)
def test_the_place_is_there_before_the_rest_is_written(qtbot: QtBot, qapp: QApplication, selection: Selection) -> None:
    style.apply(qapp, "light")
    page = taken_up(qtbot, selection)
    sheet, working = page.sheet, page.sheet.working
    assert working is not None
    assert sum(at in sheet.text.late for at in range(_COUNT)) > _COUNT // 2
    page.grab()
    assert sheet.selection() == selection
    assert 0 <= sheet.cursorRect().top() <= sheet.cursorRect().bottom() <= sheet._free_height()
    in_sight = [block.blockNumber() for block, _ in sheet._blocks()]
    assert selection.head.position in in_sight
    for at in in_sight:
        block = sheet.document().findBlockByNumber(at)
        assert sheet.text.runs_of(block) == working.entries[at].paragraph.runs
    while sheet.catching_up.behind:
        qapp.processEvents()
        assert sheet.selection() == selection
    assert 0 <= sheet.cursorRect().top() <= sheet.cursorRect().bottom() <= sheet._free_height()
    assert_agrees(page)


@pytest.mark.parametrize("count", [20, 24, 28, 32, 40])
def test_the_caret_is_above_the_notes_where_a_text_is_taken_up_at_its_end(
    qtbot: QtBot, qapp: QApplication, count: int
) -> None:
    style.apply(qapp, "light")
    words = [Paragraph(Kind.OPERATIVE, (Run(f"Decides to meet {at};"),), number=str(at)) for at in range(count)]
    for at in (count - 4, count - 3):
        words[at] = Paragraph(Kind.OPERATIVE, (Run("Notes it;"), Run(footnote=1)))
    page = TextPage()
    qtbot.addWidget(page)
    page.resize(1500, 860)
    page.show()
    text = WorkingText(Draft(tuple(words), (Footnote(1, "1", (Run("A/80/250."),)),)))
    page.show_working(text, base="Rev.1", selection=Selection.at(count - 1, 3))
    sheet = page.sheet
    for _ in range(5):
        qapp.processEvents()
        page.grab()
    assert sheet.notes.isVisible()
    assert 0 <= sheet.cursorRect().top() <= sheet.cursorRect().bottom() <= sheet._free_height()


def test_keys_are_not_lost_while_the_rest_is_written(qtbot: QtBot, qapp: QApplication) -> None:
    style.apply(qapp, "light")
    at = _COUNT - 5
    page = taken_up(qtbot, Selection.at(at, 11))
    sheet, working = page.sheet, page.sheet.working
    assert working is not None
    before = working.draft()
    QTest.keyClicks(sheet, "all ")
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    QTest.keyClicks(sheet, "Asks ")
    assert sheet.catching_up.behind
    assert [entry.text[:14] for entry in working.entries[at : at + 2]] == ["Encourages all", "Asks 𝄞 Governm"]
    assert sheet.selection() == Selection.at(at + 1, 5)
    while sheet.catching_up.behind:
        qapp.processEvents()
    assert_agrees(page)
    while working.undo_list.last is not None:
        sheet.undo_step()
    assert working.draft() == before
    assert_agrees(page)


@pytest.mark.parametrize("at", [_COUNT // 2, _COUNT - 1])
def test_one_goes_to_a_place_of_a_draft_that_is_not_written_yet(qtbot: QtBot, qapp: QApplication, at: int) -> None:
    style.apply(qapp, "light")
    page = taken_up(qtbot, Selection.at(0, 0))
    page.show_draft(long_text(), "Rev.1")
    assert not page.sheet.text.whole
    page.jump_to_position(at)
    assert page.sheet.chosen() == at
    in_sight = [block.blockNumber() for block, _ in page.sheet._blocks()]
    assert at in in_sight
    for number in in_sight:
        block = page.sheet.document().findBlockByNumber(number)
        assert page.sheet.text.runs_of(block) == page.sheet.shown.paragraph(number).runs
