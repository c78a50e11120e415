"""The footnotes of the merged text: which there are, in what order, and their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.draft import Footnote, Run
from models.merging.sides import BASE, OURS, THEIRS, Side

Sides = tuple[Side, Side, Side]


@dataclass(frozen=True)
class Gathered:
    """Keys in the order of the notes, the id of each, and the mark of each."""

    keys: tuple[str, ...]
    ids: dict[str, int]
    marks: dict[str, str]


def gather(sides: Sides, cited: Sequence[str]) -> Gathered:
    """The notes of a text that cites these keys in this order.

    Where one side has just these notes their ids and marks are its own; else they are numbered as they are cited.
    """
    wanted = _wanted(sides, cited)
    pick = _pick([[(key, note.id, note.mark) for key, note in side.notes.items()] for side in sides])
    if pick is not None and set(sides[pick].notes) == wanted:
        notes = sides[pick].notes
        missing = {key: int(key[1:]) for key in cited if key not in notes}
        return Gathered(
            tuple(notes),
            {key: note.id for key, note in notes.items()} | missing,
            {key: note.mark for key, note in notes.items()},
        )
    order = [key for key in dict.fromkeys(cited) if key in wanted]
    order += [key for key in _every(sides) if key in wanted and key not in set(order)]
    ids = {key: number for number, key in enumerate(order, 1)}
    marks, number = {}, 0
    for key in order:
        mark = next(side.notes[key].mark for side in (sides[OURS], sides[THEIRS], sides[BASE]) if key in side.notes)
        if mark.isdecimal():
            number += 1
            mark = str(number)
        marks[key] = mark
    unknown = [key for key in dict.fromkeys(cited) if key not in ids]
    return Gathered(tuple(order), ids | {key: len(order) + n for n, key in enumerate(unknown, 1)}, marks)


def _pick(lists: Sequence[Sequence[tuple[str, int, str]]]) -> int | None:
    """The side whose list of notes holds: of the one that changed it, if only one did."""
    base, ours, theirs = lists
    if ours in (base, theirs):
        return THEIRS
    return OURS if theirs == base else None


def _every(sides: Sides) -> list[str]:
    return list(dict.fromkeys(key for side in (sides[BASE], sides[OURS], sides[THEIRS]) for key in side.notes))


def _wanted(sides: Sides, cited: Sequence[str]) -> set[str]:
    """Notes that are cited, and those that stand uncited in a side and were not deleted by the other."""
    base, ours, theirs = sides
    wanted = {key for key in cited if any(key in side.notes for side in sides)}
    uncited = [_uncited(side) for side in sides]
    for key in _every(sides):
        if key in wanted or not any(key in one for one in uncited):
            continue
        there = key in ours.notes, key in theirs.notes
        if all(there) or (any(there) and key not in base.notes):
            wanted.add(key)
    return wanted


def _uncited(side: Side) -> set[str]:
    cited = {side.key(note) for paragraph in side.draft.paragraphs for note in paragraph.footnotes}
    return set(side.notes) - cited


def written(gathered: Gathered, key: str, runs: Sequence[Run]) -> Footnote:
    """A note with its id and mark."""
    return Footnote(gathered.ids[key], gathered.marks[key], tuple(runs))
