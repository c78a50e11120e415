"""The last look at the order of the laid-out text: what stands before what no side has it before is told.

It knows the three texts and the merged one, and nothing of how the order was found. Of two paragraphs that order is due
that both sides have; else that of the side that made it another than the base; of what one side alone has, that of this
side. What went along with what it was put beside stands rightly where that does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import islice

from models.draft import Draft, Kind, labels
from models.merging.order.belonging import behind_operative, head_of
from models.merging.order.sections_kept import Sections, has_headings
from models.merging.plan import Plan
from models.merging.sheet import Sheet
from models.merging.sides import BASE, NAMES, OURS, THEIRS
from models.merging.told.as_answered import AsAnswered
from models.merging.told.order_pairs import doubtful
from models.merging.told.order_pieces import BEFORE, MOST_STEPS, ROUND, Piece, Pieces, Run, stand
from models.merging.told.said_of_words import standing
from models.merging.words.called import quoted, words_of

_MOST = 20_000
"""So many pairs are looked at that may stand otherwise than they are to; of more it is told that there are."""
_Pair = tuple[Run, Run, list[int]]
"""Two runs, one before the other, and how the one stands to the other on each side."""


def follow(plan: Plan, sheet: Sheet, draft: Draft) -> Iterator[str]:
    """A sentence for each run of paragraphs that stands before or behind what it is to stand behind or before."""
    order = _Order(plan, sheet, draft)
    by_run: dict[int, list[_Pair]] = {}
    for pair in order.wrong():
        for run in pair[:2]:
            by_run.setdefault(run[0].at, []).append(pair)
    names = labels(draft) if by_run else ()
    under = order.told_of_headings() if by_run else frozenset()
    done, told = set[int](), set[int]()
    # What stands wrongly to most is what came to a wrong place.
    for first in sorted(by_run, key=lambda at: (len(by_run[at]), order.pieces.is_put(at), at), reverse=True):
        left = [pair for pair in by_run[first] if done.isdisjoint((pair[0][0].at, pair[1][0].at))]
        done.add(first)
        if left:
            one, two, known = min(left, key=lambda pair: pair[1][0].at - pair[0][-1].at)
            subject = {piece.at for piece in (one if one[0].at == first else two)}
            told |= subject
            if not subject & under:
                yield order.sentence(names, (one, two), one[0].at == first, known)
    if not order.is_all:
        yield "Too many paragraphs stand otherwise than in one of the texts to look at each: look at the order."
    yield from order.in_other_part(told)


class _Order:
    """What stands where in the merged text and on the sides."""

    def __init__(self, plan: Plan, sheet: Sheet, draft: Draft) -> None:
        self._plan, self._sheet, self._draft = plan, sheet, draft
        self.pieces = Pieces(plan, sheet, draft)
        self.is_all = True
        """Whether all was looked at that may stand otherwise."""

    def wrong(self) -> list[_Pair]:
        """Pairs of runs, one before the other, that are to stand otherwise."""
        pairs = doubtful([*self.pieces.runs()], self._has_moved)
        found = [
            (one, two, [stand(one[0], two[0], side) for side in (BASE, OURS, THEIRS)])
            for one, two in islice(pairs, _MOST)
            if not self._is_right(one[-1], two[0]) and not self._goes_along(one, two)
        ]
        self.is_all = next(pairs, None) is None
        return sorted(found, key=lambda pair: (pair[0][0].at, pair[1][0].at))

    def told_of_headings(self) -> frozenset[int]:
        """What is told to stand under another heading."""
        if not has_headings(self._sheet, self._draft):
            return frozenset()
        found, hung = Sections(self._sheet, self._draft, self._plan.gone), {*map(str, self._plan.where.hung)}
        answered = AsAnswered(found, self._sheet, hung)
        return frozenset(at for one in found.strays() if not answered.are_so(one) for at in one[1])

    def _is_right(self, one: Piece, two: Piece) -> bool:
        """Whether one may stand before the other."""
        if one.row == two.row or one.free or two.free or self._is_by_part(one, two):
            return True
        base, ours, theirs = known = [stand(one, two, side) for side in (BASE, OURS, THEIRS)]
        if any(known[side] == BEFORE for side in one.answered | two.answered):
            return True
        if ours and theirs:
            due = ours if ours == theirs or theirs == base else theirs if ours == base else 0
            return due == BEFORE and not any(self._is_turned(one, two, side) for side in (OURS, THEIRS))
        if not ours and not theirs:
            return base in (0, BEFORE)
        side = OURS if ours else THEIRS
        other = OURS + THEIRS - side
        return known[side] == BEFORE or any(
            self._has_moved(piece, other) for piece in (one, two) if piece.spots[other] is not None
        )

    def _is_turned(self, one: Piece, two: Piece, side: int) -> bool:
        """Whether of one, in whose midst two stands, fewer parts stand before that on a side than in the base."""
        if not stand(one, two, BASE) == stand(one, two, side) == ROUND:
            return False
        was, own = ([self.pieces.parts(piece, which) for piece in (one, two)] for which in (BASE, side))
        return [*map(len, was)] == [*map(len, own)] and _many_before(*own) < _many_before(*was)

    def _has_moved(self, piece: Piece, side: int) -> bool:
        return side != BASE and NAMES[side] in self._sheet.rows[piece.row].moved

    def _is_by_part(self, one: Piece, two: Piece) -> bool:
        """Whether one is preambular and two of the operative part: whoever made it so said where it is to stand."""
        kinds = [self._draft.paragraphs[piece.at].kind for piece in (one, two)]
        return kinds[0] is Kind.PREAMBULAR and kinds[1] in (Kind.OPERATIVE, Kind.SUBPARAGRAPH)

    def _goes_along(self, one: Run, two: Run) -> bool:
        """Whether one of two runs stands beside what a side put it beside, and this stands rightly to the other.

        Not round what was joined: of that a part stands where it was not put. Nor where each was moved by a side of
        its own: there neither said how the two are to stand.
        """
        movers = [self._sheet.rows[piece.row].moved for piece in (one[0], two[0])]
        if sorted(movers) == [("ours",), ("theirs",)]:
            return False
        if any(stand(one[0], two[0], side) == ROUND for side in (BASE, OURS, THEIRS)):
            return False
        return any(
            self._led(one[0], two[0], side, step) or self._led(two[0], one[0], side, step)
            for side in (OURS, THEIRS)
            for step in (-1, 1)
        ) or self._goes_with_head(one, two)

    def _goes_with_head(self, one: Run, two: Run) -> bool:
        """Whether the one is an item under what a side has it under, and that stands rightly to the other."""
        for piece, other in ((one[0], two[0]), (two[0], one[0])):
            head = self.pieces.head(piece)
            if head is None or head_of(self._draft, other.at) == head.at or head is other:
                continue
            pair = (head, other) if head.at < other.at else (other, head)
            if (head.at < other.at) == (piece.at < other.at) and self._is_right(*pair):
                return True
        return False

    def _led(self, piece: Piece, other: Piece, side: int, step: int) -> bool:
        """Whether a paragraph stands beside what a side put it beside, and that rightly to another paragraph."""
        at, known, put = piece, piece, piece.spots[BASE] is None
        for _ in range(MOST_STEPS):
            beside = self.pieces.beside(at, side, step)
            if beside is None or beside.row == other.row:
                return False
            if beside.row == piece.row:  # parts of one lead each other nowhere
                at = beside
                continue
            if beside.spots[BASE] is not None:  # beside what is new on the side it may well have stayed
                there = self.pieces.next(known, BASE, step)
                put |= there is None or beside.spots[BASE] not in (there.spots[BASE], known.spots[BASE])
                known = beside
            pair = (beside, other) if beside.at < other.at else (other, beside)
            if put and self._is_right(*pair) and (beside.at < other.at) == (piece.at < other.at):
                return True
            at = beside
        return False

    def in_other_part(self, told: Set[int]) -> Iterator[str]:
        """A sentence for each run of preambular paragraphs behind operative ones that stand so on no side."""
        late = {*behind_operative(self._draft)} - told
        on_side = [{*behind_operative(side.draft)} for side in self._sheet.sides] if late else []
        kinds = [one.kind for one in self._draft.paragraphs]
        runs: list[Run] = [[]]
        sure = False
        for piece in self.pieces.all if late else ():
            kind = kinds[piece.at]
            sure = (sure and kind not in (Kind.ANNEX, Kind.ENACTING)) or (kind is Kind.OPERATIVE and not piece.free)
            there = any(spot and spot[0] in its for spot, its in zip(piece.spots, on_side, strict=True))
            if piece.at in late and sure and not piece.free and not there:
                runs[-1].append(piece)
            else:
                runs.append([])
        names = labels(self._draft) if any(runs) else ()
        yield from (self._of_part(names, run) for run in runs if run)

    def _of_part(self, names: Sequence[str | None], run: Run) -> str:
        which, them, belong = self._standing(names, run)
        return f"{which} in the operative part now, where neither text has {them}: look where {belong}."

    def sentence(self, names: Sequence[str | None], pair: tuple[Run, Run], is_first: bool, known: list[int]) -> str:
        """What there is to say of two runs, of the first or of the second."""
        subject, other = pair if is_first else pair[::-1]
        which, them, belong = self._standing(names, subject)
        where, back = ("before", "behind") if is_first else ("behind", "before")
        beside, others = self._name(names, other[0] if is_first else other[-1]), known[OURS:]
        if ROUND in others:
            said = "and one text has the one in the middle of the other"
        elif BEFORE not in others:
            said = f"where neither text has {them}"
        else:
            said = f"and in one text {back}"
        return f"{which} {where} {beside} now, {said}: look where {belong}."

    def _standing(self, names: Sequence[str | None], run: Run) -> tuple[str, str, str]:
        return standing(self._name(names, run[0]), self._name(names, run[-1]), len(run))

    def _name(self, names: Sequence[str | None], piece: Piece) -> str:
        row, paragraph = self._sheet.rows[piece.row], self._draft.paragraphs[piece.at]
        return names[piece.at] or quoted(words_of(self._sheet.sides, row, paragraph))


def _many_before(one: Sequence[int], two: Sequence[int]) -> int:
    """How many pairs there are of a place of the one before a place of the other."""
    return sum(first < second for first in one for second in two)
