"""The footnotes under a change that say or stand for something else now, with their words marked."""

from __future__ import annotations

from collections.abc import Iterator

from models.comparison.change import Change, Comparison
from models.comparison.words.marked import side
from models.comparison.words.readable import readable
from models.draft import Footnote, Kind, Paragraph, Run
from models.telling.changed_notes import ChangedNotes
from models.telling.quiet_notes import QuietNotes
from widgets.paper.marked import Marked, marked
from widgets.paper.picture import NoteIds
from widgets.paper.pieces import Piece, Pieces


class MarkedNotes:
    """The changed footnotes of a comparison by the change they stand under."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._changed = ChangedNotes(comparison)
        self._quiet = QuietNotes(comparison)

    def under(self, change: Change) -> Iterator[tuple[list[Footnote], list[Footnote], Marked, NoteIds]]:
        """Each changed note, once: as it was, as it is, its words marked, and whose ids' words these are."""
        old_notes, new_notes = self._comparison.old.note, self._comparison.new.note
        for note in self._changed.under(change):
            old = [old_notes[at] for at in note.old if at in old_notes]
            new = [new_notes[at] for at in note.new if at in new_notes]
            words = marked(
                readable(note.words),
                _paragraphs(old, side(note.words, "delete")),
                _paragraphs(new, side(note.words, "insert")),
                (self._comparison.old, self._comparison.new),
                fold=False,
                quiet=bool(self._quiet.reason(note)),
            )
            own = _said(old) == side(note.words, "delete") and _said(new) == side(note.words, "insert")
            yield old, new, words, (note.old, note.new) if own else ((), ())

    def lines(self, change: Change) -> tuple[Pieces, ...]:
        """Each as a paragraph of its own, its mark before its words."""
        return tuple(
            (Piece((new or old)[0].mark, note=True), Piece(" "), *(words.inline[0] if words.inline else ()))
            for old, new, words, _ids in self.under(change)
        )

    def read(self, change: Change) -> list[str]:
        """As they read now; what is gone is left out."""
        return [f"{note.mark} {note.text}" for _old, new, *_words in self.under(change) for note in new]

    def spoken(self, change: Change) -> list[str]:
        """For a screen reader: "Footnote 1, Report A/58/98. becomes Study E/2003/7."."""
        said = []
        for note, (old, new, *_words) in zip(self._changed.under(change), self.under(change), strict=True):
            before, after = side(note.words, "delete"), side(note.words, "insert")
            what = f"{before} becomes {after}" if old and new else f"new: {after}" if new else f"deleted: {before}"
            said.append(f"Footnote {(new or old)[0].mark}, {what}")
        return said


def _said(notes: list[Footnote]) -> str:
    return "\n".join(note.text for note in notes)


def _paragraphs(notes: list[Footnote], words: str) -> list[Paragraph]:
    """Notes as paragraphs; what is told of them beyond their own words has no looks."""
    own = _said(notes) == words
    return [Paragraph(Kind.TEXT, note.runs if own else (Run(words),)) for note in notes]
