"""The language of a working text, found once in its base and remembered."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from models.editing.marks.language_marks import FRENCH, SPANISH, Marks, marks_for, weighed
from models.editing.working import WorkingText

_FOUND: WeakKeyDictionary[WorkingText, tuple[int, int, Marks, bool]] = WeakKeyDictionary()
_ENOUGH = 100


def language(working: WorkingText) -> Marks:
    """The marks of the language most of the text is in; a text of few words is looked at again as it changes."""
    return _known(working)[0]


def joins_in(working: WorkingText, text: str) -> tuple[str, ...]:
    """The words of a paragraph that can be its "and": none of French or Spanish while little tells of the language."""
    marks, sure = _known(working)
    own = marks_for(text, marks)
    return own.joins if sure or own not in (FRENCH, SPANISH) else ()


def _known(working: WorkingText) -> tuple[Marks, bool]:
    known = _FOUND.get(working)
    if known is None or (known[0] != working.version and (known[1] < _ENOUGH or _has_few(working))):
        known = (working.version, working.words, *weighed(entry.text for entry in working.entries))
        _FOUND[working] = known
    return known[2], known[3]


def _has_few(working: WorkingText) -> bool:
    """Whether a text has few words; of one that has more they are not all counted, for a key waits for this."""
    words = 0
    for part in working.stretches.parts:
        words += part.words
        if words >= _ENOUGH:
            return False
    return True


def carry(one: WorkingText, other: WorkingText) -> None:
    """The language of a text is that of a copy of it."""
    if one in _FOUND:
        _FOUND[other] = _FOUND[one]


def language_at(working: WorkingText, position: int) -> Marks:
    """The marks of the language of one paragraph."""
    return marks_for(working.entries[position].text, language(working))
