"""The words of a change with their looks: what to print, in order, with italics and the places of notes.

A change carries its words as text; the looks stand in the runs of the two drafts. Here they are laid together.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from models.comparison.change import Change, Comparison
from models.comparison.words.marked import Words
from models.comparison.words.readable import readable
from models.draft import Draft, Run
from models.forms.marks_in_words import DELETE, EQUAL, INSERT, Noted, around_marks
from models.telling.sorts import sides

__all__ = ["DELETE", "EQUAL", "INSERT"]
_PLAIN = (False, False, False)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one operation and one look (italic, bold, underline), or a note's mark, then `note` is its id.

    `note` is an id of the old draft where the operation is delete, else of the new one. `ends`: it is the line feed
    at the end of a paragraph, not the break of a line within one.
    """

    op: str
    text: str
    marks: tuple[bool, bool, bool] = _PLAIN
    note: int | None = None
    ends: bool = False

    @property
    def shown(self) -> str:
        """Its text with signs for ends of paragraphs and breaks of lines that are gone, which nobody would see."""
        return self.text.replace("\n", "¶ " if self.ends else "↵ ") if self.op == DELETE else self.text


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph as printed: the position in its draft, and its pieces. `old` where it is gone with its change."""

    position: int
    pieces: tuple[Piece, ...]
    old: bool = False


def lines(comparison: Comparison, change: Change, *, plain_words: bool = False) -> tuple[Line, ...]:
    """The paragraphs to print for a change: those of the new draft, or the old ones where nothing is left.

    A paragraph that was merged into another leaves a deleted line feed in it.
    """
    words = change.words if plain_words else readable(change.words)
    old = _Looks.of(comparison.old, change.old)
    new = _Looks.of(comparison.new, change.new)
    kept_notes = _notes_that_stay(comparison, change)
    pieces = list(_pieces(words, old, new, kept_notes))
    gone = not change.new
    places = change.old if gone else change.new
    return tuple(
        Line(position, tuple(part), gone) for position, part in zip(places, _parted(pieces, gone), strict=True)
    )


def marks_that_differ(comparison: Comparison, change: Change) -> tuple[list[bool], list[bool]]:
    """Of the marks of notes in the old and in the new paragraphs of a change, in their order, which went and came."""
    if not any(paragraph.footnotes for paragraph in sides(comparison, change)):
        return [], []
    marks = [one.op for line in lines(comparison, change) for one in line.pieces if one.note is not None]
    return [op == DELETE for op in marks if op != INSERT], [op == INSERT for op in marks if op != DELETE]


def note_pieces(words: Words, *, plain_words: bool = False) -> tuple[Piece, ...]:
    """The words of a footnote's change."""
    return tuple(Piece(op, text) for op, text in (words if plain_words else readable(words)))


@dataclass(frozen=True, slots=True)
class _Looks:
    """The looks of one side: the marks from each offset on, notes by offset, ends of paragraphs, and all such edges.

    Offsets are code points of the paragraphs' texts joined by line feeds.
    """

    marks: tuple[tuple[int, tuple[bool, bool, bool]], ...]
    notes: dict[int, list[int]] = field(default_factory=dict)
    breaks: frozenset[int] = frozenset()
    edges: tuple[int, ...] = ()

    @classmethod
    def of(cls, draft: Draft, positions: Sequence[int]) -> _Looks:
        marks: list[tuple[int, tuple[bool, bool, bool]]] = []
        notes: dict[int, list[int]] = {}
        breaks: list[int] = []
        offset = 0
        for number, position in enumerate(positions):
            if number:
                breaks.append(offset)
                marks.append((offset, _PLAIN))
                offset += 1
            for run in draft.paragraphs[position].runs:
                offset = _note_or_text(run, offset, marks, notes)
        edges = {at for at, _ in marks} | set(notes) | {edge for at in breaks for edge in (at, at + 1)}
        return cls(tuple(marks), notes, frozenset(breaks), tuple(sorted(edges)))

    @property
    def row(self) -> Noted:
        """The notes in the order of their marks."""
        return [(at, note) for at, notes in self.notes.items() for note in notes]

    def stretches(
        self, start: int, end: int, also: Iterable[int] = ()
    ) -> Iterator[tuple[int, int, tuple[bool, bool, bool]]]:
        """The parts of [start, end) between changes of look and notes, and at other places that are cut too."""
        first, last = bisect_right(self.edges, start), bisect_left(self.edges, end)
        cuts = [start, *self.edges[first:last], end]
        if more := [at for at in also if start < at < end]:
            cuts = sorted({*cuts, *more})
        for one, two in pairwise(cuts):
            yield one, two, self._marks_at(one)

    def _marks_at(self, offset: int) -> tuple[bool, bool, bool]:
        place = bisect_right(self.marks, offset, key=lambda mark: mark[0])
        return self.marks[place - 1][1] if place else _PLAIN


