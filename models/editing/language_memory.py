"""The language of a working text, found once in its base and remembered."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from models.editing.language_marks import Marks, language_of, marks_for
from models.editing.working import WorkingText

_FOUND: WeakKeyDictionary[WorkingText, tuple[int, Marks]] = WeakKeyDictionary()
_ENOUGH = 100


def language(working: WorkingText) -> Marks:
    """The marks of the language most of the text is in; a text begun empty is looked at again until it has words."""
    words, found = _FOUND.get(working, (-1, None))
    if found is None or (words < _ENOUGH and words != working.words):
        found = language_of(entry.text for entry in working.entries)
        _FOUND[working] = (working.words, found)
    return found


def carry(one: WorkingText, other: WorkingText) -> None:
    """The language of a text is that of a copy of it."""
    if one in _FOUND:
        _FOUND[other] = _FOUND[one]


def language_at(working: WorkingText, position: int) -> Marks:
    """The marks of the language of one paragraph."""
    return marks_for(working.entries[position].text, language(working))
