"""Paragraphs of one wording that a side made change places and reworded, paired crosswise by its comparison.

"Calls upon the Government of Laos to …" and "… of Denmark …" share nearly all they say, so that a comparison pairs them
by their place. What the other side changed in the one would go into the other: a text that nobody wrote. Which is which
is told by the words that one has and the other lacks; where these do not settle it, both are one question. So are one
that a side deleted and what names it now, "the Governments of Laos and Denmark", and what one side made another of a
list with what the other reworded in it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from models.comparison.change import Change, Comparison
from models.draft import Kind
from models.draft.number_words import WORDS
from models.merging.pairs.clusters import Tie
from models.merging.tables.matched_tables import plain_change
from models.merging.words.telling import how_many, telling_words

_ALIKE = 0.5
"""Of paragraphs of one wording at least such a share of the words is the same."""
_IN, _LEAST = 0.8, 5
"""What was joined to another has so large a share of its words there, and of its letters, and has so many words."""
_BY = 2
"""So far from a paragraph stand those of its wording with which it is one of a list."""
_MOST = 12
"""What more paragraphs than these gained tells none of them from the others."""
_BODY = frozenset((Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.TEXT))
_Told = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Paragraphs of the base and what a comparison takes them for: the words that each tells, and all the new ones."""

    change: Change
    olds: tuple[_Told, ...]
    new: _Told

    @property
    def old(self) -> _Told:
        return frozenset().union(*self.olds)


@dataclass(frozen=True, slots=True)
class _Step:
    """A paragraph of the base that belongs to what another pair has, instead of one that this has, or beside all."""

    weight: int
    old: int
    to: int
    instead: int | None = None


def uncrossed(ours: Comparison, theirs: Comparison) -> tuple[Comparison, Comparison]:
    """The comparisons, what the other side touched of what is clearly paired crosswise having its own partner."""
    return _repaired(ours, theirs), _repaired(theirs, ours)


def crossed_ties(comparisons: tuple[Comparison, Comparison]) -> Iterator[Tie]:
    """Two paragraphs of the base each that a side may have made change places, or one that it names in the other now,
    of which the other side touched one; and each that may have become another, and that the other side reworded."""
    became = [{at: change.new for change in one.changes for at in change.old} for one in comparisons]
    for comparison, other in (comparisons, comparisons[::-1]):
        pairs, found = _in_question(comparison, other)
        for one, two in ((pairs[one], pairs[two]) for one, two in found):
            crossed = one.change.old < two.change.old and _may_be_crossed(one, two)
            if len(one.olds) == len(two.olds) == 1 and (crossed or _is_named_in(one, two)):
                old = tuple(sorted((*one.change.old, *two.change.old)))
                ours, theirs = (tuple(sorted({at for place in old for at in side[place]})) for side in became)
                yield Tie(old, (ours, theirs), rival=True)
        reworded = {at: one for one in other.changes if one.new and one.weight for at in one.old}
        for change in comparison.changes:
            same = next((reworded[at] for at in change.old if at in reworded), None)
            # Where it became another on both sides the words clash that tell which.
            if same and _became_another(comparison, change) and not _became_another(other, same):
                yield Tie(change.old, (became[0][change.old[0]], became[1][change.old[0]]), rival=True)


def _repaired(comparison: Comparison, other: Comparison) -> Comparison:
    pairs, found = _in_question(comparison, other)
    steps = sorted(
        (step for one, two in found for step in _steps(comparison, pairs, one, two)),
        key=lambda step: (-step.weight, step.old, step.to),
    )
    came, went, left = _taken(steps)
    if not came:
        return comparison
    away = went | left
    made: dict[int, Change] = {}
    for number, pair in enumerate(pairs):
        change = pair.change
        if number in came or not away.isdisjoint(change.old):
            olds = tuple(sorted([*(at for at in change.old if at not in away), *came.get(number, ())]))
            if len(olds) > 1 and len(change.new) > 1:
                return comparison
            made[id(change)] = plain_change(olds, change.new)
    changes = (made.get(id(change), change) for change in comparison.changes)
    kept = tuple(change for change in changes if change.old or change.new)
    return replace(comparison, changes=(*kept, *(plain_change((at,), ()) for at in sorted(left - went))))


