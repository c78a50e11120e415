"""A draft as a value: paragraphs in order, and footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from models.draft.once import once


class Kind(StrEnum):
    """What a paragraph is in the structure of a resolution."""

    __hash__ = str.__hash__
    """As fast as that of any text; an enumeration hashes names, which takes ten times as long."""

    MASTHEAD = "masthead"
    ENACTING = "enacting"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    SUBPARAGRAPH = "subparagraph"
    SECTION = "section"
    HEADING = "heading"
    ANNEX = "annex"
    QUOTE = "quote"
    SPONSOR_NOTE = "sponsor-note"
    CLOSING = "closing"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with marks, or the place of a footnote (then `text` is empty)."""

    text: str = ""
    italic: bool = False
    bold: bool = False
    underline: bool = False
    footnote: int | None = None

    @property
    def marks(self) -> tuple[bool, bool, bool]:
        """Italic, bold, underline."""
        return (self.italic, self.bold, self.underline)

    def __reduce__(self) -> tuple[type[Run], tuple[object, ...]]:
        """As `dataclass` has one handed to another process, in a quarter of the time."""
        return Run, (self.text, self.italic, self.bold, self.underline, self.footnote)


@dataclass(frozen=True, init=False)
class Paragraph:
    """A numbered or unnumbered unit of the text.

    `number` is the number as printed, without its full stop ("3", "(a)", "II", "3 bis"), or None.
    `level` counts from 0 (PP, OP), 1 (a), 2 (i), 3 a. `set_label` overrides the computed label
    ("PP5 bis"). `cell` is (table, row, column), counted from 0, of a paragraph inside a table.
    """

    kind: Kind
    runs: tuple[Run, ...] = ()
    level: int = 0
    number: str | None = None
    set_label: str | None = None
    cell: tuple[int, int, int] | None = None

    def __init__(
        self,
        kind: Kind,
        runs: tuple[Run, ...] = (),
        level: int = 0,
        number: str | None = None,
        set_label: str | None = None,
        cell: tuple[int, int, int] | None = None,
    ) -> None:
        """As `dataclass` makes one for a frozen class, in a third of the time: long texts are made of these."""
        own = self.__dict__
        own["kind"] = kind
        own["runs"] = runs
        own["level"] = level
        own["number"] = number
        own["set_label"] = set_label
        own["cell"] = cell

    @once
    def text(self) -> str:
        """The words alone: no number, no note marks."""
        if len(self.runs) == 1:
            return self.runs[0].text  # as of most; all texts of a draft are asked for at once
        return "".join([run.text for run in self.runs])

    @once
    def folded(self) -> str:
        """The words as they are to who looks for some: accents and capitals count for nothing."""
        from models.draft.alike import folded  # no part of the start

        return folded(self.text).casefold()

    @once
    def footnotes(self) -> tuple[int, ...]:
        """Ids of the footnotes cited, in order; a source cited twice stands twice."""
        return tuple([run.footnote for run in self.runs if run.footnote is not None])


@dataclass(frozen=True)
class Footnote:
    """An entity of the draft; `mark` as printed ("1", "*"), its runs hold no further footnotes."""

    id: int
    mark: str
    runs: tuple[Run, ...] = ()

    @cached_property
    def text(self) -> str:
        """The words of the note, without its mark."""
        return "".join(run.text for run in self.runs)

    def as_paragraph(self) -> Paragraph:
        """The note as a paragraph of plain text, for what takes paragraphs."""
        return Paragraph(Kind.TEXT, tuple(run for run in self.runs if run.footnote is None))


def is_raised(mark: str) -> bool:
    """Whether the mark of a note stands raised and small: a figure or a letter; signs are as large as the words."""
    return any(letter.isalnum() for letter in mark)


@dataclass(frozen=True)
class Draft:
    """One state of a text. Editing makes another one."""

    paragraphs: tuple[Paragraph, ...] = ()
    footnotes: tuple[Footnote, ...] = field(default=())

    def __reduce__(self) -> tuple[object, ...]:
        """As it is handed to another process: the paragraphs of a long text in columns, in half the time."""
        every = self.paragraphs
        columns = (
            [one.kind for one in every],
            [one.runs for one in every],
            [one.level for one in every],
            [one.number for one in every],
            [one.set_label for one in every],
            [one.cell for one in every],
        )
        return _of_columns, (columns, self.footnotes)

    @cached_property
    def note(self) -> dict[int, Footnote]:
        """The footnotes by id."""
        return {note.id: note for note in self.footnotes}

    def mark(self, note: int) -> str:
        """A note's mark as printed, its id where there is no such note."""
        return self.note[note].mark if note in self.note else str(note)

    @once
    def heads(self) -> tuple[int, ...]:
        """What each item stands under, the nearest above it of a lower level; -1 for what is no item, or under none."""
        found: list[int] = []
        above: list[tuple[int, int]] = []
        for at, one in enumerate(self.paragraphs):
            is_item = one.kind is Kind.SUBPARAGRAPH
            while above and (not is_item or above[-1][0] >= one.level):
                above.pop()
            found.append(above[-1][1] if is_item and above else -1)
            above.append((one.level if is_item else -1, at))
        return tuple(found)


def tidy_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The same text with adjacent runs of equal marks joined and empty runs dropped."""
    tidy: list[Run] = []
    parts: list[str] = []  # of the last of them, where it is of several: joined one by one they take their square
    for run in runs:
        if run.footnote is None and not run.text:
            continue
        last = tidy[-1] if tidy else None
        alike = last is not None and (last.italic, last.bold, last.underline) == (run.italic, run.bold, run.underline)
        if last is not None and alike and last.footnote is None and run.footnote is None:
            parts += [run.text] if parts else [last.text, run.text]
            continue
        if parts:
            tidy[-1] = _with_text(tidy[-1], parts)
            parts = []
        tidy.append(run)
    if parts:
        tidy[-1] = _with_text(tidy[-1], parts)
    return tuple(tidy)


def _with_text(run: Run, parts: list[str]) -> Run:
    return Run("".join(parts), run.italic, run.bold, run.underline)


def letters(runs: Iterable[Run], start: int, end: int) -> tuple[Run, ...]:
    """The runs between two offsets of their text, cut where they cross them, without marks of notes."""
    kept, at = list[Run](), 0
    for run in runs:
        after = at + len(run.text)
        if run.text and at < end and after > start:
            whole = start <= at and after <= end
            text = run.text[max(0, start - at) : end - at]
            kept.append(run if whole else Run(text, run.italic, run.bold, run.underline))
        at = after
    return tidy_runs(kept)


def _of_columns(columns: Sequence[Sequence[Any]], footnotes: tuple[Footnote, ...]) -> Draft:
    return Draft(tuple(map(Paragraph, *columns)), footnotes)
