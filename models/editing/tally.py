"""How much of a working text changed, added up stretch by stretch: one that nobody touched is not looked at again."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from models.comparison.words.marked import Words
from models.draft.word_counts import count_changed
from models.editing.edit import Entry
from models.editing.same_form import SameForm
from models.editing.section_numbers import Going
from models.editing.stretch import Stretch
from models.editing.working import WorkingText


@dataclass(frozen=True, slots=True)
class Totals:
    """Paragraphs that are new, gone, moved or otherwise; words put in and taken out, those of notes not among them."""

    paragraphs: int = 0
    inserted: int = 0
    deleted: int = 0

    def __add__(self, other: Totals) -> Totals:
        return Totals(self.paragraphs + other.paragraphs, self.inserted + other.inserted, self.deleted + other.deleted)

    def __sub__(self, other: Totals) -> Totals:
        return Totals(self.paragraphs - other.paragraphs, self.inserted - other.inserted, self.deleted - other.deleted)


NOTHING = Totals()


@dataclass(frozen=True)
class _Part:
    """Of a stretch: the notes of it that read otherwise, its paragraphs that have their number by where their section
    stands, what its changed paragraphs count for if each stands alone, and which of them continue several of the base;
    places count from its beginning."""

    notes: frozenset[int]
    by_place: dict[int, Going | None]
    alone: dict[int, Totals]
    merged: tuple[int, ...]

    @cached_property
    def total(self) -> Totals:
        """Of all that stand alone."""
        return sum(self.alone.values(), NOTHING)


class Tally:
    """What the paragraphs of one working text count for that stand alone.

    A paragraph stands alone where it continues one of the base that nobody else continues, or none: what it counts for
    then hangs on its own words, and on the notes that read otherwise.
    """

    def __init__(
        self, working: WorkingText, form: SameForm, words: Callable[[tuple[int, ...], tuple[Entry, ...]], Words]
    ) -> None:
        """`words(olds, news)` compares paragraphs with those of the base."""
        self._working, self._form, self._words = working, form, words
        self._parts: dict[Stretch, _Part] = {}
        self._entries: dict[int, tuple[Entry, Totals]] = {}

    def work(self, notes: frozenset[int], seconds: float) -> bool:
        """Look for some time at what was not looked at yet; whether all was. `notes` are those that read otherwise."""
        until = time.perf_counter() + seconds
        before, self._parts = self._parts, {}
        waiting: list[Stretch] = []
        for part in self._working.stretches.parts:
            known = before.get(part)
            if (
                known is not None
                and known.notes == notes.intersection(part.cited)
                and known.by_place == self._by_place(part)
            ):
                self._parts[part] = known
            else:
                waiting.append(part)
        for at, part in enumerate(waiting, 1):
            self._parts[part] = self._looked_at(part, notes.intersection(part.cited))
            if at < len(waiting) and time.perf_counter() > until:
                return False
        return True

    @property
    def merged(self) -> Iterator[int]:
        """The positions that continue several of the base, once all is looked at."""
        for start, part in self._in_order():
            yield from (start + offset for offset in self._parts[part].merged)

    def without(self, together: Collection[int], moved: Collection[int]) -> Totals:
        """The totals of all but the positions `together`, once all is looked at; what only moved counts too."""
        found = NOTHING
        for _, part in self._in_order():
            found += self._parts[part].total
        for position in together:
            found -= self._alone(position) or NOTHING
        return found + Totals(sum(1 for at in moved if at not in together and self._alone(at) is None))

    def _in_order(self) -> Iterator[tuple[int, Stretch]]:
        return zip(self._working.stretches.starts, self._working.stretches.parts, strict=True)

    def _alone(self, position: int) -> Totals | None:
        """What a paragraph counts for if it stands alone; None where it is as in the base."""
        stretches = self._working.stretches
        at = stretches.at(position)
        return self._parts[stretches.parts[at]].alone.get(position - stretches.starts[at])

    def _looked_at(self, part: Stretch, notes: frozenset[int]) -> _Part:
        alone: dict[int, Totals] = {}
        merged: list[int] = []
        touched = self._working.touched
        for offset, entry in enumerate(part.entries):
            if len(entry.came_from) > 1:
                merged.append(offset)
            elif notes and notes.intersection(entry.paragraph.footnotes):
                alone[offset] = self._counted(entry) or Totals(1)
            elif entry.key in touched and (entry.came_from or entry.text.strip()):
                counted = self._counted(entry)
                if counted is not None:
                    alone[offset] = counted
        return _Part(notes, self._by_place(part), alone, tuple(merged))

    def _by_place(self, part: Stretch) -> dict[int, Going | None]:
        known = self._form.by_place
        firsts = [counted.first.key for counted in part.counted if counted.first is not None] if known else []
        return {key: known[key] for key in firsts if key in known}

    def _counted(self, entry: Entry) -> Totals | None:
        """What a paragraph counts for, its notes apart; None where it is as in the base."""
        old = self._working.original[entry.came_from[0]] if entry.came_from else None
        if old is not None and old.text == entry.text:
            return None if self._form.holds(entry, old) else Totals(1)
        known = self._entries.get(entry.key)
        if known is None or known[0] is not entry:
            known = entry, Totals(1) + counts(self._words(entry.came_from, (entry,)))
            self._entries[entry.key] = known
        return known[1]


def counts(words: Words) -> Totals:
    """How many words a comparison puts in and takes out."""
    return Totals(
        0,
        count_changed(words, "insert"),
        count_changed(words, "delete"),
    )