def _note_or_text(
    run: Run, offset: int, marks: list[tuple[int, tuple[bool, bool, bool]]], notes: dict[int, list[int]]
) -> int:
    if run.footnote is not None:
        notes.setdefault(offset, []).append(run.footnote)
        return offset
    marks.append((offset, run.marks))
    return offset + len(run.text)


def _notes_that_stay(comparison: Comparison, change: Change) -> dict[int, int]:
    """Old ids to new ids of the notes that both sides of a change cite."""
    olds = {note for at in change.old for note in comparison.old.paragraphs[at].footnotes}
    news = {note for at in change.new for note in comparison.new.paragraphs[at].footnotes}
    return {
        one: two for pair in comparison.footnotes for one in pair.old for two in pair.new if one in olds and two in news
    }


def _pieces(words: Words, old: _Looks, new: _Looks, stays: dict[int, int]) -> Iterator[Piece]:
    words, pairs = around_marks(words, old.row, new.row, stays)
    marks = _Marks(old.row, new.row, pairs)
    at_old = at_new = 0
    for op, text in words:
        side, first = (old, at_old) if op == DELETE else (new, at_new)
        also = [at - at_old + at_new for at in old.notes] if op == EQUAL else []
        for start, end, looks in side.stretches(first, first + len(text), also):
            if op != INSERT:
                yield from marks.of_old(at_old + start - first)
            if op != DELETE:
                yield from marks.of_new(at_new + start - first)
            yield Piece(op, text[start - first : end - first], looks, ends=start in side.breaks)
        at_old += len(text) * (op != INSERT)
        at_new += len(text) * (op != DELETE)
    yield from marks.of_old(at_old)
    yield from marks.of_new(at_new)


class _Marks:
    """The marks of notes in the order of both sides, each once it is come to."""

    def __init__(self, old: Noted, new: Noted, pairs: Mapping[int, int]) -> None:
        self._old, self._new = old, new
        self._pairs, self._twos = pairs, set(pairs.values())
        self._one = self._two = 0

    def of_old(self, until: int) -> Iterator[Piece]:
        """Those that stood up to an offset of the old side."""
        while self._one < len(self._old) and self._old[self._one][0] <= until:
            yield from self._stays() if self._one in self._pairs else self._gone()

    def of_new(self, until: int) -> Iterator[Piece]:
        """Those that stand up to an offset of the new side."""
        while self._two < len(self._new) and self._new[self._two][0] <= until:
            yield from self._stays() if self._two in self._twos else self._came()

    def _gone(self) -> Iterator[Piece]:
        yield Piece(DELETE, "", note=self._old[self._one][1])
        self._one += 1

    def _came(self) -> Iterator[Piece]:
        yield Piece(INSERT, "", note=self._new[self._two][1])
        self._two += 1

    def _stays(self) -> Iterator[Piece]:
        """The next one that stands on both sides, and what stands before it on either."""
        while self._one not in self._pairs:
            yield from self._gone()
        while self._two not in self._twos:
            yield from self._came()
        yield Piece(EQUAL, "", note=self._new[self._two][1])
        self._one, self._two = self._one + 1, self._two + 1


def _parted(pieces: Sequence[Piece], gone: bool) -> list[list[Piece]]:
    """The pieces of each paragraph; the line feeds between paragraphs of the side that is printed are taken out."""
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.ends and (piece.op == DELETE) is gone:
            parts.append([])
        elif piece.text or piece.note is not None:
            parts[-1].append(piece)
    return parts
