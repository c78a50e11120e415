"""Numbers of a text with changes: what follows goes on following, over sections too, and what was set stays set.

A paragraph has its number the way it has it in the draft it is of, the new one first, where the text shows it so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from models.draft import Draft, Kind, Paragraph
from models.draft.numbering import Count, has_suffix, sole_operatives


class Way(NamedTuple):
    """How a paragraph has its number: it follows, or it goes on over sections, or it was set to one."""

    name: str
    set: str | None = None


FOLLOWS, GOES_ON = Way("follows"), Way("goes on")


class _Counted:
    """Where the count stands, with that which goes on over sections."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._alone = sole_operatives(paragraphs)
        self._count, self._all, self._at = Count(), 0, 0

    def following(self, paragraph: Paragraph) -> str | None:
        return self._count.number(paragraph, self._at in self._alone)

    def going_on(self, paragraph: Paragraph) -> str | None:
        counted = paragraph.kind is Kind.OPERATIVE and paragraph.set_label is None
        return str(self._all + 1) if counted else None

    def pass_by(self, paragraph: Paragraph) -> None:
        self._at += 1
        self._count.pass_by(paragraph)
        if paragraph.kind in (Kind.ANNEX, Kind.ENACTING):
            self._all = 0
        elif paragraph.kind is Kind.OPERATIVE and paragraph.set_label is None and not has_suffix(paragraph.number):
            self._all = self._count.operative


def ways(draft: Draft) -> Iterator[tuple[Way, ...]]:
    """For each paragraph the ways in which it may have its number, the likeliest first."""
    counted = _Counted(draft.paragraphs)
    for one in draft.paragraphs:
        found = [FOLLOWS] * (counted.following(one) == one.number)
        if one.number is not None and counted.going_on(one) == one.number:
            found.append(GOES_ON)
        yield (*found, Way("set", one.number))
        counted.pass_by(one)


def numbered(paragraphs: Sequence[Paragraph], had: Sequence[Way]) -> tuple[Paragraph, ...]:
    """Paragraphs with the numbers they have in these ways."""
    counted = _Counted(paragraphs)
    found = []
    for one, way in zip(paragraphs, had, strict=True):
        number = way.set
        if way == FOLLOWS:
            number = counted.following(one)
        elif way == GOES_ON:
            number = counted.going_on(one)
        found.append(one if one.number == number else replace(one, number=number))
        counted.pass_by(found[-1])
    return tuple(found)
