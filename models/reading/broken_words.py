"""Hyphens at the ends of lines: whether they only break a word there, or are the word's own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

SOFT = "\u00ad"
SUSPENDED = re.compile(r"(?:and|or|to|et|ou|y|e|o|u|и|или)(?![\w-])")
"""What a hyphen stands before that is the word's own: "gender- and age-based", but not "face-to-face"."""
_LONGEST = 100
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HEAD = re.compile(r"(?:[^\W\d_]+-)*[^\W\d_]{2,}$")
_TAIL = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*")


class BrokenWords:
    """What some texts and the `usual` words of a language tell: a hyphen breaks a word that stands whole in them, where
    the word with a hyphen stands nowhere. Words are taken with their other hyphens: "day-to-day" is no "today"."""

    def __init__(self, texts: Iterable[str], usual: Collection[str] = ()) -> None:
        self._texts, self._usual = texts, usual
        self._seen: frozenset[str] | None = None

    def breaks(self, before: str, after: str) -> bool:
        """Whether the hyphen between the end of a line, given without it, and the next line only breaks a word."""
        head, tail = _HEAD.search(before[-_LONGEST:]), _TAIL.match(after[:_LONGEST])
        if head is None or tail is None or not tail[0][0].islower() or SUSPENDED.match(after):
            return False
        if self._seen is None:
            self._seen = frozenset(word for text in self._texts for word in _WORD.findall(text.casefold()))
        whole, parted = (f"{head[0]}{hyphen}{tail[0]}".casefold() for hyphen in ("", "-"))
        return (whole in self._seen or whole in self._usual) and parted not in self._seen
