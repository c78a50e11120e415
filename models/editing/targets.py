"""Which paragraph a reference points to, and what a paragraph is called in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from models.draft import Kind
from models.draft.labels import restarting_sections
from models.draft.numbering import Count, has_suffix, value_of
from models.editing.edit import Entry
from models.editing.mentions import Item, Mention, Sign, names_another

_BORDERS = (Kind.OPERATIVE, Kind.PREAMBULAR, Kind.ENACTING, Kind.SECTION, Kind.ANNEX)
_TWICE = -1


@dataclass(slots=True)
class _Stretch:
    """A section or what is without one: which text it belongs to and where each number stands in it."""

    body: int
    start: int
    numbers: dict[str, int] = field(default_factory=dict)
    preambular: dict[str, int] = field(default_factory=dict)


class Targets:
    """The numbers of one state of a text.

    A number is looked for in the section of the reference, then in all of the resolution or annex it stands in; one
    that stands there twice is nobody's. `entries` may be set to others of the same standing.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self._stretches: list[_Stretch] = [_Stretch(0, 0)]
        self._first_annex = len(entries)
        self._heads: dict[int, str] = {}
        self._blocks: dict[int, list[tuple[int, int, str]]] = {}
        self._count_all()

    def _count_all(self) -> None:
        entries, heads, stretch = self.entries, self._heads, self._stretches[0]
        restarting: set[int] | None = None
        count = preambular = 0
        operative_kind, preambular_kind, item = Kind.OPERATIVE, Kind.PREAMBULAR, Kind.SUBPARAGRAPH
        section, enacting, annex = Kind.SECTION, Kind.ENACTING, Kind.ANNEX
        for at, entry in enumerate(entries):
            paragraph = entry.paragraph
            kind = paragraph.kind
            if kind is item:
                continue
            if kind is operative_kind:
                if paragraph.number is None and paragraph.set_label is None:
                    count += 1
                    number = str(count)
                else:
                    number, count = _printed(entry, count)
                heads[at] = number
                numbers = stretch.numbers
                numbers[number] = _TWICE if number in numbers else at
            elif kind is preambular_kind:
                counts = paragraph.set_label is None and not has_suffix(paragraph.number)
                preambular += counts
                number = str(preambular) if counts else _bare_label(paragraph.set_label or f"PP{preambular}")
                heads[at] = number
                numbers = stretch.preambular
                numbers[number] = _TWICE if number in numbers else at
            elif kind is section or kind is enacting or kind is annex:
                count = 0
                if kind is section and restarting is None:
                    restarting = restarting_sections([entry.paragraph for entry in entries])
                if kind is not section or (restarting and at in restarting):
                    preambular = 0
                stretch = _Stretch(stretch.body + (kind is not section), at)
                self._stretches.append(stretch)
                if kind is annex:
                    self._first_annex = min(self._first_annex, at)

    # From a reference to its paragraphs

    def resolve(self, position: int, mention: Mention) -> tuple[int | None, ...]:
        """The position each part of a reference at a position points to; None where that is not one paragraph."""
        if mention.reach == "bare" and self._speaks_of_another(position):
            return (None,) * len(mention.items)
        found: list[int | None] = []
        for item in mention.items:
            found.append(self._one(position, mention, item, found))
        return tuple(found)

    def _one(self, position: int, mention: Mention, item: Item, before: list[int | None]) -> int | None:
        if item.number is not None:
            return self._down(self._head(position, mention, item.number.text), item.letters)
        if before:
            return self._beside(before[-1], item.letters)
        if mention.owner is not None:
            owner = mention.owner
            assert owner.number is not None
            head = self._down(self._head(position, mention, owner.number.text), owner.letters)
            return self._down(head, item.letters)
        return self._in_own_list(position, item.letters)

    def _speaks_of_another(self, position: int) -> bool:
        """Whether the paragraph whose item this is names another document."""
        head = self._head_of(position)
        return head is not None and head != position and names_another(self.entries[head].text)

    def _head(self, position: int, mention: Mention, number: str) -> int | None:
        own = self._stretch(position)
        body = own.body
        if mention.reach == "present" and position > self._first_annex:
            bodies = {one.body for one in self._stretches if one.start < self._first_annex and one.numbers}
            if len(bodies) != 1:
                return None
            body = bodies.pop()
        wanted = [own] if own.body == body else []
        wanted_numbers = [_numbers(one, mention) for one in wanted]
        if wanted_numbers and number in wanted_numbers[0]:
            return _sure(wanted_numbers[0][number])
        all_there = [_numbers(one, mention) for one in self._stretches if one.body == body]
        found = [numbers[number] for numbers in all_there if number in numbers]
        return _sure(found[0]) if len(found) == 1 else None

    def _stretch(self, position: int) -> _Stretch:
        for stretch in reversed(self._stretches):
            if stretch.start <= position:
                return stretch
        return self._stretches[0]

    def _head_of(self, position: int) -> int | None:
        """The OP or PP a paragraph is, or is an item of."""
        for at in range(position, -1, -1):
            if at in self._heads:
                return at
            if self.entries[at].paragraph.kind in _BORDERS:
                return None
        return None

    def _block(self, head: int) -> list[tuple[int, int, str]]:
        """The items of a paragraph: position, level, letter."""
        if head not in self._blocks:
            count, items = Count(), []
            for at in range(head + 1, len(self.entries)):
                entry = self.entries[at]
                paragraph = entry.paragraph
                if paragraph.kind in _BORDERS:
                    break
                if paragraph.kind is Kind.SUBPARAGRAPH:
                    shown = paragraph.set_label or (
                        paragraph.number if entry.printed else count.number(paragraph, False)
                    )
                    items.append(
                        (at, paragraph.level, " ".join((shown or "").replace("(", "").replace(")", "").split()))
                    )
                count.pass_by(paragraph)
            self._blocks[head] = [(at, level, shown.strip(". ").lower()) for at, level, shown in items]
        return self._blocks[head]

    def _down(self, position: int | None, letters: Sequence[Sign]) -> int | None:
        """From a paragraph to its item (a), to that one's (i)."""
        for letter in letters:
            if position is None:
                return None
            found = [at for at, name in self._children(position) if name == letter.text]
            position = found[0] if len(found) == 1 else None
        return position

    def _children(self, position: int) -> list[tuple[int, str]]:
        head = self._head_of(position)
        if head is None:
            return []
        own = 0 if head == position else self.entries[position].paragraph.level
        found: list[tuple[int, str]] = []
        for at, level, name in self._block(head):
            if at <= position:
                continue
            if level <= own:
                break
            if level == own + 1:
                found.append((at, name))
        return found

    def _parent(self, position: int) -> int | None:
        head = self._head_of(position)
        if head is None or head == position:
            return None
        level, parent = self.entries[position].paragraph.level, head
        for at, other, _ in self._block(head):
            if at >= position:
                break
            if other < level:
                parent = at
        return parent

    def _beside(self, position: int | None, letters: Sequence[Sign]) -> int | None:
        """From (a) to (b) beside it, or beside what it is an item of."""
        above = self._parent(position) if position is not None else None
        while above is not None:
            found = self._down(above, letters)
            if found is not None:
                return found
            above = self._parent(above)
        return None

    def _in_own_list(self, position: int, letters: Sequence[Sign]) -> int | None:
        """From a paragraph to the item of its list, or of the list it is an item of; None where both could be meant."""
        head = self._head_of(position)
        starts = {head, self._parent(position), position if position != head else None} - {None}
        found = {target for start in starts if (target := self._down(start, letters)) is not None}
        return found.pop() if len(found) == 1 else None

    # From a paragraph to its name

    def path(self, position: int) -> tuple[str, ...] | None:
        """The number of the OP or PP and the letters down to a paragraph: ("4", "a", "i"); None where it has none."""
        head = self._head_of(position)
        if head is None or (head != position and self.entries[position].paragraph.kind is not Kind.SUBPARAGRAPH):
            return None
        names = {at: name for at, _, name in self._block(head)} if head != position else {}
        letters: list[str] = []
        at: int | None = position
        while at is not None and at != head:
            letters.append(names[at])
            at = self._parent(at)
        return (self._heads[head], *reversed(letters))

    def name(self, position: int) -> str:
        """What a paragraph is called in a sentence: "OP4 (a)"."""
        path, head = self.path(position), self._head_of(position)
        if path is None or head is None:
            return "a paragraph"
        part = "PP" if self.entries[head].paragraph.kind is Kind.PREAMBULAR else "OP"
        return " ".join([part + path[0], *(f"({letter})" for letter in path[1:])])


def _numbers(stretch: _Stretch, mention: Mention) -> dict[str, int]:
    return stretch.preambular if mention.part == "PP" else stretch.numbers


def _sure(position: int) -> int | None:
    return None if position == _TWICE else position


def _printed(entry: Entry, count: int) -> tuple[str, int]:
    """The number of an OP that has one set, and where the count stands after it."""
    paragraph = entry.paragraph
    if paragraph.set_label is not None:
        return _bare_label(paragraph.set_label), count
    number = paragraph.number or ""
    if not has_suffix(number):
        value = value_of(number, 0)
        count = value if value is not None else count + 1
    return _bare_label(number), count


def _bare_label(label: str) -> str:
    """A number as references write it: "4 bis"."""
    bare = " ".join(label.rsplit(".", 1)[-1].split()) if label.rstrip(". ").count(".") else " ".join(label.split())
    return bare.removeprefix("OP").removeprefix("PP").strip(" .").lower()
