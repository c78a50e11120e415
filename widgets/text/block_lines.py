"""One block of a text set into lines, on whole leads, whatever letters are on them."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any
from unicodedata import category

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextFormat, QTextLayout, QTextLine, QTextOption

from models.editing.runs import NOTE_MARK
from widgets.paper.lines import is_space
from widgets.paper.type import TextType, baseline, serif

LEAD = QTextFormat.Property.UserProperty + 11
BEFORE = QTextFormat.Property.UserProperty + 12
AFTER = QTextFormat.Property.UserProperty + 13
"""Of a block, in shares of the text's lead: the distance of its lines, and the room before and after it."""
_LINES = 20_000
_UTF_16 = "utf-16-le"
_MARK = NOTE_MARK.encode(_UTF_16)
_CHINESE, _SURROGATES = 0x2E80, 0xD800
_CLOSING, _OPENING = ("Pe", "Pf", "Po", "Lm"), ("Ps", "Pi")
LEAST = 40.0
"""How narrow a column is set at most, in pixels, however little room a window leaves it."""
_LOW = re.compile("[\u0000-\u02ff\u2000-\u206f\ufffc]*")
"""Letters that keep to their lines; those of other scripts, in whatever font has them, may reach far out."""
SPARE = 5.0
"""How far letters may reach out of their line, in pixels."""
_LEAN = 0.2
"""How far italics that have no face of their own lean out of their line, in shares of their height."""
REACH = 11.0
"""What is painted beside a block reaches at most so far beyond its words, in pixels."""


def lead_of(kind: TextType, looks: QTextBlockFormat) -> float:
    """The distance of a block's lines, in whole pixels."""
    return float(round(kind.lead * looks.doubleProperty(LEAD))) or kind.lead


def room_around(kind: TextType, looks: QTextBlockFormat) -> tuple[float, float]:
    """The room before and after a block, in whole pixels."""
    return round(kind.lead * looks.doubleProperty(BEFORE)), round(kind.lead * looks.doubleProperty(AFTER) - 0.25)


@dataclass(frozen=True, slots=True)
class Setting:
    """How blocks of one format are set in some letters, in whole pixels.

    `lead` is the distance of the lines and `base` where their letters stand in it, `before` and `after` the room around
    the block, `start` how far it is set in at the left and `sides` on both sides together.
    """

    lead: float
    base: float
    before: float
    after: float
    start: float
    sides: float
    mirrored: bool
    option: QTextOption


def setting_of(kind: TextType, looks: QTextBlockFormat) -> Setting:
    """How blocks of a format are set."""
    way = looks.layoutDirection()
    mirrored = way is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(way)
    lead = lead_of(kind, looks)
    before, after = room_around(kind, looks)
    start = looks.leftMargin()
    # What begins at the right would lean out over the end of the column.
    sides = start + looks.rightMargin() + (round(kind.size * _LEAN) if mirrored else 0)
    return Setting(lead, baseline_of(kind, lead), before, after, start, sides, mirrored, option)


def keeps_to_lines(words: str) -> bool:
    """Whether no letter of a block can reach far out of its line."""
    return words.isascii() or _LOW.fullmatch(words) is not None


def baseline_of(kind: TextType, lead: float) -> float:
    """Where the letters of a line of some lead stand, from its top."""
    known = _baselines.get((kind.size, lead))
    if known is None:
        known = _baselines[kind.size, lead] = baseline(lead, serif(kind.size * min(1.2, lead / kind.lead)))
    return known


_baselines: dict[tuple[float, float], float] = {}


def guess_height(letters: int, setting: Setting, kind: TextType, column: float) -> float:
    """How high a block of so many letters will be; they are half as wide as they are high, nearly."""
    width = max(LEAST, column - setting.sides)
    lines = max(1, math.ceil(letters * kind.size * 0.47 / width))
    return lines * setting.lead + setting.before + setting.after


