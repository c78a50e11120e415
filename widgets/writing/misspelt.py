"""What is known of the spelling of paragraphs: found off the window's thread, kept while one types on."""

from __future__ import annotations

from dataclasses import dataclass

from models.editing.edit import Entry
from models.editing.runs import shown
from models.spelling.speller import Misspelt

_MOST = 20_000
"""Paragraphs of which something is known: more than a text in sight ever has."""


@dataclass(frozen=True, slots=True)
class Known:
    """The misspelt words of a paragraph; `looked_at` where it reads now as it did when they were found."""

    entry: Entry
    words: tuple[Misspelt, ...] = ()
    looked_at: bool = True


class KnownSpelling:
    """By paragraph, what is misspelt in it, as far as that is known."""

    def __init__(self) -> None:
        self._by_key: dict[int, Known] = {}

    def forget(self) -> None:
        """Another text."""
        self._by_key = {}

    def doubt(self) -> None:
        """Other words are right than before; what is known stands until each paragraph was looked at again."""
        self._by_key = {key: Known(one.entry, one.words, looked_at=False) for key, one in self._by_key.items()}

    def learn(self, entry: Entry, words: tuple[Misspelt, ...]) -> bool:
        """A paragraph was looked at; whether something else is misspelt in it than was known."""
        if len(self._by_key) >= _MOST:
            self._by_key = {}
        before = self._by_key.get(entry.key)
        self._by_key[entry.key] = Known(entry, words)
        return (before.words if before is not None else ()) != words

    def of(self, entry: Entry) -> Known:
        """What is known of a paragraph as it reads now: of one that was written in, the words beside what is new."""
        known = self._by_key.get(entry.key)
        if known is None:
            return Known(entry, looked_at=False)
        if known.entry is entry:
            return known
        # At each key: paragraphs without misspelt words, as most are, are not even compared.
        words = _kept(known, entry) if known.words else ()
        one, two = known.entry.paragraph, entry.paragraph
        now = Known(entry, words, known.looked_at and (one is two or one == two))
        self._by_key[entry.key] = now
        return now


def _kept(known: Known, entry: Entry) -> tuple[Misspelt, ...]:
    """The misspelt words that were not written in or beside, at their new places."""
    old, new = shown(known.entry.paragraph.runs), shown(entry.paragraph.runs)
    if old == new:
        return known.words
    start = _same(old, new)
    end = _same(old[start:][::-1], new[start:][::-1])
    more, rest = len(new) - len(old), len(old) - end
    return tuple(
        one if one.end < start else Misspelt(one.start + more, one.end + more, one.word)
        for one in known.words
        if one.end < start or one.start > rest
    )


def _same(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
