"""Numbers that are typed before the words of a paragraph, each in the manner of another one where there is one."""

from __future__ import annotations

from models.draft import Kind, Paragraph
from models.draft.directions import way_alone
from models.draft.late_pattern import late_pattern
from models.telling.numbers import HOLD_NOTHING
from models.word.writing.lists import typed

_NUMBER = late_pattern(r"\w(?:.*\w)?")


def printed(paragraph: Paragraph) -> str | None:
    """What is printed before a paragraph: its number, or the label it was given by hand."""
    return paragraph.number if paragraph.number is not None else paragraph.set_label


def as_typed(had: str, old: Paragraph, paragraph: Paragraph) -> str:
    """How the number that an old paragraph `had` is typed, with what stands behind it, before other words.

    In brackets of its own nothing does: "[(b)] To report".
    """
    if HOLD_NOTHING.match(paragraph.text):
        return had.rstrip()
    hold = HOLD_NOTHING.match(old.text)
    if hold is None or not had:
        return had
    behind = old.text[hold.end() + 1 :][:1]
    return had + (behind if behind.isspace() else " ")


def in_one_manner(one: str, other: str) -> bool:
    """Whether two numbers are typed with the same signs around them, and the same space behind: "(2) " and "(5) "."""
    return _NUMBER.sub("", one) == _NUMBER.sub("", other)


def typed_number(paragraph: Paragraph, like: str, like_number: str | None = None, behind: str = "\t") -> str:
    """A paragraph's number as typed, with the space after it; in the manner of another typed one where it fits.

    Else `behind` stands after it.
    """
    number = printed(paragraph)
    if number is None:
        return ""
    alike = like_number is not None and (typed(like_number) == like_number) == (typed(number) == number)
    if like and alike and like_number and like.count(like_number) == 1 and paragraph.number is not None:
        head, tail = like.split(like_number)
        if "\n" not in like and not (tail.lstrip() and tail.lstrip()[0].isalnum()):
            return head + number + tail
    own = typed(number, right_to_left=way_alone(paragraph.text))
    if HOLD_NOTHING.match(paragraph.text):
        return own
    return own + (" " if paragraph.kind is Kind.SPONSOR_NOTE else behind)
