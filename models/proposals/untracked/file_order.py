"""What is tracked, and what is not, at one point of a draft: they stand there in the order of the file they came in.

With the words that nobody tracked several places of a file are one of the draft, and the ranks of what is tracked count
other things than those of what was told by a comparison.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from models.draft import Draft
from models.proposals.proposal import Edit, Point, Proposal
from models.proposals.untracked.edited_words import RANKS

_ROOM = RANKS // 2


class _There(NamedTuple):
    """What stands at a place of the file, letters from its beginning, with the first and the last of its ranks."""

    place: int
    is_typed: bool
    first: int
    last: int


def in_file_order(
    placed: Sequence[Proposal], in_file: Sequence[Proposal], made: Iterable[Proposal], base: Draft
) -> list[Proposal]:
    """Proposals on a draft with their ranks among those `made` of what was not tracked.

    `in_file` are they on `base`, the file without its tracked changes, one for one.
    """
    begins = [0, *accumulate(len(one.text) + 1 for one in base.paragraphs)]
    typed: dict[Point, list[_There]] = {}
    for edit in (edit for one in made if one.place.note is None for edit in one.edits if edit.come and edit.rank >= 0):
        typed.setdefault(edit.start, []).append(_There(_typed_at(edit, begins), True, edit.rank, edit.rank))
    if not typed:
        return [*placed]
    ranks: dict[tuple[Point, int], list[int]] = {}
    for one, was in zip(placed, in_file, strict=True):
        for edit, place in _edits(one, was, begins):
            if edit.start in typed:
                ranks.setdefault((edit.start, place), []).append(edit.rank)
    there = typed
    for (point, place), own in ranks.items():
        there[point].append(_There(place, False, min(own), max(own)))
    by = {(point, place): more for point, own in there.items() for place, more in _moved(sorted(own))}
    return [_with_ranks(one, was, begins, by) for one, was in zip(placed, in_file, strict=True)]


def _typed_at(edit: Edit, begins: Sequence[int]) -> int:
    """Where what was not tracked begins: its rank tells the paragraph and the letter."""
    paragraph, rank = divmod(edit.rank, RANKS)
    return begins[paragraph] + max(0, rank - 1) // 2


def _edits(one: Proposal, was: Proposal, begins: Sequence[int]) -> Iterator[tuple[Edit, int]]:
    """Each edit of a proposal with its place in the file."""
    if one.place.note is None:
        for edit, at in zip(one.edits, was.edits, strict=True):
            yield edit, begins[min(at.start.paragraph, len(begins) - 1)] + at.start.offset


def _moved(there: Sequence[_There]) -> Iterator[tuple[int, int]]:
    """By how much the ranks of what is tracked at each place are others, so that all stand in order."""
    last: _There | None = None
    for n, one in enumerate(there):
        then = next((other.first for other in there[n:] if other.is_typed), None)
        by = 0
        if not one.is_typed:
            if last is not None and one.first <= last.last:
                by = last.last + (_ROOM if last.is_typed else 1) - one.first
            elif then is not None and one.last >= then:
                by = then - _ROOM - one.last
            if by:
                yield one.place, by
        last = one._replace(first=one.first + by, last=one.last + by)


def _with_ranks(one: Proposal, was: Proposal, begins: Sequence[int], by: Mapping[tuple[Point, int], int]) -> Proposal:
    edits = tuple(
        replace(edit, rank=edit.rank + more) if (more := by.get((edit.start, place))) else edit
        for edit, place in _edits(one, was, begins)
    )
    return replace(one, edits=edits) if edits and edits != one.edits else one
