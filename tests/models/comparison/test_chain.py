"""The heaviest chain against a slow one that tries everything."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from models.comparison.words.chain import heaviest_chain

PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.integers(1, 9)), max_size=9)


def slow(pairs: list[tuple[int, int, int]]) -> int:
    best = 0
    for size in range(1, len(pairs) + 1):
        for some in combinations(sorted(pairs), size):
            if all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(some)):
                best = max(best, sum(pair[2] for pair in some))
    return best


@given(PAIRS)
def test_no_chain_is_heavier(pairs: list[tuple[int, int, int]]) -> None:
    pairs = list({pair[:2]: pair for pair in pairs}.values())
    chain = heaviest_chain(pairs)
    weights = {pair[:2]: pair[2] for pair in pairs}
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chain))
    assert sum(weights[place] for place in chain) == slow(pairs)


@given(st.permutations(range(9)), st.lists(st.integers(1, 9), min_size=9, max_size=9))
def test_runs_are_taken_whole(news: list[int], weights: list[int]) -> None:
    pairs = [(old, new, weight) for old, (new, weight) in enumerate(zip(news, weights, strict=True))]
    chain = heaviest_chain(pairs)
    assert sum(weights[old] for old, _ in chain) == slow(pairs)
    assert heaviest_chain(pairs[::-1]) == chain


def test_nothing_makes_no_chain() -> None:
    assert heaviest_chain([]) == []
