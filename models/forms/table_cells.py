"""What is printed of a row, a column or a table: its cells side by side, each with its words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from models.comparison.change import Change, Comparison
from models.comparison.words.marked import Words
from models.comparison.words.readable import readable
from models.forms.pieces import DELETE, EQUAL, INSERT, Piece, lines
from models.telling.rows import Shown, cell_lines

_BETWEEN = " | "


def cells(
    comparison: Comparison, shown: Shown, *, plain_words: bool = False
) -> Iterator[tuple[tuple[Piece, ...], ...]]:
    """Line by line the cells to print; several paragraphs of a cell are parted by a line feed."""
    for line in _lines(comparison, shown):
        yield tuple(tuple(_pieces(comparison, cell, plain_words)) for cell in line)


def cell_words(comparison: Comparison, shown: Shown, *, plain_words: bool = False) -> Words:
    """The same as words in a row: cells parted by a bar, lines by a line feed."""
    found: list[tuple[str, str]] = []
    for number, line in enumerate(_lines(comparison, shown)):
        for place, cell in enumerate(line):
            for at, change in enumerate(cell):
                words = change.words if plain_words else readable(change.words)
                between = " " if at else _BETWEEN if place else "\n" if number else ""
                if between:
                    found.append((_joint(found, words), between))
                found += words
    return tuple((op, "".join(text for _, text in group)) for op, group in groupby(found, key=lambda words: words[0]))


def _joint(before: list[tuple[str, str]], after: Words) -> str:
    """How a bar is written: as the words on both sides of it, where these were written alike."""
    ops = {before[-1][0] if before else EQUAL, after[0][0] if after else EQUAL}
    return next(iter(ops)) if len(ops) == 1 and ops <= {DELETE, INSERT} else EQUAL


def _pieces(comparison: Comparison, cell: list[Change], plain_words: bool) -> Iterator[Piece]:
    first = True
    for change in cell:
        for line in lines(comparison, change, plain_words=plain_words):
            if not first:
                yield Piece(EQUAL, "\n")
            first = False
            yield from line.pieces


def _lines(comparison: Comparison, shown: Shown) -> list[list[list[Change]]]:
    """The rows of what is shown, cell by cell; a column is laid along a line, which takes less room."""
    lines = cell_lines(comparison, shown.unit.changes)
    return [[cell for line in lines for cell in line]] if shown.unit.what == "column" else lines
