"""What brackets hold: letters, whole paragraphs, and several of these."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from models.draft import Draft
from models.draft.brackets import Bracket


class Held:
    """Which letters of a draft with these stand in brackets."""

    def __init__(self, found: Sequence[Bracket]) -> None:
        outer = [one for one in found if one.depth == 0 and one.start and one.end]
        self._outer: list[Bracket] = outer
        self._starts = [one.start or (0, 0) for one in outer]

    def around(self, at: int, offset: int) -> Bracket | None:
        """The outermost brackets that a letter of a paragraph stands in."""
        number = bisect_right(self._starts, (at, offset)) - 1
        found = self._outer[number] if number >= 0 else None
        return found if found is not None and (at, offset) < (found.end or (0, 0)) else None


def pairs_across(found: Sequence[Bracket]) -> set[tuple[int, int]]:
    """The first and the last paragraph of each pair of brackets over several."""
    ends = ((one.start, one.end) for one in found)
    return {(start[0], end[0]) for start, end in ends if start and end and start[0] < end[0]}


def inside_brackets(draft: Draft, brackets: Sequence[Bracket]) -> set[int]:
    """The paragraphs of which each letter stands in brackets that have their partner."""
    pairs = [(one.start, one.end) for one in brackets if one.start is not None and one.end is not None]
    found: set[int] = set()
    for start, end in pairs:
        for at in range(start[0], end[0] + 1):
            text = draft.paragraphs[at].text
            outside = (text[: start[1]] if at == start[0] else "") + (text[end[1] + 1 :] if at == end[0] else "")
            if not any(map(str.isalnum, outside)):
                found.add(at)
    return found
