"""Notes by the marks they are cited with, and what names them in a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from models.draft import Kind, Paragraph
from models.draft.named_parts import NamedPart, named_notes
from models.editing.edit import Entry
from models.editing.references.directions import Direction, note_direction
from models.editing.references.referring_notes import NoteEntry, note_of
from models.editing.references.remembered import Signs
from models.editing.runs import Runs, shown
from models.editing.stretches import Stretches

NotesMeant = Mapping[int, int]
"""By the number of a reference among those of its paragraph or note, the id of the note that is meant."""


class Naming(NamedTuple):
    """A paragraph, or a note as an entry, that names notes."""

    entry: Entry
    parts: Sequence[NamedPart]

    @classmethod
    def of(cls, entry: Entry) -> Naming:
        return cls(entry, tuple(named_notes(shown(entry.paragraph.runs))))

    @property
    def signs(self) -> Signs:
        """What its references are known by."""
        return tuple(part.sign.text for part in self.parts)

    def direction(self, number: int) -> Direction | None:
        """The word that says where the note of one of its references stands."""
        part = self.parts[number]
        return note_direction(shown(self.entry.paragraph.runs), part.start, part.sign.end, part.end)


class Cited:
    """Where the notes of one state of a text stand, and what they are called."""

    def __init__(self, stretches: Stretches, marks: Mapping[int, str]) -> None:
        self.rank = {note: rank for rank, note in enumerate(dict.fromkeys(stretches.cited))}
        self.marks = {note: mark for note, mark in marks.items() if note in self.rank}
        self._stretches = stretches

    @cached_property
    def by_mark(self) -> dict[str, int]:
        """The notes by their marks, those left out that share one."""
        found: dict[str, int] = {}
        for note, mark in self.marks.items():
            found[mark] = -1 if mark in found else note
        return {mark: note for mark, note in found.items() if note >= 0}

    @cached_property
    def _at(self) -> dict[int, int]:
        """By note, the position of the paragraph that cites it first."""
        found: dict[int, int] = {}
        for start, part in zip(self._stretches.starts, self._stretches.parts, strict=True):
            for note, offset in part.citing.items():
                found.setdefault(note, start + offset)
        return found

    def places(self, key: int, at: int, target: int) -> tuple[int, int]:
        """Two numbers that tell in which order what names a note, a paragraph at a position or a note, and it stand."""
        note = note_of(key)
        return (at, self._at[target]) if note is None else (self.rank[note], self.rank[target])

    def meant(self, one: Naming, at: int) -> dict[int, int]:
        """What the references of a paragraph at a position, or of a note, mean: notes that stand where it says."""
        found: dict[int, int] = {}
        for number, part in enumerate(one.parts):
            target = self.by_mark.get(part.sign.text)
            if target is None:
                continue
            here, there = self.places(one.entry.key, at, target)
            said = one.direction(number)
            if here == there if one.entry.key < 0 else said is not None and said.is_other(here, [there]):
                continue
            if one.entry.key < 0 and said is not None and not said.holds(here, [there]):
                continue
            found[number] = target
        return found


def note_entry(note: int, runs: Runs) -> NoteEntry:
    """A note as an entry, whether or not it refers to paragraphs."""
    return NoteEntry(-1 - note, Paragraph(Kind.TEXT, tuple(runs)))
