"""Paragraphs that both sides deleted, each putting another in its place: which is wanted only a reader can say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from models.merging.blocks import Block, Gone, first_paragraph
from models.merging.clusters import Sides
from models.merging.gaps import Gap
from models.merging.new_on_both import is_new
from models.merging.ordering import Placing
from models.merging.sides import BASE


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