def set_lines(layout: QTextLayout, words: str, setting: Setting, column: float) -> float:
    """Break a block that reads `words` into lines in a column of some width; gives how high it is."""
    layout.setTextOption(setting.option)
    lead, base, start = setting.lead, setting.base, setting.start
    width, top = max(LEAST, column - setting.sides), setting.before
    letters = words.encode(_UTF_16) if NOTE_MARK in words and not layout.preeditAreaText() else b""
    layout.beginLayout()
    line: QTextLine = layout.createLine()
    for _ in range(_LINES):
        if not line.isValid():
            break
        line.setLineWidth(width)
        if letters:
            _keep_note_mark(line, width, letters)
        line.setPosition(QPointF(start, top + base - line.ascent()))
        top += lead
        line = layout.createLine()
    layout.endLayout()
    return float(top + setting.after)


def places_between(layout: QTextLayout, upper: float, lower: float) -> tuple[int, int]:
    """From where to where in its text the lines of a block reach that are between two of its heights, and one more at
    either end: letters, and what lies below them, reach out of their lines."""
    end_line = layout.lineCount() - 1
    if end_line < 0:
        return 0, 0
    first, last = layout.lineAt(0), layout.lineAt(end_line)
    # All lines of a block have one distance.
    lead = (last.y() - first.y()) / end_line if end_line else first.height()
    above, below = int((upper - first.y()) // lead) - 1, int((lower - first.y()) // lead) + 1
    if below < 0 or above > end_line:
        return 0, 0
    last = layout.lineAt(min(below, end_line))
    return layout.lineAt(max(0, above)).textStart(), last.textStart() + last.textLength()


def _keep_note_mark(line: QTextLine, width: float, letters: bytes) -> None:
    """End a line before the word that the mark of a note follows, where the mark would begin the next line.

    To Qt a mark is a thing that may stand anywhere. A word that has the line for itself stays there.
    """
    first = line.textStart()
    end = first + line.textLength()
    if letters[2 * end : 2 * end + 2] != _MARK:
        return
    start = end
    while start > first and letters[2 * start - 2 : 2 * start] == _MARK:
        start -= 1
    start -= 1
    while start > first and not (_is_word(letters, start) or is_space(letters, start - 1)):
        start -= 1
    if start <= first:
        return
    for columns in (start - first, start - first - 1):  # Qt counts the space at the end, or does not
        line.setNumColumns(columns, width)
        if first + line.textLength() == start:
            return
    line.setLineWidth(width)  # it counts several letters as one


def _is_word(letters: bytes, place: int) -> bool:
    """Whether a letter is a word of its own, as those of Chinese are: a line may end before it, but before no mark that
    closes or behind one that opens (Unicode, line breaking: CL, EX, NS and OP)."""
    before, letter = letters[2 * place - 2 : 2 * place], letters[2 * place : 2 * place + 2]
    if not _CHINESE <= int.from_bytes(letter, "little") < _SURROGATES or category(letter.decode(_UTF_16)) in _CLOSING:
        return False
    return category(before.decode(_UTF_16, "replace")) not in _OPENING


def words_reach(setting: Setting, top: float, height: float, *, low: bool) -> tuple[float, float]:
    """From where to where the words of a block are painted that begins at `top`, with what reaches out of their lines.

    `low`: its letters keep to their lines.
    """
    reach = SPARE if low else setting.lead
    return top + setting.before - reach, top + height - setting.after + reach


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
    layout: QTextLayout,
    setting: Setting,
    column: float,
    before: list[tuple[int, int]],
    lines: list[tuple[int, int]],
    places: tuple[int, int],
    *,
    low: bool,
) -> QRectF:
    """Where a block that was set anew looks otherwise, from its top: the lines that hold other letters now.

    `before` are its lines as they were and `lines` as they are; the letters between two `places` are new, and `low`
    where all of them keep to their lines.
    """
    start, end = places
    first, last = 0, len(lines) - 1
    if not setting.mirrored and not layout.preeditAreaText():
        # What stands last on a line may be a note mark, which has a comma where another follows.
        while first < min(last, len(before) - 1) and lines[first] == before[first] and _end(lines[first]) < start:
            first += 1
        if len(lines) == len(before):
            while last > first and lines[last][1] == before[last][1] and lines[last][0] > end:
                last -= 1
    lead, spare = setting.lead, SPARE if low else setting.lead
    return QRectF(0, setting.before + first * lead - spare, column, (last + 1 - first) * lead + 2 * spare)
