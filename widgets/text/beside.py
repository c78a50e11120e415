"""What is painted beside and below the words: the ground of the paragraph one is at, numbers, change bars, brackets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextBlock, QTextLayout

from models.draft import Paragraph
from models.draft.directions import holds_right_to_left
from widgets.paper.lines import line_edges, span_on_lines
from widgets.paper.number import number_of
from widgets.paper.type import TextType, serif, sized
from widgets.text.block_lines import Setting, places_between
from widgets.text.bracketed import Span
from widgets.text.composed import in_layout, with_composed
from widgets.text.looks import indent_of, is_mirrored, look_of
from widgets.theme import fonts, icons
from widgets.theme.tokens import Measures, current

GROUND_BEFORE, GROUND_AFTER = 84.0, 22.0
_WIDE_NUMBER = 1.75
"""A number of two digits, in sizes of its letters."""
_LABEL = 11 / 17
"""A label, in sizes of the letters of its paragraph."""
_NUMBER_ROOM = 100.0
"""How far a number may reach out of the column, in pixels: there is always a little more beside it."""
_SIGN = 11.0
_WARNING = 13.0
_RISE, _SINK = 0.98, 0.40
Cell = tuple[int, int, int]
"""Table, row and column, each from nought."""
Around = tuple[Cell | None, Cell | None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet that is painted on: how wide its column is, its letters, and which way it runs.

    `beyond` is the room beside the column on the side where lines end, `before` how far what is painted may reach out
    on the side where they begin, in pixels.
    """

    width: float
    kind: TextType
    right_to_left: bool = False
    beyond: float = 0.0
    before: float = GROUND_BEFORE

    def of(self, block: QTextBlock) -> Sheet:
        """The sheet as a paragraph has it: what is beside one that runs the other way hangs where that one begins.

        Where there is no room it stays on the side of all others, where it meets no words either.
        """
        return self.turned(is_mirrored(block))

    def turned(self, mirrored: bool) -> Sheet:
        """The sheet as a paragraph has it that begins at the right, or does not."""
        if mirrored == self.right_to_left or self.beyond < Measures.NUMBER_GAP + _WIDE_NUMBER * self.kind.size:
            return self
        return replace(self, right_to_left=mirrored, before=min(GROUND_BEFORE, self.beyond - 2))

    def indent(self, block: QTextBlock, paragraph: Paragraph) -> float:
        """How far a paragraph is set in on the side of its number."""
        indent = indent_of(paragraph)
        return indent if indent and is_mirrored(block) == self.right_to_left else 0.0

    def across(self, x: float, width: float) -> float:
        """The left edge of something `x` from the leading edge of the column."""
        return self.width - x - width if self.right_to_left else x


def paint_ground(painter: QPainter, sheet: Sheet, reach: tuple[float, float]) -> None:
    """The ground of a paragraph that reaches from one height to another."""
    upper, lower = reach
    before, after = sheet.before, GROUND_AFTER
    if sheet.right_to_left:
        before, after = after, before
    place = QRectF(-before, upper, sheet.width + before + after, lower - upper)
    part, edge = painter.clipBoundingRect(), Measures.RADIUS_CONTROL
    if place.left() + edge <= part.left() and part.right() <= place.right() - edge:
        # As in the column: between its round corners it is filled in half of the time, and within its edges at once.
        rounds = part.top() < upper or part.bottom() > lower
        if rounds:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(place, current().hover)
        if rounds:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(current().hover)
    painter.drawRoundedRect(place, Measures.RADIUS_CONTROL, Measures.RADIUS_CONTROL)
    painter.restore()


def reach_of(kind: TextType, setting: Setting, top: float, height: float) -> tuple[float, float]:
    """From where to where a paragraph reaches that is set and begins at `top`, with the room around its letters."""
    lead = setting.lead
    size = kind.size * lead / kind.lead
    rise = size * 0.32 + lead / 2 + (7 if lead > 24 else 3)
    first, last = top + setting.before, top + height - setting.after - lead
    return first + setting.base - rise, last + setting.base - size * 0.64 + rise


