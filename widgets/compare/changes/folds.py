"""What a fold of the comparison hides and why it may, and why a change is housekeeping."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from models.comparison.change import Change, Comparison
from models.comparison.units import Unit
from models.telling.figures import counted, figure
from models.telling.reasons import reason_phrases
from models.telling.sentences import first_of
from models.telling.sorts import Weight
from widgets.compare.changes.arrangement import Arrangement, Shown
from widgets.compare.changes.names import LINE_NAMES, place_name, unit_place

_PARAGRAPH = "Paragraph "
_LONG = 200
"""A fold of fewer paragraphs says in less than half a millisecond what it hides."""


def fold_words(arrangement: Arrangement, entries: Iterable[int]) -> tuple[str, str]:
    """What a fold hides: the paragraphs, and why it may: ("PP14 and PP15", "unchanged")."""
    if not isinstance(entries, range):
        return _fold_words(arrangement, list(entries))
    # A fold of thousands is looked through once, and painted whenever letters, room or colours are others.
    if entries not in arrangement.told_of_folds:
        arrangement.told_of_folds[entries] = _fold_words(arrangement, entries)
    return arrangement.told_of_folds[entries]


def look_through_folds(arrangement: Arrangement, shown: Shown) -> None:
    """Have known what the long folds say: where nobody waits for it."""
    for row in arrangement.rows(shown, ()):
        if row.fold and row.end - row.first > _LONG:
            fold_words(arrangement, range(row.first, row.end))


def _fold_words(arrangement: Arrangement, numbers: Sequence[int]) -> tuple[str, str]:
    changes = [arrangement.change(number) for number in numbers]
    weights = [arrangement.folds_as(number) for number in numbers]
    if weights[0] is Weight.MASTHEAD:
        # A line that moved is one line, at whichever of its two places it is folded.
        changes = list({id(change): change for change in changes}.values())
        differing = sum(change.weight is not None for change in changes)
        if len(changes) == 1:
            return place_name(changes[0], arrangement.comparison), "differs" if differing else "unchanged"
        return "Masthead", masthead_words(len(changes), differing)
    units = [arrangement.comparison.unit_of[arrangement.entries[number].change] for number in numbers]
    return _range_words(changes, units, arrangement.comparison), _why(arrangement, numbers, weights)


def masthead_words(lines: int, differing: int) -> str:
    """ "8 lines, 1 differs" of a folded masthead, "8 lines, unchanged"."""
    differ = f"{figure(differing)} differ{'s' if differing == 1 else ''}" if differing else "unchanged"
    return f"{counted(lines, 'line')}, {differ}"


def _range_words(changes: Sequence[Change], units: Sequence[Unit], comparison: Comparison) -> str:
    names = [label for change in changes for label in (change.new_labels or change.old_labels) if label]
    first = place_name(changes[0], comparison)
    if first in LINE_NAMES.values() and len(changes) > 1:
        if names:
            return f"{first} to {names[-1]}"
        last = place_name(changes[-1], comparison).lower()
        return f"{first} and {last}" if len(changes) == 2 else f"{first} to {last}"
    if not names:
        of_units = dict(zip(reversed(units), reversed(changes), strict=True))
        names = [unit_place(unit, of_units[unit], comparison) for unit in dict.fromkeys(units)]
        if len(set(names)) == 1:
            return names[0]
        if all(name.startswith(_PARAGRAPH) for name in names):
            return f"Paragraphs {from_to([name.removeprefix(_PARAGRAPH) for name in names])}"
        return first_of(names, 1)
    return from_to(names)


def from_to(names: Sequence[str]) -> str:
    """ "PP19", "PP19 and OP1", "PP19 to OP2": some names in their order, of many the first and the last."""
    return names[0] if len(names) == 1 else f"{names[0]} {'and' if len(names) == 2 else 'to'} {names[-1]}"


def _why(arrangement: Arrangement, numbers: Sequence[int], weights: Sequence[Weight]) -> str:
    if Weight.SUBSTANCE in weights:
        # Left out because something else was asked for: how many there are is what one wants to know.
        begun = Counter(weight for number, weight in zip(numbers, weights, strict=True) if number in arrangement.begins)
        counts = (begun[Weight.SUBSTANCE], "changed"), (begun[Weight.HOUSEKEEPING], "housekeeping")
        told = [f"{figure(count)} {what}" for count, what in counts if count]
        return ", ".join(told) or "changed, counted where it begins or went"
    quiet = [
        arrangement.change(number)
        for number, weight in zip(numbers, weights, strict=True)
        if weight is Weight.HOUSEKEEPING
    ]
    reasons: list[str] = []
    if Weight.UNCHANGED in weights:
        reasons.append("unchanged")
    if quiet:
        reasons.append("renumbered" if all(only_renumbered(change) for change in quiet) else "housekeeping")
    return " or ".join(reasons)


def only_renumbered(change: Change) -> bool:
    """Whether the number is all that differs."""
    return change.renumbered and change.kind == "unchanged" and set(change.reasons) <= {"renumbered"}


def reason_words(change: Change, comparison: Comparison) -> str:
    """Why a change is housekeeping: "renumbered; italics of the opening words"."""
    title = place_name(change, comparison) == LINE_NAMES["title"]
    return "; ".join(reason_phrases(change, bare_title=title))
