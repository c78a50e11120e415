"""The paragraphs of a merged text with where they stand on the sides, in the order of each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from models.draft import Draft, Kind
from models.draft.divisions import RANKS
from models.merging.conflict import Conflict
from models.merging.order.belonging import head_of
from models.merging.pairs.clusters import consecutive
from models.merging.plan import Plan
from models.merging.sheet import Sheet, on_sides
from models.merging.sides import BASE, NAMES, OURS, THEIRS

_PLACE = "moved", "shape", "kind"
"""The kinds of questions by whose answers a paragraph stands here or there."""
MOST_STEPS = 40
"""So far something is followed to what it was put beside."""
BEFORE, BEHIND, ROUND = 1, 2, 3
"""How one stands to another on a side; the last where parts of one stand before and behind the other."""
Spot = tuple[int, int]
"""Where the first and the last of what a paragraph is of stand on a side."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of the merged text, where it stands on the sides, and whose place was answered for it."""

    at: int
    row: int
    spots: tuple[Spot | None, Spot | None, Spot | None]
    free: bool
    answered: frozenset[int]


Run = list[Piece]


class Pieces:
    """The paragraphs that have a place of their own."""

    def __init__(self, plan: Plan, sheet: Sheet, draft: Draft) -> None:
        self._plan, self._sheet, self._draft = plan, sheet, draft

    @cached_property
    def all(self) -> list[Piece]:
        """The paragraphs that have a place of their own, in the order of the merged text."""
        sheet, on = self._sheet, on_sides(self._sheet)
        asked = {
            one.key: one for one in sheet.conflicts if one.kind in _PLACE or (one.choice and one.choice.way in NAMES)
        }
        opened = {one.key for one in sheet.conflicts if one.choice is None and one.kind == "clause"}
        puts = {str(n) for place in self._plan.places.values() if place.is_asked for n in place.blocks}
        over: dict[Kind, bool] = {}
        found = []
        for number, row in enumerate(sheet.rows):
            own = [asked[key] for key in row.conflicts if key in asked]
            free, answered = _by_answers(own)
            apart = not consecutive(row.base)  # asked about as one, and shown one behind the other until it is answered
            free |= row.key in puts or (apart and bool(opened.intersection(row.conflicts)))
            for at in row.merged:
                paragraph = self._draft.paragraphs[at]
                kind = paragraph.kind
                rank = RANKS.get(kind, len(RANKS) + (kind is Kind.SUBPARAGRAPH))
                over = {one: its for one, its in over.items() if RANKS.get(one, len(RANKS)) < rank}
                hangs = any(over.values())
                if kind is not Kind.SUBPARAGRAPH:
                    over[kind] = free or bool(answered)
                if paragraph.cell is None and paragraph.text.strip() and kind is not Kind.MASTHEAD:
                    spots = [_spot(on[side][at], its) for side, its in enumerate((row.base, row.ours, row.theirs))]
                    found.append(Piece(at, number, (spots[0], spots[1], spots[2]), free or hangs, answered))
        return found

    def runs(self) -> Iterator[Run]:
        """What stands before what it stands behind on some side, together as far as it stands together on each."""
        stirred: set[int] = set()
        for side in (BASE, OURS, THEIRS):
            known = [(piece, spot) for piece in self.all if (spot := piece.spots[side]) is not None]
            most = -1
            for piece, spot in known:
                if spot[0] <= most:
                    stirred.add(piece.at)
                most = max(most, spot[1])
            least = len(self._sheet.sides[side].draft.paragraphs)
            for piece, spot in reversed(known):
                if spot[1] >= least:
                    stirred.add(piece.at)
                least = min(least, spot[0])
        run: Run = []
        for piece in self.all if stirred else ():
            if piece.at not in stirred:
                continue
            if run and not (_go_on(run[-1], piece) and self._is_in_one(run[-1])):
                yield run
                run = []
            run.append(piece)
        if run:
            yield run

    def _is_in_one(self, piece: Piece) -> bool:
        """Whether on each side nothing else stands in the middle of a paragraph."""
        row = self._sheet.rows[piece.row]
        places = zip((row.base, row.ours, row.theirs), piece.spots, strict=True)
        return all(spot is None or spot[0] == spot[1] or consecutive(its) for its, spot in places)

    def head(self, piece: Piece) -> Piece | None:
        """What an item stands under in the merged text, if it does so on a side."""
        head = head_of(self._draft, piece.at)
        if head not in self.index or self._draft.paragraphs[piece.at].kind is not Kind.SUBPARAGRAPH:
            return None
        found = self.all[self.index[head]]
        for side in (OURS, THEIRS):
            spot, over, draft = piece.spots[side], found.spots[side], self._sheet.sides[side].draft
            is_item = spot is not None and draft.paragraphs[spot[0]].kind is Kind.SUBPARAGRAPH
            if spot and over and is_item and over[0] <= head_of(draft, spot[0]) <= over[1]:
                return found
        return None

    def beside(self, piece: Piece, side: int, step: int) -> Piece | None:
        """What stands beside a paragraph on a side and in the merged text, be there between what the other put in."""
        there = self.next(piece, side, step)
        if there is None or (there.at < piece.at) != (step < 0):
            return None
        first, last = sorted((self.index[piece.at], self.index[there.at]))
        other = NAMES[OURS + THEIRS - side]
        between = self.all[first + 1 : last] if last - first <= MOST_STEPS else self.all[:1]
        rows = self._sheet.rows
        return there if all(one.spots[side] is None or other in rows[one.row].moved for one in between) else None

    def next(self, piece: Piece, side: int, step: int) -> Piece | None:
        """What stands next to a paragraph on a side, what is gone left out."""
        spot = piece.spots[side]
        if spot is None:
            return None
        places, pieces = self._places[side]
        at = bisect_left(places, spot[0]) - 1 if step < 0 else bisect_right(places, spot[1])
        return pieces[at] if 0 <= at < len(places) else None

    def parts(self, piece: Piece, side: int) -> Sequence[int]:
        """The places on a side of what a paragraph is of, one where it is one there."""
        spot, row = piece.spots[side], self._sheet.rows[piece.row]
        if spot is None:
            return ()
        return (spot[0],) if spot[0] == spot[1] else (row.base, row.ours, row.theirs)[side]

    @cached_property
    def index(self) -> dict[int, int]:
        return {piece.at: number for number, piece in enumerate(self.all)}

    @cached_property
    def _places(self) -> list[tuple[list[int], list[Piece]]]:
        """The places on each side of what is in the merged text, in order, and what each is of."""
        found = []
        for side in (BASE, OURS, THEIRS):
            its = []
            for one in self.all:
                its += [(place, one.at, one) for place in self.parts(one, side)]
            its.sort(key=lambda one: one[:2])
            found.append(([place for place, _, _ in its], [one for _, _, one in its]))
        return found

    def is_put(self, at: int) -> bool:
        """Whether a side put a paragraph where it stands."""
        row = self._sheet.rows[self.all[self.index[at]].row]
        return bool(row.moved) or not row.base


