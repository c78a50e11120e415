"""Paragraphs whose lines are paragraphs of a resolution: whoever wrote them ended each line, and no paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from models.draft import Kind, Paragraph
from models.reading.literals import end_mark, literal
from models.reading.openings import opening
from models.reading.reading import ReadingWarning

_ENDS = frozenset(",;:.")
_MOST = 500  # lines of a text that are looked at: enough to tell
_ONE = (
    "A line within this paragraph reads as a paragraph of its own; where it is one, end the line before it with Enter "
    "in place of a line break (Shift+Enter)."
)
_SEVERAL = (
    "{} lines within this paragraph read as paragraphs of their own; where they are, end each with Enter in place of a "
    "line break (Shift+Enter)."
)


def lines_in_one(paragraphs: Sequence[Paragraph]) -> Iterator[ReadingWarning]:
    """The paragraphs in which lines begin as paragraphs do, behind lines that end so; cells of tables aside."""
    left = _MOST
    for position, paragraph in enumerate(paragraphs):
        if paragraph.cell is not None or paragraph.kind is Kind.MASTHEAD or "\n" not in (text := paragraph.text):
            continue
        lines = [line for line in text.split("\n", left)[:left] if line.strip()]
        left -= len(lines)
        count = sum(end_mark(before) in _ENDS and _begins(line) for before, line in pairwise(lines))
        if count:
            yield ReadingWarning(position, "lines-in-one", _ONE if count == 1 else _SEVERAL.format(count))


def _begins(line: str) -> bool:
    """Whether a line begins as a paragraph does: with a number or a letter in brackets, or with a known opening."""
    found = literal(line)
    return (found is not None and found.style != "bullet") or opening(line) is not None
