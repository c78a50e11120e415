"""What of a comparison somebody wants to take or refuse: a place of words, a paragraph, or all of one kind."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

from models.comparison.change import Change, Comparison
from models.comparison.partly import places
from models.comparison.units import Unit, What
from models.comparison.words.marked import Words
from models.comparison.words.readable import readable
from models.draft.first_letter import with_capital
from models.telling.figures import figure
from models.telling.sentences import listed
from models.telling.sorts import Sort, Weight, sort_of_unit, weight_of, weight_of_unit
from models.telling.table_lines import unit_name
from widgets.compare.changes.arrangement import Arrangement, Shown
from widgets.compare.changes.names import NOUNS, place_name
from widgets.compare.changes.row_order import RowOrder

if TYPE_CHECKING:
    from models.comparison.columns import Columns

_QUOTED = 5


@dataclass(frozen=True, slots=True)
class Chosen:
    """Some changes of a comparison, whole (None) or by their places of words.

    `words` are those the places count in. `name` is what stands behind "Take": "OP9", "all 2 moved paragraphs"; `said`
    what stands before "put into the text". `columns` says which drafts are compared where several stand in columns.
    """

    comparison: Comparison = field(repr=False)
    changes: Mapping[int, Collection[int] | None]
    name: str
    said: str
    words: Mapping[int, Words] = field(default_factory=dict, repr=False)
    column: int | None = None

    @property
    def takes_away(self) -> bool:
        """Whether taking it puts nothing new into a text: paragraphs or words that are gone."""
        for number, chosen in self.changes.items():
            if chosen is None:
                if self.comparison.changes[number].new:
                    return False
                continue
            words = self.words[number]
            parts = places(words)
            if any(words[part][0] == "insert" for place in chosen for part in parts[place]):
                return False
        return True


def shown_words(change: Change) -> Words:
    """The words of a change as the page shows them: cut where a reader would, never inside a word or a number."""
    return readable(change.words)


def places_of(change: Change) -> tuple[tuple[int, ...], ...]:
    """The places in a change that can be taken one by one: those of a paragraph that is one on each side."""
    if len(change.old) != 1 or len(change.new) != 1:
        return ()
    return places(shown_words(change))


def place_words(change: Change, place: int) -> str:
    """What a place says: "“endorsement” becomes “recognition”"."""
    words = shown_words(change)
    parts = [words[part] for part in places(words)[place]]
    old = quoted("".join(text for op, text in parts if op == "delete"))
    new = quoted("".join(text for op, text in parts if op == "insert"))
    if old and new:
        return f"{old} becomes {new}"
    return f"{old} is dropped" if old else f"{new} is added" if new else "spacing"


def called(change: Change, comparison: Comparison) -> str:
    """What a paragraph is called: "OP9", "OP3 and OP4", "Title"; "the former PP8" where another is PP8 now."""
    labels = [label for label in (change.new_labels or change.old_labels) if label]
    name = listed(labels) or place_name(change, comparison)
    return f"the former {name}" if not change.new and comparison.once(_labels_now) & {*labels} else name


def _labels_now(comparison: Comparison) -> frozenset[str]:
    return frozenset(label for change in comparison.changes for label in change.new_labels if label)


def one_of(comparison: Comparison, number: int, place: int | None = None) -> Chosen | None:
    """A change, or one place of it; None where nothing differs."""
    change = comparison.changes[number]
    if change.weight is None:
        return None
    if place is None:
        return _of_unit(comparison, comparison.unit_of[number])
    name, words = called(change, comparison), shown_words(change)
    return Chosen(comparison, {number: (place,)}, f"these words of {name}", f"Words of {name}", {number: words})


def _of_unit(comparison: Comparison, unit: Unit) -> Chosen:
    """All that differs in a paragraph, or in a row, a column or a table, which are taken together."""
    numbers = [number for number in unit.changes if comparison.changes[number].weight is not None]
    name = called(comparison.changes[numbers[0]], comparison)
    if unit.in_table:
        name = f"the {unit_name(comparison, unit)}"
    return Chosen(comparison, dict.fromkeys(numbers), name, with_capital(name))


def taken_whole(comparison: Comparison, taken: frozenset[int]) -> frozenset[int]:
    """Of changes that the working text has, by number, those whose paragraph, row or table it has with all that differs
    in it."""
    changes = comparison.changes
    whole: set[int] = set()
    for number in taken:
        unit = comparison.unit_of[number].changes
        if all(one in taken or changes[one].weight is None for one in unit):
            whole.update(unit)
    return frozenset(whole)


def kind_of(comparison: Comparison, number: int) -> Sort | Weight | None:
    """What changes are taken together by: the sort of what is of substance, be it a paragraph or a row of a table,
    else housekeeping."""
    if comparison.changes[number].weight is None:
        return None
    unit = comparison.unit_of[number]
    weight = weight_of_unit(unit, comparison)
    return sort_of_unit(unit, comparison) if weight is Weight.SUBSTANCE else weight


def all_like(comparison: Comparison, number: int, shown: Iterable[int]) -> Chosen | None:
    """All changes of the kind of one among those that are shown; None where nothing differs."""
    kind = kind_of(comparison, number)
    if kind is None:
        return None
    found = [other for other in shown if kind_of(comparison, other) is kind]
    if number not in found:
        found.append(number)
    units = {comparison.unit_of[other] for other in found}
    if len(units) == 1:
        return _of_unit(comparison, comparison.unit_of[number])
    said = f"{figure(len(units))} {_of_kind(kind, units)}"
    return Chosen(comparison, dict.fromkeys(found), f"all {said}", said)


def _of_kind(kind: Sort | Weight, units: Collection[Unit]) -> str:
    """Several changes of a kind as one speaks of them: "moved paragraphs", "reworded rows", "housekeeping changes"."""
    if kind is Weight.MASTHEAD:
        return "lines of the masthead"
    if not isinstance(kind, Sort):
        return "housekeeping changes"
    if kind in _OF_PARTS:
        return f"changes of {kind.value}"
    there = {unit.what for unit in units}
    return f"{kind.value} {listed([f'{what}s' for what in get_args(What) if what in there])}"


_OF_PARTS = (*NOUNS, Sort.LOOKS)
"""Sorts that say what of a paragraph is another, and not what the paragraph is."""


def shown_changes(arrangement: Arrangement, shown: Shown) -> tuple[int, ...]:
    """The changes of a comparison that a reader lets be shown and in which something differs, in reading order."""
    return tuple(
        entry.change
        for number, entry in enumerate(arrangement.entries)
        if not entry.other_end
        and arrangement.change(number).weight is not None
        and shown.lets(entry.weight, arrangement.comparison, entry.change)
    )


def shown_in_column(order: RowOrder, column: int, shown: Shown) -> tuple[int, ...]:
    """The same for one column of several drafts against the one before it."""
    columns: Columns = order.columns
    comparison = columns.comparisons[column - 1]
    numbers = dict.fromkeys(number for row in columns.rows for number in row.cells[column].changes)

    def lets(number: int) -> bool:
        change = comparison.changes[number]
        return change.weight is not None and shown.lets(weight_of(change, comparison), comparison, number)

    return tuple(number for number in numbers if lets(number))


@dataclass(frozen=True, slots=True)
class Part:
    """What is shown of one comparison: the changes by number, in reading order, and what the two drafts are called."""

    comparison: Comparison = field(repr=False)
    changes: tuple[int, ...]
    old: str
    new: str


def of_cell(columns: Columns, rows: Iterable[int], column: int, *, housekeeping: bool) -> Chosen | None:
    """What a cell changed against the column before it, `rows` being one or those of a row of a table; None where it
    is as before, `housekeeping` counted or not."""
    if not column:
        return None
    comparison = columns.comparisons[column - 1]
    quiet = (None,) if housekeeping else (None, "housekeeping")
    here = [n for row in rows for n in columns.rows[row].cells[column].changes]
    units = dict.fromkeys(comparison.unit_of[n] for n in here if comparison.changes[n].weight not in quiet)
    parts = [_of_unit(comparison, unit) for unit in units]
    if not parts:
        return None
    numbers = dict.fromkeys(number for part in parts for number in part.changes)
    name = listed(list(dict.fromkeys(part.name for part in parts)))
    return Chosen(comparison, numbers, name, with_capital(name), column=column)


def quoted(text: str) -> str:
    """Words in quotation marks, of many the first ones; "" where there are none."""
    words = text.split()
    if not words:
        return ""
    shown = " ".join(words) if len(words) <= _QUOTED + 1 else f"{' '.join(words[:_QUOTED])}…"
    return f"“{shown}”"
