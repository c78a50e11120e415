"""What the text of a paragraph can hold: letters, tabs and line ends; no end of a paragraph, and no control sign."""

from __future__ import annotations

import re
from dataclasses import replace

from models.draft.late_pattern import late_pattern
from models.draft.paragraph import Paragraph, Run, tidy_runs

LINE_END = re.compile("\r\n?|[\n\v\f\x85\u2028\u2029]")
"""The end of a line, or of a paragraph, in what comes from elsewhere."""
LINE_ENDS = "\r\n\v\f\x85\u2028\u2029"
_NOT_HELD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]")
"""Halves of a letter that stand alone among them: no file and no screen takes them."""
NOT_IN_XML = late_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML 1.0 can carry: control characters, halves of a letter, U+FFFE and U+FFFF."""
_SEEN = "\ufffc"
"""The one of these that Python takes for a sign that is printed."""


def held(text: str) -> str:
    """Words as a paragraph holds them: each sign that ends a line is a line feed, other control signs are gone."""
    return _NOT_HELD.sub("", LINE_END.sub("\n", text)) if _NOT_HELD.search(text) else text


def in_one_line(text: str) -> str:
    """Words as a line holds them, with a space where one ended."""
    return LINE_END.sub(" ", text) if LINE_END.search(text) else text


def holds_all(runs: tuple[Run, ...]) -> bool:
    """Whether a paragraph, or a note, can hold some runs as they are."""
    text = "".join([run.text for run in runs])
    # Most hold nothing that is not seen, and to know that takes a fraction of the time; it is asked at every key.
    return (text.isprintable() and _SEEN not in text) or _NOT_HELD.search(text) is None


def held_runs(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Runs as a paragraph, or a note, holds them; the same ones where it can."""
    return runs if holds_all(runs) else tidy_runs(replace(run, text=held(run.text)) for run in runs)


def held_paragraph(paragraph: Paragraph) -> Paragraph:
    """A paragraph whose words it can hold; the same one where it can."""
    return paragraph if holds_all(paragraph.runs) else replace(paragraph, runs=held_runs(paragraph.runs))
