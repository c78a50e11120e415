"""Labels that count on: behind the paragraph "OP4: ..." the next line that begins with "OP5" is one of its own."""

from __future__ import annotations

import re

from models.draft.numbering import SUFFIX_WORDS
from models.reading.cyrillic_labels import with_latin_labels
from models.reading.named_only import names_only, tells_of_it

_LABEL = re.compile(
    r"[\s\[]*(?P<part>(?i:[OP]\.?P))\.?[ \u00a0]?(?P<number>\d{1,3})"
    rf"(?P<suffix>(?:[ \u00a0.-]?(?:{SUFFIX_WORDS})(?!\w))*)(?P<sign>[:：])?(?=[ \t\u00a0])"
)


def label_before(text: str) -> re.Match[str] | None:
    """The label before words, its `part`, `number`, `suffix` and `sign`; None where these only tell of it."""
    text = with_latin_labels(text)
    found = _LABEL.match(text)
    if found is None or tells_of_it(text[found.end() :]) or names_only(text, found.end()):
        return None
    return found


def counts_on(one: re.Match[str] | None, two: re.Match[str] | None) -> bool:
    """Whether the second of two labels is the next of its part, or has one more suffix: "OP5" or "OP4 ter" behind
    "OP4 bis"."""
    if one is None or two is None or _letter(one) != _letter(two):
        return False
    further = int(two["number"]) - int(one["number"])
    return further == 1 or (further == 0 and bool(two["suffix"]) and two["suffix"] != one["suffix"])


def _letter(label: re.Match[str]) -> str:
    return label["part"][0].upper()
