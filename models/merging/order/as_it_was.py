"""What is answered to stand as it was stands as the base has it, whatever the sides moved around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence, Set

from models.draft.divisions import section_ends
from models.merging.order.own_places import headings_of, heads
from models.merging.order.placing import Placing, in_order
from models.merging.pairs.blocks import Block
from models.merging.pairs.clusters import Sides
from models.merging.sides import BASE


def as_it_was(
    blocks: Sequence[Block],
    sides: Sides,
    where: Placing,
    order: Sequence[int],
    back: Collection[int],
    stay: Collection[int] = (),
) -> list[int]:
    """An order of blocks in which some stand as the base has them among what nobody moved, their items with them.

    What both moved may `stay` as the base has it, too. What stood in a section that moved as a whole stands there in
    it, and its heading over it.
    """
    if not back and not stay:
        return [*order]
    found, unmoved, items = [*order], (_unmoved(blocks, where) | {*stay}) - {*back}, where.items
    lines = sorted((one for one in order if blocks[one].line is not None), key=lambda one: blocks[one].line or 0)
    headings = headings_of(blocks, sides)
    held = _held(blocks, sides, lines, headings)
    stood = heads(order, headings)
    free = {*back, *(one for one in stay if one not in headings)}
    away = [head for head, its in held.items() if _is_away(stood, head, {head, *its} - free, unmoved - free)]
    back = {*back, *(one for one in free if any(one in held[head] for head in away))}
    unmoved -= back
    loose: set[int] = set()  # items beneath what moved: they tell nothing of where others stand
    for at, number in enumerate(lines):
        if number not in back or number in away:
            continue
        own = [number]
        while (last := found.index(own[-1]) + 1) < len(found) and found[last] in items and number not in items:
            own.append(found[last])  # items go with what they stand under
        before = [one for one in reversed(lines[:at]) if one not in own]
        if number in items:
            head = next((one for one in before if one not in items), None)
            over = frozenset(found) - items if head is not None else headings
        else:
            head = next((one for one in reversed(away) if number in held[one]), None)
            over = headings - held[head] if head is not None else headings
        now = heads(found, over) if head is not None else {}
        beneath = {one for one in lines if now and head in (one, now[one])}
        stand = unmoved if number in items else unmoved - loose
        first = next((one for one in before if one in stand or one in beneath), None)
        unmoved.add(number)
        if number in items and head is not None and head not in unmoved:
            loose.add(number)
        start = _end_of(where, found, first)
        between = found[start : found.index(number)]
        still = stand if number in items else stand | (beneath & {*lines[at:]})
        among_items = number in items and head is not None
        stays = number in found[start:] and still.isdisjoint(between)
        if stays and (items.issuperset(between) or not (among_items or _is_cut_off(between, number, headings, held))):
            continue
        found = [one for one in found if one not in own]
        start = _end_of(where, found, first)
        while number not in items and start < len(found) and found[start] in items and found[start] not in lines[at:]:
            start += 1
        found[start:start] = own
    return found


def _held(
    blocks: Sequence[Block], sides: Sides, lines: Sequence[int], headings: frozenset[int]
) -> dict[int, frozenset[int]]:
    """What the base has under each heading, in its order: headings that stand over less, and articles of a chapter."""
    at = [blocks[one].line or 0 for one in lines]
    ends = section_ends(sides[BASE].draft.paragraphs)
    return {
        head: frozenset(lines[start : bisect_left(at, ends.get(at[start - 1], 0))])
        for start, head in enumerate(lines, 1)
        if head in headings
    }


def _is_cut_off(
    between: Sequence[int], number: int, headings: frozenset[int], held: Mapping[int, frozenset[int]]
) -> bool:
    """Whether a whole section came between a paragraph and what it stands behind: that would take it in."""
    over = headings.intersection(between) if number not in headings else frozenset[int]()
    return bool(over) and between[-1] not in over and not any(number in held[head] for head in over & held.keys())


def _is_away(stood: Mapping[int, int], head: int, rest: Set[int], unmoved: Set[int]) -> bool:
    """Whether a heading moved with the rest of what the base has under it; `stood`: what each stands under."""
    return rest.isdisjoint(unmoved) and (head in rest or any(stood[one] == head for one in rest))


def _end_of(where: Placing, order: Sequence[int], number: int | None) -> int:
    """Where a block ends in an order, with the cells of its row."""
    return 0 if number is None else order.index(where.rows.cells.get(number, (number,))[-1]) + 1


def _unmoved(blocks: Sequence[Block], where: Placing) -> set[int]:
    """The blocks that stand on each side that has them as they do in the base."""
    found = {number for number, one in enumerate(blocks) if one.line is not None}
    for side in (0, 1):
        own = {number for number in found - where.moved[side] if blocks[number].starts[side] is not None}
        weights = {number: 1.0 if None in blocks[number].starts else len(blocks) for number in own}
        found -= own - in_order(blocks, side, weights, ()) | where.moved[side]
    return found
