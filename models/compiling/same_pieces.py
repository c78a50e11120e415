"""Which pieces of what one file has are in another that has the same in pieces of its own."""

from __future__ import annotations

from collections.abc import Sequence, Set

_DONE = "\0\1"


def same_pieces(own: Sequence[tuple[object, object]], there: Sequence[tuple[object, object]]) -> list[tuple[int, int]]:
    """Which of its own are which of those there, piece by piece as either has them, in whatever order.

    Each says something, and is of some piece: where it ends a new one begins.
    """
    numbers: dict[object, str] = {}
    sides = [
        "".join(numbers.setdefault(said, chr(len(numbers) + len(_DONE))) for said, _ in side) for side in (own, there)
    ]
    cuts = [_cuts([of for _, of in side]) for side in (own, there)]
    found: list[tuple[int, int]] = []
    while piece := max(_longest(sides, cuts, 0), _longest(sides, cuts, 1)):
        size, *at = piece
        found += [(at[0] + n, at[1] + n) for n in range(size)]
        for side, done in enumerate(_DONE):
            end = at[side] + size
            sides[side] = sides[side][: at[side]] + done * size + sides[side][end:]
            cuts[side] |= {at[side], end}
    return found


def _longest(sides: Sequence[str], cuts: Sequence[Set[int]], side: int) -> tuple[int, ...]:
    """The longest of what stands between cuts on one side that is on the other too, and where on each."""
    at, own, there, last = sorted(cuts[side]), sides[side], sides[1 - side], 0
    size, start = 0, 0
    for n, begin in enumerate(at):
        while last + 1 < len(at) and (last < n or own[begin : at[last + 1]] in there):
            last += 1  # what begins later goes at least as far: it is part of that
        if at[last] - begin > size:
            size, start = at[last] - begin, begin
    place = there.find(own[start : start + size])
    return () if size == 0 else (size, start, place) if side == 0 else (size, place, start)


def _cuts(of: Sequence[object]) -> set[int]:
    """Where pieces are cut."""
    return {0, len(of), *(n for n in range(1, len(of)) if of[n] != of[n - 1])}
