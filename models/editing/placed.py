"""Which paragraph of two drafts each paragraph of a text is: known where changes were put in, not guessed again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.comparison.change import Comparison
from models.draft import Draft, Run, content_hash

Origin = tuple[int, int]
"""A paragraph of a comparison: 0 for the old draft and 1 for the new one, and its position there."""
Known = Sequence[Origin | None]
"""For each paragraph of a text which paragraph of the drafts it stands for; None where nobody knows."""
Runs = tuple[Run, ...]
InFull = Mapping[int, tuple[Runs, Runs]]
"""By id, notes of a text that were written in full: in which words, and what they say in their draft."""


@dataclass(frozen=True)
class Placed:
    """What paragraphs of a text stand for since changes of a comparison of two drafts were put in: `at`, by key.

    `drafts` are the hashes of the two: they themselves would be held as long as the step, and one of them may be the
    text as it was then. `in_full` are the notes of the text that now say in full what "Ibid." means in their draft,
    `brought` the changes that came along with those asked for.
    """

    drafts: tuple[str, str]
    at: Mapping[int, Origin]
    in_full: InFull = field(default_factory=dict, repr=False)
    brought: frozenset[int] = frozenset()

    def between(self, comparison: Comparison) -> bool:
        """Whether these are the two drafts, wherever they were read."""
        return self.drafts == hashes(comparison)


@dataclass(frozen=True)
class TakenBefore:
    """What was put into a text before it was taken up again; `whole`: that this is all, since it stands on its base."""

    placed: tuple[Placed, ...] = ()
    whole: bool = False

    @classmethod
    def of(cls, placed: Iterable[Placed], whole: bool) -> TakenBefore:
        """The same in as few words as can be: of each two drafts once, of each paragraph what was said last."""
        found: dict[tuple[str, str], Placed] = {}
        for one in placed:
            last = found.pop(one.drafts, Placed(one.drafts, {}))
            found[one.drafts] = Placed(one.drafts, {**last.at, **one.at}, one.in_full)
        return cls(tuple(found.values()), whole)

    def still(self, keys: Iterable[int], notes: Iterable[int]) -> TakenBefore:
        """What there is to know where these paragraphs and notes are left: keys that are free are given again."""
        own, its = set(keys), set(notes)
        return replace(self, placed=tuple(one for one in (_left(one, own, its) for one in self.placed) if one))


def _left(one: Placed, keys: set[int], notes: set[int]) -> Placed | None:
    at = {key: origin for key, origin in one.at.items() if key in keys}
    in_full = {note: runs for note, runs in one.in_full.items() if note in notes}
    return Placed(one.drafts, at, in_full) if at or in_full else None


NOTHING = TakenBefore()


def hashes(comparison: Comparison) -> tuple[str, str]:
    """The content hashes of the two drafts."""
    return comparison.once(_hashes)


def _hashes(comparison: Comparison) -> tuple[str, str]:
    return content_hash(comparison.old), content_hash(comparison.new)


def same(one: Draft, two: Draft) -> bool:
    """Whether two drafts are one and the same, wherever they were read."""
    return one is two or one == two


def turned(known: Known) -> Known:
    """The same beside the comparison the other way round."""
    return [(1 - origin[0], origin[1]) if origin is not None else None for origin in known]
