"""What happened to each change of a comparison, one thing for each: the one place where they are counted.

The page, its list, what is read out, what is printed and what a terminal shows all count by this.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from models.comparison.change import Change, Comparison
from models.comparison.units import Unit, What
from models.draft import Kind, Paragraph
from models.telling.note_fates import note_fate
from models.telling.sentences import listed
from models.telling.worded_anew import worded_anew


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
    Sort.RESHAPED: "of another kind or level, or under another chapeau",
}
"""How those are counted that differ in no word."""


def sort_of(change: Change) -> Sort:
    """The one thing to call a change of substance by; a line that holds nothing but a bracket is a bracket."""
    if change.weight == "bracket":
        return Sort.BRACKETS
    if change.kind in _BY_KIND:
        return _BY_KIND[change.kind]
    if change.moved:
        return Sort.MOVED
    if change.kind == "reworded":
        return Sort.REWORDED
    if "notes" in change.reasons:
        return Sort.FOOTNOTES
    if {"kind", "level", "chapeau"}.intersection(change.reasons):
        return Sort.RESHAPED
    return Sort.REFERENCES if "reference" in change.reasons else Sort.LOOKS


def weight_of(change: Change, comparison: Comparison) -> Weight:
    """Under which of the counts a change falls; a change of brackets alone is not agreed yet, so it is no detail."""
    if change.weight in ("substance", "bracket"):
        return Weight.SUBSTANCE
    if all(paragraph.kind is Kind.MASTHEAD for paragraph in sides(comparison, change)):
        return Weight.MASTHEAD
    return Weight.HOUSEKEEPING if change.weight == "housekeeping" else Weight.UNCHANGED


def weight_of_unit(unit: Unit, comparison: Comparison) -> Weight:
    """Under which of the counts a paragraph, or a row, column or table falls: that of its heaviest change."""
    found = {weight_of(comparison.changes[number], comparison) for number in unit.changes}
    return next(weight for weight in Weight if weight in found)


def sort_of_unit(unit: Unit, comparison: Comparison) -> Sort:
    """The one thing to call a unit of substance by.

    A row some cells of which are new, gone or divided is itself reworded.
    """
    if unit.fate:
        return _BY_FATE[unit.fate]
    changes = [comparison.changes[number] for number in unit.changes]
    found = {sort_of(change) for change in changes if weight_of(change, comparison) is Weight.SUBSTANCE}
    alone = next(iter(found)) if len(found) == 1 else Sort.REWORDED
    return alone if not unit.in_table or alone not in _OF_ALL else Sort.REWORDED


def sorts_of(change: Change, comparison: Comparison) -> frozenset[Sort]:
    """Everything a change of substance can be called, for those who look for one sort of change."""
    found = {sort_of(change)}
    if change.moved:
        found.add(Sort.MOVED)
    if also_reworded(change, comparison):
        found.add(Sort.REWORDED)
    found.update(sort for reason, sort in _BY_REASON.items() if reason in change.reasons)
    return frozenset(found)


def fate_of(change: Change, comparison: Comparison) -> str:
    """The one count of the sentences a change goes into: "new", "split and reworded", "footnotes gone", "back"."""
    if comparison.back_from(change):
        return "back"
    if sort_of(change) is Sort.FOOTNOTES:
        return f"footnotes {note_fate(comparison, change)}"
    if sort_of(change) is Sort.REWORDED and "kind" in change.reasons:
        return f"{Sort.RESHAPED.value} and reworded"
    return f"{sort_of(change).value}{' and reworded' * also_reworded(change, comparison)}"


def also_reworded(change: Change, comparison: Comparison) -> bool:
    """Whether what moved, was split or was merged is reworded as well: sentences, counts and filters go by this."""
    return sort_of(change) in (Sort.MOVED, Sort.SPLIT, Sort.MERGED) and worded_anew(comparison, change)


_BY_REASON = {"brackets": Sort.BRACKETS, "notes": Sort.FOOTNOTES, "reference": Sort.REFERENCES}


def sorts_had(comparison: Comparison) -> dict[int, frozenset[Sort]]:
    """All that the unit of each change of substance can be called, by the number of the change; ask with `once`.

    Of a row it is what is said of all of it, and what its cells have: that one of them is new or gone is no new row.
    """
    found: dict[int, frozenset[Sort]] = {}
    for unit in comparison.units:
        changes = [comparison.changes[number] for number in unit.changes]
        substance = [change for change in changes if weight_of(change, comparison) is Weight.SUBSTANCE]
        if substance:
            had = {sort for change in substance for sort in sorts_of(change, comparison)}
            had -= _OF_ALL if unit.in_table else set()
            found |= dict.fromkeys(unit.changes, frozenset({*had, sort_of_unit(unit, comparison)}))
    return found


_BY_FATE = {"new": Sort.NEW, "deleted": Sort.DELETED, "moved": Sort.MOVED}
_OF_ALL = {Sort.NEW, Sort.DELETED, Sort.MOVED, Sort.SPLIT, Sort.MERGED}


def sides(comparison: Comparison, change: Change) -> Iterator[Paragraph]:
    """The paragraphs of a change, old and new."""
    yield from (comparison.old.paragraphs[at] for at in change.old)
    yield from (comparison.new.paragraphs[at] for at in change.new)


@dataclass(frozen=True, slots=True)
class Counted:
    """A comparison counted by its units: the sorts add up to the weight of substance, and the first three weights, as
    the kinds of units, to `total`.

    `masthead` of the lines that keep to themselves differ; `lines` are how many of each sort are lines.
    """

    weights: dict[Weight, int]
    sorts: dict[Sort, int]
    kinds: dict[Weight, dict[What, int]]
    masthead: int
    lines: dict[Sort, int]

    @property
    def total(self) -> int:
        """Paragraphs, rows, columns and tables together, the lines that keep to themselves left out."""
        return sum(count for _, count in self.heads)

    @property
    def heads(self) -> tuple[tuple[str, int], ...]:
        """What is counted, in words: ("paragraphs", 31), ("rows", 4)."""
        return self.heads_of(*self.kinds)

    def heads_of(self, *weights: Weight) -> tuple[tuple[str, int], ...]:
        """The same of some weights alone."""
        told = [(what, sum(self.kinds[weight].get(what, 0) for weight in weights)) for what in KINDS]
        some = [(what, count) for what, count in told if count] or [("paragraph", 0)]
        return tuple((what if count == 1 else f"{what}s", count) for what, count in some)

    @property
    def addends(self) -> tuple[tuple[str, int], ...]:
        """What `total` is the sum of, in words, those above zero: ("reworded", 12), ("new (1 line)", 3).

        Sentences tell of lines apart from paragraphs; what of a sort is lines is said, so that both add up.
        """
        told = [(_COUNTED.get(sort, sort.value), count, self.lines.get(sort, 0)) for sort, count in self.sorts.items()]
        for word, weight in (("only in housekeeping", Weight.HOUSEKEEPING), ("unchanged", Weight.UNCHANGED)):
            told.append((word, self.weights[weight], self.kinds[weight].get("line", 0)))
        apart = len(self.heads) > 1
        return tuple((f"{word} ({_many(lines, 'line')})" if apart and lines else word, count)
                     for word, count, lines in told if count)  # fmt: skip


def counted(comparison: Comparison) -> Counted:
    """How many units there are of each weight and, of those of substance, of each sort, in the order of `Sort`."""
    weighed = [(unit, weight_of_unit(unit, comparison)) for unit in comparison.units]
    weights = Counter(weight for _, weight in weighed)
    sorts = Counter(sort_of_unit(unit, comparison) for unit, weight in weighed if weight is Weight.SUBSTANCE)
    kinds = Counter((weight, unit.what) for unit, weight in weighed)
    return Counted(
        {weight: weights[weight] for weight in Weight},
        {sort: sorts[sort] for sort in Sort if sorts[sort]},
        {weight: {what: kinds[weight, what] for what in KINDS} for weight in Weight if weight is not Weight.MASTHEAD},
        sum(
            weight is Weight.MASTHEAD and comparison.changes[unit.changes[0]].weight is not None
            for unit, weight in weighed
        ),
        Counter(
            sort_of_unit(unit, comparison)
            for unit, weight in weighed
            if weight is Weight.SUBSTANCE and unit.what == "line"
        ),
    )


KINDS: tuple[What, ...] = ("paragraph", "line", "row", "column", "table")


def counted_words(comparison: Comparison) -> str:
    """ "4 paragraphs and 2 rows: 1 reworded, 5 unchanged; 2 lines of the masthead differ; 1 word in, 0 words out." """
    found, summary = counted(comparison), comparison.summary
    heads = listed([f"{count} {what}" for what, count in found.heads])
    told = [f"{heads}: {', '.join(f'{count} {word}' for word, count in found.addends)}"]
    if found.masthead:
        told.append(f"{_many(found.masthead, 'line')} of the masthead differ{'s' if found.masthead == 1 else ''}")
    told.append(f"{_many(summary.words_inserted, 'word')} in, {_many(summary.words_deleted, 'word')} out")
    return f"{'; '.join(told)}."


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
