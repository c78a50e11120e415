"""Which of two parts of a paragraph continue what it came from: those that hold words of it."""

from __future__ import annotations

from models.comparison.words import word_diff
from models.editing.edit import Entry
from models.editing.runs import offset_of
from models.editing.working import WorkingText


def parts_come_from(working: WorkingText, entry: Entry, place: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The base paragraphs that what stands before a place in an entry comes from, and those of what stands behind.

    A part holds none of the words of a base paragraph where the other alone holds as much of them as both together;
    where either does, as when no word is left, the first part is what the paragraph became.
    """
    one: list[int] = []
    two: list[int] = []
    text, offset = entry.text, offset_of(entry.paragraph.runs, place)
    before, behind = text[:offset], text[offset:]
    for origin in entry.came_from:
        old = working.original[origin].text
        # A space between them has gone by now; else a word is cut in two.
        held = max(_held(old, f"{before} {behind}"), _held(old, text))
        first = _held(old, before) >= held
        second = not first and _held(old, behind) >= held
        if not second:
            one.append(origin)
        if not first:
            two.append(origin)
    return tuple(one), tuple(two)


def _held(old: str, new: str) -> int:
    """How much of the words of a text stands in another, in letters and figures: an end mark is no word."""
    return sum(sum(map(str.isalnum, words)) for op, words in word_diff(old, new) if op == "equal")
