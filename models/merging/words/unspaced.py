"""Texts written without spaces between words: what is told apart in them is not a word but a character of one.

Two changes that touch, or have one character kept between them, are mostly two changes of one word: of "促请" one side
takes the first away and the other puts "敦促" in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from models.comparison.words.subsequence import Block
from models.comparison.words.tokens import HAN
from models.merging.sides import BASE

_UNSPACED = re.compile(f"[{HAN}\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]")
"""Letters of China and Japan, and those of the countries from Thailand and Tibet to Cambodia."""
_WORD = 2
"""With so many characters kept between two changes a whole word is kept, as most words have two."""
_OF = "的"
"""A word of one character, which stands between what describes and what is described."""

_ThreeTexts = tuple[Sequence[str], Sequence[str], Sequence[str]]


def is_unspaced(letter: str) -> bool:
    """Whether a letter is of a script without spaces between words."""
    return _UNSPACED.match(letter) is not None


def within_a_word(
    words: _ThreeTexts, places: Sequence[tuple[Sequence[Block], Sequence[Block]]]
) -> Iterator[tuple[int, int]]:
    """The first and last of places, in order, whose changes of two sides may be within one word; by their numbers.

    `places` hold the changes of ours and of theirs. What both changed alike is no change of one of them.
    """
    last: list[tuple[int, int] | None] = [None, None]
    """For each side the number and the end of its last change of such letters."""
    for number, place in enumerate(places):
        for side, other in ((0, 1), (1, 0)):
            for block in place[side]:
                before = last[other]
                if not _changes_letters(words, side, block) or _is_alike(words, side, block, place[other]):
                    continue
                if before is not None and before[0] != number and _is_near(words[BASE][before[1] : block[0]]):
                    yield before[0], number
                last[side] = number, block[1]


def _changes_letters(words: _ThreeTexts, side: int, block: Block) -> bool:
    changed = (*words[BASE][block[0] : block[1]], *words[side + 1][block[2] : block[3]])
    return any(map(is_unspaced, changed))


def _is_alike(words: _ThreeTexts, side: int, block: Block, others: Sequence[Block]) -> bool:
    said = words[side + 1][block[2] : block[3]]
    return any(one[:2] == block[:2] and words[2 - side][one[2] : one[3]] == said for one in others)


def _is_near(kept: Sequence[str]) -> bool:
    return all(map(is_unspaced, kept)) and sum(map(len, kept)) < _WORD and "".join(kept) != _OF
