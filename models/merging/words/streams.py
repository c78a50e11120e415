"""Paragraphs as one stream of words, each letter with its marks, each note and each new paragraph as a word of its own.

A stream has no memory of where its letters came from but this, so any two streams can be put together.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice
from typing import Any, NamedTuple

from models.comparison.words.atoms import atoms
from models.comparison.words.readable import readable_blocks
from models.comparison.words.subsequence import Block as Change
from models.comparison.words.tokens import Tokens
from models.draft import Run
from models.merging.sides import Side, Traits
from models.merging.words.telling import telling_words

_LINE = "\U0010fff0"
"""Stands for a line feed inside a paragraph: between paragraphs stands a true one."""
_NOTES = 0x100000
"""From here on a character stands for a note; no text uses this plane."""


class Cell(NamedTuple):
    """Letters with their marks (italic, bold, underline), the place of a note, or the start of a paragraph.

    Where it is laid out, `by` says whose words these are (ours, theirs, both; "": the base's or nobody's), `clash` the
    part in which they clash.
    """

    letters: str = ""
    marks: tuple[bool, bool, bool] = (False, False, False)
    note: str | None = None
    start: Traits | None = None
    by: str = ""
    clash: int | None = None


@dataclass(frozen=True)
class Stream:
    """The text as it is compared, the same with its own line feeds, and what stands in it from which place on."""

    text: str
    letters: str
    offsets: tuple[int, ...]
    stretches: tuple[Cell, ...]

    @cached_property
    def tokens(self) -> Tokens:
        """The text taken apart as a reader sees it: dates and symbols are one word."""
        return atoms(self.text)

    @property
    def words(self) -> Sequence[str]:
        """The words."""
        return self.tokens.words

    @cached_property
    def _changed(self) -> dict[int, tuple[Stream, Sequence[Change]]]:
        return {}

    def changes(self, other: Stream) -> Sequence[Change]:
        """Where a text that was made of it differs, as a reader sees it."""
        if id(other) not in self._changed:
            self._changed[id(other)] = other, readable_blocks(self.tokens, other.tokens)
        return self._changed[id(other)][1]

    @cached_property
    def _starts(self) -> list[int]:
        """Where the spacing before each word begins."""
        whole = self.tokens
        lengths = (len(space) + len(word) for space, word in zip(whole.spaces, whole.words, strict=False))
        return list(accumulate(lengths, initial=0))

    def word(self, at: int) -> tuple[Cell, ...]:
        """The cells of a word."""
        start = self._starts[at] + len(self.tokens.spaces[at])
        return self._cells(start, start + len(self.tokens.words[at]))

    def space(self, at: int) -> tuple[Cell, ...]:
        """The cells of the spacing before a word; before the one after the last: at the end."""
        start = self._starts[at]
        return self._cells(start, start + len(self.tokens.spaces[at]))

    def span(self, first: int, last: int) -> tuple[Cell, ...]:
        """The cells from one word to another, both with it, and of the spacing between them."""
        start = self._starts[first] + len(self.tokens.spaces[first])
        return self._cells(start, self._starts[last + 1])

    def _cells(self, start: int, end: int) -> tuple[Cell, ...]:
        cells = []
        number = bisect_right(self.offsets, start) - 1
        while start < end:
            after = self.offsets[number + 1] if number + 1 < len(self.offsets) else end
            stretch = self.stretches[number]
            if stretch.note is not None or stretch.start is not None:
                cells.append(stretch)
            else:
                cells.append(Cell(self.letters[start : min(after, end)], stretch.marks))
            start, number = after, number + 1
        return tuple(cells)

    def plain(self, start: int, end: int) -> str:
        """The words from start to before end as people read them, notes left out."""
        cells = self._cells(self._starts[start], self._starts[end]) if start < end else ()
        return "".join(cell.letters if cell.start is None else "\n" for cell in cells).strip()

    def stands(self, start: int, end: int) -> tuple[int, int, int]:
        """Where the words from start to before end stand: in the how-manieth paragraph, from which place to which."""
        before = self._cells(0, self._starts[start] + len(self.tokens.spaces[start]))
        breaks = [number for number, cell in enumerate(before) if cell.start is not None]
        own = before[breaks[-1] + 1 :] if breaks else before
        at = sum(len(cell.letters) for cell in own if cell.note is None)
        return len(breaks), at, at + sum(len(cell.letters) for cell in self.span(start, end - 1) if cell.note is None)


class Writer:
    """Makes the streams of one merge, in which a note has one character whatever side it is on."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self.kept: dict[object, Any] = {}
        """What was woven of streams, by what it was woven of."""
        self._telling: dict[str, Sequence[str]] = {}
        self.counted: dict[tuple[str, tuple[str, ...] | None], Counter[str]] = {}
        """What was counted in a text, and in the notes it cites."""
        self.rows: dict[tuple[str, ...], Counter[str | tuple[str, str]]] = {}
        """How often some texts say each word that tells something, and each two of them in a row."""

    def telling(self, text: str) -> Sequence[str]:
        """The words of a text that tell something; most texts are those of all three sides."""
        if text not in self._telling:
            self._telling[text] = telling_words(text)
        return self._telling[text]

    def paragraphs(self, side: Side, positions: Iterable[int]) -> Stream:
        """Some paragraphs of a side, one after the other; the traits of the first are not in it."""
        stretches: list[tuple[str, Cell]] = []
        for number, at in enumerate(positions):
            own = self._stretches(side, side.draft.paragraphs[at].runs)
            if number:
                stretches.append(("\n", Cell("\n", start=side.traits(at))))
                stretches += [(_without_capital(text), cell) for text, cell in islice(own, 1)]
            stretches += own
        return _stream(stretches)

    def note(self, runs: Iterable[Run]) -> Stream:
        """The words of a note."""
        return _stream(self._stretches(None, runs))

    def _stretches(self, side: Side | None, runs: Iterable[Run]) -> Iterator[tuple[str, Cell]]:
        """What is compared and what it is, run by run."""
        for run in runs:
            if run.footnote is not None and side is not None:
                key = side.key(run.footnote)
                yield self._code(f"{key}*" if key in side.reworded else key), Cell(" ", note=key)
            elif run.text:
                yield run.text.replace("\n", _LINE), Cell(run.text, run.marks)

    def _code(self, key: str) -> str:
        """A note that a side reworded is another word: who deletes it meanwhile contradicts."""
        return self._codes.setdefault(key, chr(_NOTES + len(self._codes)))


