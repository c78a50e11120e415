"""The sheet on which the paragraph one is at stands out, and the words of all others are quieter."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QTextBlock, QTextCharFormat, QTextLayout

from widgets.paper.piece_looks import format_range
from widgets.text import beside
from widgets.text.on_screen import Beside
from widgets.theme.tokens import current
from widgets.writing.spelled_sheet import SpelledSheet

_NUMBERS = 0.7
"""Numbers of quiet paragraphs have so much of their ink: about the third ink, which labels have anyway."""


class StandingOut(SpelledSheet):
    """Only what is painted over the letters is otherwise; where the caret goes its two paragraphs are painted anew."""

    stands_out = False
    """Whether one paragraph stands out; it has its ground too, since colour alone says nothing."""

    def stand_out(self, on: bool) -> None:
        """Let the paragraph with the caret stand out, or let all be alike again."""
        self.stands_out = on
        self._been_somewhere = self._been_somewhere or on
        self.update()

    def is_quiet(self, position: int) -> bool:
        """Whether the words of a paragraph are quieter than those of the one with the caret."""
        return self.stands_out and position != self.chosen()

    def _over(self, number: int) -> list[QTextLayout.FormatRange]:
        marked = super()._over(number)
        if not (self.stands_out and self.is_quiet(number)):
            return marked
        looks = QTextCharFormat()
        looks.setForeground(current().ink3)
        return [format_range(0, self.document().findBlockByNumber(number).length() - 1, looks), *marked]

    def _paint_beside(
        self, painter: QPainter, sheets: tuple[beside.Sheet, beside.Sheet], block: QTextBlock, top: float, seen: Beside
    ) -> None:
        position = block.blockNumber()
        quiet = self.stands_out and self.is_quiet(position) and bool(self.shown.number(position))
        if quiet:
            painter.setOpacity(_NUMBERS)
        super()._paint_beside(painter, sheets, block, top, seen)
        if quiet:
            painter.setOpacity(1)
