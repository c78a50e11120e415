"""Headings whose number is one sign: "C." is the third letter or the hundredth section, "I." the ninth or the first.

The run they stand in tells: what heads the text before them and behind them, as far as an annex or an organ's line.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from models.draft import Paragraph
from models.draft.numbering import from_letters, from_roman
from models.draft.typed_numbers import typed_number
from models.reading.extent import heading_like, section_of

_OF_A_HUNDRED = 50  # so many sections has no text; "L" and "C" are letters
_FAR = 60  # headings: there are 26 letters
_BEGINS = 0.5  # a first section needs none before it, but that says less than one behind it


class Head(NamedTuple):
    """A heading with a number, by its position: what it is as a Roman numeral and as a letter; neither of them parts
    the runs."""

    position: int
    roman: int | None = None
    letter: int | None = None


class Heads:
    """The numbered headings of a text in order, asked in that order which of them are lettered."""

    def __init__(self, paragraphs: Sequence[Paragraph], start: int, divides: Callable[[Paragraph], bool]) -> None:
        """`divides` says of a paragraph whether the count of headings begins anew behind it."""
        self._heads: list[Head] = []
        for at in range(start, len(paragraphs)):
            if divides(paragraphs[at]):
                self._heads.append(Head(at))
            elif sign := _sign(paragraphs[at]):
                self._heads.append(Head(at, from_roman(sign), from_letters(sign) if len(sign) == 1 else None))
        self._lettered: set[int] = set()

    def lettered(self, position: int) -> bool:
        """Whether the heading at a position, which may be a section of one sign, is a letter in its run."""
        heads = self._heads
        at = bisect_left(heads, (position,))
        one = heads[at] if at < len(heads) and heads[at].position == position else None
        if one is None or one.roman is None or one.letter is None:
            return False
        before, behind = self._run(at, -1), self._run(at, 1)
        last = before[0] if before else None
        numerals = {head.roman for head in before if head.position not in self._lettered} - {None}
        letters = sum(bool(run) and run[0].letter == one.letter + step for run, step in ((before, -1), (behind, 1)))
        sections: float = (one.roman - 1 in numerals) + any(head.roman == one.roman + 1 for head in behind)
        follows_letter = last is not None and (last.roman is None or last.position in self._lettered)
        if one.roman == 1 and not numerals and not follows_letter:
            sections += _BEGINS
        is_letter = letters > sections or (letters == sections and (follows_letter or one.roman >= _OF_A_HUNDRED))
        if is_letter:
            self._lettered.add(position)
        return is_letter

    def _run(self, at: int, step: int) -> list[Head]:
        """The headings of one part before or behind one, the nearest first."""
        run: list[Head] = []
        at += step
        while 0 <= at < len(self._heads) and len(run) < _FAR and self._heads[at][1:] != (None, None):
            run.append(self._heads[at])
            at += step
        return run


def _sign(paragraph: Paragraph) -> str:
    """The letter or numeral that numbers a heading, "" for none."""
    if (found := section_of(paragraph)) is not None:
        return found.value
    if paragraph.cell is not None or not heading_like(paragraph.text):
        return ""
    typed = typed_number(f"{paragraph.number.rstrip('.')}. x" if paragraph.number else paragraph.text)
    return typed.figure if typed is not None and typed.sort == "A" else ""
