"""Words that changed, cut wherever their look or what happened to them is another, or a note's mark stands."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from models.comparison.partly import places
from models.comparison.words.marked import Words
from models.draft import Draft, Paragraph, Run


class Side:
    """One side's paragraphs laid end to end with line feeds between, so that a place in the words finds its looks."""

    def __init__(self, paragraphs: Sequence[Paragraph], draft: Draft) -> None:
        self.looks: list[tuple[int, int, Run | None]] = []
        self.notes: dict[int, list[str]] = {}
        place = 0
        for position, paragraph in enumerate(paragraphs):
            if position:
                self.looks.append((place, place + 1, None))
                place += 1
            for run in paragraph.runs:
                if run.footnote is not None:
                    note = draft.note.get(run.footnote)
                    self.notes.setdefault(place, []).append(note.mark if note else "?")
                elif run.text:
                    self.looks.append((place, place + len(run.text), run))
                    place += len(run.text)
        self.length = place
        self.cuts = sorted({start for start, _, _ in self.looks} | set(self.notes))
        self._at = 0

    def look(self, place: int) -> Run | None:
        """The run at a place, None for the line feed between paragraphs; places are asked for in order."""
        while self._at < len(self.looks) and self.looks[self._at][1] <= place:
            self._at += 1
        return self.looks[self._at][2] if self._at < len(self.looks) else Run()


@dataclass(slots=True)
class Atom:
    """A stretch with one operation and one look on each side; its notes stand behind it."""

    op: str
    text: str
    old: Run | None
    new: Run | None
    old_notes: list[str]
    new_notes: list[str]
    fold: int | None = None
    place: int | None = None

    @property
    def restyled(self) -> bool:
        """Whether the words stayed and their look is another."""
        if self.op != "equal" or self.old is None or self.new is None or self.old.marks == self.new.marks:
            return False
        return bool(self.text.strip())

    @property
    def breaks(self) -> bool:
        """Whether this is the line feed between two paragraphs of a side it belongs to."""
        return (self.op != "insert" and self.old is None) or (self.op != "delete" and self.new is None)


def atoms_of(words: Words, old: Side, new: Side) -> list[Atom]:
    """The words in order; joined they give the texts of both sides."""
    atoms: list[Atom] = []
    if 0 in old.notes or 0 in new.notes:
        atoms.append(Atom("equal", "", Run(), Run(), old.notes.get(0, []), new.notes.get(0, [])))
    at_old = at_new = 0
    place_of = {part: place for place, parts in enumerate(places(words)) for part in parts}
    for number, (op, text) in enumerate(words):
        in_old, in_new = op != "insert", op != "delete"
        size = len(text)
        cuts = {0, size}
        if in_old:
            cuts.update(cut - at_old for cut in old.cuts if at_old < cut < at_old + size)
        if in_new:
            cuts.update(cut - at_new for cut in new.cuts if at_new < cut < at_new + size)
        edges = sorted(cuts)
        for start, end in itertools.pairwise(edges):
            atoms.append(
                Atom(
                    op,
                    text[start:end],
                    old.look(at_old + start) if in_old else Run(),
                    new.look(at_new + start) if in_new else Run(),
                    old.notes.get(at_old + end, []) if in_old else [],
                    new.notes.get(at_new + end, []) if in_new else [],
                    place=place_of.get(number),
                )
            )
        at_old += size if in_old else 0
        at_new += size if in_new else 0
    return atoms
