"""The order of the merged text: what both sides have, with the moves of both, and behind it what each side put in.

Runs of both sides at one place come by what they are (subparagraphs first, preamble before operative part), then what
was moved before what is new, then by their words, so that the order does not depend on whose side is whose.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from models.draft.divisions import HEADINGS
from models.merging.order.at_one_place import Met, by_gap, by_phase, in_turn
from models.merging.order.both_moved import START, settled
from models.merging.order.placing import Placing, in_common
from models.merging.pairs.blocks import Block, first_paragraph
from models.merging.pairs.clusters import Sides


def ordered(
    blocks: Sequence[Block],
    sides: Sides,
    where: Placing,
    choice: Callable[[int], str],
    met: Met,
) -> list[int]:
    """All blocks in order; `choice` says of a torn or hung one whose place it takes, ours or theirs.

    Else it takes that of the base, or where it has none the earlier one. `met` takes what both sides put at one place.
    """
    ways, out = _ways(blocks, sides, where, choice)
    headings = {n for n in where.torn if where.belonging.kinds[n] in HEADINGS}
    ground = settled(where.ground, where.ranks, where.heads, headings, {n: ways[n] for n in where.torn})
    rank = {number: at for at, number in enumerate(ground)}
    runs = [
        {behind: [n for n in run if n not in out[side] and n not in rank] for behind, run in where.runs[side].items()}
        for side in (0, 1)
    ]
    placed = {number for one in runs for run in one.values() for number in run}
    left: dict[int, list[int]] = {}
    for number in sorted(where.hung - placed, key=lambda n: blocks[n].line or 0):
        left.setdefault(_ground_before(blocks, ground, number), []).append(number)
    still: list[int] = []
    for number in ground:
        by = [side for side in (0, 1) if number in where.moved[side]]
        if not by:
            still.append(number)
            continue
        at = still[-1] if still else START
        for side in by:
            if number not in out[side]:
                runs[side].setdefault(at, []).append(number)
        if by == [side for side in by if number in out[side]]:
            left.setdefault(at, []).append(number)
    for side in (0, 1):
        for run in runs[side].values():
            run.sort(key=lambda number: blocks[number].starts[side] or 0)

    def place(block: int) -> list[int]:
        its = _one_place(blocks, sides, where, runs[0].get(block, ()), runs[1].get(block, ()), met)
        return in_turn(left.get(block, ()), its, rank, where.ground, where.items)

    return where.rows.laid_out(blocks, _walked(len(blocks), still, place))


def _ways(
    blocks: Sequence[Block], sides: Sides, where: Placing, choice: Callable[[int], str]
) -> tuple[dict[int, str], dict[int, set[int]]]:
    """Whose place each block takes that is torn, hung or at home with one side; and which leave the runs of each."""
    free = where.torn | where.hung
    ways = {n: choice(n) for n in free}
    ways |= {n: ("ours", "theirs")[side] for n, side in where.home.items() if ways[n] not in ("ours", "theirs")}
    out = {side: {n for n in free if ways[n] != name} for side, name in ((0, "ours"), (1, "theirs"))}
    for number in out[0] & out[1]:
        if blocks[number].line is None:
            out[_earlier(blocks, sides, where, number)].discard(number)
    for one in out.values():
        one |= {number for number, head in where.along.items() if head in one}
    return ways, out


def _walked(count: int, still: Sequence[int], place: Callable[[int], Sequence[int]]) -> list[int]:
    """Those that stay, and behind each what has its `place` there, with what has its place behind that."""
    found: list[int] = []
    seen: set[int] = set()

    def put(number: int) -> None:
        seen.add(number)
        found.append(number)

    def behind(block: int) -> None:
        waiting = [iter(place(block))]
        while waiting:
            number = next(waiting[-1], None)
            if number is None:
                waiting.pop()
            elif number not in seen:
                put(number)
                waiting.append(iter(place(number)))

    behind(START)
    for number in still:
        put(number)
        behind(number)
    # Subparagraphs that each side put under the other's would wait for each other.
    for number in range(count):
        if number not in seen:
            put(number)
            behind(number)
    return found


def _earlier(blocks: Sequence[Block], sides: Sides, where: Placing, number: int) -> int:
    """The side (0 ours, 1 theirs) that put a block earlier in the order of the base; else by what stands before it."""

    def place(side: int) -> tuple[int, tuple[int, int], int, list[str]]:
        behind, run = next((behind, run) for behind, run in where.runs[side].items() if number in run)
        line = -1 if behind == START else blocks[behind].line or 0
        before = [*([behind] if behind != START else []), *run[: run.index(number)]]
        texts = [first_paragraph(sides, blocks[one])[1] for one in before]
        return line, where.gaps[side].get(number, (-1, -1)), len(before), texts

    return 0 if place(0) <= place(1) else 1


def _ground_before(blocks: Sequence[Block], ground: Sequence[int], number: int) -> int:
    line = blocks[number].line or 0
    before = [one for one in ground if (blocks[one].line or 0) < line]
    return max(before, key=lambda one: blocks[one].line or 0, default=START)


def _one_place(
    blocks: Sequence[Block],
    sides: Sides,
    where: Placing,
    ours: Sequence[int],
    theirs: Sequence[int],
    met: Met,
) -> list[int]:
    """What the sides put behind one block: the runs of both, what both have holding them."""
    if not ours or not theirs:
        return [*ours, *theirs]
    found: list[int] = []
    both = in_common(blocks, sides, ours, theirs, [number for number in ours if number in set(theirs)])
    rest = list(ours), list(theirs)

    def together(one: Sequence[int], two: Sequence[int]) -> list[int]:
        return by_phase(blocks, sides, where.rows, one, two, met)

    for number in [*both, None]:
        parts = []
        for run in rest:
            end = run.index(number) if number is not None else len(run)
            parts.append(run[:end])
            del run[: end + 1]
        found += by_gap(parts[0], parts[1], where.gaps, where.items, together)
        if number is not None:
            found.append(number)
    return found
