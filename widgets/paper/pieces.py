"""A paragraph cut into pieces that are painted alike: what is new, gone, quiet, a note's mark, or folded away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum

from models.draft import Draft, Paragraph, Run


class Mark(Enum):
    """What happened to words."""

    NONE = ""
    ADDED = "insert"
    REMOVED = "delete"
    QUIET = "quiet"
    CLASH = "clash"
    """Words of two sides that contradict each other, not decided by the reader."""
    SIDE = "side"
    """The name of a side before its words, small; no words of the text."""
    COUNT = "count"
    """The number of a place, on a filled ground; no words of the text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that is painted alike. `fold` is the number of the fold a chip opens, `words` how many words it hides.

    `place` is the number of the place of words that differs, as `models.comparison.partly.places` counts them.
    """

    text: str
    italic: bool = False
    bold: bool = False
    underline: bool = False
    mark: Mark = Mark.NONE
    note: bool = False
    fold: int | None = None
    words: int = 0
    place: int | None = field(default=None, compare=False)


Pieces = tuple[Piece, ...]


def plain(paragraph: Paragraph, draft: Draft) -> Pieces:
    """The pieces of a paragraph without any marks of change."""
    return tidy(_piece(run, draft) for run in paragraph.runs)


def tidy(pieces: Iterable[Piece]) -> Pieces:
    """Adjacent pieces of equal looks joined, empty ones dropped; a comma parts the marks of two notes at one place."""
    joined: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        last = joined[-1] if joined else None
        if last is not None and last.fold is None and _look(last) == _look(piece):
            joined[-1] = replace(last, text=f"{last.text},{piece.text}" if piece.note else last.text + piece.text)
        else:
            joined.append(piece)
    return tuple(joined)


def _look(piece: Piece) -> tuple[object, ...]:
    return piece.italic, piece.bold, piece.underline, piece.mark, piece.note, piece.fold, piece.words


def _piece(run: Run, draft: Draft) -> Piece:
    if run.footnote is not None:
        note = draft.note.get(run.footnote)
        return Piece(note.mark if note else "?", note=True)
    return Piece(run.text, run.italic, run.bold, run.underline)
