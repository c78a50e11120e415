"""Where the reading of a text stands, and what each of its paragraphs is read as."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from models.draft import Kind, Paragraph
from models.reading.lettered import Heads
from models.reading.levels import Lists
from models.reading.literals import Literal
from models.reading.reading import ReadingWarning


@dataclass(slots=True)
class Reader:
    """Where the reading stands: the part of the text, the lists that are open, what was found."""

    paragraphs: Sequence[Paragraph]
    literals: list[Literal | None]
    starred: bool
    start: int
    numbered: bool
    """Whether paragraphs that act have numbers."""
    lists: Lists = field(default_factory=lambda: Lists(style=""))
    part: str = "preamble"
    annex: bool = False
    number: int = 0
    preambular: int = 0
    head: str = ""
    fresh: bool = True
    closed: bool = False
    heads: Heads | None = None
    """The numbered headings, once one of them may be lettered."""
    warnings: list[ReadingWarning] = field(default_factory=list)

    def before(self, position: int) -> Paragraph | None:
        """The paragraph with words before a position."""
        paragraphs = self.paragraphs
        return next((paragraphs[at] for at in range(position - 1, -1, -1) if paragraphs[at].text.strip()), None)

    def as_preambular(self, paragraph: Paragraph) -> Paragraph:
        """The next preambular paragraph, which is counted."""
        self.preambular += 1
        self.head = f"PP{self.preambular}"
        self.lists = Lists()
        self.fresh = False
        return of_kind(paragraph, Kind.PREAMBULAR)

    def as_operative(self, paragraph: Paragraph) -> Paragraph:
        """The next operative paragraph that has no number, which is counted."""
        self.lists = Lists()
        self.fresh = False
        self.number += 1
        self.part = "annex" if self.annex else "operative"
        self.head = f"OP{self.number}"
        return of_kind(paragraph, Kind.OPERATIVE)


def of_kind(paragraph: Paragraph, kind: Kind, level: int = 0, number: str | None = None) -> Paragraph:
    """The paragraph as one of a kind, its number kept unless another is said; `replace` takes twice as long."""
    shown = paragraph.number if number is None else number
    return Paragraph(kind, paragraph.runs, level, shown, paragraph.set_label, paragraph.cell)
