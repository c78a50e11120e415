"""How deep items stand, by what they stand under: "(i)" right under a paragraph is no deeper than "(a)" there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from models.comparison.aligning.chapeaux import chapeaux
from models.draft import Draft, Kind


class Depths:
    """The items of two drafts; `to_new` gives the new paragraphs an old one lives on in."""

    def __init__(self, old: Draft, new: Draft, to_new: Mapping[int, Sequence[int]]) -> None:
        self._old, self._new, self._to_new = old, new, to_new

    def differ(self, i: int, j: int) -> bool:
        """Whether two paragraphs whose levels are two stand at two depths; items right under the same one do not."""
        one, two = self._old.paragraphs[i], self._new.paragraphs[j]
        if not one.kind is two.kind is Kind.SUBPARAGRAPH:
            return True
        head, other = self._heads[0][i], self._heads[1][j]
        if head is None or other is None:
            return head is not other
        return other not in self._to_new.get(head, ())

    @cached_property
    def _heads(self) -> tuple[list[int | None], list[int | None]]:
        return chapeaux(self._old), chapeaux(self._new)
