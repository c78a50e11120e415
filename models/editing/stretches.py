"""The text in stretches of about a hundred paragraphs: an act touches one or two, what is known of the rest stays."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from models.draft import Kind
from models.draft.labels import restarting_sections
from models.draft.numbering import has_suffix, value_of
from models.editing.edit import Entry

_LONG = 64
_BEGINS_PART = frozenset((Kind.SECTION, Kind.ANNEX, Kind.ENACTING))


@dataclass(frozen=True, slots=True)
class Line:
    """So many paragraphs from a position on that each continue one of the base, one after the other from `old` on."""

    position: int
    old: int
    count: int = 1


@dataclass(slots=True)
class Counted:
    """How operative paragraphs count from where a part begins, or a stretch, to where the next does.

    `begins` is None where a stretch begins within a part; `first` is the first one that counts, at `position` of its
    stretch; `sets` is the last number printed behind it, and `adds` says how many count on from there.
    """

    begins: Entry | None = None
    operatives: int = 0
    first: Entry | None = None
    position: int = -1
    sets: int | None = None
    adds: int = 0

    def take(self, entry: Entry, offset: int) -> None:
        """Count another operative paragraph."""
        self.operatives += 1
        paragraph = entry.paragraph
        if paragraph.set_label is not None or has_suffix(paragraph.number):
            return
        if self.first is None:
            self.first, self.position = entry, offset
        else:
            self.sets, self.adds = _counted_on(entry, self.sets, self.adds)

    def last(self, before: int) -> int:
        """The last number, that before it given."""
        sets, adds = self.behind(before, 0)
        return adds + (sets or 0)

    def behind(self, sets: int | None, adds: int) -> tuple[int | None, int]:
        """What was counted before, and these: what the last number printed is, and how many count on."""
        if self.first is not None:
            sets, adds = _counted_on(self.first, sets, adds)
        return (self.sets, self.adds) if self.sets is not None else (sets, adds + self.adds)


def _counted_on(entry: Entry, sets: int | None, adds: int) -> tuple[int | None, int]:
    value = value_of(entry.paragraph.number, 0) if entry.paragraph.number else None
    return (value, 0) if value is not None else (sets, adds + 1)


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
    def words(self) -> int:
        """How many words its paragraphs have."""
        return sum(entry.words for entry in self.entries)

    @cached_property
    def worded(self) -> int:
        """How many of its paragraphs are not empty."""
        return sum(1 for entry in self.entries if entry.text.strip())

    @cached_property
    def operatives(self) -> tuple[int, ...]:
        """Where in it the OPs are."""
        return tuple(at for at, entry in enumerate(self.entries) if entry.paragraph.kind is Kind.OPERATIVE)

    @cached_property
    def preambulars(self) -> tuple[int, ...]:
        """Where in it the PPs are."""
        return tuple(at for at, entry in enumerate(self.entries) if entry.paragraph.kind is Kind.PREAMBULAR)

    @cached_property
    def counts_on(self) -> bool:
        """Whether each of its OPs and PPs is one more than the one before: nothing in it sets a count."""
        heads = (self.entries[at].paragraph for at in (*self.operatives, *self.preambulars))
        return self.kinds.isdisjoint(_BEGINS_PART) and all(
            head.number is None and head.set_label is None for head in heads
        )

    @cached_property
    def referring(self) -> tuple[int, ...]:
        """Where in it paragraphs are that refer to others of the text."""
        return tuple(at for at, entry in enumerate(self.entries) if entry.mentions)

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
    def counted(self) -> tuple[Counted, ...]:
        """How the OPs in it count."""
        found = [Counted()]
        if self.operatives or not self.kinds.isdisjoint(_BEGINS_PART):
            for offset, entry in enumerate(self.entries):
                kind = entry.paragraph.kind
                if kind in _BEGINS_PART:
                    found.append(Counted(entry))
                elif kind is Kind.OPERATIVE:
                    found[-1].take(entry, offset)
        return tuple(found)

    @cached_property
    def printed(self) -> tuple[int, ...]:
        """Where in it OPs are whose numbers are printed."""
        return tuple(at for at in self.operatives if self.entries[at].paragraph.number is not None)

    @cached_property
    def goes_on(self) -> bool:
        """Whether its last paragraph continues one of the base alone, so that its last line may go on."""
        return bool(self.entries) and len(self.entries[-1].came_from) == 1

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

    def know(self) -> None:
        """Work out what else is worked out when it is first asked for."""
        self.kinds, self.cited, self.words, self.worded, self.counts_on  # noqa: B018
        self.referring, self.openings, self.lines  # noqa: B018


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
        if count == 1 == len(new) and len(self.parts[first].entries) >= _LONG // 4:
            # One paragraph reads otherwise, as at every letter.
            entries, offset = list(self.parts[first].entries), start - self.starts[first]
            entries[offset] = new[0]
            self.parts[first] = Stretch(entries)
            return first, 1, 1
        last = self.at(start + count - 1) if count else first
        entries = [entry for part in self.parts[first : last + 1] for entry in part.entries]
        offset = start - self.starts[first]
        entries[offset : offset + count] = new
        if len(entries) < _LONG // 4 and len(self.parts) > last + 1:
            last += 1
            entries += self.parts[last].entries
        longer = len(new) != count or last > first
        if len(new) == count and len(entries) == sum(len(part.entries) for part in self.parts[first : last + 1]):
            # As many as before: the stretches end where they ended, for what is known of those behind counts on it.
            parts = _like(self.parts[first : last + 1], entries)
        else:
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

    def restarting(self) -> set[int]:
        """Keys of the sections that count anew."""
        if not any(Kind.SECTION in part.kinds for part in self.parts):
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
            if lines and count and (lines[0].old, lines[0].position + start) == (old + count, position + count):
                count += lines[0].count
                lines = lines[1:]
                if not lines and part.goes_on:
                    continue
            if count:
                found.append(Line(position, old, count))
                count = 0
            found += [Line(start + line.position, line.old, line.count) for line in lines]
            # A merged paragraph is a line for each that it continues, and none of them goes on.
            if part.goes_on and lines:
                last = found.pop()
                position, old, count = last.position, last.old, last.count
        if count:
            found.append(Line(position, old, count))
        return found

    @property
    def words(self) -> int:
        """How many words all paragraphs have."""
        return sum(part.words for part in self.parts)

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


def _cut(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    return (entries[at : at + _LONG] for at in range(0, len(entries), _LONG))
