"""Letters that are the same to who looks for words: an accent counts for nothing, a letter of its own does.

The rule is the first level of the root collation of CLDR for searching (UTS 35, part 5; its weights are those of
UTS 10): accents of Latin, Greek and Cyrillic letters count for nothing, “ё” is “е”, but “й” is not “и”; nor do the
points of Hebrew and Arabic, the tatweel, and the hamza on a letter; “ى” is “ي”, and “ة” is “ه”. Two letters drawn as
one, as “ﬁ” and “œ”, are those two, and one drawn wider is the same. What says only where a line may end, or which way
it runs, as the soft hyphen, counts for nothing at any level.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from models.draft.unseen_signs import UNSEEN_SIGNS, as_seen

_DRAWN = (
    "\u0132\u0133\u01c4-\u01cc\u01f1-\u01f3\ufb00-\ufb17\ufb4f-\ufdff\ufe70-\ufefc"
    "\uff10-\uff19\uff21-\uff3a\uff41-\uff5aŒœÆæẞß"
)
"""Letters in a form that is no matter of spelling: ligatures, those of Arabic, full width."""
_AS_TWO = {"Œ": "OE", "œ": "oe", "Æ": "AE", "æ": "ae", "ẞ": "SS", "ß": "ss"}
"""Those of them that are two letters to who looks for words, and a letter of its own to Unicode."""
_IS_DRAWN = re.compile(f"[{_DRAWN}]+")
_OTHERWISE_LONG = re.compile(f"[{UNSEEN_SIGNS}{_DRAWN}]")
_COUNTS_FOR_NOTHING = re.compile(
    f"[{UNSEEN_SIGNS}"
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]+"
)
_SAME = dict(zip("øØłŁđĐىة", "oOlLdDيه", strict=True))
"""Letters that have no accent to be taken off."""
_HAVE_SAME = re.compile(f"[{''.join(_SAME)}]")
_MAY_BE_PARTED = (
    r"\P{M}?\p{M}+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\uac00-\ud7a3][\u11a8-\u11c2]"
    r"|[\u0374\u037e\u0387\u0900-\u0dff\u0f00-\u0fff\u1f00-\u1fff\u2000\u2001\u2126\u212a\u212b\u2329\u232a]"
    rf"|[{UNSEEN_SIGNS}]|[\u2adc\uf900-\ufb4f\U0001d15e-\U0001d1c0\U0002f800-\U0002fa1f]"
)
"""Letters with what is set on them, Korean ones in their parts, and signs that stand for another."""
_MAY_BE_ALIKE = _MAY_BE_PARTED + rf"|[{_DRAWN}\u00c0-\u024f\u0386-\u03ce\u0400-\u04ff\u0621-\u06d3\u1e00-\u1eff]"


def composed(text: str) -> str:
    """A text whose letters are one sign each."""
    return unicodedata.normalize("NFC", text)


def spelt(text: str) -> str:
    """A text whose letters are one sign each, without what is no letter and counts for nothing."""
    return composed(as_seen(text))


def folded(text: str) -> str:
    """A text in which letters that are the same to who looks for words are one; capitals stay, letters composed."""
    if text.isascii():
        return text
    text = _IS_DRAWN.sub(lambda match: _AS_TWO.get(match[0]) or unicodedata.normalize("NFKD", match[0]), text)
    parted = unicodedata.normalize("NFD", text).replace("и\u0306", "й").replace("И\u0306", "Й")
    return composed(_HAVE_SAME.sub(lambda match: _SAME[match[0]], _COUNTS_FOR_NOTHING.sub("", parted)))


class _Letter(NamedTuple):
    """A letter that became another: from where to where it is in the words as turned, and in those given."""

    first: int
    last: int
    start: int
    end: int


class Turned(NamedTuple):
    """Words with other letters, and where those are that are others."""

    words: str
    letters: Sequence[_Letter] = ()

    def as_given(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of them, of at least one sign, is in the words given."""
        return (self._place(start).start, self._place(end - 1).stop) if self.letters else (start, end)

    def _place(self, place: int) -> range:
        """Where one sign is in the words given; all of a letter that became another."""
        before = bisect_right(self.letters, place, key=lambda letter: letter.first) - 1
        if before < 0:
            return range(place, place + 1)
        letter = self.letters[before]
        if place < letter.last:
            return range(letter.start, letter.end)
        there = letter.end + place - letter.last
        return range(there, there + 1)


def turned(words: str, turn: Callable[[str], str]) -> Turned:
    """Words turned by `composed`, `spelt` or `folded`, letter by letter."""
    became = words if words.isascii() else turn(words)
    # Of other composed letters none becomes several: where as many are left, each stands where it stood.
    as_many = len(became) == len(words) and unicodedata.is_normalized("NFC", words)
    if became == words or (as_many and not _OTHERWISE_LONG.search(words)):
        return Turned(became)
    import regex as expressions  # seven milliseconds that no start of the program has to wait for

    made: list[str] = []
    letters: list[_Letter] = []
    at = long = 0
    for match in expressions.finditer(_MAY_BE_PARTED if turn is composed else _MAY_BE_ALIKE, words):
        start, end = match.span()
        letter = turn(match[0])
        if letter != match[0]:
            made += (words[at:start], letter)
            first = long + start - at
            at, long = end, first + len(letter)
            letters.append(_Letter(first, long, start, end))
    return Turned("".join((*made, words[at:])), letters)
