"""The marked words that the mouse rests on: where they stand in each of the two drafts."""

from __future__ import annotations

from dataclasses import dataclass

from models.comparison.change import Comparison
from models.comparison.partly import places
from widgets.compare.changes.chosen import shown_words


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of a paragraph: its position in the draft, from and to in code points."""

    position: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pointed:
    """A place of words of a change, counted as `places_of` has them; without one the whole of what is new or gone."""

    comparison: Comparison
    number: int
    place: int | None

    @property
    def spans(self) -> tuple[Span | None, Span | None]:
        """Which words these are in the old draft and in the new one; None where there are none."""
        change = self.comparison.changes[self.number]
        found: list[Span | None] = []
        if self.place is None:
            for draft, at in ((self.comparison.old, change.old[:1]), (self.comparison.new, change.new[:1])):
                found.append(Span(at[0], 0, len(draft.paragraphs[at[0]].text)) if at else None)
            return found[0], found[1]
        words = shown_words(change)
        parts = places(words)[self.place]
        for op, positions in (("delete", change.old), ("insert", change.new)):
            before = sum(len(text) for one, text in words[: parts[0]] if one in ("equal", op))
            long = sum(len(words[part][1]) for part in parts if words[part][0] == op)
            found.append(Span(positions[0], before, before + long) if long else None)
        return found[0], found[1]
