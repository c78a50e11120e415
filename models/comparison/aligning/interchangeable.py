"""Paragraphs of which nobody can say which is which, equal or nearly: they are paired so that the fewest moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations, compress, count
from operator import attrgetter
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from models.comparison.aligning.matching import Matching
from models.comparison.aligning.reading_order import Group, Place, kept_order, moved
from models.comparison.aligning.uncrossed import MOST as LIKELY
from models.comparison.words.features import Profile
from models.draft import Draft, Kind
from models.draft.number_words import WORDS

_TEXT = attrgetter("text")
MOST = 24_000
"""Of more paragraphs of both sides together equals stay paired as they were found: the work is that of a table."""


_BEGUN = 20
"""So many letters begin texts that open alike."""
_HEADS = (Kind.HEADING, Kind.SECTION, Kind.ANNEX)


class Order(NamedTuple):
    """What belongs together, where what kept the order stands, what moved, and what stands under another chapeau."""

    paired: Sequence[Group]
    still: Mapping[Group, Place]
    moved: frozenset[Group]
    under_another: frozenset[Group]


def in_order(matching: Matching, old: Draft, new: Draft, taken: AbstractSet[Place] = frozenset()) -> Order:
    """The order of what an alignment paired; `taken` is what its writer took elsewhere.

    Where fewer moved if equals changed partners, they do: a placeholder that stands in five places has not moved
    because a paragraph between them did. What a hand paired or kept apart stays so.
    """
    found = _order(matching, old, new, taken)
    if not found.moved or matching.bound or matching.apart or len(matching.old) + len(matching.new) > MOST:
        return found
    for exchanged in (_exchanged, _straightened):
        before = matching.to_new[:], matching.to_old[:]
        if exchanged(matching, old, new, found):
            other = _order(matching, old, new, taken)
            if len(other.moved) < len(found.moved):
                found = other
            else:
                matching.to_new[:], matching.to_old[:] = before
    return found


def _order(matching: Matching, old: Draft, new: Draft, taken: AbstractSet[Place]) -> Order:
    paired = matching.groups()
    still = kept_order(matching, old, new, paired, taken)
    return Order(paired, still, *moved(matching, old, new, paired, still))


def _exchanged(matching: Matching, old: Draft, new: Draft, found: Order) -> bool:
    """Let those that say what one that moved says change partners, so that as many as can be keep the order.

    False where no more would.
    """
    to_new, to_old = matching.to_new, matching.to_old
    went = {matching.old[olds[0]].text for olds, _ in found.moved}
    times = Counter(filter(went.__contains__, map(_TEXT, (*matching.old, *matching.new))))
    often = {text for text, count in times.items() if count > 2}
    if not often:
        return False
    sides = (matching.old, old, new, to_new, to_old), (matching.new, new, old, to_old, to_new)
    classes = tuple(_in_question(often, *side) for side in sides)
    known = set(classes[0].values()) & set(classes[1].values())
    # Each pair is a name of its own, equals have one together; what was split or merged is left out.
    pairs = [(i, news[0]) for i, news in enumerate(to_new) if len(news) == len(to_old[news[0]] if news else ()) == 1]
    names: tuple[dict[int, Hashable], dict[int, Hashable]] = dict(pairs), {j: j for _, j in pairs}
    for side in (0, 1):
        names[side].update({at: name for at, name in classes[side].items() if name in known})
    ones, others = sorted(names[0]), sorted(names[1])
    words = [names[0][i] for i in ones], [names[1][j] for j in others]
    several = len(found.paired) - len(pairs)
    more = len(found.still) - several + 1
    if LCSseq.similarity(*words, score_cutoff=max(more, 0)) < more:  # to be told only that takes a tenth of the time
        return False
    equals: dict[Hashable, tuple[list[int], list[int]]] = {name: ([], []) for name in known}
    for side, partners in enumerate((to_new, to_old)):
        for at, name in classes[side].items():
            if name in known:
                equals[name][side].append(at)
                partners[at] = ()
    for same in LCSseq.editops(*words).as_matching_blocks():
        for at in range(same.size):
            matching.pair_two(ones[same.a + at], others[same.b + at])
    for olds, news in equals.values():
        for i, j in zip([i for i in olds if not to_new[i]], [j for j in news if not to_old[j]], strict=False):
            if matching.may_move(i, same=True):
                matching.pair_two(i, j)
    return True


def _straightened(matching: Matching, old: Draft, new: Draft, found: Order) -> bool:
    """Let two that open alike and went past each other change partners, where as many of their words stay then.

    "A report" that reads like "a report on water" now, and "a report on water", "… on water and food": they have not
    moved. False where there are none. A heading is what stands under it: "Article 1" that is Article 3 now went with
    its body.
    """
    alike: dict[str, dict[int, int]] = {matching.old[olds[0]].text[:_BEGUN]: {} for olds, _ in found.moved}
    for olds, news in found.paired:
        opening = matching.old[olds[0]].text[:_BEGUN]
        if (
            opening in alike
            and old.paragraphs[olds[0]].kind not in _HEADS
            and len(olds) == len(news) == 1
            and matching.new[news[0]].text.startswith(opening)
        ):
            alike[opening][olds[0]] = news[0]
    done = [_uncrossed(matching, pairs) for pairs in alike.values() if 1 < len(pairs) <= LIKELY]
    return any(done)


def _uncrossed(matching: Matching, to: dict[int, int]) -> bool:
    """Whether any of these pairs changed partners; each time fewer are left that went past each other."""
    for i, k in combinations(sorted(to), 2):
        there, here = to[i], to[k]
        same = matching.old[i] is matching.new[there] and matching.old[k] is matching.new[here]
        if there < here or same or not all(matching.may(*pair) for pair in ((i, here), (k, there))):
            continue
        if not (matching.same_kind(i, here) and matching.same_kind(k, there)):
            continue
        straight, crossed = (
            [_kept(matching, *pair) for pair in pairs] for pairs in (((i, here), (k, there)), ((i, there), (k, here)))
        )
        # "In 2024" and "in 2025" that are "in 2025" and "in 2026" have not moved: where one went, no number tells.
        numbered = min(numbers for _, numbers in crossed) > max(numbers for _, numbers in straight)
        if not numbered and sum(words for words, _ in straight) >= sum(words for words, _ in crossed):
            matching.pair_two(i, here)
            matching.pair_two(k, there)
            _uncrossed(matching, {**to, i: here, k: there})
            return True
    return False


def _kept(matching: Matching, old: int, new: int) -> tuple[int, int]:
    """How many words stay, and how many numbers."""
    one, two = (Counter(profile.words) for profile in (matching.old[old], matching.new[new]))
    both = one & two
    numbers = sum(count for word, count in both.items() if word in WORDS or word.isdigit())
    return both.total() - numbers, numbers


Name = tuple[str, Kind, int]


def _in_question(
    often: AbstractSet[str],
    profiles: Sequence[Profile],
    draft: Draft,
    other: Draft,
    partners: Sequence[tuple[int, ...]],
    back: Sequence[tuple[int, ...]],
) -> dict[int, Name]:
    """Text, kind and level of paragraphs of one side that are said `often`, and are free or paired with equals.

    What cites a note or stands in a cell is like no other.
    """
    found: dict[int, Name] = {}
    for at in compress(count(), map(often.__contains__, map(_TEXT, profiles))):
        profile, paragraph, pair = profiles[at], draft.paragraphs[at], partners[at]
        if paragraph.footnotes or paragraph.cell is not None or profile.blank or len(pair) > 1:
            continue
        name = paragraph.text, paragraph.kind, paragraph.level
        if pair:
            there = other.paragraphs[pair[0]]
            own = there.footnotes or there.cell is not None
            if len(back[pair[0]]) > 1 or own or name != (there.text, there.kind, there.level):
                continue
        found[at] = name
    return found
