"""The lineage of a merged draft: which paragraph of either side lives on as which of it."""

from __future__ import annotations

from collections import Counter

from models.comparison.change import Comparison
from models.comparison.words.plain import similarity, word_diff
from models.draft import Draft
from models.lineage import Edge
from models.merging.merge import Merge


def edges(merge: Merge) -> tuple[tuple[Edge, ...], tuple[Edge, ...]]:
    """The edges from ours and from theirs to the merged draft, as the editor vouches for them.

    For keeping the merged draft with both sides as its parents.
    """
    return (
        _edges(merge, merge.ours.new, _places(merge.ours, [(row.base, row.ours) for row in merge.rows])),
        _edges(merge, merge.theirs.new, _places(merge.theirs, [(row.base, row.theirs) for row in merge.rows])),
    )


def _places(comparison: Comparison, rows: list[tuple[tuple[int, ...], tuple[int, ...]]]) -> list[tuple[int, ...]]:
    """For each row its paragraphs of a side; where the other split or merged, those its base became."""
    lives_on = {old: change.new for change in comparison.changes for old in change.old}
    return [
        own if own and len(base) <= 1 else tuple(sorted({*own, *(new for old in base for new in lives_on[old])}))
        for base, own in rows
    ]


def _edges(merge: Merge, side: Draft, places: list[tuple[int, ...]]) -> tuple[Edge, ...]:
    pairs = {
        pair
        for row, olds in zip(merge.rows, places, strict=True)
        for pair in _pairs(merge.draft, side, olds, row.merged)
    }
    many = Counter(old for old, _ in pairs), Counter(new for _, new in pairs)
    found = []
    for old, new in sorted(pairs):
        same = side.paragraphs[old].text == merge.draft.paragraphs[new].text
        kind = "merged" if many[1][new] > 1 else "split" if many[0][old] > 1 else "same" if same else "reworded"
        found.append(Edge(old, new, kind, 1.0, "editor"))
    return tuple(found)


def _pairs(merged: Draft, side: Draft, olds: tuple[int, ...], news: tuple[int, ...]) -> list[tuple[int, int]]:
    """One and one, one and several; where several stand against several each new one goes with the likest."""
    if len(olds) <= 1 or len(news) <= 1:
        return [(old, new) for old in olds for new in news]
    if [side.paragraphs[old].text for old in olds] == [merged.paragraphs[new].text for new in news]:
        return list(zip(olds, news, strict=True))  # as it stands on the side, a row of a table with its figures

    def like(old: int, new: int) -> float:
        return similarity(word_diff(side.paragraphs[old].text, merged.paragraphs[new].text))

    return [(max(olds, key=lambda old: (like(old, new), -old)), new) for new in news]
