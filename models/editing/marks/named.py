"""Which numbered paragraphs of an annex name somebody or something and are no sentences: lists of members, headings."""

from __future__ import annotations

import re

from models.reading.language import LETTERS

_IN_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PARTICLE, _WORDS = 3, 8
"""A name may have small words of so many letters, "of the", and so many words."""
_SHORT = {"ar": 3, "zh": 4}
"""In scripts without large letters a name is told by how short it is: so many words, in Chinese so many letters."""


def is_name(text: str) -> bool:
    """Whether words alone are a name or heading, "Fiji", "Terms of Reference", as far as letters tell."""
    bare = _IN_BRACKETS.sub("", text)
    for language, most in _SHORT.items():
        if letters := LETTERS[language].findall(bare):
            return (len(letters) if language == "zh" else len(bare.split())) <= most
    words = _WORD.findall(bare)
    small = [word for word in words if not word[0].isupper()]
    return (
        0 < len(words) <= _WORDS
        and words[0] not in small
        and words[-1] not in small
        and all(len(word) <= _PARTICLE for word in small)
    )
