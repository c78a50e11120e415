"""What a woven file is a stream of: words, note marks and ends of paragraphs, each with its changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from models.draft import Run, letters
from models.proposals.proposal import Point

_START = Point(0, 0)
STEP = 2
"""From one rank to the next; between two of them something can be set."""


class NotWoven(Exception):
    """The stream does not give the texts that were read: this file is told otherwise."""


def _words(runs: tuple[Run, ...]) -> str:
    return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])


@dataclass(slots=True)
class Atom:
    """A stretch of words, the mark of a note (`note`, its id in the woven file), or the end of a paragraph (`ends`).

    `adds` and `takes` are the changes that put it in and take it out, its own first, then those of its row or cell;
    `looks` are those that make it look otherwise.
    `text` is the words, of an end or a note mark none.
    `base` is where it stands in the base, or would, with `notes_before` marks of notes there before it; `rank` is its
    place among all atoms. Letters of numbers are taken out of the runs: a reading has them apart from the words.
    """

    paragraph: int
    runs: tuple[Run, ...] = ()
    note: int | None = None
    ends: bool = False
    adds: tuple[int, ...] = ()
    takes: tuple[int, ...] = ()
    looks: tuple[int, ...] = ()
    base: Point = _START
    notes_before: int = 0
    rank: int = 0
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = _words(self.runs)

    def cut(self, start: int, end: int) -> None:
        """Leave the letters between two offsets alone."""
        self.runs = letters(self.runs, start, end)
        self.text = _words(self.runs)

    def cut_to(self, strand: Strand, at: int) -> None:
        """Leave the letters alone that are words of its strand, in which it begins at a letter."""
        if (at < strand.head + strand.cut and at + len(self.text) > strand.head) or (
            at + len(self.text) > strand.cut + strand.length
        ):
            behind = strand.head + strand.cut
            rest = letters(self.runs, max(0, behind - at), max(0, strand.cut + strand.length - at))
            self.runs = letters(self.runs, 0, max(0, strand.head - at)) + rest
            self.text = _words(self.runs)

    @property
    def past(self) -> Point:
        """The point of the base after it; its own where it is not in the base."""
        if self.adds:
            return self.base
        if self.ends:
            return Point(self.base.paragraph + 1, 0)
        return Point(self.base.paragraph, self.base.offset + len(self.text))


class Strand(NamedTuple):
    """A paragraph of one reading: the woven paragraphs it is made of, and how many letters its number takes.

    `head` are the letters of its words that stand before the number: brackets, "[(b)] To report". `length` counts all
    letters of its words.
    """

    parts: tuple[int, ...]
    head: int
    cut: int
    length: int

    def in_words(self, at: int) -> int:
        """Which letter of the words one of the paragraph is, or the next that is one."""
        return min(at if at < self.head else max(self.head, at - self.cut), self.length)


class TypedNumber(NamedTuple):
    """The number of a paragraph of the text as sent that tracked changes typed, in a woven paragraph.

    `changes` put its letters in, all of them, or the end before letters that were words.
    """

    paragraph: int
    sent: int
    changes: tuple[int, ...]


class StruckNumber(NamedTuple):
    """The typed number of a paragraph of the base that tracked changes take out, all of it.

    `takes` are, for each stretch of its letters, the changes that take it out.
    """

    paragraph: int
    takes: tuple[tuple[int, ...], ...]
