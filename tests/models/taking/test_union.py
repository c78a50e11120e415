"""The places of two drafts: each draft stands in them in its order, and what stayed has one."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from models.comparison.compare import compare
from models.taking.union import union
from tests.models.comparison.small_drafts import draft
from tests.models.taking.parted_drafts import two_drafts


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_each_draft_stands_in_its_order_and_each_place_has_a_paragraph(seed: int) -> None:
    comparison = compare(*two_drafts(seed))
    places = union(comparison)
    for ranks in places.ranks:
        assert all(one < two for one, two in pairwise(ranks))
    assert {*places.ranks[0], *places.ranks[1]} == {*range(len(places.at[0]))}
    for old, new in zip(*places.at, strict=True):
        if old is not None and new is not None:
            assert places.numbers[0][old] == places.numbers[1][new]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**9))
def test_rows_and_tables_stand_together(seed: int) -> None:
    places = union(compare(*two_drafts(seed)))
    for found in (places.row, places.table):
        seen: list[object] = []
        for rank in range(len(places.at[0])):
            own = found(*places.either(rank))
            if not seen or seen[-1] != own:
                seen.append(own)
        in_tables = [one for one in seen if one is not None]
        assert len(in_tables) == len({*in_tables})


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**9))
def test_there_and_back_are_the_same_places(seed: int) -> None:
    there = union(compare(*two_drafts(seed)))
    places, _ = there.way_back
    assert places.ranks == there.ranks[::-1]
    again, _ = places.way_back
    assert (again.back, places.back) == (False, True)
    assert (again.ranks, again.tables, again.rows) == (there.ranks, there.tables, there.rows)


def test_what_moved_has_two_places_and_what_stayed_one() -> None:
    old = draft("1. *Requests* a report on water;", "2. *Urges* States to act at once;", "3. *Ends* here and now.")
    new = draft("1. *Urges* States to act at once;", "2. *Ends* here and now.", "3. *Requests* a report on water;")
    places = union(compare(old, new))
    assert [*zip(*places.at, strict=True)] == [(0, None), (1, 0), (2, 1), (None, 2)]
