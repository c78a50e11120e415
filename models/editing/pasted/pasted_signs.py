"""Items that are pasted into a list with a dash or another sign before each: they have it, too."""

from __future__ import annotations

from collections.abc import Iterable

from models.editing.edit import Entry
from models.editing.places import is_item
from models.editing.step import Step
from models.editing.typed.before_in_list import others_in_list
from models.editing.typed.written_number import print_number


def go_on_with_signs(step: Step, new: Iterable[Entry]) -> None:
    """Give pasted items that are yet to be counted the sign that the others of their list have for a number."""
    working, keys = step.working, {entry.key for entry in new}
    for position, entry in enumerate(working.entries):
        if entry.key not in keys or not is_item(entry) or entry.printed:
            continue
        others = (working.entries[at] for at in others_in_list(working, position))
        beside = next((one for one in others if one.printed or one.key not in keys), None)
        sign = beside.paragraph.number if beside is not None and beside.printed else None
        if sign and not any(map(str.isalnum, sign)):
            print_number(step, position, sign)
