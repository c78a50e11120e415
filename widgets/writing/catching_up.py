"""A document catches up with its text after an act on many paragraphs: what is in sight at once, the rest in pieces."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextBlock, QTextCursor

from widgets.text.laid_sheet import LaidSheet
from widgets.theme.utf16 import utf16
from widgets.writing.mirror import code_points

_PIECE = 0.006
"""Seconds of writing before a key may come."""


@dataclass(frozen=True, slots=True)
class _End:
    """An end of what is selected: its block, and how many letters into it, None at its end."""

    block: int
    letters: int | None


class CatchingUp(QObject):
    """Writes the late blocks of a sheet, whose caret and selection stay where they are meanwhile.

    `quietly` does something of which nobody is told that the caret moved.
    """

    def __init__(self, sheet: LaidSheet, quietly: Callable[[Callable[[], None]], None]) -> None:
        super().__init__(sheet)
        self._sheet, self._quietly = sheet, quietly
        self._stays = False
        """Whether nothing may be written now: the document follows an act, or is written already."""
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._some)

    @property
    def behind(self) -> bool:
        """Whether there are blocks to be written yet."""
        return bool(self._sheet.text.late)

    @contextmanager
    def staying(self) -> Iterator[None]:
        """Nothing is written meanwhile, as where the document follows an act splice by splice."""
        before, self._stays = self._stays, True
        try:
            yield
        finally:
            self._stays = before

    def at(self, *numbers: int) -> None:
        """Have these blocks written now."""
        late = self._sheet.text.late
        if late and not self._stays:
            self._write([number for number in dict.fromkeys(numbers) if number in late])

    def in_sight(self) -> None:
        """Have what is in sight written before it is painted, and the rest soon."""
        if self._stays or not self.behind:
            return
        self._timer.start()
        late = self._sheet.text.late
        # What is written may be lower than it was thought to be, and more come into sight.
        while wanted := [number for block, _ in self._sheet._blocks() if (number := block.blockNumber()) in late]:
            self._write(wanted)

    def all(self) -> None:
        """Have everything written now."""
        while self.behind:
            self._some()

    def _some(self) -> None:
        """A piece of it: what is below what is in sight first."""
        text, column = self._sheet.text, self._sheet.column
        first = column.number_at(float(self._sheet.verticalScrollBar().value()))
        if self.behind and not self._stays:
            self._keeping_ends(lambda: text.write_late(first, time.perf_counter() + _PIECE))
        if self.behind:
            column.blocks.stop()  # what is yet to be written would be set into lines twice, and both in one turn
        else:
            self._timer.stop()
            column.blocks.go_on()

    def _write(self, numbers: Iterable[int]) -> None:
        text = self._sheet.text

        def write() -> None:
            for number in numbers:
                text.write_now(number)

        self._keeping_ends(write)

    def _keeping_ends(self, write: Callable[[], None]) -> None:
        """Write while the caret and the other end of the selection stay in their words."""
        sheet, late = self._sheet, self._sheet.text.late
        cursor = sheet.textCursor()
        blocks = [sheet.document().findBlock(place) for place in (cursor.anchor(), cursor.position())]
        may_move = any(block.blockNumber() in late for block in blocks)
        ends = [_end(block, at) for block, at in zip(blocks, (cursor.anchor(), cursor.position()), strict=True)]

        def quietly() -> None:
            write()
            if may_move:
                anchor, head = (self._place(end) for end in ends)
                cursor.setPosition(anchor)
                cursor.setPosition(head, QTextCursor.MoveMode.KeepAnchor)
                sheet.setTextCursor(cursor)

        with self.staying():
            self._quietly(quietly)

    def _place(self, end: _End) -> int:
        block = self._sheet.document().findBlockByNumber(end.block)
        last = block.length() - 1
        inside = last if end.letters is None else min(last, utf16(block.text()[: end.letters]))
        return int(block.position() + inside)


def _end(block: QTextBlock, place: int) -> _End:
    inside = place - block.position()
    whole = inside and inside == block.length() - 1
    return _End(block.blockNumber(), None if whole else code_points(block, inside))
