"""Rows that come into tables: counted anew among those that are there, as Word would."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from models.draft import Paragraph

Cell = tuple[int, int, int]
_OWN = 1 << 32
"""More than any text has tables: so far apart are those that different wishes count."""


_NOBODY: Mapping[int, str] = MappingProxyType({})


def coming(paragraph: Paragraph, whose: int) -> Paragraph:
    """A paragraph that comes, its cell told apart from those of the base: the count of one text is not the other's.

    `whose` numbers the wish it is part of, from 1: two wishes are of two texts with counts of their own.
    """
    if paragraph.cell is None:
        return paragraph
    table, row, column = paragraph.cell
    return _in_cell(paragraph, (table + whose * _OWN, -1 - row, column))


def _in_cell(paragraph: Paragraph, cell: Cell) -> Paragraph:
    """As `replace` does, in a fraction of the time: a table may come with thousands of rows."""
    return Paragraph(paragraph.kind, paragraph.runs, paragraph.level, paragraph.number, paragraph.set_label, cell)


def rows_counted(paragraphs: Sequence[Paragraph], writers: Mapping[int, str] = _NOBODY) -> list[Paragraph]:
    """The same paragraphs, their cells by the count of the text they are in now.

    Tables into which nothing comes keep theirs, but for the new ones before them. What comes beside a cell of the base
    is of its table, save a whole table behind it; it begins a row where it stands no further on than what is before it,
    or is another's.
    """
    cells = [paragraph.cell for paragraph in paragraphs]
    if not any(cell is not None and cell[1] < 0 for cell in cells):
        return list(paragraphs)
    following = _following(cells)
    tables = _tables(cells, following)
    touched = {tables[at] for at, cell in enumerate(cells) if cell is not None and cell[1] < 0}
    counts: dict[int, _Count] = {}
    numbers = _in_order(cells, tables)
    found = []
    for paragraph, cell, table, after in zip(paragraphs, cells, tables, following, strict=True):
        if cell is None or table is None:
            found.append(paragraph)
            continue
        row = counts.setdefault(table, _Count(writers)).row(cell, after) if table in touched else cell[1]
        here = (numbers[table], row, cell[2])
        found.append(paragraph if here == cell else _in_cell(paragraph, here))
    return found


def _in_order(cells: Sequence[Cell | None], tables: Sequence[int | None]) -> dict[int, int]:
    """By table its number, where new ones stand among them: those of the base keep their order, as they begin."""
    begins: dict[int, int] = {}
    for at, table in enumerate(tables):
        if table is not None:
            begins.setdefault(table, at)
    of_base = {cell[0] for cell in cells if cell is not None and cell[1] >= 0}
    if of_base == begins.keys():
        return {table: table for table in begins}

    def place(table: int) -> tuple[float, bool, int]:
        if table in of_base:
            return table, True, 0
        behind = (other for other in of_base if begins[other] > begins[table])
        return min(behind, default=float("inf")), False, begins[table]

    return {table: number for number, table in enumerate(sorted(begins, key=place))}


def _following(cells: Sequence[Cell | None]) -> list[Cell | None]:
    """From each paragraph on the first cell that comes not, None where none is."""
    found: list[Cell | None] = [None] * len(cells)
    for at in range(len(cells) - 1, -1, -1):
        cell = cells[at]
        comes = cell is not None and cell[1] < 0
        found[at] = cell if not comes else found[at + 1] if at + 1 < len(cells) else None
    return found


def _tables(cells: Sequence[Cell | None], following: Sequence[Cell | None]) -> list[int | None]:
    """The table each paragraph is in: for what comes that of the cell beside it, else a new one."""
    last = max((cell[0] for cell in cells if cell is not None and cell[1] >= 0), default=-1)
    found: list[int | None] = []
    for at, cell in enumerate(cells):
        if cell is None or cell[1] >= 0:
            found.append(None if cell is None else cell[0])
            continue
        before, after = found[at - 1] if at else None, following[at]
        if after is None and (before is None or _begins_table(cells, at)):
            last += 1
            before = last
        found.append(before if before is not None else after[0] if after is not None else last)
    return found


def _begins_table(cells: Sequence[Cell | None], at: int) -> bool:
    """Whether what comes behind a cell is the first of a table, and no more of a first cell that is there."""
    cell, before = cells[at], cells[at - 1]
    if cell is None or before is None or cell[1:] != (-1, 0) or cell[0] == before[0]:
        return False
    while before is not None and before[1:] == cell[1:]:
        at -= 1
        before = cells[at - 1] if at else None
    return before is None or before[1:] != (0, 0)


@dataclass
class _Count:
    """The rows of one table so far; `of_base` is the row of the base that the last one is.

    `there` counts those of the base, `came` the new ones by who wrote them.
    """

    writers: Mapping[int, str]
    number: int = -1
    of_base: int | None = None
    last: Cell | None = None
    there: int = 0
    came: Counter[str] = field(default_factory=Counter)

    def row(self, cell: Cell, following: Cell | None) -> int:
        """The row that a cell is in; `following` is the next one of the base."""
        if self.last is None or not self._same_row(cell, self.last, following):
            self.number += 1
            self.of_base = None
            if cell[1] < 0:
                self.came[self._writer(cell)] += 1
        if cell[1] >= 0 and self.of_base is None:
            self.there += 1
        if cell[1] >= 0:
            self.of_base = cell[1]
        self.last = cell
        return self.number

    def _same_row(self, cell: Cell, last: Cell, following: Cell | None) -> bool:
        if cell[2] < last[2]:
            return False
        if cell[1] >= 0 and last[1] < 0:
            return self.of_base == cell[1]
        if cell[1] < 0 <= last[1]:
            return cell[2] > last[2] or last[:2] == (following or ())[:2] or not self._is_further_on(cell, last[1])
        return cell[1] == last[1] and (cell[0] == last[0] or self.of_base is not None)

    def _is_further_on(self, cell: Cell, row: int) -> bool:
        """Whether a cell stands in a row behind one of the base, by the count of the text it is of: that has its own
        new ones, and may lack those that are gone."""
        gone = row + 1 - self.there
        return -1 - cell[1] > row + self.came[self._writer(cell)] - gone

    def _writer(self, cell: Cell) -> str:
        return self.writers.get(cell[0] // _OWN, "")
