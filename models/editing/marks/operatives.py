"""The paragraphs of a resolution in their order: which OP comes after another, and before it, and which PP."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from models.draft import Kind
from models.editing.edit import Entry
from models.editing.marks.lists import Lists
from models.editing.stretches import Stretches

_OPERATIVE, _PREAMBULAR, _ITEM = Kind.OPERATIVE, Kind.PREAMBULAR, Kind.SUBPARAGRAPH
"""Asked for again and again; to look a kind up in its class takes several times as long."""
_PART_ENDS = (Kind.ANNEX, Kind.ENACTING)
"""Preambular paragraphs end no part: a section may have a preamble of its own, and one may stand among OPs."""
_AMONG_PREAMBLES = (Kind.SPONSOR_NOTE, Kind.HEADING)
"""What may stand between two paragraphs of one preamble."""
_FAR = 60
"""So many paragraphs away the last one is looked for."""
_AROUND = 12
"""So many paragraphs before and behind some are gone through with them."""


class Operatives(Lists):
    """Who follows whom among the operative paragraphs of one text as it stands, found once for each."""

    def __init__(self, entries: Sequence[Entry], stretches: Stretches) -> None:
        super().__init__(entries)
        self._stretches = stretches
        self._followers: dict[int, int | None] = {}
        self._nexts: dict[int, int | None] = {}
        self._previous: dict[int, int | None] = {}

    def go_through(self, first: int, end: int) -> None:
        """Know at once which operative paragraphs come one after another among some and around them; where a part ends
        between two, and further away, each is found when it is asked for."""
        entries, nexts, followers, previous = self._entries, self._nexts, self._followers, self._previous
        last, leaf = -1, -1
        for at in range(max(0, first - _AROUND), min(len(entries), end + _AROUND)):
            paragraph = entries[at].paragraph
            kind = paragraph.kind
            if paragraph.cell is not None:
                continue
            if kind is _OPERATIVE:
                if last >= 0:
                    nexts[last] = followers[leaf] = at
                    previous[at], self._leaves[last] = last, leaf
                last = leaf = at
            elif kind is _ITEM:
                leaf = at if leaf == at - 1 and paragraph.level > 0 else leaf
            elif kind in _PART_ENDS:
                last = -1

    def stands_among(self, position: int, others: Collection[int]) -> bool:
        """Whether one is an operative paragraph, and those before and after it in its resolution are among others."""
        nexts, previous, paragraph = self._nexts, self._previous, self._entries[position].paragraph
        if paragraph.kind is not _OPERATIVE or paragraph.cell is not None:
            return False
        if (nexts[position] if position in nexts else self._next_of(position)) not in others:
            return False
        return (previous[position] if position in previous else self._found_before(position)) in others

    def _next_of(self, position: int) -> int | None:
        known = self._nexts
        if position not in known:
            known[position] = self._following(self.last_leaf(position))
        return known[position]

    def is_beside(self, position: int) -> bool:
        """Whether this is a PP or OP that ends itself: it has no items."""
        return self._kind(position) in (_OPERATIVE, _PREAMBULAR) and self.last_leaf(position) == position

    def next_beside(self, position: int) -> int | None:
        """The OP after one in its resolution, or the PP after one in its preamble."""
        if self._kind(position) is _OPERATIVE:
            return self._next_of(position)
        return self._preambular(range(self.last_leaf(position) + 1, len(self._entries)))

    def before_beside(self, position: int) -> int | None:
        """The OP before one in its resolution, or the PP before one in its preamble."""
        if self._kind(position) is _OPERATIVE:
            return self._previous[position] if position in self._previous else self._found_before(position)
        return self._preambular(range(position - 1, -1, -1))

    def last_two(self, position: int) -> list[int]:
        """The last of the PPs or OPs one stands among, and before it the last with words; none where that is far."""
        last, after = position, self.next_beside(position)
        for _ in range(_FAR):
            if after is None:
                before = self.before_beside(last)
                while before is not None and self.is_empty(self.last_leaf(before)):
                    before = self.before_beside(before)
                return [last] if before is None else [last, before]
            last, after = after, self.next_beside(after)
        return []

    def _preambular(self, way: range) -> int | None:
        for at in way:
            kind = self._kind(at)
            if kind is _PREAMBULAR:
                return at
            if kind not in _AMONG_PREAMBLES and (kind is not _ITEM or way.step > 0):
                return None
        return None

    def _following(self, leaf: int) -> int | None:
        """The operative paragraph after one in its resolution, whatever else of it stands between them."""
        if leaf not in self._followers:
            self._followers[leaf] = self._found_following(leaf)
        return self._followers[leaf]

    def _found_following(self, leaf: int) -> int | None:
        entries = self._entries
        for at in range(leaf + 1, len(entries)):
            paragraph = entries[at].paragraph
            kind = paragraph.kind if paragraph.cell is None else None
            if kind is _OPERATIVE:
                return at
            if kind in _PART_ENDS:
                return None
        return None

    def _found_before(self, position: int) -> int | None:
        """The operative paragraph before one, as `_following` is the one after it."""
        found, at, entries = None, position - 1, self._entries
        while at >= 0:
            if at + 1 < position and at + 1 in self._previous:
                # Nothing that counts stands between; many paragraphs of text would each go all the way.
                found = self._previous[at + 1]
                break
            paragraph = entries[at].paragraph
            kind = paragraph.kind if paragraph.cell is None else None
            if kind is _OPERATIVE:
                found = at
                break
            if kind in _PART_ENDS:
                break
            at -= 1
        self._previous[position] = found
        return found
