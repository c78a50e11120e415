"""Notes that come in one place while they stand, or come, in another too: each is a note of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from models.compiling.joint_wishes import names_in
from models.compiling.standing import Standing
from models.draft import Draft, Footnote


class SecondNotes:
    """Gives notes marks that no other has: a note with the mark and the words of another is taken for that one."""

    def __init__(self, draft: Draft, others: Sequence[Footnote] = ()) -> None:
        """`others` are notes that come."""
        notes = (*draft.footnotes, *others)
        self._draft = draft
        self._mark = max((int(note.mark) for note in notes if note.mark.isdecimal()), default=0)
        self._by: dict[Footnote, str] = {}
        self._again: dict[tuple[str, Footnote], Footnote] = {}

    def of(self, notes: Sequence[Footnote]) -> tuple[Footnote, ...]:
        """The notes as new ones; marks that are no numbers stay."""
        return tuple(self._marked(note) if note.mark.isdecimal() else note for note in notes)

    def laid_in(self, wishes: Iterable[Standing], taken: Mapping[str, Collection[int]]) -> list[Standing]:
        """The wishes, as new ones the notes of what comes that stay where they stood, or that others put in too.

        `taken` are by name the notes of the draft that one takes out: a note that one cites again, and does not take
        out, stays one note.
        """
        here = list(wishes)
        gone = {note for one in here for edit in one.proposal.edits for note in edit.gone_notes}
        found = []
        for one in here:
            own = {note for name in names_in(one.name) for note in taken.get(name, ())}
            left = {(note.mark, note.runs) for note in self._draft.footnotes if note.id in own - gone}
            notes = tuple(self._of_one(one.name, note, left) for note in one.proposal.footnotes)
            same = notes == one.proposal.footnotes
            found.append(one if same else replace(one, proposal=replace(one.proposal, footnotes=notes)))
        return found

    def _of_one(self, name: str, note: Footnote, left: Collection[object]) -> Footnote:
        others = self._by.setdefault(note, name) != name
        if not note.mark.isdecimal() or not (others or (note.mark, note.runs) in left):
            return note
        if (name, note) not in self._again:
            self._again[name, note] = self._marked(note)
        return self._again[name, note]

    def _marked(self, note: Footnote) -> Footnote:
        self._mark += 1
        return replace(note, mark=f"{self._mark}")
