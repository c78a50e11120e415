"""Which paragraph of which kept draft the user is at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.open_text import OpenText
from app.sides import Side
from widgets.compare.page import ComparePage


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph of a kept draft, and words of it that are selected."""

    node: str
    position: int
    selected: str = ""


def at_text(shown: Side | OpenText, position: int, selected: str) -> Place | None:
    """The paragraph on the text page; one of the working text as it stands in the draft it comes from."""
    if isinstance(shown, Side):
        return Place(shown.node, position, selected) if shown.node is not None else None
    entries = shown.text.entries
    came_from = entries[position].came_from if 0 <= position < len(entries) else ()
    if shown.parent is None or not came_from:
        return None
    return Place(shown.parent.id, came_from[0], selected)


def at_compare(page: ComparePage, nodes: Sequence[str | None]) -> Place | None:
    """The paragraph of the change that is chosen: in the newer draft, else where it was; `nodes` by column."""
    chosen = page.chosen()
    if chosen is None or not nodes:
        return None
    change = chosen.comparison.changes[next(iter(chosen.changes))]
    column = chosen.column if chosen.column is not None else len(nodes) - 1
    for at, positions in ((column, change.new), (column - 1, change.old)):
        if positions and 0 <= at < len(nodes):
            node = nodes[at]
            if node is not None:
                return Place(node, positions[0])
    return None
