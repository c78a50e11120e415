"""Paragraphs of one wording that a side made change places and reworded, paired crosswise by its comparison.

"Calls upon the Government of Laos to …" and "… of Denmark …" share nearly all they say, so that a comparison pairs them
by their place. What the other side changed in the one would go into the other: a text that nobody wrote. Which is which
is told by the words that one has and the other lacks; where these do not settle it, both are one question.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from models.comparison.change import Change, Comparison
from models.draft import Draft, Kind
from models.draft.number_words import WORDS
from models.merging.pairs.clusters import Tie
from models.merging.tables.matched_tables import plain_change
from models.merging.words.telling import how_many, telling_words

_ALIKE = 0.5
"""Of paragraphs of one wording at least such a share of the words is the same."""
_MOST = 12
"""What more paragraphs than these gained tells none of them from the others."""
_BODY = frozenset((Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.TEXT))
_Told = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A paragraph of the base and what a comparison takes it for: the words that each tells, none where it is not."""

    change: Change
    old: _Told
    new: _Told

    @property
    def lost(self) -> _Told:
        return self.old - self.new

    @property
    def gained(self) -> _Told:
        return self.new - self.old


def uncrossed(ours: Comparison, theirs: Comparison) -> tuple[Comparison, Comparison]:
    """The comparisons, what the other side touched of what is clearly paired crosswise having its own partner."""
    return _repaired(ours, theirs), _repaired(theirs, ours)


def crossed_ties(comparisons: tuple[Comparison, Comparison]) -> Iterator[Tie]:
    """Two paragraphs of the base each that a side may have made change places, and of which the other touched one."""
    became = [{at: change.new for change in one.changes for at in change.old} for one in comparisons]
    for comparison, other in (comparisons, comparisons[::-1]):
        for one, two in _in_question(comparison, other):
            if one.change.old < two.change.old and _may_be_crossed(one, two):
                old = (*one.change.old, *two.change.old)
                ours, theirs = (tuple(sorted({at for place in old for at in side[place]})) for side in became)
                yield Tie(old, (ours, theirs), rival=True)


def _repaired(comparison: Comparison, other: Comparison) -> Comparison:
    found = [
        (one, two, told) for one, two in _in_question(comparison, other) if (told := _is_others(comparison, one, two))
    ]
    partners: dict[int, int] = {}
    for one, two, _ in sorted(found, key=lambda pair: (-pair[2], pair[0].change.old, pair[1].change.new)):
        old, new = one.change.old[0], two.change.new[0]
        if old not in partners and new not in partners.values():
            partners[old] = new
    if not partners:
        return comparison
    came = {new: old for old, new in partners.items()}
    changes: list[Change] = []
    for change in comparison.changes:
        if not (came.keys() & {*change.new} or partners.keys() & {*change.old}):
            changes.append(change)
            continue
        for at in change.new:
            changes.append(plain_change((came[at],) if at in came else (), (at,)))
        changes += [plain_change((at,), ()) for at in change.old if at not in partners]
    return replace(comparison, changes=tuple(changes))


def _in_question(comparison: Comparison, other: Comparison) -> Iterator[tuple[_Pair, _Pair]]:
    """Pairs of which the first lost words that the second gained, the other side having touched either of them."""
    touched = {at for one in other.changes if one.weight or one.moved or not one.new for at in one.old}
    singles = [change for change in comparison.changes if _may_change(comparison, change)]
    if touched.isdisjoint(at for change in singles for at in change.old):
        return
    pairs = [_pair(comparison, change) for change in singles]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, pair in enumerate(pairs):
        for word in pair.gained:
            holders[word].append(number)
    for number, one in enumerate(pairs):
        near = {at for word in one.lost if len(holders.get(word, ())) <= _MOST for at in holders.get(word, ())}
        for at in sorted(near - {number}):
            two = pairs[at]
            if (touched & {*one.change.old, *two.change.old}) and _alike(one.old, two.new):
                yield one, two


def _may_change(comparison: Comparison, change: Change) -> bool:
    """Whether a change is of one paragraph at most on each side, which says another thing now and no hand paired."""
    if len(change.old) > 1 or len(change.new) > 1:
        return False
    there = [draft.paragraphs[at] for draft, at in _places(comparison, change)]
    if any(one.cell is not None or one.kind not in _BODY for one in there):
        return False
    if len(there) == 1:
        return True
    return there[0].text != there[1].text and (change.old[0], change.new[0]) not in comparison.bound


def _places(comparison: Comparison, change: Change) -> Iterator[tuple[Draft, int]]:
    yield from ((comparison.old, at) for at in change.old)
    yield from ((comparison.new, at) for at in change.new)


def _pair(comparison: Comparison, change: Change) -> _Pair:
    old, new = (
        frozenset(word for at in places for word in telling_words(draft.paragraphs[at].text))
        for draft, places in ((comparison.old, change.old), (comparison.new, change.new))
    )
    return _Pair(change, old, new)


def _alike(one: _Told, two: _Told) -> bool:
    return 2 * how_many(one & two) >= _ALIKE * (how_many(one) + how_many(two))


def _is_others(comparison: Comparison, one: _Pair, two: _Pair) -> int:
    """How many words say that the first became what the second is taken for; 0 unless it is clear.

    It has words of the first that tell it from what it is taken to have been, and none of those; what the first is
    taken for has none of its own.
    """
    if not two.old and not one.new:
        return 0  # what the comparison left unpaired stays so
    if one.old and two.old:
        own, others = one.old - two.old, two.old - one.old
        stayed, went = (own & one.new) | (others & two.new), own & two.new
    else:  # one paragraph of the base, and two of which either may be it
        stayed, went = one.old & (one.new - two.new), one.old & (two.new - one.new)
    if stayed and went:
        once = comparison.once(_said_once)
        stayed, went = stayed & once, went & once
    if stayed or not went:
        return 0
    if not _names(went):  # the next session, or sum, is no other topic, if not each has that of the other
        swapped = two.old - one.old and two.old - one.old <= one.new and one.old - two.old <= two.new
        return len(went) if swapped else 0
    return len(went)


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


def _names(words: _Told) -> _Told:
    return frozenset(word for word in words if word not in WORDS and not word.isdigit())
