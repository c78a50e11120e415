"""The order of reading on a page: the lines as they come down, or one column after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.reading.pdf.lines import Line

_FEWEST = 6  # lines with the same white between their parts
_WHITE = 1.0  # of the size
_NARROWEST = 8.0  # of the size, on either side


@dataclass(frozen=True, slots=True)
class Flow:
    """Lines that are read one after the other, and the edges that most of them keep."""

    lines: tuple[Line, ...]
    left: float
    right: float


def flows_of(lines: Sequence[Line], left: float, right: float) -> list[Flow]:
    """The flows of a page in the order of reading; `left` and `right` are the usual edges of its text."""
    found = _gutter(lines)
    if found is None:
        return [Flow(tuple(lines), left, right)] if lines else []
    start, end, gutter = found
    middle = [_parted(line, gutter) for line in lines[start:end]]
    columns = [[part[0] for part in middle if part[0]], [part[1] for part in middle if part[1]]]
    flows = [Flow(tuple(lines[:start]), left, right)]
    flows += [
        Flow(tuple(line for line in column if line), *edges(line for line in column if line)) for column in columns
    ]
    return [*(flow for flow in flows if flow.lines), *flows_of(lines[end:], left, right)]


def edges(lines: Iterable[Line]) -> tuple[float, float]:
    """The left and the right edge that most lines keep."""
    lefts: Counter[float] = Counter()
    rights: Counter[float] = Counter()
    for line in lines:
        lefts[round(line.left)] += 1
        rights[round(line.right)] += 1
    if not lefts:
        return 0.0, 0.0
    return lefts.most_common(1)[0][0], rights.most_common(1)[0][0]


def _gaps(line: Line) -> list[tuple[float, float]]:
    """The wide white within a line, with enough text on either side of it."""
    wide = _NARROWEST * line.size
    return [(a, b) for a, b, _ in line.white(_WHITE) if a - line.left > wide and line.right - b > wide]


def _gutter(lines: Sequence[Line]) -> tuple[int, int, float] | None:
    """The first stretch of lines that keeps the same white all the way down: its start, its end, where the white is."""
    gaps = [_gaps(line) for line in lines]
    if sum(map(bool, gaps)) < _FEWEST:
        return None
    for first, own in enumerate(gaps):
        for low, high in own:
            end, parts = first, 0
            while end < len(lines):
                fitting = [(max(low, a), min(high, b)) for a, b in gaps[end] if min(high, b) - max(low, a) > 2]
                aside = lines[end].right <= low + 1 or lines[end].left >= high - 1
                if fitting:
                    low, high = fitting[0]
                    parts += 1
                elif not aside:
                    break
                end += 1
            if parts >= _FEWEST:
                return first, end, (low + high) / 2
    return None


def _parted(line: Line, gutter: float) -> tuple[Line | None, Line | None]:
    """What of a line stands left and right of the white."""
    left = [span for span in line.spans if span[1] < gutter]
    right = [span for span in line.spans if span[1] >= gutter]
    return line.without(right), line.without(left)
