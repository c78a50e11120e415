"""What a side put somewhere stands between what it stands between there, and else in its own section.

Where the other side moved the paragraph before it, or the heading behind it, it would follow that into another section
or be left behind.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from models.draft.divisions import HEADINGS, RANKS
from models.merging.order.at_one_place import Met
from models.merging.order.placing import Placing
from models.merging.pairs.blocks import Block, Gone, first_paragraph
from models.merging.pairs.clusters import Sides
from models.merging.sides import BASE

BEGINNING, _DELETED = -1, -2
"""Stand for a heading: where there is none yet, and where the other side deleted it."""


def in_own_places(
    blocks: Sequence[Block], gone: Sequence[Gone], sides: Sides, where: Placing, order: Sequence[int], met: Met
) -> list[int]:
    """An order of blocks in which what came away from what it stood between, or into another section, is put back.

    Where the other side put that section in before what stands beside it, or deleted its own, it stays with that. A new
    section is put there only whole. `met` is what both sides put at one place, and follows.
    """
    put = put_by_one(where, 0), put_by_one(where, 1)
    headings = headings_of(blocks, sides)
    order = _between(blocks, gone, sides, where, order, headings, put, met)
    if not headings:
        return order
    now = _over(where, order, headings)
    away: list[tuple[int, list[int], int]] = []
    for side in (0, 1):
        stands = [*standing(blocks, gone, sides, where, side)]
        own = _over(where, stands, headings)
        before = dict(zip(stands[1:], stands, strict=False))
        for chunk, behind in chunks(stands, put[side]):
            meant = {n: _meant(where, own, now, headings, n) for n in chunk if n not in where.items}
            first = next((at for at, n in enumerate(chunk) if n in meant and meant[n] != now[n]), None)
            if first is None or meant[chunk[first]] not in {BEGINNING, *now}:
                continue
            number, moved = chunk[first], chunk[first:]
            there, last = now[number], before.get(number)
            end = beside(blocks, where, order, before.get(chunk[0]), behind) if headings.isdisjoint(chunk) else None
            if end is not None and (there == now[order[end]] or number in order[order.index(before[chunk[0]]) : end]):
                continue  # both what stands before it and what stands behind it came there too
            known = there == BEGINNING or blocks[there].starts[side] is not None
            # What the other side moved does not tell where this stays.
            stays = last is not None and last not in where.moved[1 - side] and meant[number] in (last, now.get(last))
            if (known or stays) and (headings.isdisjoint(moved) or behind is None or behind in headings):
                away.append((meant[number], moved, side))
    elsewhere = {number for _, moved, _ in away for number in moved}
    met[:] = [pair for pair in met if elsewhere.isdisjoint(pair)]
    found = [*order]
    place = {number: at for at, number in enumerate(order)}
    for head, chunk, side in sorted(away, key=lambda one: place[one[1][0]]):
        cells = [cell for number in chunk for cell in where.rows.cells.get(number, (number,))]
        found = [number for number in found if number not in {*cells}]
        if chunk[0] in headings:
            end = _place_of_section(blocks, where, found, headings, head, chunk[0], side)
        else:
            end = place_in_section(blocks, where, found, headings, head, chunk, side)
        if end and found[end - 1] in put[1 - side] - headings:
            met.append((found[end - 1], chunk[0]))
        found[end:end] = cells
    return found


_Between = tuple[list[int], int | None, int | None]
"""What a side put somewhere, and what stands before and behind it there."""


def _between(
    blocks: Sequence[Block],
    gone: Sequence[Gone],
    sides: Sides,
    where: Placing,
    order: Sequence[int],
    headings: frozenset[int],
    put: tuple[Collection[int], Collection[int]],
    met: Met,
) -> list[int]:
    """The order, with what stands between two blocks that the other side moved together put between them."""
    found = [*order]
    wanted: tuple[list[_Between], list[_Between]] = ([], [])
    for side in (0, 1):
        if where.moved[1 - side] and put[side]:
            stands = [*standing(blocks, gone, sides, where, side)]
            before = dict(zip(stands[1:], stands, strict=False))
            for chunk, behind in chunks(stands, new_of_one(blocks, where, side)):
                first = before.get(chunk[0])
                if not where.moved[1 - side].isdisjoint({first, behind}) and headings.isdisjoint(chunk):
                    wanted[side].append((chunk, first, behind))
    ends = [{number: {first, behind} for chunk, first, behind in own for number in chunk} for own in wanted]
    for side in (0, 1):
        for chunk, first, behind in wanted[side]:
            other = [ends[1 - side].get(one, set()) for one in (first, behind) if one is not None]
            if any(not own.isdisjoint(chunk) for own in other):
                continue  # each would stand beside the other, and who came last would have its way
            at = beside(blocks, where, found, first, behind)
            if at is None or chunk[0] in found[found.index(first or 0) : at]:
                continue
            cells = [cell for number in chunk for cell in where.rows.cells.get(number, (number,))]
            met[:] = [pair for pair in met if not {*chunk} & {*pair}]
            found = [number for number in found if number not in {*cells}]
            at = found.index(behind or 0)
            if found[at - 1] in put[1 - side] and _start(blocks, found[at - 1], side) < 0:
                met.append((found[at - 1], chunk[0]))
            found[at:at] = cells
    return found


def beside(
    blocks: Sequence[Block], where: Placing, order: Sequence[int], first: int | None, second: int | None
) -> int | None:
    """The place of the second of two blocks if nothing stands between them but what a side put in."""
    if first is None or second is None or first not in order or second not in order:
        return None
    start, end = order.index(first), order.index(second)
    new = [blocks[number].line is None or number in where.rows.riding for number in order[start + 1 : end]]
    return end if start < end and all(new) else None


def place_in_section(
    blocks: Sequence[Block],
    where: Placing,
    order: Sequence[int],
    headings: frozenset[int],
    head: int,
    chunk: Sequence[int],
    side: int,
) -> int:
    """Where in its section something is put: behind what stands before it on its side; sections at the end."""
    start = order.index(head) + 1 if head != BEGINNING else 0
    end = next((at for at in range(start, len(order)) if order[at] in headings), len(order))
    if not headings.isdisjoint(chunk):
        return end
    own = blocks[chunk[0]].starts[side] or 0
    behind = [at for at in range(start, end) if -1 < _start(blocks, order[at], side) < own]
    at = behind[-1] + 1 if behind else start
    while at < end and (order[at] in where.items or _start(blocks, order[at], side) < 0):
        at += 1  # items belong to what stands before, and what the other side put there was there first
    return at


def _over(where: Placing, order: Sequence[int], headings: Collection[int]) -> Mapping[int, int]:
    """What each block stands behind: a paragraph its heading, a heading the one over it or the one of its rank."""
    found, open_ones = dict(heads(order, headings)), [BEGINNING]
    for number in order:
        if number in headings:
            while _rank(where, open_ones[-1]) > _rank(where, number):
                open_ones.pop()
            found[number] = open_ones[-1]
            open_ones.append(number)
    return found


def _rank(where: Placing, number: int) -> int:
    return RANKS.get(where.belonging.kinds[number], len(RANKS)) if number >= 0 else -1


def _enclosing(where: Placing, over: Mapping[int, int], number: int) -> int:
    """The heading over a heading."""
    head = over[number]
    while head >= 0 and _rank(where, head) >= _rank(where, number):
        head = over[head]
    return head


def _meant(
    where: Placing, own: Mapping[int, int], now: Mapping[int, int], headings: Collection[int], number: int
) -> int:
    """What a block is to stand behind, as a side has it.

    A section follows the one before it only where that stays in the same annex, or larger section.
    """
    head = own[number]
    if number not in headings or head < 0 or head not in now:
        return head
    over = _enclosing(where, own, number)
    if head == over or _enclosing(where, now, head) == over:
        return head
    return now[number] if _enclosing(where, now, number) == over else over


def _place_of_section(
    blocks: Sequence[Block],
    where: Placing,
    order: Sequence[int],
    headings: frozenset[int],
    head: int,
    section: int,
    side: int,
) -> int:
    """Where a section goes that is to stand behind a heading: behind what is under that and before it on its side."""
    start = order.index(head) + 1 if head != BEGINNING else 0
    ends = [at for at in range(start, len(order)) if order[at] in headings]
    end = next((at for at in ends if _rank(where, order[at]) <= _rank(where, head)), len(order))
    own = blocks[section].starts[side] or 0
    last = max((at for at in range(start, end) if -1 < _start(blocks, order[at], side) < own), default=start - 1)
    return next((at for at in ends if last < at < end and _rank(where, order[at]) <= _rank(where, section)), end)


def headings_of(blocks: Sequence[Block], sides: Sides) -> frozenset[int]:
    """The blocks that are headings."""
    return frozenset(number for number, one in enumerate(blocks) if first_paragraph(sides, one)[0] in HEADINGS)


def _start(blocks: Sequence[Block], number: int, side: int) -> int:
    start = blocks[number].starts[side]
    return -1 if start is None else start


def heads(order: Sequence[int], headings: Collection[int]) -> Mapping[int, int]:
    """The heading under which each block stands."""
    found: dict[int, int] = {}
    head = BEGINNING
    for number in order:
        found[number] = head
        if number == _DELETED or number in headings:
            head = number
    return found


def head_of(order: Sequence[int], headings: Collection[int], number: int) -> int:
    """The heading under which one block stands."""
    return next((one for one in reversed(order[: order.index(number)]) if one in headings), BEGINNING)


def standing(blocks: Sequence[Block], gone: Sequence[Gone], sides: Sides, where: Placing, side: int) -> Iterator[int]:
    """The blocks of a side in its order, and where in it headings stand that the other side deleted."""
    found = [
        (start, number)
        for number, block in enumerate(blocks)
        if (start := block.starts[side]) is not None and number not in where.rows.riding
    ]
    for one in gone:
        if sides[BASE].draft.paragraphs[one.base[0]].kind in HEADINGS:
            found += [(at, _DELETED) for at in one.stood[side][:1]]
    yield from (number for _, number in sorted(found))


def put_by_one(where: Placing, side: int) -> frozenset[int]:
    """What one side alone put somewhere, rows of a table that was there before left out."""
    ours, theirs = ({number for run in runs.values() for number in run} for runs in where.runs)
    mine = (ours - theirs, theirs - ours)[side] - where.torn - where.hung
    return frozenset(number for number in mine if number not in where.rows.table or where.rows.table[number][0] != BASE)


def new_of_one(blocks: Sequence[Block], where: Placing, side: int) -> frozenset[int]:
    """What one side alone put in."""
    return frozenset(number for number in put_by_one(where, side) if blocks[number].line is None)


def chunks(stands: Sequence[int], put: Collection[int]) -> Iterator[tuple[list[int], int | None]]:
    """What a side put somewhere, as far as it stands together there, and what stands behind it."""
    chunk: list[int] = []
    for number in stands:
        if number in put:
            chunk.append(number)
        elif chunk:
            yield chunk, number
            chunk = []
    if chunk:
        yield chunk, None