def paint_cell(painter: QPainter, sheet: Sheet, reach: tuple[float, float], cell: Cell, around: Around) -> None:
    """What tells a cell of a table from text: rules above and below the rows, a fainter one between cells of one row.

    `around` are the cells of the paragraphs before and after it.
    """
    upper, lower = reach
    before, after = around
    painter.save()
    if before != cell:
        same_row = before is not None and before[:2] == cell[:2]
        painter.setPen(QPen(current().ctl, 1, Qt.PenStyle.DotLine if same_row else Qt.PenStyle.SolidLine))
        painter.drawLine(QPointF(0, upper), QPointF(sheet.width, upper))
    if after is None or after[0] != cell[0]:
        painter.setPen(QPen(current().ctl, 1))
        painter.drawLine(QPointF(0, lower), QPointF(sheet.width, lower))
    painter.restore()


def paint_row(painter: QPainter, sheet: Sheet, block: QTextBlock, top: float, cell: Cell) -> None:
    """The number of its row beside the first cell of one."""
    font, advance = _set_number(f"row {cell[1] + 1}", True, sheet.kind.size, _NUMBER_ROOM)
    painter.setFont(font)
    painter.setPen(current().ink3)
    left = sheet.across(-Measures.NUMBER_GAP - advance, advance)
    painter.drawText(QPointF(left, first_baseline(block, top)), f"row {cell[1] + 1}")


def boxes(sheet: Sheet, block: QTextBlock, top: float, spans: list[Span], seen: QRectF | None = None) -> list[QRectF]:
    """Where stretches of a block lie on its lines, about as high as the letters: on all of them, or on those `seen`."""
    words, layout = block.text(), block.layout()
    text, mixed = words.encode("utf-16-le"), holds_right_to_left(words)
    if layout.preeditAreaPosition() >= 0:
        spans, text = in_layout(layout, spans), with_composed(layout, text)
    if seen is not None:
        spans = _seen(layout, spans, seen.translated(0, -top))
    size = sheet.kind.size
    found = []
    for span in spans:
        for _, line, first, last in span_on_lines(layout, span.start, span.end, text):
            base = top + line.y() + line.ascent()
            for left, right in line_edges(line, first, last, mixed=mixed):
                found.append(QRectF(left, base - size * _RISE, right - left, size * (_RISE + _SINK)))
    return found


def paint_bracketed(painter: QPainter, sheet: Sheet, block: QTextBlock, top: float, spans: list[Span]) -> None:
    """The tint of what stands in brackets."""
    tint = current().tint_bracketed
    if tint is not None and spans:
        for box in boxes(sheet, block, top, spans, painter.clipBoundingRect()):
            painter.fillRect(box, tint)


def _seen(layout: QTextLayout, spans: list[Span], seen: QRectF) -> list[Span]:
    """What of some stretches stands on the lines in sight: a letter that is typed has one or two of many painted."""
    start, end = places_between(layout, seen.top(), seen.bottom())
    cut = [Span(max(span.start, start), min(span.end, end)) for span in spans]
    return [span for span in cut if span.start < span.end]


