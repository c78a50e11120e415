"""Pairs of texts, one of each side, that share most of their words in one order; found by the rarest words of each.

Two texts that share so much have one of the rarest words of both in common: as many are looked at as that takes (the
prefix filter of similarity joins, Bayardo, Ma and Srikant 2007), so that no pair is missed and few are weighed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import ceil

from rapidfuzz import process
from rapidfuzz.distance import Indel

from models.comparison.words.subsequence import Codes

MOST = 2_000_000
"""So many pairs of texts with a rare word in common are weighed, which takes half a second."""

Word = tuple[str, int]
"""A word of a text, and how often it stood there before."""
Likeness = dict[tuple[int, int], float]
"""How much two texts share, by their places: twice what they have in one order over all their words."""


def likely(ours: Sequence[Sequence[str]], theirs: Sequence[Sequence[str]], least: float) -> tuple[Likeness, bool]:
    """The pairs of texts, given as words, that share so much; and whether there were more to weigh than `MOST`."""
    often = Counter(word for side in (ours, theirs) for words in side for word in words)
    rarest = [[_rarest(words, often, least) for words in side] for side in (ours, theirs)]
    holders: defaultdict[Word, list[int]] = defaultdict(list)
    for at, rare in enumerate(rarest[1]):
        for word in rare:
            holders[word].append(at)
    many = Counter(word for rare in rarest[0] for word in rare if word in holders)
    left = MOST
    for word in sorted(many, key=lambda one: (many[one] * len(holders[one]), one)):
        left -= many[word] * len(holders[word])
        if left < 0:
            del holders[word]
    codes = Codes()
    said = [[codes.of(words) for words in side] for side in (ours, theirs)]
    found: Likeness = {}
    for one, rare in enumerate(rarest[0]):
        near = sorted({at for word in rare for at in holders.get(word, ())})
        those = process.extract(
            said[0][one],
            [said[1][two] for two in near],
            scorer=Indel.normalized_similarity,
            score_cutoff=least - 0.001,  # of what shares just so much rapidfuzz says that it does not
            limit=None,
        )
        found.update(((one, near[at]), likeness) for _, likeness, at in those if likeness >= least)
    return found, left < 0


def likest(found: Likeness) -> list[tuple[int, int]]:
    """The pairs of which each is what the other shares most with, of several the first."""
    ours: dict[int, int] = {}
    theirs: dict[int, int] = {}
    for one, two in sorted(found, key=lambda pair: (-found[pair], pair)):
        ours.setdefault(one, two)
        theirs.setdefault(two, one)
    return [(one, two) for one, two in sorted(ours.items()) if theirs[two] == one]


def _rarest(words: Sequence[str], often: Counter[str], least: float) -> list[Word]:
    """So many of the rarest words of a text, counting those it says again, that what shares enough has one of them."""
    many: Counter[str] = Counter()
    numbered = []
    for word in words:
        numbered.append((word, many[word]))
        many[word] += 1
    shared = ceil(len(words) * least / (2 - least) - 1e-9)
    return sorted(numbered, key=lambda one: (often[one[0]], one))[: len(words) - shared + 1]
