"""What is answered to stand as it was stands as the base has it, whatever the sides moved around it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from models.draft.divisions import RANKS
from models.merging.order.own_places import headings_of, heads
from models.merging.order.placing import Placing, in_order
from models.merging.pairs.blocks import Block
from models.merging.pairs.clusters import Sides


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
    if not back:
        return [*order]
    found, unmoved, items = [*order], (_unmoved(blocks, where) | {*stay}) - {*back}, where.items
    lines = sorted((one for one in order if blocks[one].line is not None), key=lambda one: blocks[one].line or 0)
    headings = headings_of(blocks, sides)
    stood = heads(lines, headings)
    away = {
        head for head in headings.intersection(lines) if _is_away(where, order, lines, head, headings, unmoved, back)
    }
    for at, number in enumerate(lines):
        if number not in back or number in away:
            continue
        own = [number]
        while (last := found.index(own[-1]) + 1) < len(found) and found[last] in items and number not in items:
            own.append(found[last])  # items go with what they stand under
        before = [one for one in reversed(lines[:at]) if one not in own]
        head, over = None, headings
        if number in items:
            head = next((one for one in before if one not in items), None)
            over = frozenset(found) - items if head is not None else headings
        elif number not in headings and stood[number] in away:
            head = stood[number]
        now = heads(found, over) if head is not None else {}
        beneath = {one for one in lines if now and head in (one, now[one])}
        first = next((one for one in before if one in unmoved or one in beneath), None)
        unmoved.add(number)
        start = _end_of(where, found, first)
        between = found[start : found.index(number)]
        held = unmoved if number in items else unmoved | (beneath & {*lines[at:]})
        if number in found[start:] and held.isdisjoint(between) and (over is headings or items.issuperset(between)):
            continue
        found = [one for one in found if one not in own]
        start = _end_of(where, found, first)
        while number not in items and start < len(found) and found[start] in items and found[start] not in lines[at:]:
            start += 1
        found[start:start] = own
    return found


def _is_away(
    where: Placing,
    order: Sequence[int],
    lines: Sequence[int],
    head: int,
    headings: frozenset[int],
    unmoved: Collection[int],
    back: Collection[int],
) -> bool:
    """Whether a heading moved with all that the base has under it, what is put `back` left out."""
    ranks = [RANKS.get(where.belonging.kinds[one], len(RANKS)) for one in lines]
    start = lines.index(head) + 1
    end = next((at for at in range(start, len(lines)) if ranks[at] <= ranks[start - 1]), len(lines))
    rest = {*lines[start - 1 : end]} - {*back}
    now = heads(order, headings)
    return rest.isdisjoint(unmoved) and (head in rest or any(now[one] == head for one in rest))


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
