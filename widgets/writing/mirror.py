"""The document that shows a working text, kept the same as it step by step. Only here places change their measure."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from models.draft import Kind
from models.editing.edit import Caret, Edit, Selection, Splice
from models.editing.working import WorkingText
from widgets.text.document import TextDocument
from widgets.theme.utf16 import letters_before, utf16

MANY = 100
"""An act on more paragraphs than this is shown as one change."""


class Mirror:
    """The blocks of a document are the entries of the working text, and block numbers their positions."""

    def __init__(self, working: WorkingText, text: TextDocument) -> None:
        self._working, self.text = working, text
        self._marks = working.noted.marks

    def apply(self, edit: Edit, typed_in: int | None = None) -> None:
        """Let the document read as the working text does after a step.

        `typed_in` is the block in which the step was typed: it reads so already.
        """
        one = edit.splices[0] if len(edit.splices) == 1 and not edit.notes else None
        if one is not None and one.start == typed_in and one.words_alone:
            # As at nearly every key: only its brackets, and a line of the masthead, can look otherwise.
            if others := self.text.bracketed.splice(one.start, 1, [one.new[0].paragraph]):
                self.text.column.paint_again(others)
            if _may_dress_masthead(one):
                self.text.dress_masthead()
            return
        many = len(edit.splices) > 1 and edit.reach > MANY
        # Of many places each would have all brackets of the text paired again.
        places = [(one.start, len(one.old), [entry.paragraph for entry in one.new]) for one in edit.splices if many]
        others = self.text.bracketed.splice_all(places)
        with self.text.many_changes() if many else nullcontext():
            for splice in edit.splices:
                others |= self._splice(splice, typed_in, many=many)
        if others:
            self.text.column.paint_again(others)
        if True in map(_may_dress_masthead, edit.splices):
            self.text.dress_masthead()
        if edit.notes or [splice for splice in edit.splices if splice.cites_otherwise]:
            self._renumber_notes()

    def _splice(self, splice: Splice, typed_in: int | None, *, many: bool) -> set[int]:
        """Let some blocks read as paragraphs; gives the positions of others that look otherwise now.

        Where it is one of `many` all brackets are known already.
        """
        old = [entry.paragraph for entry in splice.old]
        new = [entry.paragraph for entry in splice.new]
        self.text.shift(splice.start, len(old), len(new))
        others = set() if many else self.text.bracketed.splice(splice.start, len(old), new)
        if typed_in == splice.start and len(old) <= 1 == len(new):
            self.text.typed_into(len(new) - len(old))
        else:
            self.text.patch(splice.start, old, new, many=many)
        return others

    def _renumber_notes(self) -> None:
        """Set the paragraphs again whose note marks are others now."""
        before, self._marks = self._marks, self._working.noted.marks
        if self._marks is before:
            return
        self.text.set_notes_room()
        changed = {note for note, mark in self._marks.items() if before.get(note, mark) != mark}
        if changed:
            self.text.column.set_again(list(self._citing(changed)))

    def _citing(self, notes: set[int]) -> Iterator[int]:
        """Where paragraphs stand that cite some notes."""
        stretches = self._working.stretches
        for start, part in zip(stretches.starts, stretches.parts, strict=True):
            if not notes.isdisjoint(part.cited):
                for at, entry in enumerate(part.entries, start):
                    if not notes.isdisjoint(entry.paragraph.footnotes):
                        yield at

    @property
    def drifted(self) -> bool:
        """Whether the document has another number of blocks than the text has paragraphs."""
        return self.text.whole and self.text.document.blockCount() != max(1, len(self._working.entries))


def selection_in(cursor: QTextCursor) -> Selection:
    """What a cursor of a document selects."""
    document = cursor.document()
    head = caret_in(document, cursor.position())
    return Selection(head if not cursor.hasSelection() else caret_in(document, cursor.anchor()), head)


def caret_in(document: QTextDocument, place: int) -> Caret:
    """A place of a document."""
    block = document.findBlock(place)
    return Caret(block.blockNumber(), code_points(block, place - block.position()))


def place_in(text: TextDocument, caret: Caret) -> int:
    """Where a caret is in a document; the nearest place there is."""
    document = text.document
    position = min(max(caret.position, 0), document.blockCount() - 1)
    if position >= document.blockCount() - 1 and not text.whole:
        text.finish()
        position = min(max(caret.position, 0), document.blockCount() - 1)
    block = document.findBlockByNumber(position)
    words = block.text()
    return int(block.position() + min(utf16(words[: max(caret.place, 0)]), block.length() - 1))


def cursor_in(text: TextDocument, selection: Selection) -> QTextCursor:
    """A cursor that selects the same."""
    made = QTextCursor(text.document)
    made.setPosition(place_in(text, selection.anchor))
    if not selection.empty:
        made.setPosition(place_in(text, selection.head), QTextCursor.MoveMode.KeepAnchor)
    return made


def code_points(block: QTextBlock, offset: int) -> int:
    """A UTF-16 offset into a block as a count of code points."""
    text = block.text()
    if len(text) == block.length() - 1:
        return offset
    return letters_before(text, offset)


def _may_dress_masthead(splice: Splice) -> bool:
    """Whether lines of a masthead may look otherwise: by their words and by where they stand."""
    if len(splice.old) != len(splice.new):
        return any(entry.paragraph.kind is Kind.MASTHEAD for entry in (*splice.old, *splice.new))
    for one, two in zip(splice.old, splice.new, strict=True):
        before, now = one.paragraph, two.paragraph
        seen = before is not now and Kind.MASTHEAD in (before.kind, now.kind)
        if seen and (before.kind is not now.kind or before.text != now.text):
            return True
    return False
