"""The words of a paragraph that are spelt: no symbols, numbers, capitals, addresses, or words cut by a bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.draft.late_pattern import late_pattern
from models.draft.numbering import SUFFIX_WORDS, SUFFIXES

_CHUNK = late_pattern(r"[^\s\u2014\ufffc]+")
_WORD = late_pattern(r"[^\W\d_]+(?:[’'\u2010\u2011-][^\W\d_]+)*")
_NO_WORDS = late_pattern(r"[\d²³]|@|://|www\.|[_\\<>=#%&*+|~^]|[^\W\d_]\.[^\W\d_]")
"""What makes of something between two spaces a symbol, an address or an abbreviation."""
_CUT = late_pattern(r"[^\W\d_][\[\](){}]+[^\W\d_]")
"""Letters on both sides of a bracket: "State[s]", "State(s)"."""
_BEGINS = late_pattern(r"(?:^|(?<!\b(?:Mr|Ms|Dr|St))(?<!\bMrs)(?<!\bv)[.!?…])[\s\"“”‘«»\[\](*\u2014–-]*\Z")
_ROMAN = late_pattern(r"[ivxlc]+")
_NUMBER = late_pattern(rf"[\d)](?:\s(?:{SUFFIX_WORDS}))*\s\Z", re.IGNORECASE)
_LONGEST_NUMBER = 24
_PARTS = late_pattern(r"[\u2010\u2011-]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands: code points of the text; `begins` where a sentence may begin with it."""

    start: int
    end: int
    text: str
    begins: bool = False


def words_of(text: str) -> Iterator[Word]:
    """The words of a text that are spelt, in their order; a note mark (U+FFFC) stands for no letter."""
    for chunk in _CHUNK.finditer(text):
        letters = chunk[0]
        if _NO_WORDS.search(letters.rstrip(".,;:!?…)]”’»\"'*")) or _CUT.search(letters):
            continue
        found = list(_WORD.finditer(letters))
        if "/" in letters and any(word[0].isupper() for word in found):
            continue
        for word in found:
            start = chunk.start() + word.start()
            if _is_spelt(word[0]) and not _numbers(text, start, word[0]):
                yield Word(start, start + len(word[0]), word[0], _begins(text, start))


def _is_spelt(word: str) -> bool:
    # One letter numbers something, as twice the same does behind "(z)"; a capital within is of a name or
    # an acronym, with its plural too.
    return (
        len(word) > 1
        and not any(part[1:] != part[1:].lower() for part in _PARTS.split(word))
        and not (len(word) < 6 and _ROMAN.fullmatch(word))
        and not (len(word) == 2 and word.islower() and word[0] == word[1])
    )


def _numbers(text: str, start: int, word: str) -> bool:
    """Whether a word is a part of a number: "article 9 ter", "OP3 (b) quater"."""
    return word.lower() in SUFFIXES and _NUMBER.search(text, max(0, start - _LONGEST_NUMBER), start) is not None


def _begins(text: str, start: int) -> bool:
    return text[start].isupper() and _BEGINS.search(text, max(0, start - 8), start) is not None
