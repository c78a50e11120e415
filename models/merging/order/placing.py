"""Where blocks stand: what both sides have, with the moves of both, and what each side put behind what.

What a side put in stands behind the last before it that the other side did not move; a subparagraph follows the
paragraph it stands under also where the other side did.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.comparison.words.chain import heaviest_chain, preferred_chain
from models.draft import Kind
from models.merging.order.at_one_place import Gaps, gaps
from models.merging.order.belonging import Belonging, belonging, is_item
from models.merging.order.both_moved import START, Ranks, ground_of, ranks_and_heads
from models.merging.order.sections_moved import sections_moved
from models.merging.pairs.blocks import Block, Gone, Woven, first_paragraph
from models.merging.pairs.clusters import Sides
from models.merging.sides import BASE
from models.merging.tables.rows_as_one import Rows, rows_as_one
from models.merging.tables.table_places import Tables

_EACH, _ITEM = 240, 3
"""As the comparison weighs what keeps its place: so many letters each beside its own, and a subparagraph so much of
ten."""
Runs = Mapping[int, Sequence[int]]


@dataclass(frozen=True)
class Placing:
    """Where blocks stand: the ground in order, and behind each block what a side put there, in that side's order.

    `moved` holds the blocks each side moved, `torn` those that both put at different places, `hung` those that stand
    where the side has them whose form of them is taken.
    """

    ground: Mapping[int, Sequence[int]]
    """What both sides have, in order: subparagraphs under their paragraphs, all else under the beginning."""
    ranks: Ranks
    heads: Ranks
    """What each block that both have stands under in base, ours and theirs."""
    runs: tuple[Runs, Runs]
    moved: tuple[frozenset[int], frozenset[int]]
    belonging: Belonging
    torn: frozenset[int] = frozenset()
    hung: frozenset[int] = frozenset()
    home: Mapping[int, int] = field(default_factory=dict)
    """The side (0 ours, 1 theirs) that left a hung block where it was."""
    rows: Rows = field(default_factory=Rows)
    gaps: tuple[Gaps, Gaps] = ({}, {})
    items: frozenset[int] = frozenset()
    along: Mapping[int, int] = field(default_factory=dict)
    """What is new and goes with something torn that it stands behind on both sides, by that."""
    sections: Mapping[int, int] = field(default_factory=dict)
    """The headings of sections whose place is asked as one, by what goes with each."""


def placing(found: Sequence[Block], gone: Sequence[Gone], sides: Sides, tables: Tables) -> Placing:
    """Where the blocks stand, nothing yet said of those that both sides moved."""
    rows = rows_as_one(found, sides, tables)
    # What rides with the first cell of its row has no place of its own.
    blocks = [replace(one, line=None, starts=(None, None)) if n in rows.riding else one for n, one in enumerate(found)]
    rivals = {
        number: block.content.moved
        for number, block in enumerate(blocks)
        if isinstance(block.content, Woven) and block.content.rival and number not in rows.riding
    }
    kinds = [first_paragraph(sides, block)[0] for block in blocks]
    items = frozenset(number for number, kind in enumerate(kinds) if kind is Kind.SUBPARAGRAPH)
    two_sided = {number for number, block in enumerate(blocks) if _has_line(block)}
    weights = {number: _weight(sides, blocks[number]) for number in two_sided}
    _, against = ground_of(two_sided, *ranks_and_heads(blocks, two_sided, items), (), weights)
    away = [{n for n, moved in rivals.items() if moved[side]} for side in (0, 1)]
    went = [{n for n in two_sided - rivals.keys() if _went(sides, blocks[n], side)} for side in (0, 1)]
    against -= went[0] | went[1]
    # Who took something into another part said where it is to stand, whatever the other side put past it there.
    still = [
        in_order(blocks, side, weights, away[side] | went[side] | (against - rivals.keys()))
        | (went[1 - side] - went[side])
        for side in (0, 1)
    ]
    hung = frozenset(rivals.keys() - (still[0] & still[1]))
    home = {number: side for side in (0, 1) for number in hung & still[side]}
    placed = frozenset(two_sided - still[0] | hung), frozenset(two_sided - still[1] | hung)
    # What is hung is an item, or is none, as the side has it that has it there.
    own = [items - hung | {n for n in hung if is_item(sides, blocks[n], side)} for side in (0, 1)]
    runs = _runs(blocks, 0, placed, own[0]), _runs(blocks, 1, placed, own[1])
    moved = rows.with_cells(placed[0] - hung), rows.with_cells(placed[1] - hung)
    each = gaps(blocks, gone, 0, placed[0]), gaps(blocks, gone, 1, placed[1])
    torn, along = _torn(blocks, sides, runs)
    torn = (torn | against) - hung
    sections = sections_moved(blocks, sides, torn, moved[0] & moved[1] - rows.riding)
    torn |= sections.keys()
    ranks, heads = ranks_and_heads(blocks, two_sided - hung, items)
    ground, torn = ground_of(two_sided - hung, ranks, heads, torn, weights, sections)
    return Placing(
        ground,
        ranks,
        heads,
        runs,
        moved,
        belonging(blocks, sides, kinds, items),
        torn,
        hung,
        home,
        rows,
        each,
        items,
        along,
        sections,
    )


def _went(sides: Sides, block: Block, side: int) -> bool:
    """Whether a side took a block into the preamble, or out of it."""
    kinds = [sides[one].draft.paragraphs[block.places[one][0]].kind for one in (BASE, side + 1) if block.places[one]]
    return len({*kinds}) == 2 and Kind.PREAMBULAR in kinds


def _has_line(block: Block) -> bool:
    return block.line is not None and block.starts[0] is not None and block.starts[1] is not None


def in_order(blocks: Sequence[Block], side: int, weights: Mapping[int, float], but: Collection[int]) -> frozenset[int]:
    """The blocks a side left in order: the heaviest chain; some are no part of it."""
    by_place = {(blocks[n].line or 0, blocks[n].starts[side] or 0): n for n in weights if n not in but}
    chain = heaviest_chain([(*place, weights[number]) for place, number in by_place.items()])
    return frozenset(by_place[place] for place in chain)


def _weight(sides: Sides, block: Block) -> int:
    """How much speaks against saying that something was moved, in tenths of a letter."""
    paragraph = sides[BASE].draft.paragraphs[block.line or 0]
    if not paragraph.text.strip():
        return 1
    return 1 + (_EACH + len(paragraph.text)) * (_ITEM if paragraph.kind is Kind.SUBPARAGRAPH else 10)


def _standing(blocks: Sequence[Block], side: int) -> list[int]:
    """The blocks of a side in its order."""
    found = ((start, number) for number, block in enumerate(blocks) if (start := block.starts[side]) is not None)
    return [number for _, number in sorted(found)]


def _runs(
    blocks: Sequence[Block], side: int, moved: tuple[frozenset[int], frozenset[int]], items: frozenset[int]
) -> dict[int, list[int]]:
    """What a side put behind each block."""
    runs: dict[int, list[int]] = {}
    mine, others = moved[side], moved[1 - side]
    behind = START
    carried: int | None = None  # the paragraph, or its last item, that the other side took along
    for number in _standing(blocks, side):
        if number in mine or not _has_line(blocks[number]):
            if number not in items:
                carried = None
            runs.setdefault(behind if carried is None else carried, []).append(number)
        elif number in others:
            if number not in items or carried is not None:
                carried = number
        else:
            behind, carried = number, None
    return runs


def _torn(blocks: Sequence[Block], sides: Sides, runs: tuple[Runs, Runs]) -> tuple[frozenset[int], Mapping[int, int]]:
    """Blocks that both sides moved, and not to one place, and which go along; behind one block is one place."""
    places = [{number: behind for behind, run in one.items() for number in run} for one in runs]
    both = [number for number in places[0] if number in places[1]]
    torn = {number for number in both if places[0][number] != places[1][number]}
    together: dict[int, list[int]] = {}
    for number in both:
        if number not in torn:
            together.setdefault(places[0][number], []).append(number)
    for behind, numbers in together.items():
        if len(numbers) > 1:
            torn |= set(numbers) - set(in_common(blocks, sides, runs[0][behind], runs[1][behind], numbers))
    stands = [_standing(blocks, side) for side in (0, 1)]
    before = [dict(zip(one[1:], one, strict=False)) for one in stands]
    follows = {number: before[0][number] for number in torn if before[0].get(number, -1) == before[1].get(number, -2)}
    along: dict[int, int] = {}
    for number in sorted(follows, key=lambda one: blocks[one].starts[0] or 0):
        head = follows[number]
        if blocks[number].line is None and along.get(head, head) in torn:
            along[number] = along.get(head, head)
    return frozenset(torn - follows.keys()), along


def in_common(
    blocks: Sequence[Block], sides: Sides, one: Sequence[int], two: Sequence[int], numbers: Sequence[int]
) -> list[int]:
    """The most blocks that two runs have in one order; among equals by what they say, not by the side."""
    at = [{number: place for place, number in enumerate(run)} for run in (one, two)]
    said = sorted(
        numbers, key=lambda n: (blocks[n].line is None, blocks[n].line or 0, first_paragraph(sides, blocks[n]))
    )
    pairs = [(at[0][number], at[1][number], 1) for number in reversed(said)]
    return [one[place] for place, _ in preferred_chain(pairs)]
