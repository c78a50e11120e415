"""Footnotes put in, written, cited again, joined and taken away."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing.acts.deleting import delete_back, delete_on
from models.editing.edit import Caret, Selection
from models.editing.notes.footnotes import (
    NoNoteHere,
    add_note,
    cite_again,
    cited_in,
    give_up_new,
    join_same,
    note_at,
    note_list,
    notes_at,
    own_note,
    remove_note,
    set_note_text,
)
from models.editing.runs import shown
from models.editing.working import WorkingText

BASE = Draft(
    (
        Paragraph(Kind.PREAMBULAR, (Run("Recalling its resolutions,"), Run(footnote=1))),
        Paragraph(Kind.OPERATIVE, (Run("Decides to meet;"),)),
        Paragraph(Kind.OPERATIVE, (Run("Requests a report."), Run(footnote=2))),
    ),
    (Footnote(1, "1", (Run("Resolution 1."),)), Footnote(2, "2", (Run("Ibid."),))),
)


def line(working: WorkingText, position: int) -> str:
    return "".join(
        f"<{working.mark(run.footnote)}>" if run.footnote else run.text
        for run in working.entries[position].paragraph.runs
    )


PLACES = [
    ("Decides to meet;", 15, "Decides to meet;^"),
    ("Decides to meet;", 16, "Decides to meet;^"),
    ("Decides to meet;", 7, "Decides^ to meet;"),
    ("Adds 2.5 per cent.", 6, "Adds 2^.5 per cent."),
    ("Adds 2.5 per cent.", 17, "Adds 2.5 per cent.^"),
    ("Décide, dans le cadre de la session, d’agir\u00a0;", 45, "Décide, dans le cadre de la session, d’agir^\u00a0;"),
    ("Décide, dans le cadre de la session, de se réunir.", 49, "Décide, dans le cadre de la session, de se réunir^."),
    ("Decide, en el marco de la reunión, de las partes.", 49, "Decide, en el marco de la reunión, de las partes^."),
]  # fmt: skip


@pytest.mark.parametrize(("words", "place", "after"), PLACES)
def test_the_mark_stands_on_its_side_of_the_punctuation(words: str, place: int, after: str) -> None:
    working = WorkingText(Draft((Paragraph(Kind.OPERATIVE, (Run(words),)),)))
    note = add_note(working, Selection.at(0, place), (Run("A note."),))
    assert shown(working.entries[0].paragraph.runs).replace("\ufffc", "^") == after
    assert working.draft().footnotes == (Footnote(note, "1", (Run("A note."),)),)
    working.undo()
    assert working.draft().footnotes == ()


def test_numbers_follow_and_come_back() -> None:
    working = WorkingText(BASE)
    note = add_note(working, Selection.at(1, 15))
    set_note_text(working, note, (Run("Resolution 3"),))
    set_note_text(working, note, (Run("Resolution 3."),))
    assert [line(working, at) for at in range(3)] == [
        "Recalling its resolutions,<1>", "Decides to meet;<2>", "Requests a report.<3>",
    ]  # fmt: skip
    assert working.undo_list.steps == 2
    assert note_list(working)[1].text == "Resolution 3."
    assert [(row.mark, row.positions, row.labels) for row in note_list(working)] == [
        ("1", (0,), ("PP1",)), ("2", (1,), ("OP1",)), ("3", (2,), ("OP2",)),
    ]  # fmt: skip
    working.undo()
    working.undo()
    assert working.draft() == BASE


def test_a_note_cited_again_has_one_number() -> None:
    working = WorkingText(BASE)
    cite_again(working, Selection.at(1, 7), 1)
    assert line(working, 1) == "Decides<1> to meet;"
    assert note_list(working)[0].positions == (0, 1)
    assert notes_at(working, 1) == note_list(working)[:1]
    assert notes_at(working, 2) == note_list(working)[1:]
    remove_note(working, Selection.at(2, 3), 1)
    assert [line(working, at) for at in range(3)] == [
        "Recalling its resolutions,", "Decides to meet;", "Requests a report.<1>",
    ]  # fmt: skip
    assert 1 in working.notes
    working.undo()
    assert line(working, 1) == "Decides<1> to meet;"


@pytest.mark.parametrize(("act", "place"), [(delete_back, 27), (delete_on, 26)])
def test_a_note_goes_with_its_last_mark(act: Callable[[WorkingText, Selection], None], place: int) -> None:
    working = WorkingText(BASE)
    assert note_at(working, Selection.at(0, place)) == (1, Caret(0, 26))
    act(working, Selection.at(0, place))
    assert line(working, 0) == "Recalling its resolutions,"
    assert [note.id for note in working.draft().footnotes] == [2]
    assert note_at(working, Selection.at(0, 3)) is None
    with pytest.raises(NoNoteHere):
        cite_again(working, Selection.at(0, 3), 99)


@pytest.mark.parametrize(
    ("words", "joined"), [("Resolution  1", True), ("Resolution 2.", False), ("Ibid.", False), ("", False)]
)
def test_one_number_for_a_repeated_source(words: str, joined: bool) -> None:
    working = WorkingText(BASE)
    note = add_note(working, Selection.at(1, 7), (Run(words),) if words else ())
    assert join_same(working, note) == (1 if joined else note)
    assert line(working, 1) == ("Decides<1> to meet;" if joined else "Decides<2> to meet;")
    if joined:
        assert working.undo_list.last is not None
        assert "as that in PP1" in working.undo_list.last.said
        working.undo()
        assert line(working, 1) == "Decides<2> to meet;"


@pytest.mark.parametrize("typed", [(), ("See",), ("See", " ")])
def test_a_new_note_left_without_words_was_never_there(typed: tuple[str, ...]) -> None:
    working = WorkingText(BASE)
    note = add_note(working, Selection.at(1, 7))
    for words in (*typed, "") if typed else ():
        set_note_text(working, note, (Run(words),))
    assert give_up_new(working, note)
    assert (working.draft(), note in working.notes) == (WorkingText(BASE).draft(), False)
    assert (working.undo_list.steps, working.undo_list.last_undone) == (0, None)


def test_a_new_note_with_words_stays_and_one_that_was_left_for_other_work_goes_in_a_step() -> None:
    working = WorkingText(BASE)
    note = add_note(working, Selection.at(1, 7), (Run("See."),))
    assert not give_up_new(working, note)
    set_note_text(working, note, ())
    delete_back(working, Selection.at(2, 3))
    assert give_up_new(working, note)
    assert note not in working.cited()
    assert line(working, 2) == "Reuests a report.<2>"
    working.undo()
    assert note in working.cited()


@pytest.mark.parametrize(
    ("at", "lines"),
    [
        (Selection.at(1, 16), ["Recalling its resolutions,<1>", "Decides to meet;<2>"]),
        (Selection.at(0, 26), ["Recalling its resolutions,<1>", "Decides to meet;<2>"]),
        (Selection.at(2, 0), ["Recalling its resolutions,<1>", "Decides to meet;<2>"]),
    ],
)
def test_one_place_of_a_note_has_its_own(at: Selection, lines: list[str]) -> None:
    working = WorkingText(BASE)
    cite_again(working, Selection.at(1, 16), 1)
    assert (cited_in(working, 1), cited_in(working, 1, 1)) == (["PP1", "OP1"], ["PP1"])
    before = working.draft()
    own = own_note(working, at, 1)
    assert working.notes[own].text == "Resolution 1."
    assert [line(working, position) for position in (0, 1)] == lines
    assert len(cited_in(working, 1)) == len(cited_in(working, own)) == 1
    set_note_text(working, own, (Run("Resolution 2."),))
    assert working.notes[1].text == "Resolution 1."
    working.undo()
    working.undo()
    assert working.draft() == before
