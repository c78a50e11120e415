"""Paragraphs written into the blocks of a document, each as its kind looks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from models.draft import Draft, Kind, Paragraph
from models.draft.directions import way_of
from models.draft.masthead_lines import masthead_roles
from models.editing.runs import NOTE_MARK
from widgets.paper.type import TextType
from widgets.text.looks import LOOKS, MASTHEAD, Formats, Look, look_of
from widgets.text.marks import LINE_END
from widgets.theme.utf16 import utf16

_BLOCK_ENDS = "\n\r\u2029\ufdd0\ufdd1"
"""The last two begin and end frames of a document."""


class BlockWriting:
    """Writes with cursors of one document; `right_to_left` is the way of what has no letters of its own."""

    def __init__(
        self, document: QTextDocument, kind: TextType, paragraphs: Sequence[Paragraph], *, right_to_left: bool
    ) -> None:
        self._document = document
        self.formats = Formats(kind)
        self.right_to_left = right_to_left
        self._roles = _roles(paragraphs)

    def look(self, paragraph: Paragraph, position: int) -> Look:
        """How a paragraph is set."""
        if paragraph.kind is Kind.MASTHEAD:
            return MASTHEAD.get(self._roles.get(position, ""), LOOKS[Kind.MASTHEAD])
        return look_of(paragraph)

    def shift(self, start: int, gone: int, coming: int) -> None:
        """Paragraphs give way to others: the lines of the masthead behind them have their roles where they are now."""
        if gone != coming and max(self._roles, default=-1) >= start:
            behind = {at + coming - gone: role for at, role in self._roles.items() if at >= start + gone}
            self._roles = {at: role for at, role in self._roles.items() if at < start} | behind

    def masthead_otherwise(self, paragraphs: Sequence[Paragraph]) -> list[int]:
        """The text reads thus now; gives the lines of its masthead that look otherwise."""
        before, self._roles = self._roles, _roles(paragraphs)
        return [at for at, role in self._roles.items() if before.get(at) != role]

    def rewrite(self, cursor: QTextCursor, number: int, paragraph: Paragraph) -> None:
        """Let a block read as a paragraph."""
        block = self._document.findBlockByNumber(number)
        cursor.setPosition(block.position())
        # A movement would ask for lines, and have the block set for nothing.
        cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self.write(cursor, paragraph, number, new=False)

    def insert(self, cursor: QTextCursor, start: int, paragraphs: Sequence[Paragraph]) -> None:
        """Write paragraphs before a block."""
        if start:
            before = self._document.findBlockByNumber(start - 1)
            cursor.setPosition(before.position() + before.length() - 1)
        else:
            cursor.setPosition(0)
            first = self._document.begin()
            cursor.insertBlock(first.blockFormat(), first.charFormat())
            cursor.setPosition(0)
        for at, paragraph in enumerate(paragraphs):
            self.write(cursor, paragraph, start + at, new=start + at > 0)

    def remove(self, cursor: QTextCursor, start: int, count: int) -> None:
        """Take blocks out."""
        first = self._document.findBlockByNumber(start)
        after = self._document.findBlockByNumber(start + count)
        if after.isValid():
            kept = after.blockFormat(), after.charFormat()
            cursor.setPosition(first.position())
            cursor.setPosition(after.position(), QTextCursor.MoveMode.KeepAnchor)
        elif start:
            before = first.previous()
            kept = before.blockFormat(), before.charFormat()
            cursor.setPosition(before.position() + before.length() - 1)
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        else:
            kept = QTextBlockFormat(), QTextCharFormat()
            cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        cursor.setBlockFormat(kept[0])
        cursor.setBlockCharFormat(kept[1])

    def write(self, cursor: QTextCursor, paragraph: Paragraph, position: int, *, new: bool) -> None:
        """Write a paragraph where the cursor is, in a new block or in one that is empty."""
        look = self.look(paragraph, position)
        right_to_left = way_of(paragraph.text, self.right_to_left)
        block = self.formats.block(paragraph, look, right_to_left)
        plain = self.formats.letters(look, 0)
        if new:
            cursor.insertBlock(block, plain)
        else:
            cursor.setBlockFormat(block)
            cursor.setBlockCharFormat(plain)
        for words, letters in self._written(paragraph, look):
            cursor.insertText(words, letters)

    def look_again(self, cursor: QTextCursor, number: int, paragraph: Paragraph) -> None:
        """Let a block that reads as a paragraph look as it does; none of its letters goes, and so no caret moves."""
        place = self._document.findBlockByNumber(number).position()
        look = self.look(paragraph, number)
        right_to_left = way_of(paragraph.text, self.right_to_left)
        cursor.setPosition(place)
        cursor.setBlockFormat(self.formats.block(paragraph, look, right_to_left))
        cursor.setBlockCharFormat(self.formats.letters(look, 0))
        for words, letters in self._written(paragraph, look):
            cursor.setPosition(place)
            place += utf16(words)
            cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(letters)

    def _written(self, paragraph: Paragraph, look: Look) -> Iterator[tuple[str, QTextCharFormat]]:
        """What stands in the block of a paragraph, and in which letters."""
        for run in paragraph.runs:
            if run.footnote is not None:
                yield NOTE_MARK, self.formats.note(look, run.footnote)
            elif run.text:
                bits = run.italic + 2 * run.bold + 4 * run.underline
                yield in_a_block(run.text), self.formats.letters(look, bits)


def in_a_block(text: str) -> str:
    """Words as letters of one block, as many as they are: what Qt would end a block at is a line end."""
    for sign in _BLOCK_ENDS:
        text = text.replace(sign, LINE_END)
    return text


def _roles(paragraphs: Sequence[Paragraph]) -> dict[int, str]:
    return masthead_roles(Draft(tuple(paragraphs)))