def _taken(steps: Sequence[_Step]) -> tuple[dict[int, list[int]], set[int], set[int]]:
    """What comes to each pair, what leaves its own for that, and what another takes the place of; no two at one."""
    came: dict[int, list[int]] = {}
    went: set[int] = set()
    left: set[int] = set()
    for step in steps:
        if step.old not in went and step.to not in came and step.instead not in left:
            came[step.to] = [step.old]
            went.add(step.old)
            left.update(at for at in (step.instead,) if at is not None)
    return came, went, left


def _in_question(comparison: Comparison, other: Comparison) -> tuple[list[_Pair], list[tuple[int, int]]]:
    """Pairs, and those two of which one lost words that the other gained and the other side touched either."""
    touched = {at for one in other.changes if one.weight or one.moved or not one.new for at in one.old}
    changed = [change for change in comparison.changes if _may_change(comparison, change)]
    if touched.isdisjoint(at for change in changed for at in change.old):
        return [], []
    pairs = [_pair(comparison, change) for change in changed]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, pair in enumerate(pairs):
        for word in pair.new - pair.old:
            holders[word].append(number)
    found = []
    for number, one in enumerate(pairs):
        lost = one.old - one.new
        near = {at for word in lost if len(holders.get(word, ())) <= _MOST for at in holders.get(word, ())}
        found += [
            (number, at)
            for at in sorted(near - {number})
            if not touched.isdisjoint((*one.change.old, *pairs[at].change.old))
        ]
    return pairs, found


def _may_change(comparison: Comparison, change: Change) -> bool:
    """Whether paragraphs say another thing now that no hand paired."""
    sides = (comparison.old, change.old), (comparison.new, change.new)
    there = [draft.paragraphs[at] for draft, places in sides for at in places]
    if any(one.cell is not None or one.kind not in _BODY for one in there):
        return False
    if len(there) == 2 and change.old and change.new and there[0].text == there[1].text:
        return False
    return not any((old, new) in comparison.bound for old in change.old for new in change.new)


def _pair(comparison: Comparison, change: Change) -> _Pair:
    old, new = comparison.old.paragraphs, comparison.new.paragraphs
    olds = tuple(frozenset(telling_words(old[at].text)) for at in change.old)
    return _Pair(change, olds, frozenset(word for at in change.new for word in telling_words(new[at].text)))


def _steps(comparison: Comparison, pairs: Sequence[_Pair], one: int, two: int) -> Iterator[_Step]:
    """How paragraphs of the first pair belong to what the second has, where it is clear."""
    first, second = pairs[one], pairs[two]
    if not first.change.new and not second.change.old:
        return  # what the comparison left unpaired stays so
    for at, own in zip(first.change.old, first.olds, strict=True):
        if not second.olds:
            stayed, went = own & (first.new - second.new), own & (second.new - first.new)
            if weight := _clear(comparison, stayed, went) if _alike(own, second.new) else 0:
                yield _Step(weight, at, two)
            continue
        instead = [*_instead(comparison, first, second, own)]
        yield from (_Step(weight, at, two, other) for weight, other in instead)
        tells = own - max(second.olds, key=lambda other: len(other & own))
        if not instead and not tells & first.new and _names(tells) and _is_joined(comparison, at, own, second):
            yield _Step(len(tells), at, two)


