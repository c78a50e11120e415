"""Anchors: paragraphs with the same words on both sides that hold the alignment, and equals that moved."""

from __future__ import annotations

from collections.abc import Sequence

from models.comparison.chain import heaviest_chain
from models.comparison.features import Profile
from models.comparison.matching import Matching


def anchor(matching: Matching) -> list[tuple[int, int]]:
    """Pair what is unique and equal on both sides, and equal neighbours of it; the spine: pairs that kept the order."""
    ones, others = _unique(matching.old, matching.to_new), _unique(matching.new, matching.to_old)
    equals = [(i, others[key]) for key, i in ones.items() if key in others and matching.may(i, others[key])]
    spine = heaviest_chain([(i, j, len(matching.old[i].words) + 0.5) for i, j in equals])
    for i, j in spine:
        matching.pair((i,), (j,))
    spine = _extend(matching, spine, ends=True)
    moved = []
    for i, j in equals:
        free = not matching.to_new[i] and not matching.to_old[j]
        if free and matching.may_move(i):
            matching.pair((i,), (j,))
            moved.append((i, j))
    _extend(matching, moved, ends=False)
    return spine


def _unique(profiles: Sequence[Profile], partners: Sequence[tuple[int, ...]]) -> dict[str, int]:
    places: dict[str, int] = {}
    for position, profile in enumerate(profiles):
        if not partners[position] and not profile.blank:
            places[profile.key] = -1 if profile.key in places else position
    return {key: position for key, position in places.items() if position >= 0}


def _extend(matching: Matching, anchors: Sequence[tuple[int, int]], ends: bool) -> list[tuple[int, int]]:
    """The anchors with the equal neighbours of each, as far as they go on both ways."""
    found = list(anchors)
    starts = [(-1, -1), *anchors] if ends else list(anchors)
    for i, j in starts:
        while _extends(matching, i := i + 1, j := j + 1):
            matching.pair((i,), (j,))
            found.append((i, j))
    starts = [*anchors, (len(matching.old), len(matching.new))] if ends else list(anchors)
    for i, j in starts:
        while _extends(matching, i := i - 1, j := j - 1):
            matching.pair((i,), (j,))
            found.append((i, j))
    return sorted(found)


def _extends(matching: Matching, i: int, j: int) -> bool:
    return (
        0 <= i < len(matching.old)
        and 0 <= j < len(matching.new)
        and not matching.to_new[i]
        and not matching.to_old[j]
        and not matching.old[i].blank
        and matching.old[i].key == matching.new[j].key
        and matching.may(i, j)
    )
