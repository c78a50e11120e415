"""The heights of thousands of paragraphs, and quickly where each begins."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

_STRETCH = 128


class Heights:
    """Heights in pixels in order; those of 128 paragraphs are summed, so that one change costs little."""

    def __init__(self, heights: Iterable[float] = ()) -> None:
        self.each = list(heights)
        """One after another; to be read only, by who asks for many of them."""
        self._sums: list[float] = []
        self._tops: dict[int, float] = {}
        """Where paragraphs begin, as asked for since something changed: a key asks for the same again and again."""
        self._ends: dict[int, list[float]] = {}
        """Where paragraphs of a stretch begin and end, likewise."""
        self._sum_from(0)

    def __len__(self) -> int:
        return len(self.each)

    def __getitem__(self, number: int) -> float:
        return self.each[number]

    def __iter__(self) -> Iterator[float]:
        return iter(self.each)

    @property
    def total(self) -> float:
        """All of them together."""
        return sum(self._sums)

    def top(self, number: int) -> float:
        """Where a paragraph begins; the number after the last gives the end."""
        known = self._tops.get(number)
        if known is None:
            stretch = number // _STRETCH
            known = sum(self._sums[:stretch]) + sum(self.each[stretch * _STRETCH : number])
            self._tops[number] = known
        return known

    def at(self, y: float) -> int:
        """The paragraph at a height, the first or the last one beyond the ends."""
        top = 0.0
        for stretch, long in enumerate(self._sums):
            if top + long > y or stretch == len(self._sums) - 1:
                break
            top += long
        else:
            return 0
        first = stretch * _STRETCH
        ends = self._ends.get(stretch)
        if ends is None:
            last = min(first + _STRETCH, len(self.each)) - 1
            ends = self._ends[stretch] = list(accumulate(self.each[first:last], initial=top))
        return first + bisect_right(ends, y, 1) - 1

    def put(self, number: int, height: float) -> float:
        """One paragraph has another height; gives by how much."""
        more = height - self.each[number]
        if more:
            self.each[number] = height
            self._forget()
            first = number // _STRETCH * _STRETCH
            self._sums[number // _STRETCH] = sum(self.each[first : first + _STRETCH])
        return more

    def splice(self, start: int, gone: int, new: Iterable[float]) -> None:
        """Paragraphs give way to others."""
        before = len(self.each)
        self._forget()
        self.each[start : start + gone] = new
        if len(self.each) == before and start // _STRETCH == (start + max(gone, 1) - 1) // _STRETCH:
            first = start // _STRETCH * _STRETCH
            if self._sums:
                self._sums[start // _STRETCH] = sum(self.each[first : first + _STRETCH])
        else:
            self._sum_from(start // _STRETCH)

    def _forget(self) -> None:
        self._tops.clear()
        self._ends.clear()

    def _sum_from(self, stretch: int) -> None:
        del self._sums[stretch:]
        for first in range(stretch * _STRETCH, len(self.each), _STRETCH):
            self._sums.append(sum(self.each[first : first + _STRETCH]))
