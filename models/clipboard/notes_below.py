"""The notes below a copy, each with its mark and its words in both texts where what changed is marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.clipboard.marked import Pieces, words_between
from models.comparison.words.plain import word_diff
from models.comparison.words.readable import readable
from models.draft import Footnote, Paragraph
from models.forms.pieces import DELETE, EQUAL, INSERT, Piece

Words = Mapping[int, Sequence[Piece]]
"""The pieces of changed paragraphs, by their place among those written."""
Notes = Mapping[int, Footnote]


@dataclass(frozen=True, slots=True)
class NoteBelow:
    """A note: its marks in the old and in the new text, None where it is not cited there, and its words."""

    old: str | None
    new: str | None
    words: Pieces

    @property
    def op(self) -> str:
        """What became of it as a whole."""
        return INSERT if self.old is None else DELETE if self.new is None else EQUAL

    def marks(self, op: str = EQUAL) -> Iterator[tuple[str, str]]:
        """(operation, mark) at a place of such an operation: of a note whose number is another both are shown."""
        if op == EQUAL and self.old == self.new is not None:
            yield EQUAL, self.new
            return
        if op != INSERT and self.old is not None:
            yield DELETE, self.old
        if op != DELETE and self.new is not None:
            yield INSERT, self.new


def notes_below(paragraphs: Sequence[Paragraph], words: Words, now: Notes, base: Notes | None) -> dict[int, NoteBelow]:
    """The notes that are cited in a copy by their ids, in the order of their first places.

    `base` has the notes of the base, None where nothing is marked. Of either text it has those that are cited there
    in what is copied.
    """
    places: dict[int, set[str]] = {}
    for at, paragraph in enumerate(paragraphs):
        for op, note in _cited(paragraph, words.get(at)):
            places.setdefault(note, set()).add(op)
    found: dict[int, NoteBelow] = {}
    for note, ops in places.items():
        new = now.get(note) if ops != {DELETE} else None
        old = new if base is None else base.get(note) if ops != {INSERT} else None
        if old is not None or new is not None:
            found[note] = NoteBelow(old.mark if old else None, new.mark if new else None, _words(old, new))
    return found


def _cited(paragraph: Paragraph, pieces: Sequence[Piece] | None) -> Iterator[tuple[str, int]]:
    if pieces is None:
        return ((EQUAL, note) for note in paragraph.footnotes)
    return ((piece.op, piece.note) for piece in pieces if piece.note is not None)


def _words(old: Footnote | None, new: Footnote | None) -> Pieces:
    if old is not None and new is not None and old.text != new.text:
        return words_between((old.as_paragraph(),), (new.as_paragraph(),), readable(word_diff(old.text, new.text)))[0]
    one, op = (new, EQUAL if old is not None else INSERT) if new is not None else (old, DELETE)
    runs = one.runs if one is not None else ()
    return tuple(Piece(op, run.text, run.marks) for run in runs if run.footnote is None)
