"""Blanks that are typed behind a number which has left the words: none of them begins the paragraph."""

from __future__ import annotations

import re

from models.editing.edit import Selection
from models.editing.references.before import stood_before
from models.editing.runs import cut, joined
from models.editing.typed.written_number import BLANKS
from models.editing.working import WorkingText
from models.reading.literals import literal, section

_HEAD = re.compile(rf"[\[{BLANKS}]*")
_NO_BLANKS = dict.fromkeys(map(ord, BLANKS))


def blank_typed(working: WorkingText, position: int, place: int, typed: str) -> bool:
    """Whether a blank was typed right behind a number that has left the words, and went as well."""
    if typed[-1] not in BLANKS or not _HEAD.fullmatch(typed) or not _number_went(working, position):
        return False
    entry = working.entries[position]
    runs = entry.paragraph.runs
    with working.step("Blank behind the number", Selection.at(position, place - 1)) as step:
        step.put(position, entry.with_runs(joined(cut(runs, 0, place - 1), cut(runs, place))))
    return True


def _number_went(working: WorkingText, position: int) -> bool:
    """Whether a number left the words by the last step that did more to them than blanks at their head."""
    now = working.entries[position]
    for old in stood_before(working, now):
        if _without_blanks(old.text) != _without_blanks(now.text):
            begins = len(now.text) - len(now.text.lstrip("["))
            gone = old.text[begins : begins + len(old.text) - len(now.text)]
            return (literal(gone) or literal(f"OP{gone}") or section(gone)) is not None
        now = old
    return False


def _without_blanks(text: str) -> str:
    return _HEAD.sub(lambda head: head[0].translate(_NO_BLANKS), text, count=1)
