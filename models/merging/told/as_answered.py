"""What stands under a heading, or a heading within another, as somebody answered: nothing is told of that."""

from __future__ import annotations

from collections.abc import Collection

from models.merging.order.sections_kept import Sections, Stray
from models.merging.order.under_headings import Headings, same
from models.merging.sheet import Sheet
from models.merging.sides import BASE, NAMES, OURS, THEIRS

_PLACES = "deleted", "moved", "shape"
"""The kinds of questions by whose answers something stands here or there, or not at all."""


class AsAnswered:
    """The answers of a sheet by which something stands where it does; `hung` are the keys of what is hung."""

    def __init__(self, sections: Sections, sheet: Sheet, hung: Collection[str]) -> None:
        self._sections, self._sheet, self._hung = sections, sheet, hung
        self._open = {one.key for one in sheet.conflicts if one.choice is None}
        asked = [one for one in sheet.conflicts if one.kind in _PLACES or one.key.endswith(":deleted")]
        self._taken = [{one.key for one in asked if one.choice and one.choice.way == way} for way in NAMES]

    def are_so(self, stray: Stray) -> bool:
        """Whether strays stand where they do by an answer, or for want of one.

        That is, as it was, as a side has it that was answered, by the form of what is hung, or within what an open
        question shows as one.
        """
        nowhere, run = stray
        leads = [self._sections.lead(at) for at in run]
        return all(
            (not nowhere and self._sections.row(at).key in self._hung)
            or self._is_as_it_was(at)
            or self._is_as_taken(at)
            or self._is_shown_as_one(at)
            for at in leads
        )

    def is_heading_so(self, at: int, meant: Collection[Headings]) -> bool:
        """Whether a heading stands as a side has it that was answered for it, or for what is `meant` to be over it."""
        *three, now = self._sections.over(at)
        as_now = [side for side, there in enumerate(three) if there == now]
        return any(self._is_own_taken(side, at) or self._is_taken(side, meant) for side in as_now)

    def _is_shown_as_one(self, at: int) -> bool:
        row = self._sections.row(at)
        return len(row.merged) > 1 and not self._open.isdisjoint(row.conflicts)

    def _is_as_it_was(self, at: int) -> bool:
        """Whether a paragraph stands under the heading of the base, as it or that was answered."""
        was, now = self._sections.meant(BASE, at), self._sections.now(at)
        heads = {*now, *(head for side in (OURS, THEIRS) for head in self._sections.meant(side, at) or ())}
        rows = [self._sections.row(at), *(self._sheet.rows[head] for head in heads)]
        asked = {key for row in rows for key in row.conflicts}
        return was is not None and same(was, now) and not asked.isdisjoint(self._taken[BASE])

    def _is_as_taken(self, at: int) -> bool:
        """Whether a paragraph stands as a side has it that was answered: for it or for the headings it may stand under.

        For the one it stands under only where the other side did not move the paragraph.
        """
        now = self._sections.now(at)
        three = [self._sections.meant(side, at) for side in (BASE, OURS, THEIRS)]
        rest = {one for one in three if one is not None and not same(one, now)}
        for side, other in ((OURS, THEIRS), (THEIRS, OURS)):
            there = three[side]
            if there is not None and same(there, now):
                still = NAMES[other] not in self._sections.row(at).moved and self._is_taken(side, {now})
                if still or self._is_own_taken(side, at) or self._is_taken(side, rest):
                    return True
        return False

    def _is_own_taken(self, side: int, at: int) -> bool:
        return not self._taken[side].isdisjoint(self._sections.row(at).conflicts)

    def _is_taken(self, side: int, places: Collection[Headings]) -> bool:
        """Whether a side was answered for each of some headings."""
        rows = [self._sheet.rows[head] for one in places for head in one]
        return bool(rows) and all(not self._taken[side].isdisjoint(row.conflicts) for row in rows)
