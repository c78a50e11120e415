"""The words of a change with their looks: what to print, in order, with italics and the places of notes.

A change carries its words as text; the looks stand in the runs of the two drafts. Here they are laid together.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from models.comparison.change import Change, Comparison
from models.comparison.words.marked import Words
from models.comparison.words.readable import readable
from models.draft import Draft, Run

EQUAL, DELETE, INSERT = "equal", "delete", "insert"
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

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int, tuple[bool, bool, bool]]]:
        """The parts of [start, end) between changes of look and notes."""
        first, last = bisect_right(self.edges, start), bisect_left(self.edges, end)
        cuts = [start, *self.edges[first:last], end]
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
    at_old = at_new = 0
    shown_old: set[int] = set()
    shown_new: set[int] = set()
    come = set(stays.values())

    def old_notes(until: int) -> Iterator[Piece]:
        for at in sorted(old.notes):
            if at <= until and at not in shown_old:
                shown_old.add(at)
                yield from (Piece(DELETE, "", note=note) for note in old.notes[at] if note not in stays)

    def new_notes(until: int) -> Iterator[Piece]:
        for at in sorted(new.notes):
            if at <= until and at not in shown_new:
                shown_new.add(at)
                yield from (Piece(EQUAL if note in come else INSERT, "", note=note) for note in new.notes[at])

    for op, text in words:
        done = 0
        if op == DELETE:
            for start, end, marks in old.stretches(at_old, at_old + len(text)):
                yield from old_notes(start)
                yield Piece(op, text[done : done + end - start], marks, ends=start in old.breaks)
                done += end - start
            at_old += len(text)
            continue
        for start, end, marks in new.stretches(at_new, at_new + len(text)):
            if op == EQUAL:
                yield from old_notes(at_old + done)
            yield from new_notes(start)
            yield Piece(op, text[done : done + end - start], marks, ends=start in new.breaks)
            done += end - start
        at_new += len(text)
        if op == EQUAL:
            at_old += len(text)
    yield from old_notes(at_old)
    yield from new_notes(at_new)


def _parted(pieces: Sequence[Piece], gone: bool) -> list[list[Piece]]:
    """The pieces of each paragraph; the line feeds between paragraphs of the side that is printed are taken out."""
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.ends and (piece.op == DELETE) is gone:
            parts.append([])
        elif piece.text or piece.note is not None:
            parts[-1].append(piece)
    return parts
