"""The column of a text: paragraphs are set when they come into sight, the rest while nobody waits.

Qt's own layout goes through all paragraphs at every key; this one sets the paragraph that changed. Lines stand on
whole leads, whatever letters are on them.
"""

from __future__ import annotations

import time
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
from widgets.text.block_lines import (
    Setting,
    changed_place,
    guess_height,
    keeps_to_lines,
    lines_of,
    place_at,
    set_lines,
    setting_of,
    words_box,
)
from widgets.text.column_drawing import BlockDrawing, Formats
from widgets.text.heights import Heights
from widgets.text.note_marks import NOTE_OBJECT, NoteMarks, NoteObject
from widgets.text.written_block import WrittenBlock

TOP, BOTTOM = 20.0, 48.0
_SLICE = 0.006
_FEW = 60
"""So many blocks that changed are set at once; more than are in sight."""
_LOW, _FAR, _BLANK = 1, 2, 3
"""Of a block that is set: whether its letters keep to their lines, or may reach far out of them; or that it is none of
those that are to be set, since it is not written yet."""
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
        self._kind, self._extra = kind, extra
        # Qt takes U+FFFC for an object only where a handler of its type is known.
        self._notes = NoteObject(self, notes)
        self.asked: Callable[[QRectF], None] = lambda _box: None
        self.registerHandler(NOTE_OBJECT, self._notes)
        self._heights = Heights()
        self._laid = bytearray()
        """Of each block whether it is set, and if so whether its letters keep to their lines."""
        self._settings: dict[int, Setting] = {}
        """By the number Qt gives to a format of blocks."""
        self._written = WrittenBlock()
        self._width = 0.0
        self._bottom = BOTTOM
        self._next = 0
        self._sight = 0.0
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
        if start < 0:
            # Told already, from within what followed the change.
            return
        document = self.document()
        width, count = max(0.0, document.textWidth()), document.blockCount()
        if width != self._width:
            before, self._width = self._width, width
            self._lay_anew(count, before)
            return
        if self.unseen is not None:
            self._set_later(*self.unseen)
            return
        more = count - len(self._heights)
        if not more and not removed and added == document.characterCount():
            # Qt asks for everything anew where it only may have got another width.
            return
        first, gone, last = self._changed_blocks(start, added, more)
        block = document.findBlockByNumber(first)
        if first + gone > len(self._heights) or last >= count or (last >= first and not block.isValid()):
            self._lay_anew(count)
            return
        if gone == 1 and first == last:
            place = start - block.position()
            self._set_anew(first, block, place, place + added)
        else:
            self._written.let_go()
            self._replace(block, first, gone, last)
        if len(self._laid) != count:
            self._lay_anew(count)
        elif self._laid.find(0) >= 0:
            self._idle.start()

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
        top, height, layout = self.top(number), self._heights[number], block.layout()
        before = self._written.lines_before(number, block)
        self._laid[number] = 0
        layout.clearLayout()
        self._ensure(number, block)
        more = self._heights[number] - height
        lines, setting, low = lines_of(layout), self._setting(block), self._laid[number] == _LOW
        self._written.was_set(number, lines)
        seen = changed_place(layout, setting, self._width, before, lines, (start, end), low=low).translated(0, top)
        if more:
            self.shifted.emit(seen.top(), top + height, more)
            self._tell_size()
        else:
            self._ask_for(seen)

    def _set_later(self, first: int, count: int) -> None:
        """So many blocks read otherwise, and are as high as they were until they are set."""
        self._written.let_go()
        block = self.document().findBlockByNumber(first)
        for _ in range(count):
            block.clearLayout()
            block = block.next()
        self._laid[first : first + count] = bytes(count)
        self._idle.start()

    def _take_blank(self, first: int, gone: int, heights: Sequence[float]) -> None:
        """Blocks gave way to blank ones."""
        top = self.top(first)
        self._laid[first : first + gone] = bytes([_BLANK]) * len(heights)
        self._heights.splice(first, gone, heights)
        self._ask_for(QRectF(0, top, self._width, 1e9))
        self.grown.emit(top)
        self._tell_size()

    def _replace(self, block: QTextBlock, first: int, gone: int, last: int) -> None:
        """Blocks gave way to those from `first`, which is given, to `last`."""
        if self.coming:
            self._take_blank(first, gone, self.coming)
            return
        top, end = self.top(first), self.top(first + gone)
        same = gone == last - first + 1
        new = []
        at = block
        for number in range(first, last + 1):
            at.clearLayout()
            # Where as many come as go, how high they were says more than a guess.
            new.append(self._heights[number] if same else self._guess(at))
            at = at.next()
        self._laid[first : first + gone] = bytes(last - first + 1)
        self._heights.splice(first, gone, new)
        if last - first < _FEW:
            at = block
            for number in range(first, last + 1):
                self._ensure(number, at)
                at = at.next()
            self.shifted.emit(top, end, self.top(last + 1) - end)
        else:
            self._ask_for(QRectF(0, top, self._width, 1e9))
            self.grown.emit(top)
        self._tell_size()

    def hitTest(self, place_on_page: Any, accuracy: Qt.HitTestAccuracy) -> int:
        point = QPointF(place_on_page)
        number = self.number_at(point.y())
        block = self.document().findBlockByNumber(number)
        if not block.isValid():
            return -1 if accuracy is Qt.HitTestAccuracy.ExactHit else 0
        self._ensure(number, block)
        return place_at(block, point - QPointF(0, TOP + self._heights.top(number)), accuracy)

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        clip: QRectF = context.clip
        if clip.isEmpty():
            clip = QRectF(QPointF(), self.documentSize())
        drawing = BlockDrawing(painter, context, self._kind, clip)
        for block, top in self.between(clip.top() - _REACH, clip.bottom() + _REACH):
            if self.wanted is not None:
                number = block.blockNumber()
                low = self._laid[number] == _LOW
                box = words_box(self._setting(block), top, self._heights[number], self._width, low=low)
                if not self.wanted.intersects(box.toAlignedRect()):
                    continue
            drawing.draw(block, top, self._extra(block.blockNumber()))

    # What the sheet asks

    def set_kind(self, kind: TextType) -> None:
        """The text is set in other letters; heights that are known say more of the new ones than a guess."""
        before, self._kind = self._kind, kind
        self._written.let_go()
        self._settings = {}
        if kind != before:
            self._laid = bytearray(len(self._laid))
            self._heights = Heights(height * kind.lead / before.lead for height in self._heights)
            self._next = 0
            self._idle.start()
            self._tell_size()
        self._ask_for(QRectF(0, 0, 1e9, 1e9))

    @property
    def width(self) -> float:
        """How wide the column is."""
        return self._width

    def number_at(self, y: float) -> int:
        """The number of the block at a height of the document."""
        return self._heights.at(y - TOP)

    def top(self, number: int) -> float:
        """Where a block begins, as far as is known; the number after the last gives the end."""
        return TOP + self._heights.top(number)

    def is_mirrored(self, block: QTextBlock) -> bool:
        """Whether a block begins at the right."""
        return self._setting(block).mirrored

    def words_end(self, block: QTextBlock, top: float) -> float:
        """Where the words of a block end that begins at `top`."""
        return top + self._heights[block.blockNumber()] - self._setting(block).after

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
        numbers = tuple(numbers)
        if len(numbers) > _FEW:
            self._ask_for(QRectF(0, 0, 1e9, 1e9))
            return
        for number in numbers:
            if number < len(self._laid) and self._laid[number]:
                around = QRectF(0, self.top(number), self._width, self._heights[number])
                self._ask_for(around.adjusted(-_REACH, -_REACH, _REACH, _REACH))

    def set_again(self, numbers: Sequence[int]) -> None:
        """These blocks look otherwise although their text is the same."""
        for number in numbers:
            if number < len(self._laid) and self._laid[number]:
                block = self.document().findBlockByNumber(number)
                before = self._heights[number]
                self._written.let_go()
                self._laid[number] = 0
                block.clearLayout()
                self._ensure(number, block)
                more, top = self._heights[number] - before, self.top(number)
                if more:
                    self.shifted.emit(top, top + before, more)
                else:
                    self._ask_for(QRectF(0, top, self._width, before))

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
        self._written.let_go()
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

    def _ensure(self, number: int, block: QTextBlock) -> None:
        if self._laid[number]:
            return
        self._laid[number] = _LOW if keeps_to_lines(block) else _FAR
        self._written.forget_lines()
        more = self._heights.put(number, set_lines(block.layout(), self._setting(block), self._width))
        if more:
            self._tell.start()

    def _setting(self, block: QTextBlock) -> Setting:
        """How a block is set; Qt gives one number to all blocks of a format."""
        format_number = block.blockFormatIndex()
        known = self._settings.get(format_number)
        if known is None:
            known = self._settings[format_number] = setting_of(self._kind, block.blockFormat())
        return known

    def _guess(self, block: QTextBlock) -> float:
        return guess_height(block.length(), self._setting(block), self._kind, self._width)

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
        self._update.emit(box)
        self.asked(box)

    def _tell_size(self) -> None:
        size = self.documentSize()
        if size != self._told:
            self._told = size
            self.documentSizeChanged.emit(size)
