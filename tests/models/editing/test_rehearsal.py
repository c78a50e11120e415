"""An act done on a copy of the text comes to what it would have come to in the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.draft import Draft, DraftError, Kind
from models.editing import structure
from models.editing.acts import bracketing, put_back
from models.editing.changes import Changes
from models.editing.edit import Caret, Edit, Selection
from models.editing.placed import TakenBefore
from models.editing.references.remembered import Remembered
from models.editing.rehearsal import Rehearsal, WrittenMeanwhile
from models.editing.working import WorkingText
from tests.models.editing.random_acts import check
from tests.models.editing.tiny_drafts import working as tiny

TEXT = (
    "P _Recalling_ its resolutions,^1\nO _Decides_:\n1 To meet;\n1 To eat;\n"
    "O _Requests_ a report under paragraph 1;^2\nO _Urges_ [all] States."
)
Act = Callable[[WorkingText], object]


def all_of(working: WorkingText) -> Selection:
    last = len(working.entries) - 1
    return Selection(Caret(0, 0), Caret(last, working.entries[last].length))


def letters_and_undo(working: WorkingText) -> None:
    structure.insert_text(working, Selection.at(1, 2), "x")
    structure.move(working, Selection.at(1), 1)
    working.undo()


ACTS: tuple[Act, ...] = (
    lambda text: structure.toggle_mark(text, all_of(text), "bold"),
    lambda text: structure.set_kind(text, all_of(text), Kind.PREAMBULAR),
    lambda text: structure.delete(text, all_of(text)),
    lambda text: structure.delete(text, Selection(Caret(1, 0), Caret(4, 0))),
    lambda text: structure.move(text, Selection.at(1), 1),
    lambda text: structure.insert_paragraphs(text, Selection.at(2), [one.paragraph for one in text.original]),
    lambda text: bracketing.bracket(text, all_of(text)),
    WorkingText.undo,
    WorkingText.redo,
    letters_and_undo,
)


def written() -> WorkingText:
    """A text in which some steps were done, and one undone."""
    working, _ = tiny(TEXT)
    structure.insert_text(working, Selection.at(0, 3), "new ")
    structure.move(working, Selection.at(5), -1)
    structure.delete(working, Selection(Caret(1, 0), Caret(2, 3)))
    working.undo()
    return working


@pytest.mark.parametrize("act", ACTS)
def test_it_comes_to_the_same(act: Act) -> None:
    one, two = written(), written()
    told: list[list[Edit]] = [[], []]
    changes = Changes(two)
    for working, edits in zip((one, two), told, strict=True):
        working.listeners.append(edits.append)
    act(one)
    rehearsal = Rehearsal(two)
    rehearsal.act(act)
    assert (two.entries, two.notes, told[1]) == (written().entries, written().notes, [])
    rehearsal.take()
    assert two.entries == one.entries
    assert two.notes == one.notes
    assert two.draft() == one.draft()
    assert told[0] == told[1]
    assert two.undo_list.done == one.undo_list.done
    assert (two.undo_list.last, two.undo_list.last_undone) == (one.undo_list.last, one.undo_list.last_undone)
    assert two.remembered == one.remembered
    assert (two.version, two.standing, two.touched) == (one.version, one.standing, one.touched)
    check(two)
    fresh = Changes(two)
    assert changes.totals == fresh.totals
    assert two.fresh_key() == one.fresh_key()
    while two.undo() is not None:
        check(two)
    assert two.draft() == tiny(TEXT)[0].draft()


def test_what_was_written_meanwhile_stays() -> None:
    working = written()
    rehearsal = Rehearsal(working)
    rehearsal.act(lambda text: structure.delete(text, all_of(text)))
    structure.insert_text(working, Selection.at(0, 0), "x")
    before = working.draft(), working.undo_list.steps
    with pytest.raises(WrittenMeanwhile):
        rehearsal.take()
    assert (working.draft(), working.undo_list.steps) == before


def test_what_is_refused_changes_nothing_and_settings_stay_as_they_are_now() -> None:
    working, _ = tiny(TEXT)
    before = working.draft(), working.version
    with pytest.raises(DraftError):
        Rehearsal(working).act(lambda text: put_back.put_back(text, Selection.at(1)))
    assert (working.draft(), working.version) == before
    rehearsal = Rehearsal(working)
    rehearsal.act(lambda text: structure.move(text, Selection.at(1), 1))
    working.punctuates = working.follows_references = False
    rehearsal.take()
    assert (working.punctuates, working.follows_references) == (False, False)


def test_a_copy_shares_nothing_that_changes() -> None:
    working = written()
    working.label(0), working.base_label(0), working.mark(1)
    copy = working.copy()
    shared = {name for name, value in vars(working).items() if value is vars(copy).get(name)}
    never_changes = (int, bool, tuple, type(None), Draft, TakenBefore, Remembered)
    kept_by_itself = {"_base_numbers", "_cited_in_base", "_marks"}
    assert {name for name in shared if not isinstance(vars(working)[name], never_changes)} <= kept_by_itself
