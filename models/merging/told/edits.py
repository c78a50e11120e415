"""Words of a line of the merged text that follow from the places paragraphs have now: what stands instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from models.draft import Run
from models.merging.conflict import Stretch

_Piece = TypeVar("_Piece", Run, Stretch)


class Edit(NamedTuple):
    """Other words for those between two places of a line, `before` and `after` left out, in code points."""

    start: int
    end: int
    text: str


def touches(edit: Edit, start: int, end: int) -> bool:
    """Whether an edit changes the words between two places, or puts something in at or between them."""
    if edit.start == edit.end:
        return start <= edit.start <= end
    return start < edit.end and edit.start < end


def edited(text: str, edits: Sequence[Edit]) -> str:
    """A text with its edits."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def in_pieces(pieces: Sequence[_Piece], edit: Edit) -> list[_Piece]:
    """Runs, or stretches, with an edit, which looks like the words it stands for and is of the side whose these are."""
    found, at, done = list[_Piece](), 0, False
    for piece in pieces:
        end = at + len(piece.text)
        is_note = isinstance(piece, Run) and piece.footnote is not None
        if not is_note and touches(edit, at, end):
            head, tail = piece.text[: max(edit.start - at, 0)], piece.text[max(edit.end - at, 0) :]
            found.append(replace(piece, text=head + ("" if done else edit.text) + tail))
            done = True
        else:
            found.append(piece)
        at = end
    return found


def all_in_pieces(pieces: Sequence[_Piece], edits: Sequence[Edit]) -> Sequence[_Piece]:
    """Runs, or stretches, with all edits."""
    for edit in sorted(edits, reverse=True):
        pieces = in_pieces(pieces, edit)
    return pieces
