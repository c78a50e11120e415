"""The numbers that paragraphs of a text have: resolution by resolution, section by section."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from models.draft import Kind
from models.draft.numbering import apart, has_suffix, value_of
from models.editing.edit import Entry
from models.editing.stretches import Stretches

BEGINS_BODY = (Kind.ENACTING, Kind.ANNEX)
"""With these a resolution or an annex begins: what stands before has nothing to do with its numbers."""
TWICE = -1
"""Where a number stands that two paragraphs have."""


class Numbers:
    """Where each number stands: heads that each count one more than the one before are put down together, and found by
    counting, for there are thousands."""

    def __init__(self) -> None:
        self._each: dict[str, int] = {}
        self._firsts: list[int] = []
        self._runs: list[tuple[int, Sequence[int]]] = []
        self._ascend, self._after = True, 0

    def put(self, number: str, at: int) -> None:
        """A number stands at a position."""
        self._each[number] = at if self.get(number) is None else TWICE

    def put_on(self, start: int, heads: Sequence[int], count: int) -> None:
        """Heads, given by their places behind `start`, go on after a count."""
        if heads:
            self._ascend = self._ascend and count + 1 >= self._after
            self._firsts.append(count + 1)
            self._runs.append((start, heads))
            self._after = count + 1 + len(heads)

    def __bool__(self) -> bool:
        return bool(self._each or self._runs)

    def get(self, number: str) -> int | None:
        """The position where a number stands, TWICE where two have it, None where none has."""
        each = self._each.get(number)
        if not self._runs or not number.isdecimal():
            return each
        value = int(number)
        # What was set by hand may lead back; then any of them may have it.
        last = bisect_right(self._firsts, value) - 1
        for at in (last,) if self._ascend else range(len(self._runs)):
            past = value - self._firsts[at]
            if at >= 0 and 0 <= past < len(self._runs[at][1]):
                if each is not None:
                    return TWICE
                start, heads = self._runs[at]
                each = start + heads[past]
        return each


@dataclass(slots=True)
class Section:
    """A section or what is without one: where each number stands in it."""

    start: int
    numbers: Numbers = field(default_factory=Numbers)
    preambular: Numbers = field(default_factory=Numbers)


@dataclass(slots=True)
class Body:
    """The numbers of one resolution or annex: section by section, and as each OP and PP is called.

    `reached` are the counts of OPs and PPs before a stretch, by where it begins, if each of its heads is one more than
    the one before: then what its heads are called is found from there.
    """

    sections: list[Section]
    heads: dict[int, str] = field(default_factory=dict)
    reached: dict[int, tuple[int, int]] = field(default_factory=dict)


class Bodies:
    """The resolutions and annexes of one state of a text, each worked out when it is first asked about."""

    def __init__(self, entries: Sequence[Entry], stretches: Stretches | None = None) -> None:
        """Of entries, and of the `stretches` they stand in where those are known already."""
        self._entries = entries
        self.stretches = stretches or Stretches(entries)
        self._restarting: set[int] | None = None
        self._known: list[tuple[int, int, Body]] = []

    def at(self, position: int) -> Body:
        """The resolution or annex a position lies in."""
        for start, end, body in self._known:
            if start <= position < end:
                return body
        start = self.stretches.before(position + 1, BEGINS_BODY) or 0
        after = self.stretches.after(position, BEGINS_BODY)
        end = len(self._entries) if after is None else after
        self._known.append((start, end, self._counted(start, end)))
        return self._known[-1][2]

    def _counted(self, start: int, end: int) -> Body:
        body = Body([Section(start)])
        operative = preambular = 0
        at = start
        while at < end:
            index = self.stretches.at(at)
            first, stretch = self.stretches.starts[index], self.stretches.parts[index]
            after = first + len(stretch.entries)
            if stretch.counts_on and first == at and after <= end:
                body.reached[at] = operative, preambular
                section = body.sections[-1]
                section.numbers.put_on(first, stretch.operatives, operative)
                section.preambular.put_on(first, stretch.preambulars, preambular)
                operative += len(stretch.operatives)
                preambular += len(stretch.preambulars)
            else:
                operative, preambular = self._count_each(body, at, min(after, end), operative, preambular)
            at = after
        return body

    def _count_each(self, body: Body, start: int, end: int, operative: int, preambular: int) -> tuple[int, int]:
        """Count paragraphs one by one, from where the counts stand before them to where they stand after."""
        for at in range(start, end):
            entry = self._entries[at]
            paragraph = entry.paragraph
            if paragraph.kind is Kind.OPERATIVE:
                number, operative = _printed(entry, operative)
                numbers = body.sections[-1].numbers
            elif paragraph.kind is Kind.PREAMBULAR:
                counts = paragraph.set_label is None and not has_suffix(paragraph.number)
                preambular += counts
                number = str(preambular) if counts else _bare_label(paragraph.set_label or f"PP{preambular}")
                numbers = body.sections[-1].preambular
            else:
                if paragraph.kind is Kind.SECTION:
                    operative, preambular = 0, 0 if self._counts_anew(entry) else preambular
                    body.sections.append(Section(at))
                continue
            body.heads[at] = number
            numbers.put(number, at)
        return operative, preambular

    def _counts_anew(self, section: Entry) -> bool:
        if self._restarting is None:
            self._restarting = self.stretches.restarting()
        return section.key in self._restarting

    def number(self, head: int) -> str:
        """What an OP or PP is called."""
        body = self.at(head)
        if head in body.heads:
            return body.heads[head]
        at = self.stretches.at(head)
        start, stretch = self.stretches.starts[at], self.stretches.parts[at]
        operative, preambular = body.reached[start]
        if stretch.entries[head - start].paragraph.kind is Kind.OPERATIVE:
            return str(operative + 1 + stretch.operatives.index(head - start))
        return str(preambular + 1 + stretch.preambulars.index(head - start))


def _printed(entry: Entry, count: int) -> tuple[str, int]:
    """What an OP is called, and where the count stands after it."""
    paragraph = entry.paragraph
    if paragraph.number is None and paragraph.set_label is None:
        return str(count + 1), count + 1
    if paragraph.set_label is not None:
        return _bare_label(paragraph.set_label), count
    number = paragraph.number or ""
    if not has_suffix(number):
        value = value_of(number, 0)
        count = value if value is not None else count + 1
    return _bare_label(number), count


@lru_cache(maxsize=32_768)
def _bare_label(label: str) -> str:
    """A number as references write it: "4 bis"."""
    bare = " ".join(label.rsplit(".", 1)[-1].split()) if label.rstrip(". ").count(".") else " ".join(label.split())
    return apart(bare.removeprefix("OP").removeprefix("PP").strip(" ."))
