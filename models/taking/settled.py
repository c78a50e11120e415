"""Paragraphs of a text that read like several: which of them each is, so that changes are done or not, none half."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from models.taking.union import CELLS, ROWS, TABLES, Line, Union, spans_of

if TYPE_CHECKING:
    from models.taking.matched import Matching

_HALF, _NOT_LEFT, _NOT_DONE = 10.0, 0.5, 0.01
"""What is wrong with a change that is half done, with one that is asked for and done already, and with any to do."""
_ROUNDS, _FEW = 4, 8


class Settling:
    """Puts paragraphs to places that read the same and are free, where less is wrong then; `ranks` are as matched.

    Those that are sure stay where they are.
    """

    def __init__(
        self, matching: Matching, union: Union, ranks: dict[int, int], asked: Collection[int], sure: Collection[int]
    ) -> None:
        self._matching, self._union, self._ranks, self._asked = matching, union, ranks, asked
        self._sure = sure
        self._have: tuple[Counter[int], Counter[int]] = Counter(), Counter()
        self._where: dict[int, list[int]] = {}
        for rank, readings in enumerate(matching.readings):
            for reading in readings:
                self._where.setdefault(reading, []).append(rank)
        for at, rank in ranks.items():
            self._count(at, rank, 1)

    def settled(self) -> dict[int, int]:
        """The paragraphs with their places."""
        order = sorted(self._ranks)
        rows = [row for row in self._rows_of_text() if self._several(row)]
        twos = [(one[0], two[0]) for one, two in pairwise(rows) if self._alike(one, two)]
        for _ in range(_ROUNDS if rows else 0):
            better = [row for row in rows if self._settle(row, order)]
            if not [two for two in twos if self._settle_two(*two, order)] and not better:
                break
        return self._ranks

    def _rows_of_text(self) -> Iterator[list[int]]:
        paragraphs = self._matching.text.paragraphs
        for table in spans_of(paragraphs, range(len(paragraphs)), TABLES):
            for row in spans_of(paragraphs, table, ROWS):
                yield [at for at in row if at in self._ranks]

    def _several(self, row: Sequence[int]) -> bool:
        """Whether something in a row reads like several places, and nothing in it is sure."""
        if any(at in self._sure for at in row):
            return False
        return any(len(self._where[self._matching.reads.text[at]]) > 1 for at in row)

    def _alike(self, one: Sequence[int], two: Sequence[int]) -> bool:
        """Whether two rows are single paragraphs beside each other that read the same."""
        reads = self._matching.reads.text
        return len(one) == len(two) == 1 and two[0] == one[0] + 1 and reads[one[0]] == reads[two[0]]

    def _settle_two(self, one: int, two: int, order: Sequence[int]) -> bool:
        """Whether less is wrong where two beside each other have both gone elsewhere."""
        twins = self._twins(one, *self._around(one, two, order))
        if len(twins) > _FEW:
            return False
        return any(self._better([(one, a), (two, b)]) for a, b in combinations(twins, 2))

    def _around(self, first: int, last: int, order: Sequence[int]) -> tuple[int, int]:
        """The places of what stands before one paragraph and behind another."""
        before, behind = bisect_left(order, first) - 1, bisect_left(order, last) + 1
        low = self._ranks[order[before]] if before >= 0 else -1
        return low, self._ranks[order[behind]] if behind < len(order) else len(self._matching.readings)

    def _settle(self, row: Sequence[int], order: Sequence[int]) -> bool:
        """Whether less is wrong where a row, or a cell in it, has gone elsewhere."""
        low, high = self._around(row[0], row[-1], order)
        better = False
        for there in {self._row(rank) for rank in self._twins(row[0], low, high)}:
            if low < there.start and there.stop <= high:
                pairs = self._matching.matched(range(row[0], row[-1] + 1), there, CELLS)[1]
                if len(pairs) == len(row):
                    better |= self._better(pairs)
        for n, at in enumerate(row if len(row) > 1 else ()):
            own = self._row(self._ranks[at])
            below = self._ranks[row[n - 1]] if n else own.start - 1
            above = self._ranks[row[n + 1]] if n + 1 < len(row) else own.stop
            for rank in self._twins(at, below, above):
                better |= self._better([(at, rank)])
        return better

    def _twins(self, at: int, low: int, high: int) -> Sequence[int]:
        """The places between two that a paragraph reads like."""
        twins = self._where[self._matching.reads.text[at]]
        return twins[bisect_right(twins, low) : bisect_left(twins, high)]

    def _row(self, rank: int) -> range:
        """The places of the row a place is in; those of no table are each a row."""
        row = self._row_at(rank)
        start = end = rank
        while row is not None and start and self._row_at(start - 1) == row:
            start -= 1
        while row is not None and end + 1 < len(self._matching.readings) and self._row_at(end + 1) == row:
            end += 1
        return range(start, end + 1)

    def _row_at(self, rank: int) -> Line | None:
        return self._union.row(*self._union.either(rank))

    def _better(self, pairs: Sequence[tuple[int, int]]) -> bool:
        """Whether less is wrong with paragraphs at other places; if so they are put there."""
        before = [(at, self._ranks[at]) for at, _ in pairs]
        if before == [*pairs]:
            return False
        touched = {number for _, rank in (*before, *pairs) for number in self._union.numbers_at(rank)}
        was = sum(map(self._wrong, touched)) + sum(self._matching.wrong(*pair) for pair in before)
        self._put(before, pairs)
        if sum(map(self._wrong, touched)) + sum(self._matching.wrong(*pair) for pair in pairs) < was - 1e-9:
            return True
        self._put(pairs, before)
        return False

    def _put(self, before: Sequence[tuple[int, int]], now: Sequence[tuple[int, int]]) -> None:
        for by, pairs in ((-1, before), (1, now)):
            for at, rank in pairs:
                self._count(at, rank, by)
        self._ranks.update(now)

    def _count(self, at: int, rank: int, by: int) -> None:
        for side, is_its in enumerate(self._matching.sides(at, rank)):
            there = self._union.at[side][rank]
            if is_its and there is not None:
                self._have[side][self._union.numbers[side][there]] += by

    def _wrong(self, number: int) -> float:
        change = self._union.comparison.changes[number]
        old, new = self._have[0][number], self._have[1][number]
        bad = 0.0
        if change.old and change.new:
            done, left = new == len(change.new), old == len(change.old)
            whole = (done and not old) or (left and not new) or (done and left and self._in_place(number))
            bad = 0.0 if whole else _HALF
        is_done = new > 0 if change.new else old == 0
        return bad + (_NOT_LEFT * is_done if number in self._asked else _NOT_DONE * (not is_done))

    def _in_place(self, number: int) -> bool:
        change, ranks = self._union.comparison.changes[number], self._union.ranks
        return [ranks[0][at] for at in change.old] == [ranks[1][at] for at in change.new]
