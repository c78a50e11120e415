"""The column of a text: paragraphs are set when they come into sight, the rest while nobody waits.

Qt's own layout goes through all paragraphs at every key; this one sets the paragraph that changed. Lines stand on
whole leads, whatever letters are on them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QRegion,
    QTextBlock,
    QTextDocument,
)

from widgets.paper.type import TextType
from widgets.text.block_lines import changed_place, lines_of, place_at, words_box
from widgets.text.column_drawing import BlockDrawing, Formats
from widgets.text.marks import NOTE_OBJECT
from widgets.text.note_marks import NoteMarks, NoteObject
from widgets.text.set_blocks import SetBlocks

TOP, BOTTOM = 20.0, 48.0
_FEW = 60
"""So many blocks that changed are set at once; more than are in sight."""
_REACH = 12.0
"""Letters, and the signs over them, reach out of their lines and out of the column at most so far, in pixels."""


class Column(QAbstractTextDocumentLayout):
    """Lays a document out in one column.

    `extra(number)` are formats over the letters of a block that are no part of the text; `notes` set the
    marks of footnotes. `moved(float)`: what is in sight went down by so many pixels, since paragraphs above
    it turned out higher than they were thought to be. `shifted(float, float, float)`: what stood between two heights
    reads otherwise, and what was below lies so many pixels further down; `grown(float)`: what is below this height lies
    elsewhere, and nobody knows where. `asked` is called with what is to be painted anew, which is no signal, since it
    is at every key.
    """

    moved = Signal(float)
    shifted = Signal(float, float, float)
    grown = Signal(float)

    def __init__(
        self,
        document: QTextDocument,
        kind: TextType,
        extra: Callable[[int], Formats],
        notes: NoteMarks,
    ) -> None:
        super().__init__(document)
        self._extra = extra
        # Qt takes U+FFFC for an object only where a handler of its type is known.
        self._notes = NoteObject(self, notes)
        self.asked: Callable[[QRectF], None] = lambda _box: None
        self.registerHandler(NOTE_OBJECT, self._notes)
        self._bottom = BOTTOM
        self._told = QSizeF()
        self.rewritten: tuple[int, int] | None = None
        """From which block on how many give way in the change that is being made, where that is known: Qt tells of the
        blocks around them too."""
        self.coming: Sequence[float] | None = None
        """Where blank blocks come in that change, to be written later: how high they are thought to be."""
        self.unseen: tuple[int, int] | None = None
        """From which block on how many are written anew out of sight: nothing is painted for them, nor set at once."""
        self.wanted: QRegion | None = None
        """What of the document is to be painted, where less is wanted than the box around it."""
        update: Any = self.update
        self._update = update["QRectF"]
        self._tell = QTimer(self)
        self._tell.setSingleShot(True)
        self._tell.setInterval(0)
        self._tell.timeout.connect(self._tell_size)
        self.blocks = SetBlocks(document, kind, self._tell.start, self)
        self.blocks.moved.connect(self._moved)
        self._ensure = self.blocks.ensure

    # What Qt asks

    def documentSize(self) -> QSizeF:
        return QSizeF(self.blocks.width, TOP + self.blocks.heights.total + self._bottom)

    def pageCount(self) -> int:
        return 1

    def frameBoundingRect(self, frame: Any) -> QRectF:
        return QRectF(QPointF(), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        number = block.blockNumber()
        blocks = self.blocks
        if not 0 <= number < len(blocks):
            return QRectF()
        self._ensure(number, block)
        return QRectF(0, TOP + blocks.heights.top(number), blocks.width, blocks.heights[number])

    def documentChanged(self, start: int, removed: int, added: int) -> None:
        if start < 0:
            # Told already, from within what followed the change.
            return
        document = self.document()
        width, count = max(0.0, document.textWidth()), document.blockCount()
        blocks = self.blocks
        if width != blocks.width:
            before, blocks.width = blocks.width, width
            self._lay_anew(count, before)
            return
        if self.unseen is not None:
            blocks.later(*self.unseen)
            return
        more = count - len(blocks)
        if not more and not removed and added == document.characterCount():
            # Qt asks for everything anew where it only may have got another width.
            return
        first, gone, last = self._changed_blocks(start, added, more)
        block = document.findBlockByNumber(first)
        if first + gone > len(blocks) or last >= count or (last >= first and not block.isValid()):
            self._lay_anew(count)
            return
        if gone == 1 and first == last:
            place = start - block.position()
            self._set_anew(first, block, place, place + added)
        else:
            blocks.written.let_go()
            self._replace(block, first, gone, last)
        if len(blocks) != count:
            self._lay_anew(count)
        elif blocks.waiting:
            blocks.go_on()

    def _changed_blocks(self, start: int, added: int, more: int) -> tuple[int, int, int]:
        """From which block on how many gave way, and the last of those that came; before the first where none did."""
        if self.rewritten is not None:
            first, gone = self.rewritten
            return first, gone, first + gone + more - 1
        first = self.document().findBlock(start).blockNumber()
        last_block = self.document().findBlock(start + added)
        last = max(first, last_block.blockNumber() if last_block.isValid() else self.document().blockCount() - 1)
        return max(0, first), max(0, last - first + 1 - more), last

    def _set_anew(self, number: int, block: QTextBlock, start: int, end: int) -> None:
        """One block reads otherwise, between two of its places."""
        blocks = self.blocks
        top, height, layout = self.top(number), blocks.heights[number], block.layout()
        before = blocks.written.lines_before(number, block)
        blocks.again(number, block)
        more = blocks.heights[number] - height
        lines, setting, low = lines_of(layout), blocks.setting(block), blocks.keeps_low(number)
        blocks.written.was_set(number, lines)
        seen = changed_place(layout, setting, blocks.width, before, lines, (start, end), low=low).translated(0, top)
        if more:
            self.shifted.emit(seen.top(), top + height, more)
            self._tell_size()
        else:
            self._ask_for(seen)

    def _take_blank(self, first: int, gone: int, heights: Sequence[float]) -> None:
        """Blocks gave way to blank ones."""
        top = self.top(first)
        self.blocks.blank(first, gone, heights)
        self._ask_for(QRectF(0, top, self.width, 1e9))
        self.grown.emit(top)
        self._tell_size()

    def _replace(self, block: QTextBlock, first: int, gone: int, last: int) -> None:
        """Blocks gave way to those from `first`, which is given, to `last`."""
        if self.coming:
            self._take_blank(first, gone, self.coming)
            return
        top, end = self.top(first), self.top(first + gone)
        self.blocks.splice(block, first, gone, last)
        if last - first < _FEW:
            at = block
            for number in range(first, last + 1):
                self._ensure(number, at)
                at = at.next()
            self.shifted.emit(top, end, self.top(last + 1) - end)
        else:
            self._ask_for(QRectF(0, top, self.width, 1e9))
            self.grown.emit(top)
        self._tell_size()

    def hitTest(self, place_on_page: Any, accuracy: Qt.HitTestAccuracy) -> int:
        point = QPointF(place_on_page)
        number = self.number_at(point.y())
        block = self.document().findBlockByNumber(number)
        if not block.isValid():
            return -1 if accuracy is Qt.HitTestAccuracy.ExactHit else 0
        self._ensure(number, block)
        return place_at(block, point - QPointF(0, self.top(number)), accuracy)

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        clip: QRectF = context.clip
        if clip.isEmpty():
            clip = QRectF(QPointF(), self.documentSize())
        drawing = BlockDrawing(painter, context, self.blocks.kind, clip)
        for block, top in self.between(clip.top() - _REACH, clip.bottom() + _REACH):
            if self.wanted is not None:
                number = block.blockNumber()
                blocks, low = self.blocks, self.blocks.keeps_low(number)
                box = words_box(blocks.setting(block), top, blocks.heights[number], blocks.width, low=low)
                if not self.wanted.intersects(box.toAlignedRect()):
                    continue
            drawing.draw(block, top, self._extra(block.blockNumber()))

    # What the sheet asks

    def set_kind(self, kind: TextType) -> None:
        """The text is set in other letters."""
        if self.blocks.set_kind(kind):
            self._tell_size()
        self._ask_for(QRectF(0, 0, 1e9, 1e9))

    @property
    def width(self) -> float:
        """How wide the column is."""
        return self.blocks.width

    def number_at(self, y: float) -> int:
        """The number of the block at a height of the document."""
        return self.blocks.heights.at(y - TOP)

    def top(self, number: int) -> float:
        """Where a block begins, as far as is known; the number after the last gives the end."""
        return TOP + self.blocks.heights.top(number)

    def is_mirrored(self, block: QTextBlock) -> bool:
        """Whether a block begins at the right."""
        return self.blocks.setting(block).mirrored

    def words_end(self, block: QTextBlock, top: float) -> float:
        """Where the words of a block end that begins at `top`."""
        return top + self.blocks.heights[block.blockNumber()] - self.blocks.setting(block).after

    def between(self, start: float, end: float) -> Iterator[tuple[QTextBlock, float]]:
        """The blocks between two heights, set, and where they begin."""
        number = self.number_at(start)
        self.blocks.sight = start - TOP
        block = self.document().findBlockByNumber(number)
        top, heights = self.top(number), self.blocks.heights
        while block.isValid():
            self._ensure(number, block)
            yield block, top
            top += heights[number]
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
        numbers = tuple(numbers)
        if len(numbers) > _FEW:
            self._ask_for(QRectF(0, 0, 1e9, 1e9))
            return
        for number in numbers:
            if self.blocks.is_set(number):
                around = QRectF(0, self.top(number), self.width, self.blocks.heights[number])
                self._ask_for(around.adjusted(-_REACH, -_REACH, _REACH, _REACH))

    def set_again(self, numbers: Sequence[int]) -> None:
        """These blocks look otherwise although their text is the same; where they are many, those in sight at once."""
        blocks = self.blocks
        if len(numbers) > _FEW:
            for number in numbers:
                if blocks.is_set(number):
                    blocks.later(number, 1)
            self._ask_for(QRectF(0, 0, 1e9, 1e9))
            return
        for number in numbers:
            if blocks.is_set(number):
                before = blocks.heights[number]
                blocks.written.let_go()
                blocks.again(number, self.document().findBlockByNumber(number))
                more, top = blocks.heights[number] - before, self.top(number)
                if more:
                    self.shifted.emit(top, top + before, more)
                else:
                    self._ask_for(QRectF(0, top, self.width, before))

    def settle_size(self) -> None:
        """Tell how high everything is at once, where it is about to be scrolled."""
        self._tell.stop()
        self._tell_size()

    def settle(self) -> None:
        """Set everything now."""
        while self.blocks.waiting:
            self.blocks.set_some()

    def _moved(self, more: float) -> None:
        self._tell_size()
        self.moved.emit(more)

    def _lay_anew(self, count: int, width_before: float = 0.0) -> None:
        self.blocks.anew(count, width_before)
        self._ask_for(QRectF(0, 0, 1e9, 1e9))
        self._tell_size()

    def _ask_for(self, box: QRectF) -> None:
        """Have a part of the document painted anew."""
        self._update.emit(box)
        self.asked(box)

    def _tell_size(self) -> None:
        size = self.documentSize()
        if size != self._told:
            self._told = size
            self.documentSizeChanged.emit(size)
