"""Labels that count on: behind the paragraph "OP4: ..." the next line that begins with "OP5" is one of its own."""

from __future__ import annotations

import re

from models.reading.cyrillic_labels import with_latin_labels
from models.reading.named_only import names_only, tells_of_it

_LABEL = re.compile(r"[\s\[]*(?P<part>[OP]P)[ \u00a0]?(?P<number>\d{1,3})(?P<sign>[:：])?(?=[ \t\u00a0])")


def label_before(text: str) -> re.Match[str] | None:
    """The label that stands before words, its `part`, `number` and `sign`; None where these only tell of it."""
    text = with_latin_labels(text)
    found = _LABEL.match(text)
    if found is None or tells_of_it(text[found.end() :]) or names_only(text, found.end()):
        return None
    return found


def counts_on(one: re.Match[str] | None, two: re.Match[str] | None) -> bool:
    """Whether the second of two labels is the next of its part."""
    if one is None or two is None or one["part"] != two["part"]:
        return False
    return int(two["number"]) == int(one["number"]) + 1
