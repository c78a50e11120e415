"""What a paragraph should end with by its place in the structure.

A preambular paragraph ends with a comma, an operative one with a semicolon, in whatever section, the last of its
resolution with a full stop, one that opens a list with a colon. In an annex sentences end with full stops, and names
and headings with nothing. Items end
with a semicolon, the last as its list would have ended without items. An "and" stands behind the last but one of a
list, and of the PPs or OPs, where they have one.
Where the paragraphs around one do otherwise together, they say how this text does it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from models.draft import Kind
from models.editing.edit import Entry
from models.editing.marks.named import is_name
from models.editing.marks.operatives import Operatives
from models.editing.stretches import Stretches
from models.reading.literals import holds_item
from models.reading.openings import is_clause, opening

_ANNEX, _SECTION, _ENACTING, _ITEM = Kind.ANNEX, Kind.SECTION, Kind.ENACTING, Kind.SUBPARAGRAPH
_OPERATIVE, _PREAMBULAR = Kind.OPERATIVE, Kind.PREAMBULAR
"""Asked for again and again; to look a kind up in its class takes several times as long."""
_MARKED = (_PREAMBULAR, _OPERATIVE, _ITEM)
_CHANGES_END = (_ITEM, _SECTION, Kind.HEADING)
"""What stands behind an operative paragraph that may end in something else than a semicolon for it."""
_UNSURE_AFTER = (Kind.QUOTE, Kind.TEXT, Kind.MASTHEAD)
_ASKED = 3
_REACH = 3


@dataclass(frozen=True, slots=True)
class Duty:
    """The mark a paragraph should end with (English form), and whether "and" comes after it where its list has one.

    `keeps`: an "and" that stands elsewhere is what somebody typed there, and stays: PPs and OPs hardly ever have one.
    """

    mark: str
    penultimate: bool = False
    keeps: bool = False


_FULL_STOP, _COLON = Duty("."), Duty(":")
_BESIDE = {
    (mark, penultimate, keeps): Duty(mark, penultimate, keeps)
    for mark in ",;"
    for penultimate in (False, True)
    for keeps in (False, True)
}
"""Of PPs and OPs, most of which have the same."""


class Duties(Operatives):
    """Duties of the paragraphs of one text as it stands, each worked out from those around it.

    While it is asked the text does not change, so lists and duties are worked out once for all that ask for them.
    """

    def __init__(self, entries: Sequence[Entry], stretches: Stretches) -> None:
        super().__init__(entries, stretches)
        self._known: dict[int, Duty | None] = {}
        self._inner_duties: dict[int, Duty] = {}

    def of(self, position: int) -> Duty | None:
        """What a paragraph should end with; None where nobody can be sure."""
        if position not in self._known:
            self._known[position] = self._worked_out(position)
        return self._known[position]

    def due(self, position: int) -> Duty | None:
        """What a paragraph should end with now. The "and" waits before an item that is yet to be written."""
        duty = self.of(position)
        if duty is None or duty.penultimate or duty.mark == ":":
            return duty
        after = position + 1
        while after <= position + _REACH and self.is_empty(after) and self.head_of_close(after) == after:
            empty = self.of(after)
            if empty is not None and empty.penultimate:
                waits = self.head_of_close(position) in self.siblings(after)
                return Duty(duty.mark, penultimate=True, keeps=duty.keeps) if waits else duty
            after += 1
        return duty

    def ends_well(self, position: int) -> bool:
        """Whether an operative paragraph ends in a semicolon as the next does, and as it should or as nobody is sure.

        It is so nearly always, and found without asking all around it. False says nothing.
        """
        entry, nexts, leaves = self._entries[position], self._nexts, self._leaves
        if entry.paragraph.kind is not _OPERATIVE or entry.end.mark != ";" or entry.end.join:
            return False
        after = nexts[position] if position in nexts else self._next_of(position)
        if after is None or (after != position + 1 and self._kind(position + 1) in _CHANGES_END):
            return False
        if (nexts[after] if after in nexts else self._next_of(after)) is None:
            return False  # the last one says nothing of how the others end, and before it an "and" may stand
        return (self._entries[leaves[after]].end.mark if after in leaves else self._mark(after)) == ";"

    def _worked_out(self, position: int) -> Duty | None:
        paragraph = self._entries[position].paragraph
        if paragraph.cell is not None:
            return None
        if paragraph.kind not in _MARKED:
            return None
        after = self._kind(position + 1)
        if after is _ITEM and self._level(position + 1) > self._level(position):
            return None if holds_item(paragraph.text) else _COLON
        if after in _UNSURE_AFTER or (after is _ENACTING and self.end(position).mark == ":"):
            return None  # what it introduces is told of by its colon: a draft resolution that it recommends
        return self._closing(position, position)

    def _closing(self, position: int, leaf: int) -> Duty | None:
        """How the paragraph, with its items, ends; `leaf` is its last item's position."""
        paragraph = self._entries[position].paragraph
        if paragraph.kind is _PREAMBULAR:
            return _BESIDE[",", self.is_penultimate(position), position == leaf]
        if paragraph.kind is _OPERATIVE:
            return self._operative(position, leaf)
        items = self.items(position)
        if items is None:
            return None
        if len(items) > _ASKED + 2 and position < items[-_ASKED - 2]:
            return self._inner(items)
        at = bisect_left(items, position)
        if at == len(items) - 1:
            parent = self.parent(position)
            own = self._usage([item for item in items if item != position])
            if parent is None:
                apart = self._kind(self._list(position).start - 1) in _UNSURE_AFTER  # from the list it goes on with
                return Duty(".") if own in (".", None) and not apart else None
            if own == "." and len(items) > 2:
                return Duty(".")
            return self._closing(parent, leaf)
        usage = self._usage([item for item in items[-_ASKED - 2 : -1] if item != position][-_ASKED:])
        return Duty(usage or self._inner_usage(items) or ";", penultimate=at == len(items) - 2)

    def _inner_usage(self, items: list[int]) -> str | None:
        """The mark of a list whose last item but one may have been the last before, and ends as that did."""
        inner = items[-_ASKED - 2 : -2]
        if len(inner) == 1 and self.end(self.last_leaf(inner[0])).join:
            mark = self.end(self.last_leaf(inner[0])).mark
            return mark if mark in (",", ";") else None
        return self._usage(inner) or self._usage(items[-_ASKED - 2 : -1])

    def _inner(self, items: list[int]) -> Duty:
        """What all items end with that are not among the last five: as those do that are asked."""
        if items[0] not in self._inner_duties:
            self._inner_duties[items[0]] = Duty(self._usage(items[-_ASKED - 1 : -1]) or ";")
        return self._inner_duties[items[0]]

    def _operative(self, position: int, leaf: int) -> Duty | None:
        following = self._following(leaf)
        if position == leaf and self._is_entry(position, following):
            return None
        if following is None:
            return _FULL_STOP
        siblings = self._siblings_before(position) + self._siblings_after(following)
        usage = self._usage(siblings)
        if usage is None and self._are_sentences([position, *siblings]):
            return _FULL_STOP
        annexed = usage != ";" and self.in_annex(position)
        if usage is None and annexed:
            usage = self._usage_annexed(position, siblings)
        if usage == "." or (usage != ";" and annexed):
            return _FULL_STOP if usage == "." else None
        return _BESIDE[";", self._next_of(following) is None, position == leaf]

    def _is_entry(self, position: int, following: int | None) -> bool:
        """Whether a paragraph of an annex is a name or a heading, and none beside it says that such end in marks."""
        text = self._entries[position].text
        if self._mark(position) or not self.in_annex(position) or not is_name(text) or _opens(text):
            return False
        beside = self._siblings_before(position) + self._siblings_after(following)
        return not any(map(self._mark, beside))

    def is_penultimate(self, position: int) -> bool:
        """Whether a PP or OP is the last but one."""
        after = self.next_beside(position)
        return after is not None and self.next_beside(after) is None

    def _are_sentences(self, positions: Sequence[int]) -> bool:
        """Whether paragraphs end in full stops and in nothing else, two of them in the base as those of a treaty do, or
        all in a new text, where they stand under no organ's line and open as none of a resolution do; those with items
        say nothing of it."""
        ends = [self._entries[at] for at in positions if self.last_leaf(at) == at]
        if {entry.end.mark for entry in ends} - {"", ":"} != {"."}:
            return False
        known = [entry.end.mark for entry in ends if entry.came_from]
        if known.count(".") > 1:
            return True
        if known or self._stretches.before(positions[0], (_ENACTING,)) is not None:
            return False
        return not any(_opens(self._entries[at].text) for at in positions)

    def in_annex(self, position: int) -> bool:
        """Whether an annex begins before: what stands there may be sentences as well as clauses."""
        return self._stretches.before(position, (_ANNEX,)) is not None

    def _usage_annexed(self, position: int, siblings: Sequence[int]) -> str | None:
        """The mark of a paragraph of an annex where too few tell of it: that of the only one beside; where there is
        none, a semicolon for a clause ("Reaffirm our commitment"), a full stop for a sentence.

        So nearly all end that are annexed to resolutions of the General Assembly. A full stop it may have as it was the
        last before; another mark somebody set there.
        """
        # One with a list ends as its last item does, which has its mark from those beside.
        alone = (at for at in siblings if self.last_leaf(at) == at)
        own, beside = self._mark(position), {self._mark(at) for at in alone} - {"", ":"}
        if own in (",", ";"):
            return own if beside <= {own} else None
        if beside:
            return beside.pop() if len(beside) == 1 else None
        return ";" if is_clause(self._entries[position].text) else "."

    def _siblings_before(self, at: int | None) -> list[int]:
        found: list[int] = []
        previous = self._previous
        for _ in range(_ASKED):
            if at is not None:
                at = previous[at] if at in previous else self._found_before(at)
            if at is None:
                break
            found.append(at)
        return found

    def _siblings_after(self, at: int | None) -> list[int]:
        """Operative paragraphs from one on, the last of the part left out: it ends with a full stop anyway."""
        found: list[int] = []
        nexts = self._nexts
        while at is not None and len(found) < _ASKED:
            after = nexts[at] if at in nexts else self._next_of(at)
            if after is not None:
                found.append(at)
            at = after
        return found

    def _usage(self, siblings: Sequence[int]) -> str | None:
        """The mark that two or more paragraphs all end with; None where they do not agree or are too few."""
        entries, leaves = self._entries, self._leaves
        marks = [mark for at in siblings if (mark := entries[leaves[at]].end.mark if at in leaves else self._mark(at))]
        return marks[0] if len(marks) > 1 and marks.count(marks[0]) == len(marks) and marks[0] in ",;." else None

    def _mark(self, position: int) -> str:
        """The mark that a paragraph ends with, with its items."""
        return self._entries[self.last_leaf(position)].end.mark

    def siblings(self, position: int) -> list[int]:
        """The list a paragraph stands in: items, or the PPs or OPs just around it."""
        if self._kind(position) is not _PREAMBULAR:
            return self.group(position)
        found, at = [position], self.before_beside(position)
        while at is not None and len(found) <= _ASKED:
            found.insert(0, at)
            at = self.before_beside(at)
        at = self.next_beside(position)
        while at is not None and len(found) < 2 * _ASKED + 1:
            found.append(at)
            at = self.next_beside(at)
        return found

    def group(self, position: int) -> list[int]:
        """The list a paragraph stands in: items, or for others the operative paragraphs just around it."""
        kind = self._kind(position)
        if kind is _ITEM:
            return self.items(position) or []
        found = [*reversed(self._siblings_before(position))]
        if kind is _OPERATIVE:
            found.append(position)
            after = self._next_of(position)
        else:
            after = self._stretches.after(position, (_OPERATIVE, _ENACTING, _ANNEX))
            after = after if self._kind(after if after is not None else -1) is _OPERATIVE else None
        nexts = self._nexts
        while after is not None and len(found) < 2 * _ASKED + 1:
            found.append(after)
            after = nexts[after] if after in nexts else self._next_of(after)
        return found


def _opens(text: str) -> bool:
    """Whether a paragraph opens as one of a resolution does; "Requests for help shall be sent" does not."""
    known = opening(text)
    return known is not None and (known.preambular or is_clause(text))
