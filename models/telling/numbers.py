"""A paragraph's number as it stands before its words: "3.", "3 bis.", "(a)", "II.", but "*" for a note to sponsors.

Before Arabic words it is "3 -", as the United Nations print it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from models.draft import Kind, Paragraph, Run
from models.draft.alphabets import value_in
from models.draft.directions import way_alone

HOLD_NOTHING = re.compile(r"[\s\[]*\[(?=\])")
"""Brackets before words up to where some hold nothing: there its number is printed."""
_IN_BRACKETS = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.TEXT)


def before_words(number: str | None, *, right_to_left: bool = False) -> str:
    """The number with the mark that letters and figures take, and a space; "" where there is none."""
    if not number:
        return ""
    return f"{number}{stop_after(number, right_to_left=right_to_left)} "


def stop_after(number: str, *, right_to_left: bool = False) -> str:
    """The mark that figures and letters take: a full stop, "、" after those of Chinese; "㈠" has its brackets.

    Figures in a text that runs from the right have " -".
    """
    if not number[-1].isalnum() or value_in("enclosed", number):
        return ""
    if right_to_left and number[0].isdecimal():
        return " -"
    return "、" if value_in("chinese", number) else "."


def number_before(paragraph: Paragraph) -> str:
    """The number of a paragraph before its words, whichever way these run."""
    return before_words(paragraph.number, right_to_left=way_alone(paragraph.text))


def before(paragraph: Paragraph) -> str:
    """The number before the words, or the label that a paragraph without a number was given ("PP5 bis")."""
    if paragraph.number is None and paragraph.set_label is not None:
        return f"{paragraph.set_label} "
    return number_before(paragraph)


def printed(paragraph: Paragraph) -> tuple[str, Sequence[Run]]:
    """What stands before the words, and the words.

    A number that alone stands in brackets, "[(b)] To report", is read as (b) with brackets before its words that hold
    nothing: it is printed in them, and nothing before.
    """
    head = before(paragraph)
    hold = HOLD_NOTHING.match(paragraph.text) if paragraph.kind in _IN_BRACKETS else None
    if hold is None or not any(sign.isalnum() for sign in head):
        return head, paragraph.runs
    runs, at = list(paragraph.runs), hold.end()
    for place, run in enumerate(runs):
        if at <= len(run.text):
            runs[place] = replace(run, text=run.text[:at] + head.rstrip() + run.text[at:])
            break
        at -= len(run.text)
    return "", tuple(runs)


def without_head(paragraph: Paragraph) -> tuple[Run, ...]:
    """The words of a paragraph as they were before its number was printed in brackets of theirs, as `printed` does."""
    runs, head = paragraph.runs, before(paragraph).rstrip()
    if not head or (found := re.match(rf"([\s\[]*\[){re.escape(head)}(?=\])", paragraph.text)) is None:
        return runs
    rest, at = list(runs), len(found[1])
    for place, run in enumerate(rest):
        if at <= len(run.text):
            rest[place] = replace(run, text=run.text[:at] + run.text[at + len(head) :])
            break
        at -= len(run.text)
    return tuple(rest)


def before_number(line: str, words: str) -> str:
    """What of the words of a line stands before the number typed in it: the bracket of "[(b)] To report"."""
    if not words.startswith("[") or line.replace("\t", "").strip() == words.replace("\t", "").strip():
        return ""
    alike = next((at for at, (one, other) in enumerate(zip(line, words, strict=False)) if one != other), len(words))
    return words[:alike]
