"""A page for the room, painted: number, text, what is open, the legend of the signs, the title."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from models.telling.figures import counted
from widgets.paper.pieces import Mark
from widgets.paper.type import serif
from widgets.projector.fitting import OPTICAL, WEIGHT, Fitted, Row, page_room
from widgets.theme import fonts
from widgets.theme.cut import cut_in
from widgets.theme.tokens import Tokens

_EDGE, _GAP = 0.02, 0.022
"""The least margin beside a hung number, and from it to the text, in widths."""
_HEAD, _FOOT = 0.0155, 0.0137
_HEAD_AT, _FOOT_AT = 0.094, 0.937
_LEAST_LETTERS = 11.0
_SINGLE = "[ ]"


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the text: the paragraph's name, how many brackets are open, the title of the text."""

    head: str
    brackets: int
    title: str
    mirrored: bool = False


@dataclass(frozen=True)
class _Sheet:
    """The painter and what all parts of a page need."""

    painter: QPainter
    width: float
    height: float
    mirrored: bool
    tokens: Tokens

    @property
    def room(self) -> QRectF:
        place = page_room(self.width, self.height)
        return self.across(place.left(), place.top(), place.width(), place.height())

    def across(self, start: float, top: float, wide: float, high: float) -> QRectF:
        """A box that begins at the leading edge."""
        return QRectF(self.width - start - wide if self.mirrored else start, top, wide, high)

    def words(self, text: str, font: QFont, colour: QColor, start: float, base: float, wide: float) -> None:
        """One line with its letters on a base line, cut where room is short; `start` from the leading edge."""
        metrics = QFontMetricsF(font)
        cut = cut_in(metrics, text, wide)
        box = self.across(start, 0, metrics.horizontalAdvance(cut), 0)
        self.painter.setFont(font)
        self.painter.setPen(colour)
        self.painter.drawText(QPointF(box.left(), base), cut)


