"""Texts as tokens, without losing a character: words by Unicode word borders, Chinese by character."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import chain
from typing import TypeVar

from models.draft.late_pattern import late_pattern

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
_TOKEN = late_pattern(rf"(\n|{WORD}|_+|[^\w\s\u200b\u2060\ufeff])")
_COUNTED = late_pattern(rf"(?=[^\W_]){WORD}")
# The same for texts in ASCII, most of them, in half the time.
_PLAIN_WORD = r"[A-Za-z0-9]+(?:(?:(?<=[0-9])[.,](?=[0-9])|(?<=[A-Za-z])['.](?=[A-Za-z]))[A-Za-z0-9]+)*"
_PLAIN_TOKEN = re.compile(rf"({_PLAIN_WORD}|\n|_+|[^\w\s])")
_JOINS = re.compile(r"[.,'](?:(?<=[0-9][.,])(?=[0-9])|(?<=[A-Za-z]['.])(?=[A-Za-z]))")
"""A sign that makes one word of what stands before and behind it."""


class Tokens:
    """The tokens of a text and the spacing before each; `spaces` has one entry more, the spacing at the end.

    `pieces` are both in turn: spacing, token, spacing, token, ... spacing.
    """

    __slots__ = ("pieces", "spaces", "words")

    def __init__(self, pieces: Iterable[str]) -> None:
        self.pieces = tuple(pieces)
        self.spaces = self.pieces[::2]
        self.words = self.pieces[1::2]

    def text(self, start: int, end: int) -> str:
        """Tokens from start to before end, each with the spacing before it."""
        return "".join(self.pieces[2 * start : 2 * end])

    def part(self, start: int, end: int) -> Tokens:
        """Tokens from start to before end, with the spacing after them."""
        return Tokens(self.pieces[2 * start : 2 * end + 1])


_Known = TypeVar("_Known")


class Met(dict[str, _Known]):
    """What is known of words, or of the stretches of a text between two spaces, worked out when one is first met.

    The words of a negotiation are few and come again and again: looking a stretch up is several times as fast as
    taking it apart, and what is the same is one object. `work` may raise; then nothing is kept.
    """

    def __init__(self, work: Callable[[str], _Known]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, chunk: str) -> _Known:
        found = self._work(chunk)
        if len(chunk) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[chunk] = found
        return found


class Chunks(Met[tuple[str, ...]]):
    """What such stretches are made of."""

    def of(self, chunks: Iterable[str]) -> Iterable[str]:
        """What several stretches are made of, one after the other."""
        return chain.from_iterable(map(self.__getitem__, chunks))


MOST, LONGEST = 20_000, 40
"""So many stretches are kept, of so many characters at most."""


class OtherSpacing(Exception):
    """A stretch between two spaces begins or ends with other spacing, or is nothing else."""


def _chunk(chunk: str) -> tuple[str, ...]:
    """A space, and the pieces of what stands behind it."""
    pieces = (_PLAIN_TOKEN if chunk.isascii() else _TOKEN).split(chunk)
    if len(pieces) == 1 or pieces[0] or pieces[-1]:
        raise OtherSpacing
    return " ", *pieces[1:-1]


_chunks = Chunks(_chunk)


# A paragraph is taken apart for its words, and right after that for its weight.
@lru_cache(maxsize=8)
def tokens(text: str) -> Tokens:
    """The tokens of a text; putting all together again gives the text exactly."""
    try:
        chunks = text.split(" ")
        if not chunks[0]:
            return Tokens([*_chunks.of(chunks[1:]), ""])
        pieces = [*_chunks.of(chunks), ""]
        pieces[0] = ""  # no space stands before the first stretch
        return Tokens(pieces)
    except OtherSpacing:
        return taken_apart(_PLAIN_TOKEN if text.isascii() else _TOKEN, text)


def taken_apart(pattern: re.Pattern[str], text: str) -> Tokens:
    """A text taken apart by a pattern whose one group is a token; what it leaves out is spacing."""
    return Tokens(pattern.split(text))


def is_word(token: str) -> bool:
    """Whether a token says something: it begins with a letter or a digit."""
    return token[:1].isalnum()


def words_among(tokens: Iterable[str]) -> list[bool]:
    """Of each of several tokens whether it is a word."""
    return [*map(_words.__getitem__, tokens)]


_words = Met(is_word)


def word_count(text: str) -> int:
    """How many tokens of a text are words, by which texts are likened; what is shown is counted by `count_words`."""
    if not text.isascii():
        # Most texts hold nothing else beyond ASCII. An apostrophe may join.
        text = text.replace("’", "'")
        for mark in "“”–—‘":
            text = text.replace(mark, " ")
    return _counted(text) if text.isascii() else sum(map(_counts.__getitem__, text.split(" ")))


def _counted(text: str) -> int:
    if not text.isascii():
        return len(_COUNTED.findall(text))
    # To count where words begin, and to look for the few signs that join only where one may, is several times as fast
    # as to look for words.
    shapes = text.encode().translate(_SHAPES)
    begun = shapes.startswith(b"a") + shapes.count(b" a") + shapes.count(b".a")
    return begun - len(_JOINS.findall(text)) if b"a.a" in shapes else begun


_SHAPES = bytes(ord("a" if chr(code).isalnum() else "." if chr(code) in ".,'" else " ") for code in range(256))
_counts = Met(_counted)
