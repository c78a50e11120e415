"""The words of a text that tell something, by which it is known again."""

from __future__ import annotations

import re

from models.comparison.words.blocks import SMALL


def telling_words(text: str) -> list[str]:
    """The words of a text without articles, prepositions and the like, in order, in small letters."""
    return [word for word in re.findall(r"\w+", text.casefold()) if word not in SMALL]


def is_telling(word: str) -> bool:
    """Whether a word is none of those."""
    return word.casefold() not in SMALL
