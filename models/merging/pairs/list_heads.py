"""What the items of a text stand under, and what stands with them under that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from models.draft import Draft, Kind


def heads(draft: Draft, item: int) -> Iterator[int]:
    """The paragraphs an item stands under, from the nearest on; none for what is no item."""
    at = draft.heads[item]
    while at >= 0:
        yield at
        at = draft.heads[at]


def list_of(draft: Draft, item: int) -> tuple[int, Sequence[int]]:
    """The paragraph an item stands under, -1 where there is none, and the items under that."""
    head = item
    while head >= 0 and draft.paragraphs[head].kind is Kind.SUBPARAGRAPH:
        head -= 1
    paragraphs = draft.paragraphs
    behind = range(head + 1, len(paragraphs))
    return head, [*takewhile(lambda at: paragraphs[at].kind is Kind.SUBPARAGRAPH, behind)]
