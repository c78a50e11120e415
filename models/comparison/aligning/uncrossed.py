"""Paragraphs of one boilerplate that were paired by their place, each with what another of them says.

"Requests the Secretary-General to submit … a report on water" and "… on forests", which changed places and were edited
in the same words: most of their words are the same in any case, and which is which is told by the few that are not.
"""

from __future__ import annotations

from collections import defaultdict

from models.comparison.aligning.matching import Matching
from models.draft.number_words import WORDS

OPENING = 4
"""So many words open all of them."""
MOST = 12
"""Of more that open alike none is looked at: there are too many to choose from."""
LIKE, GAIN = 0.7, 0.08
"""So like are the new pairs at least; so much liker is each than what it was paired with, and all of them together."""


def uncross(matching: Matching) -> None:
    """Let paragraphs that open alike change partners where each is liker another one's."""
    alike: defaultdict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    olds, news = matching.old, matching.new
    for i, partners in enumerate(matching.to_new):
        if len(partners) != 1 or olds[i] is news[j := partners[0]]:
            continue  # most are the same
        opening = olds[i].words[:OPENING]
        if len(opening) == OPENING and opening == news[j].words[:OPENING] and matching.in_body(i):
            alike[opening].append((i, j))
    for pairs in alike.values():
        pairs = [(i, j) for i, j in pairs if len(matching.to_old[j]) == 1 and (i, j) not in matching.bound]
        if 1 < len(pairs) <= MOST:
            _exchange(matching, pairs)


def _exchange(matching: Matching, pairs: list[tuple[int, int]]) -> None:
    dice = matching.weights.dice
    was = [dice(matching.old[i], matching.new[j]) for i, j in pairs]
    better = []
    for one, (i, own) in enumerate(pairs):
        for other, (_, j) in enumerate(pairs):
            least = max(LIKE, was[one] + GAIN, was[other] + GAIN)
            like = dice(matching.old[i], matching.new[j], least) if one != other and least <= 1 else 0.0
            if like >= least and matching.may(i, j) and _by_more_than_numbers(matching, i, j, own):
                better.append((-like, i, j))
    anew: dict[int, int] = {}
    for _, i, j in sorted(better):
        if i not in anew and j not in anew.values():
            anew[i] = j
    # Those whose partners went, and that found no other, have each other left, as they were paired by their place.
    gone, new = (i for i, _ in pairs if i not in anew), (j for _, j in pairs if j not in anew.values())
    made = [*anew.items(), *zip(gone, new, strict=True)]
    likes = [dice(matching.old[i], matching.new[j]) for i, j in made]
    if anew and sum(likes) >= sum(was) + GAIN and all(matching.may(i, j) for i, j in made):
        for i, j in made:
            matching.pair_two(i, j)


def _by_more_than_numbers(matching: Matching, old: int, new: int, own: int) -> bool:
    """Whether an old paragraph shares a word with a new one that its `own` lacks: the next session is no topic."""
    shared = {*matching.old[old].words} & {*matching.new[new].words}
    return any(word not in WORDS and not word.isdigit() for word in shared.difference(matching.new[own].words))
