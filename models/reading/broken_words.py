"""Hyphens at the ends of lines: whether they only break a word there, or are the word's own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

SOFT = "\u00ad"
_PART = re.compile(r"[^\W\d_]+$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_AT_END = re.compile(r"(?P<head>[^\W\d_]{2,})-(?=[ \t]*\n[ \t]*(?P<tail>[^\W\d_]{2,}))")


def parts_of(before: str, after: str) -> tuple[str, str] | None:
    """The two parts of a word over the end of a line, whose hyphen is left out; None where no setter would break it."""
    head, tail = _PART.search(before), re.match(r"[^\W\d_]+", after)
    if head is None or tail is None or not tail[0][0].islower():
        return None
    return head[0].casefold(), tail[0].casefold()


class BrokenWords:
    """What some lines and the `usual` words of a language tell: a hyphen breaks a word that stands whole in them, where
    the word with a hyphen stands nowhere."""

    def __init__(self, lines: Iterable[str], usual: Collection[str] = ()) -> None:
        self._lines, self._usual = lines, usual
        self._seen: frozenset[str] | None = None

    def breaks(self, before: str, after: str) -> bool:
        """Whether the hyphen between the end of a line, given without it, and the next line only breaks a word."""
        parts = parts_of(before, after)
        if parts is None or min(map(len, parts)) < 2:
            return False
        if self._seen is None:
            self._seen = frozenset(word for line in self._lines for word in _WORD.findall(line.casefold()))
        head, tail = parts
        return (head + tail in self._seen or head + tail in self._usual) and f"{head}-{tail}" not in self._seen


def with_soft_ends(text: str, usual: Collection[str] = ()) -> str:
    """A text in which the hyphens at the ends of lines that only break a word are soft ones, which no word keeps."""
    if "-\n" not in text and "- \n" not in text:
        return text
    broken = BrokenWords(text.split("\n"), usual)
    return _AT_END.sub(lambda at: at["head"] + (SOFT if broken.breaks(at["head"], at["tail"]) else "-"), text)
