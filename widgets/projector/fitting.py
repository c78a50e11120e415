"""The largest letters at which paragraphs fit a screen, and pages where even the least do not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from widgets.paper.block import Block
from widgets.paper.pieces import Mark, Pieces
from widgets.paper.type import TextType
from widgets.projector.paragraph import ProjectorParagraph, before_caret, bracketed, changed, pieces_of
from widgets.theme.tokens import Tokens
from widgets.theme.utf16 import utf16

LARGEST, LEAST = 0.037, 0.020
"""Letters in widths of the screen; under the least the last row of a room cannot read them."""
LEAD, WEIGHT, OPTICAL = 1.48, 460, 14.0
_GAP = 0.5
_LEVEL = 0.045
_NOTE = 0.56
_NOTES_GAP = 0.9


@dataclass(frozen=True)
class Row:
    """A paragraph, or a note of one, laid out: where it lies from the top of the first page on."""

    block: Block
    top: float
    indent: float
    number: str = ""
    is_label: bool = False
    tinted: tuple[tuple[int, int], ...] = ()
    is_note: bool = False
    marks: frozenset[Mark] = frozenset()
    gone: bool = False
    """Its number is struck too."""
    caret: float | None = None
    """Where the line with the caret begins."""

    @property
    def bottom(self) -> float:
        """Where the next may begin."""
        return self.top + self.block.height


@dataclass(frozen=True)
class Fitted:
    """Rows at a size in pixels, and where each page begins and ends in them."""

    size: float
    rows: tuple[Row, ...]
    pages: tuple[tuple[float, float], ...]

    @property
    def height(self) -> float:
        """Of all rows, in pixels."""
        return self.rows[-1].bottom if self.rows else 0.0

    @property
    def page_of_caret(self) -> int | None:
        """The page with the caret, None where that is in none of the paragraphs."""
        line = next((row.caret for row in self.rows if row.caret is not None), None)
        return None if line is None else self._page_of(line)

    @property
    def page_of_standing(self) -> int:
        """The page where the first paragraph begins that is not gone."""
        return self._page_of(next((row.top for row in self.rows if not row.gone), 0.0))

    def _page_of(self, line: float) -> int:
        return max(0, bisect_right([start for start, _ in self.pages], line) - 1)

    def marked(self, mark: Mark) -> bool:
        """Whether some words carry a mark."""
        return any(mark in row.marks for row in self.rows)

    @property
    def brackets(self) -> bool:
        """Whether a pair of brackets stands in them."""
        return any(row.tinted for row in self.rows)


def fit(
    paragraphs: Sequence[ProjectorParagraph],
    room: tuple[float, float],
    screen: float,
    tokens: Tokens,
    *,
    notes: bool = False,
    guess: float = 0.0,
) -> Fitted:
    """Lay paragraphs into a room (width, height) on a screen of a width, as large as they fit.

    `guess` is a size that fitted before: while one types it mostly fits again, which saves the search.
    """
    pieces = [pieces_of(paragraph) for paragraph in paragraphs]

    def at(size: float) -> Fitted:
        rows = _rows(paragraphs, pieces, size, room[0], tokens, notes)
        return Fitted(size, rows, _pages(rows, room[1]))

    least, largest = max(12, round(screen * LEAST)), max(14, round(screen * LARGEST))
    smallest = at(least) if guess == least else None
    if smallest is not None and smallest.height > room[1]:
        return smallest
    made = at(largest)
    if made.height <= room[1]:
        return made
    smallest = smallest or at(least)
    if smallest.height > room[1]:
        return smallest
    low, high = least, largest
    if least < guess < largest and at(guess).height <= room[1]:
        low = round(guess)
        if at(guess + 1).height > room[1]:
            high = low + 1
    while high - low > 1:
        middle = (low + high) // 2
        if at(middle).height <= room[1]:
            low = middle
        else:
            high = middle
    return at(low)


def _rows(
    paragraphs: Sequence[ProjectorParagraph],
    pieces: Sequence[Pieces],
    size: float,
    width: float,
    tokens: Tokens,
    notes: bool,
) -> tuple[Row, ...]:
    kind = TextType(size, float(round(size * LEAD)), WEIGHT, OPTICAL)
    made: list[Row] = []
    top = 0.0
    first = paragraphs[0].level if paragraphs else 0
    for paragraph, its in zip(paragraphs, pieces, strict=True):
        indent = round(max(0, paragraph.level - min(first, paragraph.level)) * _LEVEL * width)
        block = Block(its, kind, width - indent, right_to_left=paragraph.mirrored, tokens=tokens)
        label = paragraph.label if not paragraph.number and len(paragraphs) > 1 else ""
        made.append(
            Row(
                block,
                top,
                indent,
                paragraph.number or label,
                is_label=bool(label),
                tinted=() if paragraph.gone else bracketed("".join(piece.text for piece in its)),
                marks=frozenset(mark for mark in Mark if changed(its, mark)),
                gone=paragraph.gone,
                caret=None if paragraph.caret is None else top + _line_of(block, its, paragraph.caret) * block.lead,
            )
        )
        top += block.height + round(size * _GAP)
    return (*made, *_note_rows(paragraphs, size, width, tokens, top)) if notes else tuple(made)


def _line_of(block: Block, pieces: Pieces, caret: int) -> int:
    return block.line_of(utf16(before_caret(pieces, caret)))


def _note_rows(
    paragraphs: Sequence[ProjectorParagraph], size: float, width: float, tokens: Tokens, top: float
) -> list[Row]:
    small = round(size * _NOTE)
    kind = TextType(small, float(round(small * LEAD)), WEIGHT, OPTICAL)
    made: list[Row] = []
    top += round(size * _NOTES_GAP)
    told: set[int] = set()
    for paragraph in paragraphs:
        for note in paragraph.notes:
            if note.id in told:
                continue
            told.add(note.id)
            alone = ProjectorParagraph(note.runs, right_to_left=paragraph.mirrored)
            block = Block(pieces_of(alone), kind, width, right_to_left=paragraph.mirrored, tokens=tokens)
            made.append(Row(block, top, 0.0, note.mark, is_note=True))
            top = made[-1].bottom
    return made


def _pages(rows: Sequence[Row], height: float) -> tuple[tuple[float, float], ...]:
    """Cut the rows between their lines into pages of a height; a page has one line at the least."""
    pages: list[tuple[float, float]] = []
    start = end = 0.0
    for row in rows:
        for line in range(row.block.lines):
            top = row.top + line * row.block.lead
            bottom = top + row.block.lead
            if bottom - start > height and end > start:
                pages.append((start, end))
                start = top
            end = bottom
    if end > start or not pages:
        pages.append((start, end))
    return tuple(pages)


def page_room(width: float, height: float) -> QRectF:
    """Where the text stands on a screen; the number hangs before it."""
    return QRectF(width * 0.11, height * 0.15, width * 0.82, height * 0.74)
