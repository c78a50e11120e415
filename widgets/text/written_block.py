"""The block of a column that is written in: what is known of it from one key to the next."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QTextBlock

from widgets.text.block_lines import lines_of

Lines = list[tuple[int, int]]


class WrittenBlock:
    """Its lines as they are, and Qt keeps the places of its letters, which it would work out again for the caret.

    Qt keeps them where the block is set once more, too: whoever sets it for another reason than new letters lets it go
    before.
    """

    def __init__(self) -> None:
        self._block: QTextBlock | None = None
        self._number = -1
        self._lines: Lines = []

    def lines_before(self, number: int, block: QTextBlock) -> Lines:
        """The lines of a block in which letters came or went, before it is set anew."""
        if self._number == number:
            return self._lines
        self.let_go()
        self._block = block
        layout = block.layout()
        layout.setCacheEnabled(True)
        return lines_of(layout)

    def was_set(self, number: int, lines: Lines) -> None:
        """The block has these lines now."""
        self._number, self._lines = number, lines

    def forget_lines(self) -> None:
        """Something else was set, and its number may be another."""
        self._number = -1

    def let_go(self) -> None:
        """It is a block like all others again."""
        block, self._block, self._number = self._block, None, -1
        if block is None or not block.isValid():
            return
        layout = block.layout()
        layout.setCacheEnabled(False)
        # Qt gives up what it keeps when it has drawn the block.
        nowhere = QImage(1, 1, QImage.Format.Format_Mono)
        painter = QPainter(nowhere)
        layout.draw(painter, QPointF(), [], QRectF(0, -1e6, 1, 1))
        painter.end()
