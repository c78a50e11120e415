"""Where the reader is when the same drafts are shown another way: side by side, in columns, more or fewer of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.comparison.columns import in_columns
from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.telling.sorts import Sort
from widgets.compare.page import ComparePage
from widgets.theme import style

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def draft(year: int) -> Draft:
    """Forty paragraphs, every other of which says another year in each draft."""
    texts = [f"Requests Member State {number} to report in {year if number % 2 else 1999}" for number in range(40)]
    texts.insert(7, f"Welcomes the outcome of the conference that was held in {year}")
    return Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(text),), number=str(at)) for at, text in enumerate(texts, 1)))


DRAFTS = tuple(draft(year) for year in (2001, 2002, 2003))
NAMES = tuple((f"Rev.{number}", "") for number in range(len(DRAFTS)))


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> ComparePage:
    style.apply(qapp, "light")
    page = ComparePage()
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    qtbot.waitExposed(page)
    return page


def two(page: ComparePage, old: int, new: int) -> None:
    page.show_comparison(compare(DRAFTS[old], DRAFTS[new]), *NAMES[old], *NAMES[new])


def columns(page: ComparePage, drafts: Sequence[Draft] = DRAFTS) -> None:
    page.show_columns(in_columns([compare(one, other) for one, other in pairwise(drafts)]), NAMES[: len(drafts)])


def test_the_paragraph_one_is_at_stays_the_one_in_columns_and_back(page: ComparePage) -> None:
    two(page, 0, 2)
    for _ in range(12):
        page.next_change()
    at = dict(page.stands_at())[1]
    columns(page)
    assert page.stands_at()[0] == (2, at)
    assert page.pane.view.scrolled
    page.pane.view.go_to_column(1)
    two(page, 0, 1)
    assert dict(page.stands_at())[1] == at
    two(page, 1, 0)
    assert dict(page.stands_at())[0] == at
    columns(page, DRAFTS[:2])
    assert page.stands_at() == ((0, at),)


def test_what_is_in_sight_stays_so_where_nothing_is_chosen(page: ComparePage) -> None:
    two(page, 0, 2)
    page.view.verticalScrollBar().setValue(900)
    seen = page.view.rows[page.view.heights.at(page.view.scrolled)].first
    columns(page)
    there = page.pane.view
    assert there.current is None
    assert there.rows[there.heights.at(there.scrolled)].first == seen
    two(page, 0, 2)
    assert page.view.current is None
    assert page.view.rows[page.view.heights.at(page.view.scrolled)].first == seen


def test_other_drafts_are_shown_from_their_beginning(page: ComparePage) -> None:
    two(page, 0, 2)
    page.next_change()
    two(page, 1, 2)
    assert page.view.current is None
    assert not page.view.scrolled


def test_the_columns_are_filtered_by_whatever_the_changes_are_counted_as(page: ComparePage) -> None:
    assert {*page.filter._sorts} == {*Sort}


@pytest.mark.parametrize("several", [False, True])
def test_that_there_is_no_change_further_on_is_said(qtbot: QtBot, page: ComparePage, several: bool) -> None:
    if several:
        columns(page)
    else:
        two(page, 0, 2)
    view = page.reading
    said: list[str] = []
    page.at_end.connect(said.append)
    qtbot.keyClick(view, Qt.Key.Key_N)
    qtbot.keyClick(view, Qt.Key.Key_P)
    for _ in range(30):
        qtbot.keyClick(view, Qt.Key.Key_N)
    at = page.stands_at()
    assert {*said} == {"No change further back; N goes on", "No change further on; P goes back"}
    qtbot.keyClick(view, Qt.Key.Key_P)
    assert page.stands_at() != at


def test_where_a_filter_hides_what_one_is_at_the_way_back_is_said(page: ComparePage) -> None:
    old = Draft(DRAFTS[0].paragraphs[4:])
    page.show_comparison(compare(old, DRAFTS[1]), *NAMES[0], *NAMES[1])
    for _ in range(30):
        page.next_change()
    said: list[str] = []
    page.at_end.connect(said.append)
    page.sorts.buttons[Sort.NEW].click()
    page.next_change()
    assert said == ["No change further on; P goes back"]
    page.previous_change()
    assert page.stands_at()[0] == (1, 3)
    for _ in range(4):
        page.previous_change()
    assert said[1:] == ["No change further back; N goes on"]
