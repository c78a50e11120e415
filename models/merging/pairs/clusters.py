"""Paragraphs of the base that a split or a merger of either side ties together, and what each side made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from models.comparison.change import Comparison
from models.draft import Kind
from models.merging.pairs.list_heads import heads, list_of
from models.merging.sides import BASE, OURS, THEIRS, Side, alike

Sides = tuple[Side, Side, Side]
Positions = tuple[int, ...]
Group = tuple[Positions, Positions]
"""Paragraphs of the base, and what a side made of them; without one of the base a new one that stands among them."""


@dataclass(frozen=True)
class Tie:
    """Paragraphs of the base in a table or in brackets that are one for a merge, with what ours and theirs have there.

    `whole`: of the whole table only what one side made of it can be had; `rival`: the same of paragraphs; `apart`: of
    each of them where it stands, and one answer holds for all.
    """

    base: Positions
    there: tuple[Positions, Positions]
    whole: bool = False
    rival: bool = False
    apart: bool = False


@dataclass(frozen=True)
class Cluster:
    """Paragraphs that belong together, for each of the two sides the groups of its comparison, and if it moved one.

    `apart`: they are one question with others that stand elsewhere.
    """

    base: Positions
    groups: tuple[tuple[Group, ...], tuple[Group, ...]]
    moved: tuple[bool, bool]
    whole: bool = False
    tied: bool = False
    apart: bool = False
    along: tuple[bool, bool] = (False, False)
    """Whether a side moved it only in that it moved what it stands under."""

    def on(self, side: int) -> Positions:
        """Its paragraphs on a side."""
        return self.base if side == BASE else tuple(sorted({at for _, news in self.groups[side - 1] for at in news}))

    def rival(self, sides: Sides) -> bool:
        """Whether what one side made of its shape cannot be had with what the other made of it."""
        return self.apart or (
            not self.same(sides)
            and (self.tied or self._excludes(sides, OURS, THEIRS) or self._excludes(sides, THEIRS, OURS))
        )

    def same(self, sides: Sides) -> bool:
        """Whether both sides made the same of it."""
        ours, theirs = self.on(OURS), self.on(THEIRS)
        return len(ours) == len(theirs) and all(
            alike(sides[OURS], one, sides[THEIRS], two) for one, two in zip(ours, theirs, strict=True)
        )

    def shared(self, many: int) -> list[Positions]:
        """The base in so many parts, where what both made the same went on from other paragraphs here than there."""
        ours, theirs = ([olds for olds, news in groups if news] for groups in self.groups)
        if ours == theirs or many > len(self.base):
            return []
        return [*((at,) for at in self.base[: many - 1]), self.base[many - 1 :]]

    def _excludes(self, sides: Sides, shaper: int, other: int) -> bool:
        groups = self.groups[shaper - 1]
        base, own, its = (
            {part_of(sides[side].draft.paragraphs[at].kind) for at in self.on(side)} for side in (BASE, shaper, other)
        )
        if self.moved[other - 1] and not self.along[other - 1] and own != base == its:
            return True  # one made it part of a list, or of the preamble, and the other took it elsewhere
        if any(not olds for olds, _ in self.groups[other - 1]):
            return True  # a new item stands in a list that became one paragraph
        if not any(len(olds) > 1 or len(news) > 1 for olds, news in groups):
            return False
        scattered = any(not consecutive(news) for _, news in groups)
        if scattered and (self.moved[other - 1] or self._changed(sides, other)):
            return True
        if any(len(olds) > 1 for olds, _ in groups) and self.moved[other - 1] and not self._together(other):
            return True
        return self._other_kind(sides, other)

    def _together(self, side: int) -> bool:
        """Whether its paragraphs stand side by side on a side, in the order of the base."""
        found = [at for _, news in sorted(self.groups[side - 1]) for at in news]
        return consecutive(tuple(found))

    def _changed(self, sides: Sides, side: int) -> bool:
        return any(
            len(olds) != 1 or len(news) != 1 or not alike(sides[BASE], olds[0], sides[side], news[0])
            for olds, news in self.groups[side - 1]
        )

    def _other_kind(self, sides: Sides, side: int) -> bool:
        def kinds(which: int, places: Positions) -> set[tuple[Kind, int]]:
            return {(one.kind, one.level) for one in (sides[which].draft.paragraphs[at] for at in places)}

        return any(
            len(olds) == 1 and news and kinds(BASE, olds) != kinds(side, news) for olds, news in self.groups[side - 1]
        )


def part_of(kind: Kind) -> Kind:
    """What of a text a paragraph belongs to: the preamble, a list, or the rest; what changes that is moved."""
    return kind if kind in (Kind.PREAMBULAR, Kind.SUBPARAGRAPH) else Kind.OPERATIVE


def consecutive(places: Positions) -> bool:
    """Whether places follow one another."""
    return all(two == one + 1 for one, two in pairwise(places))


def clusters(comparisons: tuple[Comparison, Comparison], ties: Sequence[Tie] = ()) -> list[Cluster]:
    """The base in clusters, by their first paragraph."""
    length = len(comparisons[0].old.paragraphs)
    head = list(range(length))

    def top(at: int) -> int:
        while head[at] != at:
            head[at] = head[head[at]]
            at = head[at]
        return at

    def join(places: Sequence[int]) -> None:
        for one in places[1:]:
            first, second = sorted((top(places[0]), top(one)))
            head[second] = first

    for comparison in comparisons:
        for change in comparison.changes:
            join(change.old)
    came = [{at: change.old for change in comparison.changes for at in change.new} for comparison in comparisons]
    held: dict[tuple[int, int], int] = {}
    """What is new and tied, by side and place, with a paragraph of the base that it is tied to."""
    for tie in (one for one in ties if not one.apart):
        join(tie.base)
        for side in (0, 1):
            for at in tie.there[side]:
                join((*tie.base[:1], *came[side].get(at, ())))
                if not came[side].get(at):
                    join((held.setdefault((side, at), tie.base[0]), tie.base[0]))
    members: dict[int, list[int]] = {}
    groups: dict[int, tuple[list[Group], list[Group]]] = {}
    moved: dict[int, list[bool]] = {}
    for at in range(length):
        members.setdefault(top(at), []).append(at)
        groups.setdefault(top(at), ([], []))
        moved.setdefault(top(at), [False, False])
    for side, comparison in enumerate(comparisons):
        for change in comparison.changes:
            if change.old:
                first = top(change.old[0])
                groups[first][side].append((change.old, change.new))
                moved[first][side] |= change.moved
    for (side, at), base in held.items():
        groups[top(base)][side].append(((), (at,)))
    whole = {top(tie.base[0]) for tie in ties if tie.whole}
    tied = {top(at) for tie in ties if tie.rival for at in tie.base}
    apart = {top(at) for tie in ties if tie.apart for at in tie.base}
    ours, theirs = (comparison.once(_along) for comparison in comparisons)
    return [
        Cluster(
            tuple(base),
            (tuple(groups[first][0]), tuple(groups[first][1])),
            (moved[first][0], moved[first][1]),
            first in whole,
            first in tied,
            first in apart,
            (ours.issuperset(base), theirs.issuperset(base)),
        )
        for first, base in members.items()
    ]


@dataclass(frozen=True)
class NewItems:
    """New subparagraphs, as side and place, of whose list the other side left nothing, and those of one it rewrote."""

    lost: frozenset[tuple[int, int]]
    taken_up: frozenset[tuple[int, int]]


def new_items(comparisons: tuple[Comparison, Comparison], found: list[Cluster]) -> NewItems:
    """Which new subparagraphs have lost their list; clusters take up those whose list became something else."""
    lost: set[tuple[int, int]] = set()
    taken_up: set[tuple[int, int]] = set()
    for side, comparison in zip((OURS, THEIRS), comparisons, strict=True):
        draft, other = comparison.new, 1 - (side - 1)
        new = [
            at
            for change in comparison.changes
            if not change.old
            for at in change.new
            if draft.paragraphs[at].kind is Kind.SUBPARAGRAPH
        ]
        if not new:
            continue
        by_base = {at: number for number, cluster in enumerate(found) for at in cluster.base}
        lines = {at: change.old for change in comparison.changes for at in change.new}
        became = {at: (olds, news) for cluster in found for olds, news in cluster.groups[other] for at in olds}
        for at in sorted(new):
            head, items = list_of(draft, at)
            before = next((lines[one][0] for one in range(at - 1, head - 1, -1) if one >= 0 and lines[one]), None)
            known = [old for one in items for old in lines[one]] or (list(lines[head]) if head >= 0 else [])
            if before is not None and len(became[before][0]) > 1:
                number = by_base[before]
                one = found[number]
                groups = list(one.groups)
                groups[side - 1] = (*groups[side - 1], ((), (at,)))
                found[number] = replace(one, groups=(groups[0], groups[1]))
                taken_up.add((side, at))
            elif known and all(not became[old][1] for old in known):
                lost.add((side, at))
    return NewItems(frozenset(lost), frozenset(taken_up))


def _along(comparison: Comparison) -> frozenset[int]:
    """The items of the base that a side moved only in that it moved what they stand under, and left that what it is."""
    old, new = comparison.old, comparison.new
    moved = {
        change.old[0]: change.new[0] for change in comparison.changes if change.moved and change.old and change.new
    }

    def is_along(at: int) -> bool:
        were, now = [*heads(old, at)], [*heads(new, moved[at])]
        same = bool(were) and [moved.get(one) for one in were] == now
        return same and part_of(old.paragraphs[were[-1]].kind) is part_of(new.paragraphs[now[-1]].kind)

    return frozenset(at for at in moved if is_along(at))
