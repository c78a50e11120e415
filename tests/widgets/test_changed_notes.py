"""Footnotes that changed under words that did not: seen side by side, inline and in columns."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from models.comparison.columns import in_columns
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from widgets.compare.changes.changed_notes import MarkedNotes
from widgets.compare.changes.marked_changes import changes_as_html, changes_as_plain
from widgets.compare.page import ComparePage
from widgets.paper.picture import Ground, Picture, Text
from widgets.paper.pieces import Mark

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

REPORT, STUDY, BOARD = "Report on ageing, A/58/98.", "Study of remittances, E/2003/7.", "Note by the Board, TD/B/50/3."
IBID = "Ibid., para. 5."


def draft(*paragraphs: tuple[int, ...], notes: tuple[str, ...]) -> Draft:
    """Paragraphs by the notes they cite; their words are always the same."""
    openings = ("Takes note of the report", "Welcomes the outcome of the meeting", "Decides to meet in Geneva")
    return Draft(
        tuple(
            Paragraph(
                Kind.OPERATIVE, (Run(opening), *(Run("", footnote=note) for note in cited), Run(";")), number=str(at)
            )
            for at, (opening, cited) in enumerate(zip(openings, paragraphs, strict=False), 1)
        ),
        tuple(Footnote(at, str(at), (Run(text),)) for at, text in enumerate(notes, 1)),
    )


CASES = [
    pytest.param(
        draft((1,), (2,), notes=(REPORT, IBID)),
        draft((1,), (2,), notes=(STUDY, IBID)),
        [[(REPORT, STUDY)], [(IBID, IBID)]],
        id="Ibid. of another source",
    ),
    pytest.param(draft((1,), notes=(REPORT,)), draft((1,), notes=(STUDY,)), [[(REPORT, STUDY)]], id="another document"),
    pytest.param(
        draft((1, 2), notes=(REPORT, STUDY)),
        draft((1, 2), notes=(STUDY, REPORT)),
        [[(REPORT, STUDY), (STUDY, REPORT)]],
        id="two of one paragraph changed places",
    ),
    pytest.param(
        draft((1,), (2,), notes=(REPORT, STUDY)),
        draft((1,), (2,), notes=(STUDY, REPORT)),
        [[(REPORT, STUDY)], [(STUDY, REPORT)]],
        id="those of two paragraphs changed places",
    ),
    pytest.param(draft((1,), notes=(REPORT,)), draft((1, 1), notes=(REPORT,)), [[("", REPORT)]], id="cited once more"),
    pytest.param(
        draft((1, 2), (3,), notes=(REPORT, STUDY, BOARD)),
        draft((1,), (2, 3), notes=(REPORT, STUDY, BOARD)),
        [[(STUDY, "")], [("", STUDY)]],
        id="went to another paragraph",
    ),
    pytest.param(
        draft((1,), (2,), notes=(REPORT, STUDY)), draft((1,), (2,), notes=(REPORT, STUDY)), [[], []], id="the same"
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_what_stands_under_the_same_words_is_told(
    old: Draft, new: Draft, expected: list[list[tuple[str, str]]]
) -> None:
    comparison = compare(old, new)
    notes = MarkedNotes(comparison)
    told = [
        [("".join(one.text for one in before), "".join(one.text for one in after)) for before, after, *_ in found]
        for found in (list(notes.under(change)) for change in comparison.changes)
    ]
    assert told == expected
    for change, found in zip(comparison.changes, expected, strict=True):
        assert (change.weight == "substance") == bool(found)


def note_texts(picture: Picture) -> str:
    return " ".join(
        thing.block._text.decode("utf-16-le") for thing in picture.things if isinstance(thing, Text) and thing.note
    )


def page_of(qtbot: QtBot, form: str, old: Draft, new: Draft) -> ComparePage:
    """Two drafts compared, shown in a form."""
    comparison = compare(old, new)
    page = ComparePage()
    qtbot.addWidget(page)
    page.resize(1280, 720)
    if form == "columns":
        page.show_columns(in_columns([comparison]), [("L.1", ""), ("L.2", "")])
    else:
        page.show_comparison(comparison, "L.1", "", "L.2", "")
        page.forms.part(int(form == "inline")).click()
    page.show()
    return page


@pytest.mark.parametrize("form", ["side", "inline", "columns"])
@pytest.mark.parametrize(("old", "new", "_told"), CASES[:4])
def test_every_view_shows_it(
    qtbot: QtBot, form: str, old: Draft, new: Draft, _told: list[list[tuple[str, str]]]
) -> None:
    page = page_of(qtbot, form, old, new)
    view = page.pane.view if form == "columns" else page.view
    shown = " ".join(note_texts(view.make_picture(at)) for at, row in enumerate(view.rows) if not row.fold)
    assert all(symbol in shown for symbol in ("A/58/98", "E/2003/7"))


@pytest.mark.parametrize("form", ["side", "columns"])
@pytest.mark.parametrize(("old", "new", "_told"), CASES[:4])
def test_it_is_copied_and_said(
    qtbot: QtBot, form: str, old: Draft, new: Draft, _told: list[list[tuple[str, str]]]
) -> None:
    page = page_of(qtbot, form, old, new)
    page.next_change()
    page.copy_current()
    mime = QGuiApplication.clipboard().mimeData()
    assert "line-through" in mime.html()
    assert "A/58/98" in mime.html()
    assert "E/2003/7" in mime.html()
    assert "1 Study of remittances, E/2003/7." in mime.text()
    assert f"Footnote 1, {REPORT} becomes {STUDY}" in page.reading.accessibleDescription()
    assert "A/58/98" in changes_as_html(page.parts())
    plain = changes_as_plain(page.parts())
    assert "\n¹ [-" in plain
    assert "E/2003/7" in plain[plain.index("{+") :]


def test_a_note_that_cites_the_same_is_marked_as_housekeeping() -> None:
    """ "Ibid." for the same source is no news: its words get the quiet mark, those of another source do not."""
    for second, quiet in ((f"{STUDY}", False), ("Ibid.", True)):
        comparison = compare(
            draft((1,), (2,), notes=(REPORT, REPORT)),
            draft((1,), (2,), notes=(REPORT, second)),
        )
        ((_old, _new, words, _ids),) = MarkedNotes(comparison).under(comparison.changes[1])
        for side, usual in ((words.old, Mark.REMOVED), (words.new, Mark.ADDED)):
            assert {piece.mark for piece in side[0]} - {Mark.NONE} == {Mark.QUIET if quiet else usual}


@pytest.mark.parametrize(("form", "tints"), [("side", ["tint_removed"] * 2), ("inline", [])])
def test_a_note_that_went_with_its_paragraph_looks_as_that_does(qtbot: QtBot, form: str, tints: list[str]) -> None:
    """Side by side both are read on a ground, without a line through them; inline both are struck."""
    page = page_of(qtbot, form, draft((), (1,), notes=(REPORT,)), draft((), notes=()))
    (gone,) = page.view.arrangement.changes_of_substance
    things = page.view.make_picture(page.view.row_of(gone) or 0).things
    assert [thing.role for thing in things if isinstance(thing, Ground)] == tints
    texts = [thing for thing in things if isinstance(thing, Text)]
    assert [thing.note for thing in texts] == [None, ((1,), ())]
    assert [thing.block._drawing._strike for thing in texts] == [form == "inline"] * 2
