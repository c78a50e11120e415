"""Which paragraph a reference points to, and what a paragraph is called in one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from models.draft import Kind
from models.draft.labels import annex_name
from models.draft.mentions import Item, Mention, Sign
from models.draft.numbering import Count
from models.draft.whose import Side, names_another
from models.editing.edit import Entry
from models.editing.numbered_bodies import BEGINS_BODY, TWICE, Bodies, Body, Numbers, Section
from models.editing.stretches import Stretches

_BORDERS = (Kind.OPERATIVE, Kind.PREAMBULAR, Kind.ENACTING, Kind.SECTION, Kind.ANNEX)
_SIGNS = re.compile("[()（）.]")
_HEADS = (Kind.OPERATIVE, Kind.PREAMBULAR)


class Targets:
    """The numbers of one state of a text, worked out for those resolutions and annexes that are asked about.

    A number is looked for in the section of the reference, then in all of the resolution or annex it stands in; one
    that stands there twice is nobody's. "Paragraphs 1 and 3 above" in an annex that has not both are the resolution's.
    """

    def __init__(self, entries: Sequence[Entry], stretches: Stretches | None = None) -> None:
        """Of entries, and of the `stretches` they stand in where those are known already."""
        self.entries = entries
        self._stretches = stretches or Stretches(entries)
        self._bodies = Bodies(entries, self._stretches)
        self._blocks: dict[int, list[tuple[int, int, str]]] = {}

    def citing(self, note: int) -> int | None:
        """The position of the paragraph that cites a note first; None where nothing does."""
        at = self._citing.get(note)
        return None if at is None else self._stretches.starts[at] + self._stretches.parts[at].citing[note]

    @cached_property
    def _citing(self) -> dict[int, int]:
        """By note, the stretch that cites it first."""
        found: dict[int, int] = {}
        for at in range(len(self._stretches.parts) - 1, -1, -1):
            found.update(dict.fromkeys(self._stretches.parts[at].citing, at))
        return found

    # From a reference to its paragraphs

    def resolve(self, position: int, mention: Mention, *, inside: bool = False) -> tuple[int | None, ...]:
        """The position each part of a reference at a position points to; None where that is not one paragraph.

        `inside`: it stands in the words of the paragraph there, which is not what is above or below itself.
        """
        if mention.reach == "bare" and self._speaks_of_another(position):
            return (None,) * len(mention.items)
        found: list[int | None] = []
        for item in mention.items:
            found.append(self._one(position, mention, item, found))
        if inside and mention.reach == "near" and found == [position]:
            return (None,)
        return tuple(found)

    def is_nowhere(self, position: int, mention: Mention, item: Item) -> bool:
        """Whether a paragraph of a reference has a number that none has, where paragraphs have numbers."""
        if item.number is None or mention.reach not in ("near", "present"):
            return False
        bodies = [self._bodies.at(position)]
        if not any(_numbers(section, mention) for section in bodies[0].sections):
            return False
        start: int | None = 0
        while start is not None:
            bodies.append(self._bodies.at(start))
            start = self._stretches.after(start, BEGINS_BODY)
        sections = (section for body in bodies for section in body.sections)
        return all(_numbers(section, mention).get(item.number.text) is None for section in sections)

    def _one(self, position: int, mention: Mention, item: Item, before: list[int | None]) -> int | None:
        if item.number is not None:
            head = self._head(position, mention, item.number.text)
            return head if self.in_its_words(head, item) else self._down(head, item.letters)
        if before:
            return self._beside(before[-1], item.letters)
        return self._in_own_list(position, mention, item.letters)

    def in_its_words(self, head: int | None, item: Item) -> bool:
        """Whether the letters of "paragraph 4 (a)" can only stand in the words of a paragraph, which has no items."""
        return head is not None and bool(item.letters) and self._head_of(head) == head and not self._block(head)

    def _speaks_of_another(self, position: int) -> bool:
        """Whether the paragraph whose item this is names another document."""
        head = self._head_of(position)
        return head is not None and head != position and names_another(self.entries[head].text)

    def _head(self, position: int, mention: Mention, number: str) -> int | None:
        body = self._bodies.at(position)
        if mention.reach == "annex":
            at = self._annex(position, mention.division)
            if at is None:
                return None
            body = self._bodies.at(at)
        elif mention.reach == "section":
            named = [one for one in body.sections if self._section_name(body, one) == mention.division]
            if len(named) != 1:
                return None
            return _sure(_numbers(named[0], mention).get(number))
        elif self._of_whole(position, mention):
            if self._whole is None:
                return None
            body = self._whole
        elif mention.reach == "whole":
            return None
        if body is self._bodies.at(position):
            own = _numbers(next(one for one in reversed(body.sections) if one.start <= position), mention).get(number)
            if own is not None:
                return _sure(own)
        found = _all(body, mention, number)
        return _sure(found[0]) if len(found) == 1 else None

    def _annex(self, position: int, division: str) -> int | None:
        """Where an annex begins that a reference at a position names; None where that is not one."""
        if division == "this" and (own := self._stretches.before(position + 1, (Kind.ANNEX,))) is not None:
            return own
        heads: list[int] = []
        at = self._stretches.after(-1, (Kind.ANNEX,))
        while at is not None:
            if any(section.numbers for section in self._bodies.at(at).sections):
                heads.append(at)
            at = self._stretches.after(at, (Kind.ANNEX,))
        if division not in ("", "this"):
            heads = [at for at in heads if annex_name(self.entries[at].paragraph) == f"Annex {division}"]
        return heads[0] if len(heads) == 1 else None

    def _section_name(self, body: Body, section: Section) -> str | None:
        """The number of a section in its resolution or annex: "II"."""
        count, shown = Count(), None
        # What stands before the first heading comes first, and is empty where a text begins with that.
        for one in {one.start: one for one in body.sections}.values():
            entry = self.entries[one.start]
            if entry.paragraph.kind is Kind.SECTION:
                shown = entry.paragraph.number if entry.printed else count.number(entry.paragraph, False)
                count.pass_by(entry.paragraph)
                if one is section:
                    return (shown or "").strip(". ").upper()
        return None

    def _of_whole(self, position: int, mention: Mention) -> bool:
        """Whether a reference at a position is one from an annex to the resolution that it belongs to."""
        if mention.reach not in ("present", "whole", "near") or self._stretches.before(position, (Kind.ANNEX,)) is None:
            return False
        if mention.reach != "near":
            return True
        own, numbers = self._bodies.at(position), [item.number for item in mention.items if item.number]
        return any(not _all(own, mention, number.text) for number in numbers)

    @cached_property
    def _whole(self) -> Body | None:
        """The resolution before the first annex; None where that is not one with OPs."""
        end = self._stretches.after(-1, (Kind.ANNEX,))
        start: int | None = 0
        found: list[Body] = []
        while start is not None and (end is None or start < end):
            body = self._bodies.at(start)
            if any(section.numbers for section in body.sections):
                found.append(body)
            start = self._stretches.after(start, BEGINS_BODY)
        return found[0] if len(found) == 1 else None

    def _head_of(self, position: int) -> int | None:
        """The OP or PP a paragraph is, or is an item of."""
        at = self._stretches.before(position + 1, _BORDERS)
        return at if at is not None and self.entries[at].paragraph.kind in _HEADS else None

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
                    items.append((at, paragraph.level, " ".join(_SIGNS.sub(" ", shown or "").split())))
                count.pass_by(paragraph)
            self._blocks[head] = [(at, level, shown.lower()) for at, level, shown in items]
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

    def _in_own_list(self, position: int, mention: Mention, letters: Sequence[Sign]) -> int | None:
        """From a paragraph to the item of its list, or of the list it is an item of; None where both could be meant.

        Where neither has it, it is that of the nearest paragraph on the side that is said.
        """
        head = self._head_of(position)
        starts = {head, self._parent(position), position if position != head else None} - {None}
        found = {target for start in starts if (target := self._down(start, letters)) is not None}
        if not found and head is not None and mention.side:
            return self._nearest(head, mention.side, letters)
        return found.pop() if len(found) == 1 else None

    def _nearest(self, head: int, side: Side, letters: Sequence[Sign]) -> int | None:
        beside = self._stretches.before if side == "above" else self._stretches.after
        body, at = self._bodies.at(head), beside(head, _HEADS)
        while at is not None and self._bodies.at(at) is body:
            found = self._down(at, letters)
            if found is not None:
                return found
            at = beside(at, _HEADS)
        return None

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
        return (self._bodies.number(head), *reversed(letters))


def _all(body: Body, mention: Mention, number: str) -> list[int]:
    """The positions a number has in the sections of a resolution or annex."""
    all_there = (_numbers(one, mention).get(number) for one in body.sections)
    return [at for at in all_there if at is not None]


def _numbers(section: Section, mention: Mention) -> Numbers:
    return section.preambular if mention.part == "PP" else section.numbers


def _sure(position: int | None) -> int | None:
    return None if position == TWICE else position
