"""The paragraphs of a text with changes as they are put together: what stays, what stands instead, what is put in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from models.draft import Kind, Paragraph
from models.editing.placed import Origin
from models.taking.numbers_put_in import Way


@dataclass
class Line:
    """A paragraph of the outcome, with the way it has its number, and its place in the union if it stands in order."""

    paragraph: Paragraph
    way: Way
    came_from: tuple[int, ...] = ()
    rank: int | None = None
    put_in: Origin | None = None
    """The paragraph of the drafts that is put in."""


@dataclass
class Plan:
    """What becomes of paragraphs of the text, by their position, and what is put in, by its place in the union."""

    instead: dict[int, list[Line]] = field(default_factory=dict)
    put_in: list[Line] = field(default_factory=list)


def with_new(new: Sequence[Line], lines: Sequence[Line]) -> Iterator[Line]:
    """The lines with what is put in, each behind what has its place before it."""
    at = [number for number, line in enumerate(lines) if line.rank is not None]
    held = [line.rank or 0 for line in lines if line.rank is not None]
    behind: dict[int, list[Line]] = {}
    for line in sorted(new, key=lambda line: line.rank or 0):
        before = bisect_left(held, line.rank or 0)
        start = at[before - 1] + 1 if before else at[0] if at else 0
        behind.setdefault(start, []).append(line)
    number = 0
    for start in sorted(behind):
        yield from lines[number:start]
        number = max(number, start)
        for line in behind[start]:
            while number < len(lines) and lines[number].rank is None and _stays_before(lines[number], line):
                yield lines[number]
                number += 1
            yield line
    yield from lines[number:]


def _stays_before(there: Line, new: Line) -> bool:
    """Whether what is put in stands behind something that has no place: items stay under what they stand under."""
    if there.paragraph.kind is not Kind.SUBPARAGRAPH:
        return False
    return new.paragraph.kind is not Kind.SUBPARAGRAPH or there.paragraph.level > new.paragraph.level
