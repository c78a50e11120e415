"""A dash that is typed before an item, as lists are written by hand: the item has its letter, and needs none."""

from __future__ import annotations

import re

from models.editing.edit import Selection
from models.editing.places import is_item
from models.editing.runs import cut, joined
from models.editing.typed.written_number import BLANKS
from models.editing.working import WorkingText

_SIGN = re.compile(rf"\[*(?P<sign>[•·▪●○‣◦‐-―−*-][{BLANKS}])")


def dash_typed(working: WorkingText, position: int, place: int, typed: str) -> bool:
    """Whether the dash or the sign of a list was typed at the head of an item, and left its words."""
    entry = working.entries[position]
    match = _SIGN.fullmatch(typed)
    if match is None or not is_item(entry):
        return False
    gone = len(match["sign"])
    runs = entry.paragraph.runs
    with working.step("Item", Selection.at(position, place)) as step:
        step.put(position, entry.with_runs(joined(cut(runs, 0, place - gone), cut(runs, place))))
        step.caret(position, place - gone)
    return True