def _by_answers(conflicts: Sequence[Conflict]) -> tuple[bool, frozenset[int]]:
    """Whether the place of a row is open, and the sides that were answered for it."""
    ways = {one.choice.way if one.choice is not None else "" for one in conflicts}
    return "" in ways or bool(ways - {*NAMES, ""}), frozenset(NAMES.index(way) for way in ways if way in NAMES)


def _spot(place: int | None, places: Sequence[int]) -> Spot | None:
    if place is not None:
        return place, place
    return (min(places), max(places)) if places else None


def stand(one: Piece, two: Piece, side: int) -> int:
    """How one stands to another on a side; 0 where it does not have both, or one is of the other there."""
    first, second = one.spots[side], two.spots[side]
    if first is None or second is None or first == second:
        return 0
    return BEFORE if first[1] < second[0] else BEHIND if first[0] > second[1] else ROUND


def _go_on(last: Piece, piece: Piece) -> bool:
    """Whether a paragraph stands right behind another in the merged text and on each side that has one of them."""
    if piece.at != last.at + 1 or (piece.free, piece.answered) != (last.free, last.answered):
        return False
    spots = zip(last.spots, piece.spots, strict=True)
    return all(one is two is None or (one and two and two == (one[1] + 1, one[1] + 1)) for one, two in spots)
