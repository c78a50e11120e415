"""The longest common subsequence of two token lists, within a bound on the work."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import count
from types import ModuleType

from models.comparison.words.chain import heaviest_chain
from models.comparison.words.tokens import word_count

CELLS = 150_000_000
"""Above so many pairs of tokens only unique tokens are aligned first, for the table of the common subsequence takes a
bit for each pair."""

Block = tuple[int, int, int, int]
"""A place where two token lists differ: old start and end, new start and end."""


MOST = 500_000
"""Of more tokens together there is no diff by subsequence: there are not characters enough."""


@cache
def measures() -> ModuleType:
    """What measures the distance of two texts; its import takes long, and who writes what was compared needs none."""
    from rapidfuzz import distance

    return distance


class Codes(dict[str, str]):
    """One character for each distinct token: rapidfuzz is fastest on strings, and nothing depends on hashing."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers = count(0x100)

    def __missing__(self, token: str) -> str:
        # Two threads may ask at once: counting and putting in are each one step, and the first to come stays.
        return self.setdefault(token, chr(min(next(self._numbers), sys.maxunicode)))

    def of(self, tokens: Iterable[str]) -> str:
        """The tokens as a string of one character each."""
        return "".join(map(self.__getitem__, tokens))


_met = Codes()


def encoded(old: Sequence[str], new: Sequence[str]) -> tuple[str, str]:
    """Two token lists as strings of one character for each token; tokens met before keep theirs for a while."""
    global _met
    if len(_met) > MOST:
        _met = Codes()
    codes = _met
    return codes.of(old), codes.of(new)


def too_long(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether two token lists are so long that the diff is coarser than the least one."""
    return len(old) * len(new) > CELLS or len(old) + len(new) > MOST


def coarse(old: str, new: str) -> bool:
    """Whether the diff of two texts is coarser than the least one, because of their length."""
    # A text has fewer words than characters, so most are known by their length.
    if len(old) * len(new) <= CELLS and len(old) + len(new) <= MOST:
        return False
    words = word_count(old), word_count(new)
    return words[0] * words[1] > CELLS or sum(words) > MOST


def differences(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """Where two token lists differ, as little as can be; lists too long are cut at tokens that stand once in each."""
    return list(_within_bounds(old, new)) if too_long(old, new) else _least(old, new, 0, 0)


def least(old: Sequence[str], new: Sequence[str], at_old: int = 0, at_new: int = 0) -> list[Block]:
    """Where two token lists differ by their longest common subsequence, counted from the given places."""
    if not old or not new or too_long(old, new):
        return [(at_old, at_old + len(old), at_new, at_new + len(new))] if old or new else []
    return _least(old, new, at_old, at_new)


def _least(old: Sequence[str], new: Sequence[str], at_old: int, at_new: int) -> list[Block]:
    if not old or not new or (len(old) < SHORT and set(old).isdisjoint(new)):
        return [(at_old, at_old + len(old), at_new, at_new + len(new))] if old or new else []
    found = []
    last_old = last_new = 0
    for i, j, size in measures().LCSseq.editops(*encoded(old, new)).as_matching_blocks():
        if i > last_old or j > last_new:
            found.append((at_old + last_old, at_old + i, at_new + last_new, at_new + j))
        last_old, last_new = i + size, j + size
    return found


SHORT = 8
"""So few tokens are looked through faster than a table is made."""


def _within_bounds(old: Sequence[str], new: Sequence[str]) -> Iterator[Block]:
    start = _common(old, new)
    end = min(_common(old[::-1], new[::-1]), min(len(old), len(new)) - start)
    anchors = _unique_anchors(old[start : len(old) - end], new[start : len(new) - end])
    last_old, last_new = start, start
    for one, two in [*((a + start, b + start) for a, b in anchors), (len(old) - end, len(new) - end)]:
        yield from least(old[last_old:one], new[last_new:two], last_old, last_new)
        last_old, last_new = one + 1, two + 1


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    length = 0
    for one, two in zip(old, new, strict=False):
        if one != two:
            break
        length += 1
    return length


def _unique_anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    places_old: dict[str, int] = {}
    for position, token in enumerate(old):
        places_old[token] = -1 if token in places_old else position
    places_new: dict[str, int] = {}
    for position, token in enumerate(new):
        places_new[token] = -1 if token in places_new else position
    pairs = [(i, places_new[t]) for t, i in places_old.items() if i >= 0 and places_new.get(t, -1) >= 0]
    return heaviest_chain([(i, j, 1.0) for i, j in pairs])
