"""The footnotes of a working text: how each reads, its mark, and which of them refer to its paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from models.comparison.references.sources import is_ibid
from models.draft import Draft, Footnote
from models.draft.brackets import NoteBrackets, may_hold_brackets, note_brackets
from models.draft.named_parts import may_name_note
from models.editing.edit import NoteChange
from models.editing.references.referring_notes import NoteEntry, ReferringNotes
from models.editing.stretches import Stretches


class Noted:
    """The footnotes of one text, whose paragraphs stand in `stretches`; those that nobody cites are kept for undo."""

    def __init__(self, base: Draft, notes: Iterable[Footnote], stretches: Stretches) -> None:
        self.by_id: dict[int, Footnote] = {note.id: note for note in notes}
        self.referring = ReferringNotes(self.by_id)
        self._base, self._stretches = base, stretches
        self._cited_in_base = [note for paragraph in base.paragraphs for note in paragraph.footnotes]
        self.ibids = {note for note, footnote in self.by_id.items() if is_ibid(footnote.text)}
        """The ids of those that say "Ibid."."""
        self.naming = {note for note, footnote in self.by_id.items() if may_name_note(footnote.text)}
        """The ids of those that may name others."""
        self._bracketing = {note for note, footnote in self.by_id.items() if may_hold_brackets(footnote.text)}
        self._otherwise = {note for note, footnote in base.note.items() if self.by_id.get(note) != footnote}
        """The ids of those of the base that are gone or read otherwise."""
        self._cited_as_in_base: bool | None = None
        self._marks: dict[int, str] | None = None
        self._next = max([*self.by_id, *(note.id for note in base.footnotes)], default=0) + 1

    def copy(self, stretches: Stretches) -> Noted:
        """The same for a copy of the text, whose paragraphs stand in `stretches`."""
        made = object.__new__(Noted)
        made.__dict__.update(self.__dict__)
        made.by_id, made.referring, made._stretches = dict(self.by_id), self.referring.copy(), stretches
        made.ibids, made.naming = set(self.ibids), set(self.naming)
        made._bracketing, made._otherwise = set(self._bracketing), set(self._otherwise)
        return made

    def set(self, change: NoteChange, known: NoteEntry | None = None) -> None:
        """A note came, went or reads otherwise; `known` is what refers to paragraphs in it, where that is known."""
        note, new = change.id, change.new
        if new is None:
            del self.by_id[note]
        else:
            self.by_id[note] = new
            self._next = max(self._next, note + 1)
        self.referring.set(note, new, known)
        _keep(self.ibids, note, new is not None and is_ibid(new.text))
        _keep(self.naming, note, new is not None and may_name_note(new.text))
        _keep(self._bracketing, note, new is not None and may_hold_brackets(new.text))
        as_printed = not self._otherwise
        _keep(self._otherwise, note, note in self._base.note and new != self._base.note[note])
        # Of thousands of notes no mark changes with the words of one.
        if change.marks_otherwise or as_printed or not self._otherwise:
            self._marks = None

    def cited_otherwise(self) -> None:
        """Other notes are cited than before, or in another order."""
        self._marks = self._cited_as_in_base = None

    def fresh(self) -> int:
        """An id for a new footnote; never given twice."""
        self._next += 1
        return self._next - 1

    def cited(self) -> tuple[int, ...]:
        """Ids of the notes that are cited, in the order of first citing."""
        return tuple(dict.fromkeys(self._stretches.cited))

    def brackets(self) -> NoteBrackets:
        """The brackets of the footnotes that are cited."""
        if not self._bracketing:
            return NoteBrackets()
        return note_brackets(self.by_id[note] for note in self.cited() if note in self._bracketing)

    @property
    def marks(self) -> Mapping[int, str]:
        """The marks of the footnotes: computed in the order of first citing; a mark that is no number stays.

        It is the very same mapping as long as none can have changed.
        """
        if self._marks is None:
            self._marks = self._computed()
        return self._marks

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
            replace(self.by_id[note], mark=self.marks.get(note, "?") if note not in uncited else self.by_id[note].mark)
            for note in wanted
        )

    def untouched(self) -> bool:
        """Whether notes and their places in the text are as in the base, so that its marks stand as printed."""
        if self._cited_as_in_base is None:
            self._cited_as_in_base = list(self._stretches.cited) == self._cited_in_base
        return self._cited_as_in_base and not self._otherwise


def _keep(held: set[int], note: int, belongs: bool) -> None:
    """A note is in a set, or is not."""
    if belongs:
        held.add(note)
    else:
        held.discard(note)
