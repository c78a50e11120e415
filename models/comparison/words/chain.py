"""The heaviest chain of pairs that keeps the order of both sides: what stays where it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import compress, count, groupby, pairwise
from operator import lt, ne

Weighted = tuple[int, int, float]


def heaviest_chain(pairs: Sequence[Weighted]) -> list[tuple[int, int]]:
    """Pairs (old, new, weight above 0) rising strictly on both sides with the greatest total weight; n log n.

    Among equals the choice is fixed by position, so the answer never depends on the order given.
    """
    if len(pairs) < 2:
        return [(old, new) for old, new, _ in pairs]
    ordered = sorted(pairs)
    olds, news, weights = zip(*ordered, strict=True)
    places = [*zip(olds, news, strict=True)]
    if all(map(lt, olds, olds[1:])) and all(map(lt, news, news[1:])):
        return places  # as most are: nothing changed its order
    runs = _runs(olds, news)
    together = [(*places[start], sum(weights[start:end])) for start, end in runs]
    return [place for run in _heaviest(together) for place in places[slice(*runs[run])]]


def preferred_chain(pairs: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """The heaviest chain of pairs that are given in the order in which they are preferred.

    Among equals it has the first of the pairs that not all of them have, wherever that stands; that is exact, however
    many pairs there are.
    """
    many = len(pairs)
    return heaviest_chain(
        [(old, new, (weight << many) + (1 << (many - rank))) for rank, (old, new, weight) in enumerate(pairs, 1)]
    )


def _runs(olds: Sequence[int], news: Sequence[int]) -> list[tuple[int, int]]:
    """Stretches of pairs that are neighbours on both sides: a chain has all of one or none of it."""
    behind = dict(pairwise(sorted({*news})))
    parted = {*compress(count(1), map(ne, map(behind.get, news), news[1:]))}
    for side in (olds, news):
        if len({*side}) < len(side):
            # Of those that share a paragraph a chain has one, so each stands alone.
            shared = {one for one, times in Counter(side).items() if times > 1}
            for at in compress(count(), map(shared.__contains__, side)):
                parted |= {at, at + 1}
    starts = sorted(parted - {0, len(news)})
    return list(zip([0, *starts], [*starts, len(news)], strict=True))


def _heaviest(ordered: Sequence[Weighted]) -> list[int]:
    """Which of some sorted pairs make the heaviest chain, by a Fenwick tree over the ranks of the new side."""
    ranks = {new: rank for rank, new in enumerate(sorted({pair[1] for pair in ordered}), 1)}
    best_weight: list[float] = [0] * (len(ranks) + 1)
    best_at = [-1] * (len(ranks) + 1)
    before = [-1] * len(ordered)
    top, top_weight = -1, best_weight[0]
    for _, same in groupby(range(len(ordered)), key=lambda at: ordered[at][0]):
        found = []
        for at in same:
            rank = ranks[ordered[at][1]]
            weight, previous, step = best_weight[0], -1, rank - 1
            while step > 0:
                if best_weight[step] > weight:
                    weight, previous = best_weight[step], best_at[step]
                step &= step - 1
            before[at] = previous
            found.append((at, rank, weight + ordered[at][2]))
        # Only now, so that two pairs of one old paragraph never stand in one chain.
        for at, rank, weight in found:
            if weight > top_weight:
                top, top_weight = at, weight
            while rank <= len(ranks):
                if weight > best_weight[rank]:
                    best_weight[rank], best_at[rank] = weight, at
                rank += rank & -rank
    chain = []
    while top >= 0:
        chain.append(top)
        top = before[top]
    return chain[::-1]
