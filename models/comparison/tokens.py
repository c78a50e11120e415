"""Texts as tokens, without losing a character: words by Unicode word borders, Chinese by character."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

# Combining marks belong to their letter, but Python's \w leaves them out.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0963\u0981-\u0dff\u0e00-\u0eff\u0f18-\u0fbc"
    "\u102b-\u109d\u1780-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
    "\u00ad\u200c\u200d"
)
HAN = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LETTERS = rf"[^\W_{HAN}]+(?:[{_MARKS}]+[^\W_{HAN}]*)*"
SCRIPTS = HAN + _MARKS
"""Characters that need WORD to be told apart, as the inside of a class of a regular expression."""
# Chinese characters are words of their own.
WORD = rf"(?:{_LETTERS}(?:(?:(?<=\d)[.,](?=\d)|(?<=[^\W\d_])['’.](?=[^\W\d_])){_LETTERS})*|[{HAN}]|[{_MARKS}]+)"
# A line feed is a token, not spacing: it stands between the paragraphs of one text.
SPACE = "(?:[^\\S\\n]|[\u200b\u2060\ufeff])*"
_TOKEN = re.compile(rf"({SPACE})(\n|{WORD}|_+|[^\w\s\u200b\u2060\ufeff]|\Z)")
_COUNTED = re.compile(rf"(?=[^\W_]){WORD}")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text and the spacing before each; `spaces` has one entry more, the spacing at the end."""

    words: tuple[str, ...]
    spaces: tuple[str, ...]

    def text(self, start: int, end: int) -> str:
        """Tokens from start to before end, each with the spacing before it."""
        return "".join(
            [part for pair in zip(self.spaces[start:end], self.words[start:end], strict=True) for part in pair]
        )


# A paragraph is taken apart for its words, and right after that for its weight.
@lru_cache(maxsize=8)
def tokens(text: str) -> Tokens:
    """The tokens of a text; putting all together again gives the text exactly."""
    return taken_apart(_TOKEN, text)


def taken_apart(pattern: re.Pattern[str], text: str) -> Tokens:
    """A text taken apart by a pattern of two groups, spacing and token, that ends with `\\Z`."""
    spaces, words = zip(*pattern.findall(text), strict=True)
    # The end matches once with the spacing before it, and once more after that if there was some.
    end = words.index("", max(0, len(words) - 2))
    return Tokens(words[:end], spaces[: end + 1])


def is_word(token: str) -> bool:
    """Whether a token says something: it begins with a letter or a digit."""
    return token[:1].isalnum()


def word_count(text: str) -> int:
    """How many words a text has; punctuation and brackets are none."""
    return len(_COUNTED.findall(text))
