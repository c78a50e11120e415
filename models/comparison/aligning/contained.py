"""What is left on one side and stands nearly whole in a longer paragraph left on the other.

By the share of words in common a paragraph of which three quarters were struck is another one; a reader sees that all
of the short one is in the long one. So a pair for which little but its place spoke gives way to that. Where it is not
there word for word, most of what it says may be: "Noting the needs and integrity of oceans and Mother Earth" in one
that opens alike and grew.
"""

from __future__ import annotations

from collections import defaultdict

from models.comparison.aligning.matching import Matching
from models.comparison.aligning.openers import verb_of

FEWEST = 20
"""So many words the shorter one has at least: a short text stands in many a long one."""
ORDERED, SAID = 0.8, 0.6
"""So large a share of its words, in order, and of what its features weigh stands in the longer one."""
POOR = 0.4
"""A pair that is at most so alike gives way."""
FEW_WORDS, MOST_SAID = 6, 0.7
"""So many words that not every text is full of the shorter one has, and so large a share of what they weigh stands in
the longer one: enough where both open with the same verb, and nothing else became of either."""
SMALL = 400
"""Up to so many pairs all are looked at."""
OPENING, MOST = 5, 16
"""Of more only those that open with the same words, and of these so many for each."""


def pair_contained(matching: Matching) -> None:
    """Pair paragraphs of one kind of which one stands in the other, the surest first; one of the two is free."""
    olds = [at for at in matching.free_old() if len(matching.old[at].words) >= FEWEST]
    news = [at for at in matching.free_new() if len(matching.new[at].words) >= FEWEST]
    if not olds and not news:
        return
    held_old = sorted(i for i, _ in matching.poor if len(matching.old[i].words) >= FEWEST)
    held_new = sorted(j for _, j in matching.poor if len(matching.new[j].words) >= FEWEST)
    found = []
    for i, j in [*_candidates(matching, olds, [*news, *held_new]), *_candidates(matching, held_old, news)]:
        if matching.same_kind(i, j) and matching.may(i, j):
            share = _share(matching, i, j)
            if share:
                found.append((-share, i, j))
    for _, i, j in sorted(found):
        if not (matching.to_new[i] or matching.to_old[j]) or _breaks(matching, i, j):
            matching.pair_two(i, j)


def pair_grown(matching: Matching) -> None:
    """Pair what is left on both sides where one of two that open alike says most of what the other said."""
    opened: defaultdict[str, list[int]] = defaultdict(list)
    for j in matching.free_new() if matching.free_old() else ():
        opened[verb_of(matching.new[j])].append(j)
    found = []
    for i in matching.free_old():
        verb = verb_of(matching.old[i])
        for j in opened[verb][:MOST] if verb else ():
            said = _said(matching, i, j)
            if said and matching.same_kind(i, j) and matching.may(i, j):
                found.append((-said, i, j))
    for _, i, j in sorted(found):
        if not (matching.to_new[i] or matching.to_old[j]):
            matching.pair_two(i, j)


def stands_in(matching: Matching, old: int, new: int) -> bool:
    """Whether all of one of two paragraphs is in the other one, or most of what it says where both open alike."""
    one, two = matching.old[old], matching.new[new]
    if min(len(one.words), len(two.words)) >= FEWEST and _share(matching, old, new):
        return True
    verb = verb_of(one)
    return bool(verb and verb == verb_of(two) and _said(matching, old, new))


def _breaks(matching: Matching, old: int, new: int) -> bool:
    """Whether two paragraphs are freed from poor pairs: each shares less than the two do."""
    held = [(old, j) for j in matching.to_new[old]] + [(i, new) for i in matching.to_old[new]]
    shared = matching.weights.shared
    most = max([shared(matching.old[i], matching.new[j]) for i, j in held])
    return shared(matching.old[old], matching.new[new]) > most and matching.give_way(old, new, 0.0, POOR)


def _candidates(matching: Matching, olds: list[int], news: list[int]) -> list[tuple[int, int]]:
    if len(olds) * len(news) <= SMALL:
        return [(i, j) for i in olds for j in news]
    alike: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in news:
        alike[matching.new[j].words[:OPENING]].append(j)
    return [(i, j) for i in olds for j in alike.get(matching.old[i].words[:OPENING], ())[:MOST]]


def _said(matching: Matching, old: int, new: int) -> float:
    """How large a share of what the shorter one says stands in the longer one; 0 where it is too little."""
    piece, whole = sorted((matching.old[old], matching.new[new]), key=lambda profile: len(profile.words))
    words, said = matching.weights.said_by_words(piece, whole)
    return said if words >= FEW_WORDS and said >= MOST_SAID else 0.0


def _share(matching: Matching, old: int, new: int) -> float:
    """How large a share of the shorter one's words stand in the longer one in order; 0 where it is too little."""
    weights = matching.weights
    piece, whole = sorted((matching.old[old], matching.new[new]), key=lambda profile: len(profile.words))
    share = weights.in_order(piece, whole) / len(piece.words)
    if share < ORDERED or weights.shared(piece, whole) < SAID * weights.mass_of(piece):
        return 0.0
    return share
