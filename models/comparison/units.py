"""What a reader counts as one thing: a paragraph, a line around the text, or of a table a row, a column or all of it.

A delegate who reads a table sees rows; that each of its cells holds a paragraph is the file's matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from models.comparison.change import Change, Comparison
from models.draft import Draft, Kind

What = Literal["paragraph", "line", "row", "column", "table"]
Fate = Literal["new", "deleted", "moved", ""]
Drafts = tuple[Draft, Draft]
_Cell = tuple[int, int, int]
_Line = tuple[int | None, int]
"""A table of the new draft with a row or column of it, by numbers; of what has gone, numbers below zero."""


class Unit(NamedTuple):
    """Changes that are told and counted as one, by their numbers in reading order.

    `fate` is what happened to all of a row, column or table; empty where only part of it changed, and of paragraphs.
    """

    what: What
    changes: tuple[int, ...]
    fate: Fate = ""

    @property
    def in_table(self) -> bool:
        """Whether it is part of a table, or one."""
        return self.what in ("row", "column", "table")


def units(drafts: Drafts, changes: Sequence[Change]) -> tuple[Unit, ...]:
    """All changes, each in one unit, in the order of their first ones."""
    places = CellPlaces(drafts, changes)
    cells = places.cells
    found = [
        Unit("line" if _is_around(drafts, change) else "paragraph", (number,))
        for number, change in enumerate(changes)
        if number not in cells
    ]
    if not cells:
        return tuple(found)
    fates = {number: _fate(changes[number]) for number in cells if _says_something(drafts, changes[number])}
    left = list(cells)
    lines: tuple[tuple[What, Callable[[int], Hashable]], ...] = (
        ("table", places.table),
        ("row", places.row),
        ("column", places.column),
    )
    for what, line in lines:
        whole = [Unit(what, numbers, fate) for numbers, fate in _whole(left, line, fates)]
        found += whole
        taken = {number for unit in whole for number in unit.changes}
        left = [number for number in left if number not in taken]
    found += [Unit("row", numbers) for numbers in _grouped(left, places.row)]
    return tuple(sorted(found, key=lambda unit: unit.changes))


AROUND = frozenset({Kind.MASTHEAD, Kind.CLOSING, Kind.SPONSOR_NOTE})
"""Kinds of lines that stand around the text."""


def _is_around(drafts: Drafts, change: Change) -> bool:
    """Whether a change is of lines around the text alone."""
    return all(
        draft.paragraphs[at].kind in AROUND
        for draft, positions in zip(drafts, (change.old, change.new), strict=True)
        for at in positions
    )


def _cell(drafts: Drafts, change: Change) -> _Cell | None:
    """The cell a change begins in, of the new draft if it is there; None where any of it stands in no table."""
    first: _Cell | None = None
    for draft, positions in ((drafts[1], change.new), (drafts[0], change.old)):
        for at in positions:
            paragraph = draft.paragraphs[at]
            if paragraph.cell is None or paragraph.kind is Kind.MASTHEAD:
                return None
            first = first or paragraph.cell
    return first


class CellPlaces:
    """In which table, row and column of the new draft each change stands; what is gone stands where its cells' like
    lives on, else nowhere in it.

    `cells` are those a change begins in, by its number; `tables`, `rows` and `columns` say what those of the old draft
    became that live on.
    """

    def __init__(self, drafts: Drafts, changes: Sequence[Change]) -> None:
        self._changes = changes
        self.cells: Mapping[int, _Cell] = {
            number: cell for number, change in enumerate(changes) if (cell := _cell(drafts, change)) is not None
        }
        self.rows: dict[tuple[int, int], tuple[int, int]] = {}
        self.columns: dict[tuple[int, int], tuple[int, int]] = {}
        self.tables: dict[int, int] = {}
        for number in self.cells:
            change = changes[number]
            if not (change.old and change.new):
                continue
            old, new = drafts[0].paragraphs[change.old[0]].cell, drafts[1].paragraphs[change.new[0]].cell
            if old is not None and new is not None:
                self.tables.setdefault(old[0], new[0])
                self.rows.setdefault(old[:2], new[:2])
                self.columns.setdefault((old[0], old[2]), (new[0], new[2]))

    def table(self, number: int) -> int:
        """The table; one that is gone is below zero."""
        table = self.cells[number][0]
        return table if self._changes[number].new else self.tables.get(table, ~table)

    def row(self, number: int) -> _Line:
        """The table and the row; a row that is gone is below zero."""
        table, row, _ = self.cells[number]
        return (table, row) if self._changes[number].new else self.rows.get((table, row), (self.table(number), ~row))

    def column(self, number: int) -> _Line:
        """The same of the column."""
        table, _, column = self.cells[number]
        if self._changes[number].new:
            return table, column
        return self.columns.get((table, column), (self.table(number), ~column))


def cell_places(comparison: Comparison) -> CellPlaces:
    """Those of a comparison, for its `once`."""
    return CellPlaces((comparison.old, comparison.new), comparison.changes)


def _fate(change: Change) -> Fate:
    if change.kind == "inserted":
        return "new"
    if change.kind == "deleted":
        return "deleted"
    return "moved" if change.moved else ""


def _says_something(drafts: Drafts, change: Change) -> bool:
    """Whether there is a word on either side: empty cells go with the others."""
    return any(
        draft.paragraphs[at].text.strip()
        for draft, positions in zip(drafts, (change.old, change.new), strict=True)
        for at in positions
    )


def _grouped(numbers: Iterable[int], line: Callable[[int], Hashable]) -> list[tuple[int, ...]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for number in numbers:
        found[line(number)].append(number)
    return [tuple(group) for group in found.values()]


def _whole(
    numbers: Iterable[int], line: Callable[[int], Hashable], fates: Mapping[int, Fate]
) -> list[tuple[tuple[int, ...], Fate]]:
    """The groups of one line all of whose words share a fate."""
    found: list[tuple[tuple[int, ...], Fate]] = []
    for group in _grouped(numbers, line):
        shared = {fates[number] for number in group if number in fates} or {""}
        if len(shared) == 1 and (fate := next(iter(shared))):
            found.append((group, fate))
    return found