def _without_capital(text: str) -> str:
    """The beginning of a paragraph as it would stand within one, where it stands if two are joined."""
    at = len(text) - len(text.lstrip("[(“«"))
    small, after = text[at : at + 1].lower(), text[at + 1 : at + 2]
    return text[:at] + small + text[at + 1 :] if len(small) == 1 and (after.islower() or after == " ") else text


def _stream(stretches: Iterable[tuple[str, Cell]]) -> Stream:
    held = list(stretches)
    offsets = accumulate((len(text) for text, _ in held[:-1]), initial=0)
    return Stream(
        "".join([text for text, _ in held]),
        "".join([cell.letters for _, cell in held]),
        tuple(offsets) if held else (),
        tuple(cell._replace(letters="") for _, cell in held),
    )


NOTHING = _stream([])
"""The text of a side that has none."""


def is_note(word: str) -> bool:
    """Whether a word of a stream stands for a note."""
    return ord(word[0]) >= _NOTES


def said(text: str) -> tuple[Cell, ...]:
    """The cells of words that stand in none of the sides."""
    return (Cell(text),)


def single(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """The same with a cell for each letter."""
    return tuple(part for cell in cells for part in ([cell._replace(letters=one) for one in cell.letters] or [cell]))


def runs_of(cells: Iterable[Cell], numbers: Mapping[str, int]) -> list[Run]:
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
        elif cell.letters:
            marks = cell.marks
            letters.append(cell.letters)
    if letters:
        runs.append(Run("".join(letters), *marks))
    return runs
