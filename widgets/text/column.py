"""The column of a text: paragraphs are set when they come into sight, the rest while nobody waits.

Qt's own layout goes through all paragraphs at every key; this one sets the paragraph that changed. Lines stand on
whole leads, whatever letters are on them.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPyTextObject,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from widgets.paper.type import TextType, baseline, serif
from widgets.text.heights import Heights
from widgets.theme.tokens import current

TOP, BOTTOM = 20.0, 48.0
NOTE_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
"""The type of the objects that stand for note marks."""
LEAD = QTextFormat.Property.UserProperty + 11
BEFORE = QTextFormat.Property.UserProperty + 12
AFTER = QTextFormat.Property.UserProperty + 13
"""Of a block, in shares of the text's lead: the distance of its lines, and the room before and after it."""
_SLICE = 0.006
_LINES = 20_000
_CARET = 2
_SPARE = 6.0
"""How far letters may reach out of their line, in pixels."""
REACH = 11.0
"""What is painted beside a block reaches at most so far beyond its words, in pixels."""

Formats = list[QTextLayout.FormatRange]


class Column(QAbstractTextDocumentLayout):
    """Lays a document out in one column.

    `extra(number)` are formats over the letters of a block that are no part of the text; `draw_note` and `note_size`
    set the marks of footnotes. `moved(float)`: what is in sight went down by so many pixels, since paragraphs above
    it turned out higher than they were thought to be. `grown(float)`: what is below this height lies elsewhere.
    """

    moved = Signal(float)
    grown = Signal(float)

    def __init__(
        self,
        document: QTextDocument,
        kind: TextType,
        extra: Callable[[int], Formats],
        notes: NoteMarks,
    ) -> None:
        super().__init__(document)
        self._kind, self._extra = kind, extra
        # Qt takes U+FFFC for an object only where a handler of its type is known.
        self._notes = _NoteObject(self, notes)
        self.registerHandler(NOTE_OBJECT, self._notes)
        self._heights = Heights()
        self._laid = bytearray()
        self._width = 0.0
        self._bottom = BOTTOM
        self._next = 0
        self._sight = 0.0
        self._told = QSizeF()
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._lay_some)
        self._tell = QTimer(self)
        self._tell.setSingleShot(True)
        self._tell.setInterval(0)
        self._tell.timeout.connect(self._tell_size)

    # What Qt asks

    def documentSize(self) -> QSizeF:
        return QSizeF(self._width, TOP + self._heights.total + self._bottom)

    def pageCount(self) -> int:
        return 1

    def frameBoundingRect(self, frame: Any) -> QRectF:
        return QRectF(QPointF(), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        number = block.blockNumber()
        if not 0 <= number < len(self._heights):
            return QRectF()
        self._ensure(number, block)
        return QRectF(0, TOP + self._heights.top(number), self._width, self._heights[number])

    def documentChanged(self, start: int, removed: int, added: int) -> None:
        document = self.document()
        width = max(0.0, document.textWidth())
        count = document.blockCount()
        if width != self._width:
            before, self._width = self._width, width
            self._lay_anew(count, before)
            return
        more = count - len(self._heights)
        if not more and not removed and added == document.characterCount():
            # Qt asks for everything anew where it only may have got another width.
            return
        block = document.findBlock(start)
        if not block.isValid():
            self._lay_anew(count)
            return
        first = block.blockNumber()
        last_block = document.findBlock(start + added)
        last = max(first, last_block.blockNumber() if last_block.isValid() else count - 1)
        gone = max(0, last - first + 1 - more)
        before = self._heights.top(first) if first <= len(self._heights) else 0.0
        old_height = self._heights[first] if first < len(self._heights) else -1.0
        seen = QRectF()
        if gone == 1 and first == last:
            lines = _lines(block.layout())
            self._laid[first] = 0
            block.clearLayout()
            self._ensure(first, block)
            below = self._heights[first] != old_height
            place = start - block.position()
            seen = self._otherwise(block, lines, place, place + added).translated(0, TOP + before)
        else:
            self._laid[first : first + gone] = bytes(last - first + 1)
            new = []
            at = block
            for number in range(first, last + 1):
                at.clearLayout()
                # Where as many come as go, how high they were says more than a guess.
                new.append(self._guess(at) if more else self._heights[number])
                at = at.next()
            self._heights.splice(first, gone, new)
            below = True
        if len(self._laid) != count:
            self._lay_anew(count)
            return
        if self._laid.find(0) >= 0:
            self._idle.start()
        self._ask_for(seen if not below else QRectF(0, TOP + before, self._width, 1e9))
        if below:
            self._tell_size()
            self.grown.emit(TOP + before)

    def _otherwise(self, block: QTextBlock, before: list[tuple[int, int]], start: int, end: int) -> QRectF:
        """Where a block that was set anew looks otherwise, from its top: the lines that hold other letters now.

        `before` are its lines as they were, and the letters from `start` to `end` are new.
        """
        layout, looks = block.layout(), block.blockFormat()
        lines = _lines(layout)
        first, last = 0, len(lines) - 1
        if not layout.preeditAreaText() and looks.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
            while first < min(last, len(before) - 1) and lines[first] == before[first] and _end(lines[first]) <= start:
                first += 1
            if len(lines) == len(before):
                while last > first and lines[last][1] == before[last][1] and lines[last][0] > end:
                    last -= 1
        lead = lead_of(self._kind, looks)
        top, below = room_around(self._kind, looks)
        upper = top + first * lead - _SPARE if first else 0.0
        lower = top + (last + 1) * lead
        lower += _SPARE if last < len(lines) - 1 else max(0.0, below - REACH)
        return QRectF(0, upper, self._width, lower - upper)

    def hitTest(self, place_on_page: Any, accuracy: Qt.HitTestAccuracy) -> int:
        point = QPointF(place_on_page)
        number = self.number_at(point.y())
        block = self.document().findBlockByNumber(number)
        if not block.isValid():
            return -1 if accuracy is Qt.HitTestAccuracy.ExactHit else 0
        self._ensure(number, block)
        top = TOP + self._heights.top(number)
        layout = block.layout()
        line = layout.lineAt(0)
        for at in range(layout.lineCount()):
            line = layout.lineAt(at)
            if point.y() < top + line.y() + line.height():
                break
        if not line.isValid():
            return block.position()
        if accuracy is Qt.HitTestAccuracy.ExactHit and not line.naturalTextRect().translated(0, top).contains(point):
            return -1
        place: Any = line.xToCursor(point.x())
        return block.position() + int(place)

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        clip: QRectF = context.clip
        if clip.isEmpty():
            clip = QRectF(QPointF(), self.documentSize())
        caret = int(context.cursorPosition)
        chosen = []
        for selection in context.selections:
            # Copied here: the format lies inside the selection and goes with it.
            cursor, looks = selection.cursor, QTextCharFormat(selection.format)
            chosen.append((cursor.selectionStart(), cursor.selectionEnd(), looks))
        painter.setPen(current().ink)
        for block, top in self.between(clip.top(), clip.bottom()):
            start, end = block.position(), block.position() + block.length()
            # Never set on the layout: that would tell everyone that the document changed.
            formats = self._extra(block.blockNumber())
            for first, last, looks in chosen:
                if last > start and first < end:
                    formats.append(_range(max(first, start) - start, min(last, end) - start, looks))
            layout = block.layout()
            layout.draw(painter, QPointF(0, top), formats, clip)
            if start <= caret < end:
                self._draw_caret(painter, layout, top, caret - start)
            elif caret < -1 and layout.preeditAreaText() and -(caret + 2) >= 0 and self._composes(layout):
                self._draw_caret(painter, layout, top, layout.preeditAreaPosition() - (caret + 2))

    @staticmethod
    def _composes(layout: QTextLayout) -> bool:
        return layout.preeditAreaPosition() >= 0

    def _draw_caret(self, painter: QPainter, layout: QTextLayout, top: float, place: int) -> None:
        line = layout.lineForTextPosition(place)
        if not line.isValid():
            return
        found: Any = line.cursorToX(place)
        size = self._kind.size
        base = top + line.y() + line.ascent()
        box = QRectF(float(found[0]) - _CARET / 2, base - size * 0.95, _CARET, size * 1.28)
        painter.fillRect(box, current().ink)

    # What the sheet asks

    def set_kind(self, kind: TextType) -> None:
        """The text is set in other letters; heights that are known say more of the new ones than a guess."""
        before, self._kind = self._kind, kind
        if kind != before:
            self._laid = bytearray(len(self._laid))
            self._heights = Heights(height * kind.lead / before.lead for height in self._heights)
            self._next = 0
            self._idle.start()
            self._tell_size()
        self._ask_for(QRectF(0, 0, 1e9, 1e9))

    def number_at(self, y: float) -> int:
        """The number of the block at a height of the document."""
        return self._heights.at(y - TOP)

    def top(self, number: int) -> float:
        """Where a block begins, as far as is known; the number after the last gives the end."""
        return TOP + self._heights.top(number)

    def words_end(self, block: QTextBlock, top: float) -> float:
        """Where the words of a block end that begins at `top`."""
        return top + self._heights[block.blockNumber()] - room_around(self._kind, block.blockFormat())[1]

    def between(self, start: float, end: float) -> Iterator[tuple[QTextBlock, float]]:
        """The blocks between two heights, set, and where they begin."""
        self._sight = start
        number = self.number_at(start)
        block = self.document().findBlockByNumber(number)
        top = self.top(number)
        while block.isValid():
            self._ensure(number, block)
            yield block, top
            top += self._heights[number]
            if top >= end:
                return
            block, number = block.next(), number + 1

    def set_bottom(self, bottom: float) -> None:
        """The free room below the text."""
        if bottom != self._bottom:
            self._bottom = bottom
            self._tell_size()

    def paint_again(self, numbers: Iterable[int]) -> None:
        """What is painted over these blocks is otherwise."""
        for number in numbers:
            if number < len(self._laid) and self._laid[number]:
                self._ask_for(QRectF(0, self.top(number), self._width, self._heights[number]))

    def set_again(self, numbers: Sequence[int]) -> None:
        """These blocks look otherwise although their text is the same."""
        for number in numbers:
            if number < len(self._laid) and self._laid[number]:
                block = self.document().findBlockByNumber(number)
                before = self._heights[number]
                self._laid[number] = 0
                block.clearLayout()
                self._ensure(number, block)
                below = before != self._heights[number]
                self._ask_for(QRectF(0, self.top(number), self._width, 1e9 if below else before))

    def settle_size(self) -> None:
        """Tell how high everything is at once, where it is about to be scrolled."""
        self._tell.stop()
        self._tell_size()

    def settle(self) -> None:
        """Set everything now."""
        while self._laid.find(0) >= 0:
            self._lay_some()

    # Setting

    def _lay_anew(self, count: int, width_before: float = 0.0) -> None:
        self._laid = bytearray(count)
        self._next = 0
        if width_before and len(self._heights) == count:
            # What is known of another width says more than a guess, and no block need be looked at.
            self._heights = Heights(height * width_before / self._width for height in self._heights)
        else:
            self._heights = Heights(self._guess(block) for block in self._cleared())
        self._idle.start()
        self._ask_for(QRectF(0, 0, 1e9, 1e9))
        self._tell_size()

    def _cleared(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            block.clearLayout()
            yield block
            block = block.next()

    def _guess(self, block: QTextBlock) -> float:
        """How high a block will be; letters are half as wide as they are high, nearly."""
        looks = block.blockFormat()
        width = max(40.0, self._width - looks.leftMargin() - looks.rightMargin())
        lines = max(1, math.ceil(block.length() * self._kind.size * 0.47 / width))
        before, after = room_around(self._kind, looks)
        return lines * lead_of(self._kind, looks) + before + after

    def _ensure(self, number: int, block: QTextBlock) -> None:
        if self._laid[number]:
            return
        self._laid[number] = 1
        more = self._heights.put(number, self._set(number, block))
        if more:
            self._tell.start()

    def _set(self, number: int, block: QTextBlock) -> float:
        layout, looks = block.layout(), block.blockFormat()
        right_to_left = looks.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(looks.layoutDirection())
        layout.setTextOption(option)
        lead = lead_of(self._kind, looks)
        base = baseline_of(self._kind, lead)
        start, width = looks.leftMargin(), max(40.0, self._width - looks.leftMargin() - looks.rightMargin())
        layout.beginLayout()
        top, below = room_around(self._kind, looks)
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

    def _lay_some(self) -> None:
        """Set blocks for some milliseconds, those below what is in sight first."""
        until = time.perf_counter() + _SLICE
        count = len(self._laid)
        sight = self.number_at(self._sight)
        if not 0 <= self._next < count:
            self._next = 0
        shift = 0.0
        number = self._find_unlaid()
        while number >= 0 and time.perf_counter() < until:
            block = self.document().findBlockByNumber(number)
            for _ in range(24):
                if not block.isValid():
                    break
                before = self._heights[number]
                self._ensure(number, block)
                if number < sight:
                    shift += self._heights[number] - before
                block, number = block.next(), number + 1
            self._next = number
            number = self._find_unlaid()
        if number < 0:
            self._idle.stop()
        if shift:
            self._tell_size()
            self.moved.emit(shift)

    def _find_unlaid(self) -> int:
        """The next block that is to be set, -1 where all are."""
        found = self._laid.find(0, self._next)
        return found if found >= 0 else self._laid.find(0)

    def _ask_for(self, box: QRectF) -> None:
        """Have a part of the document painted anew."""
        update: Any = self.update
        update["QRectF"].emit(box)

    def _tell_size(self) -> None:
        size = self.documentSize()
        if size != self._told:
            self._told = size
            self.documentSizeChanged.emit(size)


class NoteMarks:
    """How the marks of footnotes are set; the document's owner says it."""

    def size(self, looks: QTextFormat) -> QSizeF:
        """How much room a mark takes on its line."""
        raise NotImplementedError

    def draw(self, painter: QPainter, box: QRectF, looks: QTextFormat) -> None:
        """Draw a mark into its room."""
        raise NotImplementedError


class _NoteObject(QPyTextObject):
    """The marks of footnotes as Qt asks for them."""

    def __init__(self, parent: QObject, notes: NoteMarks) -> None:
        super().__init__(parent)
        self._notes = notes

    def intrinsicSize(self, document: QTextDocument, place: int, looks: QTextFormat) -> QSizeF:
        return self._notes.size(looks)

    def drawObject(
        self, painter: QPainter, box: QRectF | QRect, document: QTextDocument, place: int, looks: QTextFormat
    ) -> None:
        self._notes.draw(painter, QRectF(box), looks)


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


def _lines(layout: QTextLayout) -> list[tuple[int, int]]:
    """Where each line of a layout begins, and how long it is."""
    lines = map(layout.lineAt, range(layout.lineCount()))
    return [(line.textStart(), line.textLength()) for line in lines]


def _end(line: tuple[int, int]) -> int:
    return line[0] + line[1]


def _range(start: int, end: int, looks: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, looks
    return made
