"""What belongs to a place whoever put what beside it: an item under its head, the preamble before the operative part.

The order of the merged text keeps neighbours; a side that made an item of a paragraph, or a preambular one of an
operative one, said more than that. Where that can be had it is had; where it cannot it is asked (`entangled`).
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeVar

from models.draft import Draft, Kind
from models.draft.divisions import HEADINGS
from models.merging.pairs.blocks import Block
from models.merging.pairs.clusters import Sides
from models.merging.pairs.list_heads import heads
from models.merging.sides import BASE, OURS, THEIRS

NO_HEAD = -1
"""Stands for the head of what stands under none."""
NO_HEADS = (*HEADINGS, Kind.ENACTING)
"""What items may follow and do not belong to."""
_T = TypeVar("_T", bound=Hashable)


def due(base: _T | None, own: Iterable[_T | None]) -> set[_T]:
    """Of what the base has and the sides have, None for nothing, what is to be: what a side changed.

    Several where both changed it, and not to the same.
    """
    known = {one for one in own if one is not None}
    return known - {base} or known


def head_of(draft: Draft, item: int) -> int:
    """The paragraph an item stands under, NO_HEAD for none: a heading, or who enacts, is the head of no item."""
    head = next(heads(draft, item), NO_HEAD)
    return NO_HEAD if head < 0 or draft.paragraphs[head].kind in NO_HEADS else head


def is_item(sides: Sides, block: Block, side: int) -> bool:
    """Whether a block is an item on a side (0 ours, 1 theirs)."""
    places = block.places[side + 1]
    return bool(places) and sides[side + 1].draft.paragraphs[places[0]].kind is Kind.SUBPARAGRAPH


@dataclass(frozen=True)
class Belonging:
    """What each block is, its level in a list, and what some are to stand under, or before."""

    blocks: Sequence[Block]
    sides: Sides
    kinds: Sequence[Kind]
    levels: Sequence[int]
    heads: Mapping[int, tuple[int, Sequence[int]]]
    """For items the block each is to stand under, and the sides that have it there."""
    early: Collection[int]
    """The preambular paragraphs that no side has behind an operative one."""

    def put(self, order: Sequence[int], asked: AbstractSet[int]) -> list[int]:
        """An order in which what stands apart from what it belongs to is put there, but for what is asked about."""
        found = [*order]
        for number in [*self._away(order)]:
            head, having = self.heads[number]
            end = found.index(number) + 1
            while end < len(found) and self.levels[found[end]] > self.levels[number]:
                end += 1
            taken = found[found.index(number) : end]
            if asked.isdisjoint((head, *taken)) and head not in taken and head in found:
                rest = [one for one in found if one not in taken]
                at, end = rest.index(head) + 1, found.index(number)
                while at < len(rest) and self._stays(rest[at], number, having):
                    at += 1
                if not any(self._is_before(one, number, side) for one in rest[at:end] for side in having):
                    found = [*rest[:at], *taken, *rest[at:]]
        return self._preamble_first(found, asked)

    def _away(self, order: Iterable[int]) -> Iterator[int]:
        """The items that do not stand under what they are to."""
        above: list[int] = []
        for number in order:
            while above and self.levels[above[-1]] >= self.levels[number]:
                above.pop()
            if number in self.heads and (above[-1] if above else NO_HEAD) != self.heads[number][0]:
                yield number
            above.append(number)

    def _stays(self, one: int, number: int, having: Sequence[int]) -> bool:
        """Whether one stands before an item under the same head: it is deeper, or the side has it before that."""
        if self.levels[one] != self.levels[number]:
            return self.levels[one] > self.levels[number]
        return all(not self._is_before(number, one, side) for side in having)

    def _is_before(self, one: int, two: int, side: int) -> bool:
        """Whether a side has both, one before the other."""
        places = self.blocks[one].places[side], self.blocks[two].places[side]
        return all(places) and places[0] < places[1]

    def _preamble_first(self, order: Sequence[int], asked: AbstractSet[int]) -> list[int]:
        first: int | None = None
        found = [*order]
        for number in order:
            kind = self.kinds[number]
            if kind in (Kind.ANNEX, Kind.ENACTING):
                first = None
            elif kind is Kind.OPERATIVE and first is None:
                first = number
            elif first is not None and number in self.early and asked.isdisjoint((number, first)):
                at, end = found.index(first), found.index(number)
                while at and self.kinds[found[at - 1]] in HEADINGS:
                    at -= 1
                if not any(self._is_held(one, number) for one in found[at:end]):
                    found[at : end + 1] = [number, *found[at:end]]
        return found

    def _is_held(self, one: int, number: int) -> bool:
        """Whether a side has a preambular paragraph behind one that did not leave the preamble."""
        return any(
            self._is_before(one, number, side)
            and self._kind(side, number) is Kind.PREAMBULAR
            and self._kind(side, one) is self.kinds[one]
            for side in (OURS, THEIRS)
        )

    def _kind(self, side: int, number: int) -> Kind:
        return self.sides[side].draft.paragraphs[self.blocks[number].places[side][0]].kind


def belonging(blocks: Sequence[Block], sides: Sides, kinds: Sequence[Kind], items: Collection[int]) -> Belonging:
    """What the sides say of what belongs where."""
    levels, under = [0] * len(blocks), dict[int, tuple[int, Sequence[int]]]()
    block_at = [{at: n for n, one in enumerate(blocks) for at in one.places[side]} for side in range(len(sides))]
    for number in items:
        places = blocks[number].places
        levels[number] = max(one.draft.paragraphs[at[0]].level for one, at in zip(sides, places, strict=True) if at)
        three = [
            block_at[side].get(head_of(sides[side].draft, at[0]), NO_HEAD) if at else None
            for side, at in enumerate(places)
        ]
        former = three[BASE]
        if former is not None and former >= 0:  # who struck the head did not put the item elsewhere
            had = blocks[former].places
            three = [one if had[side] or one is None else former for side, one in enumerate(three)]
        wanted = due(three[BASE], three[OURS:])
        if len(wanted) == 1 and NO_HEAD not in wanted:
            (head,) = wanted
            under[number] = head, [side for side in (OURS, THEIRS) if three[side] == head and blocks[head].places[side]]
    late = [{*behind_operative(side.draft)} for side in sides]
    early = frozenset(
        number
        for number, kind in enumerate(kinds)
        if kind is Kind.PREAMBULAR
        and not any(its.intersection(at) for its, at in zip(late, blocks[number].places, strict=True))
    )
    return Belonging(blocks, sides, kinds, levels, under, early)


def behind_operative(draft: Draft) -> Iterator[int]:
    """The preambular paragraphs of a text that stand behind an operative one."""
    behind = False
    for at, one in enumerate(draft.paragraphs):
        if one.kind in (Kind.ANNEX, Kind.ENACTING):
            behind = False
        elif one.kind is Kind.OPERATIVE:
            behind = True
        elif behind and one.kind is Kind.PREAMBULAR:
            yield at
