"""Which paragraph stands before another in its list, so that a bis has its number."""

from __future__ import annotations

from models.draft import Kind
from models.editing.places import depth
from models.editing.working import WorkingText

_BORDERS = (Kind.ANNEX, Kind.ENACTING)


def before_in_list(working: WorkingText, position: int) -> int | None:
    """The position of the sibling before, in a section before where the numbers go on; None for the first of a list."""
    entries = working.entries
    level, kind = depth(entries[position]), entries[position].paragraph.kind
    for at in range(position - 1, -1, -1):
        other, there = entries[at].paragraph, depth(entries[at])
        if other.kind in _BORDERS or (level and there is not None and there < level):
            return None
        if other.kind is Kind.SECTION and (level or entries[at].key in working.stretches.restarting()):
            return None
        if there == level and other.kind is kind:
            return at
    return None
