"""What happened to each change of a comparison, one thing for each: the one place where they are counted.

The page, its list, what is read out, what is printed and what a terminal shows all count by this.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from models.comparison.change import Change, Comparison
from models.draft import Kind, Paragraph


class Weight(Enum):
    """What a reader may show or hide; masthead lines that are no substance keep to themselves."""

    SUBSTANCE = "substance"
    HOUSEKEEPING = "housekeeping"
    UNCHANGED = "unchanged"
    MASTHEAD = "masthead"


class Sort(Enum):
    """What happened to a paragraph of substance, one thing for each, so that the counts add up."""

    REWORDED = "reworded"
    NEW = "new"
    DELETED = "deleted"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    BRACKETS = "brackets"
    FOOTNOTES = "footnotes"
    REFERENCES = "references"
    LOOKS = "italics"
    RESHAPED = "reshaped"


_BY_KIND = {"inserted": Sort.NEW, "deleted": Sort.DELETED, "split": Sort.SPLIT, "merged": Sort.MERGED}
_COUNTED = {
    Sort.BRACKETS: "only in brackets",
    Sort.FOOTNOTES: "with other notes",
    Sort.REFERENCES: "with a reference to something else",
    Sort.LOOKS: "in italics or bold alone",
    Sort.RESHAPED: "of another kind or level",
}
"""How those are counted that differ in no word."""


def sort_of(change: Change) -> Sort:
    """The one thing to call a change of substance by."""
    if change.kind in _BY_KIND:
        return _BY_KIND[change.kind]
    if change.moved:
        return Sort.MOVED
    if change.weight == "bracket":
        return Sort.BRACKETS
    if change.kind == "reworded":
        return Sort.REWORDED
    if "notes" in change.reasons:
        return Sort.FOOTNOTES
    if {"kind", "level"}.intersection(change.reasons):
        return Sort.RESHAPED
    return Sort.REFERENCES if "reference" in change.reasons else Sort.LOOKS


def weight_of(change: Change, comparison: Comparison) -> Weight:
    """Under which of the counts a change falls; a change of brackets alone is not agreed yet, so it is no detail."""
    if change.weight in ("substance", "bracket"):
        return Weight.SUBSTANCE
    if all(paragraph.kind is Kind.MASTHEAD for paragraph in sides(comparison, change)):
        return Weight.MASTHEAD
    return Weight.HOUSEKEEPING if change.weight == "housekeeping" else Weight.UNCHANGED


def sides(comparison: Comparison, change: Change) -> Iterator[Paragraph]:
    """The paragraphs of a change, old and new."""
    yield from (comparison.old.paragraphs[at] for at in change.old)
    yield from (comparison.new.paragraphs[at] for at in change.new)


@dataclass(frozen=True, slots=True)
class Counted:
    """A comparison counted: the sorts add up to the weight of substance, and the first three weights to `paragraphs`.

    `masthead` of the lines that keep to themselves differ.
    """

    weights: dict[Weight, int]
    sorts: dict[Sort, int]
    masthead: int

    @property
    def paragraphs(self) -> int:
        """Substance, housekeeping and unchanged together."""
        return sum(count for weight, count in self.weights.items() if weight is not Weight.MASTHEAD)

    @property
    def addends(self) -> tuple[tuple[str, int], ...]:
        """What `paragraphs` is the sum of, in words, those above zero: ("reworded", 12)."""
        told = [(_COUNTED.get(sort, sort.value), count) for sort, count in self.sorts.items()]
        told.append(("only in housekeeping", self.weights[Weight.HOUSEKEEPING]))
        told.append(("unchanged", self.weights[Weight.UNCHANGED]))
        return tuple((word, count) for word, count in told if count)


def counted(comparison: Comparison) -> Counted:
    """How many changes there are of each weight and, of those of substance, of each sort, in the order of `Sort`."""
    weighed = [(change, weight_of(change, comparison)) for change in comparison.changes]
    weights = Counter(weight for _, weight in weighed)
    sorts = Counter(sort_of(change) for change, weight in weighed if weight is Weight.SUBSTANCE)
    return Counted(
        {weight: weights[weight] for weight in Weight},
        {sort: sorts[sort] for sort in Sort if sorts[sort]},
        sum(weight is Weight.MASTHEAD and change.weight is not None for change, weight in weighed),
    )


def counted_words(comparison: Comparison) -> str:
    """ "4 paragraphs: 1 reworded, 3 unchanged; 2 lines of the masthead differ; 1 word in, 0 words out." """
    found, summary = counted(comparison), comparison.summary
    told = [f"{_many(found.paragraphs, 'paragraph')}: {', '.join(f'{count} {word}' for word, count in found.addends)}"]
    if found.masthead:
        told.append(f"{_many(found.masthead, 'line')} of the masthead differ{'s' if found.masthead == 1 else ''}")
    told.append(f"{_many(summary.words_inserted, 'word')} in, {_many(summary.words_deleted, 'word')} out")
    return f"{'; '.join(told)}."


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
