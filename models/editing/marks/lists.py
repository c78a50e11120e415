"""The lists of a text: which items stand together, under which paragraph, and which of them is the last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.draft import Kind
from models.editing.edit import Entry
from models.editing.marks.paragraph_end import End

_PREAMBULAR, _OPERATIVE, _ITEM, _TEXT = Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.TEXT
"""Asked for again and again; to look a kind up in its class takes several times as long."""
_ABOVE = (_PREAMBULAR, _OPERATIVE, _ITEM)
_MOST_ITEMS = 400


@dataclass(frozen=True, slots=True)
class _List:
    """The items of a list, and from where to where it goes with all that is deeper."""

    start: int
    stop: int
    items: list[int]


class Lists:
    """Lists of one text as it stands. While it is asked the text does not change, so each is worked out once."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._lists: dict[int, _List] = {}
        self._leaves: dict[int, int] = {}

    def end(self, position: int) -> End:
        """How a paragraph ends now."""
        return self._entries[position].end

    def last_leaf(self, position: int) -> int:
        """The last of the items under a paragraph, or itself."""
        known = self._leaves.get(position)
        if known is None:
            known, level = position, self._level(position)
            while self._depth(known + 1) > level:
                known = self._list(known + 1).stop - 1
            self._leaves[position] = known
        return known

    def leaves(self, positions: Iterable[int]) -> set[int]:
        """The last of the items under each of some paragraphs, or itself."""
        known = self._leaves
        return {known[at] if at in known else self.last_leaf(at) for at in positions}

    def parent(self, position: int) -> int | None:
        """The paragraph whose list an item stands in."""
        if self.is_item(position):
            above = self._list(position).start - 1
            if above < 0 or position - above >= _MOST_ITEMS:
                return None
            return above if self._kind(above) in _ABOVE else None
        level = self._level(position)
        for at in range(position - 1, max(-1, position - _MOST_ITEMS), -1):
            kind = self._kind(at)
            if kind is _ITEM:
                if self._level(at) < level:
                    return at
            elif kind in (_PREAMBULAR, _OPERATIVE):
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
        known = self._lists.get(position)
        if known is None:
            level = self._level(position)
            found = [position]
            start, stop = position, position + 1
            while (depth := self._depth(start - 1)) >= level:
                start -= 1
                if depth == level:
                    found.append(start)
            found.reverse()
            while (depth := self._depth(stop)) >= level:
                if depth == level:
                    found.append(stop)
                stop += 1
            known = _List(start, stop, found)
            self._lists.update(dict.fromkeys(found, known))
        return known

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
        if not 0 <= position < len(self._entries):
            return False
        paragraph = self._entries[position].paragraph
        return paragraph.kind is _ITEM and paragraph.cell is None

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
        return paragraph.kind if paragraph.cell is None else _TEXT  # to those around a table

    def _level(self, position: int) -> int:
        paragraph = self._entries[position].paragraph
        return paragraph.level if paragraph.kind is _ITEM else 0

    def _depth(self, position: int) -> int:
        """The level of an item of a list; -1 where none stands."""
        if not 0 <= position < len(self._entries):
            return -1
        paragraph = self._entries[position].paragraph
        return paragraph.level if paragraph.kind is _ITEM and paragraph.cell is None else -1
