"""The heaviest chain of pairs that keeps the order of both sides: what stays where it was."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby


def heaviest_chain(pairs: Sequence[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """Pairs (old, new, weight) rising strictly on both sides with the greatest total weight; n log n.

    Among equals the choice is fixed by position, so the answer never depends on the order given.
    """
    ordered = sorted(pairs)
    if not ordered:
        return []
    ranks = {new: rank for rank, new in enumerate(sorted({pair[1] for pair in ordered}), 1)}
    best_weight = [0.0] * (len(ranks) + 1)
    best_at = [-1] * (len(ranks) + 1)
    before = [-1] * len(ordered)
    top, top_weight = -1, -1.0
    for _, same in groupby(range(len(ordered)), key=lambda at: ordered[at][0]):
        found = []
        for at in same:
            rank = ranks[ordered[at][1]]
            weight, previous, step = 0.0, -1, rank - 1
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
        chain.append((ordered[top][0], ordered[top][1]))
        top = before[top]
    return chain[::-1]
