"""Pairs of runs that may stand otherwise than they are to, found without holding each run against each.

Which of the runs stand before one on a side is one number with a bit for each, so that thousands are known at a stroke
to stand rightly to it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from operator import or_

from models.merging.sides import BASE, OURS, THEIRS
from models.merging.told.order_pieces import Piece, Run

Moved = Callable[[Piece, int], bool]
"""Whether a side moved a paragraph."""


class _Side:
    """How the ends of some runs stand on a side to the paragraph with which another begins."""

    def __init__(self, runs: Sequence[Run], side: int, moved: Moved) -> None:
        self._side = side
        known = [(spot, run[-1], 1 << at) for at, run in enumerate(runs) if (spot := run[-1].spots[side]) is not None]
        self._known = sum(bit for _, _, bit in known)
        self._moved = sum(bit for _, piece, bit in known if moved(piece, side))
        self._all = (1 << len(runs)) - 1
        self._first, self._starting = _by_place([(spot[0], bit) for spot, _, bit in known])
        self._last, self._ending = _by_place([(spot[1], bit) for spot, _, bit in known])

    def before_and_behind(self, piece: Piece) -> tuple[int, int]:
        """The runs that stand wholly before a paragraph, and wholly behind it."""
        spot = piece.spots[self._side]
        if spot is None:
            return 0, 0
        upto = self._starting[bisect_right(self._first, spot[1])]
        return self._ending[bisect_left(self._last, spot[0])], self._known & ~upto

    def unknown(self, piece: Piece) -> int:
        """The runs of which the side does not have both it and a paragraph."""
        return self._all if piece.spots[self._side] is None else self._all & ~self._known

    def moved(self, piece: Piece, moved: Moved) -> int:
        """The runs of which the side moved one, or a paragraph."""
        return self._all if piece.spots[self._side] is not None and moved(piece, self._side) else self._moved


def _by_place(found: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Places in order, and all that stand before the first of them, before the second and so on."""
    found.sort()
    return [place for place, _ in found], [*accumulate((bit for _, bit in found), or_, initial=0)]


def doubtful(runs: Sequence[Run], moved: Moved) -> Iterator[tuple[Run, Run]]:
    """Pairs of runs, one before the other, but for those that plainly stand as is due."""
    base, *sides = (_Side(runs, side, moved) for side in (BASE, OURS, THEIRS))
    free = sum(1 << at for at, run in enumerate(runs) if run[-1].free)
    for at, two in enumerate(runs):
        piece = two[0]
        if piece.free:
            continue
        was, was_not = base.before_and_behind(piece)
        (ours, not_ours), (theirs, not_theirs) = (side.before_and_behind(piece) for side in sides)
        unknown = [side.unknown(piece) for side in sides]
        right = free | (ours & theirs) | (was_not & ((ours & not_theirs) | (not_ours & theirs)))
        right |= (ours & unknown[1]) | (theirs & unknown[0])
        right |= unknown[0] & unknown[1] & (was | base.unknown(piece))
        right |= (unknown[1] & ~unknown[0] & sides[1].moved(piece, moved)) & (ours | not_ours)
        right |= (unknown[0] & ~unknown[1] & sides[0].moved(piece, moved)) & (theirs | not_theirs)
        left = ((1 << at) - 1) & ~right
        while left:
            first = left & -left
            left ^= first
            yield runs[first.bit_length() - 1], two
