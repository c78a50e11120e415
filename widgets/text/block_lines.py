"""One block of a text set into lines, on whole leads, whatever letters are on them."""

from __future__ import annotations

import math
import re
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextFormat, QTextLayout, QTextLine, QTextOption

from widgets.paper.type import TextType, baseline, serif

LEAD = QTextFormat.Property.UserProperty + 11
BEFORE = QTextFormat.Property.UserProperty + 12
AFTER = QTextFormat.Property.UserProperty + 13
"""Of a block, in shares of the text's lead: the distance of its lines, and the room before and after it."""
_LINES = 20_000
_LOW = re.compile("[\u0000-\u02ff\u2000-\u206f\ufffc]*")
"""Letters that keep to their lines; those of other scripts, in whatever font has them, may reach far out."""
_SPARE = 6.0
"""How far letters may reach out of their line, in pixels."""
REACH = 11.0
"""What is painted beside a block reaches at most so far beyond its words, in pixels."""


def lead_of(kind: TextType, looks: QTextBlockFormat) -> float:
    """The distance of a block's lines, in whole pixels."""
    return float(round(kind.lead * looks.doubleProperty(LEAD))) or kind.lead


def room_around(kind: TextType, looks: QTextBlockFormat) -> tuple[float, float]:
    """The room before and after a block, in whole pixels."""
    return round(kind.lead * looks.doubleProperty(BEFORE)), round(kind.lead * looks.doubleProperty(AFTER) - 0.25)


def baseline_of(kind: TextType, lead: float) -> float:
    """Where the letters of a line of some lead stand, from its top."""
    known = _baselines.get((kind.size, lead))
    if known is None:
        known = _baselines[kind.size, lead] = baseline(lead, serif(kind.size * min(1.2, lead / kind.lead)))
    return known


_baselines: dict[tuple[float, float], float] = {}


def guess_height(block: QTextBlock, kind: TextType, column: float) -> float:
    """How high a block will be; letters are half as wide as they are high, nearly."""
    looks = block.blockFormat()
    width = max(40.0, column - looks.leftMargin() - looks.rightMargin())
    lines = max(1, math.ceil(block.length() * kind.size * 0.47 / width))
    before, after = room_around(kind, looks)
    return lines * lead_of(kind, looks) + before + after


def set_lines(block: QTextBlock, kind: TextType, column: float) -> float:
    """Break a block into lines in a column of some width; gives how high it is."""
    layout, looks = block.layout(), block.blockFormat()
    right_to_left = looks.layoutDirection() is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(looks.layoutDirection())
    layout.setTextOption(option)
    lead = lead_of(kind, looks)
    base = baseline_of(kind, lead)
    start, width = looks.leftMargin(), max(40.0, column - looks.leftMargin() - looks.rightMargin())
    layout.beginLayout()
    top, below = room_around(kind, looks)
    line: QTextLine = layout.createLine()
    for _ in range(_LINES):
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(start, top + base - line.ascent()))
        top += lead
        line = layout.createLine()
    layout.endLayout()
    return float(top + below)


def words_box(block: QTextBlock, kind: TextType, top: float, height: float, column: float) -> QRectF:
    """Where the words of a block are painted that begins at `top`, with what reaches out of their lines."""
    looks = block.blockFormat()
    before, after = room_around(kind, looks)
    reach = REACH if _LOW.fullmatch(block.text()) else lead_of(kind, looks)
    return QRectF(0, top + before - reach, column, height - before - after + 2 * reach)


def place_at(block: QTextBlock, point: QPointF, accuracy: Qt.HitTestAccuracy) -> int:
    """Which place of the document is at a point of a block that is set, from its top; -1 beside the letters where it is
    to be exact."""
    layout = block.layout()
    line = layout.lineAt(0)
    for at in range(layout.lineCount()):
        line = layout.lineAt(at)
        if point.y() < line.y() + line.height():
            break
    if not line.isValid():
        return block.position()
    if accuracy is Qt.HitTestAccuracy.ExactHit and not line.naturalTextRect().contains(point):
        return -1
    place: Any = line.xToCursor(point.x())
    return block.position() + int(place)


def lines_of(layout: QTextLayout) -> list[tuple[int, int]]:
    """Where each line of a layout begins, and how long it is."""
    lines = map(layout.lineAt, range(layout.lineCount()))
    return [(line.textStart(), line.textLength()) for line in lines]


def _end(line: tuple[int, int]) -> int:
    return line[0] + line[1]


def changed_place(
    block: QTextBlock, kind: TextType, column: float, before: list[tuple[int, int]], start: int, end: int
) -> QRectF:
    """Where a block that was set anew looks otherwise, from its top: the lines that hold other letters now.

    `before` are its lines as they were, and the letters from `start` to `end` are new.
    """
    layout, looks = block.layout(), block.blockFormat()
    lines = lines_of(layout)
    first, last = 0, len(lines) - 1
    if not layout.preeditAreaText() and looks.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
        # What stands last on a line may be a note mark, which has a comma where another follows.
        while first < min(last, len(before) - 1) and lines[first] == before[first] and _end(lines[first]) < start:
            first += 1
        if len(lines) == len(before):
            while last > first and lines[last][1] == before[last][1] and lines[last][0] > end:
                last -= 1
    lead = lead_of(kind, looks)
    top, below = room_around(kind, looks)
    spare, reach = (_SPARE, REACH) if _LOW.fullmatch(block.text()) else (lead, lead)
    upper = top + first * lead - spare if first else min(0.0, top - reach)
    lower = top + (last + 1) * lead
    lower += spare if last < len(lines) - 1 else max(reach, below - REACH)
    return QRectF(0, upper, column, lower - upper)
