"""Footnotes that say or stand for something else: on every page of a comparison."""

from __future__ import annotations

import re

import pytest

from models.comparison.compare import compare
from models.comparison.words.marked import side
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.forms.html import html
from models.forms.markdown import markdown
from models.forms.print_page import print_page
from models.telling.changed_notes import ChangedNotes

REPORT, STUDY, BOARD = "Report on ageing, AX58.", "Study of remittances, EX2003.", "Note by the Board, TDX50."


def draft(*paragraphs: tuple[int, ...], notes: tuple[str, ...]) -> Draft:
    """Paragraphs by the notes they cite; their words are always the same."""
    openings = ("Takes note of the report", "Welcomes the outcome of the meeting")
    return Draft(
        tuple(
            Paragraph(
                Kind.OPERATIVE, (Run(opening), *(Run("", footnote=note) for note in cited), Run(";")), number=str(at)
            )
            for at, (opening, cited) in enumerate(zip(openings, paragraphs, strict=False), 1)
        ),
        tuple(Footnote(at, str(at), (Run(text),)) for at, text in enumerate(notes, 1)),
    )


SWAPS = [
    pytest.param(draft((1, 2), notes=(REPORT, STUDY)), draft((1, 2), notes=(STUDY, REPORT)), id="two of one paragraph"),
    pytest.param(
        draft((1,), (2,), notes=(REPORT, STUDY)), draft((1,), (2,), notes=(STUDY, REPORT)), id="of two paragraphs"
    ),
]


@pytest.mark.parametrize("page", [html, markdown, print_page])
@pytest.mark.parametrize(("old", "new"), SWAPS)
def test_notes_that_changed_places_stand_on_the_page(page: object, old: Draft, new: Draft) -> None:
    assert callable(page)
    read = re.sub(r"<[^>]*>", "", page(compare(old, new)))
    assert read.count("AX58") == read.count("EX2003") == 2


@pytest.mark.parametrize(("old", "new"), SWAPS)
def test_both_texts_of_each_place_are_told(old: Draft, new: Draft) -> None:
    told = ChangedNotes(compare(old, new)).all()
    assert [(side(note.words, "delete"), side(note.words, "insert")) for note in told] == [
        (REPORT, STUDY),
        (STUDY, REPORT),
    ]


def test_what_only_came_or_left_is_told_under_its_paragraph_alone() -> None:
    comparison = compare(
        draft((1, 2), (3,), notes=(REPORT, STUDY, BOARD)), draft((1,), (2, 3), notes=(REPORT, STUDY, BOARD))
    )
    notes = ChangedNotes(comparison)
    assert notes.all() == []
    assert [[note.kind for note in notes.under(change)] for change in comparison.changes] == [["deleted"], ["inserted"]]


def test_a_note_that_says_something_else_elsewhere_is_told_where_it_left_and_where_it_came() -> None:
    was, now = "Resolution 69/313, annex.", "General Assembly resolution 69/313, annex."
    comparison = compare(draft((1,), (), notes=(was,)), draft((), (1,), notes=(now,)))
    notes = ChangedNotes(comparison)
    assert [note.kind for note in notes.all()] == ["reworded"]
    under = [note for change in comparison.changes for note in notes.under(change)]
    assert [(note.old, note.new, note.words) for note in under] == [
        ((1,), (), (("delete", was),)),
        ((), (1,), (("insert", now),)),
    ]


def test_the_same_notes_are_not_told() -> None:
    same = draft((1,), (2,), notes=(REPORT, STUDY))
    comparison = compare(same, same)
    notes = ChangedNotes(comparison)
    assert notes.all() == []
    assert not any(notes.under(change) for change in comparison.changes)


def test_an_ibid_that_stands_for_another_source_says_which() -> None:
    ibid = "Ibid., para. 5."
    comparison = compare(draft((1,), (2,), notes=(REPORT, ibid)), draft((1,), (2,), notes=(STUDY, ibid)))
    (note,) = ChangedNotes(comparison).under(comparison.changes[1])
    assert side(note.words, "delete") == "Ibid., para. 5. (Report on ageing, AX58, para. 5.)"
    assert side(note.words, "insert") == "Ibid., para. 5. (Study of remittances, EX2003, para. 5.)"
    assert [kind.new for kind in ChangedNotes(comparison).all()] == [(1,)]
    other = compare(draft((1,), (2,), notes=(REPORT, ibid)), draft((1,), (2,), notes=(REPORT, ibid)))
    assert ChangedNotes(other).all() == []


def test_an_ibid_whose_source_is_only_spaced_otherwise_stands_for_what_it_stood_for() -> None:
    ibid = "Ibid., para. 5."
    spaced = REPORT.replace("on ageing", "on  ageing")
    comparison = compare(draft((1, 2, 3), notes=(REPORT, ibid, STUDY)), draft((1, 2), notes=(spaced, ibid)))
    assert [note.old for note in ChangedNotes(comparison).under(comparison.changes[0])] == [(1,), (3,)]


def test_the_notes_under_a_paragraph_stand_as_they_are_read() -> None:
    ibid = "Ibid., para. 5."
    was = draft((1, 2, 3, 4), notes=(REPORT, ibid, STUDY, BOARD))
    now = draft((1, 2, 3), notes=(STUDY.replace("Study", "New study"), ibid, BOARD.replace("TDX50", "TDX60")))
    for old, new in ((was, now), (now, was)):
        comparison = compare(old, new)
        told = ChangedNotes(comparison).under(comparison.changes[0])
        for side_of in (lambda note: note.old, lambda note: note.new):
            marks = [mark for note in told for mark in side_of(note)]
            assert marks == sorted(marks), told
        assert len(told) == 5
