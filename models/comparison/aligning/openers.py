"""What opens otherwise gives way to its neighbour that opens alike.

Two paragraphs that share the long name of a body and little else may only stand at one place. Where the one before or
behind is gone, opens with the same verb as the new one and shares more with it, that one lives on in it.
"""

from __future__ import annotations

from models.comparison.aligning.matching import Matching
from models.comparison.words.features import Profile
from models.comparison.words.openings import opening

SHORT = 12
"""What has no more words is not looked at: there a verb is much of it."""


def pair_openers(matching: Matching) -> None:
    """Let what is left beside a poor pair take its place where it opens alike and the pair does not."""
    if not matching.free_old() and not matching.free_new():
        return
    for i, j in sorted(matching.poor):
        if matching.to_new[i] != (j,) or matching.to_old[j] != (i,):
            continue
        one, two = matching.old[i], matching.new[j]
        if verb_of(one) == verb_of(two):
            continue
        beside = [(at, j) for at in (i - 1, i + 1) if 0 <= at < len(matching.old) and not matching.to_new[at]]
        beside += [(i, at) for at in (j - 1, j + 1) if 0 <= at < len(matching.new) and not matching.to_old[at]]
        shared = matching.weights.shared(one, two)
        for old, new in beside:
            if _fits(matching, old, new) and matching.weights.shared(matching.old[old], matching.new[new]) > shared:
                matching.part(i, j)
                matching.pair_two(old, new)
                break


def _fits(matching: Matching, old: int, new: int) -> bool:
    one, two = matching.old[old], matching.new[new]
    long = len(one.words) > SHORT and len(two.words) > SHORT
    return long and matching.same_kind(old, new) and matching.may(old, new) and verb_of(one) == verb_of(two)


def verb_of(profile: Profile) -> str:
    """The verb a paragraph opens with, in small letters."""
    return opening(profile.words, lambda at: False).verb
