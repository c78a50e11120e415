"""Brackets over several paragraphs: where one lost its partner, or holds other paragraphs than on its side, it is told.

Looked at when nothing is open any more: until then both texts stand where they clash, each with its brackets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.draft import Draft, labels, may_hold_brackets
from models.draft.brackets import brackets
from models.merging.called import quoted
from models.merging.sheet import Sheet, on_sides
from models.merging.sides import OURS, THEIRS


@dataclass(frozen=True, slots=True)
class _Across:
    """The brackets of a text, by paragraph: those without a partner on either end, and the pairs over several."""

    lost: Counter[tuple[int, bool]]
    """Paragraph, and whether it opens."""
    pairs: frozenset[tuple[int, int]]


def follow(sheet: Sheet, draft: Draft) -> list[str]:
    """What there is to say of brackets over several paragraphs."""
    if any(one.choice is None and one.kind != "footnote" for one in sheet.conflicts):
        return []
    now = _across(draft)
    if not now.lost and not now.pairs:
        return []
    on = on_sides(sheet)
    there = {side: _across(sheet.sides[side].draft) for side in (OURS, THEIRS)}
    names = [name or quoted(one.text) for name, one in zip(labels(draft), draft.paragraphs, strict=True)]
    return [*_lost(now, there, on, names), *_other(now, there, on, names)]


def _across(draft: Draft) -> _Across:
    if not any(may_hold_brackets(one.text) for one in draft.paragraphs):
        return _Across(Counter(), frozenset())
    lost: Counter[tuple[int, bool]] = Counter()
    pairs = set()
    for one in brackets(draft):
        if one.start is None or one.end is None:
            at, _ = one.start or one.end or (0, 0)
            lost[at, one.start is not None] += 1
        elif one.start[0] != one.end[0]:
            pairs.add((one.start[0], one.end[0]))
    return _Across(lost, frozenset(pairs))


def _lost(
    now: _Across, there: dict[int, _Across], on: Sequence[Sequence[int | None]], names: Sequence[str]
) -> Iterator[str]:
    for (at, opens), many in sorted(now.lost.items()):
        known = [(side, place) for side in there if (place := on[side][at]) is not None]
        if not any(there[side].lost[place, opens] >= many for side, place in known):
            what = "opens a bracket that nothing closes now" if opens else "closes a bracket that nothing opens now"
            yield f"{names[at]} {what}: look where its partner is to stand."


def _other(
    now: _Across, there: dict[int, _Across], on: Sequence[Sequence[int | None]], names: Sequence[str]
) -> Iterator[str]:
    for first, last in sorted(now.pairs):
        own = [(on[side][first], on[side][last]) for side in there]
        having = [side for side, pair in zip(there, own, strict=True) if pair in there[side].pairs]
        if None in {end for pair in own for end in pair} and not having:
            continue
        if not any(_as_there(on[side][first : last + 1]) for side in having):
            yield (
                f"The bracket that {names[first]} opens and {names[last]} closes holds other paragraphs now than in "
                "either text: look what it is to hold."
            )


def _as_there(places: Sequence[int | None]) -> bool:
    """Whether what a bracket holds, as far as a side has it, is what it holds there."""
    first, last = places[0], places[-1]
    return all(place is None or (first or 0) <= place <= (last or 0) for place in places)
