"""What both sides have, in the order that the moves of both make together, and what they contradict each other about.

Of two paragraphs the order is that of the base, or the other way round where a side changed it. This is one order of
all unless it goes round. Then what one side alone moved far stands where that put it, whatever the other moved past it.
What both moved is asked: ours put C behind D, theirs put it before B, and neither touched B before D. As ours or as
theirs, two that both sides have in one order stay in it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from types import MappingProxyType

from models.comparison.words.chain import heaviest_chain, preferred_chain
from models.merging.pairs.blocks import Block
from models.merging.sides import BASE, NAMES, OURS, THEIRS

START = -1
"""Stands for the beginning of the text where a block is named."""
_Run = list[int]
_PLAIN = 1.5
"""What is moved past so many times as much as it is itself was plainly moved."""
Ranks = tuple[Mapping[int, int], Mapping[int, int], Mapping[int, int]]
"""The place of each block in the order of base, ours and theirs."""


def ranks_and_heads(blocks: Sequence[Block], both: Collection[int], items: Collection[int]) -> tuple[Ranks, Ranks]:
    """The places of blocks that both sides have in base, ours and theirs, and what they stand under there."""
    ranks: list[dict[int, int]] = []
    heads: list[dict[int, int]] = []
    for side in (BASE, OURS, THEIRS):
        places = {n: ((blocks[n].line, *blocks[n].starts)[side] or 0, blocks[n].line or 0) for n in both}
        order = sorted(both, key=places.__getitem__)
        ranks.append({number: at for at, number in enumerate(order)})
        heads.append({})
        last = START
        for number in order:
            heads[-1][number] = last if number in items else START
            last = last if number in items else number
    return (ranks[0], ranks[1], ranks[2]), (heads[0], heads[1], heads[2])


def ground_of(
    both: Collection[int],
    ranks: Ranks,
    heads: Ranks,
    torn: Collection[int],
    weight: Mapping[int, int],
    sections: Mapping[int, int] = MappingProxyType({}),
) -> tuple[dict[int, list[int]], frozenset[int]]:
    """What both sides have in the order of the moves of both, by what it stands under; and all that is asked about.

    What goes with a heading, as `sections` has it, is asked where that is.
    """
    under: dict[int, list[int]] = defaultdict(list)
    asked: set[int] = set()
    for number in both:
        base, ours, theirs = (one[number] for one in heads)
        along = ours == theirs != START and ours in torn  # it goes with what it stands under
        if (number in torn and not along) or len({base, ours, theirs}) == 3:
            asked.add(number)
        else:
            under[theirs if ours == base else ours].append(number)
    ground = {}
    for head, numbers in under.items():
        ground[head], more = _joined(numbers, ranks, weight)
        asked.update(more)
    for number in sorted(asked, key=ranks[BASE].__getitem__):
        ours, theirs = heads[OURS][number], heads[THEIRS][number]
        orders = [[*ground.get(ours, ())] for _ in (OURS, THEIRS)]
        for side, order in zip((OURS, THEIRS), orders, strict=True):
            _put_in(order, number, ranks, side)
        if ours == theirs and orders[0] == orders[1] and sections.get(number) not in asked:  # both answers would be one
            ground[ours] = orders[0]
            asked.discard(number)
    return ground, frozenset(asked.union(number for number in torn if number not in ranks[0]))


def _joined(numbers: Collection[int], ranks: Ranks, weight: Mapping[int, int]) -> tuple[list[int], list[int]]:
    """Blocks in the order of the moves of both sides, and what is left out to be asked, what weighs the least."""
    at = [{n: rank for rank, n in enumerate(sorted(numbers, key=one.__getitem__))} for one in ranks]
    runs: list[_Run] = []
    for number in at[0]:
        if runs and all(one[number] == one[runs[-1][-1]] + 1 for one in at):
            runs[-1].append(number)
        else:
            runs.append([number])
    order: list[int] = []
    asked: list[int] = []
    for part in _parts(runs, at):
        groups = [*_in_turn(part, at)]
        found = _by_moves(part, at, weight) if len(groups) < len(part) else ([run for (run,) in groups], [])
        if found is None:
            kept = [_kept(group, at[OURS:], weight) for group in groups]
            found = [run for one in kept for run in one], [run for run in part if not any(run in one for one in kept)]
        order += chain.from_iterable(found[0])
        asked += chain.from_iterable(found[1])
    return order, asked


def _by_moves(
    runs: Sequence[_Run], at: Sequence[Mapping[int, int]], weight: Mapping[int, int]
) -> tuple[list[_Run], list[_Run]] | None:
    """Runs whose order goes round, where who moved them has them; and those that both moved, and not alike.

    Who left a run where it was said nothing of where it should stand beside what they moved themselves. None where
    nobody can tell what was moved: of two neighbours that change places either was.
    """
    still = [_kept(runs, (at[BASE], at[side]), weight) for side in (OURS, THEIRS)]
    kept = [run for run in runs if run in still[0] and run in still[1]]
    gaps: list[list[_Run]] = [[] for _ in (START, *kept)]
    asked: list[_Run] = []
    for run in runs:
        movers = [side for side, own in zip((OURS, THEIRS), still, strict=True) if run not in own]
        if any(
            _weighs(_passed(run, still[side - 1], at, side), weight) < _PLAIN * _weighs([run], weight)
            for side in movers
        ):
            return None
        behind = {sum(at[side][run[0]] > at[side][one[0]] for one in kept) for side in movers}
        if len(behind) == 1:
            gaps[behind.pop()].append(run)
        elif behind:
            asked.append(run)
    order: list[_Run] = []
    for gap, before in zip(gaps, [None, *kept], strict=True):
        between = [*_in_turn(gap, at)]
        if len(between) < len(gap):
            return None
        order += [*([before] if before else ()), *(one for (one,) in between)]
    return order, asked


def _passed(run: _Run, others: Sequence[_Run], at: Sequence[Mapping[int, int]], side: int) -> list[_Run]:
    """Those of others that a side moved a run past."""
    was, now = ([one[run[0]] < one[other[0]] for other in others] for one in (at[BASE], at[side]))
    return [other for other, before, then in zip(others, was, now, strict=True) if before != then]


def _weighs(runs: Iterable[_Run], weight: Mapping[int, int]) -> int:
    return sum(weight[number] for run in runs for number in run)


def _parts(runs: Sequence[_Run], at: Sequence[Mapping[int, int]]) -> Iterator[list[_Run]]:
    """Runs that nobody moved others into or out of."""
    part: list[_Run] = []
    last = -1
    for run in runs:
        part.append(run)
        last = max(last, *(one[run[-1]] for one in at))
        if last == at[0][run[-1]]:
            yield part
            part = []


def _in_turn(runs: Sequence[_Run], at: Sequence[Mapping[int, int]]) -> Iterator[list[_Run]]:
    """Runs in order, those together whose order goes round."""
    size = len(runs)
    places = [(at[1][run[0]], at[2][run[0]]) for run in runs]
    before = [0] * size  # how many of the others each stands before
    for two, (ours, theirs) in enumerate(places):
        for one in range(two):
            stays = places[one][0] < ours and places[one][1] < theirs
            before[one if stays else two] += 1
    order = sorted(range(size), key=lambda one: (-before[one], one))
    start = 0
    for end, total in enumerate(accumulate(before[one] for one in order), 1):
        if total == end * (end - 1) // 2 + end * (size - end):  # each of these stands before each of the rest
            yield [runs[one] for one in sorted(order[start:end])]
            start = end


def _kept(runs: Sequence[_Run], at: Sequence[Mapping[int, int]], weight: Mapping[int, int]) -> list[_Run]:
    """The heaviest runs that two have in one order."""
    by_place = {(at[0][run[0]], at[1][run[0]]): run for run in reversed(runs)}
    weighted = [(*place, _weighs([run], weight)) for place, run in by_place.items()]
    return [by_place[place] for place in preferred_chain(weighted)]


def _put_in(order: list[int], number: int, ranks: Ranks, side: int) -> None:
    """Puts a block into an order as ours or theirs has it; what both sides agree on they keep."""
    first, last = _agreed(order, number, ranks, 0, len(order))
    best, wrong, least = first, 0, 0
    for at in range(first, last):
        wrong += 1 if ranks[side][order[at]] > ranks[side][number] else -1
        if wrong < least:
            best, least = at + 1, wrong
    order.insert(best, number)


def _put_back(order: list[int], still: list[int], number: int, ranks: Ranks, is_heading: bool) -> None:
    """Puts a block into an order as the base has it; a heading before what it stood over.

    It stands among what nobody moved as it stood there, whatever the sides agree on beyond that; `still` is that, in
    order, and takes the block, too.
    """
    at = bisect_left(still, ranks[BASE][number], key=ranks[BASE].__getitem__)
    start = order.index(still[at - 1]) + 1 if at > 0 else 0
    end = order.index(still[at]) if at < len(still) else len(order)
    first, last = _agreed(order, number, ranks, start, end)
    order.insert(last if is_heading else first, number)
    still.insert(at, number)


def _agreed(order: Sequence[int], number: int, ranks: Ranks, first: int, last: int) -> tuple[int, int]:
    """Between which of these places of an order a block stands as both sides have it."""
    _, ours, theirs = ranks
    for at, one in enumerate(order[first:last], first):
        if ours[one] < ours[number] and theirs[one] < theirs[number]:
            first = at + 1
        elif ours[one] > ours[number] and theirs[one] > theirs[number]:
            last = min(last, at)
    return first, last


def _in_one_order(order: Sequence[int], rank: Mapping[int, int]) -> list[int]:
    """The most of an order that stand in that of their ranks."""
    return [order[at] for at, _ in heaviest_chain([(at, rank[one], 1.0) for at, one in enumerate(order)])]


def settled(
    ground: Mapping[int, Sequence[int]],
    ranks: Ranks,
    heads: Ranks,
    headings: Collection[int],
    ways: Mapping[int, str],
) -> list[int]:
    """The ground in order, those that were asked about where the answers put them; else as the base has them."""
    under = {head: [*its] for head, its in ground.items()}
    asked = sorted(ways.keys() & ranks[BASE].keys(), key=ranks[BASE].__getitem__)
    sides = {number: NAMES.index(ways[number]) if ways[number] in NAMES else BASE for number in asked}
    still: dict[int, list[int]] = {}
    for number in sorted(asked, key=lambda number: sides[number] == BASE):
        side = sides[number]
        head = heads[side][number]
        order = under.setdefault(head, [])
        if side == BASE:
            its = still.setdefault(head, _in_one_order(order, ranks[BASE]) if head not in still else [])
            _put_back(order, its, number, ranks, number in headings)
        else:
            _put_in(order, number, ranks, side)
    return [one for number in under.get(START, ()) for one in (number, *under.get(number, ()))]
