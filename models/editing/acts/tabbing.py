"""The key Tab: behind a number that was typed it makes it that, as a space does; elsewhere it goes one level deeper."""

from __future__ import annotations

import contextlib

from models.draft import Run
from models.editing.acts.levels import deeper
from models.editing.edit import Selection
from models.editing.places import fitting
from models.editing.runs import offset_of, replaced
from models.editing.table_cells import in_cell
from models.editing.typed.typed_numbers import LONGEST, number_typed
from models.editing.working import WorkingText


class _NoNumber(Exception):
    """What stands before the caret is no number."""


def tab(working: WorkingText, selection: Selection) -> None:
    """Tab: "1.", "(a)" or "II." typed before the caret is the number of the paragraph; else it goes one deeper."""
    if not _number_tabbed(working, selection):
        deeper(working, selection)


def _number_tabbed(working: WorkingText, selection: Selection) -> bool:
    """Whether what stands before the caret is a number, which then is one."""
    if not selection.empty or not working.entries:
        return False
    head = fitting(selection.head, working.entries)
    entry, place = working.entries[head.position], head.place
    typed = f"{entry.text[: offset_of(entry.paragraph.runs, place)]} "
    if not place or len(typed) > LONGEST or in_cell(entry):
        return False
    words = f"Number {typed.strip(' [.')}"
    with contextlib.suppress(_NoNumber), working.step(words, selection) as step:
        step.put(head.position, entry.with_runs(replaced(entry.paragraph.runs, place, place, (Run(" "),))))
        if not number_typed(working, head.position, place + 1, typed, 0, tabbed=True):
            raise _NoNumber
        return True
    return False
