"""Which place of two drafts each paragraph of a text has, to the letter and in order.

What there is most of stands in one chain: of tables and other paragraphs, in tables of rows, in rows of cells.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from models.comparison.words.chain import heaviest_chain
from models.draft import Draft, Paragraph
from models.taking.reads import Reads
from models.taking.settled import Settling
from models.taking.union import CELLS, TABLES, Union, spans_of

_STAYED, _ELSE, _HINT = 100.0, 1.0, 0.01
_LARGE, _NEAR = 250_000, 4
"""So many pairs are weighed one by one between two that are sure; of more, those that stand about as far from these."""
_OTHER_NOTE, _OTHER_COLUMN = 2.0, 1.0
"""What is wrong with a paragraph at a place where other notes are cited, or in another column."""
Found = tuple[float, list[tuple[int, int]]]


class Matching:
    """A text beside the places of two drafts, by what their paragraphs read."""

    def __init__(self, text: Draft, union: Union, reads: Reads) -> None:
        self.text, self.reads = text, reads
        self._union = union
        notes_old, notes_new, self._notes = reads.notes
        self.readings: list[tuple[int, ...]] = []
        self._weights: list[float] = []
        self._columns = [_column(one) for one in text.paragraphs]
        self._looks: list[tuple[tuple[int, ...], tuple[int | None, ...]]] = []
        """What the notes at each place say, and in which columns it is."""
        changes = union.comparison.changes
        for old, new in zip(*union.at, strict=True):
            sides = (reads.old, old), (reads.new, new)
            self.readings.append(tuple(dict.fromkeys(readings[at] for readings, at in sides if at is not None)))
            said = tuple(its[at] for its, at in ((notes_old, old), (notes_new, new)) if at is not None)
            drafts = zip(union.drafts, (old, new), strict=True)
            columns = tuple(_column(draft.paragraphs[at]) for draft, at in drafts if at is not None)
            self._looks.append((said, columns))
            stayed = False
            if old is not None and new is not None:
                one = changes[union.numbers[1][new]]
                stayed = len(one.old) == len(one.new) == 1
            self._weights.append(_STAYED if stayed else _ELSE)

    def sides(self, at: int, rank: int) -> tuple[bool, bool]:
        """Whether a paragraph of the text at a place is the old draft's, and whether it is the new one's."""
        old, new = (there[rank] for there in self._union.at)
        reading = self.reads.text[at]
        return (
            old is not None and self.reads.old[old] == reading,
            new is not None and self.reads.new[new] == reading,
        )

    def ranks(self, asked: Collection[int], sure: Mapping[int, int]) -> dict[int, int]:
        """The paragraphs of the text that have places, with them; these rise. Those that are sure have theirs.

        `asked` are the changes that are to be done now: where the text can be read as not having them, it has them not.
        """
        found = dict(sure)
        for span, there in gaps(sure, len(self.text.paragraphs), len(self.readings)):
            found.update(self.matched(span, there, TABLES)[1])
        return Settling(self, self._union, found, asked, sure).settled()

    def matched(self, span: range, there: range, level: int) -> Found:
        """Which paragraphs of a span have which places of a stretch, and how much that weighs."""
        if len(span) == len(there) == 1 or level == CELLS:
            chain = heaviest_chain(
                [
                    (at, rank, self._weight(at, rank))
                    for at in span
                    for rank in there
                    if self.reads.text[at] in self.readings[rank]
                ]
            )
            return sum(self._weight(*pair) for pair in chain), chain
        parts = [*spans_of(self.text.paragraphs, span, level)]
        places = [*self.parts(there, level)]
        found: list[tuple[int, int]] = []
        weight = 0.0
        for one, other in self._parts_matched(parts, places, level):
            its, pairs = self.matched(parts[one], places[other], level + 1)
            weight += its
            found += pairs
        return weight, found

    def parts(self, there: range, level: int) -> Iterator[range]:
        """A stretch of places in its tables and others, or a table in its rows."""
        its = self._union.row if level else self._union.table
        start, own = there.start, its(*self._union.either(there.start)) if there else None
        for rank in range(there.start + 1, there.stop + 1):
            other = its(*self._union.either(rank)) if rank < there.stop else None
            if own is None or other != own:
                yield range(start, rank)
                start, own = rank, other

    def _parts_matched(self, parts: Sequence[range], places: Sequence[range], level: int) -> Iterator[tuple[int, int]]:
        """Which parts of a text are which of the places: the chain that has most, between those that are sure."""
        in_text = _met_in(parts, lambda at: (self.reads.text[at],))
        there = _met_in(places, self.readings.__getitem__)
        sure = {
            (numbers[0], there[reading][0])
            for reading, numbers in in_text.items()
            if len(numbers) == 1 and len(there.get(reading, ())) == 1
        }
        last = -1, -1
        for one, other in [*self._chain(sure, parts, places, level), (len(parts), len(places))]:
            size = (one - last[0] - 1) * (other - last[1] - 1)
            pairs = set()
            for number in range(last[0] + 1, one):
                held = [
                    there.get(reading, ()) for reading in dict.fromkeys(self.reads.text[at] for at in parts[number])
                ]
                near = None if size <= _LARGE else (number - last[0] + last[1], number - one + other)
                pairs |= {(number, place) for its in held for place in _between(its, last[1], other, near)}
            yield from self._chain(pairs, parts, places, level)
            if one < len(parts):
                yield one, other
            last = one, other

    def _chain(
        self, pairs: Collection[tuple[int, int]], parts: Sequence[range], places: Sequence[range], level: int
    ) -> list[tuple[int, int]]:
        weighted = [(one, other, self.matched(parts[one], places[other], level + 1)[0]) for one, other in pairs]
        return heaviest_chain([pair for pair in weighted if pair[2]])

    def _weight(self, at: int, rank: int) -> float:
        return self._weights[rank] - _HINT * self.wrong(at, rank)

    def wrong(self, at: int, rank: int) -> float:
        """What is wrong with a paragraph at a place that it reads like: it has other notes, or another column."""
        said, columns = self._looks[rank]
        column = self._columns[at]
        return _OTHER_NOTE * (self._notes[at] not in said) + _OTHER_COLUMN * (
            column is not None and column not in columns
        )


def gaps(sure: Mapping[int, int], paragraphs: int, places: int) -> Iterator[tuple[range, range]]:
    """The stretches of a text between those of which the place is sure, with the places that are free there."""
    last = -1, -1
    for at, rank in [*sorted(sure.items()), (paragraphs, places)]:
        span, there = range(last[0] + 1, at), range(last[1] + 1, rank)
        if span and there:
            yield span, there
        last = at, rank


def _column(paragraph: Paragraph) -> int | None:
    return paragraph.cell[2] if paragraph.cell is not None else None


def _met_in(parts: Sequence[range], readings: Callable[[int], Iterable[int]]) -> Mapping[int, Sequence[int]]:
    """In which parts each reading is met."""
    found: dict[int, list[int]] = {}
    for number, part in enumerate(parts):
        for reading in dict.fromkeys(one for at in part for one in readings(at)):
            found.setdefault(reading, []).append(number)
    return found


def _between(places: Sequence[int], low: int, high: int, near: tuple[int, int] | None) -> Iterator[int]:
    """Those of some places that lie between two; where there are too many, those about where it may be."""
    start, end = bisect_right(places, low), bisect_left(places, high)
    if near is None:
        yield from places[start:end]
        return
    for place in near:
        at = bisect_left(places, place, start, end)
        yield from places[max(start, at - _NEAR) : min(end, at + _NEAR)]
