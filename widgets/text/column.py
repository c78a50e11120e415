"""The column of a text: paragraphs are set when they come into sight, the rest while nobody waits.

Qt's own layout goes through all paragraphs at every key; this one sets the paragraph that changed. Lines stand on
whole leads, whatever letters are on them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QTextBlock, QTextDocument

from widgets.paper.type import TextType
from widgets.text.block_lines import place_at, words_reach
from widgets.text.column_changes import FEW, TOP, ChangingColumn
from widgets.text.column_drawing import BlockDrawing, Formats
from widgets.text.marks import NOTE_OBJECT
from widgets.text.note_marks import NoteMarks, NoteObject

OUT_OF_LINES = 12.0
"""Letters, and the signs over them, reach out of their lines and out of the column at most so far, in pixels."""

Blocks = list[tuple[QTextBlock, float]]
"""Blocks one after another, and where they begin."""
Bands = list[tuple[int, int]]
"""From where to where something is, from the top of the document."""


def meets(bands: Bands, start: float, end: float) -> bool:
    """Whether what is between two heights lies in any of some bands."""
    return True in [start < lower and end > upper for upper, lower in bands]


class Column(ChangingColumn):
    """Lays a document out in one column.

    `extra(number)` are formats over the letters of a block that are no part of the text; `notes` set the marks of
    footnotes.
    """

    def __init__(
        self,
        document: QTextDocument,
        kind: TextType,
        extra: Callable[[int], Formats],
        notes: NoteMarks,
    ) -> None:
        super().__init__(document, kind)
        self._extra = extra
        # Qt takes U+FFFC for an object only where a handler of its type is known.
        self._notes = NoteObject(self, notes)
        self.registerHandler(NOTE_OBJECT, self._notes)
        self.wanted: Bands = []
        """Between which heights it is to be painted, where less is wanted than all that is between the first and last
        of them."""
        self.seen: Blocks = []
        """The blocks that are about to be drawn, where they are known already."""

    # What Qt asks

    def pageCount(self) -> int:
        return 1

    def frameBoundingRect(self, frame: Any) -> QRectF:
        return QRectF(QPointF(), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        # Qt asks for it several times at every key.
        number, blocks = block.blockNumber(), self.blocks
        if not 0 <= number < len(blocks.laid):
            return QRectF()
        if not blocks.laid[number]:
            blocks.ensure(number, block)
        heights = blocks.heights
        return QRectF(0, TOP + heights.top(number), blocks.width, heights.each[number])

    def hitTest(self, place_on_page: Any, accuracy: Qt.HitTestAccuracy) -> int:
        point = QPointF(place_on_page)
        number = self.number_at(point.y())
        block = self.blocks.document.findBlockByNumber(number)
        if not block.isValid():
            return -1 if accuracy is Qt.HitTestAccuracy.ExactHit else 0
        self._ensure(number, block)
        return place_at(block, point - QPointF(0, self.top(number)), accuracy)

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        clip: QRectF = context.clip
        if clip.isEmpty():
            clip = QRectF(QPointF(), self.documentSize())
        drawing = BlockDrawing(painter, context, self.blocks.kind, clip)
        blocks, upper, lower = self.blocks, clip.top(), clip.bottom()
        heights = blocks.heights.each
        found = self.seen or self.between(upper - OUT_OF_LINES, lower + OUT_OF_LINES)
        for number, (block, top) in enumerate(found, found[0][0].blockNumber() if found else 0):
            if self.wanted and not meets(self.wanted, top - OUT_OF_LINES, top + heights[number] + OUT_OF_LINES):
                continue
            low = blocks.keeps_low(number)
            start, end = words_reach(blocks.setting(block), top, heights[number], low=low)
            if start >= lower or end <= upper:
                continue
            if self.wanted and not meets(self.wanted, start, end):
                continue
            drawing.draw(block, top, self._extra(number))

    # What the sheet asks

    def set_kind(self, kind: TextType) -> None:
        """The text is set in other letters."""
        if self.blocks.set_kind(kind):
            self._tell_size()
        self.ask_for(QRectF(0, 0, 1e9, 1e9))

    def number_at(self, y: float) -> int:
        """The number of the block at a height of the document."""
        return self.blocks.heights.at(y - TOP)

    def is_mirrored(self, block: QTextBlock) -> bool:
        """Whether a block begins at the right."""
        return self.blocks.setting(block).mirrored

    def words_end(self, block: QTextBlock, top: float) -> float:
        """Where the words of a block end that begins at `top`."""
        return top + self.blocks.heights[block.blockNumber()] - self.blocks.setting(block).after

    def between(self, start: float, end: float) -> Blocks:
        """The blocks between two heights, set, and where they begin."""
        # As few calls as can be: they are gone through several times at every key.
        blocks, found = self.blocks, []
        blocks.sight = start - TOP
        number = blocks.heights.at(blocks.sight)
        block = blocks.document.findBlockByNumber(number)
        top, heights, laid = self.top(number), blocks.heights.each, blocks.laid
        while block.isValid():
            if not laid[number]:
                blocks.ensure(number, block)
            found.append((block, top))
            top += heights[number]
            if top >= end:
                break
            block, number = block.next(), number + 1
        return found

    def numbers(self, start: float, end: float) -> range:
        """The numbers of the blocks between two heights, set."""
        first, last = self.number_at(start), self.number_at(end)
        if not self.blocks.all_set(first, last + 1):
            found = [block.blockNumber() for block, _ in self.between(start, end)] or [0, -1]
            first, last = found[0], found[-1]
        return range(first, last + 1)

    def set_bottom(self, bottom: float) -> None:
        """The free room below the text."""
        if bottom != self._bottom:
            self._bottom = bottom
            self._tell_size()

    def paint_again(self, numbers: Iterable[int]) -> None:
        """What is painted over these blocks is otherwise."""
        numbers = tuple(numbers)
        if len(numbers) > FEW:
            self.ask_for(QRectF(0, 0, 1e9, 1e9))
            return
        for number in numbers:
            if self.blocks.is_set(number):
                around = QRectF(0, self.top(number), self.width, self.blocks.heights[number])
                self.ask_for(around.adjusted(-OUT_OF_LINES, -OUT_OF_LINES, OUT_OF_LINES, OUT_OF_LINES))

    def set_again(self, numbers: Sequence[int]) -> None:
        """These blocks look otherwise although their text is the same; where they are many, those in sight at once."""
        blocks = self.blocks
        if len(numbers) > FEW:
            for number in numbers:
                if blocks.is_set(number):
                    blocks.later(number, 1)
            self.ask_for(QRectF(0, 0, 1e9, 1e9))
            return
        for number in numbers:
            if blocks.is_set(number):
                before = blocks.heights[number]
                blocks.written.let_go()
                more = blocks.again(number, self.blocks.document.findBlockByNumber(number))
                top = self.top(number)
                if more:
                    self._tell.start(0)
                    self.shifted.emit(top + before, more)
                self.ask_for_all(top, top + before + more)

    def settle_size(self) -> None:
        """Tell how high everything is at once, where it is about to be scrolled."""
        self._tell.stop()
        self._tell_size()

    def settle(self) -> None:
        """Set everything now."""
        while self.blocks.waiting:
            self.blocks.set_some()
