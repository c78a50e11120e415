"""The heaviest chain against a slow one that tries everything."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from models.comparison.words.chain import heaviest_chain, preferred_chain

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


@given(st.permutations(range(7)), st.permutations(range(7)))
def test_among_equals_it_has_what_is_preferred(news: list[int], preferred: list[int]) -> None:
    pairs = [(old, news[old], 1) for old in preferred]
    chain = [old for old, _ in preferred_chain(pairs)]
    rising = [
        some for some in combinations(range(7), len(chain)) if all(news[one] < news[two] for one, two in pairwise(some))
    ]
    assert chain == [*max(rising, key=lambda some: [old in some for old in preferred])]


def test_what_is_preferred_is_taken_however_many_there_are() -> None:
    """Each two stand turned round on the other side, and the second of them is preferred."""
    pairs = [(at, at ^ 1, 1) for at in (*range(1, 400, 2), *range(0, 400, 2))]
    assert preferred_chain(pairs) == [(at, at ^ 1) for at in range(1, 400, 2)]


def test_nothing_makes_no_chain() -> None:
    assert heaviest_chain([]) == []
    assert preferred_chain([]) == []
