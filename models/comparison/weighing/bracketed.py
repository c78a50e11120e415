"""Brackets that were opened, closed, moved or emptied together with words, in whatever became of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from models.comparison.words.marked import Words
from models.draft import Paragraph, bracket_characters, may_hold_brackets
from models.draft.brackets import CLOSING, OPENING

_EMPTY = re.compile(rf"[{re.escape(OPENING)}]\s*[{re.escape(CLOSING)}]")


def other_brackets(old: Sequence[Paragraph], new: Sequence[Paragraph], words: Words) -> bool:
    """Whether the brackets of paragraphs differ from those of what they became, or stand at other words.

    Where words stand in the place of others the brackets among them are the same if they follow each other so. What is
    new or gone with brackets opened or closed them. `words` is the plain diff.
    """
    texts = [paragraph.text for paragraph in old], [paragraph.text for paragraph in new]
    if not any(may_hold_brackets(text) for side in texts for text in side):
        return False
    signs = [_signs(side) for side in texts]
    if signs[0] != signs[1] or _emptied(texts[0]) != _emptied(texts[1]):
        return True
    return any(
        _signs(text for op, text in stretch if op == "delete") != _signs(text for op, text in stretch if op == "insert")
        for stretch in _stretches(words)
    )


def _stretches(words: Words) -> Iterable[Words]:
    """What gave way to what, place by place."""
    return (tuple(stretch) for same, stretch in groupby(words, lambda word: word[0] == "equal") if not same)


def _signs(texts: Iterable[str]) -> list[str]:
    return [sign for text in texts for _, sign in bracket_characters(text)]


def _emptied(texts: Iterable[str]) -> int:
    return sum(len(_EMPTY.findall(text)) for text in texts)
