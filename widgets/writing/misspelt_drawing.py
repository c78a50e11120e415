"""The dots under misspelt words: at each key those on the lines that are painted, as quickly as can be."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QPainter, QTextBlock

from models.draft.directions import holds_right_to_left
from widgets.paper.lines import line_edges
from widgets.text import beside
from widgets.text.bracketed import Span
from widgets.text.composed import in_layout
from widgets.text.dots import BELOW, paint_dots

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
    for left, right, base in _stretches(sheet, block, top, spans):
        paint_dots(painter, left, right, base + sheet.kind.size * BELOW)


def _stretches(
    sheet: beside.Sheet, block: QTextBlock, top: float, spans: list[Span]
) -> Iterator[tuple[float, float, float]]:
    """Left and right ends of words on their lines, and where the letters of the line stand."""
    layout, mixed = block.layout(), holds_right_to_left(block.text())
    at = spans if layout.preeditAreaPosition() < 0 else in_layout(layout, spans)
    for span, laid in zip(spans, at, strict=True):
        line = layout.lineForTextPosition(laid.start)
        if not mixed and line.isValid() and laid.end <= line.textStart() + line.textLength():
            ((left, right),) = line_edges(line, laid.start, laid.end, mixed=False)
            yield left, right, top + line.y() + line.ascent()
        else:
            for box in beside.boxes(sheet, block, top, [span]):
                yield box.left(), box.right(), box.bottom() - sheet.kind.size * _SINK
