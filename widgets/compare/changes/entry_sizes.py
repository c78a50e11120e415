"""How long the text of a change is, before it is laid out."""

from __future__ import annotations

from models.comparison.change import Change

_FOLDED_FROM, _FOLDED_TO = 260, 130
"""A longer stretch that did not change is folded, and about so many characters are left of it."""


def size_of(change: Change) -> int:
    """The longer side's characters; a paragraph without words still has a place."""
    old = new = 0
    for op, text in change.words:
        old += len(text) if op != "insert" else 0
        new += len(text) if op != "delete" else 0
    return max(1, old, new)


def seen_of(change: Change) -> tuple[int, int]:
    """How many characters are seen, about: in the longer column, and in one for both sides."""
    seen = {"equal": 0, "delete": 0, "insert": 0}
    for op, text in change.words:
        size = len(text)
        seen[op] += size if op != "equal" or size < _FOLDED_FROM else _FOLDED_TO
    return seen["equal"] + max(seen["delete"], seen["insert"]), sum(seen.values())
