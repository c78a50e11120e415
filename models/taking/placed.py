"""Which paragraph of two drafts each paragraph of a text is: known where changes were put in, not guessed again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from models.draft import Draft
from models.taking.sources_kept import InFull

Origin = tuple[int, int]
"""A paragraph of a comparison: 0 for the old draft and 1 for the new one, and its position there."""
Known = Sequence[Origin | None]
"""For each paragraph of a text which paragraph of the drafts it stands for; None where nobody knows."""


@dataclass(frozen=True)
class Placed:
    """What paragraphs of a text stand for since changes of a comparison of two drafts were put in: `at`, by key.

    `in_full` are notes of the text that say in full what "Ibid." means in their draft, `brought` the changes that came
    along with those asked for.
    """

    old: Draft = field(repr=False)
    new: Draft = field(repr=False)
    at: Mapping[int, Origin]
    in_full: InFull = field(default_factory=dict, repr=False)
    brought: frozenset[int] = frozenset()

    def between(self, old: Draft, new: Draft) -> bool:
        """Whether these are the two drafts."""
        return same(self.old, old) and same(self.new, new)


def same(one: Draft, two: Draft) -> bool:
    """Whether two drafts are one and the same, wherever they were read."""
    return one is two or one == two


def turned(known: Known) -> Known:
    """The same beside the comparison the other way round."""
    return [(1 - origin[0], origin[1]) if origin is not None else None for origin in known]
