"""A text that nobody has any more goes at once: none of its paragraphs waits for a search for rings of dead objects."""

from __future__ import annotations

import gc
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing.changes import Changes
from models.editing.edit import Selection
from models.editing.working import WorkingText
from models.taking.union import union
from widgets.compare.page import ComparePage
from widgets.writing.page import TextPage

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

_COUNT = 300
_RINGS = 150
"""So many objects may be in rings, whatever the length of a text: less than one for two of its paragraphs."""


def said(version: int) -> Draft:
    """A text whose references and notes are looked at when it is compared."""
    paragraphs = [Paragraph(Kind.SECTION, (Run("I. General"),))]
    for at in range(_COUNT):
        more = (Run(footnote=1),) if not at else ()
        words = f"Decides, as in paragraph {2 + at % 7 + version} above and section I, to meet {at};"
        paragraphs.append(Paragraph(Kind.OPERATIVE, (Run(words), *more)))
    del paragraphs[5 + version]
    return Draft(tuple(paragraphs), (Footnote(1, "1", (Run("A/58/1."),)),))


def compared(_qtbot: QtBot) -> None:
    comparison = compare(said(0), said(1))
    assert comparison.changes
    assert union(comparison).way_back[0].numbers


def written(_qtbot: QtBot) -> None:
    working = WorkingText(said(0))
    changes = Changes(working)
    with working.step("Delete", Selection.at(3, 0)) as step:
        step.replace(3, 5, ())
    assert changes.totals.paragraphs
    changes.close()


def shown(qtbot: QtBot) -> None:
    page = TextPage()
    qtbot.addWidget(page)
    page.show()
    page.show_draft(said(0), "Rev.1")
    page.show_working(WorkingText(said(1)), base="Rev.1")
    page.sheet.grab()
    page.show_draft(Draft(), "Nothing")
    page.sheet.grab()


def shown_compared(qtbot: QtBot) -> None:
    page = ComparePage()
    qtbot.addWidget(page)
    page.show()
    page.show_comparison(compare(said(0), said(1)), "One", "", "Two", "")
    page.grab()
    page.show_comparison(compare(Draft(), Draft()), "One", "", "Two", "")
    page.grab()


@pytest.mark.parametrize("use", [compared, written, shown, shown_compared])
def test_what_is_let_go_waits_for_no_search(qtbot: QtBot, use: Callable[[QtBot], None]) -> None:
    use(qtbot)  # what is made once, and stays
    gc.collect()
    gc.disable()
    try:
        use(qtbot)
        assert gc.collect() < _RINGS
    finally:
        gc.enable()
