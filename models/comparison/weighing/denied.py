"""Verbs that are denied: "does not encourage", "no longer encourages", "ne se félicite pas", "不再鼓励"."""

from __future__ import annotations

import re

from models.comparison.weighing.ladder import ladder
from models.comparison.words.openings import ADDITIVE_WORDS
from models.reading.openings import in_third_person, opening

_BEFORE = (("no", "longer"), ("ya", "no"), ("no",), ("больше", "не"), ("более", "не"), ("не",), ("لا",), ("لم",))
"""What denies the word behind it, the longest first."""
_FIRST = frozenset(before[0] for before in _BEFORE)
_FRENCH = frozenset({"pas", "plus", "point", "jamais", "nullement", "guère"})
"""What stands behind the verb of a "ne"."""
BEGIN_DENIAL = frozenset({"does", "ne", *_FIRST})
"""With one of these, or "n'", a denied verb begins."""
_CHINESE = re.compile("不再|并不|没有|不|未")


def denial(words: list[str]) -> tuple[tuple[str, ...], int]:
    """How a denied verb begins, "does not encourage", and of how many of its words, which are left as "encourages".

    Nothing and 0 for others; the words are in small letters.
    """
    if words[1:3] == ["does", "not"] and words[0] in ADDITIVE_WORDS:
        del words[0]
    if words[:2] == ["does", "not"] and words[2:]:
        stem = words[2]
        words[:3] = [next((said for said in in_third_person(stem) if opening(said) or said in ladder()), stem)]
        return ("does", "not", stem), 1
    for before in _BEFORE if words[:1] and words[0] in _FIRST else ():
        size = len(before)
        if tuple(words[:size]) == before and words[size:]:
            del words[:size]
            return (*before, words[0]), 1
    if words[:1] == ["ne"]:
        size = 2 if words[1:2] == ["se"] else 1
        if not _FRENCH.isdisjoint(words[1 + size : 2 + size]):
            denied = tuple(words[: 2 + size])
            del words[1 + size], words[0]
            return denied, size
    if words[:1] and words[0].startswith("n'") and not _FRENCH.isdisjoint(words[1:2]):
        denied = words[0], words.pop(1)
        words[0] = words[0].removeprefix("n'")
        return denied, 1
    return (), 0


def chinese_denial(text: str) -> str:
    """What denies the verb that a text begins with behind it, "" where nothing does."""
    found = _CHINESE.match(text)
    return found[0] if found is not None else ""
