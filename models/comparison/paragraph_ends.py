"""Where paragraphs end in the words of a change: a line feed there can be the break of a line within one, too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from models.comparison.words.marked import Words


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


def share(words: Iterable[Stretch], number: int) -> Words:
    """The part of a diff of several new paragraphs that belongs to one of them; what goes between two is the first's.

    A deleted end of a paragraph is told within what goes with it alone.
    """
    own, at = list[Stretch](), 0
    for one in words:
        at += one.ends_new
        if at == number and not one.ends_new:
            own.append(one)
    found: list[tuple[str, str]] = []
    for op, same in groupby(own, lambda one: one.op):
        here = list(same)
        while here and here[0].ends_old:
            del here[0]
        while here and here[-1].ends_old:
            del here[-1]
        if here:
            found.append((op, "".join(one.text for one in here)))
    return tuple(found)
