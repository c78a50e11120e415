"""Which paragraph of which kept draft the user is at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.subjects.open_text import OpenText
from app.subjects.sides import Side

if TYPE_CHECKING:
    from widgets.compare.page import ComparePage


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph of a kept draft, and words of it that are selected, with where they begin."""

    node: str
    position: int
    selected: str = ""
    start: int = 0


def at_text(shown: Side | OpenText, position: int, selected: str, start: int) -> Place | None:
    """The paragraph on the text page; one of the working text as it stands in the draft it comes from."""
    if isinstance(shown, Side):
        return Place(shown.node, position, selected, start) if shown.node is not None else None
    entries = shown.text.entries
    came_from = entries[position].came_from if 0 <= position < len(entries) else ()
    if shown.parent is None or not came_from:
        return None
    return Place(shown.parent.id, came_from[0], selected, start)


def at_compare(page: ComparePage, nodes: Sequence[str | None]) -> Place | None:
    """The paragraph one is at: in the newer draft, else where it was; `nodes` by column."""
    for column, position in page.stands_at():
        node = nodes[column] if column < len(nodes) else None
        if node is not None:
            return Place(node, position)
    return None
