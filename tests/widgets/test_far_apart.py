"""One step on many paragraphs far apart from one another: what stands between them is not set anew."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.draft import Draft, Kind, Paragraph, Run
from models.editing.edit import Selection
from models.editing.working import WorkingText
from tests.widgets.test_writing import assert_agrees
from widgets.text.block_lines import lines_of
from widgets.text.document import MOST_AT_ONCE
from widgets.theme import style
from widgets.writing.mirror import MANY
from widgets.writing.page import TextPage

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

_WORDS = "Encourages Governments [of countries of origin and of destination] to increase cooperation on all issues "


def said(number: int, times: int) -> Paragraph:
    words = _WORDS * times if number % 4 else _WORDS.replace("[", "").replace("]", "") * times
    return Paragraph(Kind.OPERATIVE, (Run(f"{words}{number};"),))


def shown(qtbot: QtBot, qapp: QApplication, texts: Sequence[Paragraph]) -> tuple[TextPage, WorkingText]:
    """A page with a working text of these paragraphs, all written and set."""
    style.apply(qapp, "light")
    page, working = TextPage(), WorkingText(Draft(tuple(texts)))
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.show_working(working, base="Rev.1")
    page.sheet.text.finish()
    page.sheet.column.settle()
    return page, working


@pytest.mark.parametrize("seed", range(4))
def test_what_stands_between_paragraphs_that_came_or_went_stays_set(
    qtbot: QtBot, qapp: QApplication, seed: int
) -> None:
    chance = random.Random(seed)
    count = 5 * MANY
    page, working = shown(qtbot, qapp, [said(at, 1 + at % 3) for at in range(count)])
    sheet, blocks = page.sheet, page.sheet.column.blocks
    touched = sorted(chance.sample(range(count), MANY + 20), reverse=True)
    with working.step("Change", Selection.at(0, 0)) as step:
        for at in touched:
            came = [step.new(said(at + count, chance.randint(1, 4))) for _ in range(chance.choice((0, 0, 1, 2, 3)))]
            step.replace(at, at + 1, came)
    stayed = {entry.key for entry in working.entries} & set(range(count))
    at_their_places = [at for at, entry in enumerate(working.entries) if entry.key in stayed]
    assert len(at_their_places) == count - len(touched)
    assert len(blocks) == sheet.document().blockCount() == len(working.entries)
    assert all(blocks.is_set(at) for at in at_their_places)
    for act in (sheet.catching_up.all, sheet.undo_step, sheet.redo_step, sheet.undo_step):
        act()
        sheet.under_way.finish()
        sheet.catching_up.all()
        assert_agrees(page)
        sheet.column.settle()
        heights = [sheet.column.top(at) for at in range(len(working.entries) + 1)]
        sheet._rebuild()
        sheet.text.finish()
        sheet.column.settle()
        assert [sheet.column.top(at) for at in range(len(working.entries) + 1)] == heights


@pytest.mark.parametrize("elsewhere", [False, True])
@pytest.mark.parametrize("came", [1, 3, MOST_AT_ONCE + 1])
def test_the_first_paragraph_is_seen_behind_what_is_put_before_it(
    qtbot: QtBot, qapp: QApplication, came: int, elsewhere: bool
) -> None:
    page, working = shown(qtbot, qapp, [said(at, 1) for at in range(3 * MANY)])
    sheet = page.sheet

    def all_are_seen() -> bool:
        sheet.catching_up.all()
        sheet.column.settle()
        blocks = map(sheet.document().findBlockByNumber, range(len(working.entries)))
        return all(sum(long for _, long in lines_of(block.layout())) == block.length() - 1 for block in blocks)

    with working.step("Put", Selection.at(0, 0)) as step:
        if elsewhere:
            for at in range(3 * MANY - 1, MANY, -1):
                step.replace(at, at + 1, [step.new(said(at + 1000, 2)) for _ in range(2)])
        step.replace(0, 0, [step.new(said(at, 1)) for at in range(came)])
    assert all_are_seen()
    sheet.undo_step()
    sheet.under_way.finish()
    assert all_are_seen()
    assert_agrees(page)


@pytest.mark.parametrize("elsewhere", [False, True])
@pytest.mark.parametrize("gone", [1, 3, MOST_AT_ONCE + 1])
def test_an_empty_paragraph_has_its_own_lines_once_the_last_ones_behind_it_are_gone(
    qtbot: QtBot, qapp: QApplication, gone: int, elsewhere: bool
) -> None:
    empty = Paragraph(Kind.OPERATIVE)
    texts = [*(said(at, 1) for at in range(2 * MANY)), empty, *(said(at, 3) for at in range(gone))]
    page, working = shown(qtbot, qapp, texts)
    sheet = page.sheet
    end = len(texts)
    with working.step("Take out", Selection.at(0, 0)) as step:
        step.replace(end - gone, end, [])
        if elsewhere:
            for at in range(2 * MANY - 1, MANY - 10, -1):
                step.replace(at, at + 1, [step.new(said(at + 1000, 2)) for _ in range(2)])
    sheet.catching_up.all()
    sheet.column.settle()
    last = sheet.document().lastBlock()
    assert [long for _, long in lines_of(last.layout())] == [0]
    assert_agrees(page)
