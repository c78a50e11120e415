"""The text in stretches of about a hundred paragraphs: an act touches one or two, what is known of the rest stays."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from models.draft import Kind
from models.editing.edit import Entry

_LONG = 64
_BEGINS_PART = frozenset((Kind.SECTION, Kind.ANNEX, Kind.ENACTING))


@dataclass(frozen=True, slots=True)
class Line:
    """So many paragraphs from a position on that each continue one of the base, one after the other from `old` on."""

    position: int
    old: int
    count: int = 1


@dataclass(frozen=True, slots=True)
class Heads:
    """How many OPs and PPs a stretch counts, and where in it the last of them is; -1 where it has none."""

    operative: int
    preambular: int
    last: int


class Stretch:
    """Some paragraphs that stand together. They never change, so all that is known of them is worked out once."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = tuple(entries)

    @cached_property
    def kinds(self) -> frozenset[Kind]:
        """The kinds of its paragraphs."""
        return frozenset(entry.paragraph.kind for entry in self.entries)

    @cached_property
    def cited(self) -> tuple[int, ...]:
        """Ids of the notes cited, in order."""
        return tuple(note for entry in self.entries for note in entry.paragraph.footnotes)

    @cached_property
    def heads(self) -> Heads | None:
        """Its OPs and PPs where each is one more than the one before; None where anything in it sets a count."""
        if self.kinds & _BEGINS_PART:
            return None
        operative = preambular = 0
        last = -1
        for at, entry in enumerate(self.entries):
            paragraph = entry.paragraph
            if paragraph.kind is Kind.OPERATIVE:
                operative += 1
            elif paragraph.kind is Kind.PREAMBULAR:
                preambular += 1
            else:
                continue
            if paragraph.number is not None or paragraph.set_label is not None:
                return None
            last = at
        return Heads(operative, preambular, last)

    @cached_property
    def openings(self) -> tuple[Entry, ...]:
        """What tells whether sections count anew: where parts begin, and the first OP after each such place."""
        found: list[Entry] = []
        waits = True
        for entry in self.entries:
            kind = entry.paragraph.kind
            if kind in _BEGINS_PART or (waits and kind is Kind.OPERATIVE):
                found.append(entry)
                waits = kind is not Kind.OPERATIVE
        return tuple(found)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """What its paragraphs continue of the base; positions count from its beginning."""
        found: list[Line] = []
        goes_on = -1
        for at, entry in enumerate(self.entries):
            olds = entry.came_from
            if len(olds) == 1 and olds[0] == goes_on:
                found[-1] = Line(found[-1].position, found[-1].old, found[-1].count + 1)
            else:
                found += [Line(at, old) for old in olds]
            goes_on = olds[0] + 1 if len(olds) == 1 else -1
        return tuple(found)


class Stretches:
    """The stretches of one text in their order."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.parts: list[Stretch] = [Stretch(part) for part in _cut(entries)] or [Stretch(())]
        self.starts: list[int] = []
        self._set_starts()

    def _set_starts(self) -> None:
        self.starts = [0, *accumulate(len(part.entries) for part in self.parts[:-1])]

    def copy(self) -> Stretches:
        """The same as it stands now; quick, since no stretch ever changes."""
        copied = object.__new__(Stretches)
        copied.parts, copied.starts = list(self.parts), self.starts
        return copied

    def replace(self, start: int, count: int, new: Sequence[Entry]) -> tuple[int, int, int]:
        """Put paragraphs in the place of `count` others: from which stretch on, how many went, how many came."""
        first = self.at(start)
        last = self.at(start + count - 1) if count else first
        entries = [entry for part in self.parts[first : last + 1] for entry in part.entries]
        offset = start - self.starts[first]
        entries[offset : offset + count] = new
        if len(entries) < _LONG // 4 and len(self.parts) > last + 1:
            last += 1
            entries += self.parts[last].entries
        longer = len(new) != count or last > first
        parts = [Stretch(part) for part in _cut(entries)] if len(entries) > 2 * _LONG else [Stretch(entries)]
        if not entries and len(self.parts) > last - first + 1:
            parts = []
        self.parts[first : last + 1] = parts
        if longer:
            self._set_starts()
        return first, last + 1 - first, len(parts)

    def at(self, position: int) -> int:
        """Which stretch a position lies in."""
        return max(bisect_right(self.starts, position) - 1, 0)

    def before(self, position: int, kinds: Collection[Kind]) -> Entry | None:
        """The nearest paragraph of some kinds before a position."""
        return next(self._of_kinds(position, kinds, -1), None)

    def after(self, position: int, kinds: Collection[Kind]) -> Entry | None:
        """The nearest paragraph of some kinds after a position."""
        return next(self._of_kinds(position, kinds, 1), None)

    def _of_kinds(self, position: int, kinds: Collection[Kind], step: int) -> Iterator[Entry]:
        at = self.at(position)
        offset = position - self.starts[at]
        part = self.parts[at].entries
        entries: Iterable[Entry] = reversed(part[:offset]) if step < 0 else part[offset + 1 :]
        while True:
            yield from (entry for entry in entries if entry.paragraph.kind in kinds)
            at += step
            while 0 <= at < len(self.parts) and self.parts[at].kinds.isdisjoint(kinds):
                at += step
            if not 0 <= at < len(self.parts):
                return
            entries = self.parts[at].entries if step > 0 else reversed(self.parts[at].entries)

    @property
    def lines(self) -> list[Line]:
        """What all paragraphs continue of the base, in the order of the text."""
        found: list[Line] = []
        goes_on = False
        for start, part in zip(self.starts, self.parts, strict=True):
            for line in part.lines:
                here = start + line.position
                last = found[-1] if goes_on else None
                if last and (last.position + last.count, last.old + last.count) == (here, line.old):
                    found[-1] = Line(last.position, last.old, last.count + line.count)
                else:
                    found.append(Line(here, line.old, line.count))
                goes_on = False
            # A merged paragraph is a line for each that it continues, and none of them goes on.
            goes_on = bool(part.entries) and len(part.entries[-1].came_from) == 1
        return found

    @property
    def cited(self) -> Iterator[int]:
        """Ids of the notes cited, in order."""
        return (note for part in self.parts for note in part.cited)


def _cut(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    return (entries[at : at + _LONG] for at in range(0, len(entries), _LONG))
