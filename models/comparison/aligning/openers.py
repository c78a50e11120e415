"""What opens otherwise gives way to its neighbour that opens alike; a short chapeau is known by its items.

Two paragraphs that share the long name of a body and little else may only stand at one place. Where the one before or
behind is gone, opens with the same verb as the new one and shares more with it, that one lives on in it.
"""

from __future__ import annotations

from models.comparison.aligning.chapeaux import leads_on
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


def pair_chapeaux(matching: Matching) -> None:
    """Pair two short chapeaux that are left where the first item under the one is that under the other.

    "Decides:" became "Recommends:": they share no word, and what they say is that of the same items.
    """
    for i in matching.free_old():
        item = matching.to_new[i + 1] if i + 1 < len(matching.to_new) else ()
        if len(item) != 1 or matching.to_old[item[0]] != (i + 1,) or item[0] == 0:
            continue
        j = item[0] - 1
        free = not matching.to_old[j] and matching.same_kind(i, j) and matching.may(i, j)
        if free and matching.is_item(i + 1) and _is_chapeau(matching.old[i]) and _is_chapeau(matching.new[j]):
            matching.pair_two(i, j)


def _is_chapeau(profile: Profile) -> bool:
    return leads_on(profile.text) and len(profile.words) <= SHORT


def _fits(matching: Matching, old: int, new: int) -> bool:
    one, two = matching.old[old], matching.new[new]
    long = len(one.words) > SHORT and len(two.words) > SHORT
    return long and matching.same_kind(old, new) and matching.may(old, new) and verb_of(one) == verb_of(two)


def verb_of(profile: Profile) -> str:
    """The verb a paragraph opens with, in small letters."""
    return opening(profile.words, lambda at: False).verb
