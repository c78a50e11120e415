"""The marked words that the mouse rests on: where they stand in each of the two drafts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from models.comparison.change import Comparison
from models.comparison.partly import places
from models.comparison.words.plain import word_diff
from models.comparison.words.readable import readable
from models.draft import Draft
from widgets.compare.changes.chosen import shown_words
from widgets.paper.picture import NoteIds


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of a paragraph: its position in the draft, from and to in code points."""

    position: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pointed:
    """A place of words of a change, counted in its `shown_words`; without one the whole of what is new or gone.

    With the ids of a `note` the words are of that, and so are the positions of the spans.
    """

    comparison: Comparison
    number: int
    place: int | None
    note: NoteIds | None = None

    @property
    def spans(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Which words these are in the old draft and in the new one, paragraph by paragraph."""
        change = self.comparison.changes[self.number]
        if self.note is not None:
            old, new = _notes(self.comparison.old, self.note[0]), _notes(self.comparison.new, self.note[1])
            words = readable(word_diff(*("\n".join(text for _, text in side) for side in (old, new))))
        else:
            old, new = _paragraphs(self.comparison.old, change.old), _paragraphs(self.comparison.new, change.new)
            words = shown_words(change)
        if self.place is None:
            return _spans(old, 0, inf), _spans(new, 0, inf)
        parts = places(words)[self.place]
        found: list[tuple[Span, ...]] = []
        for op, side in (("delete", old), ("insert", new)):
            before = sum(len(text) for one, text in words[: parts[0]] if one in ("equal", op))
            long = sum(len(words[part][1]) for part in parts if words[part][0] == op)
            found.append(_spans(side, before, before + long))
        return found[0], found[1]


_Side = Sequence[tuple[int, str]]
"""Positions, or ids of notes, each with its text."""


def _paragraphs(draft: Draft, positions: Sequence[int]) -> _Side:
    return [(at, draft.paragraphs[at].text) for at in positions]


def _notes(draft: Draft, ids: Sequence[int]) -> _Side:
    return [(at, draft.note[at].text) for at in ids]


def _spans(side: _Side, start: float, end: float) -> tuple[Span, ...]:
    """The words between two places of texts that are joined by line feeds."""
    found, begins = list[Span](), 0
    for at, text in side:
        first, last = max(0, start - begins), min(len(text), end - begins)
        if first < last:
            found.append(Span(at, int(first), int(last)))
        begins += len(text) + 1
    return tuple(found)
