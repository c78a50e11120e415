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
