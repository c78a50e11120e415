"""What stands under a heading, or a heading within another, as somebody answered: nothing is told of that.

But for what was answered to be as it was, and cannot stand there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from models.draft import Draft, Kind
from models.draft.divisions import RANKS, headings_over
from models.merging.order.sections_kept import Sections, Stray
from models.merging.order.under_headings import Headings, same
from models.merging.sheet import Sheet
from models.merging.sides import BASE, NAMES, OURS, THEIRS

_PLACES = "deleted", "moved", "shape"
"""The kinds of questions by whose answers something stands here or there, or not at all."""


_GONE = -1
"""Stands for a heading that is nowhere in a text."""


class _Over:
    """What stands over the paragraphs of a text."""

    def __init__(self, draft: Draft) -> None:
        self.kinds = [one.kind for one in draft.paragraphs]
        self._over = headings_over(draft.paragraphs)

    def head(self, at: int, kind: Kind) -> int | None:
        """The nearest heading under which something of a kind stands where a paragraph does."""
        limit = RANKS.get(kind, len(RANKS))
        heads = (at, *self._over[at]) if self.kinds[at] in RANKS else self._over[at]
        return next((head for head in heads if RANKS[self.kinds[head]] < limit), None)


class AsAnswered:
    """The answers of a sheet by which something stands where it does; `hung` are the keys of what is hung."""

    def __init__(self, sections: Sections, sheet: Sheet, hung: Collection[str]) -> None:
        self._sections, self._sheet, self._hung = sections, sheet, hung
        self._open = {one.key for one in sheet.conflicts if one.choice is None}
        asked = [one for one in sheet.conflicts if one.kind in _PLACES or one.key.endswith(":deleted")]
        self._taken = [{one.key for one in asked if one.choice and one.choice.way == way} for way in NAMES]

    def are_so(self, stray: Stray) -> bool:
        """Whether strays stand where they do by an answer, or for want of one.

        That is, as it was, as a side has it that was answered, by the form of what is hung, within what an open
        question shows as one, or not yet under a heading that is hung, and with it what stands under it.
        """
        nowhere, run = stray
        leads = [self._sections.lead(at) for at in run]
        return all(
            (not nowhere and self._sections.row(at).key in self._hung)
            or self._is_as_it_was(at)
            or self._is_as_taken(at)
            or self._is_shown_as_one(at)
            or self._is_of_open_heading(at)
            for at in leads
        )

    def is_heading_so(self, at: int, meant: Collection[Headings]) -> bool:
        """Whether a heading stands as a side has it that was answered for it, or for what is `meant` to be over it."""
        *three, now = self._sections.over(at)
        as_now = [side for side, there in enumerate(three) if there == now]
        return any(self._is_own_taken(side, at) or self._is_taken(side, meant) for side in as_now)

    def back_elsewhere(self, draft: Draft) -> Iterator[int]:
        """What was answered to be as it was and stands under another heading, or within another annex or section.

        Not where what stands before it there in the base does so here: it went along with that.
        """
        back = [row for row in self._sheet.rows if row.base and not self._taken[BASE].isdisjoint(row.conflicts)]
        if not back:
            return
        there = {line: row.merged[0] for row in self._sheet.rows if row.merged for line in row.base}
        now, was = _Over(draft), _Over(self._sheet.sides[BASE].draft)
        for row in back:
            if len(row.base) != len(row.merged):
                continue
            line, at = row.base[0], row.merged[0]
            kind = draft.paragraphs[at].kind
            if kind is not was.kinds[line] or kind is Kind.SUBPARAGRAPH:
                continue  # an item stands under whatever heading its head does
            own = was.head(line, kind)
            head = None if own is None else there.get(own, _GONE)
            before = next((one for one in range(line - 1, -1, -1) if one in there), None)
            along = before is not None and was.head(before, kind) == own
            if now.head(at, kind) not in (
                head,
                now.head(there[before], kind) if along and before is not None else head,
            ):
                yield at

    def _is_shown_as_one(self, at: int) -> bool:
        row = self._sections.row(at)
        return len(row.merged) > 1 and not self._open.isdisjoint(row.conflicts)

    def _is_of_open_heading(self, at: int) -> bool:
        """Whether it is asked of what form, and so at which place, the heading is that a side has over a paragraph."""
        over = {there[-1] for side in (OURS, THEIRS) if (there := self._sections.meant(side, at))}
        rows = [self._sheet.rows[head] for head in over]
        return any(row.key in self._hung and not self._open.isdisjoint(row.conflicts) for row in rows)

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
