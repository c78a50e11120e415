"""Numbers and labels on lines of their own, as pages and cells of tables have them: their words stand below."""

from __future__ import annotations

import re

from models.reading.cyrillic_labels import with_latin_labels
from models.reading.labels_in_words import number_in_words
from models.reading.literals import printed
from models.reading.named_only import behind_what_is_said, said_before

_LONGEST, _MOST_FIGURES = 60, 3
_OTHERS = re.compile(r"\s*(?:[•·▪●○‣◦\uf0b7]|['’‘`]\d{1,2}['’‘`])\s*")  # no number by themselves
_SIGNS = " \t\u00a0[].:：-–—"


def stands_alone(line: str, below: str = "") -> bool:
    """Whether a line is the number of the paragraph below it and no more: "1.", "a)", "NEW OP5 bis (Fiji):", "•"; or
    says it in words, "Operative paragraph 5", with an opening `below`."""
    written = number_in_words(f"{line} {below}") if below and len(line) <= _LONGEST else None
    if written is not None and not line[written.end :].strip(_SIGNS):
        return True
    if len(line) > _LONGEST or _OTHERS.fullmatch(line):
        return len(line) <= _LONGEST
    start = said_before(line)
    label = with_latin_labels(f"{line[start:].strip()} ")
    found = printed(label)
    if found is None or found.style == "bullet" or (found.style == "paren" and found.value.isdigit()):
        return False
    if found.value.isdigit() and len(found.value) > _MOST_FIGURES:
        return False  # a year
    rest = label[found.end :]
    if found.style == "label":
        rest = behind_what_is_said(rest)
    return not (label[: found.start] + rest).strip(_SIGNS)
