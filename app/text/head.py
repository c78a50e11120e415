"""The beginning of a working text as a draft of its own, which is all that its masthead needs."""

from __future__ import annotations

from dataclasses import replace

from models.draft import Draft
from models.editing.working import WorkingText

_HEAD = 80


def head_of(working: WorkingText) -> Draft:
    """The first 80 paragraphs, with their numbers and the notes they cite; the whole text would hold the window up."""
    paragraphs = [
        entry.paragraph if entry.printed else replace(entry.paragraph, number=working.number(position))
        for position, entry in enumerate(working.entries[:_HEAD])
    ]
    cited = dict.fromkeys(note for paragraph in paragraphs for note in paragraph.footnotes)
    notes = (replace(working.notes[note], mark=working.mark(note)) for note in cited if note in working.notes)
    return Draft(tuple(paragraphs), tuple(notes))
