"""What a merge says once each of its conflicts is settled one way."""

from __future__ import annotations

from models.merging import Merge, resolve


def settled(found: Merge, way: str) -> Merge:
    """All conflicts settled one way, as ours where a conflict does not offer that."""
    for conflict in found.conflicts:
        found = resolve(found, conflict.key, way if way in conflict.choices else "ours")
    return found


def text(found: Merge) -> str:
    """The words of the merged text, a line for each paragraph."""
    return "\n".join(paragraph.text for paragraph in found.draft.paragraphs)
