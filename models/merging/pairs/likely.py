"""Pairs of texts, one of each side, that share most of their words in one order."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import Indel

from models.comparison.words.subsequence import Codes

MOST = 4_000_000
"""So many pairs of texts are weighed, which takes a second; of more none is, as who is whose must not tell which."""

Likeness = dict[tuple[int, int], float]
"""How much two texts share, by their places: twice what they have in one order over all their words."""


def likely(ours: Sequence[Sequence[str]], theirs: Sequence[Sequence[str]], least: float) -> tuple[Likeness, bool]:
    """The pairs of texts, given as words, that share so much; and whether there were more to weigh than `MOST`."""
    if len(ours) * len(theirs) > MOST:
        return {}, True
    codes = Codes()
    said = [[codes.of(words) for words in side] for side in (ours, theirs)]
    found: Likeness = {}
    for one, words in enumerate(said[0]):
        those = process.extract(
            words,
            said[1],
            scorer=Indel.normalized_similarity,
            score_cutoff=least - 0.001,  # of what shares just so much rapidfuzz says that it does not
            limit=None,
        )
        near = ((at, likeness) for _, likeness, at in those if likeness >= least and ours[one] and theirs[at])
        found.update(((one, at), likeness) for at, likeness in near)
    return found, False


def likest(found: Likeness) -> list[tuple[int, int]]:
    """The pairs of which each is what the other shares most with, of several the first."""
    ours: dict[int, int] = {}
    theirs: dict[int, int] = {}
    for one, two in sorted(found, key=lambda pair: (-found[pair], pair)):
        ours.setdefault(one, two)
        theirs.setdefault(two, one)
    return [(one, two) for one, two in sorted(ours.items()) if theirs[two] == one]