def paint_alone(painter: QPainter, sheet: Sheet, block: QTextBlock, top: float, spans: list[Span]) -> None:
    """The wavy line under brackets without a partner.

    Painted here, since Qt draws only one of two formats that meet, as where changed words are marked too.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(current().error, 1.4))
    for box in boxes(sheet, block, top, spans):
        # Never out of the column: a letter typed beside it has the margin painted no more than needed.
        middle, base = min(max(box.center().x(), 7.0), sheet.width - 7.0), box.bottom() + 1.0
        points = [QPointF(middle - 6 + 3 * step, base + (-1.6 if step % 2 else 1.6)) for step in range(5)]
        painter.drawPolyline(points)
    painter.restore()


def paint_number(
    painter: QPainter,
    sheet: Sheet,
    block: QTextBlock,
    top: float,
    paragraph: Paragraph,
    label: str | None,
    *,
    warned: bool = False,
) -> QRectF:
    """The number or label of a paragraph at its first line; gives where it stands.

    It is no longer than leaves room for the sign before it where the paragraph is `warned`.
    """
    number = number_of(paragraph, label, right_to_left=sheet.right_to_left)
    base = first_baseline(block, top)
    if not number.text:
        return QRectF()
    end = sheet.indent(block, paragraph) - Measures.NUMBER_GAP
    look = look_of(paragraph)
    room = _NUMBER_ROOM + end - (_WARNING + 2 if warned else 0)
    font, advance = _set_number(number.text, number.is_label, sheet.kind.size * look.size, room, look.bold)
    painter.setFont(font)
    painter.setPen(current().ink3 if number.is_label else current().ink)
    way = Qt.LayoutDirection.RightToLeft if sheet.right_to_left else Qt.LayoutDirection.LeftToRight
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight if number.is_label else way)
    left = sheet.across(end - advance, advance)
    painter.drawText(QPointF(left, base), number.text)
    return QRectF(left, base - sheet.kind.size, advance, sheet.kind.size * 1.3)


@lru_cache(maxsize=1024)
def _set_number(text: str, is_label: bool, size: float, room: float, bold: bool = False) -> tuple[QFont, float]:
    """The letters of a number or label and how wide it is in them, once for all that are painted alike."""
    font = sized(fonts.micro(500), _LABEL * size) if is_label else serif(size, 700 if bold else 400)
    advance = QFontMetricsF(font).horizontalAdvance(text)
    if advance > room:  # "3 quinquies." is whole, if smaller
        font.setPointSizeF(max(1.0, font.pointSizeF() * room / advance))
        advance = QFontMetricsF(font).horizontalAdvance(text)
    return font, advance


def paint_warning(painter: QPainter, sheet: Sheet, block: QTextBlock, top: float, number: QRectF) -> None:
    """The sign of a paragraph that is to be looked at, before its `number`, if it has one on this side."""
    left = sheet.across(-GROUND_BEFORE + 4, _WARNING)
    if not number.isEmpty():
        beside = number.right() + 2 if sheet.right_to_left else number.left() - 2 - _WARNING
        left = max(left, beside) if sheet.right_to_left else min(left, beside)
    box = QRectF(left, first_baseline(block, top) - 12, _WARNING, _WARNING)
    icons.paint(painter, box, "warning-fill", current().bracketed)


def paint_change(
    painter: QPainter, sheet: Sheet, block: QTextBlock, top: float, change: str, paragraph: Paragraph
) -> None:
    """The bar of a paragraph that differs: new ones begin with a plus sign, moved ones have a double bar."""
    layout = block.layout()
    if not layout.lineCount() or not change:
        return
    first, last = layout.lineAt(0), layout.lineAt(layout.lineCount() - 1)
    size = sheet.kind.size
    upper = top + first.y() + first.ascent() - size * 0.82
    lower = top + last.y() + last.ascent() + size * 0.34
    at = sheet.indent(block, paragraph) + Measures.CHANGE_BAR_AT
    wide = float(Measures.CHANGE_BAR)
    colour = current().moved if change == "moved" else current().added
    if change == "moved":
        for x in (at - 2, at + 2):
            painter.fillRect(QRectF(sheet.across(x, 2), upper, 2, lower - upper), colour)
        return
    if change == "new":
        middle = at + wide / 2
        box = QRectF(sheet.across(middle - _SIGN / 2, _SIGN), upper - 1, _SIGN, _SIGN)
        icons.paint(painter, box, "plus-bold", colour)
        upper += _SIGN + 1
        if lower - upper < _SIGN:
            return
    painter.fillRect(QRectF(sheet.across(at, wide), upper, wide, max(2.0, lower - upper)), colour)


def paint_gone(painter: QPainter, sheet: Sheet, top: float) -> None:
    """The sign where paragraphs of the base are gone: a minus between two paragraphs."""
    at = Measures.CHANGE_BAR_AT + Measures.CHANGE_BAR / 2
    box = QRectF(sheet.across(at - 6, 12), top - 6, 12, 12)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(current().removed, 1))
    painter.setBrush(current().paper)
    painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.fillRect(QRectF(box.center().x() - 3, box.center().y() - 0.75, 6, 1.5), current().removed)
    painter.restore()


def first_baseline(block: QTextBlock, top: float) -> float:
    """Where the letters of a block's first line stand."""
    line = block.layout().lineAt(0)
    return float(top + line.y() + line.ascent()) if line.isValid() else top
