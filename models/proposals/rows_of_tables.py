"""Rows that come into tables: counted anew among those that are there, as Word would."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.draft import Paragraph

Cell = tuple[int, int, int]


def coming(paragraph: Paragraph) -> Paragraph:
    """A paragraph that comes, its row told apart from those of the base: the count of one text is not the other's."""
    if paragraph.cell is None:
        return paragraph
    table, row, column = paragraph.cell
    return replace(paragraph, cell=(table, -1 - row, column))


def rows_counted(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The same paragraphs, their cells by the count of the text they are in now.

    Tables into which nothing comes keep theirs. What comes beside a cell of the base is of its table; it begins a row
    where it stands no further on than what is before it.
    """
    cells = [paragraph.cell for paragraph in paragraphs]
    if not any(cell is not None and cell[1] < 0 for cell in cells):
        return list(paragraphs)
    tables = _tables(cells)
    touched = {tables[at] for at, cell in enumerate(cells) if cell is not None and cell[1] < 0}
    counts: dict[int, _Count] = {}
    found = []
    for paragraph, cell, table in zip(paragraphs, cells, tables, strict=True):
        if cell is None or table is None or table not in touched:
            found.append(paragraph)
            continue
        row = counts.setdefault(table, _Count()).row(cell)
        found.append(replace(paragraph, cell=(table, row, cell[2])))
    return found


def _tables(cells: Sequence[Cell | None]) -> list[int | None]:
    """The table each paragraph is in: for what comes that of the cell beside it, else a new one."""
    last = max((cell[0] for cell in cells if cell is not None), default=-1)
    following: list[Cell | None] = [None] * len(cells)  # the next cell that comes not, None where none is
    for at in range(len(cells) - 1, -1, -1):
        cell = cells[at]
        comes = cell is not None and cell[1] < 0
        following[at] = cell if not comes else following[at + 1] if at + 1 < len(cells) else None
    found: list[int | None] = []
    for at, cell in enumerate(cells):
        if cell is None or cell[1] >= 0:
            found.append(None if cell is None else cell[0])
            continue
        before, after = found[at - 1] if at else None, following[at]
        if before is None and after is None:
            last += 1
        found.append(before if before is not None else after[0] if after is not None else last)
    return found


@dataclass
class _Count:
    """The rows of one table so far; `of_base` is the row of the base that the last one is."""

    number: int = -1
    of_base: int | None = None
    last: Cell | None = None

    def row(self, cell: Cell) -> int:
        if self.last is None or not self._same_row(cell, self.last):
            self.number += 1
            self.of_base = None
        if cell[1] >= 0:
            self.of_base = cell[1]
        self.last = cell
        return self.number

    def _same_row(self, cell: Cell, last: Cell) -> bool:
        if cell[2] < last[2]:
            return False
        if cell[1] >= 0 and last[1] < 0:
            return self.of_base == cell[1]
        return cell[1] == last[1] or (cell[1] < 0 <= last[1])
