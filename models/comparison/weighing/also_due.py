"""Whether "also" or "further" at the start of a paragraph came, went or changed because of what stands before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from models.comparison.words.openings import Opening, demanded
from models.comparison.words.text_parts import PartsOfTwo
from models.draft import Draft, Kind, Paragraph

_BREAKS = frozenset({Kind.SECTION, Kind.ANNEX, Kind.HEADING, Kind.ENACTING})
_COUNTED = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE})


class AlsoDue:
    """What the paragraph before each asks for in two drafts; `to_new` gives the new ones an old one lives on in."""

    def __init__(self, old: Draft, new: Draft, to_new: Mapping[int, Sequence[int]], parts: PartsOfTwo) -> None:
        self._old, self._new, self._to_new, self._parts = old, new, to_new, parts

    def follows(self, i: int, j: int) -> bool:
        """Whether the additive word of the new paragraph is another since its neighbour is, or opens otherwise."""
        left, right = self._parts.of(False, i).opening, self._parts.of(True, j).opening
        if left.additive == right.additive or left.verb != right.verb:
            return False
        if self._old.paragraphs[i].kind is not self._new.paragraphs[j].kind:
            return False
        before, after = self._before[0].get(i), self._before[1].get(j)
        was = self._opening(False, before)
        now = self._opening(True, after)
        partners = self._to_new.get(before, ()) if before is not None else ()
        same_neighbour = (before is None and after is None) or (after is not None and after in partners)
        if same_neighbour and (was is None or now is None or was[:2] == now[:2] or self._open_alike(before, after)):
            return False
        return right.additive in demanded(now, right.verb)

    def _open_alike(self, i: int | None, j: int | None) -> bool:
        """Whether two paragraphs open with the same words: italics may make one "further" of the verb's alone."""
        return i is not None and j is not None and self._parts.of(False, i).head == self._parts.of(True, j).head

    def _opening(self, new: bool, position: int | None) -> Opening | None:
        return self._parts.of(new, position).opening if position is not None else None

    @cached_property
    def _before(self) -> tuple[dict[int, int], dict[int, int]]:
        return neighbours(self._old.paragraphs), neighbours(self._new.paragraphs)


def neighbours(paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """For each preambular and operative paragraph the one of its kind before it in the same section."""
    before: dict[int, int] = {}
    last: dict[Kind, int] = {}
    for at, paragraph in enumerate(paragraphs):
        if paragraph.kind in _BREAKS:
            last = {}
        elif paragraph.kind in _COUNTED:
            if paragraph.kind in last:
                before[at] = last[paragraph.kind]
            last[paragraph.kind] = at
    return before
