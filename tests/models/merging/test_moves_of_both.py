"""Moves on both sides: the order that they make together, and what is asked where they contradict one another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations, combinations_with_replacement, permutations, product

import pytest

from models.draft import Draft
from models.merging import Merge, merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.answered import resolve

SAYS = (
    "protect rivers from pollution",
    "restore lakes and ponds",
    "map aquifers in the region",
    "train engineers and hydrologists",
    "fund research on floods",
)
VERBS = ("Urges States to", "Requests donors to", "Invites UNESCO to", "Encourages universities to", "Asks all to")
NEW = ("dismiss every consultant without notice", "celebrate an annual day of olives")
Order = Sequence[int]
"""Things by their numbers, those above 90 new."""


def said(number: int) -> str:
    return SAYS[number] if number < 90 else NEW[number - 90]


def items(order: Order) -> Draft:
    listed = (f"({'abcdefg'[at]}) To {said(number)};" for at, number in enumerate(order))
    return draft("1. Urges all States:", *listed, "2. Decides to remain seized of the matter.")


def paragraphs(order: Order) -> Draft:
    verbs = {number: f"{VERBS[number]} " if number < 90 else "Decides to " for number in order}
    listed = [f"{at}. {verbs[number]}{said(number)};" for at, number in enumerate(order, 1)]
    return draft(*listed, f"{len(order) + 1}. Decides to remain seized of the matter.")


def order_of(found: Merge) -> list[int]:
    numbers = [*range(len(SAYS)), 90, 91]
    which = ([number for number in numbers if said(number) in one.text] for one in found.draft.paragraphs)
    return [number for its in which for number in its[-1:]]


def answered(found: Merge, ways: Sequence[str]) -> list[int]:
    for conflict, way in zip(found.conflicts, ways, strict=True):
        found = resolve(found, conflict, way)
    return order_of(found)


def look(base: Order, ours: Order, theirs: Order, found: Merge) -> None:
    """What holds of every merge of moves.

    Of two that one side each moved every one stands where it was put; nobody said how they stand to each other, and it
    is told where that is otherwise.
    """
    both = [number for number in ours if number in theirs]
    moved = [{*alone_moved(both, base, side)} for side in (ours, theirs)]
    apart = [(one, two) for one in moved[0] - moved[1] for two in moved[1] - moved[0]]
    asked = {n for at in places(found) for n in both if said(n) in found.ours.old.paragraphs[at].text}
    orders = {}
    for ways in product(("ours", "theirs"), repeat=len(found.conflicts)):
        order = orders[ways] = answered(found, ways)
        assert sorted(order) == sorted({*ours, *theirs})
        for one, two in combinations(both, 2):
            was, mine, other, now = (each.index(one) < each.index(two) for each in (base, ours, theirs, order))
            if (one, two) in apart or (two, one) in apart:
                due = mine if mine == other or other == was else other
                assert now == due or found.conflicts or any("look where" in said for said in found.told)
                continue
            if mine == other:  # both sides agree
                assert now == mine
            elif not asked & {one, two}:  # one side changed it
                assert now != was
    assert len({*map(tuple, orders.values())}) > 1 or not found.conflicts
    for conflict in found.conflicts:
        assert conflict.kind == "moved"
        assert conflict.ours != conflict.theirs
    rest = [[number for number in each if number in both and number not in asked] for each in (ours, theirs)]
    if found.conflicts and rest[0] == rest[1]:
        for way, side in (("ours", ours), ("theirs", theirs)):
            order = answered(found, [way] * len(found.conflicts))
            assert [n for n in order if n in both] == [n for n in side if n in both]


def alone_moved(both: Order, base: Order, side: Order) -> list[int]:
    """What a side moved, if it is one and nobody can say that it was its neighbour."""
    rests = [[[one for one in each if one in both and one != number] for each in (base, side)] for number in both]
    found = [number for number, (was, now) in zip(both, rests, strict=True) if was == now]
    return found if len(found) == 1 else []


def places(found: Merge) -> list[int]:
    """Where in the base stands what is asked about."""
    return [found.rows[conflict.row or 0].base[0] for conflict in found.conflicts]


@pytest.mark.parametrize("written", [items, paragraphs])
@pytest.mark.parametrize("size", [3, 4])
def test_any_two_orders(size: int, written: Callable[[Order], Draft]) -> None:
    base = tuple(range(size))
    drafts = {order: written(order) for order in permutations(base)}
    for ours, theirs in combinations_with_replacement(drafts, 2):
        found = merge(drafts[base], drafts[ours], drafts[theirs])
        look(base, ours, theirs, found)
        if ours == theirs or base in (ours, theirs):
            assert not found.conflicts


@pytest.mark.parametrize("written", [items, paragraphs])
def test_one_move_on_each_side_of_five(written: Callable[[Order], Draft]) -> None:
    base = (0, 1, 2, 3, 4)
    moved = {moved_one(base, one, to) for one in base for to in base}
    drafts = {order: written(order) for order in sorted(moved)}
    asked = 0
    for ours, theirs in combinations(drafts, 2):
        found = merge(drafts[base], drafts[ours], drafts[theirs])
        look(base, ours, theirs, found)
        asked += len(found.conflicts)
    assert 0 < asked < 60  # of 136


@pytest.mark.parametrize("written", [items, paragraphs])
def test_moves_beside_what_each_side_puts_in(written: Callable[[Order], Draft]) -> None:
    base = (0, 1, 2, 3)
    orders = [moved_one(base, one, to) for one, to in ((0, 2), (1, 3), (2, 1), (3, 0), (2, 3))]
    for ours, theirs, at, there in product(orders, orders, (0, 2, 4), (1, 4)):
        sides = (*ours[:at], 90, *ours[at:]), (*theirs[:there], 91, *theirs[there:])
        found = merge(written(base), written(sides[0]), written(sides[1]))
        plain = [conflict for conflict in found.conflicts if not conflict.key.endswith(":parted")]
        for conflict in found.conflicts:
            if conflict not in plain:
                found = resolve(found, conflict, "ours")
        for way in ("ours", "theirs"):
            order = order_of(settled(found, way))
            assert sorted(order) == [*base, 90, 91]
            for one, two in combinations(base, 2):
                mine, other, now = (each.index(one) < each.index(two) for each in (*sides, order))
                assert mine != other or now == mine


def moved_one(order: Order, one: int, to: int) -> tuple[int, ...]:
    rest = [number for number in order if number != one]
    return (*rest[:to], one, *rest[to:])


@pytest.mark.parametrize("written", [items, paragraphs])
@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        ((1, 2, 3, 0, 4), (0, 4, 1, 2, 3), (4, 1, 2, 3, 0)),
        ((0, 1, 3, 4, 2), (0, 2, 3, 1, 4), (0, 3, 1, 4, 2)),
        ((1, 2, 0, 3, 4), (0, 1, 3, 4, 2), (1, 0, 3, 4, 2)),
    ],
    ids=["across", "past the same", "to both ends"],
)
def test_what_each_side_moved_far_stands_where_it_was_put(
    ours: Order, theirs: Order, both: Order, written: Callable[[Order], Draft]
) -> None:
    base, one, two = (written(order) for order in ((0, 1, 2, 3, 4), ours, theirs))
    for found in (merge(base, one, two), merge(base, two, one)):
        assert not found.conflicts
        assert order_of(found) == [*both]


def test_sides_may_change_places() -> None:
    base = (0, 1, 2, 3)
    drafts = {order: items(order) for order in permutations(base)}
    for ours, theirs in combinations(drafts, 2):
        found, turned = (merge(drafts[base], drafts[one], drafts[two]) for one, two in ((ours, theirs), (theirs, ours)))
        assert {(one.key, one.ours, one.theirs) for one in found.conflicts} == {
            (one.key, one.theirs, one.ours) for one in turned.conflicts
        }
        assert order_of(settled(found, "ours")) == order_of(settled(turned, "theirs"))
        assert order_of(settled(found, "base")) == order_of(settled(turned, "base"))


def settled(found: Merge, way: str) -> Merge:
    for conflict in found.open:
        found = resolve(found, conflict, way)
    return found


def test_paragraphs_are_called_by_their_words_where_a_number_names_another_on_another_side() -> None:
    found = merge(items((0, 1, 2, 3)), items((0, 1, 3, 2)), items((0, 2, 1, 3)))
    (conflict,) = found.conflicts
    assert (conflict.label, conflict.base, conflict.ours, conflict.theirs) == (
        "OP1 (c)",
        "after OP1 (b), “To restore lakes and ponds;”",
        "after OP1 (c), “To train engineers and hydrologists;”",
        "after OP1 (a)",
    )
    assert order_of(resolve(found, conflict, "ours")) == [0, 1, 3, 2]
    assert order_of(resolve(found, conflict, "theirs")) == [0, 2, 1, 3]
    assert order_of(resolve(found, conflict, "base")) == [0, 1, 2, 3]
