"""The text in stretches of some paragraphs: an act touches one or two, what is known of the rest stays."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, pairwise
from math import isqrt

from models.draft import Kind
from models.draft.labels import restarting_sections
from models.editing.edit import Entry
from models.editing.stretch import Line, Stretch

_LEAST, _MOST = 16, 64
"""How long stretches are: of a text of 10,000 paragraphs there are not too many, and of one of 100 no act takes all."""


class Stretches:
    """The stretches of one text in their order."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._long = _long(len(entries))
        self.parts: list[Stretch] = [Stretch(part) for part in _cut(entries, self._long)] or [Stretch(())]
        self.starts: list[int] = []
        self._set_starts()

    def _set_starts(self) -> None:
        *starts, count = accumulate([len(part.entries) for part in self.parts], initial=0)
        self.starts, self._long = starts, _long(count)

    def copy(self) -> Stretches:
        """The same as it stands now; quick, since no stretch ever changes."""
        copied = object.__new__(Stretches)
        copied.parts, copied.starts, copied._long = list(self.parts), self.starts, self._long
        return copied

    def replace(self, start: int, count: int, new: Sequence[Entry]) -> tuple[int, int, int]:
        """Put paragraphs in the place of `count` others: from which stretch on, how many went, how many came."""
        first, long = self.at(start), self._long
        if count == 1 == len(new) and len(self.parts[first].entries) >= long // 4:
            # One paragraph reads otherwise, as at every letter.
            entries, offset = list(self.parts[first].entries), start - self.starts[first]
            entries[offset] = new[0]
            self.parts[first] = Stretch(entries)
            return first, 1, 1
        last = self.at(start + count - 1) if count else first
        entries = [entry for part in self.parts[first : last + 1] for entry in part.entries]
        offset = start - self.starts[first]
        entries[offset : offset + count] = new
        if len(entries) < long // 4 and len(self.parts) > last + 1:
            last += 1
            entries += self.parts[last].entries
        longer = len(new) != count or last > first
        if len(new) == count and len(entries) == sum(len(part.entries) for part in self.parts[first : last + 1]):
            # As many as before: the stretches end where they ended, for what is known of those behind counts on it.
            parts = _like(self.parts[first : last + 1], entries)
        else:
            parts = [Stretch(part) for part in _cut(entries, long)] if len(entries) > 2 * long else [Stretch(entries)]
        if not entries and len(self.parts) > last - first + 1:
            parts = []
        self.parts[first : last + 1] = parts
        if longer:
            self._set_starts()
        return first, last + 1 - first, len(parts)

    def at(self, position: int) -> int:
        """Which stretch a position lies in."""
        return max(bisect_right(self.starts, position) - 1, 0)

    def __getitem__(self, position: int) -> Entry:
        """The paragraph at a position."""
        at = self.at(position)
        return self.parts[at].entries[position - self.starts[at]]

    def before(self, position: int, kinds: Collection[Kind]) -> int | None:
        """Where the nearest paragraph of some kinds before a position is."""
        return self._nearest(position, kinds, -1)

    def after(self, position: int, kinds: Collection[Kind]) -> int | None:
        """Where the nearest paragraph of some kinds after a position is."""
        return self._nearest(position, kinds, 1)

    def _nearest(self, position: int, kinds: Collection[Kind], step: int) -> int | None:
        at = self.at(position)
        offset = position - self.starts[at] + step
        while 0 <= at < len(self.parts):
            part = self.parts[at]
            if not part.kinds.isdisjoint(kinds):
                for one in range(offset, len(part.entries) if step > 0 else -1, step):
                    if part.entries[one].paragraph.kind in kinds:
                        return self.starts[at] + one
            at += step
            offset = 0 if step > 0 else len(self.parts[at].entries) - 1  # before the first, at is -1 and the loop ends
        return None

    def has(self, kind: Kind) -> bool:
        """Whether there are paragraphs of a kind."""
        return True in [kind in part.kinds for part in self.parts]

    def restarting(self) -> set[int]:
        """Keys of the sections that count anew."""
        if not self.has(Kind.SECTION):
            return set()
        openings = [entry for part in self.parts for entry in part.openings]
        return {openings[at].key for at in restarting_sections(entry.paragraph for entry in openings)}

    @property
    def lines(self) -> list[Line]:
        """What all paragraphs continue of the base, in the order of the text."""
        found: list[Line] = []
        position = old = count = 0  # the line that may go on, put down where it ends
        for start, part in zip(self.starts, self.parts, strict=True):
            lines = part.lines
            goes_on = count and lines and (lines[0].old, lines[0].position + start) == (old + count, position + count)
            if goes_on and len(part.entries[0].came_from) == 1:
                count += lines[0].length
                lines = lines[1:]
                if not lines and part.goes_on:
                    continue
            if count:
                found.append(Line(position, old, count))
                count = 0
            found += [Line(start + line.position, line.old, line.length) for line in lines]
            # A merged paragraph is a line for each that it continues, and none of them goes on.
            if part.goes_on and lines:
                last = found.pop()
                position, old, count = last.position, last.old, last.length
        if count:
            found.append(Line(position, old, count))
        return found

    @property
    def words(self) -> int:
        """How many words all paragraphs have."""
        return sum([part.words for part in self.parts])

    @property
    def worded(self) -> int:
        """How many paragraphs have words."""
        return sum(part.worded for part in self.parts)

    @property
    def cited(self) -> Iterator[int]:
        """Ids of the notes cited, in order."""
        return (note for part in self.parts for note in part.cited)


def _like(parts: Sequence[Stretch], entries: Sequence[Entry]) -> list[Stretch]:
    """Paragraphs in stretches as long as some others."""
    ends = [0, *accumulate(len(part.entries) for part in parts)]
    return [Stretch(entries[start:end]) for start, end in pairwise(ends)]


def _cut(entries: Sequence[Entry], long: int) -> Iterator[Sequence[Entry]]:
    return (entries[at : at + long] for at in range(0, len(entries), long))


def _long(count: int) -> int:
    """How long the stretches of a text of so many paragraphs are."""
    return min(_MOST, max(_LEAST, isqrt(count)))
