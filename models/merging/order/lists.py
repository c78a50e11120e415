"""What each item of a list stands under, in the merged text and on the sides."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from models.draft import Draft, Kind
from models.merging.order.belonging import NO_HEAD, due, head_of
from models.merging.order.under_headings import places_of, seats
from models.merging.pairs.blocks import Gone
from models.merging.pairs.clusters import consecutive
from models.merging.pairs.list_heads import heads
from models.merging.sheet import Sheet, on_sides
from models.merging.sides import BASE, OURS, THEIRS
from models.merging.words.ends import says_the_same

FORMS = "shape", "kind", "moved", "deleted"
"""What asks what a paragraph is, or whether and where it stands."""


class Chapeau(NamedTuple):
    """What an item stands under, and what the side has it under that put it in or changed it: the rows of both.

    `is_put_in`: the other side put the one in; else it took the other out.
    """

    now: int
    there: int
    is_put_in: bool
    is_new: bool


class Lists:
    """What each item stands under in the merged text and on each side, by the rows of that."""

    def __init__(self, sheet: Sheet, draft: Draft, gone: Sequence[Gone]) -> None:
        self._sheet, self._draft = sheet, draft
        self.row_of = {at: number for number, row in enumerate(sheet.rows) for at in row.merged}
        self._forms = {one.key for one in sheet.conflicts if one.kind in FORMS}
        self._open = {one.key for one in sheet.conflicts if one.kind in FORMS and one.choice is None}
        self._unsure = {one.key for one in sheet.conflicts if one.choice is None}
        self._back = {one.key for one in sheet.conflicts if one.choice is not None and one.choice.way == "base"}
        self._items = [at for at, one in enumerate(draft.paragraphs) if one.kind is Kind.SUBPARAGRAPH]
        self._on = on_sides(sheet) if self._items else []
        self._rows = [seats(sheet, gone, side) for side in (BASE, OURS, THEIRS)] if self._items else []

    @property
    def has_items(self) -> bool:
        """Whether there is any item at all."""
        return bool(self._items)

    def strays(self, way: int | None = None) -> dict[int, list[int]]:
        """The items that came under another paragraph, by that; NO_HEAD where it is none.

        One that a side put under another is to stand there; where something is asked it may stand as either has it,
        or as the side has it that had its `way`.
        """
        found: dict[int, list[int]] = {}
        for at in self._items:
            head = head_of(self._draft, at)
            now = self.row_of.get(head, NO_HEAD)
            base, own = self._head(BASE, at), [self._head(side, at) for side in (OURS, THEIRS)]
            if {*own} == {None}:
                own = [base, base]  # neither has it as an item: it is one as it was
            rows = {self.row_of[at], now} | {one for one in own if one is not None}
            asked = {key for row in rows - {NO_HEAD} for key in self._sheet.rows[row].conflicts}
            wanted = own if asked else due(base, own)
            if way is not None and not asked.isdisjoint(self._forms) and own[way - 1] is not None:
                wanted = [own[way - 1]]
            if now == base and not asked.isdisjoint(self._forms & self._back):
                continue  # what it stands under is answered to be as it was
            if {*own} != {None} and now not in wanted and not self._came_between(at, now):
                found.setdefault(head, []).append(at)
        return found

    def under_another(self) -> Iterator[tuple[int, Chapeau]]:
        """The items of one side, put in or changed there, over which the other put in a chapeau or took theirs out."""
        for at in self._items:
            now = self.row_of.get(head_of(self._draft, at), NO_HEAD)
            row = self._sheet.rows[self.row_of[at]]
            for side, other in ((OURS, THEIRS), (THEIRS, OURS)) if now >= 0 and not row.moved else ():
                there = self._own_head(side, at)
                if there is None or there in (NO_HEAD, now):
                    continue
                put_in, new = self._is_put_in(now, other), self._is_put_in(self.row_of[at], side)
                under = self._came_between(at, now) if new else self._own_head(other, at) == now
                if under and (put_in or self._is_struck(there, other)) and (new or self._has_changed(side, at)):
                    yield at, Chapeau(now, there, put_in, new)

    def of_one_side(self) -> Iterator[tuple[int, int, int, bool]]:
        """What one side put, or changed, under a paragraph: each item, that, the side, and whether it put it there.

        What it changed in one that stands as the other has it is none of it.
        """
        for at in self._items:
            row = self._sheet.rows[self.row_of[at]]
            over = {head: self.row_of[head] for head in heads(self._draft, at)} if row.kind != "same" else {}
            for side, other in ((OURS, THEIRS), (THEIRS, OURS)) if over else ():
                had, has, others = (self._chain(one, at) for one in (BASE, side, other))
                new = self._is_put_in(self.row_of[at], side)
                changed = not new and self._has_changed(side, at) and not self._is_as(other, at)
                for head, number in over.items():
                    if number in has and (new or changed or number not in had | others):
                        yield at, head, side, not changed

    def _chain(self, side: int, at: int) -> set[int]:
        """The rows of all that a side has an item under."""
        draft, rows = self._sheet.sides[side].draft, self._rows[side]
        return {rows[head] for place in self._places(side, at) for head in heads(draft, place) if head in rows}

    def _is_as(self, side: int, at: int) -> bool:
        """Whether the merged text has an item in the words of a side."""
        words = self._sheet.lines[at].text(self._sheet.sides)
        texts = self._sheet.sides[side].draft.paragraphs
        return any(texts[place].text == words for place in self._places(side, at))

    def _came_between(self, at: int, now: int) -> bool:
        """Whether an item that one side put in stands with others of its list under what the other put in over them."""
        for side, other in ((OURS, THEIRS), (THEIRS, OURS)):
            if self._is_put_in(self.row_of[at], side) and self._is_put_in(now, other):
                there = self._own_head(side, at)
                return there is not None and any(
                    self._own_head(side, one) == there and self._own_head(other, one) == now for one in self._under[now]
                )
        return False

    @cached_property
    def _under(self) -> Mapping[int, Sequence[int]]:
        """The items that each row has under it in the merged text."""
        found: dict[int, list[int]] = {}
        for at in self._items:
            found.setdefault(self.row_of.get(head_of(self._draft, at), NO_HEAD), []).append(at)
        return found

    def _is_put_in(self, number: int, side: int) -> bool:
        """Whether a side alone put a row in."""
        row = self._sheet.rows[number]
        return number >= 0 and not row.base and [*map(bool, (row.ours, row.theirs))] == [side == OURS, side == THEIRS]

    def _is_struck(self, number: int, side: int) -> bool:
        """Whether a side took out a row, and the merged text has it no more."""
        row = self._sheet.rows[number]
        return bool(row.base) and not row.merged and not places_of(row, side)

    def _has_changed(self, side: int, at: int) -> bool:
        """Whether words stand in an item that a side alone has put there, or words together with the other side's."""
        row, line = self._sheet.rows[self.row_of[at]], self._sheet.lines[at]
        if row.kind == "both" or (line.whole is not None and line.whole[0] != side):
            return False
        places, others, sides = places_of(row, side), places_of(row, OURS + THEIRS - side), self._sheet.sides
        if len(places) == len(others) == 1 and says_the_same(
            sides[side], places[0], sides[OURS + THEIRS - side], others[0]
        ):
            return False  # where both have the same words, the line may be of either
        alone = len(row.base) == len(places) == 1
        return not alone or not says_the_same(sides[BASE], row.base[0], sides[side], places[0])

    def is_open(self, at: int, head: int) -> bool:
        """Whether it is still asked, in one question, what an item is and the paragraph over it, now or on a side.

        Or what a side has it under, which is shown as one with what stands elsewhere till that is answered.
        """
        rows, over = self._sheet.rows, self.row_of.get(head, NO_HEAD)
        asked = self._open.intersection(rows[self.row_of[at]].conflicts)
        heads = [rows[row] for row in {over, *self.meant(at)} - {NO_HEAD}]
        if any(not asked.isdisjoint(row.conflicts) for row in heads):
            return True
        meant = [rows[row] for row in self.meant(at) - {NO_HEAD, over}]
        return any(len(row.merged) > 1 and not self._unsure.isdisjoint(row.conflicts) for row in meant)

    def are_beside(self, rows: Collection[int]) -> bool:
        """Whether some rows stand side by side, and nothing between them, in the base and on each side."""
        places = [sorted(at for at, row in one.items() if row in rows) for one in self._rows]
        return all(consecutive(tuple(one)) for one in places)

    def is_made(self, number: int) -> bool:
        """Whether a side moved a row of the base, or deleted it or made something else of it."""
        row = self._sheet.rows[number]
        kinds = [
            (one.kind, one.level)
            for side in (BASE, OURS, THEIRS)
            for one in (self._sheet.sides[side].draft.paragraphs[at] for at in places_of(row, side))
        ]
        asked = not self._forms.isdisjoint(row.conflicts)
        return bool(row.base) and (bool(row.moved) or asked or not row.merged or len({*kinds}) > 1)

    def meant(self, at: int) -> set[int]:
        """The rows of what the sides have an item under."""
        return {row for side in (OURS, THEIRS) if (row := self._head(side, at)) is not None}

    def _head(self, side: int, at: int) -> int | None:
        """The row of what a side has a paragraph under, None where that is no item there, or under several."""
        found = {self._over(side, one, at) for one in self._places(side, at)}
        return found.pop() if len(found) == 1 else None

    def _own_head(self, side: int, at: int) -> int | None:
        """The same, be it that the side struck what the base has it under."""
        texts = self._sheet.sides[side].draft
        places = [one for one in self._places(side, at) if texts.paragraphs[one].kind is Kind.SUBPARAGRAPH]
        found = {self._rows[side].get(head_of(texts, one), NO_HEAD) for one in places}
        return found.pop() if len(found) == 1 else None

    def _places(self, side: int, at: int) -> Sequence[int]:
        place = self._on[side][at]
        return places_of(self._sheet.rows[self.row_of[at]], side) if place is None else (place,)

    def _over(self, side: int, place: int, at: int) -> int | None:
        """The row of what a side has over a place where a paragraph stands there, None where that is no item."""
        draft = self._sheet.sides[side].draft
        if draft.paragraphs[place].kind is not Kind.SUBPARAGRAPH:
            return None
        if side != BASE and (base := self._head(BASE, at)) is not None and base >= 0:
            row = self._sheet.rows[base]
            if row.merged and not places_of(row, side):
                return base  # who struck the head did not put the item elsewhere
        return self._rows[side].get(head_of(draft, place), NO_HEAD)
