"""New paragraphs that both sides have: the same, or two forms of one, or each in the place of one that both deleted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import product

from models.comparison.words.chain import heaviest_chain, preferred_chain
from models.comparison.words.tokens import tokens, word_count
from models.draft import Kind
from models.draft.typed_numbers import heading_number
from models.merging.order.at_one_place import Gap
from models.merging.order.placing import Placing
from models.merging.pairs.blocks import Block, Gone, Whole, first_paragraph
from models.merging.pairs.clusters import Sides
from models.merging.pairs.likely import Likeness, likely
from models.merging.pairs.new_sections import NewSections, content, is_new
from models.merging.sides import BASE, OURS, THEIRS

ALIKE = 0.6
"""New paragraphs of both sides at one place that share so many of their words are two forms of one."""
_FAR = 0.75
"""Those at different places that share so many are two forms of one."""

_TELLING = 5
"""A new paragraph of so many words is known again at another place."""


class NewOnBoth:
    """What is new on both sides of a merge; `bounded`: there was more to hold against each other than is weighed."""

    def __init__(self, blocks: Sequence[Block], sides: Sides) -> None:
        self._blocks, self._sides = blocks, sides
        self.bounded = False

    def at_one_place(self, where: Placing) -> Iterator[tuple[int, int, bool]]:
        """(ours, theirs, alike in all): new paragraphs of both sides at one place that are the same or nearly so."""
        yield from self._once(self._at_one_place(where))

    def _at_one_place(self, where: Placing) -> Iterator[tuple[int, int, bool]]:
        blocks, sides, heads = self._blocks, self._sides, self._heads_new
        for behind in sorted(where.runs[0].keys() & where.runs[1].keys()):
            ours, theirs = (
                [number for number in run[behind] if is_new(blocks[number])] for run in (where.runs[0], where.runs[1])
            )
            last = [0, 0]
            same = _equal(blocks, sides, ours, theirs, self._said)
            equal = [(i, j) for i, j in same if not self._sections.are_apart(ours[i], theirs[j])]
            for i, j in [*equal, (len(ours), len(theirs))]:
                between = ours[last[0] : i], theirs[last[1] : j]
                near = self._nearly(*([one for one in run if one not in heads] for run in between))
                for one, two in near:
                    yield from self._heads(one, two)
                    yield one, two, False
                if i < len(ours):
                    yield from self._same(ours[i], theirs[j])
                last = [i + 1, j + 1]

    def elsewhere(self) -> Iterator[tuple[int, int, bool]]:
        """(ours, theirs, alike in all): new paragraphs of both sides that are the same or nearly so wherever they are.

        Only where each has one such on the other side; cells are told apart by their rows.
        """
        yield from self._once(self._elsewhere())

    def _once(self, pairs: Iterable[tuple[int, int, bool]]) -> Iterator[tuple[int, int, bool]]:
        """Those not taken before: a heading is known by what it holds, and again over what is nearly alike."""
        taken: set[int] = set()
        for one, two, alike in pairs:
            if taken.isdisjoint((one, two)):
                taken |= {one, two}
                yield one, two, alike

    def _elsewhere(self) -> Iterator[tuple[int, int, bool]]:
        blocks, sides, heads = self._blocks, self._sides, self._heads_new
        new: tuple[list[int], list[int]] = [], []
        for number, block in enumerate(blocks):
            if is_new(block) and isinstance(block.content, Whole):
                text = sides[block.content.side].draft.paragraphs[block.content.at].text
                cell = sides[block.content.side].traits(block.content.at).column is not None
                if sum(map(word_count, tokens(text).words)) >= _TELLING and not cell and number not in heads:
                    new[block.content.side - 1].append(number)
        if not new[0] or not new[1]:
            return
        same = [Counter(content(blocks[number], sides) for number in side) for side in new]
        there = {content(blocks[number], sides): number for number in new[1]}
        taken: set[int] = set()
        for one in new[0]:
            said = content(blocks[one], sides)
            if same[0][said] == same[1][said] == 1 and not self._sections.are_apart(one, there[said]):
                taken |= {one, there[said]}
                yield from self._heads(one, there[said])
                yield one, there[said], True
        ours, theirs = ([number for number in side if number not in taken] for side in new)
        near = [*self._likely(ours, theirs, _FAR)]
        many = Counter(number for pair in near for number in pair)
        for one, two in near:
            if many[one] == many[two] == 1:
                yield from self._heads(one, two)
                yield one, two, False

    def _same(self, ours: int, theirs: int) -> Iterator[tuple[int, int, bool]]:
        """Two paragraphs that are one; of two sections the headings, and right under these the titles."""
        yield ours, theirs, self._text(ours) == self._text(theirs)
        one, two = (self._title(side, number) for side, number in ((OURS, ours), (THEIRS, theirs)))
        if one is not None and two is not None:
            yield one, two, self._text(one) == self._text(two)

    def _title(self, side: int, number: int) -> int | None:
        """The new heading without a number that stands right under one that is known by what it holds."""
        below = self._new.get((side, self._at(number) + 1)) if number in self._heads_new else None
        kind = first_paragraph(self._sides, self._blocks[below])[0] if below is not None else None
        return below if kind is Kind.HEADING and below not in self._heads_new else None

    def _text(self, number: int) -> str:
        return first_paragraph(self._sides, self._blocks[number])[1]

    @cached_property
    def _new(self) -> dict[tuple[int, int], int]:
        """What is new, by side and place."""
        new = ((one.content, number) for number, one in enumerate(self._blocks) if is_new(one))
        return {(whole.side, whole.at): number for whole, number in new if isinstance(whole, Whole)}

    def _heads(self, ours: int, theirs: int) -> Iterator[tuple[int, int, bool]]:
        """The headings with typed numbers right above two paragraphs that are one, or over sections that are one, with
        the titles under them; the topmost first."""
        one, two = self._over(OURS, ours), self._over(THEIRS, theirs)
        if one is None or two is None:
            one, two = self._sections.over(ours, theirs)
        if one is not None and two is not None:
            yield from self._heads(one, two)
            yield from self._same(one, two)

    def _over(self, side: int, number: int) -> int | None:
        """The heading right above a paragraph, or above the title over that."""
        at = self._at(number)
        head = self._heading.get((side, at - 1))
        if head is None and (above := self._heading.get((side, at - 2))) is not None:
            return above if self._title(side, above) is not None else None
        return head

    def _said(self, number: int) -> object:
        """What a new paragraph is and says; a heading with a typed number, or an annex, is known by what it holds."""
        block = self._blocks[number]
        if number not in self._heads_new:
            return content(block, self._sides)
        kind, text = first_paragraph(self._sides, block)
        known = self._sections.known_as(number)
        return kind, text if known is None else known

    @cached_property
    def _sections(self) -> NewSections:
        return NewSections(self._sides, self._blocks, self._heading, lambda one, two: self._alike(one, two, ALIKE))

    @cached_property
    def _heads_new(self) -> frozenset[int]:
        return frozenset(self._heading.values())

    def _at(self, number: int) -> int:
        content = self._blocks[number].content
        return content.at if isinstance(content, Whole) else -1

    @cached_property
    def _heading(self) -> dict[tuple[int, int], int]:
        """The new headings with a typed number and the lines of new annexes, by side and place."""
        return {
            (one.content.side, one.content.at): number
            for number, one in enumerate(self._blocks)
            if is_new(one) and isinstance(one.content, Whole) and _is_numbered(self._sides, one.content)
        }

    def _likely(self, ours: Sequence[int], theirs: Sequence[int], least: float) -> Likeness:
        """Those that are so much alike and do not stand in sections that are not one."""
        found = self._alike(ours, theirs, least)
        return {pair: likeness for pair, likeness in found.items() if not self._sections.are_apart(*pair)}

    def _alike(self, ours: Sequence[int], theirs: Sequence[int], least: float) -> Likeness:
        """The blocks of one kind and column that share so many of their words, and how many."""
        firsts = [[first_paragraph(self._sides, self._blocks[number]) for number in side] for side in (ours, theirs)]
        words = [[[*filter(word_count, tokens(text).words)] for _, text in side] for side in firsts]
        here, there = (
            [(kind, self._column(number)) for number, (kind, _) in zip(side, first, strict=True)]
            for side, first in zip((ours, theirs), firsts, strict=True)
        )
        found, bounded = likely(words[0], words[1], least)
        self.bounded |= bounded
        return {(ours[i], theirs[j]): likeness for (i, j), likeness in found.items() if here[i] == there[j]}

    def _nearly(self, ours: Sequence[int], theirs: Sequence[int]) -> list[tuple[int, int]]:
        """Blocks of two runs that are two forms of one paragraph, in one order."""
        scored = self._likely(ours, theirs, ALIKE)
        alone = ([one for one in run if self._stands_once(one)] for run in (ours, theirs))
        for one, two in product(*alone):
            if (one, two) not in scored and self._one_role(one, two):
                scored[one, two] = ALIKE
        ranks = [{number: rank for rank, number in enumerate(run)} for run in (ours, theirs)]
        chain = heaviest_chain([(ranks[0][one], ranks[1][two], scored[one, two]) for one, two in sorted(scored)])
        return [(ours[i], theirs[j]) for i, j in chain]

    def _stands_once(self, number: int) -> bool:
        """Whether a new paragraph that says something is of the masthead or tells of the adoption."""
        kind, text = first_paragraph(self._sides, self._blocks[number])
        return kind in (Kind.CLOSING, Kind.MASTHEAD) and bool(text.strip())

    def _one_role(self, one: int, two: int) -> bool:
        """Whether two lines are there for the same: a text was adopted once, and has one symbol and one date."""
        sides, ours, theirs = self._sides, self._blocks[one], self._blocks[two]
        kind, other = first_paragraph(sides, ours)[0], first_paragraph(sides, theirs)[0]
        if kind is other is Kind.CLOSING:
            return True
        role = sides[OURS].roles.get(ours.places[OURS][0], "other")
        return kind is other and role != "other" and role == sides[THEIRS].roles.get(theirs.places[THEIRS][0])

    def _column(self, number: int) -> int | None:
        """The column of a new paragraph that stands in a table."""
        block = self._blocks[number]
        assert isinstance(block.content, Whole)
        return self._sides[block.content.side].traits(block.content.at).column


def _is_numbered(sides: Sides, whole: Whole) -> bool:
    """Whether a paragraph is a heading with a typed number, or the line that an annex begins with."""
    one = sides[whole.side].draft.paragraphs[whole.at]
    return one.kind is Kind.ANNEX or heading_number(one) is not None


def _equal(
    blocks: Sequence[Block],
    sides: Sides,
    ours: Sequence[int],
    theirs: Sequence[int],
    content_of: Callable[[int], object],
) -> list[tuple[int, int]]:
    """Places in two runs of paragraphs that are the same, in one order; the n-th of equals goes with the n-th.

    Of two that changed places the shorter goes with its like: the longer one is known again elsewhere (`elsewhere`).
    """
    places: list[dict[tuple[object, int], int]] = []
    for run in (ours, theirs):
        many: Counter[object] = Counter()
        found: dict[tuple[object, int], int] = {}
        for place, number in enumerate(run):
            said = content_of(number)
            found[said, many[said]] = place
            many[said] += 1
        places.append(found)
    both = [(i, places[1][key]) for key, i in places[0].items() if key in places[1]]
    said = {i: first_paragraph(sides, blocks[ours[i]])[1] for i, _ in both}
    shortest = sorted(both, key=lambda pair: (-len(said[pair[0]]), said[pair[0]]), reverse=True)
    return preferred_chain([(i, j, 1) for i, j in shortest])


def replaced(
    blocks: Sequence[Block], gone: Sequence[Gone], sides: Sides, where: Placing, taken: Collection[int]
) -> Iterator[tuple[Gone, int, int]]:
    """(what is gone, ours, theirs): new paragraphs of both sides that took the place of one, as many as there were."""
    new: tuple[dict[Gap, list[int]], dict[Gap, list[int]]] = defaultdict(list), defaultdict(list)
    for side in (0, 1):
        for run in where.runs[side].values():
            for number in run:
                if number in where.gaps[side]:
                    new[side][where.gaps[side][number]].append(number)
    by_both = [one for one in gone if len(one.by) == 2 and len(one.base) == 1]
    for gap in new[0].keys() & new[1].keys() if by_both else ():
        ours, theirs = new[0][gap], new[1][gap]
        places = sorted((one for one in by_both if gap[0] < one.base[0] < gap[1]), key=lambda one: one.base)
        if not len(places) == len(ours) == len(theirs):
            continue
        if all(is_new(blocks[n]) and n not in taken and n not in where.rows.table for n in (*ours, *theirs)):
            for one, mine, other in zip(places, ours, theirs, strict=True):
                if _can_stand_for(blocks, sides, one, mine, other):
                    yield one, mine, other


def _can_stand_for(blocks: Sequence[Block], sides: Sides, one: Gone, mine: int, other: int) -> bool:
    was = sides[BASE].draft.paragraphs[one.base[0]]
    found = first_paragraph(sides, blocks[mine]), first_paragraph(sides, blocks[other])
    return all(kind is was.kind and text.strip() and was.text.strip() for kind, text in found)
