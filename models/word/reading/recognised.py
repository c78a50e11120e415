"""The structure of a text, taken from the last readings where the same paragraphs were among them.

What is written on a file and read back says, before its structure is recognised, what that file or the new one said.
"""

from __future__ import annotations

from models.draft import Draft
from models.reading.reading import ReadingWarning
from models.reading.structure import recognise

Recognised = tuple[Draft, tuple[Draft, tuple[ReadingWarning, ...]]]
"""The paragraphs of a file as they were read, and what `recognise` made of them."""

_KEPT = 2  # an old text and a new one
_last: tuple[Recognised, ...] = ()


def recognised(read: Draft, *, keep: bool = False) -> tuple[Draft, tuple[ReadingWarning, ...]]:
    """What `recognise` makes of paragraphs; `keep`: they may be read again."""
    for known, found in _last:
        if known == read:
            return found
    found = recognise(read)
    if keep:
        learn(((read, found),))
    return found


def last() -> tuple[Recognised, ...]:
    """What is kept of this process, for another to `learn`."""
    return _last


def learn(found: tuple[Recognised, ...]) -> None:
    """Keep what was recognised in another process."""
    global _last
    _last = (*_last, *found)[-_KEPT:]
