"""Signs that nobody sees: they say only where a line may end, or which way it runs, and are no part of any word."""

from __future__ import annotations

from models.draft.late_pattern import late_pattern

UNSEEN_SIGNS = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Them, as the inside of a class of a regular expression."""
_UNSEEN = late_pattern(f"[{UNSEEN_SIGNS}]+")


def holds_unseen(text: str) -> bool:
    """Whether there is any sign in a text that nobody sees."""
    # Of what is printed none is one, and to know that takes a fraction of the time.
    return not text.isascii() and not text.isprintable() and _UNSEEN.search(text) is not None


def as_seen(text: str) -> str:
    """A text without the signs that nobody sees."""
    return _UNSEEN.sub("", text) if holds_unseen(text) else text
