"""Which list a new paragraph joins: that of its neighbours in the new text, where it counts as the new draft has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from models.draft import Draft, Kind, Paragraph
from models.draft.numbering import has_suffix, value_of
from models.reading.extent import number_of
from models.word.markup import style_of
from models.word.reading.list_numbers import ListNumbers
from models.word.redlining.lists.numbering_part import Place
from models.word.redlining.lists.own_lists import OwnLists
from models.word.redlining.looks.looks import Joined, Looks, OldParagraph
from models.word.writing.lists import in_list

_SUB = Kind.SUBPARAGRAPH  # looked up in its class it takes four times as long
_LISTED = (Kind.OPERATIVE, _SUB, Kind.SECTION)
_HEADS = (Kind.OPERATIVE, Kind.PREAMBULAR, Kind.SECTION, Kind.ANNEX, Kind.HEADING, Kind.ENACTING)
_FAR = 200  # paragraphs that are looked at for the next of a list


@dataclass(frozen=True, slots=True)
class Joining:
    """The new paragraphs that may join a list: those `inserted`, and others `changed`; the old ones of `standing`.

    `items` are all new paragraphs as lists count them.
    """

    inserted: Mapping[int, int]
    changed: set[int]
    standing: Mapping[int, int]
    items: Sequence[Paragraph]


class _Neighbour(NamedTuple):
    """One of a list: the old paragraph it looks like, and the list and level it is in."""

    model: int | None
    place: Place


class ListJoins:
    """Finds the lists of the new paragraphs of one text, asked for in order; `found` are those that differ."""

    def __init__(
        self,
        joining: Joining,
        draft: Draft,
        old: Sequence[OldParagraph],
        looks: Looks,
        lists: ListNumbers,
        own: OwnLists,
        counted: bool = False,
    ) -> None:
        """`old` are the paragraphs of the old file, `lists` those of it, none of their paragraphs counted yet.

        `counted`: whatever a list prints is right.
        """
        self._counted = counted
        self.joining, self.own = joining, own
        self.found: dict[int, Joined] = {}
        self.begun: set[int] = set()
        self._paragraphs, self._items, self._old = draft.paragraphs, joining.items, old
        self._looks, self._lists = looks, lists
        self._last: dict[tuple[Kind, int], tuple[int | None, etree._Element]] = {}
        self._deepest = -1  # level of the subparagraphs among them

    def join(self, new: int, look: etree._Element, number: str, model: int | None) -> tuple[etree._Element, str]:
        """The look and typed number of a paragraph in its list, from those it would have; it is like `model`."""
        item = self._items[new]
        if item.kind not in _LISTED or item.number is None or has_suffix(item.number):
            return look, number
        if number and new not in self.joining.inserted and (model is None or self._old[model].typed):
            return look, number
        place = None if number else self._lists.place(look, style_of(look))
        beside = [one for one in (self._before(item), self._next(new, item)) if one is not None]
        theirs = self.own.theirs.found(new, carry=False)
        if theirs not in (None, place, *(one.place for one in beside)):
            found = self._in_theirs(new, item, look, model, carry=False)
            if found is not None:
                return found, ""
        for one in sorted(beside, key=lambda one: one.place != theirs):
            if one.place == place:
                if self._is_right(item, look):
                    return look, ""
                continue
            found = self._joined(new, look, one)
            if found is not None and self._is_right(item, found):
                self.found[new] = Joined(one.model, one.place)
                return found, ""
        if not number and (place is None or self._is_right(item, look)):
            return look, ""
        # It may be typed only because its list would begin with it.
        plain, rest = self._looks.wish(new, model, False) if number else (look, "")
        found = self._in_theirs(new, item, plain, model, carry=False) if not rest else None
        if found is None and not rest:
            found = self._begun(new, item, plain, model)
        if found is None:
            found = self._in_theirs(new, item, look if rest else plain, model, carry=True)
        return (look, number) if found is None else (found, "")

    def counted(self, new: int, look: etree._Element, number: str, model: int | None) -> None:
        """A paragraph has its number from a list, or has none, or a typed one."""
        item = self._items[new]
        kind, level = item.kind, item.level
        if self._deepest >= 0 and (kind is _SUB or kind in _HEADS):
            least = level if kind is _SUB else -1
            for deeper in range(least + 1, self._deepest + 1):
                self._last.pop((_SUB, deeper), None)
            self._deepest = min(self._deepest, least)
        if kind not in _LISTED:
            return
        if number:
            self._last.pop((kind, level), None)
            return
        if kind is _SUB:
            self._deepest = max(self._deepest, level)
        joined = self.found.get(new)
        like = joined.model if joined is not None and joined.model is not None else model
        self._last[kind, level] = self.joining.standing.get(new, like), look

    def _before(self, item: Paragraph) -> _Neighbour | None:
        """The last paragraph of the list that a paragraph goes on with, if it goes on with one."""
        model, look = self._last.get(_key(item), (None, None))
        place = self._lists.place(look, style_of(look)) if look is not None else None
        return None if place is None else _Neighbour(model, place)

    def _joined(self, new: int, look: etree._Element, one: _Neighbour) -> etree._Element | None:
        """The look of a paragraph in the list of one beside it; None where it cannot be in that."""
        if new in self.joining.inserted and one.model is not None:
            look, number = self._looks.wish(new, one.model, False)
            if number:
                return None
            if self._lists.place(look, style_of(look)) == one.place:
                return look
        return in_list(deepcopy(look), int(one.place[0]), one.place[1]) if one.place[0].isdecimal() else None

    def _begun(self, new: int, item: Paragraph, look: etree._Element, model: int | None) -> etree._Element | None:
        """The look of a paragraph that begins a list of its own; None where it can begin none."""
        place = self._lists.place(look, style_of(look))
        value = _value(item)
        if place is None or value is None or value < 1 or not place[0].isdecimal():
            return None
        begun = self.own.begun(new, value, place, self._lists)
        made = in_list(deepcopy(look), int(begun[0]), begun[1])
        if not self._is_right(item, made):
            return None
        self.found[new] = Joined(model, begun)
        self.begun.add(new)
        return made

    def _in_theirs(
        self, new: int, item: Paragraph, look: etree._Element, model: int | None, *, carry: bool
    ) -> etree._Element | None:
        """The look of a paragraph in the list it has in its own file; `carry`: where the old file lacks that, too."""
        place = self.own.theirs.found(new, carry=carry)
        if place is None or not place[0].isdecimal():
            return None
        self._lists.learn(self.own.theirs.carried(place[0]))
        made = in_list(deepcopy(look), int(place[0]), place[1])
        if not self._is_right(item, made):
            return None
        self.found[new] = Joined(model, place)
        return made

    def _next(self, new: int, item: Paragraph) -> _Neighbour | None:
        """The next paragraph that stands and goes on with the numbers of a new one."""
        value, on = _value(item), 0
        for at in range(new + 1, min(new + _FAR, len(self._paragraphs))):
            other = self._items[at]
            if _key(other) == _key(item):
                on += 1
                if not self._counted and (value is None or other.number is None or _value(other) != value + on):
                    return None
                if at in self.joining.standing:
                    old = self.joining.standing[at]
                    look = self._old[old].look
                    place = self._lists.place(look, style_of(look))
                    listed = place is not None and self._old[old].numbered_by_word
                    return _Neighbour(old, place) if listed and place is not None else None
            elif item.kind is Kind.SUBPARAGRAPH and (
                other.kind in _HEADS or (other.kind is Kind.SUBPARAGRAPH and other.level < item.level)
            ):
                return None
        return None

    def _is_right(self, item: Paragraph, look: etree._Element) -> bool:
        one = self._lists.foretold(look, style_of(look))
        return one is not None and one.number is not None and (self._counted or is_number_of(item, one.number))


def is_number_of(paragraph: Paragraph, number: str) -> bool:
    """Whether a number that a list prints is that of a paragraph, or nothing that is typed would change it."""
    if paragraph.number is None or paragraph.kind not in _LISTED:
        return True
    if number.strip().rstrip(".") == paragraph.number:
        return True
    found = number_of(Paragraph(Kind.TEXT, (), number=number))
    if found is None:
        return False
    return paragraph.number in (found.number, f"{found.value}) {found.suffix}".strip())


def _key(item: Paragraph) -> tuple[Kind, int]:
    return item.kind, item.level


def _value(item: Paragraph) -> int | None:
    level = {Kind.OPERATIVE: 0, Kind.SECTION: 2}.get(item.kind, max(item.level, 1))
    return value_of(item.number, level) if item.number is not None else None
