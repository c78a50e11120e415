"""Under which headings everything stands, on a side and in the merged text: the headings by their rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from models.draft import Draft
from models.draft.divisions import HEADINGS
from models.merging.conflict import Row
from models.merging.pairs.blocks import Gone
from models.merging.sheet import Sheet
from models.merging.sides import BASE
from models.merging.words.called import quoted

Headings = tuple[int, ...]
"""The row of the heading a paragraph stands under, before it that of its number if that stands alone; () for none."""


def places_of(row: Row, side: int) -> tuple[int, ...]:
    """The places of a row on a side."""
    return (row.base, row.ours, row.theirs)[side]


def seats_of(rows: Sequence[Sequence[int]]) -> dict[int, int]:
    """The row of each place, of the places of each row."""
    return {at: number for number, places in enumerate(rows) for at in places}


def seats(sheet: Sheet, gone: Sequence[Gone], side: int) -> dict[int, int]:
    """The row of each paragraph of a side, be it gone."""
    lost = {row.base: number for number, row in enumerate(sheet.rows) if not row.merged}
    found = seats_of([places_of(row, side) for row in sheet.rows])
    for one in gone:
        if one.base in lost:
            found.update(dict.fromkeys(one.stood[side - 1] if side != BASE else one.base, lost[one.base]))
    return found


def under(draft: Draft, rows: Mapping[int, int]) -> list[Headings]:
    """The headings each paragraph stands under."""
    found: list[Headings] = []
    last: Headings = ()
    for at, one in enumerate(draft.paragraphs):
        found.append(last)
        if one.kind in HEADINGS and at in rows:
            number_alone = at > 0 and draft.paragraphs[at - 1].kind in HEADINGS and not draft.paragraphs[at - 1].text
            last = (*(last if number_alone else ()), rows[at])
    return found


def same(one: Headings, two: Headings) -> bool:
    """Whether two places are under one heading."""
    return one == two or not {*one}.isdisjoint(two)


def is_alone(draft: Draft, at: int) -> bool:
    """Whether nothing but another heading follows."""
    return at + 1 == len(draft.paragraphs) or draft.paragraphs[at + 1].kind in HEADINGS


def name_of(draft: Draft, at: int, text: str) -> str:
    """How a heading is called, in quotes, its words being these."""
    return quoted(with_number(draft, at, text))


def with_number(draft: Draft, at: int, text: str) -> str:
    """The words of a heading with its number, which may stand alone before it."""
    one, before = draft.paragraphs[at], draft.paragraphs[at - 1] if at else None
    number = one.number or (before.number if before is not None and not before.text and one.text else "") or ""
    return f"{number} {text}".strip()
