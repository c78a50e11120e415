"""Which paragraphs stand beside another in its list: a bis has the number before it, and no two have the same."""

from __future__ import annotations

from collections.abc import Iterator

from models.draft import Kind
from models.editing.places import depth
from models.editing.working import WorkingText

_BORDERS = (Kind.ANNEX, Kind.ENACTING)


def before_in_list(working: WorkingText, position: int) -> int | None:
    """The position of the sibling before, in a section before where the numbers go on; None for the first of a list."""
    return next(_beside(working, position, range(position - 1, -1, -1)), None)


def others_in_list(working: WorkingText, position: int) -> Iterator[int]:
    """The positions of all siblings of a paragraph, the nearest of those before it first."""
    yield from _beside(working, position, range(position - 1, -1, -1))
    yield from _beside(working, position, range(position + 1, len(working.entries)))


def _beside(working: WorkingText, position: int, way: range) -> Iterator[int]:
    entries = working.entries
    level, kind = depth(entries[position]), entries[position].paragraph.kind
    for at in way:
        other, there = entries[at].paragraph, depth(entries[at])
        if other.kind in _BORDERS or (level and there is not None and there < level):
            return
        if other.kind is Kind.SECTION and (level or entries[at].key in working.stretches.restarting()):
            return
        if there == level and other.kind is kind:
            yield at
