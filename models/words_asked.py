"""What somebody means who looks for help in words of his own: a table of them, and the stems of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from models.draft.known_table import table

Meant = frozenset[str]
"""Words of which each will do."""
_QUESTION = "a an and are by can do does for how i in is it my of on the this to what where why with"
_IDLE = frozenset(_QUESTION.split())
"""Words of a question that say nothing of what is looked for."""
_ENDINGS = re.compile(r"(?:['’]s|s['’]?|es|ed|ing)$")
_LEAST = 4
"""Letters that a stem has."""


def meant(words: str, *, by_stem: bool = False) -> tuple[Meant, ...]:
    """For each word that is looked for, it and what it means, and words of its stem where these do too; of words that
    mean something together, that alone."""
    asked, said = words.casefold(), _said_otherwise()
    found: list[Meant] = []
    for phrase in filter(_is_phrase, said):
        rest, times = re.subn(rf"\b{re.escape(phrase)}(?:['’]?s)?\b", " ", asked)
        if times:
            asked = rest
            found.append(said[phrase])
    left = asked.split()
    for word in [one for one in left if one not in _IDLE] or (left if not found else ()):
        own, stems = {word, word.replace("-", "")}, _stems(word)
        means = [said[one] for one in (*own, *stems) if one in said]
        found.append(frozenset(own).union(*means, stems if by_stem else ()))
    return tuple(found)


def all_in(text: str, wanted: Iterable[Meant]) -> bool:
    """Whether a text holds each of the words that are looked for, or what they mean."""
    held = _held(text)
    return all(any(word in held for word in one) for one in wanted)


def any_in(text: str, wanted: Sequence[Meant]) -> bool:
    """Whether it holds one of them."""
    held = _held(text)
    return any(word in held for one in wanted for word in one)


def _held(text: str) -> str:
    """Words with hyphens, and without them."""
    held = text.casefold()
    return f"{held}\n{held.replace('-', '')}" if "-" in held else held


def _stems(word: str) -> Iterable[str]:
    stem = _ENDINGS.sub("", word)
    return [one for one in (stem, word.removesuffix("s")) if len(one) >= _LEAST]


def _is_phrase(asked: str) -> bool:
    return " " in asked


@cache
def _said_otherwise() -> dict[str, Meant]:
    return {asked: frozenset(means.split()) for asked, means in table("facts/help_words")}
