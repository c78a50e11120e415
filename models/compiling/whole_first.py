"""What one asks for in several files at one place: whole paragraphs stand before the words of what they come before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import replace

from models.compiling.one_wish import Ranks
from models.proposals.proposal import Edit, Point, Proposal
from models.proposals.tracked.within_new import comes_whole

BEHIND = 1 << 59
"""The rank of what stands behind all that one file puts in at a point is so much more."""


def whole_first(own: Iterable[Proposal], files: Sequence[Ranks], stays: Set[str | None]) -> list[Proposal]:
    """The wishes of one, ranked so: each file has ranks of its own, and those of two say nothing of their order.

    `stays` are the keys of what others amend, which keeps its ranks.
    """
    own = [*own]
    wholes: dict[tuple[int | None, Point], list[tuple[int, str]]] = {}
    for one in own:
        for edit in one.edits if one.against is None else ():
            if edit.start.offset == 0 and comes_whole(edit):
                wholes.setdefault((one.place.note, edit.start), []).append((edit.rank, one.key))

    # All the words that come before one paragraph go behind, or none: they keep their order among themselves.
    behind = {
        (one.place.note, edit.start)
        for one in own
        for edit in one.edits
        if one.against is None and one.key not in stays and edit.come and not comes_whole(edit)
        for rank, key in wholes.get((one.place.note, edit.start), ())
        if rank >= edit.rank and not in_one({key, one.key}, files)
    }

    def ranked(one: Proposal, edit: Edit) -> Edit:
        words = edit.come and not comes_whole(edit) and (one.place.note, edit.start) in behind
        return replace(edit, rank=edit.rank + BEHIND) if words else edit

    return [
        one
        if one.against is not None or one.key in stays
        else replace(one, edits=tuple(ranked(one, edit) for edit in one.edits))
        for one in own
    ]


def in_one(keys: Collection[str], files: Sequence[Ranks]) -> bool:
    """Whether some file has all of these keys."""
    return any(all(key in file for key in keys) for file in files)