def draw_page(painter: QPainter, size: QSize, fitted: Fitted, page: int, around: Around, tokens: Tokens) -> None:
    """Draw one page of a fitted text on a screen of a size."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sheet = _Sheet(painter, size.width(), size.height(), around.mirrored, tokens)
    painter.fillRect(QRectF(0, 0, sheet.width, sheet.height), tokens.paper)
    _draw_head(sheet, around.head, around.brackets)
    _draw_text(sheet, fitted, page)
    _draw_foot(sheet, fitted, page, around.title)


def _draw_head(sheet: _Sheet, head: str, brackets: int) -> None:
    font = fonts.sans(max(_LEAST_LETTERS, sheet.width * _HEAD), 500)
    base, room = sheet.height * _HEAD_AT, page_room(sheet.width, sheet.height)
    end = room.right()
    if brackets:
        strong = fonts.sans(max(_LEAST_LETTERS, sheet.width * _HEAD), 600)
        words = f"{_SINGLE}  {counted(brackets, 'bracket')} open"
        wide = QFontMetricsF(strong).horizontalAdvance(words)
        end -= wide
        sheet.words(words, strong, sheet.tokens.bracketed, end, base, wide + 2)
        end -= sheet.width * _GAP
    sheet.words(head, font, sheet.tokens.ink2, room.left(), base, end - room.left())


def _draw_text(sheet: _Sheet, fitted: Fitted, page: int) -> None:
    painter, room = sheet.painter, sheet.room
    start, end = fitted.pages[page]
    painter.save()
    # Marks of a line reach a little beyond it; whole lines are cut away, never letters.
    painter.setClipRect(QRectF(0, room.top() - 1, sheet.width, end - start + 2))
    for row in fitted.rows:
        if row.top < end and row.bottom > start:
            _draw_row(sheet, row, room.top() - start, fitted.size)
    painter.restore()


def _draw_row(sheet: _Sheet, row: Row, shift: float, size: float) -> None:
    painter, tokens = sheet.painter, sheet.tokens
    left = page_room(sheet.width, sheet.height).left() + row.indent
    box = sheet.across(left, row.top + shift, row.block.width, row.block.height)
    if tokens.tint_bracketed is not None:
        for start, end in row.tinted:
            for rect in row.block.boxes(start, end):
                painter.fillRect(rect.translated(box.topLeft()), tokens.tint_bracketed)
    row.block.paint(painter, box.topLeft())
    if row.number:
        _draw_number(sheet, row, left, row.top + shift, size)


def _draw_number(sheet: _Sheet, row: Row, left: float, top: float, size: float) -> None:
    """Beside the first line, ending before the text; a long one ("3 bis.") in smaller letters."""
    gap, base = sheet.width * _GAP, top + row.block.first_baseline
    letters = size * (0.46 if row.is_label else 0.5 if row.is_note else 1.0)
    room = left - gap - sheet.width * _EDGE
    font = _number_font(row, letters)
    wide = QFontMetricsF(font).horizontalAdvance(row.number)
    if wide > room:
        font = _number_font(row, letters * room / wide)
        wide = QFontMetricsF(font).horizontalAdvance(row.number)
    colour = sheet.tokens.removed if row.gone else sheet.tokens.ink3 if row.is_label else sheet.tokens.ink
    if row.block.right_to_left:
        sheet.painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    sheet.words(row.number, font, colour, left - gap - wide, base, wide + 2)
    sheet.painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    if row.gone:
        _strike(sheet.painter, sheet.across(left - gap - wide, base, wide, 0), font, colour)


def _strike(painter: QPainter, line: QRectF, font: QFont, colour: QColor) -> None:
    """Strike letters that stand on a line."""
    metrics = QFontMetricsF(font)
    thick = max(1.5, metrics.height() / 16)
    painter.fillRect(QRectF(line.left(), line.top() - metrics.xHeight() / 2, line.width(), thick), colour)


def _number_font(row: Row, letters: float) -> QFont:
    return fonts.sans(letters, 500) if row.is_label else serif(letters, WEIGHT, optical=OPTICAL)


def _draw_foot(sheet: _Sheet, fitted: Fitted, page: int, title: str) -> None:
    letters = max(_LEAST_LETTERS, sheet.width * _FOOT)
    font, tokens = fonts.sans(letters), sheet.tokens
    metrics = QFontMetricsF(font)
    base, room = sheet.height * _FOOT_AT, page_room(sheet.width, sheet.height)
    at = room.left()
    for words, mark in _legend(fitted):
        at = _draw_sign(sheet, words, mark, font, at, base) + letters * 1.6
    pages = f"{page + 1} of {len(fitted.pages)}" if len(fitted.pages) > 1 else ""
    line = "   ".join(part for part in (pages, title) if part)
    wide = min(metrics.horizontalAdvance(line), room.right() - at)
    sheet.words(line, font, tokens.ink2, room.right() - wide, base, wide + 2)


def _legend(fitted: Fitted) -> list[tuple[str, Mark | None]]:
    """The signs that stand in the text; None for brackets."""
    signs: list[tuple[str, Mark | None]] = [
        (words, mark) for words, mark in (("added", Mark.ADDED), ("removed", Mark.REMOVED)) if fitted.marked(mark)
    ]
    return [*signs, ("not agreed", None)] if fitted.brackets else signs


def _draw_sign(sheet: _Sheet, words: str, mark: Mark | None, font: QFont, at: float, base: float) -> float:
    """One sign of the legend; where it ends."""
    painter, tokens, metrics = sheet.painter, sheet.tokens, QFontMetricsF(font)
    letters = metrics.height()
    if mark is None:
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        parts = [("[", strong, tokens.bracketed), (words, font, tokens.ink2), ("]", strong, tokens.bracketed)]
        end = at
        # From left to right on a mirrored page too: the words are English.
        for text, one, colour in reversed(parts) if sheet.mirrored else parts:
            wide = QFontMetricsF(one).horizontalAdvance(text)
            sheet.words(text, one, colour, end, base, wide + 2)
            end += wide
        return end
    wide, pad = metrics.horizontalAdvance(words), letters * 0.16
    added = mark is Mark.ADDED
    colour = tokens.added if added else tokens.removed
    tint = tokens.tint_added if added else tokens.tint_removed
    box = sheet.across(at, base - metrics.ascent(), wide + 2 * pad, letters)
    if tint is not None:
        painter.fillRect(box, tint)
    sheet.words(words, font, colour, at + pad, base, wide + 2)
    if added:
        thick = max(1.5, letters / 16)
        painter.fillRect(QRectF(box.left() + pad, base + letters * 0.1, wide, thick), colour)
    else:
        _strike(painter, QRectF(box.left() + pad, base, wide, 0), font, colour)
    return at + wide + 2 * pad
