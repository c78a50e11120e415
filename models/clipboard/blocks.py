"""What is read of a page: its paragraphs as blocks, pieces of letters and marks of notes, and what was met there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby

from models.clipboard.cells import Cell
from models.clipboard.lists import Number
from models.clipboard.said_of_itself import Said
from models.draft import Run

BREAK = "\u2028"
"""Stands for a line end inside a paragraph until it is known what it means."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one look, or (with `note`) a mark; the key of a mark that is only raised figures begins with "^"."""

    text: str
    marks: tuple[bool, bool, bool] = (False, False, False)
    note: str = ""

    def run(self) -> Run:
        """The letters as a run."""
        return Run(self.text, *self.marks)


@dataclass
class Block:
    """One paragraph of a page; `bare` where no element bounds it, `cell` where a table holds it.

    `kept` where Adref wrote it, which reads as it stands, empty too; `verbatim` where each of its spaces counts, `said`
    what it is there. `heading` is the level of one, counted from 0. `joins` where its end was deleted. `quoted` says
    within how many mails that are answered it stands.
    """

    pieces: list[Piece] = field(default_factory=list)
    number: Number | None = None
    bare: bool = True
    cell: Cell | None = None
    kept: bool = False
    verbatim: bool = False
    said: Said | None = None
    heading: int | None = None
    joins: bool = False
    quoted: int = 0

    def lines(self) -> list[list[Piece]]:
        """Its letters and marks, line by line."""
        lines: list[list[Piece]] = [[]]
        for piece in self.pieces:
            if piece.text == BREAK:
                lines.append([])
            else:
                lines[-1].append(piece)
        return lines


@dataclass
class Page:
    """What was read of a page, and what was met that a draft cannot hold."""

    blocks: list[Block] = field(default_factory=list)
    gone: int = 0
    inserted: int = 0
    struck: int = 0
    pictures: int = 0
    boxes: int = 0
    comments: int = 0
    hidden: int = 0
    equations: int = 0
    joined: int = 0
    merged: bool = False

    def count(self, other: Page) -> None:
        """Tells of what was met in another part, as in a note, too; its tables are not among that."""
        for what in ("gone", "inserted", "struck", "pictures", "boxes", "comments", "hidden", "equations", "joined"):
            setattr(self, what, getattr(self, what) + getattr(other, what))


def in_one(above: Block, block: Block) -> Block:
    """Two paragraphs without the end of the first; what the second is, both are, as in Word."""
    number = block.number if block.number is not None else above.number
    return replace(block, pieces=joined([*above.pieces, *block.pieces]), number=number)


def joined(pieces: list[Piece]) -> list[Piece]:
    """The same pieces, neighbours of one look made one; line ends stay by themselves."""
    kept: list[Piece] = []
    for (marks, alone), group in groupby(pieces, lambda piece: (piece.marks, piece.note or piece.text == BREAK)):
        same = list(group)
        kept += same if alone else [Piece("".join(piece.text for piece in same), marks)]
    return kept
