"""The block of a column that is written in: what is known of it from one key to the next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QTextBlock

from widgets.text.block_lines import lines_of

Lines = list[tuple[int, int]]
_MOST, _FEW = 24, 4
"""To let one go takes as long as to write in it; so many of a long text are no burden, and so few are kept in a rest of
the keys."""


class WrittenBlock:
    """Its lines as they are, and Qt keeps the places of its letters, which it would work out again for the caret.

    So it does with the blocks of the last acts. Qt keeps them where a block is set once more, too: whoever sets one for
    another reason than new letters lets them go before. `rest` has `let_go_old` called soon, where no key waits for it.
    """

    def __init__(self, rest: Callable[[], object]) -> None:
        self._rest = rest
        self._kept: list[QTextBlock] = []
        self._number = -1
        self._lines: Lines = []

    def keep(self, block: QTextBlock) -> None:
        """A block with new letters is about to be set, and will be asked for their places."""
        if block in self._kept:
            self._kept.remove(block)
        elif len(self._kept) >= _MOST:
            self.let_go()
        block.layout().setCacheEnabled(True)
        self._kept.append(block)
        if len(self._kept) > _FEW:
            self._rest()

    def lines_before(self, number: int, block: QTextBlock) -> Lines:
        """The lines of a block in which letters came or went, before it is set anew."""
        if self._number == number:
            return self._lines
        if block not in self._kept:
            self.keep(block)
        return lines_of(block.layout())

    def was_set(self, number: int, lines: Lines) -> None:
        """The block has these lines now."""
        self._number, self._lines = number, lines

    def forget_lines(self) -> None:
        """Something else was set, and its number may be another."""
        self._number = -1

    def let_go(self) -> None:
        """They are blocks like all others again."""
        self._let_go(len(self._kept))

    def let_go_old(self) -> None:
        """Those that were written in last are still kept."""
        self._let_go(len(self._kept) - _FEW)

    def _let_go(self, count: int) -> None:
        self._number = -1
        kept, self._kept = self._kept[: max(0, count)], self._kept[max(0, count) :]
        layouts = [block.layout() for block in kept if block.isValid()]
        if not layouts:
            return
        # Qt gives up what it keeps when it has drawn a block.
        nowhere = QImage(1, 1, QImage.Format.Format_Mono)
        painter = QPainter(nowhere)
        for layout in layouts:
            layout.setCacheEnabled(False)
            layout.draw(painter, QPointF(), [], QRectF(0, -1e6, 1, 1))
        painter.end()
