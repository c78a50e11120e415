"""Small drafts to merge, and what a merge says once each of its conflicts is settled one way."""

from __future__ import annotations

from models.draft import Draft, Kind, Paragraph, Run, computed_numbers
from models.merging import Merge
from tests.models.merging.answered import resolve


def settled(found: Merge, way: str) -> Merge:
    """All conflicts settled one way, as ours where a conflict does not offer that."""
    for conflict in found.conflicts:
        found = resolve(found, conflict, way if way in conflict.choices else "ours")
    return found


def text(found: Merge) -> str:
    """The words of the merged text, a line for each paragraph."""
    return "\n".join(paragraph.text for paragraph in found.draft.paragraphs)


def draft(*texts: str) -> Draft:
    """Operative paragraphs with their numbers, each ended by a semicolon."""
    made = [Paragraph(Kind.OPERATIVE, (Run(f"{one};"),)) for one in texts]
    numbers = computed_numbers(Draft(tuple(made)))
    return Draft(tuple(Paragraph(one.kind, one.runs, 0, n) for one, n in zip(made, numbers, strict=True)))
