"""New sections and annexes of both sides: which are one is known by what they hold, whatever they are called."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property

from models.draft.divisions import HEADINGS, section_ends
from models.merging.pairs.blocks import Block, Whole
from models.merging.pairs.clusters import Sides
from models.merging.sides import BASE, OURS, THEIRS

Pairs = Iterable[tuple[int, int]]


class NewSections:
    """The new headings of both sides, by side and place, and what stands under each.

    `alike` says which of some new paragraphs of ours and of theirs are the same or nearly so.
    """

    def __init__(
        self,
        sides: Sides,
        blocks: Sequence[Block],
        headings: Mapping[tuple[int, int], int],
        alike: Callable[[Sequence[int], Sequence[int]], Pairs],
    ) -> None:
        self._sides, self._blocks, self._headings, self._alike = sides, blocks, headings, alike
        self._heads = frozenset(headings.values())

    def known_as(self, head: int) -> int | None:
        """What is one for two headings under which mostly the same stands; None for one under which nothing does."""
        return self._one.get(head, head if self._held[head] else None)

    def are_apart(self, ours: int, theirs: int) -> bool:
        """Whether two new paragraphs stand in new sections that are not one."""
        one, two = self._over.get(ours), self._over.get(theirs)
        return one is not None and two is not None and self._one.get(one, one) != self._one.get(two, two)

    def over(self, ours: int, theirs: int) -> tuple[int | None, int | None]:
        """The new headings over two new paragraphs, where these are one; else none."""
        one, two = self._over.get(ours), self._over.get(theirs)
        are_one = one is not None and two is not None and self._one.get(one) == self._one.get(two) == one
        return (one, two) if are_one else (None, None)

    @cached_property
    def _under(self) -> Mapping[int, Sequence[int]]:
        """The blocks under each new heading, other such headings left out; those of smaller sections last."""
        number_at = {
            (side, at): number
            for number, block in enumerate(self._blocks)
            for side in (OURS, THEIRS)
            for at in block.places[side]
        }
        ends = [section_ends(side.draft.paragraphs) for side in self._sides]
        places = ((side, at, ends[side][at]) for side, at in sorted(self._headings))
        return {
            self._headings[side, head]: [
                number
                for at in range(head + 1, self._up_to_a_heading(side, head, end, number_at))
                if (number := number_at.get((side, at))) is not None and number not in self._heads
            ]
            for side, head, end in places
        }

    def _up_to_a_heading(self, side: int, head: int, end: int, number_at: Mapping[tuple[int, int], int]) -> int:
        """Where the first heading stands behind a new one that was in the base, and is not right under it: what that
        holds tells nothing of the new one."""
        paragraphs = self._sides[side].draft.paragraphs
        headings = (at for at in range(head + 2, end) if paragraphs[at].kind in HEADINGS and (side, at) in number_at)
        return next((at for at in headings if self._blocks[number_at[side, at]].places[BASE]), end)

    @cached_property
    def _over(self) -> Mapping[int, int]:
        """The new heading over each new paragraph, of several the nearest."""
        return {one: head for head, its in self._under.items() for one in its if is_new(self._blocks[one])}

    @cached_property
    def _held(self) -> Mapping[int, Counter[object]]:
        """What stands under each new heading: what is new by what it says, and what was there."""
        return {head: Counter(map(self._content, its)) for head, its in self._under.items()}

    def _content(self, number: int) -> object:
        block = self._blocks[number]
        return content(block, self._sides) if is_new(block) else block.places[BASE]

    @cached_property
    def _one(self) -> Mapping[int, int]:
        """The headings that are one, by that of ours: they share half of what the one holds that holds less."""
        ours, theirs = ([n for (of, _), n in sorted(self._headings.items()) if of == side] for side in (OURS, THEIRS))
        if not ours or not theirs:
            return {}
        many = self._nearly({*ours}, {*theirs})
        for pair, count in self._same(ours, theirs).items():
            many[pair] = max(many[pair], count)
        shared = sorted(
            (-count, one, two)
            for (one, two), count in many.items()
            if 2 * count >= min(self._held[one].total(), self._held[two].total())
        )
        found: dict[int, int] = {}
        for _, one, two in shared:
            if one not in found and two not in found:
                found |= {one: one, two: one}
        return found

    def _same(self, ours: Sequence[int], theirs: Sequence[int]) -> Counter[tuple[int, int]]:
        """How many paragraphs two headings hold that are the same."""
        holders: defaultdict[object, list[int]] = defaultdict(list)
        for two in theirs:
            for said in self._held[two]:
                holders[said].append(two)
        found = Counter[tuple[int, int]]()
        for one in ours:
            for said, many in self._held[one].items():
                for two in holders.get(said, ()):
                    found[one, two] += min(many, self._held[two][said])
        return found

    def _nearly(self, ours: Collection[int], theirs: Collection[int]) -> Counter[tuple[int, int]]:
        """How many new paragraphs two headings hold that are the same or nearly so."""
        new = ([one for one, head in self._over.items() if head in heads] for heads in (ours, theirs))
        found: defaultdict[tuple[int, int], tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
        for one, two in self._alike(*new):
            its = found[self._over[one], self._over[two]]
            its[0].add(one)
            its[1].add(two)
        return Counter({pair: min(map(len, its)) for pair, its in found.items()})


def is_new(block: Block) -> bool:
    """Whether a block is a paragraph that a side put in."""
    return isinstance(block.content, Whole) and not block.places[BASE]


def content(block: Block, sides: Sides) -> object:
    """What a new paragraph is and says."""
    assert isinstance(block.content, Whole)
    side = sides[block.content.side]
    return side.traits(block.content.at), side.runs(block.content.at)
