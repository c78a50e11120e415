"""A text as a QTextDocument: one block for each paragraph, its number that of the paragraph's position."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtGui import (
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLayout,
)

from models.draft import Kind, Paragraph, Run
from models.draft.directions import way_of
from widgets.paper.type import TextType, serif
from widgets.text.block_writing import BlockWriting
from widgets.text.bracket_looks import BracketLooks
from widgets.text.bracketed import Bracketed
from widgets.text.column import Column
from widgets.text.column_changes import BOTTOM
from widgets.text.column_drawing import Formats
from widgets.text.heights_ahead import HeightsAhead
from widgets.text.late_blocks import LateBlocks
from widgets.text.looks import COLOURED
from widgets.text.marks import runs_in
from widgets.text.note_marks import NoteMarks
from widgets.text.shown import Shown
from widgets.text.without_holding import without_holding

_NOTES_ROOM = 300.0
_NOTHING: Formats = []
_AT_ONCE = 120
MOST_AT_ONCE = 100
"""More paragraphs that change together are left late."""
_BLOCK_END = "\u2029"
_SHORT = 200
"""Longer paragraphs have letters."""


class TextDocument:
    """A text laid into a document.

    The first paragraphs are there at once; `write_more` writes the rest in slices, and whoever needs them now calls
    `finish`. `over(number)` may be replaced to paint further formats over a block.
    """

    def __init__(
        self, shown: Shown, kind: TextType, *, right_to_left: bool = False, bracketed: Bracketed | None = None
    ) -> None:
        """`bracketed` are the brackets of the text where somebody has found them already."""
        self.shown = shown
        self.document = QTextDocument()
        self.document.setDocumentMargin(0)
        self.document.setUndoRedoEnabled(False)
        self.document.setDefaultFont(serif(kind.size, kind.weight))
        self._type = kind
        self._bracket_looks = BracketLooks(kind.size)
        self.note_marks = NoteMarks(self.document, kind, without_holding(self, _mark, ""))
        paragraphs = shown.paragraphs()
        self.bracketed = bracketed or Bracketed(paragraphs)
        self._writing = BlockWriting(self.document, kind, paragraphs, right_to_left=right_to_left)
        self.look, self.formats, self.shift = self._writing.look, self._writing.formats, self._writing.shift
        self.over: Callable[[int], list[QTextLayout.FormatRange]] = lambda _number: []
        """Further formats painted over a block."""
        self._ahead = HeightsAhead(kind, self.formats, right_to_left)
        self._written = 0
        self._whole = False
        self.late = LateBlocks()
        """The blocks that an act on many paragraphs left as they were; `write_late` writes them."""
        self.changing = False
        """Whether the document is being changed from here, and not by the user's letters."""
        self.column = Column(self.document, kind, without_holding(self, TextDocument.extra, _NOTHING), self.note_marks)
        self.document.setDocumentLayout(self.column)
        self.set_notes_room()
        self.write_more(_AT_ONCE)

    @property
    def whole(self) -> bool:
        """Whether all paragraphs are written."""
        return self._whole

    def set_notes_room(self) -> None:
        """Leave room for notes at the end where there are any."""
        self.column.set_bottom(_NOTES_ROOM if self.shown.has_notes() else BOTTOM)

    def write_more(self, count: int) -> None:
        """Write some more paragraphs at the end."""
        last = min(self._written + count, self.shown.count())
        with self.changes() as cursor:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            for position in range(self._written, last):
                self._writing.write(cursor, self.shown.paragraph(position), position, new=position > 0)
        self.late.splice(self._written, 0, last - self._written)
        self._written = last
        self._whole = last >= self.shown.count()

    def finish(self) -> None:
        """Write all that is missing."""
        self.write_more(self.shown.count())

    def leave_rest_late(self) -> None:
        """Have a block for each paragraph; those that are missing are written later, what is in sight first."""
        start, paragraphs = self._written, self.shown.paragraphs()
        self._written, self._whole = len(paragraphs), True
        self._leave_late(start, 0, (), paragraphs[start:])

    def dress(self, kind: TextType) -> None:
        """The same text in other letters; no block is written anew for it but a few."""
        self._type = kind
        self.note_marks.dress(kind)
        self._bracket_looks = BracketLooks(kind.size)
        self.formats.dress(kind)
        self._ahead = HeightsAhead(kind, self.formats, self._writing.right_to_left)
        self.document.setDefaultFont(serif(kind.size, kind.weight))
        with self.changes():
            for at in range(self._written):
                paragraph = self.shown.paragraph(at)
                if self.look(paragraph, at).own:
                    self.look_again(at, paragraph)
        self.column.set_kind(kind)

    def recolour(self) -> None:
        """The same letters in the colours of another theme: the column paints them so, but for what has its own."""
        self._bracket_looks = BracketLooks(self._type.size)
        self.formats.dress(self._type)
        coloured = [at for at, one in enumerate(self.shown.paragraphs()[: self._written]) if one.kind in COLOURED]
        with self.changes():
            for at in coloured:
                self.look_again(at, self.shown.paragraph(at))
        self.column.set_kind(self._type)

    # Paragraphs that change

    def patch(self, start: int, old: Sequence[Paragraph], new: Sequence[Paragraph], *, many: bool = False) -> None:
        """Let the blocks from `start` on, which read as `old`, read as `new`; where they are `many`, later."""
        if not self.whole and start + len(old) > self._written:
            # What is not written yet is written from the text as it is then.
            if start < self._written:
                with self.changes() as cursor:
                    self._writing.remove(cursor, start, self._written - start)
                self.late.splice(start, self._written - start, 0)
                self._written = start
                self.column.blanked = None
            return
        # A document without a paragraph has one block all the same.
        standing = len(old) or (1 if not self._written else 0)
        self._written += len(new) - len(old)
        first = _same_at_start(old, new)
        last = _same_at_start(old[first:][::-1], new[first:][::-1])
        start, standing = start + first, standing - first - last
        old, new = old[first : len(old) - last], new[first : len(new) - last]
        if many or max(len(old), len(new)) > MOST_AT_ONCE:
            self._leave_late(start, standing, old, new)
            return
        both = min(standing, len(new))
        self.late.splice(start, len(old), len(new))
        if not self.changing:
            # Qt lets what is put before the first block have that, and its words a new one.
            self.column.rewrites(*self._with_empty_before(start, standing or int(start == 0), len(new)))
        with self.changes() as cursor:
            for at in range(both):
                self._rewrite(cursor, start + at, new[at])
            if len(new) > both:
                self._writing.insert(cursor, start + both, new[both:])
            elif standing > both:
                self._writing.remove(cursor, start + both, standing - both)
        self.column.rewritten = None

    def _with_empty_before(self, start: int, gone: int, coming: int) -> tuple[int, int]:
        """The blocks that give way where others come, as the first and their count: where the last ones go, Qt lets an
        empty one before them have the block of the last, set as its words were."""
        if coming or not gone or not start or start + gone < self.document.blockCount():
            return start, gone
        return (start - 1, gone + 1) if self.document.findBlockByNumber(start - 1).length() == 1 else (start, gone)

    def _leave_late(self, start: int, standing: int, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> None:
        """Have as many blocks as paragraphs, and write them later: what is in sight before it is painted."""
        both = min(standing, len(new))
        same = min(both, len(old))
        self.late.put(start + at for at in range(same) if old[at] is not new[at])
        self.late.splice(start + same, len(old) - same, len(new) - same, late=True)
        more = len(new) - standing
        if not more:
            return
        blank = start + both, standing - both, self._ahead.of(new[both:], self.column.width)
        if not self.changing:
            self.column.rewrites(*self._with_empty_before(*blank[:2], len(blank[2])))
            self.column.coming = blank[2]
        elif self.column.blanked is not None:
            first, gone = self._with_empty_before(*blank[:2], len(blank[2]))
            before = range(first, start + both)  # the empty one is written once more
            self.late.put(before)
            heights = self._ahead.of([*map(self.shown.paragraph, before), *new[both:]], self.column.width)
            self.column.blanked.append((first, gone, heights))
        with self.changes() as cursor:
            if more > 0:
                block = self.document.findBlockByNumber(start + both - 1)
                cursor.setPosition(block.position() + block.length() - 1 if start + both else 0)
                cursor.insertText(_BLOCK_END * more)
            else:
                self._writing.remove(cursor, start + both, -more)
        self.column.rewritten = self.column.coming = None

    def write_now(self, number: int) -> None:
        """Write a block that is late and in sight."""
        if not self.changing:
            self.column.rewrites(number, 1)
        with self.changes() as cursor:
            self._rewrite(cursor, number, self.shown.paragraph(number))
        self.column.rewritten = None

    def write_late(self, first: int, until: float) -> None:
        """Write blocks out of sight that are late, those from a block on first, until a moment of `perf_counter`."""
        number = self.late.next(first)
        while number >= 0:
            start = number
            with self.changes() as cursor:
                while number in self.late and (number == start or time.perf_counter() < until):
                    self._rewrite(cursor, number, self.shown.paragraph(number))
                    number += 1
                self.column.unseen = (start, number - start)
            self.column.unseen = None
            number = self.late.next(number) if time.perf_counter() < until else -1

    def typed_into(self, more: int) -> None:
        """A block was typed in, and reads right; `more` is 1 where it was the block of a text without paragraphs."""
        self.late.splice(0, 0, more)
        self._written += more

    def look_again(self, position: int, paragraph: Paragraph) -> None:
        """One paragraph looks otherwise and reads as it did, with the caret in it; a late one waits to be written."""
        if position not in self.late:
            self.column.blocks.written.let_go()
            with self.changes() as cursor:
                self._writing.look_again(cursor, position, paragraph)

    def runs_otherwise(self, block: QTextBlock, paragraph: Paragraph) -> bool:
        """Whether a block runs in another direction than its letters."""
        return way_of(paragraph.text, self._writing.right_to_left) != self.column.is_mirrored(block)

    def set_right_to_left(self, right_to_left: bool) -> None:
        """The text runs the other way now, and with it the paragraphs that have no letters of their own."""
        if right_to_left == self._writing.right_to_left:
            return
        self._writing.right_to_left = right_to_left
        self._ahead = HeightsAhead(self._type, self.formats, right_to_left)
        count = min(self._written, self.shown.count())
        with self.changes() as cursor:
            block = self.document.begin()
            while block.isValid():
                at = block.blockNumber()
                paragraph = self.shown.paragraph(at) if at < count else Paragraph(Kind.TEXT)
                if block.length() < _SHORT and self.runs_otherwise(block, paragraph):
                    look = self.look(paragraph, at)
                    cursor.setPosition(block.position())
                    cursor.setBlockFormat(self.formats.block(paragraph, look, right_to_left))
                    cursor.setBlockCharFormat(self.formats.letters(look, 0))
                block = block.next()

    @contextmanager
    def changes(self) -> Iterator[QTextCursor]:
        """What is changed meanwhile is one change for Qt, and not the user's."""
        cursor, before = QTextCursor(self.document), self.changing
        self.changing = True
        cursor.beginEditBlock()
        try:
            yield cursor
        finally:
            cursor.endEditBlock()
            self.changing = before

    @contextmanager
    def many_changes(self) -> Iterator[None]:
        """Paragraphs far apart are patched meanwhile, each of them `many`; what stands between them stays as it is."""
        self.column.blanked = []
        try:
            with self.changes():
                yield
        finally:
            self.column.blanked = None

    def dress_masthead(self) -> None:
        """The lines of the masthead, whose looks depend on one another, as they look now."""
        paragraphs = self.shown.paragraphs()
        with self.changes():
            for at in self._writing.masthead_otherwise(paragraphs):
                if at < self._written:
                    self.look_again(at, paragraphs[at])

    def _rewrite(self, cursor: QTextCursor, number: int, paragraph: Paragraph) -> None:
        self.late.written(number)
        self._writing.rewrite(cursor, number, paragraph)

    @staticmethod
    def runs_of(block: QTextBlock) -> tuple[Run, ...]:
        """What a block says, with the marks that are meant."""
        return runs_in(block)

    # Looks

    def extra(self, number: int) -> Formats:
        """What is painted over the letters of a block: its brackets, and what `over` gives."""
        over = self.over(number)
        # Most paragraphs have no brackets.
        bracketed = self.bracketed
        return [*over, *self._bracket_looks.over(bracketed.signs(number))] if bracketed.has_any(number) else over


def _mark(text: TextDocument, note: int) -> str:
    return text.shown.mark(note)


def _same_at_start(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> int:
    """How many paragraphs at the beginning are the very same."""
    same = 0
    for one, two in zip(old, new, strict=False):
        if one is not two:
            break
        same += 1
    return same
