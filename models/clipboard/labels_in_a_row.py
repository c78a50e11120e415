"""Labels that count on line by line, "OP1 ...", "OP2 ...", "OP3 ...", number these lines, whatever their words are; one
alone may name a paragraph: "OP2 Fiji asks for time"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from models.draft import Paragraph, Run
from models.editing.runs import replaced
from models.reading.named_only import names_only, tells_of_it
from models.reading.openings import opening

_LABEL = re.compile(r"[\s\[]*(?P<part>[OP]P)[ \u00a0]?(?P<number>\d{1,3})(?P<sign>[:：])?(?=[ \t\u00a0])")
_IN_A_ROW, _WORDS = 3, 3
"""So many lines, or two of which one opens as a paragraph, of at least so many words: “OP2 agreed” and “OP3 no
comments” tell of paragraphs."""


def with_labels_in_a_row(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Pasted paragraphs whose labels count on, with the full stop behind the label that makes it plain."""
    found = [_label(one) for one in paragraphs]
    read = list(paragraphs)
    start = 0
    for at in range(1, len(found) + 1):
        if at < len(found) and _goes_on(found[at - 1], found[at]):
            continue
        row = range(start, at)
        if len(row) >= _IN_A_ROW or (len(row) > 1 and any(_opens(paragraphs[one], found[one]) for one in row)):
            read[start:at] = map(_dotted, paragraphs[start:at], found[start:at])
        start = at
    return tuple(read)


def _label(paragraph: Paragraph) -> re.Match[str] | None:
    """The label before words that may be those of a paragraph."""
    text = paragraph.text
    found = _LABEL.match(text) if paragraph.cell is None and paragraph.number is None else None
    words = text[found.end() :] if found is not None else ""
    if found is None or len(words.split()) < _WORDS or tells_of_it(words) or names_only(text, found.end()):
        return None
    return found


def _opens(paragraph: Paragraph, label: re.Match[str] | None) -> bool:
    return label is not None and opening(paragraph.text[label.end() :]) is not None


def _goes_on(one: re.Match[str] | None, two: re.Match[str] | None) -> bool:
    if one is None or two is None or one["part"] != two["part"]:
        return False
    return int(two["number"]) == int(one["number"]) + 1


def _dotted(paragraph: Paragraph, label: re.Match[str] | None) -> Paragraph:
    if label is None:
        return paragraph
    return replace(paragraph, runs=replaced(paragraph.runs, label.end("number"), label.end(), (Run("."),)))
