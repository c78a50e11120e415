"""A comparison as data: two drafts aligned, and a list of changes with their words."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from models.comparison.words.marked import Words
from models.draft import Draft
from models.draft.word_counts import count_changed
from models.second_process import beside

if TYPE_CHECKING:
    from models.comparison.units import Unit

Found = TypeVar("Found")
_Columns = tuple[tuple[object, ...], ...]
_BEGUN = "begun"
_PACKED = 5  # letters of a text, in about a byte of a Word file


@dataclass(frozen=True, slots=True)
class VerbChange:
    """An operative verb that became another; `direction` is stronger, weaker or other.

    Not `instead` where the paragraph only opens with another: the old verb stands further on in the new text, or the
    new one stood further on in the old.
    """

    old: str
    new: str
    direction: str
    instead: bool = True


class Change(NamedTuple):
    """Paragraphs of the old draft and what became of them in the new one.

    `kind` is unchanged, reworded, inserted, deleted, split or merged; `weight` is substance, bracket, housekeeping or
    None where nothing differs. `old` and `new` are positions in the drafts. `similarity` is 2 x equal words over all
    words. `words` is the plain diff; several paragraphs are joined by a line feed.
    """

    kind: str
    moved: bool
    renumbered: bool
    weight: str | None
    reasons: tuple[str, ...]
    old: tuple[int, ...]
    new: tuple[int, ...]
    old_labels: tuple[str | None, ...]
    new_labels: tuple[str | None, ...]
    similarity: float
    verb: VerbChange | None
    words: Words


@dataclass(frozen=True, slots=True)
class FootnoteChange:
    """A footnote of the old draft and what became of it; `old` and `new` hold footnote ids."""

    kind: str
    old: tuple[int, ...]
    new: tuple[int, ...]
    words: Words


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph of the old draft known to live on in the new one; a binding pair is obeyed, others suggest.

    `moved`: whoever wrote the new draft took it there; those it went past have not moved.
    """

    old: int
    new: int
    binding: bool = True
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over a comparison; `unchanged` counts null weights only; the last five are further counts, not addends."""

    unchanged: int
    reworded: int
    inserted: int
    deleted: int
    split: int
    merged: int
    moved: int
    renumbered: int
    housekeeping: int
    words_inserted: int
    words_deleted: int


@dataclass(frozen=True)
class Comparison:
    """Two drafts aligned. Every paragraph of both stands in exactly one change; changes come in reading order.

    `bounded` is true where a limit on work was reached and a coarser answer was given. `bound` are pairs of positions
    that were given and obeyed. `back` names, by the position of what is new, the draft before the old one where it
    stood last; only who keeps the drafts knows that.
    """

    old: Draft
    new: Draft
    changes: tuple[Change, ...]
    footnotes: tuple[FootnoteChange, ...] = ()
    bounded: bool = False
    bound: frozenset[tuple[int, int]] = frozenset()
    back: Mapping[int, str] = field(default_factory=dict)

    @property
    def aligned(self) -> Comparison:
        """The same pairs, of which no more need be known than what became of which paragraph, and the readable words:
        all that is, unless the rest is still worked out."""
        return self

    def back_from(self, change: Change) -> str | None:
        """The draft from which what is new is back; None where it is not known to have stood before."""
        return self.back.get(change.new[0]) if change.kind == "inserted" else None

    @cached_property
    def summary(self) -> Summary:
        """The counts of the contract of `adref compare`."""

        kinds = Counter(change.kind for change in self.changes)
        differing = [change.words for change in self.changes if len(change.words) != 1 or change.words[0][0] != "equal"]

        def words(op: str) -> int:
            return sum(count_changed(one, op) for one in differing)

        return Summary(
            unchanged=sum(change.weight is None for change in self.changes),
            reworded=kinds["reworded"],
            inserted=kinds["inserted"],
            deleted=kinds["deleted"],
            split=kinds["split"],
            merged=kinds["merged"],
            moved=sum(change.moved for change in self.changes),
            renumbered=sum(change.renumbered for change in self.changes),
            housekeeping=sum(change.weight == "housekeeping" for change in self.changes),
            words_inserted=words("insert"),
            words_deleted=words("delete"),
        )

    @cached_property
    def readable_words(self) -> tuple[Words, ...]:
        """The words of each change on the borders of words and phrases, as pages and redlines show them."""
        begun: Callable[[], list[Words]] = self.__dict__.pop(_BEGUN, self._reworded)
        told = iter(begun())
        return tuple([next(told) if len(change.words) > 1 else change.words for change in self.changes])

    def begin_readable_words(self, begun: Callable[[], list[Words]] | None = None) -> None:
        """Have the words of a long text worked out on another core, where there is one, until they are asked for.

        `begun` waits for them where they are worked out already, those of each change that has any, in order.
        """
        if begun is not None:
            self.__dict__[_BEGUN] = begun
        elif not self.__dict__.keys() & {"readable_words", _BEGUN}:
            letters = sum([len(text) for change in self.changes if len(change.words) > 1 for _, text in change.words])
            self.__dict__[_BEGUN] = beside(self._reworded, letters // _PACKED)

    def _reworded(self) -> list[Words]:
        return reworded(self.changes)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The changes as a reader counts them: paragraphs, and of tables rows, columns and whole ones."""
        from models.comparison.units import units

        return units((self.old, self.new), self.changes)

    @cached_property
    def unit_of(self) -> dict[int, Unit]:
        """The unit of each change, by its number."""
        return {number: unit for unit in self.units for number in unit.changes}

    def once(self, work_out: Callable[[Comparison], Found]) -> Found:
        """What a function makes of the comparison, worked out when it is first asked for and kept as long as that."""
        if work_out not in self._worked_out:
            self._worked_out[work_out] = work_out(self)
        return cast("Found", self._worked_out[work_out])

    @cached_property
    def _worked_out(self) -> dict[Callable[[Comparison], object], object]:
        return {}

    @property
    def differs(self) -> bool:
        """Whether anything differs at all, housekeeping and footnotes included."""
        return any(change.weight is not None for change in self.changes) or any(
            note.kind != "unchanged" for note in self.footnotes
        )


class GoingOver(list[Change]):
    """Changes that go over in columns, where another process is to have them.

    Each by itself is asked how it is made, which takes twice as long.
    """

    def __reduce__(self) -> tuple[Callable[[_Columns], tuple[Change, ...]], tuple[_Columns]]:
        return _of_columns, (tuple(zip(*self, strict=True)),)


def _of_columns(columns: _Columns) -> tuple[Change, ...]:
    return tuple(map(Change._make, zip(*columns, strict=True)))


def reworded(changes: Iterable[Change]) -> list[Words]:
    """The readable words of each change that has any, in order."""
    from models.comparison.words.readable import readable

    return [readable(change.words) for change in changes if len(change.words) > 1]


def out_of_order(changes: Iterable[Change]) -> set[int]:
    """The identities of changes that moved, and not only because what stands above them is another paragraph now."""
    own = list(changes)
    still = [change for change in own if not change.moved and change.old and change.new]
    olds, news = sorted(one.old[0] for one in still), sorted(one.new[0] for one in still)
    return {
        id(one)
        for one in own
        if one.moved and (not one.old or not one.new or bisect(olds, one.old[0]) != bisect(news, one.new[0]))
    }
