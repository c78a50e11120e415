"""Tables of a PDF, told by the white that stands between their columns row after row: they are read as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.reading.pdf.lines import Line
from models.reading.pdf.paragraphs import Block, between_cells

_LEAST, _KEPT = 0.8, 0.5  # of the size: white between two cells, and what of it all rows keep
_FEWEST, _FEWEST_SURE = 3, 2  # rows, and those with wide white or several cells

_WITHIN = 30  # lines


def tables_in(blocks: Sequence[Block]) -> Iterator[int]:
    """The paragraph in which the first table of each page begins, by position."""
    lines = [(at, line) for at, block in enumerate(blocks) for line in block.lines]
    told = -1
    for first, (at, line) in enumerate(lines):
        if line.page != told and _begins(lines, first):
            told = line.page
            yield at


def _begins(lines: Sequence[tuple[int, Line]], first: int) -> bool:
    """Whether a line is the first row of a table."""
    page = lines[first][1].page
    for low, high in between_cells(lines[first][1], _LEAST):
        rows = sure = 0
        for _, line in lines[first : first + _WITHIN]:
            white = between_cells(line, _LEAST)
            kept = [(max(low, a), min(high, b)) for a, b in white if min(high, b) - max(low, a) > _KEPT * line.size]
            if line.page != page or (not kept and line.right > low and line.left < high):
                break  # words across the white
            if kept:
                low, high = kept[0]
                rows, sure = rows + 1, sure + (len(white) > 1 or bool(between_cells(line)))
            if rows >= _FEWEST or sure >= _FEWEST_SURE:
                return True
    return False
