"""Annexes, sections and headings: which of them stands over which, and over each paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from models.draft.paragraph import Kind, Paragraph

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
    """Where what each heading holds ends; a number that stands alone over a heading holds what that does."""
    found: dict[int, int] = {}
    for at in range(len(paragraphs) - 1, -1, -1):
        rank = RANKS.get(paragraphs[at].kind)
        if rank is None:
            continue
        alone = at + 1 in found and not paragraphs[at].text
        end = found[at + 1] if alone else at + 1
        while end < len(paragraphs) and RANKS.get(paragraphs[end].kind, len(RANKS)) > rank:
            end = found.get(end, end + 1)
        found[at] = end
    return found
