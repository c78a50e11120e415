"""A paragraph that gave its last clause to a neighbour is known by the opening it kept."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from tests.models.comparison.small_drafts import draft

CLAUSE = ", and to report annually to the Council on measures taken to combat desertification"
ONE, TWO = "Urges States to act", "Invites donors to contribute generously to the trust fund"
LAST = "3. Decides to remain seized of the matter."


@pytest.mark.parametrize(("first", "second"), [(ONE, TWO), (TWO, ONE)])
def test_a_clause_that_went_to_the_neighbour_leaves_both_paragraphs_what_they_were(first: str, second: str) -> None:
    before = draft(f"1. {first}{CLAUSE};", f"2. {second};", LAST)
    after = draft(f"1. {first};", f"2. {second}{CLAUSE};", LAST)
    for old, new in ((before, after), (after, before)):
        told = [(change.kind, change.old, change.new) for change in compare(old, new).changes]
        assert told == [("reworded", (0,), (0,)), ("reworded", (1,), (1,)), ("unchanged", (2,), (2,))]


def test_a_true_merge_stays_where_something_new_stands_beside_it() -> None:
    old = draft(f"1. {ONE} on water{CLAUSE};", f"2. {TWO};", LAST)
    new = draft(
        "1. Welcomes the report on oceans and seas;", f"2. {ONE} on water{CLAUSE}, and invites {TWO[8:]};", LAST
    )
    assert [change.kind for change in compare(old, new).changes] == ["inserted", "merged", "unchanged"]
