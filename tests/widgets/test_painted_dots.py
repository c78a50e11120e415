"""The dots under misspelt words are painted where something changed only, as all else: never too few, never stale."""

from __future__ import annotations

import random

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.draft import Draft, Kind, Paragraph, Run
from models.editing.edit import Entry, Selection
from models.editing.runs import shown
from models.editing.working import WorkingText
from models.spelling.speller import Misspelt
from models.spelling.words import words_of
from tests.widgets import test_painted_in_parts as in_parts
from widgets.theme import style
from widgets.writing.page import TextPage

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
_RIGHT = frozenset(["of", "to", "and", "the", "rights", "all", "international", "Encourages", "Recalling"])


def _misspelt(entry: Entry) -> tuple[Misspelt, ...]:
    """By a dictionary of few words, that no machine lacks."""
    words = words_of(shown(entry.paragraph.runs))
    return tuple(
        Misspelt(one.start, one.end, one.text) for one in words if one.text not in _RIGHT and len(one.text) > 6
    )


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> TextPage:
    monkeypatch.setattr("widgets.writing.spelled_sheet._REST", 30)
    style.apply(qapp, "light")
    qapp.setCursorFlashTime(0)
    page = TextPage()
    qtbot.addWidget(page)
    page.resize(1280, 752)
    page.show()
    words = " Governments of countries of origin to increase cooperation on issues related to migration" * 2
    paragraphs = [Paragraph(Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(f"{words},"))) for _ in range(3)]
    paragraphs += [Paragraph(Kind.OPERATIVE, (Run("Encourages", italic=True), Run(f"{words};"))) for _ in range(6)]
    page.show_working(WorkingText(Draft(tuple(paragraphs))), "A title", "", base="Rev.1")
    sheet = page.sheet
    sheet.unspelt.connect(lambda entries: sheet.take_spelling([(entry, _misspelt(entry)) for entry in entries]))
    sheet.set_spelling(True)
    sheet.setFocus()
    qtbot.waitUntil(lambda: len(sheet.misspelt_in(3)) > 6)
    return page


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("with_words", [False, True])
def test_parts_add_up_to_the_whole(page: TextPage, seed: int, with_words: bool, qtbot: QtBot) -> None:
    page.bar.words.setChecked(with_words)
    chance, sheet = random.Random(seed), page.sheet
    sheet.select(Selection.at(4, 20))
    done = []
    for _ in range(15):
        done.append(in_parts._act(page, chance))
        if chance.random() < 0.3:
            QTest.qWait(60)
            done.append("a rest")
        qtbot.waitUntil(lambda: not sheet.pause.waits(sheet._look_in_sight))
        assert in_parts._differing(page) == [], done[-3:]


def test_dots_go_from_under_a_word_that_is_written_in(page: TextPage, qtbot: QtBot) -> None:
    sheet = page.sheet
    for word in sheet.misspelt_in(4)[:4]:
        sheet.select(Selection.at(4, word.end - 1))
        for key in ("x", "s"):
            QTest.keyClicks(sheet, key)
            assert in_parts._differing(page) == [], (word, key)
        qtbot.waitUntil(lambda: not sheet.pause.waits(sheet._look_in_sight))
        assert in_parts._differing(page) == [], word
