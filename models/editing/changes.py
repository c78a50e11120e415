"""The working text against the draft it came from, paragraph by paragraph, kept up to date as it is written."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from models.comparison.paragraph_ends import share, stretches
from models.comparison.words.marked import Words
from models.comparison.words.plain import word_diff
from models.comparison.words.readable import readable
from models.draft.word_counts import count_words
from models.editing.edit import Edit, Entry
from models.editing.origins import Origins, origins_of
from models.editing.same_form import SameForm
from models.editing.tally import NOTHING, Tally, Totals, counts
from models.editing.working import WorkingText


class Fate(StrEnum):
    """What became of a paragraph; FORM is equal words of another kind, number or look, or with another note."""

    UNCHANGED = "unchanged"
    REWORDED = "reworded"
    NEW = "new"
    SPLIT = "split"
    MERGED = "merged"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    """What is to be said of one paragraph; `moved` says that it stands elsewhere, whatever else became of it."""

    fate: Fate
    moved: bool = False

    @property
    def kind(self) -> str:
        """One word for it: new, split, merged, moved, reworded, form or unchanged; the first of them that it is."""
        # Asked at every key; `value` is a call of two functions.
        return "moved" if self.moved and self.fate not in (Fate.SPLIT, Fate.MERGED) else self.fate._value_

    @property
    def changed(self) -> bool:
        """Whether anything is to be seen."""
        return self.moved or self.fate is not Fate.UNCHANGED


@dataclass(frozen=True, slots=True)
class Gone:
    """A base paragraph that is no longer there, and the position before which it is missed."""

    base_position: int
    before: int


def gone_at(working: WorkingText, origins: Origins, position: int) -> tuple[Gone, ...]:
    """What is gone from before a paragraph, and from behind it where it is the last, in the order of the base."""
    end = len(working.entries) if position == len(working.entries) - 1 else position
    original = working.original
    here = (one for one in origins.gone if position <= one[1] <= end)
    return tuple(Gone(old, at) for old, at in here if original[old].text.strip())


def _gone(working: WorkingText, origins: Origins) -> Iterator[Gone]:
    original = working.original
    return (Gone(old, at) for old, at in origins.gone if original[old].text.strip())


_change = lru_cache(maxsize=None)(ParagraphChange)
_NEW, _SPLIT, _MERGED = _change(Fate.NEW), Fate.SPLIT, Fate.MERGED


class Changes:
    """Answers for one working text; listens to its edits until `close`.

    What writing in one paragraph leaves as it is (who continues whom, the order) is worked out only when paragraphs
    come, go or move; the words of a paragraph only when it is asked for.
    """

    def __init__(self, working: WorkingText) -> None:
        self._working = working
        self._origins: Origins | None = None
        self._notes: frozenset[int] | None = None
        self._compared = _ComparedWords(working)
        self._form = SameForm(working)
        self._tally = Tally(working, self._form, self._compared)
        self._base_words: dict[int, int | None] = {}
        """By position in the base, how many words paragraphs have that are gone or were; None where there is none."""
        self._uncounted: Iterator[int] = iter(())
        self._gone_of: Origins | None = None
        working.listeners.append(self._heard)

    def close(self) -> None:
        """Listen no longer."""
        self._working.listeners.remove(self._heard)

    def _heard(self, edit: Edit) -> None:
        if edit.notes:
            self._notes = None
        if any(splice.regroups for splice in edit.splices):
            self._origins = None

    @property
    def origins(self) -> Origins:
        """Who continues whom."""
        if self._origins is None:
            self._origins = origins_of(self._working)
        return self._origins

    def of(self, position: int) -> ParagraphChange:
        """What became of the paragraph at a position."""
        working, origins = self._working, self.origins
        entry = working.entries[position]
        came_from = entry.came_from
        if len(came_from) == 1:
            # As nearly always: who continues it is asked for once.
            heirs = origins.heirs(came_from[0])
            olds: tuple[int, ...] = came_from if position in heirs else ()
        else:
            olds = origins.origins(working.entries, position)
            heirs = origins.heirs(olds[0]) if len(olds) == 1 else ()
        if not olds:
            return _NEW
        moved = position in origins.moved
        if len(olds) > 1:
            return _change(_MERGED, moved)
        if len(heirs) > 1:
            return _change(_SPLIT, moved)
        return _change(self._fate(entry, working.original[olds[0]]), moved)

    def _fate(self, entry: Entry, old: Entry) -> Fate:
        new, base = entry.paragraph, old.paragraph
        if new is not base or entry.printed != old.printed:
            if new.text != base.text:
                return Fate.REWORDED
            if not self._form.holds(entry, old):
                return Fate.FORM
        return Fate.FORM if self.reworded_notes.intersection(new.footnotes) else Fate.UNCHANGED

    @property
    def reworded_notes(self) -> frozenset[int]:
        """Ids of the notes of the base that read otherwise now."""
        if self._notes is None:
            notes = self._working.notes
            self._notes = frozenset(
                note.id
                for note in self._working.base.footnotes
                if note.id in notes and notes[note.id].runs != note.runs
            )
        return self._notes

    @property
    def gone(self) -> tuple[Gone, ...]:
        """Base paragraphs with words that are no longer there, in their order."""
        return tuple(_gone(self._working, self.origins))

    def gone_at(self, position: int) -> tuple[Gone, ...]:
        """Those that are missed at a paragraph; see `gone_at`."""
        return gone_at(self._working, self.origins, position)

    @property
    def gone_before(self) -> frozenset[int]:
        """The positions before which paragraphs of the base with words are missed."""
        return frozenset(one.before for one in _gone(self._working, self.origins))

    def candidates(self) -> Iterator[int]:
        """Positions of the entries that could be changed; an empty paragraph that is new counts for nothing."""
        return filter(self._may_count, range(len(self._working.entries)))

    def count_some(self, seconds: float) -> bool:
        """Work for some time on the totals; whether they are all counted, so that `totals` has them at once."""
        until = time.perf_counter() + seconds
        return self._tally.work(self.reworded_notes, seconds) and self._count_gone(until)

    @property
    def totals(self) -> Totals:
        """How much changed."""
        self._tally.work(self.reworded_notes, math.inf)
        origins = self.origins
        together = origins.together.union(self._tally.merged)
        return self._tally.without(together, origins.moved) + self._of_families(together) + self._of_gone()

    def _of_families(self, together: Iterable[int]) -> Totals:
        """Of paragraphs that hang together through splits and merges."""
        found, seen = NOTHING, set[int]()
        for position in sorted(together):
            if not self._may_count(position) or not self.of(position).changed:
                continue
            found += Totals(1)
            if position not in seen:
                seen.update(self.origins.family(self._working.entries, position)[1])
                found += counts(self._family_words(position))
        return found

    def _may_count(self, position: int) -> bool:
        """Whether a paragraph counts if it is changed: an empty one that is new counts for nothing."""
        working = self._working
        entry = working.entries[position]
        touched = entry.key in working.touched and (entry.came_from or entry.text.strip())
        moved = position in self.origins.moved
        return bool(touched or moved or self.reworded_notes.intersection(entry.paragraph.footnotes))

    def _of_gone(self) -> Totals:
        """Of paragraphs of the base that are no longer there."""
        self._count_gone(math.inf)
        known = [self._base_words[old] for old, _ in self.origins.gone]
        words = [count for count in known if count is not None]
        return Totals(len(words), 0, sum(words))

    def _count_gone(self, until: float) -> bool:
        """Count the words of what is gone until a moment of `perf_counter`; whether all are counted."""
        if self._gone_of is not self.origins:
            self._gone_of = self.origins
            self._uncounted = (old for old, _ in self.origins.gone if old not in self._base_words)
        for old in self._uncounted:
            text = self._working.original[old].text
            self._base_words[old] = count_words(text) if text.strip() else None
            if time.perf_counter() > until:
                return False
        return True

    def words_of(self, position: int) -> Words:
        """The words of a paragraph against what it came from, readable; of a split the share of this part."""
        entries = self._working.entries
        olds, news, words = self.family_words(position)
        if len(news) == 1:
            return words
        texts = [self._working.original[at].text for at in olds], [entries[at].text for at in news]
        return share(stretches(words, *texts), news.index(position))

    def family_words(self, position: int) -> tuple[tuple[int, ...], tuple[int, ...], Words]:
        """Of a paragraph and all it was split from or merged with: which in the base, which now, and their words."""
        return *self.origins.family(self._working.entries, position), readable(self._family_words(position))

    def _family_words(self, position: int) -> Words:
        """The plain word diff of a paragraph, with all that were split from or merged with the same ones."""
        entries = self._working.entries
        olds, news = self.origins.family(entries, position)
        return self._compared(olds, tuple(entries[at] for at in news))


class _ComparedWords:
    """The plain word diffs of paragraphs against some of the base, each worked out once."""

    def __init__(self, working: WorkingText) -> None:
        self._working = working
        self._known: dict[tuple[tuple[int, ...], tuple[int, ...]], tuple[tuple[Entry, ...], Words]] = {}

    def __call__(self, olds: tuple[int, ...], of_them: tuple[Entry, ...]) -> Words:
        # The same paragraph may continue another one, where the other end of a split was emptied.
        key = (olds, tuple(entry.key for entry in of_them))
        known = self._known.get(key)
        if known is not None and all(one is two for one, two in zip(known[0], of_them, strict=True)):
            return known[1]
        old = "\n".join(self._working.original[at].text for at in olds)
        words = word_diff(old, "\n".join(entry.text for entry in of_them))
        self._known[key] = (of_them, words)
        return words
