"""The dots under misspelt words: at each key those on the lines that are painted, as quickly as can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QTextBlock

from widgets.paper.direction import holds_right_to_left
from widgets.paper.lines import line_edges
from widgets.text import beside
from widgets.text.bracketed import Span
from widgets.theme.tokens import current

_DOT, _APART, _BELOW = 1.9, 4, 0.38
"""How thick a dot is, how far from the next, and how far below the letters, the last in their sizes."""
_HIGH = 3
_SINK = 0.40
"""Where `beside.boxes` end below the letters, in their sizes."""
_REACH = 6.0
"""Pixels below the end of a line that its dots may reach."""


def painted(painter: QPainter, block: QTextBlock, top: float) -> Span:
    """What of a block stands on lines that are being painted."""
    box, layout = painter.clipBoundingRect(), block.layout()
    upper, lower = box.top() - top - _REACH, box.bottom() - top
    lines = (layout.lineAt(number) for number in range(layout.lineCount()))
    seen = [line for line in lines if (y := line.y()) < lower and y + line.height() > upper]
    return Span(seen[0].textStart(), seen[-1].textStart() + seen[-1].textLength()) if seen else Span(0, 0)


def paint_misspelt(painter: QPainter, sheet: beside.Sheet, block: QTextBlock, top: float, spans: list[Span]) -> None:
    """Dots under misspelt words: no line, as changed words have, and no wave, as brackets alone have."""
    dots = _dots(current().error.rgba(), painter.device().devicePixelRatio())
    for left, right, base in _stretches(sheet, block, top, spans):
        wide = max(_APART, (right - left) // _APART * _APART)
        painter.drawTiledPixmap(QRectF(round(left), round(base + sheet.kind.size * _BELOW) - 1, wide, _HIGH), dots)


def _stretches(
    sheet: beside.Sheet, block: QTextBlock, top: float, spans: Sequence[Span]
) -> Iterator[tuple[float, float, float]]:
    """Left and right ends of words on their lines, and where the letters of the line stand."""
    layout, mixed = block.layout(), holds_right_to_left(block.text())
    for span in spans:
        line = layout.lineForTextPosition(span.start)
        if not mixed and line.isValid() and span.end <= line.textStart() + line.textLength():
            ((left, right),) = line_edges(line, span.start, span.end, mixed=False)
            yield left, right, top + line.y() + line.ascent()
        else:
            for box in beside.boxes(sheet, block, top, [span]):
                yield box.left(), box.right(), box.bottom() - sheet.kind.size * _SINK


@lru_cache(maxsize=8)
def _dots(colour: int, ratio: float) -> QPixmap:
    """One dot, to be laid side by side."""
    tile = QPixmap(round(_APART * ratio), round(_HIGH * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor.fromRgba(colour))
    painter.drawEllipse(QRectF((_APART - _DOT) / 2, (_HIGH - _DOT) / 2, _DOT, _DOT))
    painter.end()
    return tile
