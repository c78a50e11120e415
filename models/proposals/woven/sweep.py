"""Which of many stretches lie over each piece of a text, as one goes through it: in one pass, however many they are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable


class Sweep:
    """Stretches (start, end) of one text, asked for piece by piece from its beginning to its end."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._stretches = own = list(stretches)
        self._waiting = sorted(range(len(own)), key=lambda n: own[n][0], reverse=True)  # the next to begin is the last
        self._bounds = sorted({edge for one in own for edge in one}) if own else []
        self._here: list[int] = []

    def over(self, first: int, last: int) -> list[int]:
        """The numbers, in order, of the stretches that reach from `first` or before to `last` or beyond.

        Neither place may lie before the one asked for last.
        """
        stretches, waiting = self._stretches, self._waiting
        while waiting and stretches[waiting[-1]][0] <= first:
            insort(self._here, waiting.pop())
        for number in self._here:
            if stretches[number][1] < last:
                self._here = [one for one in self._here if stretches[one][1] >= last]
                break
        return self._here

    def within(self, first: int, last: int) -> list[int]:
        """The places between `first` and `last` where a stretch begins or ends."""
        return self._bounds[bisect_right(self._bounds, first) : bisect_left(self._bounds, last)]
