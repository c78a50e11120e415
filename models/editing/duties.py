"""What a paragraph should end with by its place in the structure.

A preambular paragraph ends with a comma, an operative one with a semicolon, in whatever section, the last of its
resolution with a full stop, one that opens a list with a colon. Items end with a semicolon, the last as its list would
have ended without items. Where the paragraphs around one do otherwise together, they say how this text does it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from models.draft import Kind
from models.editing.edit import Entry
from models.editing.paragraph_end import End
from models.editing.stretches import Stretches

_HEADS = (Kind.PREAMBULAR, Kind.OPERATIVE)
_PART_ENDS = (Kind.ANNEX, Kind.ENACTING, Kind.CLOSING, Kind.PREAMBULAR)
_ABOVE_PREAMBLES = (Kind.SECTION, Kind.OPERATIVE, Kind.ENACTING, Kind.ANNEX)
_UNSURE_AFTER = (Kind.QUOTE, Kind.TEXT, Kind.MASTHEAD)
_MOST_ITEMS = 400
_ASKED = 3


@dataclass(frozen=True, slots=True)
class Duty:
    """The mark a paragraph should end with (English form), and whether "and" comes after it where its list has one."""

    mark: str
    penultimate: bool = False


@dataclass(frozen=True, slots=True)
class _List:
    """The items of a list, and from where to where it goes with all that is deeper."""

    start: int
    stop: int
    items: list[int]


class Duties:
    """Duties of the paragraphs of one text as it stands, each worked out from those around it.

    While it is asked the text does not change, so lists and duties are worked out once for all that ask for them.
    """

    def __init__(self, entries: Sequence[Entry], stretches: Stretches) -> None:
        self._entries = entries
        self._stretches = stretches
        self._known: dict[int, Duty | None] = {}
        self._lists: dict[int, _List] = {}
        self._inner_duties: dict[int, Duty] = {}
        self._leaves: dict[int, int] = {}
        self._followers: dict[int, int | None] = {}
        self._before: dict[int, list[int]] = {}

    def of(self, position: int) -> Duty | None:
        """What a paragraph should end with; None where nobody can be sure."""
        if position not in self._known:
            self._known[position] = self._worked_out(position)
        return self._known[position]

    def _worked_out(self, position: int) -> Duty | None:
        paragraph = self._entries[position].paragraph
        if paragraph.cell is not None:
            return None
        if paragraph.kind not in (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH):
            return None
        after = self._kind(position + 1)
        if after is Kind.SUBPARAGRAPH and self._level(position + 1) > self._level(position):
            return Duty(":")
        if after in _UNSURE_AFTER:
            return None
        return self._closing(position, position)

    def _closing(self, position: int, leaf: int) -> Duty | None:
        """How the paragraph, with its items, ends; `leaf` is its last item's position."""
        paragraph = self._entries[position].paragraph
        if paragraph.kind is Kind.PREAMBULAR:
            return Duty(",")
        if paragraph.kind is Kind.OPERATIVE:
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
                return Duty(".") if own in (".", None) else None
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
        if following is None:
            return Duty(".")
        usage = self._usage(self._siblings_before(position) + self._siblings_after(leaf))
        if usage == "." or (usage != ";" and self._in_annex(position)):
            return Duty(".") if usage == "." else None
        return Duty(";", penultimate=self._next_of(following) is None)

    def _in_annex(self, position: int) -> bool:
        """Whether an annex begins before: what stands there may be sentences as well as clauses."""
        return self._stretches.before(position, (Kind.ANNEX,)) is not None

    def _next_of(self, position: int) -> int | None:
        return self._following(self.last_leaf(position))

    def _following(self, leaf: int) -> int | None:
        """The operative paragraph after one in its resolution, headings and sections between them or not."""
        if leaf not in self._followers:
            self._followers[leaf] = self._found_following(leaf)
        return self._followers[leaf]

    def _found_following(self, leaf: int) -> int | None:
        section = False  # which may have a preamble of its own
        for at in range(leaf + 1, len(self._entries)):
            kind = self._kind(at)
            if kind is Kind.OPERATIVE:
                return at
            if kind in _PART_ENDS and not (section and kind is Kind.PREAMBULAR):
                return None
            section = section or kind is Kind.SECTION
        return None

    def _siblings_before(self, position: int) -> list[int]:
        known = self._before.get(position)
        if known is None:
            known = self._before[position] = self._found_before(position)
        return known

    def _found_before(self, position: int) -> list[int]:
        found: list[int] = []
        at = position - 1
        while at >= 0 and len(found) < _ASKED:
            if not found and at + 1 < position and at + 1 in self._before:
                # Nothing that counts stands between; many paragraphs of text would each go all the way.
                return self._before[at + 1]
            kind = self._kind(at)
            if kind is Kind.PREAMBULAR:
                # Of a section, or of the resolution.
                above = self._stretches.before(at, _ABOVE_PREAMBLES)
                if above is None or self._kind(above) is not Kind.SECTION:
                    break
                at = above
            elif kind is Kind.OPERATIVE:
                found.append(at)
            elif kind in _PART_ENDS:
                break
            at -= 1
        return found

    def _siblings_after(self, leaf: int) -> list[int]:
        """Operative paragraphs after one, the last of the part left out: it ends with a full stop anyway."""
        found: list[int] = []
        at = self._following(leaf)
        while at is not None and len(found) < _ASKED:
            after = self._next_of(at)
            if after is not None:
                found.append(at)
            at = after
        return found

    def _usage(self, siblings: Sequence[int]) -> str | None:
        """The mark that two or more paragraphs all end with; None where they do not agree or are too few."""
        marks = [self.end(self.last_leaf(at)).mark for at in siblings]
        marks = [mark for mark in marks if mark]
        return marks[0] if len(marks) > 1 and len(set(marks)) == 1 and marks[0] in ",;." else None

    def end(self, position: int) -> End:
        """How a paragraph ends now."""
        return self._entries[position].end

    def last_leaf(self, position: int) -> int:
        """The last of the items under a paragraph, or itself."""
        if position not in self._leaves:
            level, at = self._level(position), position
            while self._kind(at + 1) is Kind.SUBPARAGRAPH and self._level(at + 1) > level:
                at = self._list(at + 1).stop - 1
            self._leaves[position] = at
        return self._leaves[position]

    def parent(self, position: int) -> int | None:
        """The paragraph whose list an item stands in."""
        if self.is_item(position):
            above = self._list(position).start - 1
            if above < 0 or position - above >= _MOST_ITEMS:
                return None
            return above if self._kind(above) in (*_HEADS, Kind.SUBPARAGRAPH) else None
        level = self._level(position)
        for at in range(position - 1, max(-1, position - _MOST_ITEMS), -1):
            kind = self._kind(at)
            if kind is Kind.SUBPARAGRAPH:
                if self._level(at) < level:
                    return at
            elif kind in (Kind.PREAMBULAR, Kind.OPERATIVE):
                return at
            else:
                return None
        return None

    def items(self, position: int) -> list[int] | None:
        """All items of the list an item stands in, itself included; None where the list is too long to be known."""
        known = self._list(position)
        return None if max(position - known.start, known.stop - 1 - position) >= _MOST_ITEMS else known.items

    def _list(self, position: int) -> _List:
        """The list an item stands in, however long; found once for all its items."""
        if position not in self._lists:
            level = self._level(position)
            found = [position]
            start, stop = position, position + 1
            while start > 0 and self._kind(start - 1) is Kind.SUBPARAGRAPH and self._level(start - 1) >= level:
                start -= 1
                if self._level(start) == level:
                    found.append(start)
            found.reverse()
            while self._kind(stop) is Kind.SUBPARAGRAPH and self._level(stop) >= level:
                if self._level(stop) == level:
                    found.append(stop)
                stop += 1
            known = _List(start, stop, found)
            self._lists.update((item, known) for item in found)
        return self._lists[position]

    def group(self, position: int) -> list[int]:
        """The list a paragraph stands in: items, or for others the operative paragraphs just around it."""
        kind = self._kind(position)
        if kind is Kind.SUBPARAGRAPH:
            return self.items(position) or []
        found = [*reversed(self._siblings_before(position))]
        if kind is Kind.OPERATIVE:
            found.append(position)
            after = self._next_of(position)
        else:
            after = self._stretches.after(position, (Kind.OPERATIVE, Kind.ENACTING, Kind.ANNEX))
            after = after if self._kind(after if after is not None else -1) is Kind.OPERATIVE else None
        while after is not None and len(found) < 2 * _ASKED + 1:
            found.append(after)
            after = self._next_of(after)
        return found

    def head_of_close(self, leaf: int) -> int | None:
        """The paragraph whose end the last mark of a paragraph is: itself, or one above it that ends with it."""
        at = leaf
        while self.is_item(at):
            items = self.items(at)
            if items is None or at != items[-1]:
                return at
            parent = self.parent(at)
            if parent is None:
                return at
            at = parent
        return at

    def is_empty(self, position: int) -> bool:
        """Whether a paragraph stands there that has no words yet."""
        return 0 <= position < len(self._entries) and not self._entries[position].length

    def is_item(self, position: int) -> bool:
        """Whether a paragraph is an item of a list."""
        return self._kind(position) is Kind.SUBPARAGRAPH

    def kind(self, position: int) -> Kind:
        """The kind of a paragraph."""
        return self._entries[position].paragraph.kind

    def key(self, position: int) -> int:
        """The key of a paragraph."""
        return self._entries[position].key

    def _kind(self, position: int) -> Kind | None:
        if not 0 <= position < len(self._entries):
            return None
        paragraph = self._entries[position].paragraph
        return paragraph.kind if paragraph.cell is None else Kind.TEXT  # to those around a table

    def _level(self, position: int) -> int:
        paragraph = self._entries[position].paragraph
        return paragraph.level if paragraph.kind is Kind.SUBPARAGRAPH else 0
