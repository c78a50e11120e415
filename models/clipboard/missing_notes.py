"""Marks of notes whose notes were not copied with them."""

from __future__ import annotations

from collections.abc import Sequence

from models.clipboard.fragment import Fragment
from models.reading.notes import raised_marks
from models.telling.sentences import listed


def told_of_marks(fragment: Fragment) -> tuple[str, ...]:
    """Sentences about the marks of what is pasted that have no note, as reading the same file tells of them."""
    left = raised_marks(fragment.paragraphs)
    empty = [note.mark for note in fragment.footnotes if not note.text.strip()]
    told = []
    if left:
        told.append(f"{_no_note(left)}; {'it was' if len(left) == 1 else 'they were'} left in the text.")
    if empty:
        told.append(f"{_no_note(empty)}; {'an empty note stands' if len(empty) == 1 else 'empty notes stand'} there.")
    return tuple(told)


def _no_note(marks: Sequence[str]) -> str:
    if len(marks) == 1:
        return f"There is no note {marks[0]} for the mark in what was pasted"
    return f"There are no notes {listed(marks)} for the marks in what was pasted"
