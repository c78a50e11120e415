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
from models.proposals.untracked.edited_words import OF_A_LETTER, RANKS

_ROOM = RANKS // 2


class _There(NamedTuple):
    """What stands at a place of the file, letters from its beginning, with its ranks in order."""

    place: int
    is_typed: bool
    ranks: tuple[int, ...]


def in_file_order(
    placed: Sequence[Proposal], in_file: Sequence[Proposal], made: Iterable[Proposal], base: Draft
) -> list[Proposal]:
    """Proposals on a draft with their ranks among those `made` of what was not tracked.

    `in_file` are they on `base`, the file without its tracked changes, one for one.
    """
    begins = [0, *accumulate(len(one.text) + 1 for one in base.paragraphs)]
    typed: dict[Point, list[_There]] = {}
    for edit in (edit for one in made if one.place.note is None for edit in one.edits if edit.come and edit.rank >= 0):
        typed.setdefault(edit.start, []).append(_There(typed_at(edit, begins), True, (edit.rank,)))
    if not typed:
        return [*placed]
    ranks: dict[tuple[Point, int], set[int]] = {}
    for one, was in zip(placed, in_file, strict=True):
        for edit, place in _edits(one, was, begins):
            if edit.start in typed:
                ranks.setdefault((edit.start, place), set()).add(edit.rank)
    there = typed
    for (point, place), own in ranks.items():
        there[point].append(_There(place, False, tuple(sorted(own))))
    by: _Ranks = {(point, place): more for point, own in there.items() for place, more in _moved(sorted(own))}
    return [_with_ranks(one, was, begins, by) for one, was in zip(placed, in_file, strict=True)]


def typed_at(edit: Edit, begins: Sequence[int]) -> int:
    """Where what was not tracked begins: its rank tells the paragraph and the letter."""
    paragraph, rank = divmod(edit.rank, RANKS)
    return begins[paragraph] + max(0, rank - 1) // OF_A_LETTER


def _edits(one: Proposal, was: Proposal, begins: Sequence[int]) -> Iterator[tuple[Edit, int]]:
    """Each edit of a proposal with its place in the file; what goes in several parts on the draft has more there."""
    if one.place.note is None:
        for edit, at in zip(one.edits, was.edits, strict=False):
            yield edit, begins[min(at.start.paragraph, len(begins) - 1)] + at.start.offset


def _moved(there: Sequence[_There]) -> Iterator[tuple[int, dict[int, int]]]:
    """The ranks of what is tracked at each place, by those it had, where they are others so that all stand in order."""
    last: _There | None = None
    for n, one in enumerate(there):
        if not one.is_typed:
            then = next((other.ranks[0] for other in there[n:] if other.is_typed), None)
            ranks = _between(one.ranks, last, then)
            if ranks != one.ranks:
                yield one.place, dict(zip(one.ranks, ranks, strict=True))
            one = one._replace(ranks=ranks)
        last = one


def _between(ranks: tuple[int, ...], last: _There | None, then: int | None) -> tuple[int, ...]:
    """Ranks that lie behind those of what stands before, and before the next of what was typed."""
    behind = None if last is None else last.ranks[-1]
    by = 0
    if last is not None and behind is not None and ranks[0] <= behind:
        by = behind + (_ROOM if last.is_typed else 1) - ranks[0]
    elif then is not None and ranks[-1] >= then:
        by = then - _ROOM - ranks[-1]
    found = tuple(rank + by for rank in ranks)
    if then is not None and behind is not None and not behind < found[0] <= found[-1] < then:
        found = tuple(range(behind + 1, behind + 1 + len(ranks)))  # within words that were typed there is no more room
    return found


_Ranks = Mapping[tuple[Point, int], Mapping[int, int]]
"""By where something stands on the draft and in the file, the ranks it has there, by those it had."""


def _with_ranks(one: Proposal, was: Proposal, begins: Sequence[int], by: _Ranks) -> Proposal:
    edits = tuple(
        replace(edit, rank=ranks[edit.rank]) if (ranks := by.get((edit.start, place))) else edit
        for edit, place in _edits(one, was, begins)
    )
    return replace(one, edits=(*edits, *one.edits[len(edits) :])) if edits else one
