"""Where things lie across the compare page, side by side and inline, at a width."""

from __future__ import annotations

from dataclasses import dataclass

from widgets.paper import type as letters
from widgets.paper.number import LongNumbers, widest
from widgets.paper.picture import SIGN
from widgets.paper.type import TextType
from widgets.theme.tokens import Measures

PAD_TOP, PAD_BOTTOM = 11.0, 12.0
GAP = float(Measures.PARAGRAPH_GAP)
_EDGE = 18.0
_NUMBER_GAP, _BEFORE_NUMBER = 18.0, 6.0
LABELS = 30.0
"""So much of the room for a number is that of its letters, and grows with them."""
_WIDEST = 600.0
_INLINE_WIDTH, _INLINE_SIGN, _INLINE_NUMBER, _INLINE_TEXT = 780.0, 36.0, 52.0, 620.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A column of text: where its number ends, where the text begins, and how wide it is."""

    edge: float
    number_end: float
    text: float
    width: float


@dataclass(frozen=True, slots=True)
class Columns:
    """The page across; side by side `old` and `new` differ, inline they are the same cell."""

    inline: bool
    width: float
    old: Cell
    new: Cell
    sign: float
    start: float
    end: float
    body: TextType
    note: TextType


def fold_row(body: TextType) -> float:
    """How high a fold is among the rows of a text."""
    return float(round(Measures.FOLD_ROW * body.grown))


def side_by_side(width: float, zoom: float, wide: bool, hung: LongNumbers = frozenset()) -> Columns:
    """Two cells with a gutter for the sign between them; `hung` are long numbers, which are to be whole."""
    body = (letters.COMPARE_WIDE if wide else letters.COMPARE).zoomed(zoom)
    usual = Measures.CELL_NUMBER + LABELS * (body.grown - 1)
    number = max(usual, widest(hung, body) + _NUMBER_GAP + _BEFORE_NUMBER)
    gutter = Measures.CELL_GUTTER + SIGN * (body.grown - 1)
    half = max(160.0, (width - 2 * number - gutter - _EDGE) / 2)
    text = min(half, max(_WIDEST, _WIDEST * zoom))
    second = number + half + gutter
    old = Cell(0, number - _NUMBER_GAP, number, text)
    new = Cell(second, second + number - _NUMBER_GAP, second + number, text)
    note = (letters.NOTE_WIDE if wide else letters.NOTE).zoomed(zoom)
    return Columns(False, width, old, new, second - gutter / 2, 0, width, body, note)


def inline(width: float, zoom: float, wide: bool, hung: LongNumbers = frozenset()) -> Columns:
    """One column in the middle: sign, number, text; `hung` are long numbers, which are to be whole."""
    body = (letters.INLINE_WIDE if wide else letters.INLINE).zoomed(zoom)
    number = max(_INLINE_NUMBER + LABELS * (body.grown - 1), widest(hung, body) + _NUMBER_GAP)
    text = _INLINE_TEXT * max(1.0, zoom) + (80 if wide else 0)
    sign = _INLINE_SIGN + SIGN * (body.grown - 1)
    whole = min(_INLINE_WIDTH - _INLINE_TEXT - _INLINE_NUMBER - _INLINE_SIGN + sign + number + text, width - 16)
    start = max(8.0, (width - whole) / 2)
    at = start + sign + number
    cell = Cell(start, at - _NUMBER_GAP, at, min(text, start + whole - at - 12))
    note = (letters.NOTE_WIDE if wide else letters.NOTE).zoomed(zoom)
    return Columns(True, width, cell, cell, start + 2 + sign / 2, start, start + whole, body, note)
