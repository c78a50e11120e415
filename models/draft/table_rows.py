"""A table as rows of cells: where the columns of a row have a gap, the cell before it reaches over them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from models.draft.paragraph import Paragraph


def spans(columns: Sequence[int], every: int) -> Iterator[int]:
    """Over how many columns each cell of a row reaches, by where they stand among all `every` of the table."""
    return (max(end - start, 1) for start, end in zip(columns, (*columns[1:], every), strict=True))


def reaches(paragraphs: Iterable[Paragraph]) -> Mapping[tuple[int, int, int], int]:
    """Of each cell of the tables of a text, over how many columns it reaches."""
    rows: dict[tuple[int, int], set[int]] = {}
    for one in paragraphs:
        if one.cell is not None:
            rows.setdefault(one.cell[:2], set()).add(one.cell[2])
    every: dict[int, int] = {}
    for (table, _), columns in rows.items():
        every[table] = max(every.get(table, 0), max(columns) + 1)
    found: dict[tuple[int, int, int], int] = {}
    for (table, row), columns in rows.items():
        placed = sorted(columns)
        found |= {(table, row, column): over for column, over in zip(placed, spans(placed, every[table]), strict=True)}
    return found


def table_rows(paragraphs: Iterable[Paragraph]) -> Iterator[list[tuple[list[Paragraph], int]]]:
    """The rows of one table: what each cell holds, and over how many columns it reaches.

    One that begins after the first column begins with a cell that holds nothing.
    """
    cells = [(cell, list(group)) for cell, group in groupby(paragraphs, key=lambda one: one.cell) if cell is not None]
    every = max((cell[2] for cell, _ in cells), default=0) + 1
    for _, group in groupby(cells, key=lambda one: one[0][1]):
        row = [(cell[2], held) for cell, held in group]
        if row[0][0]:
            row.insert(0, (0, []))
        yield list(zip((held for _, held in row), spans([column for column, _ in row], every), strict=True))
