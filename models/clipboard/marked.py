"""What changed since the base, as pieces for a copy in which it is marked."""

from __future__ import annotations

from models.comparison.change import Change, Comparison, FootnoteChange
from models.comparison.words.marked import Words, side
from models.draft import Draft, Paragraph
from models.editing.changes import Changes
from models.editing.edit import Selection
from models.editing.working import WorkingText
from models.forms.pieces import Piece, lines, note_pieces


def marked_words(working: WorkingText, changes: Changes, selection: Selection) -> dict[int, tuple[Piece, ...]]:
    """The pieces of the changed paragraphs of a selection, by position in the working text."""
    found: dict[int, tuple[Piece, ...]] = {}
    for position in range(selection.start.position, min(selection.end.position + 1, len(working.entries))):
        if changes.of(position).changed:
            found[position] = _pieces(working, changes, position)
    return found


def _pieces(working: WorkingText, changes: Changes, position: int) -> tuple[Piece, ...]:
    words = changes.words_of(position)
    olds = [working.base.paragraphs[at] for at in changes.origins.origins(working.entries, position)]
    if "\n".join(one.text for one in olds) != side(words, "delete"):
        # A part of a split: the looks of its share of the old paragraph are not known.
        return note_pieces(words, plain_words=True)
    new = working.entries[position].paragraph
    comparison = Comparison(
        Draft(tuple(olds), working.base.footnotes),
        Draft((new,), tuple(working.notes.values())),
        (_change(len(olds), words),),
        _notes_that_stay(working, olds, new),
    )
    return tuple(piece for line in lines(comparison, comparison.changes[0], plain_words=True) for piece in line.pieces)


def _notes_that_stay(working: WorkingText, olds: list[Paragraph], new: Paragraph) -> tuple[FootnoteChange, ...]:
    """The notes that were cited there before; all others are new."""
    before = {note for paragraph in olds for note in paragraph.footnotes}
    stay = [note for note in dict.fromkeys(new.footnotes) if note in before and note in working.notes]
    return tuple(FootnoteChange("unchanged", (note,), (note,), ()) for note in stay)


def _change(olds: int, words: Words) -> Change:
    return Change(
        kind="reworded" if olds else "inserted",
        moved=False,
        renumbered=False,
        weight="substance",
        reasons=(),
        old=tuple(range(olds)),
        new=(0,),
        old_labels=(None,) * olds,
        new_labels=(None,),
        similarity=0.0,
        verb=None,
        words=words,
    )
