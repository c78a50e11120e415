"""The ids of notes in a file to which new ones come: as few of those that stand there change as can be.

LibreOffice (25.2 and before) gives the n-th place the note with the n-th lowest id, whatever id the place tells and in
whatever order the notes stand in their part; Word goes by the id. So a new note needs an id between those of the notes
around it. Where no number is free there, some that stand give way, in the id of the place and of the note and no more:
else LibreOffice shows each note after it under another's mark, and nobody who opens the file there can tell. Both
programs number all notes anew whenever they save a file, so that nobody can know a note again by its id.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from models.word.markup import whole


def settled_ids(notes: Iterable[str], placed: Collection[str], added: set[str], last: int) -> dict[str, str]:
    """The ids of notes, in the order of their places, after `last`; `placed` have a place, those of `added` are new.

    None is changed where those that stood in the file are in no order of their own: no program can rely on it there.
    """
    notes = list(notes)
    in_order = [one for one in notes if one in placed]
    stood = [(at, whole(one) or 0) for at, one in enumerate(in_order) if one not in added]
    if any(after <= before for (_, before), (_, after) in pairwise(stood)):
        return {}
    kept = dict(_kept(stood, last))
    found: dict[str, str] = {}
    taken: set[int] = set()
    for at, one in enumerate(in_order):
        last = kept.get(at, last + 1)
        taken.add(last)
        found[one] = str(last)
    for one in notes:  # those without a place come last
        if one not in placed:
            number = whole(one) or 0
            if number in taken:
                number = max(taken) + 1
            taken.add(number)
            found[one] = str(number)
    return found


def _kept(stood: Sequence[tuple[int, int]], last: int) -> list[tuple[int, int]]:
    """Those of (place, id) that keep their id: as many as leave room for all between them, the earlier rather.

    Room there is where the id grows by as much as the place: the longest row in which id less place never falls.
    """
    fitting = [(at, number) for at, number in reversed(stood) if number - at > last]
    ends: list[int] = []  # of rows by their length: how far the id of the last lies behind its place, the least so far
    tops: list[int] = []  # and which that last is
    before: list[int | None] = []
    for n, (at, number) in enumerate(fitting):
        length = bisect_right(ends, at - number)
        before.append(tops[length - 1] if length else None)
        ends[length : length + 1] = [at - number]
        tops[length : length + 1] = [n]
    found, step = [], tops[-1] if tops else None
    while step is not None:
        found.append(fitting[step])
        step = before[step]
    return found
