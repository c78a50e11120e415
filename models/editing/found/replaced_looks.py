"""How words look that are put in the place of others: as those they stand for; an opening alone is in italics."""

from __future__ import annotations

from dataclasses import replace

from models.draft import Run
from models.editing.runs import Runs, cut, joined, replaced
from models.editing.typed.openings import italic_opening


def in_place_of(old: Runs, new: str, after: str = "") -> Runs:
    """New words as runs that look like the runs they replace; `after` are the words that follow them.

    Note marks among what is replaced stay: where the words around them do, else behind the new ones. What both begin
    and end with keeps its looks. Between, all looks as the first letter replaced did; where that was the opening's
    italics and not all of it, or where these end in what is replaced, only what opens the new words is in italics.
    """
    words = "".join(run.text for run in old)
    marks, old = _marks(old), tuple(run for run in old if run.footnote is None)
    head = _same(words, new)
    tail = _same(words[head:][::-1], new[head:][::-1])
    middle, wanted = cut(old, head, len(words) - tail), new[head : len(new) - tail]
    looks = middle or cut(old, max(head - 1, 0), max(head, 1))
    parts = [Run(wanted, looks[0].italic, looks[0].bold, looks[0].underline)] if wanted else []
    several = len({run.marks for run in middle}) > 1
    if wanted and (several or (looks[0].italic and _opens_to_its_end(words, after))):
        known = italic_opening(new + after)
        end = max((known.end if known is not None else 0) - head, 0)
        if known is not None and end < len(wanted) and (end or not several):
            first, last = looks[0], looks[-1] if several else replace(looks[0], italic=False)
            parts = [
                Run(part, look.italic, look.bold, look.underline)
                for part, look in ((wanted[:end], first), (wanted[end:], last))
            ]
    runs = joined(cut(old, 0, head), parts, cut(old, len(words) - tail))
    behind = head + len(wanted.rstrip())
    for at, mark in reversed(marks):
        place = at if at <= head else max(behind, at + len(new) - len(words))
        runs = replaced(runs, place, place, [mark])
    return runs


def _opens_to_its_end(words: str, after: str) -> bool:
    """Whether words that others follow are an opening, or end as one does."""
    known = italic_opening(words + after)
    return known is not None and known.end == len(words)


def _marks(runs: Runs) -> list[tuple[int, Run]]:
    """The note marks among runs, and how many letters stand before each."""
    found, letters = [], 0
    for run in runs:
        if run.footnote is not None:
            found.append((letters, run))
        letters += len(run.text)
    return found


def _same(one: str, two: str) -> int:
    """With how many letters two texts begin alike, whole words of both."""
    count = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    while count and one[count - 1].isalnum() and any(text[count : count + 1].isalnum() for text in (one, two)):
        count -= 1
    return count
