"""The words of a paragraph in part as one draft has it and in part as another, each note both cite standing once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from models.comparison.words.marked import Words
from models.draft import Paragraph, Run


def mixed(old: Paragraph, new: Paragraph, words: Words, take: Collection[int]) -> list[Run]:
    """The runs of the old paragraph with those parts of its words, by their number, that are taken of the new one."""
    parts: list[tuple[bool, list[tuple[Run, ...]]]] = []
    at_old = at_new = 0
    for number, (op, text) in enumerate(words):
        end_old = at_old + (len(text) if op != "insert" else 0)
        end_new = at_new + (len(text) if op != "delete" else 0)
        sides = [tuple(_between(old.runs, at_old, end_old)), tuple(_between(new.runs, at_new, end_new))]
        if op != "equal":
            sides[op == "delete"] = ()
        parts.append((op == "equal" or (op == "insert") == (number in take), sides))
        at_old, at_new = end_old, end_new
    once = [{note for note in one.footnotes if one.footnotes.count(note) == 1} for one in (old, new)]
    stands = _standing(parts, once[0] & once[1])
    runs: list[Run] = []
    for number, (stays, sides) in enumerate(parts):
        own = 0 if sides[0] else 1
        kept = [
            run
            for run in sides[own]
            if stays and (run.footnote is None or stands.get(run.footnote, (number, own)) == (number, own))
        ]
        others = [
            (at if stays else 0, run)
            for side, its in enumerate(sides)
            for at, run in _cited(its, [note for note, place in stands.items() if place == (number, side)])
            if not stays or side != own
        ]
        runs += _with_marks(kept, others)
    return runs


def _standing(
    parts: Sequence[tuple[bool, Sequence[Sequence[Run]]]], notes: Collection[int]
) -> dict[int, tuple[int, int]]:
    """In which part, and on which side of it, each note stands that both paragraphs cite: once, whatever is taken.

    Words that are taken say it before those that stay; where it went with its words it stays where these were.
    """
    found: dict[int, tuple[int, int, int]] = {}
    for number, (stays, sides) in enumerate(parts):
        for side, its in enumerate(sides):
            rank = 0 if not stays else 2 if not side else 1 if sides[0] else 3
            for _, run in _cited(its, notes):
                if run.footnote is not None:
                    found[run.footnote] = max(found.get(run.footnote, (-1, 0, 0)), (rank, number, side))
    return {note: (number, side) for note, (_, number, side) in found.items()}


def _cited(runs: Iterable[Run], notes: Collection[int]) -> Iterable[tuple[int, Run]]:
    """The marks of some notes, each with its offset in the text of the runs."""
    at = 0
    for run in runs:
        if run.footnote in notes:
            yield at, run
        at += len(run.text)


def _with_marks(runs: Iterable[Run], marks: Iterable[tuple[int, Run]]) -> Iterable[Run]:
    """Runs with marks of notes at offsets of their text; of several at one place those that stand there are first."""
    left = sorted(marks, key=lambda mark: mark[0])
    at = 0
    for run in runs:
        while left and run.text and left[0][0] < at + len(run.text):
            offset, mark = left.pop(0)
            if offset > at:
                yield replace(run, text=run.text[: offset - at])
                run, at = replace(run, text=run.text[offset - at :]), offset
            yield mark
        yield run
        at += len(run.text)
    yield from (mark for _, mark in left)


def _between(runs: Iterable[Run], start: int, end: int) -> Iterable[Run]:
    """The runs between two offsets of the text; a note mark belongs to the words it follows."""
    at = 0
    for run in runs:
        if run.footnote is not None:
            if start < at <= end or at == start == 0:
                yield run
            continue
        first, last = max(start, at), min(end, at + len(run.text))
        if first < last:
            yield replace(run, text=run.text[first - at : last - at])
        at += len(run.text)
