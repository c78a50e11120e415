"""How a column follows the changes of its document: which blocks are set anew, and what of them is painted again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, QSizeF, QTimer, Signal
from PySide6.QtGui import QAbstractTextDocumentLayout, QTextBlock, QTextDocument

from widgets.paper.type import TextType
from widgets.text.block_lines import LEAST, REACH, SPARE, changed_place, lines_of
from widgets.text.set_blocks import Blank, SetBlocks

TOP, BOTTOM = 20.0, 48.0
FEW = 60
"""So many blocks that changed are set at once; more than are in sight."""
_WRITTEN = 3
"""Of so many that one act changes Qt keeps the places of the letters, for the caret and until they are painted."""
_WIDE = 1e5
"""More pixels than any sheet has on either side."""
_NEAR, _LATER = 4_000.0, 300
"""Pixels below what grew, more than are in sight, and milliseconds after which its scroll bar follows then."""


class ChangingColumn(QAbstractTextDocumentLayout):
    """Knows how high each block of a document is, or is thought to be, and tells what of it looks otherwise.

    `moved(float)`: what is in sight went down by so many pixels, since paragraphs above it turned out higher than they
    were thought to be. `shifted(float, float)`: what was below a height lies so many pixels further down, and what
    reads otherwise above it is asked for after this; `grown(float)`: what is below this height lies elsewhere, and
    nobody knows where. `asked` is called with two heights between which what is beside the column is to be painted
    anew.
    """

    moved = Signal(float)
    shifted = Signal(float, float)
    grown = Signal(float)

    def __init__(self, document: QTextDocument, kind: TextType) -> None:
        super().__init__(document)
        self.asked: Callable[[float, float], None] = lambda _upper, _lower: None
        self._bottom = BOTTOM
        self._told = QSizeF()
        self.rewritten: tuple[int, int] | None = None
        """From which block on how many give way in the change that is being made, where that is known: Qt tells of the
        blocks around them too."""
        self._apart = False
        """Whether no letters of the last of them are painted where those of the next block may be."""
        self.coming: Sequence[float] | None = None
        """Where blank blocks come in that change, to be written later: how high they are thought to be."""
        self.blanked: list[Blank] | None = None
        """Where blocks far apart give way to blank ones, one after another, and nothing else changes: Qt tells of it as
        of one change from the first to the last. None where that is not so."""
        self.unseen: tuple[int, int] | None = None
        """From which block on how many are written anew out of sight: nothing is painted for them, nor set at once."""
        update: Any = self.update
        self._update = update["QRectF"]
        self._tell = QTimer(self)
        self._tell.setSingleShot(True)
        self._tell.timeout.connect(self._tell_size)
        self.blocks = SetBlocks(document, kind, partial(self._tell.start, 0), self)
        self.blocks.moved.connect(self._moved)
        self._ensure = self.blocks.ensure

    def documentSize(self) -> QSizeF:
        return QSizeF(self.blocks.width, TOP + self.blocks.heights.total + self._bottom)

    @property
    def width(self) -> float:
        """How wide the column is."""
        return self.blocks.width

    def top(self, number: int) -> float:
        """Where a block begins, as far as is known; the number after the last gives the end."""
        return TOP + self.blocks.heights.top(number)

    def rewrites(self, first: int, gone: int) -> None:
        """These blocks give way in the change that is about to be made, and no others."""
        self.rewritten = first, gone
        block = self.blocks.document.findBlockByNumber(first + gone - 1)
        self._apart = gone > 0 and self.blocks.stands_apart(block, first, first + gone)

    def documentChanged(self, start: int, removed: int, added: int) -> None:
        if start < 0:
            # Told already, from within what followed the change.
            return
        blocks = self.blocks
        document = blocks.document
        given, count = document.textWidth(), document.blockCount()
        width = max(LEAST, given)
        if given < 0:
            # It lies on no sheet yet: all that is set now would be set again in the width of its column.
            self._lay_anew(count)
            return
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
        if self.blanked:
            self._take_blank(self.blanked)
        elif not (self._take_letters(document, start, added, more) or self._take(document, start, added, more)):
            self._lay_anew(count)
            return
        if len(blocks) != count:
            self._lay_anew(count)
        elif blocks.waiting:
            blocks.go_on()

    def _take_letters(self, document: QTextDocument, start: int, added: int, more: int) -> bool:
        """Letters came or went in one block, as at nearly every key; whether it is so."""
        if more or self.rewritten is not None:
            return False
        block = document.findBlock(start)
        place = start - block.position()
        if place + added >= block.length():
            return False
        self._set_anew(block.blockNumber(), block, place, place + added)
        return True

    def _take(self, document: QTextDocument, start: int, added: int, more: int) -> bool:
        """Blocks read otherwise, or others came; whether it is known which."""
        blocks = self.blocks
        first, gone, last = self._changed_blocks(start, added, more)
        block = document.findBlockByNumber(first)
        if first + gone > len(blocks) or last >= len(blocks) + more or (last >= first and not block.isValid()):
            return False
        if gone == 1 and first == last:
            place = start - block.position()
            self._set_anew(first, block, place, place + added)
        elif self.coming:
            self._take_blank([(first, gone, self.coming)])
        else:
            self._replace(block, first, gone, last)
        return True

    def _changed_blocks(self, start: int, added: int, more: int) -> tuple[int, int, int]:
        """From which block on how many gave way, and the last of those that came; before the first where none did."""
        if self.rewritten is not None:
            first, gone = self.rewritten
            return first, gone, first + gone + more - 1
        first = self.blocks.document.findBlock(start).blockNumber()
        last_block = self.blocks.document.findBlock(start + added)
        last = max(first, last_block.blockNumber() if last_block.isValid() else self.blocks.document.blockCount() - 1)
        return max(0, first), max(0, last - first + 1 - more), last

    def _set_anew(self, number: int, block: QTextBlock, start: int, end: int) -> None:
        """One block reads otherwise, between two of its places."""
        blocks = self.blocks
        top, height, layout = self.top(number), blocks.heights[number], block.layout()
        before = blocks.written.lines_before(number, block)
        more = blocks.again(number, block)
        lines, setting, low = lines_of(layout), blocks.setting(block), blocks.keeps_low(number)
        blocks.written.was_set(number, lines)
        seen = changed_place(layout, setting, blocks.width, before, lines, (start, end), low=low).translated(0, top)
        if more:
            # What is beside the words is otherwise on their last line, as it was or is; what is below hangs on its end.
            foot = top + height - setting.after
            self.shifted.emit(foot, more)
            self.ask_for_all(min(foot, foot + more) - setting.lead, foot + more)
            self._tell_higher(foot)
        self.ask_for(seen)

    def _take_blank(self, blanks: Sequence[Blank]) -> None:
        """Blocks gave way to blank ones."""
        top = self.top(min(first for first, _, _ in blanks))
        self.blocks.blank(blanks)
        for first, gone, coming in blanks:
            if first == gone == 0 and len(coming) < len(self.blocks):
                self.blocks.later(len(coming), 1)  # Qt let the first of them have the block of those words
        self.ask_for(QRectF(0, top, self.width, 1e9))
        self.grown.emit(top)
        self._tell_size()

    def _replace(self, block: QTextBlock, first: int, gone: int, last: int) -> None:
        """Blocks gave way to those from `first`, which is given, to `last`."""
        blocks = self.blocks
        top, end = self.top(first), self.top(first + gone)
        if last - first < FEW:
            few = last - first < _WRITTEN and self.rewritten is not None
            if not few:
                blocks.written.let_go()
            behind = blocks.splice_set(block, first, gone, last, kept=few)
            now = self.top(last + 1)
            apart = few and self._apart and blocks.stands_apart(behind.previous(), first, last + 1)
            # The letters of the next block go along where none of these reach so far, and are not painted again.
            spare = SPARE if apart else 0.0
            self.shifted.emit(end - spare, now - end)
            self.ask_for_all(top - (spare or REACH), now - (spare or -REACH))
            self._tell_higher(now)
        else:
            blocks.splice(block, first, gone, last)
            self.ask_for(QRectF(0, top, self.width, 1e9))
            self.grown.emit(top)
            self._tell_size()

    def _moved(self, more: float) -> None:
        # Where it is less high now, the scroll bar goes along before its end comes nearer and takes it along too.
        if more > 0:
            self._tell_size()
        self.moved.emit(more)
        self._tell_size()

    def _lay_anew(self, count: int, width_before: float = 0.0) -> None:
        self.blocks.anew(count, width_before)
        self.ask_for(QRectF(0, 0, 1e9, 1e9))
        self._tell_size()

    def ask_for(self, box: QRectF) -> None:
        """Have a part of the document painted anew."""
        self._update.emit(box)

    def ask_for_all(self, upper: float, lower: float) -> None:
        """Have all painted anew that is between two heights, the margins too."""
        self.ask_for(QRectF(-_WIDE, upper, 2 * _WIDE, lower - upper))
        self.asked(upper, lower)

    def _tell_higher(self, foot: float) -> None:
        """Tell how high everything is, a little later where nobody can scroll to the end meanwhile, or where all words
        are within what was told."""
        more = self.documentSize().height() - self._told.height()
        if self.blocks.heights.total - foot < _NEAR and not 0 <= more <= self._bottom - REACH:
            self._tell_size()
        elif not self._tell.isActive():
            self._tell.start(_LATER)

    def _tell_size(self) -> None:
        size = self.documentSize()
        if size != self._told:
            self._told = size
            self.documentSizeChanged.emit(size)