def _instead(comparison: Comparison, first: _Pair, second: _Pair, own: _Told) -> Iterator[tuple[int, int]]:
    """The paragraphs of the second pair that one of the first has the place of, each with how many words say so."""
    for at, other in zip(second.change.old, second.olds, strict=True):
        tells, others = own - other, other - own
        if _alike(own, second.new - (second.old - other - own)):
            stayed, went = (tells & first.new) | (others & second.new), tells & second.new
            swapped = bool(others) and others <= first.new and tells <= second.new
            if weight := _clear(comparison, stayed, went, swapped):
                yield weight, at


def _clear(comparison: Comparison, stayed: _Told, went: _Told, swapped: bool = False) -> int:
    """How many words say that a paragraph is another one's partner; 0 where others say that it is not.

    The next session, or sum, is no other topic, if not each has that of the other.
    """
    if stayed and went:
        once = comparison.once(_said_once)
        stayed, went = stayed & once, went & once
    return len(went) if not stayed and (_names(went) or swapped) else 0


def _is_joined(comparison: Comparison, at: int, own: _Told, pair: _Pair) -> bool:
    """Whether a paragraph, beside those that a pair has, stands whole in the one that these became."""
    places = (at, *pair.change.old)
    if len(pair.change.new) != 1 or how_many(own) < _LEAST:
        return False
    if how_many(own & pair.new) < _IN * how_many(own) or how_many(pair.old & pair.new) < _IN * how_many(pair.old):
        return False
    letters = sum(len(comparison.old.paragraphs[one].text) for one in places)
    return len(comparison.new.paragraphs[pair.change.new[0]].text) >= _IN * letters


def _said_once(comparison: Comparison) -> _Told:
    """The words that one paragraph of the base alone has."""
    many = Counter(word for one in comparison.old.paragraphs for word in {*telling_words(one.text)})
    return frozenset(word for word, count in many.items() if count == 1)


def _may_be_crossed(one: _Pair, two: _Pair) -> bool:
    """Whether as many words say that two changed partners as that they did not."""
    own, others = one.old - two.old, two.old - one.old
    if not (one.new and two.new and own and others and _alike(one.old, two.old)):
        return False
    straight = _names(own & one.new), _names(others & two.new)
    cross = _names(own & two.new), _names(others & one.new)
    return all(map(len, cross)) and sum(map(len, cross)) >= sum(map(len, straight))


def _is_named_in(gone: _Pair, other: _Pair) -> bool:
    """Whether a paragraph is gone, and what tells it from another stands in what that became: "Laos and Denmark"."""
    tells, others = _names(gone.old - other.old), _names(other.old - gone.old)
    return not gone.change.new and bool(tells) and tells | others <= other.new and _alike(gone.old, other.old)


def _became_another(comparison: Comparison, change: Change) -> bool:
    """Whether all that tells a paragraph from another of its wording that stands by it became something else."""
    if not len(change.old) == len(change.new) == 1 or not change.weight or not _may_change(comparison, change):
        return False
    at, paragraphs = change.old[0], comparison.old.paragraphs
    own = frozenset(telling_words(paragraphs[at].text))
    new = frozenset(telling_words(comparison.new.paragraphs[change.new[0]].text))
    if not _names(own - new) or not _names(new - own) or how_many(own & new) < _IN * how_many(own):
        return False
    for near in (*range(max(at - _BY, 0), at), *range(at + 1, min(at + _BY + 1, len(paragraphs)))):
        if paragraphs[near].kind is paragraphs[at].kind:
            other = frozenset(telling_words(paragraphs[near].text))
            tells = _names(own - other)
            alike = how_many(own & other) >= max(_IN * how_many(own | other), _LEAST)
            if alike and tells and tells.isdisjoint(new) and _names(new - own).isdisjoint(other):
                return True
    return False


def _alike(one: _Told, two: _Told) -> bool:
    return 2 * how_many(one & two) >= _ALIKE * (how_many(one) + how_many(two))


def _names(words: _Told) -> _Told:
    return frozenset(word for word in words if word not in WORDS and not word.isdigit())
