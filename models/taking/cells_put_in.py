"""The cells of tables that changes are put into: tables, rows and columns counted by the places they have then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from models.draft import Paragraph
from models.editing.placed import Origin
from models.taking.standing import Standing
from models.taking.union import Line

_TEXT = 2
"""Whose a row is that only the text has."""
Table = tuple[int, int]
Seat = tuple[Line, Line]
"""The row and the column of a cell."""


class Seats:
    """Where cells sit: as the paragraphs of the drafts that they are, others in the row they stand in."""

    def __init__(self, stands: Standing) -> None:
        self._stands, self._union = stands, stands.union
        self._drafts = *stands.union.drafts, stands.text
        self._rows: dict[tuple[int, int], Line] = {}
        self._columns: dict[tuple[int, int], Line] = {}
        self._tables = {(0, old): (1, new) for old, new in self._union.tables.items()}
        for at in stands.ranks:
            own = stands.text.paragraphs[at].cell
            there = self.there(stands.of(at)) if own is not None else None
            if own is not None and there is not None:
                row, column = there
                self._rows.setdefault(own[:2], row)
                self._columns.setdefault((own[0], own[2]), column)
                self._tables.setdefault((_TEXT, own[0]), self._tables.get(row[:2], row[:2]))

    def there(self, origin: Origin | None) -> Seat | None:
        """Where a paragraph of the drafts sits."""
        row, column = (self._union.row(*origin), self._union.column(*origin)) if origin is not None else (None, None)
        return (row, column) if row is not None and column is not None else None

    def own(self, at: int) -> Seat | None:
        """Where a paragraph of the text sits."""
        cell = self._stands.text.paragraphs[at].cell
        if cell is None:
            return None
        table, row, column = cell
        return self.there(self._stands.of(at)) or (
            self._rows.get((table, row), (_TEXT, table, row)),
            self._columns.get((table, column), (_TEXT, table, column)),
        )

    def counted(self, lines: Sequence[tuple[Paragraph, Seat | None]]) -> list[Paragraph]:
        """Paragraphs in the order they have, their tables, rows and columns numbered by it."""
        if all(seat is None for _, seat in lines):
            return [paragraph for paragraph, _ in lines]
        tables, rows = _Count(), defaultdict[Table, _Count](_Count)
        across: dict[Table, set[Line]] = {}
        for _, seat in lines:
            if seat is not None:
                across.setdefault(self._home(seat[1]), set()).add(seat[1])
        columns = {home: self._in_order(found) for home, found in across.items()}
        found = []
        for paragraph, seat in lines:
            if seat is not None:
                home = self._home(seat[0])
                whose, table, row = seat[0]
                at = (
                    tables.of(home, self._held[0][home[0]]),
                    rows[home].of((whose, row), self._held[1][whose, table]),
                    columns[home][seat[1]],
                )
                paragraph = paragraph if paragraph.cell == at else replace(paragraph, cell=at)
            found.append(paragraph)
        return found

    def _home(self, line: Line) -> Table:
        """The table a row or column is of; one that lives on is the new draft's."""
        return self._tables.get(line[:2], line[:2])

    def _in_order(self, columns: Collection[Line]) -> dict[Line, int]:
        """The numbers of the columns of a table, in the order they have."""
        count = _Count()
        return {
            (whose, table, column): count.of((whose, column), self._held[2][whose, table])
            for whose, table, column in sorted(columns, key=self._place)
        }

    def _place(self, column: Line) -> tuple[int, ...]:
        """Where a column stands, the same on the way back: one that is not the new draft's, behind what lives on."""
        whose, table, at = column
        if whose == (0 if self._union.back else 1):
            return (at,)
        is_text = whose == _TEXT
        lives_on = self._columns if is_text else self._union.columns_that_live_on
        for before in range(at, -1, -1):
            other = lives_on.get((table, before))
            if other is not None:
                return self._place(other) if before == at else (*self._place(other), is_text, at)
        return (-1, is_text, at)

    @cached_property
    def _held(self) -> tuple[dict[int, set[int]], dict[Table, set[int]], dict[Table, set[int]]]:
        """The numbers there are: of the tables of each draft, and of rows and columns of each table."""
        tables: dict[int, set[int]] = {}
        rows: dict[Table, set[int]] = {}
        columns: dict[Table, set[int]] = {}
        for whose, draft in enumerate(self._drafts):
            for table, row, column in (one.cell for one in draft.paragraphs if one.cell is not None):
                tables.setdefault(whose, set()).add(table)
                rows.setdefault((whose, table), set()).add(row)
                columns.setdefault((whose, table), set()).add(column)
        return tables, rows, columns


@dataclass
class _Count:
    """Numbers given in the order in which things come; those that a draft leaves free before one stay so."""

    found: dict[Table, int] = field(default_factory=dict)
    last: dict[int, int] = field(default_factory=dict)

    def of(self, key: Table, held: Collection[int]) -> int:
        """The number of what has this number in one of the drafts, which has these."""
        if key not in self.found:
            whose, number = key
            before = self.last.get(whose, -1)
            free = sum(one not in held for one in range(before + 1, number))
            self.found[key] = max(self.found.values(), default=-1) + 1 + free
            self.last[whose] = max(before, number)
        return self.found[key]
