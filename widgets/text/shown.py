"""What a sheet shows: a kept draft, or the working text as it is at this moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from models.draft import Draft, Footnote, Paragraph, labels
from models.editing.working import WorkingText


class Shown(Protocol):
    """Paragraphs by position, and what hangs beside and below them. Labels are asked for in sight only."""

    def count(self) -> int:
        """How many paragraphs there are."""

    def paragraph(self, position: int) -> Paragraph:
        """A paragraph; that it shows is its `number`."""

    def key(self, position: int) -> int:
        """What stays with a paragraph while others come and go."""

    def paragraphs(self) -> Sequence[Paragraph]:
        """All paragraphs in order."""

    def number(self, position: int) -> str | None:
        """The number that is shown at a paragraph."""

    def label(self, position: int) -> str | None:
        """What people call it."""

    def number_and_label(self, position: int) -> tuple[str | None, str | None]:
        """Both, of a paragraph that is there."""

    def mark(self, note: int) -> str:
        """The mark of a footnote, "?" where it is unknown."""

    def note(self, note: int) -> Footnote | None:
        """A footnote."""

    def has_notes(self) -> bool:
        """Whether there are footnotes at all."""

    def cites_among(self, positions: range) -> bool:
        """Whether one of some paragraphs, as far as they are there, cites a footnote."""


class ShownDraft:
    """A kept draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._labels: Sequence[str | None] | None = None

    def count(self) -> int:
        return len(self.draft.paragraphs)

    def paragraph(self, position: int) -> Paragraph:
        return self.draft.paragraphs[position]

    def key(self, position: int) -> int:
        return position

    def paragraphs(self) -> Sequence[Paragraph]:
        return self.draft.paragraphs

    def number(self, position: int) -> str | None:
        return self.draft.paragraphs[position].number

    def label(self, position: int) -> str | None:
        if self._labels is None:
            self._labels = labels(self.draft)
        return self._labels[position] if 0 <= position < len(self._labels) else None

    def number_and_label(self, position: int) -> tuple[str | None, str | None]:
        return self.number(position), self.label(position)

    def mark(self, note: int) -> str:
        found = self.draft.note.get(note)
        return found.mark if found else "?"

    def note(self, note: int) -> Footnote | None:
        return self.draft.note.get(note)

    def has_notes(self) -> bool:
        return bool(self.draft.footnotes)

    def cites_among(self, positions: range) -> bool:
        return bool([True for one in self.draft.paragraphs[positions.start : positions.stop] if one.footnotes])


class ShownWorking:
    """The working text."""

    def __init__(self, working: WorkingText) -> None:
        self.working = working

    def count(self) -> int:
        return len(self.working.entries)

    def paragraph(self, position: int) -> Paragraph:
        return self.working.entries[position].paragraph

    def key(self, position: int) -> int:
        return self.working.entries[position].key

    def paragraphs(self) -> Sequence[Paragraph]:
        return [entry.paragraph for entry in self.working.entries]

    def number(self, position: int) -> str | None:
        return self.working.number(position)

    def label(self, position: int) -> str | None:
        return self.working.label(position) if 0 <= position < len(self.working.entries) else None

    def number_and_label(self, position: int) -> tuple[str | None, str | None]:
        return self.working.number_and_label(position)

    def mark(self, note: int) -> str:
        return self.working.mark(note)

    def note(self, note: int) -> Footnote | None:
        found = self.working.notes.get(note)
        if found is None:
            return None
        mark = self.working.mark(note)
        return found if mark == found.mark else replace(found, mark=mark)

    def has_notes(self) -> bool:
        return bool(self.working.notes)

    def cites_among(self, positions: range) -> bool:
        entries = self.working.entries[positions.start : positions.stop]
        return bool([True for entry in entries if entry.paragraph.footnotes])


def with_number(one: Paragraph, number: str | None) -> Paragraph:
    """A paragraph with the number that is shown at it."""
    if number == one.number:
        return one
    return Paragraph(one.kind, one.runs, one.level, number, one.set_label, one.cell)
