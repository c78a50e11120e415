"""The lineage of a working text: which paragraph of its base lives on as which of the draft it would be kept as."""

from __future__ import annotations

from models.editing.changes import Changes
from models.editing.marks.text_end import where_it_ends
from models.editing.working import WorkingText
from models.lineage import Edge

_CERTAIN = 1.0


def edges(working: WorkingText) -> tuple[Edge, ...]:
    """The edges from the base to the working text, said by the editor, in the order of both.

    Of a split the longer part continues the line: it is certain, the others branch from it with their share of the
    words. A paragraph that is new has no edge; neither has the empty end of a split.
    """
    changes = Changes(working)
    try:
        return tuple(_edges(working, changes))
    finally:
        changes.close()


def _edges(working: WorkingText, changes: Changes) -> list[Edge]:
    origins = changes.origins
    found: list[Edge] = []
    maybe = set(changes.candidates())
    for position, entry in enumerate(working.entries[: where_it_ends(working)]):
        if position not in maybe and len(entry.came_from) == 1:
            found.append(Edge(entry.came_from[0], position, "same", _CERTAIN, "editor"))
            continue
        olds = origins.origins(working.entries, position)
        if not olds:
            continue
        kind = changes.of(position).kind
        kind = "same" if kind in ("unchanged", "form") else kind
        found += [Edge(old, position, kind, _confidence(working, changes, old, position), "editor") for old in olds]
    return sorted(found, key=lambda edge: edge.ends)


def _confidence(working: WorkingText, changes: Changes, old: int, position: int) -> float:
    heirs = changes.origins.heirs(old)
    if len(heirs) == 1:
        return _CERTAIN
    longest = max(heirs, key=lambda at: (working.entries[at].words, -at))
    whole = sum(working.entries[at].words for at in heirs)
    return _CERTAIN if position == longest or not whole else working.entries[position].words / whole
