"""The words of a text that tell something, by which it is known again.

Chinese has no spaces between words, most of which are two characters: there each two that stand side by side are one,
and one that stands alone tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from models.comparison.words.blocks import SMALL
from models.comparison.words.tokens import HAN

_HAN = re.compile(f"[{HAN}]+")
_WORD = re.compile(r"\w+")
_APART = re.compile(f"[{HAN}]+|[^\\W{HAN}]+")


def told_at(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text without articles, prepositions and the like, in small letters, from where to where."""
    for one in (_APART if has_chinese(text) else _WORD).finditer(text):
        if is_chinese(one[0]):
            yield from ((text[at : at + 2], at, at + 2) for at in range(one.start(), one.end() - 1))
        elif is_telling(one[0]):
            yield one[0].casefold(), one.start(), one.end()


def telling_words(text: str) -> list[str]:
    """The words of a text that tell something, in order."""
    if has_chinese(text):
        return [word for word, _, _ in told_at(text)]
    return [word for word in _WORD.findall(text.casefold()) if word not in SMALL]


def is_telling(word: str) -> bool:
    """Whether a word is none of those that say little alone."""
    return word.casefold() not in SMALL


def is_chinese(word: str) -> bool:
    """Whether a word is of characters that stand without spaces."""
    return _HAN.fullmatch(word) is not None


def has_chinese(text: str) -> bool:
    """Whether such characters stand in a text."""
    return not text.isascii() and _HAN.search(text) is not None


def how_many(words: Collection[str]) -> int:
    """How many words these are: of Chinese ones, each of which has a character of the next, half as many."""
    chinese = sum(map(is_chinese, words))
    return len(words) - chinese // 2
