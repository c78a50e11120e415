"""Annexes, sections and headings: which of them stands over which, and over each paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from models.draft.paragraph import Kind, Paragraph
from models.draft.typed_numbers import typed_number

RANKS = {Kind.ANNEX: 0, Kind.SECTION: 1, Kind.HEADING: 2}
"""Of the kinds of headings: one stands over those of higher ranks."""
HEADINGS = (*RANKS,)


def headings_over(paragraphs: Sequence[Paragraph]) -> list[tuple[int, ...]]:
    """The headings each paragraph stands under, from the nearest on: within its section that, and within its annex."""
    found: list[tuple[int, ...]] = []
    over: tuple[int, ...] = ()
    for at, one in enumerate(paragraphs):
        rank = RANKS.get(one.kind)
        if rank is not None:
            over = tuple(head for head in over if RANKS[paragraphs[head].kind] < rank)
        found.append(over)
        if rank is not None:
            over = (at, *over)
    return found


def section_ends(paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """Where what each heading holds ends; a number that stands alone over a heading holds what that does.

    So does an article: as far as the next one, over its title and over headings of other sorts.
    """
    found: dict[int, int] = {}
    over: list[_Open] = []
    for at, one in enumerate(paragraphs):
        rank = RANKS.get(one.kind)
        if rank is None:
            continue
        typed = typed_number(one.text) if one.kind is Kind.HEADING else None
        sort = typed.sort if typed is not None else ""
        while over and not _holds(over, rank, sort, at):
            found[over.pop().at] = at
        over.append(_Open(at, rank, sort, not one.text))
    return found | {one.at: len(paragraphs) for one in over}


class _Open(NamedTuple):
    """A heading that holds what comes; the sort of its typed number, and whether its number stands alone."""

    at: int
    rank: int
    sort: str
    alone: bool


def _holds(over: Sequence[_Open], rank: int, sort: str, at: int) -> bool:
    """Whether the last of some headings holds one that comes: of the headings of a text only one with a typed number
    does, until the next of its sort, or of a sort that began before it."""
    last = over[-1]
    if last.rank == rank and last.sort:
        return not sort or all(sort != one.sort for one in over if one.rank == rank)
    return last.rank < rank or (last.alone and at == last.at + 1)
