"""The footnotes of a working text: how each reads, its mark, and which of them refer to its paragraphs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from models.draft import Draft, Footnote
from models.editing.edit import NoteChange
from models.editing.referring_notes import ReferringNotes
from models.editing.stretches import Stretches


class Noted:
    """The footnotes of one text, whose paragraphs stand in `stretches`; those that nobody cites are kept for undo."""

    def __init__(self, base: Draft, notes: Iterable[Footnote], stretches: Stretches) -> None:
        self.by_id: dict[int, Footnote] = {note.id: note for note in notes}
        self.referring = ReferringNotes(self.by_id)
        self._base, self._stretches = base, stretches
        self._cited_in_base = [note for paragraph in base.paragraphs for note in paragraph.footnotes]
        self._marks: dict[int, str] | None = None
        self._next = max([*self.by_id, *(note.id for note in base.footnotes)], default=0) + 1

    def copy(self, stretches: Stretches) -> Noted:
        """The same for a copy of the text, whose paragraphs stand in `stretches`."""
        made = object.__new__(Noted)
        made.__dict__.update(self.__dict__)
        made.by_id, made.referring, made._stretches = dict(self.by_id), self.referring.copy(), stretches
        return made

    def set(self, change: NoteChange) -> None:
        """A note came, went or reads otherwise."""
        if change.new is None:
            del self.by_id[change.id]
        else:
            self.by_id[change.id] = change.new
            self._next = max(self._next, change.id + 1)
        self.referring.set(change.id, change.new)
        self._marks = None

    def cited_otherwise(self) -> None:
        """Other notes are cited than before, or in another order."""
        self._marks = None

    def fresh(self) -> int:
        """An id for a new footnote; never given twice."""
        self._next += 1
        return self._next - 1

    def cited(self) -> tuple[int, ...]:
        """Ids of the notes that are cited, in the order of first citing."""
        return tuple(dict.fromkeys(self._stretches.cited))

    def mark(self, note: int) -> str:
        """The mark of a footnote: computed in the order of first citing; a mark that is no number stays."""
        if self._marks is None:
            self._marks = self._computed()
        return self._marks.get(note, "?")

    def _computed(self) -> dict[int, str]:
        if self.untouched():
            return {note.id: note.mark for note in self._base.footnotes}
        marks: dict[int, str] = {}
        count = 0
        for note in self.cited():
            own = self.by_id[note].mark if note in self.by_id else ""
            if own and not own.isdigit():
                marks[note] = own
            else:
                count += 1
                marks[note] = str(count)
        return marks

    def as_kept(self) -> tuple[Footnote, ...]:
        """The notes of the draft that the text is, in the order of citing."""
        if self.untouched():
            return self._base.footnotes
        # A note that no paragraph cites was so in the base, or its last mark was deleted; the second is gone.
        uncited = [note.id for note in self._base.footnotes if note.id not in self._cited_in_base]
        wanted = [note for note in dict.fromkeys([*self.cited(), *uncited]) if note in self.by_id]
        return tuple(
            replace(self.by_id[note], mark=self.mark(note) if note not in uncited else self.by_id[note].mark)
            for note in wanted
        )

    def untouched(self) -> bool:
        """Whether notes and their places in the text are as in the base, so that its marks stand as printed."""
        same = [self.by_id.get(note.id) for note in self._base.footnotes] == list(self._base.footnotes)
        return same and list(self._stretches.cited) == self._cited_in_base
