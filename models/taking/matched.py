"""Which place of two drafts each paragraph of a text has, to the letter and in order.

Where several paragraphs read the same, those are chosen by which every change is done or not, none half.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.comparison.chain import heaviest_chain
from models.taking.union import Union

_STAYED, _ELSE = 100.0, 1.0
_LARGE = 250_000
"""So many pairs of paragraphs are weighed one by one between two that are sure."""
_HALF, _NOT_LEFT, _NOT_DONE = 10.0, 0.5, 0.01
"""What is wrong with a change that is half done, one asked for that is done already, and any that is still to do."""


@dataclass(frozen=True)
class Reads:
    """How each paragraph reads, a number for each reading: of the old draft, of the new, and of the text."""

    old: Sequence[int]
    new: Sequence[int]
    text: Sequence[int]

    @classmethod
    def of(cls, old: Sequence[object], new: Sequence[object], text: Sequence[object]) -> Reads:
        """The same by what they read."""
        known: dict[object, int] = {}
        return cls(*([known.setdefault(one, len(known)) for one in reads] for reads in (old, new, text)))


class Places:
    """The places of two drafts with what may stand there; rows of tables are spans of several places."""

    def __init__(self, union: Union, reads: Reads) -> None:
        self.union = union
        self.readings: list[tuple[int, ...]] = []
        self.weights: list[float] = []
        self.spans: list[list[int]] = []
        changes = union.comparison.changes
        last = None
        for rank, (old, new) in enumerate(zip(*union.at, strict=True)):
            sides = (reads.old, old), (reads.new, new)
            ways = tuple(dict.fromkeys(readings[at] for readings, at in sides if at is not None))
            one = changes[union.numbers[1][new]] if new is not None else None
            stayed = one is not None and old is not None and len(one.old) == len(one.new) == 1
            self.readings.append(ways)
            self.weights.append(_STAYED if stayed else _ELSE)
            row = union.row_at(rank)
            if row is not None and row == last:
                self.spans[-1].append(rank)
            else:
                self.spans.append([rank])
            last = row

    def sides(self, rank: int, reading: int, reads: Reads) -> tuple[bool, bool]:
        """Whether a paragraph that reads so at a place is the old draft's, and whether it is the new one's."""
        old, new = (at[rank] for at in self.union.at)
        return old is not None and reads.old[old] == reading, new is not None and reads.new[new] == reading


def matched(places: Places, reads: Reads, spans: Sequence[Sequence[int]], asked: Collection[int]) -> dict[int, int]:
    """The paragraphs of a text, by position, with their places, which rise; `spans` are rows of its tables and others.

    `asked` are the changes that are to be done now: where a text can be read as not having them, it has them not.
    """
    ranks: dict[int, int] = {}
    for one, other in _spans_matched(places, reads, spans):
        ranks.update(_within(places, reads, spans[one], places.spans[other])[1])
    return _settled(places, reads, ranks, asked)


def _spans_matched(places: Places, reads: Reads, spans: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Which spans of the text are which of the places: the chain that has most."""
    in_text, there = _met_in(spans, lambda at: (reads.text[at],)), _met_in(places.spans, places.readings.__getitem__)
    sure = {
        (in_text[reading][0], there[reading][0])
        for reading in in_text
        if len(in_text[reading]) == 1 and len(there.get(reading, ())) == 1
    }
    weighted = [(one, other, _within(places, reads, spans[one], places.spans[other])[0]) for one, other in sure]
    last = -1, -1
    for one, other in [*heaviest_chain(weighted), (len(spans), len(places.spans))]:
        pairs = []
        size = (one - last[0] - 1) * (other - last[1] - 1)
        for at in range(last[0] + 1, one):
            may = {span for n in spans[at] for span in there.get(reads.text[n], ()) if last[1] < span < other}
            if size > _LARGE:
                may = {*sorted(may, key=lambda span: abs(span - last[1] - (at - last[0])))[:9]}
            for span in may:
                pairs.append((at, span, _within(places, reads, spans[at], places.spans[span])[0]))
        yield from heaviest_chain([pair for pair in pairs if pair[2]])
        if one < len(spans):
            yield one, other
        last = one, other


def _met_in(spans: Sequence[Sequence[int]], readings) -> Mapping[int, Sequence[int]]:  # type: ignore[no-untyped-def]
    found: dict[int, list[int]] = {}
    for number, span in enumerate(spans):
        for reading in dict.fromkeys(one for at in span for one in readings(at)):
            found.setdefault(reading, []).append(number)
    return found


def _within(
    places: Places, reads: Reads, span: Sequence[int], there: Sequence[int]
) -> tuple[float, list[tuple[int, int]]]:
    """Which paragraphs of a span have which of some places, and how much that weighs."""
    pairs = [
        (at, rank, places.weights[rank]) for at in span for rank in there if reads.text[at] in places.readings[rank]
    ]
    chain = heaviest_chain(pairs)
    return sum(places.weights[rank] for _, rank in chain), chain


def _settled(places: Places, reads: Reads, ranks: dict[int, int], asked: Collection[int]) -> dict[int, int]:
    """Paragraphs put to places that read the same and are free, where less is wrong then."""
    union = places.union
    changes = union.comparison.changes
    have: tuple[Counter[int], Counter[int]] = Counter(), Counter()
    where: dict[int, list[int]] = {}
    for rank, ways in enumerate(places.readings):
        for reading in ways:
            where.setdefault(reading, []).append(rank)

    def numbers(rank: int) -> set[int]:
        return {union.numbers[side][at] for side in (0, 1) if (at := union.at[side][rank]) is not None}

    def count(at: int, rank: int, by: int) -> None:
        for side, is_its in enumerate(places.sides(rank, reads.text[at], reads)):
            if is_its:
                have[side][union.numbers[side][union.at[side][rank]]] += by  # type: ignore[index]

    def wrong(number: int) -> float:
        change = changes[number]
        old, new = have[0][number], have[1][number]
        done, left = new == len(change.new), old == len(change.old)
        if change.old and change.new:
            bad = (
                0.0
                if (done and not old) or (left and not new) or (done and left and _as_one(places, number))
                else _HALF
            )
        else:
            bad = 0.0
        is_done = new > 0 if change.new else old == 0
        if number in asked:
            return bad + _NOT_LEFT * is_done
        return bad + _NOT_DONE * (not is_done)

    for at, rank in ranks.items():
        count(at, rank, 1)
    order = sorted(ranks)
    for _ in range(4):
        better = False
        for n, at in enumerate(order):
            low = ranks[order[n - 1]] if n else -1
            high = ranks[order[n + 1]] if n + 1 < len(order) else len(places.readings)
            twins = where[reads.text[at]]
            if len(twins) < 2:
                continue
            own = ranks[at]
            row = union.row_at(own)
            for other in twins:
                if not low < other < high or other == own or union.row_at(other) != row:
                    continue
                touched = numbers(own) | numbers(other)
                before = sum(map(wrong, touched))
                count(at, own, -1)
                count(at, other, 1)
                if sum(map(wrong, touched)) < before - 1e-9:
                    ranks[at] = own = other
                    better = True
                else:
                    count(at, other, -1)
                    count(at, own, 1)
        if not better:
            break
    return ranks


def _as_one(places: Places, number: int) -> bool:
    change = places.union.comparison.changes[number]
    ranks = places.union.ranks
    return len(change.old) == len(change.new) == 1 and ranks[0][change.old[0]] == ranks[1][change.new[0]]
