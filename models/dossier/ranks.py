"""Where paragraphs of a working text stand among each other, so that one that comes or goes moves no other.

A rank is a fraction between 0 and 1, its digits are bytes; between any two there is always room for more. Bytes
compare as the fractions do. Paragraph i of the draft a working text stands on has the rank i + 1 in four bytes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from models.editing.edit import Entry, Splice

_WIDTH = 4
_STEP = 256
"""New paragraphs stand so far apart at most, since the next ones mostly come after them."""


def base_rank(position: int) -> bytes:
    """The rank of a paragraph of the draft a working text stands on."""
    return (position + 1).to_bytes(_WIDTH, "big")


def base_position(rank: bytes) -> int:
    """The position in that draft that has a rank; beyond its end, or -1, where none has."""
    return int.from_bytes(rank, "big") - 1 if len(rank) == _WIDTH else -1


def ranks_between(before: bytes, after: bytes | None, count: int) -> list[bytes]:
    """`count` ranks in order between two, b"" being the beginning and None the end."""
    width = max(_WIDTH, len(before), len(after or b""))
    while True:
        low = int.from_bytes(before.ljust(width, b"\0"), "big")
        high = int.from_bytes(after.ljust(width, b"\0"), "big") if after is not None else 1 << 8 * width
        step = min(_STEP, (high - low) // (count + 1))
        if step:
            return [(low + step * n).to_bytes(width, "big") for n in range(1, count + 1)]
        width += 2


class Ranks:
    """The ranks of the paragraphs of a working text, following its splices."""

    def __init__(self, ranks: Iterable[bytes], base: int) -> None:
        """`base` is how many paragraphs the draft has on which it stands."""
        self._ranks = list(ranks)
        self._base = base

    def __len__(self) -> int:
        return len(self._ranks)

    def follow(self, splice: Splice) -> dict[bytes, Entry | None]:
        """What stands now at each rank where something changed; None where nothing does."""
        end = splice.start + len(splice.old)
        held = self._ranks[splice.start : end]
        before = self._ranks[splice.start - 1] if splice.start else b""
        after = self._ranks[end] if end < len(self._ranks) else None
        fresh = list(self._given(splice, held, before, after))
        self._ranks[splice.start : end] = fresh
        stood = dict(zip(held, splice.old, strict=True))
        changed: dict[bytes, Entry | None] = dict.fromkeys(stood.keys() - set(fresh))
        changed.update((rank, entry) for rank, entry in zip(fresh, splice.new, strict=True) if stood.get(rank) != entry)
        return changed

    def _given(self, splice: Splice, held: Sequence[bytes], before: bytes, after: bytes | None) -> Iterator[bytes]:
        """Ranks for the new entries: those that stay in order keep theirs, the others go between."""
        stay = _staying(splice.old, splice.new)
        waiting: list[Entry] = []
        for position, entry in enumerate(splice.new):
            if position in stay:
                rank = held[stay[position]]
                yield from self._in_gap(waiting, before, rank)
                yield rank
                waiting, before = [], rank
            else:
                waiting.append(entry)
        yield from self._in_gap(waiting, before, after)

    def _in_gap(self, entries: Sequence[Entry], before: bytes, after: bytes | None) -> Iterator[bytes]:
        """Ranks between two; a paragraph of the base that comes back to its place gets its own again."""
        waiting = 0
        for entry in entries:
            own = base_rank(entry.key) if 0 <= entry.key < self._base else b""
            if before < own and (after is None or own < after):
                yield from ranks_between(before, own, waiting)
                yield own
                before, waiting = own, 0
            else:
                waiting += 1
        yield from ranks_between(before, after, waiting)


def _staying(old: Sequence[Entry], new: Sequence[Entry]) -> dict[int, int]:
    """New position to old position of the most entries that are in both, in one order."""
    places = {entry.key: place for place, entry in enumerate(old)}
    common = [(position, places[entry.key]) for position, entry in enumerate(new) if entry.key in places]
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for number, (_, place) in enumerate(common):
        at = bisect_left(tails, place)
        previous.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(place)
            ends.append(number)
        else:
            tails[at], ends[at] = place, number
    found: dict[int, int] = {}
    number = ends[-1] if ends else -1
    while number >= 0:
        position, place = common[number]
        found[position] = place
        number = previous[number]
    return found
