"""Paragraphs as one stream of words, each letter with its marks, each note and each new paragraph as a word of its own.

A stream has no memory of where its letters came from but this, so any two streams can be put together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from models.comparison.readable import atoms
from models.comparison.tokens import Tokens
from models.draft import Run
from models.merging.sides import Side, Traits

_LINE = "\U0010fff0"
"""Stands for a line feed inside a paragraph: between paragraphs stands a true one."""
_NOTES = 0x100000
"""From here on a character stands for a note; no text uses this plane."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A letter with its marks (italic, bold, underline), the place of a note, or the start of a paragraph."""

    letter: str = ""
    marks: tuple[bool, bool, bool] = (False, False, False)
    note: str | None = None
    start: Traits | None = None


@dataclass(frozen=True)
class Stream:
    """The text as it is compared, and what each of its characters is."""

    text: str
    cells: tuple[Cell, ...]

    @cached_property
    def tokens(self) -> Tokens:
        """The text taken apart as a reader sees it: dates and symbols are one word."""
        return atoms(self.text)

    @property
    def words(self) -> Sequence[str]:
        """The words."""
        return self.tokens.words

    @cached_property
    def _starts(self) -> list[int]:
        """Where the spacing before each word begins."""
        whole = self.tokens
        lengths = (len(space) + len(word) for space, word in zip(whole.spaces, whole.words, strict=False))
        return list(accumulate(lengths, initial=0))

    def word(self, at: int) -> tuple[Cell, ...]:
        """The cells of a word."""
        start = self._starts[at] + len(self.tokens.spaces[at])
        return self.cells[start : start + len(self.tokens.words[at])]

    def space(self, at: int) -> tuple[Cell, ...]:
        """The cells of the spacing before a word; before the one after the last: at the end."""
        start = self._starts[at]
        return self.cells[start : start + len(self.tokens.spaces[at])]

    def plain(self, start: int, end: int) -> str:
        """The words from start to before end as people read them, notes left out."""
        return "".join(cell.letter for at in range(start, end) for cell in (*self.space(at), *self.word(at))).strip()


class Writer:
    """Makes the streams of one merge, in which a note has one character whatever side it is on."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}

    def paragraphs(self, side: Side, positions: Iterable[int]) -> Stream:
        """Some paragraphs of a side, one after the other; the traits of the first are not in it."""
        letters: list[str] = []
        cells: list[Cell] = []
        for number, at in enumerate(positions):
            if number:
                letters.append("\n")
                cells.append(Cell(start=side.traits(at)))
            self._take(side, side.draft.paragraphs[at].runs, letters, cells)
        return Stream("".join(letters), tuple(cells))

    def note(self, runs: Iterable[Run]) -> Stream:
        """The words of a note."""
        letters: list[str] = []
        cells: list[Cell] = []
        self._take(None, runs, letters, cells)
        return Stream("".join(letters), tuple(cells))

    def _take(self, side: Side | None, runs: Iterable[Run], letters: list[str], cells: list[Cell]) -> None:
        for run in runs:
            if run.footnote is not None and side is not None:
                key = side.key(run.footnote)
                letters.append(self._code(f"{key}*" if key in side.reworded else key))
                cells.append(Cell(note=key))
            marks = run.marks
            for letter in run.text:
                letters.append(_LINE if letter == "\n" else letter)
                cells.append(Cell(letter, marks))

    def _code(self, key: str) -> str:
        """A note that a side reworded is another word: who deletes it meanwhile contradicts."""
        return self._codes.setdefault(key, chr(_NOTES + len(self._codes)))


def said(text: str) -> tuple[Cell, ...]:
    """The cells of words that stand in none of the sides."""
    return tuple(Cell(letter) for letter in text)


def runs_of(cells: Iterable[Cell], numbers: dict[str, int]) -> list[Run]:
    """Runs of cells; `numbers` are the ids of notes by key."""
    runs: list[Run] = []
    letters: list[str] = []
    marks = (False, False, False)
    for cell in cells:
        if letters and (cell.note is not None or cell.marks != marks):
            runs.append(Run("".join(letters), *marks))
            letters = []
        if cell.note is not None:
            runs.append(Run(footnote=numbers[cell.note]))
        else:
            marks = cell.marks
            letters.append(cell.letter)
    if letters:
        runs.append(Run("".join(letters), *marks))
    return runs
