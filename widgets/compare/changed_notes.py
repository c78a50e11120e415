"""The footnotes under a change that say something else now, with their words marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from models.comparison.change import Change, Comparison, Words
from models.comparison.readable import readable
from models.comparison.words import word_diff
from models.draft import Footnote, Kind, Paragraph
from widgets.paper.pieces import Marked, marked

NoteChange = tuple[list[Footnote], list[Footnote], Marked]


class ChangedNotes:
    """Finds the changed footnotes of a comparison by the paragraphs that cite them."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._by_place: dict[tuple[str, int], int] = {}
        """Of each side and id the number of the footnote's change."""
        for number, note in enumerate(comparison.footnotes):
            self._by_place |= {("old", at): number for at in note.old} | {("new", at): number for at in note.new}

    def under(self, change: Change) -> Iterator[NoteChange]:
        """Each note that changed under a change, once: as it was, as it is, and its words marked.

        A note that says what it said, but where another one stood, is told of as well: two that changed places put
        other sources under the same words.
        """
        if not self._comparison.footnotes:
            return
        old, new = self._cited(change)
        yield from self._reworded([("new", at) for at in new] + [("old", at) for at in old])
        if "notes" in change.reasons:
            yield from self._in_other_places(old, new)

    def _cited(self, change: Change) -> tuple[list[int], list[int]]:
        old, new = self._comparison.old.paragraphs, self._comparison.new.paragraphs
        return (
            [note for at in change.old for note in old[at].footnotes],
            [note for at in change.new for note in new[at].footnotes],
        )

    def _reworded(self, cited: Sequence[tuple[str, int]]) -> Iterator[NoteChange]:
        old_notes, new_notes = self._comparison.old.note, self._comparison.new.note
        for number in dict.fromkeys(self._by_place[place] for place in cited if place in self._by_place):
            note = self._comparison.footnotes[number]
            if note.kind != "unchanged":
                old = [old_notes[at] for at in note.old if at in old_notes]
                new = [new_notes[at] for at in note.new if at in new_notes]
                yield old, new, self._marked(note.words, old, new)

    def _in_other_places(self, old: Sequence[int], new: Sequence[int]) -> Iterator[NoteChange]:
        before = [self._by_place.get(("old", at)) for at in old]
        after = [self._by_place.get(("new", at)) for at in new]
        told: set[tuple[int | None, int | None]] = set()
        for i, j in _at_odds(before, after):
            pair = (before[i] if i is not None else None, after[j] if j is not None else None)
            same = [number for number in pair if number is not None and self._stands(number)]
            if not same or pair in told:
                continue
            told.add(pair)
            one = [self._comparison.old.note[old[i]]] if i is not None and self._stands(pair[0]) else []
            two = [self._comparison.new.note[new[j]]] if j is not None and self._stands(pair[1]) else []
            words = word_diff("\n".join(note.text for note in one), "\n".join(note.text for note in two))
            yield one, two, self._marked(words, one, two)

    def _stands(self, number: int | None) -> bool:
        """Whether a note says what it said; what does not is told of by itself."""
        return number is not None and self._comparison.footnotes[number].kind == "unchanged"

    def _marked(self, words: Words, old: Sequence[Footnote], new: Sequence[Footnote]) -> Marked:
        return marked(
            readable(words),
            [Paragraph(Kind.TEXT, one.runs) for one in old],
            [Paragraph(Kind.TEXT, one.runs) for one in new],
            (self._comparison.old, self._comparison.new),
            fold=False,
        )


def _at_odds(before: Sequence[int | None], after: Sequence[int | None]) -> Iterator[tuple[int | None, int | None]]:
    """The places where two rows of notes differ: one by one where they are as long, else as few as can be."""
    if len(before) == len(after):
        yield from ((at, at) for at, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1])
        return
    for op, i, i_end, j, j_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if op != "equal":
            yield from zip_longest(range(i, i_end), range(j, j_end))
