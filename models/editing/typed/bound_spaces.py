"""The space that is typed before a mark of two parts, or within quotation marks, as its language binds it: “agir ;”."""

from __future__ import annotations

import re

from models.editing.edit import TYPING, Selection
from models.editing.marks.language_marks import marks_for
from models.editing.marks.language_memory import language
from models.editing.runs import cut, like, replaced, shown
from models.editing.working import WorkingText

_BOUND = re.compile(r"(?<=\S)(?P<space> )(?=[;:?!»])|(?<=«)(?P<within> )")


def space_bound(working: WorkingText, position: int, place: int, since: int) -> None:
    """Bind the spaces beside the marks that were just typed between two places, as a step of its own.

    It is the space that the program itself writes before a mark at the end of a paragraph, so it goes with that.
    """
    last = working.undo_list.last
    if not working.punctuates or last is None or last.words != TYPING:
        return
    entry = working.entries[position]
    found = _typed_at(shown(entry.paragraph.runs), place, since)
    space = marks_for(entry.text, language(working)).space if found else ""
    if not space:
        return
    runs = entry.paragraph.runs
    for at in found:
        runs = replaced(runs, at, at + 1, [like(run, space) for run in cut(runs, at, at + 1)])
    with working.step("Bound space", Selection.at(position, place)) as step:
        step.put(position, entry.with_runs(runs))
        step.caret(position, place)


def bound_beside(working: WorkingText, words: str, place: int, since: int) -> tuple[list[int], str]:
    """Where spaces stand that were just bound by what was typed between two places of the words of a note, and the one
    that each becomes."""
    found = _typed_at(words, place, since) if working.punctuates else []
    space = marks_for(words, language(working)).space if found else ""
    return (found, space) if space else ([], "")


def _typed_at(words: str, place: int, since: int) -> list[int]:
    since = max(0, min(since, place))
    beside = _BOUND.finditer(words, max(0, since - 1), place)
    return [one.start() for one in beside if one.start() >= since or one["space"] is not None]
