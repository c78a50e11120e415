"""What is counted as agreed in a text that is read, brackets over several paragraphs among it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from models.draft import Draft, Kind, Paragraph, Run
from models.draft.agreed import agreed_words
from widgets.text.agreed_here import AgreedHere
from widgets.text.bracketed import Bracketed
from widgets.writing.page import TextPage

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

_TEXT = tuple(
    Paragraph(Kind.OPERATIVE, (Run(words),)) for words in ("Decides to act;", "[Invites all;", "Calls;", "Urges.]")
)


def _counted(known: frozenset[str]) -> tuple[int, int]:
    here = AgreedHere()
    here.known, here.bracketed = known, Bracketed(_TEXT)
    here.count(_TEXT)
    return here.agreed, here.all


def test_nothing_is_counted_where_nothing_is_agreed_yet() -> None:
    assert _counted(frozenset()) == (0, 0)


def test_what_lies_between_brackets_of_others_is_not_agreed() -> None:
    assert _counted(frozenset(map(agreed_words, _TEXT))) == (1, 4)


def test_a_text_with_brackets_over_paragraphs_is_read_where_nothing_is_agreed_yet(qtbot: QtBot) -> None:
    page = TextPage()
    qtbot.addWidget(page)
    page.show_draft(Draft(_TEXT))
    assert (page.agreed.agreed, page.agreed.all) == (0, 0)
