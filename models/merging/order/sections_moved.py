"""Sections that both sides moved, each elsewhere: where one stands is one question, its heading with all under it.

Asked one by one, its paragraphs could stand without their heading, and in another order than either side has them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence

from models.comparison.words.chain import preferred_chain
from models.draft import Draft
from models.draft.divisions import HEADINGS, section_ends
from models.merging.pairs.blocks import Block
from models.merging.pairs.clusters import Sides
from models.merging.sides import BASE
from models.merging.words.called import stood
from models.merging.words.tied import Tied
from models.merging.words.traits_asked import SIDES

_Places = tuple[int, int, int]
"""Where a block stands in base, ours and theirs."""


def sections_moved(
    blocks: Sequence[Block], sides: Sides, torn: Collection[int], moved: Collection[int]
) -> Mapping[int, int]:
    """By what both sides `moved` with a heading that is torn, and have in its section in one order, that heading.

    What one of them alone turned round within the section is asked by itself.
    """
    there = {number: places for number in {*torn, *moved} if (places := _places(blocks[number])) is not None}
    drafts = [side.draft for side in sides]
    heads = sorted((there[number], number) for number in torn if number in there and _is_heading(drafts, there[number]))
    ends = [_ends(draft) for draft in drafts] if heads else []
    every = sorted((places, number) for number, places in there.items())
    lines = [places[BASE] for places, _ in every]
    found: dict[int, int] = {}
    for first, head in heads:
        if head in found:
            continue
        limits = [own[at] for own, at in zip(ends, first, strict=True)]
        own = {
            (places[1], places[2]): number
            for places, number in every[bisect_left(lines, first[BASE]) : bisect_left(lines, limits[BASE])]
            if number not in found and all(a <= at < b for a, at, b in zip(first, places, limits, strict=True))
        }
        # Among equals what the base has first: it must not depend on whose side is whose.
        said = sorted(own, key=lambda places: there[own[places]])
        chain = preferred_chain([(*places, 1) for places in said])
        found |= {own[places]: head for places in chain if own[places] != head}
    return found


def as_one(blocks: Sequence[Block], sides: Sides, torn: Collection[int], sections: Mapping[int, int]) -> Iterator[Tied]:
    """The questions about the places of sections, each of its heading and what goes with that."""
    together: dict[int, list[int]] = {}
    for number in sorted(torn, key=lambda one: (blocks[one].line is None, blocks[one].line)):
        together.setdefault(sections.get(number, number), []).append(number)
    for its in together.values():
        if len(its) > 1:
            base, ours, theirs = stood(sides, blocks[its[0]])
            yield Tied(tuple(f"{number}:moved" for number in its), (base, ours, theirs), SIDES, "moved")


def _places(block: Block) -> _Places | None:
    """Where a block stands that all sides have."""
    ours, theirs = block.starts
    return None if block.line is None or ours is None or theirs is None else (block.line, ours, theirs)


def _is_heading(drafts: Sequence[Draft], places: _Places) -> bool:
    return all(draft.paragraphs[at].kind in HEADINGS for draft, at in zip(drafts, places, strict=True))


def _ends(draft: Draft) -> Mapping[int, int]:
    """Where what each heading holds ends; one right over another is of its section, though it is of its rank."""
    found = section_ends(draft.paragraphs)
    for at in sorted(found, reverse=True):
        if found[at] == at + 1 and at + 1 in found:
            found[at] = found[at + 1]
    return found
