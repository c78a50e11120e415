"""Notes that come in one place while they stand, or come, in another too: each is a note of its own."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from models.draft import Draft, Footnote


class SecondNotes:
    """Gives notes marks that no other has: a note with the mark and the words of another is taken for that one."""

    def __init__(self, draft: Draft, others: Sequence[Footnote] = ()) -> None:
        """`others` are notes that come."""
        notes = (*draft.footnotes, *others)
        self._draft = draft
        self._mark = max((int(note.mark) for note in notes if note.mark.isdecimal()), default=0)

    def of(self, notes: Sequence[Footnote]) -> tuple[Footnote, ...]:
        """The notes as new ones; marks that are no numbers stay."""
        return tuple(self._marked(note) if note.mark.isdecimal() else note for note in notes)

    def of_left(self, notes: Sequence[Footnote], left: Set[int]) -> tuple[Footnote, ...]:
        """The notes, those as new ones that are notes of the draft which are `left` where they stand."""
        there = {(one.mark, one.runs) for one in self._draft.footnotes if one.id in left}
        return tuple(self.of([note])[0] if (note.mark, note.runs) in there else note for note in notes)

    def _marked(self, note: Footnote) -> Footnote:
        self._mark += 1
        return replace(note, mark=f"{self._mark}")
