"""Paragraphs under their headings: which stand in the merged text under another than was meant.

It is asked (`places_asked`); what still comes of the answers that were given is told (`sections_told`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from models.draft import Draft, Kind
from models.draft.divisions import HEADINGS, headings_over
from models.merging.conflict import Row
from models.merging.order.belonging import NO_HEADS, due
from models.merging.order.under_headings import Headings, is_alone, name_of, places_of, same, seats, seats_of, under
from models.merging.pairs.blocks import Gone
from models.merging.sheet import Sheet, on_sides
from models.merging.sides import BASE, OURS, THEIRS

_SIDES = (OURS, THEIRS)
_PLACES = (":moved", ":under", ":parted")
"""How the keys of what asks for a place end."""
Stray = tuple[bool, list[int]]
"""Whether neither text has it there, and paragraphs that stand together under a heading they were not meant to."""


def has_headings(sheet: Sheet, draft: Draft) -> bool:
    """Whether there is a heading in the merged text or in that of a side."""
    texts = [draft, *(side.draft for side in sheet.sides)]
    return any(one.kind in HEADINGS for text in texts for one in text.paragraphs)


class Sections:
    """The headings under which everything stands in the merged text, and on each side."""

    def __init__(self, sheet: Sheet, draft: Draft, gone: Sequence[Gone]) -> None:
        self._sheet, self._draft, self._on = sheet, draft, on_sides(sheet)
        self._numbers = seats_of([row.merged for row in sheet.rows])
        self._now = under(draft, self._numbers)
        own_rows = [seats(sheet, gone, side) for side in (BASE, *_SIDES)]
        texts = [[one.text for one in side.draft.paragraphs] for side in sheet.sides]
        by_text = {texts[BASE][at]: row for at, row in own_rows[BASE].items()}
        for side in _SIDES:  # where one side joined a heading to something the row does not name it on the other
            lost = [at for at, text in enumerate(texts[side]) if at not in own_rows[side] and text in by_text]
            own_rows[side].update({at: by_text[texts[side][at]] for at in lost})
        self._rows = own_rows
        self._there = [under(side.draft, own) for side, own in zip(sheet.sides, own_rows, strict=True)]
        self._over = [headings_over(side.draft.paragraphs) for side in sheet.sides]
        self._over_now = headings_over(draft.paragraphs)
        self._row = {at: row for row in sheet.rows for at in row.merged}
        self._lines = [{place: at for at, place in enumerate(one) if place is not None} for one in self._on]
        self._deleted = {side: self._lost_with_section(gone, side) for side in _SIDES}
        self._asked = {one.key for one in sheet.conflicts if one.key.endswith(_PLACES)}
        self._open = {one.key for one in sheet.conflicts if one.choice is None}
        self._doubts = {one.key for one in sheet.conflicts if one.key.endswith(":deleted") and one.choice is None}
        self._shapes = {one.key for one in sheet.conflicts if one.kind == "shape" and one.choice is None}

    def _lost_with_section(self, gone: Sequence[Gone], side: int) -> set[Headings]:
        """The headings of a side of which the other deleted each with something under it, be that in doubt."""
        paragraphs, there, other = self._sheet.sides[side].draft.paragraphs, self._there[side], THEIRS + OURS - side
        doubts = (row for row in self._sheet.rows if row.base and not places_of(row, other) and places_of(row, side))
        places = [
            *(at for one in gone for at in one.stood[side - 1]),
            *(at for row in doubts for at in places_of(row, side)),
        ]
        return {there[at] for at in places if paragraphs[at].kind not in HEADINGS}

    def meant(self, side: int, at: int) -> Headings | None:
        """The rows of the headings under which a side has a paragraph; None where it has none, or it under several."""
        own = self._on[side][at]
        places = places_of(self._row[at], side) if own is None else (own,)
        found = {self._there[side][place] for place in places}
        return found.pop() if len(found) == 1 else None

    def lost(self) -> Iterator[int]:
        """The lines of the base of headings that one side deleted, over what the other kept of what stood there."""
        for row in self._sheet.rows:
            if not row.merged or not any(key.endswith(":deleted") for key in row.conflicts):
                continue
            for side in _SIDES:
                for at in places_of(row, side) if not self._stands_beside(row.merged[0], side) else ():
                    over = (self._rows[side].get(head) for head in self._over[side][at])
                    yield from (line for head in over if head is not None for line in self._gone(head))

    def _gone(self, row: int) -> tuple[int, ...]:
        return () if self._sheet.rows[row].merged else self._sheet.rows[row].base

    def row(self, at: int) -> Row:
        """The row of a paragraph of the merged text."""
        return self._row[at]

    def now(self, at: int) -> Headings:
        """The rows of the headings under which a paragraph of the merged text stands."""
        return self._now[at]

    def has_put(self, side: int, at: int) -> bool:
        """Whether a side alone put a paragraph under the heading it stands under now, be it new or moved."""
        row, (was, own, other) = self._row[at], (self.meant(one, at) for one in (BASE, side, THEIRS + OURS - side))
        if own is None or not same(own, self._now[at]) or (was is None and row.base):
            return False
        return (was is None or not same(was, own)) and (other is None or not same(other, own))

    def under(self, headings: Headings, side: int) -> str:
        """ "under “Finance”": a place by the headings, by their rows, of a section, as a side calls them."""
        if not headings:
            return "before all headings"
        row = self._sheet.rows[headings[-1]]
        whose = next(one for one in (side, BASE, OURS, THEIRS) if places_of(row, one))
        draft, places = self._sheet.sides[whose].draft, places_of(row, whose)
        # What comes behind a row in which a heading was parted from other words stands under the last heading in it.
        at = next((at for at in reversed(places) if draft.paragraphs[at].kind in HEADINGS), places[0])
        return f"under {name_of(draft, at, draft.paragraphs[at].text)}"

    def strays(self) -> list[Stray]:
        """Runs of paragraphs that stand under a heading they were not meant to; whether neither text has them there."""
        runs: list[Stray] = []
        for at, one in enumerate(self._draft.paragraphs):
            lead = self.lead(at)  # items stand under whatever heading their head does
            found = [there for side in _SIDES if (there := self.meant(side, lead)) is not None]
            if one.kind in HEADINGS or not found or self._is_asked(at) or not self._is_stray(lead):
                continue
            nowhere = not any(same(self._now[at], there) for there in found)
            if runs and runs[-1] == (nowhere, [*runs[-1][1][:-1], at - 1]):
                runs[-1][1].append(at)
            else:
                runs.append((nowhere, [at]))
        return runs

    def outside(self) -> Iterator[tuple[int, set[Headings]]]:
        """The headings that stand within another annex or section than was meant, by their lines, and those meant."""
        for at in (at for at, one in enumerate(self._draft.paragraphs) if one.kind in HEADINGS):
            if any(key.endswith(_PLACES) or key in self._shapes for key in self._row[at].conflicts):
                continue
            *three, now = self.over(at)
            # Who struck what stands over it did not put it elsewhere.
            base, *own = [three[BASE] if self._has_struck(side, three[BASE]) else one for side, one in enumerate(three)]
            meant = due(base, own)
            if meant and now not in meant and self._open.isdisjoint(self._asked_of({now, *meant})):
                yield at, meant

    def over(self, at: int) -> list[Headings | None]:
        """What stands over a heading in base, ours, theirs and now: the nearest by its row, None where it has none."""
        known = zip(self._rows, self._over, (one[at] for one in self._on), strict=True)
        three = [None if place is None else _first(its, above[place]) for its, above, place in known]
        return [*three, _first(self._numbers, self._over_now[at])]

    def _asked_of(self, places: Collection[Headings | None]) -> set[str]:
        """The keys of what is asked about some headings."""
        return {key for one in places for head in one or () for key in self._sheet.rows[head].conflicts}

    def along(self) -> Iterator[int]:
        """What one side put under a heading that the other alone deleted, so that it went with its neighbours."""
        for at, one in enumerate(self._draft.paragraphs):
            found = [(side, there) for side in _SIDES if (there := self.meant(side, at)) is not None]
            if one.kind in HEADINGS or self._row[at].base or len(found) != 1 or self._is_asked(at):
                continue
            ((side, own),) = found
            if own and not self._sheet.rows[own[-1]].merged and not self._is_renamed(at, side, own):
                yield at

    def _is_renamed(self, at: int, side: int, own: Headings) -> bool:
        """Whether what stands over a paragraph has the number that its heading has on a side, and other words."""
        row = self._sheet.rows[own[0]]
        if own[0] not in self._now[at] or not row.merged or not places_of(row, side):
            return False
        number = self._sheet.sides[side].draft.paragraphs[places_of(row, side)[0]].number
        return number == self._draft.paragraphs[row.merged[0]].number

    def lead(self, at: int) -> int:
        """What an item stands under; anything else itself, and an item right under a heading or who enacts."""
        head = at
        while head > 0 and self._draft.paragraphs[head].kind is Kind.SUBPARAGRAPH:
            head -= 1
        return at if self._draft.paragraphs[head].kind in NO_HEADS else head

    def _is_asked(self, at: int) -> bool:
        """Whether the place of a paragraph is asked about, or whether it stays, or the heading it stands under."""
        rows = [self._row[at], self._row[self.lead(at)], *(self._sheet.rows[row] for row in self._now[at])]
        asked = {key for row in rows for key in row.conflicts}
        own = {key for row in rows[:2] for key in row.conflicts}
        places = any(key.endswith(_PLACES) for key in own | (asked & self._open))
        if rows[1].key in self._sheet.elsewhere or places or asked & self._doubts:
            return True
        if any(len(row.merged) > 1 and not self._open.isdisjoint(row.conflicts) for row in rows[2:]):
            return True  # the heading is shown as one with other text till that is answered
        return any(len(row.merged) > 1 and not self._shapes.isdisjoint(row.conflicts) for row in rows)

    def _is_stray(self, at: int) -> bool:
        if self._is_new_in_preamble(at):
            return False
        base, ours, theirs = (self.meant(side, at) for side in (BASE, *_SIDES))
        now = self._now[at]
        if ours is None or theirs is None:
            return not same(now, ours or theirs or ()) and not self._stands_beside(at, THEIRS if ours is None else OURS)
        # Of two headings the one is meant under which a side put it; where both did, nobody can say.
        own = (OURS, ours), (THEIRS, theirs)
        put = [one for side, one in own if base is None or not (same(one, base) or self._has_struck(side, base))]
        if len(put) == 1:
            return not same(now, put[0])
        if base is None and not self._row[at].base and self._is_behind_the_same(at):
            return False
        torn = bool(put) and not same(ours, theirs)
        return torn or not (same(now, ours) or same(now, theirs))

    def _has_struck(self, side: int, headings: Headings | None) -> bool:
        """Whether a side struck a heading that stands by an answer: it did not put elsewhere what stands under it."""
        row = self._sheet.rows[headings[-1]] if headings else None
        return row is not None and bool(row.merged) and not places_of(row, side)

    def _is_new_in_preamble(self, at: int) -> bool:
        """Whether a side made a preambular paragraph of it, and so said where it belongs."""
        was = self._on[BASE][at]
        if was is None or self._draft.paragraphs[at].kind is not Kind.PREAMBULAR:
            return False
        return self._sheet.sides[BASE].draft.paragraphs[was].kind is not Kind.PREAMBULAR

    def _is_behind_the_same(self, at: int) -> bool:
        """Whether both sides put it right behind what stands under its heading now, so that it goes with that."""
        places = [(side, self._on[side][at]) for side in _SIDES]
        return all(place is not None and self._beside(place, -1, side) == self._now[at] for side, place in places)

    def _stands_beside(self, at: int, side: int) -> bool:
        """Whether what one side alone has goes with what it stands beside there.

        That is, with all it stands beside into a section that the other side put in; with either where the other side
        deleted the heading and nothing under it; elsewhere only with both.
        """
        place, now = self._on[side][at], self._now[at]
        if place is None:
            return False
        own = self._there[side][place]
        known = not now or any(places_of(self._sheet.rows[row], side) for row in now)
        deleted = own != () and not any(self._sheet.rows[row].merged for row in own)
        both = own in self._deleted[side] if deleted else known
        beside = [self._beside(place, step, side) for step in (-1, 1)]
        if not (deleted or known):
            return {*beside} - {None} == {now}
        return beside == [now, now] if both else now in beside

    def _beside(self, place: int, step: int, side: int) -> Headings | None:
        """The headings under which the nearest paragraph on a side stands now that both sides have."""
        paragraphs, there = self._sheet.sides[side].draft.paragraphs, self._on[THEIRS if side == OURS else OURS]
        place += step
        while 0 <= place < len(paragraphs) and paragraphs[place].kind not in HEADINGS:
            line = self._lines[side].get(place)
            if line is not None and there[line] is not None:
                return self._now[line]
            place += step
        return None

    def empty(self) -> list[int]:
        """The headings that stand alone and did so on no side, but for those about which something is open."""
        found = []
        for at, one in enumerate(self._draft.paragraphs):
            if (
                one.kind not in HEADINGS
                or not is_alone(self._draft, at)
                or not self._open.isdisjoint(self._row[at].conflicts)
            ):
                continue
            known = [(side, place) for side in _SIDES if (place := self._on[side][at]) is not None]
            if any(self._is_place_asked(side, place) for side, place in known):
                continue
            if known and not any(is_alone(self._sheet.sides[side].draft, place) for side, place in known):
                found.append(at)
        return found

    def had(self, at: int) -> Iterator[tuple[int, int]]:
        """What the sides have right under a heading of the merged text, each with the side."""
        for side in _SIDES:
            place = self._on[side][at]
            yield from ((side, one) for one in (self._under(side, place) if place is not None else ()))

    def _under(self, side: int, at: int) -> range:
        """The places of what a side has right under a heading."""
        paragraphs = self._sheet.sides[side].draft.paragraphs
        further = range(at + 1, len(paragraphs))
        return range(at + 1, next((n for n in further if paragraphs[n].kind in HEADINGS), len(paragraphs)))

    def _is_place_asked(self, side: int, at: int) -> bool:
        """Whether it is asked where something is to stand that a side has under a heading."""
        asked = {key for key in self._asked if key not in self._sheet.choices}
        under = {*self._under(side, at)} if asked else set()
        rows = (row for row in self._sheet.rows if not under.isdisjoint(places_of(row, side)))
        return any(not asked.isdisjoint(row.conflicts) for row in rows)


def _first(rows: Mapping[int, int], over: Sequence[int]) -> Headings | None:
    """The nearest of some headings by its row; None where it has none."""
    if not over:
        return ()
    return (rows[over[0]],) if over[0] in rows else None
