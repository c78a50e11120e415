"""Which changes a text has: the number of a paragraph counts where it is the change, not where it follows."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.draft import Draft
from models.editing.edit import Selection
from models.editing.working import WorkingText
from models.taking.into_working import plan, take
from models.taking.known_places import taken
from tests.models.comparison.small_drafts import A, B, C, draft

OLD = draft(f"1. {A};", f"2. {B};", f"3. {C};")
REWORDED = draft(f"1. {B};", f"2. {C} as well;")
ADDED = draft("1. Decides to remain seized of the matter;", f"2. {A};", f"3. {B};", f"4. {C};")
ADDED_LATER = draft("1. Decides to remain seized;", f"2. {A};", "3. Deplores the delay of the survey;", f"4. {B};")


@pytest.mark.parametrize(
    ("new", "kind"), [(REWORDED, "reworded"), (ADDED, "inserted"), (ADDED_LATER, "inserted"), (REWORDED, "deleted")]
)
def test_what_is_taken_alone_is_had_whatever_number_it_has_there(new: Draft, kind: str) -> None:
    comparison = compare(OLD, new)
    for number in [at for at, change in enumerate(comparison.changes) if change.kind == kind]:
        working = WorkingText(OLD)
        assert number not in taken(working, comparison)
        take(working, plan(working, comparison, {number: None}), "Take", Selection())
        assert number in taken(working, comparison)


@pytest.mark.parametrize("refused", [False, True], ids=["taken", "refused"])
def test_a_note_that_says_in_full_what_ibid_meant_is_the_note_that_was_taken(refused: bool) -> None:
    old = draft(f"1. {A};[^1]", notes={1: "A/79/254."})
    new = draft(f"1. {A};[^1]", f"2. {B};[^2]", f"3. {C};[^3]", notes={1: "A/79/254.", 2: "A/80/1.", 3: "Ibid., p. 4."})
    comparison = compare(old, new)
    _, first, second = range(3)
    working = WorkingText(new if refused else old)
    number = first if refused else second
    take(working, plan(working, comparison, {number: None}, refused=refused), "Take", Selection())
    assert "A/80/1, p. 4." in [note.text for note in working.draft().footnotes]
    assert taken(working, comparison) == {second}


def test_a_number_that_follows_is_had_once_it_has_followed() -> None:
    comparison = compare(OLD, REWORDED)
    gone, follows, reworded = range(3)
    assert [one.kind for one in comparison.changes] == ["deleted", "unchanged", "reworded"]
    assert comparison.changes[follows].renumbered
    working = WorkingText(OLD)
    take(working, plan(working, comparison, {reworded: None}), "Take", Selection())
    assert taken(working, comparison) == {reworded}
    take(working, plan(working, comparison, {gone: None}), "Take", Selection())
    assert taken(working, comparison) == {gone, follows, reworded}


def test_the_number_of_a_note_is_had_once_it_has_followed() -> None:
    old = draft(f"1. {A};", f"2. {B};[^1]", notes={1: "A/79/254."})
    new = draft(f"1. {A} as well;[^1]", f"2. {B};[^2]", notes={1: "A/80/265.", 2: "A/79/254."})
    comparison = compare(old, new)
    assert comparison.changes[1].reasons == ("note number",)
    working = WorkingText(old)
    take(working, plan(working, comparison, {1: None}), "Take", Selection())
    assert taken(working, comparison) == frozenset()
    take(working, plan(working, comparison, {0: None}), "Take", Selection())
    assert taken(working, comparison) == {0, 1}


@pytest.mark.parametrize("first", [0, 1])
def test_ibid_is_had_where_it_means_what_it_means_in_the_new_draft(first: int) -> None:
    old, new = (
        draft(f"1. {A};[^1]", f"2. {B};[^2]", notes={1: one, 2: "Ibid., p. 4."}) for one in ("A/79/254.", "A/80/1.")
    )
    comparison = compare(old, new)
    for start, refused in ((old, False), (new, True)):
        working, has = WorkingText(start), {0, 1} if refused else set[int]()
        for number in (first, 1 - first):
            assert taken(working, comparison) == has
            take(working, plan(working, comparison, {number: None}, refused=refused), "Take", Selection())
            has ^= {number}
        assert taken(working, comparison) == has


def test_what_ibid_means_that_followed_nothing_is_refused_with_what_came_before_it_and_told_so() -> None:
    old = draft(f"1. {B};[^1]", notes={1: "Ibid."})
    new = draft(f"1. {A};[^1]", f"2. {B};[^2]", notes={1: "A/80/1.", 2: "Ibid."})
    comparison = compare(old, new)
    number = next(at for at, change in enumerate(comparison.changes) if change.old)
    working = WorkingText(new)
    take(working, plan(working, comparison, {number: None}, refused=True), "Refuse", Selection())
    assert working.undo_list.last is not None
    assert working.undo_list.last.told == "what differs follows from other paragraphs"
    assert number in taken(working, comparison)
    take(working, plan(working, comparison, {1 - number: None}, refused=True), "Refuse", Selection())
    assert taken(working, comparison) == frozenset()
