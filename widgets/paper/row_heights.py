"""The heights of many rows, guessed until they are laid out, and where each row begins."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate


class RowHeights:
    """Row heights in pixels; tops are worked out again when they are asked for after a change."""

    def __init__(self, guesses: Sequence[float]) -> None:
        self._heights = list(guesses)
        self._known = [False] * len(self._heights)
        self._tops: list[float] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, row: int) -> float:
        return self._heights[row]

    def __iter__(self) -> Iterator[float]:
        return iter(self._heights)

    def known(self, row: int) -> bool:
        """Whether a row was laid out."""
        return self._known[row]

    def learn(self, row: int, height: float) -> float:
        """The true height of a row; by how much the guess was wrong."""
        change = height - self._heights[row]
        self._known[row] = True
        if change:
            self._heights[row] = height
            self._tops = None
        return change

    def forget(self, row: int) -> None:
        """A row must be laid out again; until then its height stands."""
        self._known[row] = False

    @property
    def tops(self) -> list[float]:
        """Where each row begins, and at the end where the last one ends."""
        if self._tops is None:
            self._tops = [0.0, *accumulate(self._heights)]
        return self._tops

    @property
    def total(self) -> float:
        """The height of all rows."""
        return self.tops[-1]

    def at(self, place: float) -> int:
        """The row at a place."""
        return max(0, min(len(self._heights) - 1, bisect_right(self.tops, place) - 1))
