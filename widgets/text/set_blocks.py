"""The blocks of a column set into lines: those that are asked for at once, the rest while nobody waits."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from weakref import ref

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextDocument

from widgets.paper.type import TextType
from widgets.text.block_lines import SPARE, Setting, guess_height, keeps_to_lines, set_lines, setting_of
from widgets.text.heights import Heights
from widgets.text.written_block import WrittenBlock

_SLICE = 0.006
_REST = 25
"""Milliseconds after which the letters of blocks that were written in are let go: between two keys of a hand."""
Blank = tuple[int, int, Sequence[float]]
"""From which block on how many give way to blank ones, and how high each of these is thought to be."""
_LOW, _FAR, _BLANK = 1, 2, 3
"""Of a block that is set: whether its letters keep to their lines, or may reach far out of them; or that it is none of
those that are to be set, since it is not written yet."""


class SetBlocks(QObject):
    """Which blocks of a document are set, and how high each is or is thought to be.

    `moved(float)`: what is in sight went down by so many pixels, since blocks above it turned out higher than they were
    thought to be. `higher` is called where a block that was asked for did.
    """

    moved = Signal(float)

    def __init__(self, document: QTextDocument, kind: TextType, higher: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._laid_out, self.kind, self._higher = ref(document), kind, higher
        self.width = 0.0
        """How wide the column is."""
        self.heights = Heights()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self.written = WrittenBlock(self._rest.start)
        self._rest.timeout.connect(self.written.let_go_old)
        self.below: Callable[[int], float] | None = None
        """How much room a block is to have below its words for what is painted there."""
        self.sight = 0.0
        """How high what is above what is in sight is."""
        self.laid = bytearray()
        """Of each block whether it is set, and if so whether its letters keep to their lines; to be read only."""
        self._settings: dict[int, Setting] = {}
        """By the number Qt gives to a format of blocks."""
        self._next = 0
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self.set_some)

    @property
    def document(self) -> QTextDocument:
        """What is laid out; not held, since it holds its layout, and that these blocks.

        Qt's own `document()` of a layout makes the two hold each other.
        """
        document = self._laid_out()
        assert document is not None, "a layout without its document"
        return document

    def __len__(self) -> int:
        return len(self.laid)

    @property
    def waiting(self) -> bool:
        """Whether blocks are to be set yet."""
        return self.laid.find(0) >= 0

    @property
    def active(self) -> bool:
        """Whether blocks are set while nobody waits."""
        return self._idle.isActive()

    def is_set(self, number: int) -> bool:
        """Whether a block is set, or none of those that are to be."""
        return 0 <= number < len(self.laid) and bool(self.laid[number])

    def all_set(self, first: int, end: int) -> bool:
        """Whether the blocks from one up to another are set."""
        return self.laid.find(0, first, end) < 0

    def keeps_low(self, number: int) -> bool:
        """Whether the letters of a block that is set keep to their lines."""
        return self.laid[number] == _LOW

    def stands_apart(self, last: QTextBlock, first: int, end: int) -> bool:
        """Whether letters of blocks that are set, `last` the last of them, reach less far below it than halfway to the
        letters of the next."""
        low = self.laid.count(_LOW, first, end) == end - first
        return low and self.setting(last).after >= 2 * SPARE

    def setting(self, block: QTextBlock) -> Setting:
        """How a block is set; Qt gives one number to all blocks of a format."""
        format_number = block.blockFormatIndex()
        known = self._settings.get(format_number)
        if known is None:
            known = self._settings[format_number] = setting_of(self.kind, block.blockFormat())
        return known

    def guess(self, block: QTextBlock) -> float:
        """How high a block will be."""
        return guess_height(block.length(), self.setting(block), self.kind, self.width)

    def ensure(self, number: int, block: QTextBlock) -> None:
        """Have a block set now."""
        if not self.laid[number] and self._set(number, block):
            self._higher()

    def _set(self, number: int, block: QTextBlock) -> float:
        words = block.text()
        self.laid[number] = _LOW if keeps_to_lines(words) else _FAR
        self.written.forget_lines()
        height = set_lines(block.layout(), words, self.setting(block), self.width)
        return self.heights.put(number, height if self.below is None else height + self.below(number))

    def room_below(self, block: QTextBlock) -> float:
        """How much room a block that is set has below its words."""
        setting = self.setting(block)
        words = setting.before + block.layout().lineCount() * setting.lead + setting.after
        return self.heights[block.blockNumber()] - words

    # What gives way

    def again(self, number: int, block: QTextBlock) -> float:
        """One block is set anew at once; gives how much higher it is, of which whoever asks tells."""
        block.clearLayout()
        return self._set(number, block)

    def later(self, first: int, count: int) -> None:
        """So many blocks read otherwise, and are as high as they were until they are set."""
        self.written.let_go()
        block = self.document.findBlockByNumber(first)
        for _ in range(count):
            block.clearLayout()
            block = block.next()
        self.laid[first : first + count] = bytes(count)
        self.go_on()

    def blank(self, blanks: Iterable[Blank]) -> None:
        """Blocks give way to blank ones, one stretch after another."""
        self.written.let_go()
        heights = list(self.heights)
        for first, gone, coming in blanks:
            self.laid[first : first + gone] = bytes([_BLANK]) * len(coming)
            heights[first : first + gone] = coming
        self.heights = Heights(heights)

    def splice(self, block: QTextBlock, first: int, gone: int, last: int) -> None:
        """Blocks give way to those from `first`, which is given, to `last`; these are set when they are asked for."""
        same = gone == last - first + 1
        new = []
        for number in range(first, last + 1):
            block.clearLayout()
            # Where as many come as go, how high they were says more than a guess.
            new.append(self.heights[number] if same else self.guess(block))
            block = block.next()
        self.laid[first : first + gone] = bytes(last - first + 1)
        self.heights.splice(first, gone, new)

    def splice_set(self, block: QTextBlock, first: int, gone: int, last: int, *, kept: bool) -> QTextBlock:
        """Blocks give way to those from `first`, which is given, to `last`, set at once; gives the block behind these.

        Where they are `kept`, Qt keeps the places of their letters.
        """
        self.written.forget_lines()
        laid, heights = bytearray(), []
        for number in range(first, last + 1):
            block.clearLayout()
            if kept:
                self.written.keep(block)
            words = block.text()
            laid.append(_LOW if keeps_to_lines(words) else _FAR)
            height = set_lines(block.layout(), words, self.setting(block), self.width)
            heights.append(height if self.below is None else height + self.below(number))
            block = block.next()
        self.laid[first : first + gone] = laid
        self.heights.splice(first, gone, heights)
        return block

    def anew(self, count: int, width_before: float = 0.0) -> None:
        """All blocks are to be set, as many as these, as where the column is another width than it was."""
        self.laid = bytearray(count)
        self.written.let_go()
        self._next = 0
        if width_before and len(self.heights) == count:
            # What is known of another width says more than a guess, and no block need be looked at.
            wider = width_before / self.width
            self.heights = Heights([height * wider for height in self.heights.each])
        else:
            self.heights = Heights(self.guess(block) for block in self._cleared())
        self.go_on()

    def set_kind(self, kind: TextType) -> bool:
        """The text is set in other letters; heights that are known say more of the new ones than a guess. Gives whether
        it is."""
        before, self.kind = self.kind, kind
        self.written.let_go()
        self._settings = {}
        if kind == before:
            return False
        self.laid = bytearray(len(self.laid))
        higher = kind.lead / before.lead
        self.heights = Heights([height * higher for height in self.heights.each])
        self._next = 0
        self.go_on()
        return True

    def _cleared(self) -> Iterator[QTextBlock]:
        block = self.document.begin()
        while block.isValid():
            block.clearLayout()
            yield block
            block = block.next()

    # While nobody waits

    def go_on(self) -> None:
        """Set the rest while nobody waits."""
        self._idle.start()

    def stop(self) -> None:
        """The rest need not be set any more."""
        self._idle.stop()

    def set_some(self) -> None:
        """Set blocks for some milliseconds, those below what is in sight first."""
        until = time.perf_counter() + _SLICE
        if not 0 <= self._next < len(self.laid):
            self._next = 0
        sight, shift = self.heights.at(self.sight), 0.0
        number = self._find_unset()
        while number >= 0 and time.perf_counter() < until:
            block = self.document.findBlockByNumber(number)
            for _ in range(24):
                if not block.isValid():
                    break
                before = self.heights[number]
                self.ensure(number, block)
                if number < sight:
                    shift += self.heights[number] - before
                block, number = block.next(), number + 1
            self._next = number
            number = self._find_unset()
        if number < 0:
            self._idle.stop()
        if shift:
            self.moved.emit(shift)

    def _find_unset(self) -> int:
        """The next block that is to be set, -1 where all are."""
        found = self.laid.find(0, self._next)
        return found if found >= 0 else self.laid.find(0)
