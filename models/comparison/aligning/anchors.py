"""Anchors: paragraphs with the same words on both sides that hold the alignment, and equals that moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from operator import attrgetter

from models.comparison.aligning.matching import Matching
from models.comparison.words.chain import heaviest_chain
from models.comparison.words.features import Profile

Name = Callable[[Profile], Hashable]
"""What two paragraphs must have in common to be equal."""


def anchor(matching: Matching) -> list[tuple[int, int]]:
    """Pair what is unique and equal on both sides, and equal neighbours of it; the spine: pairs that kept the order.

    First by the very text, which costs nothing; then, among what is left, by the words.
    """
    spine = _anchored(matching, [], _itself)
    return _anchored(matching, spine, attrgetter("key"))


def _itself(profile: Profile) -> Profile:
    return profile


def _anchored(matching: Matching, known: list[tuple[int, int]], name: Name) -> list[tuple[int, int]]:
    ones, others = _unique(matching.old, matching.to_new, name), _unique(matching.new, matching.to_old, name)
    equals = [(i, others[key]) for key, i in ones.items() if key in others and matching.may(i, others[key])]
    spine = known
    if equals:
        spine = heaviest_chain([(i, j, matching.old[i].length + 0.5) for i, j in [*known, *equals]])
        kept = set(spine)
        for i, j in equals:
            if (i, j) in kept:
                matching.pair_two(i, j)
    spine = _extend(matching, spine, name, ends=True)
    moved = []
    for i, j in equals:
        free = not matching.to_new[i] and not matching.to_old[j]
        if free and matching.may_move(i):
            matching.pair_two(i, j)
            moved.append((i, j))
    _extend(matching, moved, name, ends=False)
    return spine


def _unique(profiles: Sequence[Profile], partners: Sequence[tuple[int, ...]], name: Name) -> dict[Hashable, int]:
    """Where each free paragraph stands that no other free one of its side is equal to."""
    free = [at for at, partner in enumerate(partners) if not partner and not profiles[at].blank]
    names = [*map(name, map(profiles.__getitem__, free))]
    places = dict(zip(names, free, strict=True))
    if len(places) < len(names):
        times = Counter(names)
        places = {key: at for key, at in places.items() if times[key] == 1}
    return places


def _extend(matching: Matching, anchors: Sequence[tuple[int, int]], name: Name, ends: bool) -> list[tuple[int, int]]:
    """The anchors with the equal neighbours of each, as far as they go on both ways."""
    found = list(anchors)
    to_new, to_old = matching.to_new, matching.to_old
    size, other = len(to_new), len(to_old)
    there = dict([(-1, -1), *anchors, (size, other)] if ends else anchors)
    for step in (1, -1):
        # Most paragraphs have their partners already: from those that have none one sees the anchor beside them.
        for start in matching.free_old():
            if start - step not in there:
                continue
            i, j = start, there[start - step] + step
            while 0 <= i < size and 0 <= j < other and not to_new[i] and not to_old[j]:
                if not _extends(matching, i, j, name) and not (ends and _edited(matching, i, j, name)):
                    break
                matching.pair_two(i, j)
                found.append((i, j))
                i, j = i + step, j + step
    return sorted(found)


def _extends(matching: Matching, i: int, j: int, name: Name) -> bool:
    one = matching.old[i]
    return not one.blank and name(one) == name(matching.new[j]) and matching.may(i, j)


def _edited(matching: Matching, i: int, j: int, name: Name) -> bool:
    """Whether one of a row of paragraphs with the same words was edited in its place.

    No order of equals tells which of a row it was, so it is the one that stands there.
    """
    if not (_in_row(matching.old, i, name) or _in_row(matching.new, j, name)) or not matching.may(i, j):
        return False
    one, two = set(matching.old[i].words), set(matching.new[j].words)
    return 2 * len(one & two) >= max(len(one), len(two)) > 0


def _in_row(profiles: Sequence[Profile], at: int, name: Name) -> bool:
    """Whether a paragraph and its neighbours on both sides say the same."""
    if not 0 < at < len(profiles) - 1 or profiles[at].blank:
        return False
    own, before, after = profiles[at], profiles[at - 1], profiles[at + 1]
    if name is not _itself and not (may_say(before, own) and may_say(after, own)):
        return False
    return name(before) == name(own) == name(after)


def may_say(profile: Profile, own: Profile) -> bool:
    """Whether a paragraph may have the same words as another: a fifth of the time of taking it apart for them."""
    text = profile.text
    if profile is own or "[" in text or "]" in text or not text.isascii():
        return True  # brackets may stand within words
    if len(text) < len(own.key):
        return False  # the words and a space between each two
    return all(map(text.lower().__contains__, own.words))
