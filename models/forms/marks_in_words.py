"""Marks of notes among marked words: which of them have one place for both texts, and the words cut so that they do.

A mark that stays can be shown once where the words before it are those before it on either side. Elsewhere it went from
one place and came to another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from models.comparison.words.marked import Words

EQUAL, DELETE, INSERT = "equal", "delete", "insert"
Noted = Sequence[tuple[int, int]]
"""Notes in the order of their marks: offset among the words of one side, and id."""
Place = tuple[int, int]
"""A place among marked words: the offsets in the old and in the new text."""


def around_marks(words: Words, old: Noted, new: Noted, stays: Mapping[int, int]) -> tuple[Words, Mapping[int, int]]:
    """The words cut around the marks that stay, and these: where each is in the old row and in the new one.

    `stays` names the new note of an old one.
    """
    pairs: dict[int, int] = {}
    if not stays:
        return words, pairs
    cut: list[tuple[str, str]] = []
    at_old = at_new = next_old = next_new = 0
    for same, group in groupby(words, key=lambda word: word[0] == EQUAL):
        own = list(group)
        gone = "".join([text for op, text in own if op != INSERT])
        came = gone if same else "".join([text for op, text in own if op != DELETE])
        end_old, end_new = at_old + len(gone), at_new + len(came)
        found = []
        for two in range(next_new, len(new)):
            for one in range(next_old, len(old)):
                (p, before), (q, after) = old[one], new[two]
                here = at_old <= p <= end_old and at_new <= q <= end_new
                if stays.get(before) == after and here and (not same or p - at_old == q - at_new):
                    found.append((p, q))
                    pairs[one], next_old, next_new = two, one + 1, two + 1
                    break
        cut += (
            own if same or not found or _passed(own, found, at_old, at_new) else _cut(gone, came, found, at_old, at_new)
        )
        at_old, at_new = end_old, end_new
    return tuple(cut), pairs


def _passed(words: Words | list[tuple[str, str]], places: Sequence[Place], at_old: int, at_new: int) -> bool:
    """Whether one comes by all these places where words that went and came are taken in their order."""
    left = list(places)
    for op, text in words:
        end_old, end_new = at_old + len(text) * (op != INSERT), at_new + len(text) * (op != DELETE)
        while left and at_old <= left[0][0] <= end_old and at_new <= left[0][1] <= end_new:
            del left[0]
        at_old, at_new = end_old, end_new
    return not left


def _cut(gone: str, came: str, places: Sequence[Place], at_old: int, at_new: int) -> Iterator[tuple[str, str]]:
    old = new = 0
    for p, q in [*places, (at_old + len(gone), at_new + len(came))]:
        for op, text in ((DELETE, gone[old : p - at_old]), (INSERT, came[new : q - at_new])):
            if text:
                yield op, text
        old, new = p - at_old, q - at_new
