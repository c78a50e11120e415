"""Brackets within words: "measure[s]" has the one word of "measures", and only its brackets came or went."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from models.comparison.words.tokens import Tokens
from models.draft import bracket_characters, may_hold_brackets
from models.draft.brackets import CLOSING, OPENING
from models.draft.late_pattern import late_pattern

_APART = "\u2060"
"""Stands where one pair of brackets closes and the next opens: in "[may][be]" each holds a word of its own; and where a
note mark alone parts two words."""
_SIGNS = re.escape(OPENING + CLOSING)
_WITHIN = late_pattern(rf"[^ {_SIGNS}][{_SIGNS}]+[^ {_SIGNS}]|\d ?[{_SIGNS}]|[{_SIGNS}] ?\d")
"""Brackets that may stand within a word, and not only around some; "[12] June 2026" is one word, too."""
Glued = list[tuple[int, int, str]]
"""Tokens from the first to before the second number are one word, which is the third."""


def without_brackets(text: str) -> tuple[str, list[int], list[tuple[int, str]]]:
    """A text without its brackets, the offset in it that each character had, and the brackets.

    Two words of two pairs of brackets that touch stay two.
    """
    signs = [(offset, text[offset]) for offset, _ in bracket_characters(text)]
    parted = {b for (a, one), (b, two) in pairwise(signs) if b == a + 1 and one in CLOSING and two not in CLOSING}
    bare: list[str] = []
    offsets: list[int] = []
    behind = 0
    for offset, _ in signs:
        bare.append(text[behind:offset])
        offsets += range(behind, offset)
        if offset in parted:
            bare.append(_APART)
            offsets.append(offset)
        behind = offset + 1
    offsets += range(behind, len(text))
    return "".join([*bare, text[behind:]]), offsets, signs


def parted(text: str, offsets: list[int], at: Iterable[int]) -> tuple[str, list[int]]:
    """A text and where its characters stood, with its words parted at these places, too."""
    cuts = set(at)
    pairs = [
        pair
        for sign, offset in zip(text, offsets, strict=True)
        for pair in (((_APART, offset), (sign, offset)) if offset in cuts else ((sign, offset),))
    ]
    return "".join([sign for sign, _ in pairs]), [offset for _, offset in pairs]


def spacing(space: str) -> str:
    """Spacing of a text without brackets as it is in the text."""
    return space.replace(_APART, "") if _APART in space else space


def cut_alike(before: Tokens, after: Tokens, take: Callable[[str], Tokens]) -> tuple[Tokens, Tokens]:
    """Two texts taken apart so that a word cut by brackets in either is cut at the same places wherever it stands."""
    glued = _glued(before, take), _glued(after, take)
    cuts: dict[str, set[int]] = {}
    for side, tokens in zip(glued, (before, after), strict=True):
        for first, last, word in side:
            cuts.setdefault(word, set()).update(at for _, at in _parts(tokens, first, last, word))
    return (_cut(before, glued[0], cuts), _cut(after, glued[1], cuts)) if cuts else (before, after)


def _glued(tokens: Tokens, take: Callable[[str], Tokens]) -> Glued:
    """The words of a text that brackets cut."""
    text = "".join(tokens.pieces)
    if not may_hold_brackets(text) or not _WITHIN.search(text):
        return []
    bare, offsets, _ = without_brackets(text)
    whole = take(bare)
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    at = 0
    for number, (space, token) in enumerate(zip(tokens.spaces, tokens.words, strict=False)):
        starts[at := at + len(space)] = number
        ends[at := at + len(token)] = number + 1
    found: Glued = []
    at = 0
    for space, token in zip(whole.spaces, whole.words, strict=False):
        at += len(space)
        start, end = offsets[at], offsets[at + len(token) - 1] + 1
        at += len(token)
        # What is taken apart otherwise with brackets in it than without is left as it is.
        if end - start > len(token) and start in starts and end in ends:
            found.append((starts[start], ends[end], token))
    return found


def _parts(tokens: Tokens, first: int, last: int, word: str) -> Iterator[tuple[int, int]]:
    """The tokens that are a part of a word, a bracket being none, and where in it each begins."""
    at = 0
    for number in range(first, last):
        token = tokens.words[number]
        start = at + len(word[at:]) - len(word[at:].lstrip())  # "[12] June 2026" is a word with spaces
        if word.startswith(token, start):
            yield number, start
            at = start + len(token)


def _cut(tokens: Tokens, glued: Glued, cuts: Mapping[str, set[int]]) -> Tokens:
    """The tokens, cut where these words are cut."""
    within: dict[int, tuple[str, int]] = {}
    """For each token that is a part of a word the word, and where in it the token begins."""
    for first, last, word in glued:
        within.update((number, (word, at)) for number, at in _parts(tokens, first, last, word))
    pieces: list[str] = []
    for number, (space, token) in enumerate(zip(tokens.spaces, tokens.words, strict=False)):
        word, start = within.get(number, (token, 0))
        ends = sorted(at - start for at in cuts.get(word, ()) if start < at < start + len(token))
        for begin, end in pairwise([0, *ends, len(token)]):
            part = token[begin:end].rstrip() if ends else token
            pieces += [space, part]
            space = token[begin + len(part) : end]
    return Tokens([*pieces, tokens.spaces[-1]])
