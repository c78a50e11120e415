"""Pairs of texts that share most of their words are found as if each were weighed with each; too many are told of."""

from __future__ import annotations

from random import Random

import pytest
from rapidfuzz.distance import Indel

from models.merging import merge
from models.merging.pairs.likely import likely, likest
from tests.models.comparison.small_drafts import A, B, draft


@pytest.mark.parametrize("seed", range(20))
def test_no_pair_is_missed_and_sides_may_be_swapped(seed: int) -> None:
    chance = Random(seed)
    words = "abcdefghijklmnopqrstuvwxyz"[: chance.choice((3, 8, 26))]
    ours = [chance.choices(words, k=chance.randint(0, 14)) for _ in range(12)]
    near = [[word for word in one if chance.random() < 0.8] for one in ours[:5]]
    theirs = near + [chance.choices(words, k=chance.randint(0, 14)) for _ in range(9)]
    for least in (0.6, 0.75, 0.85):
        each = {
            (one, two): Indel.normalized_similarity(here, there)
            for one, here in enumerate(ours)
            for two, there in enumerate(theirs)
            if here and there
        }
        found, bounded = likely(ours, theirs, least)
        assert not bounded
        assert found == {pair: likeness for pair, likeness in each.items() if likeness >= least}
        assert likely(theirs, ours, least)[0] == {(two, one): likeness for (one, two), likeness in found.items()}


def test_each_goes_with_what_it_shares_most_with() -> None:
    assert likest({(0, 0): 0.7, (0, 1): 0.9, (1, 1): 0.8, (2, 2): 0.6}) == [(0, 1), (2, 2)]


def test_where_not_all_is_weighed_this_is_told() -> None:
    """Forms that are all nearly alike, and more of them than anybody could hold against each other."""
    report = "once more with much concern the report of the committee of experts on the use of water in cities and on"
    new = [[f"Notes {report} {side}{at} matters of this" for at in range(500)] for side in "xy"]
    base, ours, theirs = (
        draft(*(f"{at}. {words};" for at, words in enumerate(texts, 1)))
        for texts in ([A, B], [A, *new[0], B], [A, B, *new[1]])
    )
    assert merge(base, ours, theirs).told[0].startswith("So much is new or reworded")
