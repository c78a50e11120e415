"""Where paragraphs end in the words of a change: a line feed there can be the break of a line within one, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from models.comparison.change import Words


class Stretch(NamedTuple):
    """Words of one operation; or the line feed alone where a paragraph ends on the old side, the new one or both."""

    op: str
    text: str
    ends_old: bool = False
    ends_new: bool = False


def stretches(words: Words, olds: Sequence[str], news: Sequence[str]) -> Iterator[Stretch]:
    """Words cut at the ends of the paragraphs they tell of, whose texts, joined by line feeds, are both their sides."""
    ends = _ends(olds), _ends(news)
    at = [0, 0]
    for op, text in words:
        sides = [side for side, other in enumerate(("insert", "delete")) if op != other]
        begun = 0
        for place, sign in enumerate(text):
            if sign != "\n":
                continue
            here = [side in sides and at[side] + place in ends[side] for side in (0, 1)]
            if any(here):
                if place > begun:
                    yield Stretch(op, text[begun:place])
                yield Stretch(op, sign, *here)
                begun = place + 1
        if begun < len(text):
            yield Stretch(op, text[begun:])
        for side in sides:
            at[side] += len(text)


def _ends(texts: Sequence[str]) -> frozenset[int]:
    """The offsets of the line feeds between texts that are joined by them."""
    return frozenset(end - 1 for end in accumulate(len(text) + 1 for text in texts[:-1]))
