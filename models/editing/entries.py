"""The entries of a draft, and the draft of entries: numbers that are counted stand in a draft alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.draft import Draft, Footnote, computed_numbers
from models.editing.edit import Entry
from models.editing.step import as_kept


def entries_of(draft: Draft) -> tuple[Entry, ...]:
    """The entries a working text on a draft begins with: key and origin of each are its position."""
    computed = computed_numbers(draft)
    return tuple(
        Entry(position, as_kept(paragraph, paragraph.number != number), (position,), paragraph.number != number)
        for position, (paragraph, number) in enumerate(zip(draft.paragraphs, computed, strict=True))
    )


def draft_of(entries: Sequence[Entry], notes: tuple[Footnote, ...]) -> Draft:
    """The draft that entries are, their numbers filled in, with its footnotes."""
    computed = computed_numbers(Draft(tuple([entry.paragraph for entry in entries])))
    numbered = tuple(
        entry.paragraph if entry.printed or number is None else replace(entry.paragraph, number=number)
        for entry, number in zip(entries, computed, strict=True)
    )
    return Draft(numbered, notes)
