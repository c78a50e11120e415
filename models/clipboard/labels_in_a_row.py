"""Labels that count on line by line, "OP1 ...", "OP2 ...", "OP3 ...", number these lines, whatever their words are; one
alone may name a paragraph: "OP2 Fiji asks for time"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from models.clipboard.binding_words import binds
from models.draft import Paragraph, Run
from models.draft.columns import begins_chinese
from models.editing.runs import replaced
from models.reading.labels import counts_on, label_before
from models.reading.literals import end_mark, literal
from models.reading.openings import opening

_IN_A_ROW, _WORDS = 3, 3
"""So many lines, or two of which one is plainly a paragraph, of at least so many words: “OP2 agreed” and “OP3 no
comments” tell of paragraphs."""
_GO_ON = tuple(",;:")


def with_labels_in_a_row(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Pasted paragraphs whose labels count on, with the full stop behind the label that makes it plain."""
    found = [_label(one) for one in paragraphs]
    read = list(paragraphs)
    start = 0
    for at in range(1, len(found) + 1):
        if at < len(found) and counts_on(found[at - 1], found[at]):
            continue
        row = [(paragraphs[one].text, label) for one in range(start, at) if (label := found[one]) is not None]
        if len(row) > 1 and _number_lines(row):
            read[start:at] = map(_dotted, paragraphs[start:at], found[start:at])
        start = at
    return tuple(read)


def _number_lines(row: Sequence[tuple[str, re.Match[str]]]) -> bool:
    """Whether labels that count on number their lines: one line is plainly a paragraph, most bind somebody, or there
    are several and most are no remarks."""
    if any(_is_one(*one) for one in row) or sum(binds(text[label.end() :]) for text, label in row) * 2 > len(row):
        return True
    return len(row) >= _IN_A_ROW and not _remarked(row)


def _label(paragraph: Paragraph) -> re.Match[str] | None:
    """The label before words that may be those of a paragraph."""
    found = label_before(paragraph.text) if paragraph.cell is None and paragraph.number is None else None
    if found is None:
        return None
    words = paragraph.text[found.end() :]
    many = max(len(words.split()), sum(map(begins_chinese, words)) // 2)
    return found if many >= _WORDS or _is_one(paragraph.text, found) else None


def _is_one(text: str, label: re.Match[str]) -> bool:
    """Whether a line is a paragraph by itself: it opens as one, or begins and ends as one does."""
    return opening(text[label.end() :]) is not None or (_goes_on(text) and literal(text) is not None)


def _remarked(row: Sequence[tuple[str, re.Match[str]]]) -> bool:
    """Whether most lines are sentences of their own, as remarks are, by paragraph: "OP1 Fiji asks for time"."""
    own = sum(text[label.end() :].lstrip(" [")[:1].isupper() and not _goes_on(text) for text, label in row)
    return own * 2 > len(row)


def _goes_on(text: str) -> bool:
    return end_mark(text).endswith(_GO_ON)


def _dotted(paragraph: Paragraph, label: re.Match[str] | None) -> Paragraph:
    if label is None:
        return paragraph
    return replace(paragraph, runs=replaced(paragraph.runs, label.end("suffix"), label.end(), (Run("."),)))
