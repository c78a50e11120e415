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
        if len(splice.old) == 1 == len(splice.new):
            (one,), (two,), rank = splice.old, splice.new, self._ranks[splice.start]
            if one.key == two.key and (not 0 <= two.key < self._base or rank == base_rank(two.key)):
                return {rank: two} if one != two else {}  # as at nearly every key, which may wait for this thread
        end = splice.start + len(splice.old)
        held = self._ranks[splice.start : end]
        before = self._ranks[splice.start - 1] if splice.start else b""
        after = self._ranks[end] if end < len(self._ranks) else None
        stood = dict(zip(held, splice.old, strict=True))
        places = {entry.key: rank for rank, entry in stood.items()}
        own = [base_rank(entry.key) if 0 <= entry.key < self._base else None for entry in splice.new]
        fresh = _given((own, [places.get(entry.key) for entry in splice.new]), before, after)
        self._ranks[splice.start : end] = fresh
        changed: dict[bytes, Entry | None] = dict.fromkeys(stood.keys() - set(fresh))
        changed.update((rank, entry) for rank, entry in zip(fresh, splice.new, strict=True) if stood.get(rank) != entry)
        return changed


def _given(wishes: Sequence[Sequence[bytes | None]], before: bytes, after: bytes | None) -> list[bytes]:
    """Ranks in order between two: as many as can be by the first wish, then by the next, the others anew.

    A paragraph of the base that comes back to its place so gets its own rank again, and one that stays keeps its.
    """
    given: list[bytes | None] = [None] * len(wishes[0])
    for wish in wishes:
        for first, end, low, high in list(_gaps(given, before, after)):
            for place in _rising(wish[first:end], low, high):
                given[first + place] = wish[first + place]
    for first, end, low, high in list(_gaps(given, before, after)):
        given[first:end] = ranks_between(low, high, end - first)
    return [rank for rank in given if rank is not None]


def _gaps(
    given: Sequence[bytes | None], before: bytes, after: bytes | None
) -> Iterator[tuple[int, int, bytes, bytes | None]]:
    """(first, end, rank before, rank after) of each stretch without ranks."""
    first = 0
    for place, rank in enumerate(given):
        if rank is not None:
            if first < place:
                yield first, place, before, rank
            first, before = place + 1, rank
    if first < len(given):
        yield first, len(given), before, after


def _rising(wished: Sequence[bytes | None], low: bytes, high: bytes | None) -> list[int]:
    """Places of the longest rising sequence of ranks between two."""
    tails: list[bytes] = []
    ends: list[int] = []
    previous: dict[int, int] = {}
    for place, rank in enumerate(wished):
        if rank is None or rank <= low or (high is not None and rank >= high):
            continue
        at = bisect_left(tails, rank)
        previous[place] = ends[at - 1] if at else -1
        tails[at : at + 1], ends[at : at + 1] = [rank], [place]
    found: list[int] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        found.append(place)
        place = previous[place]
    return found[::-1]
