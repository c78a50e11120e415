"""What changed since the base, for a copy in which it is marked: words, what is gone at its place, and what moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.comparison.change import Change, Comparison, FootnoteChange
from models.comparison.words.marked import Words
from models.draft import Draft, Footnote, Paragraph
from models.editing.changes import Changes
from models.editing.edit import Caret, Selection
from models.editing.working import WorkingText
from models.forms.inline_marks import REMARK, moved_from
from models.forms.pieces import DELETE, Piece, lines
from models.telling.numbers import printed

Pieces = tuple[Piece, ...]
Struck = tuple[Paragraph, Pieces]
"""A paragraph that is gone: how it was set, without its number, and all that was printed of it, deleted."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What is marked in a selection: the pieces of changed paragraphs by their position in the working text, and by the
    position before which they are missed the paragraphs that are gone. `notes` are those of the base, None where
    nothing is marked."""

    words: Mapping[int, Pieces] = field(default_factory=dict)
    gone: Mapping[int, tuple[Struck, ...]] = field(default_factory=dict)
    notes: Mapping[int, Footnote] | None = None


def marked_in(working: WorkingText, changes: Changes, selection: Selection) -> Marked:
    """What changed in a selection, and what is gone between its ends, from before the paragraph that it begins with, or
    from the end of the text that is in it."""
    found: dict[int, Pieces] = {}
    for position in range(selection.start.position, min(selection.end.position + 1, len(working.entries))):
        change = changes.of(position)
        if change.changed:
            found[position] = _pieces(working, changes, position)
        if change.moved:
            olds = changes.origins.origins(working.entries, position)
            found[position] += (Piece(REMARK, moved_from(map(working.base_label, olds))),)
    return Marked(found, _gone(working, changes, selection), working.base.note)


def _gone(working: WorkingText, changes: Changes, selection: Selection) -> dict[int, tuple[Struck, ...]]:
    start, end, count = selection.start, selection.end, len(working.entries)
    first = start.position + (start.place > 0)
    last = count if end == Caret(count - 1, working.entries[-1].length) else end.position
    found: dict[int, tuple[Struck, ...]] = {}
    for one in changes.gone:
        if first <= one.before <= last:
            struck = _struck(working.base.paragraphs[one.base_position])
            found[one.before] = (*found.get(one.before, ()), struck)
    return found


def _struck(paragraph: Paragraph) -> Struck:
    head, runs = printed(paragraph)
    pieces = [Piece(DELETE, run.text, run.marks, run.footnote) for run in runs]
    number = [Piece(DELETE, head)] if head else []
    return replace(paragraph, number=None, set_label=None), (*number, *pieces)


def _pieces(working: WorkingText, changes: Changes, position: int) -> Pieces:
    olds, news, words = changes.family_words(position)
    before = tuple(working.base.paragraphs[at] for at in olds)
    now = tuple(working.entries[at].paragraph for at in news)
    return words_between(before, now, words, _notes_that_stay(working, olds, now))[news.index(position)]


def words_between(
    olds: Sequence[Paragraph], news: Sequence[Paragraph], words: Words, notes: tuple[FootnoteChange, ...] = ()
) -> tuple[Pieces, ...]:
    """The pieces of each of some new paragraphs against the old ones, with the `words` of their difference.

    `notes` are those that both cite, by one id.
    """
    change = _change(len(olds), len(news), words)
    comparison = Comparison(Draft(tuple(olds)), Draft(tuple(news)), (change,), notes)
    return tuple(line.pieces for line in lines(comparison, change, plain_words=True))


def _notes_that_stay(working: WorkingText, olds: Iterable[int], now: Iterable[Paragraph]) -> tuple[FootnoteChange, ...]:
    """The notes that were cited there before; all others are new."""
    before = {note for at in olds for note in working.base.paragraphs[at].footnotes}
    cited = dict.fromkeys(note for paragraph in now for note in paragraph.footnotes)
    stay = [note for note in cited if note in before and note in working.notes]
    return tuple(FootnoteChange("unchanged", (note,), (note,), ()) for note in stay)


def _change(olds: int, news: int, words: Words) -> Change:
    return Change(
        kind="reworded" if olds else "inserted",
        moved=False,
        renumbered=False,
        weight="substance",
        reasons=(),
        old=tuple(range(olds)),
        new=tuple(range(news)),
        old_labels=(None,) * olds,
        new_labels=(None,) * news,
        similarity=0.0,
        verb=None,
        words=words,
    )
