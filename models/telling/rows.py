"""A comparison in the order it is read: what changed, what is folded, and the old places of what moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from models.comparison.change import Change, Comparison
from models.comparison.units import Unit, cell_places
from models.telling.sentences import listed


@dataclass(frozen=True, slots=True)
class Shown:
    """What is printed as one: a change, or those of a row, a column or a table."""

    unit: Unit
    changes: tuple[Change, ...]

    @property
    def number(self) -> int:
        """The place of the first change among all."""
        return self.unit.changes[0]

    @property
    def moved(self) -> bool:
        """Whether all of it moved."""
        return self.unit.fate == "moved" if self.unit.in_table else self.changes[0].moved

    @property
    def weight(self) -> str | None:
        """The weight of the heaviest change."""
        found = {change.weight for change in self.changes}
        return next((weight for weight in ("substance", "bracket", "housekeeping") if weight in found), None)


@dataclass(frozen=True, slots=True)
class Folded:
    """Paragraphs and rows on end in which nothing differs, or that are left out."""

    shown: tuple[Shown, ...]

    @property
    def title(self) -> str:
        """Which they are: "PP14 and PP15 unchanged", "OP2 and 3 rows unchanged", "OP4 to OP9 unchanged or left out";
        what is gone is called as it was, "OP1 and former OP2 unchanged or left out"."""
        labels = [label for one in self.shown for label in one.changes[0].new_labels if label]
        gone = [label for one in self.shown for label in _labels(one) if label and not one.changes[0].new]
        lines = sum(1 if one.unit.in_table else len(_labels(one)) for one in self.shown)
        if not labels and not gone:
            first = self.shown[0].unit
            alike = first.in_table and all(one.unit.what == first.what for one in self.shown)
            what = first.what if alike else "line"
            return f"{lines} {what}{'' if lines == 1 else 's'} {self._fate}"
        named = [*_named(labels), *(f"former {one}" for one in _named(gone))]
        of_tables = sum(one.unit.what == "row" for one in self.shown)
        of_rows = [f"{of_tables} row" + "s" * (of_tables > 1)] if of_tables else []
        told = f"{listed([*named, *of_rows])} {self._fate}"
        return told if labels else f"F{told[1:]}"

    @property
    def _fate(self) -> str:
        """What is said of those that are called by labels or are rows, else of all."""
        called = [one for one in self.shown if one.unit.in_table or any(_labels(one))] or self.shown
        differing = [one.weight is not None for one in called]
        return "left out" if all(differing) else "unchanged or left out" if any(differing) else "unchanged"


def _labels(shown: Shown) -> tuple[str | None, ...]:
    """What its paragraphs are called now, else what they were."""
    return shown.changes[0].new_labels or shown.changes[0].old_labels


def _named(labels: Sequence[str]) -> Sequence[str]:
    return labels if len(labels) <= _LISTED else [f"{labels[0]} to {labels[-1]}"]


_LISTED = 3


@dataclass(frozen=True, slots=True)
class Went:
    """The place where something stood before it moved."""

    shown: Shown

    @property
    def number(self) -> int:
        """That of what moved."""
        return self.shown.number


Row = Shown | Folded | Went


def shown_units(comparison: Comparison) -> tuple[Shown, ...]:
    """All changes, each once, those of a row, a column or a table of the text together."""
    return tuple(Shown(unit, tuple(comparison.changes[at] for at in unit.changes)) for unit in comparison.units)


def rows(comparison: Comparison) -> tuple[Row, ...]:
    """All changes in reading order, each once, and beside them the old places of moved ones."""
    shown = shown_units(comparison)
    went = _old_places(shown)
    found: list[Row] = [*went.get(-1, ())]
    for at, one in enumerate(shown):
        last = found[-1] if found else None
        if one.weight is not None:
            found.append(one)
        elif isinstance(last, Folded):
            found[-1] = Folded((*last.shown, one))
        else:
            found.append(Folded((one,)))
        found += went.get(at, ())
    return tuple(found)


def rows_of(comparison: Comparison, only: AbstractSet[int]) -> tuple[Row, ...]:
    """Those of some changes, by their numbers; all between two of them is folded as one."""
    found: list[Row] = []
    for row in rows(comparison):
        if isinstance(row, Folded):
            folded = row.shown
        elif not only.isdisjoint(row.unit.changes if isinstance(row, Shown) else row.shown.unit.changes):
            found.append(row)
            continue
        else:
            folded = (row,) if isinstance(row, Shown) else ()
        if found and isinstance(found[-1], Folded):
            found[-1] = Folded((*found[-1].shown, *folded))
        elif folded:
            found.append(Folded(folded))
    return tuple(found)


def cell_lines(comparison: Comparison, numbers: Iterable[int]) -> list[list[list[Change]]]:
    """Changes of a table by its rows and in them by cells, some in each; what went stands in what its cell became."""
    places = comparison.once(cell_places)
    found: dict[object, dict[object, list[Change]]] = {}
    for number in numbers:
        cells = found.setdefault(places.row(number), {})
        cells.setdefault(places.column(number), []).append(comparison.changes[number])
    return [list(cells.values()) for cells in found.values()]


def _old_places(shown: Sequence[Shown]) -> dict[int, list[Went]]:
    """For each that moved the place in the list after which it stood: that of the last one before it that stayed."""
    olds = {at: [old for change in one.changes for old in change.old] for at, one in enumerate(shown)}
    stayed = sorted((max(olds[at]), at) for at, one in enumerate(shown) if olds[at] and not one.moved)
    moved = sorted((min(olds[at]), at) for at, one in enumerate(shown) if olds[at] and one.moved)
    places: dict[int, list[Went]] = {}
    after, waiting = -1, iter(stayed)
    ahead = next(waiting, None)
    for position, at in moved:
        while ahead is not None and ahead[0] < position:
            after = ahead[1]
            ahead = next(waiting, None)
        places.setdefault(after, []).append(Went(shown[at]))
    return places
