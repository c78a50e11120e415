"""Where the paragraphs of each side live on in a merged text, as places of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from models.comparison.words.atoms import atoms
from models.merging.sheet import Sheet

Meant = frozenset[int]
"""Where in the merged text the paragraph stands that is meant; several where it was split, none where it is gone."""


def common(ours: Meant, theirs: Meant) -> Meant | None:
    """What both mean: the same, or what one means if it is a part of what the other does; None where they differ."""
    if ours == theirs:
        return ours
    return min((one for one in (ours, theirs) if one == ours & theirs and one), key=len, default=None)


def lives_on(sheet: Sheet, side: int) -> Iterator[tuple[int, Meant]]:
    """Where each paragraph of a side lives on in the merged text."""
    for row in sheet.rows:
        places = (row.base, row.ours, row.theirs)[side]
        if len(places) == 1:
            yield places[0], frozenset(row.merged)
        elif len(row.merged) == 1:
            yield from ((one, frozenset(row.merged)) for one in places)
        elif places and row.merged:
            yield from _shared_out(sheet, side, places, row.merged)


def _shared_out(sheet: Sheet, side: int, places: Sequence[int], merged: Sequence[int]) -> Iterator[tuple[int, Meant]]:
    """Several paragraphs that live on in several lines: each in those that have most words of it, and in the one that
    has most of its words."""
    own = [Counter(atoms(sheet.sides[side].draft.paragraphs[at].text).words) for at in places]
    lines = [Counter(atoms(sheet.lines[at].text(sheet.sides)).words) for at in merged]
    shared = [[(one & line).total() for line in lines] for one in own]
    far = [[abs(at * len(lines) - to * len(own)) for to in range(len(lines))] for at in range(len(own))]
    of = [max(range(len(own)), key=lambda at: (shared[at][to], -far[at][to])) for to in range(len(lines))]
    for at, place in enumerate(places):
        best = max(range(len(lines)), key=lambda to: (shared[at][to], -far[at][to]))
        yield place, frozenset(one for to, one in enumerate(merged) if to == best or of[to] == at)
