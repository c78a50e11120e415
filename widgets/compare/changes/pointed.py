"""The marked words that the mouse rests on: where they stand in each of the two drafts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from models.comparison.change import Comparison
from models.comparison.partly import places
from models.draft import Draft
from widgets.compare.changes.chosen import shown_words


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of a paragraph: its position in the draft, from and to in code points."""

    position: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pointed:
    """A place of words of a change, counted in its `shown_words`; without one the whole of what is new or gone."""

    comparison: Comparison
    number: int
    place: int | None

    @property
    def spans(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Which words these are in the old draft and in the new one, paragraph by paragraph."""
        change = self.comparison.changes[self.number]
        old, new = (self.comparison.old, change.old), (self.comparison.new, change.new)
        if self.place is None:
            return _spans(*old, 0, inf), _spans(*new, 0, inf)
        words = shown_words(change)
        parts = places(words)[self.place]
        found: list[tuple[Span, ...]] = []
        for op, side in (("delete", old), ("insert", new)):
            before = sum(len(text) for one, text in words[: parts[0]] if one in ("equal", op))
            long = sum(len(words[part][1]) for part in parts if words[part][0] == op)
            found.append(_spans(*side, before, before + long))
        return found[0], found[1]


def _spans(draft: Draft, positions: Sequence[int], start: float, end: float) -> tuple[Span, ...]:
    """The words between two places of paragraphs that are joined by line feeds."""
    found, begins = list[Span](), 0
    for at in positions:
        long = len(draft.paragraphs[at].text)
        first, last = max(0, start - begins), min(long, end - begins)
        if first < last:
            found.append(Span(at, int(first), int(last)))
        begins += long + 1
    return tuple(found)
