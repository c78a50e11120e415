"""Spelling as data (resources/facts/spelling_*.tsv): editable, a line a fact, the first line names the columns."""

from __future__ import annotations

import re
from functools import cache

from models.draft.known_table import table


@cache
def kept_with_s() -> frozenset[str]:
    """Words ending in -ise that are no verbs in -ize: advise, exercise, comprise."""
    return frozenset(word for (word,) in table("facts/spelling_with_s"))


@cache
def un_forms() -> dict[str, str]:
    """Spellings that British dictionaries have and the United Nations write otherwise, and how."""
    return {row[0]: row[1] for row in table("facts/spelling_forms")}


@cache
def field_words(language: str, kind: str = "word") -> frozenset[str]:
    """Words of the field that dictionaries lack ("word"), and beginnings that stand before other words ("prefix")."""
    return frozenset(word for of, own, word in table("facts/spelling_words") if (of, own) == (language, kind))


@cache
def capitals(language: str) -> frozenset[str]:
    """Words that names of the field are made of: a capitalised word that is nearly one of them is misspelt."""
    return field_words(language, "capital")


@cache
def usual(language: str) -> dict[str, int]:
    """How often resolutions use their usual words, in small letters."""
    return {word: int(count) for of, word, count in table("facts/spelling_usual") if of == language}


@cache
def names(language: str) -> re.Pattern[str] | None:
    """Names that spell a word in their own way, one after the other in a pattern."""
    known = sorted(field_words(language, "name"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, known))) if known else None
