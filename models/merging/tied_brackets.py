"""Brackets over several paragraphs of which the other side moved one: only what one side made of them can be had.

Only where the first or the last of them stands elsewhere, or between them what stood outside: what changes places
within them stays in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from models.comparison.change import Comparison
from models.draft import Kind
from models.draft.brackets import Bracket
from models.merging.clusters import Positions, Sides, Tie, consecutive
from models.merging.sides import BASE, OURS, THEIRS

_MOST = 12
"""Brackets over more paragraphs than this are not asked about as a whole; what comes out of them is told."""
_TIED = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.TEXT})
_Pair = tuple[int, int]
_Lines = Mapping[int, Positions]


def bracket_ties(comparisons: tuple[Comparison, Comparison], sides: Sides) -> Iterator[Tie]:
    """The paragraphs of the base that such brackets tie together."""
    pairs = [pairs_across(side.brackets) for side in sides]
    if not any(pairs):
        return
    went = [{at: one.new for one in whole.changes for at in one.old} for whole in comparisons]
    came = [{at: one.old for one in whole.changes for at in one.new} for whole in comparisons]
    found: dict[Positions, Tie] = {}
    for side, other in ((OURS, THEIRS), (THEIRS, OURS)):
        there, back = went[side - 1], came[side - 1]
        on_other = went[other - 1]
        put_in = {
            pair
            for pair in pairs[side]
            if (was := _along(pair, back)) not in pairs[BASE] and _along(was, on_other) not in pairs[other]
        }
        taken_out = {pair for pair in pairs[BASE] if _along(pair, there) not in pairs[side]}
        held = [(tuple(range(first, last + 1)), side) for first, last in sorted(put_in)]
        held += [(tuple(range(first, last + 1)), BASE) for first, last in sorted(taken_out)]
        for places, whose in held:
            base = tuple(sorted({old for at in places for old in back.get(at, ())})) if whose == side else places
            if not 1 < len(base) <= _MOST or not consecutive(base):
                continue
            known = all(sides[whose].draft.paragraphs[at].kind in _TIED for at in places)
            if known and _torn(base, on_other, came[other - 1]):
                own = places if whose == side else ()
                found.setdefault(base, Tie(base, (own, ()) if side == OURS else ((), own), rival=True))
    yield from found.values()


def pairs_across(found: Sequence[Bracket]) -> set[_Pair]:
    """The first and the last paragraph of each pair of brackets over several."""
    ends = ((one.start, one.end) for one in found)
    return {(start[0], end[0]) for start, end in ends if start and end and start[0] < end[0]}


def _along(pair: _Pair | None, lines: _Lines) -> _Pair | None:
    """Where a pair is on another side: from the first that its first became to the last that its last became."""
    first, last = (lines.get(at, ()) for at in pair or (-1, -1))
    return (first[0], last[-1]) if first and last else None


def _torn(base: Positions, went: _Lines, came: _Lines) -> bool:
    """Whether the first or the last of some paragraphs stands elsewhere on a side, or others between them."""
    places = [at for old in base for at in went.get(old, ())]
    if not went.get(base[0]) or not went.get(base[-1]):
        return False  # that one was deleted is asked in any case
    if went[base[0]][0] != min(places) or went[base[-1]][-1] != max(places):
        return True
    return any(not {*came.get(at, base)} <= {*base} for at in range(min(places), max(places) + 1))
