"""Where drafts in columns lie across the page, and which of them are on it."""

from __future__ import annotations

from dataclasses import dataclass

from widgets.compare.drawn.measure import LABELS
from widgets.paper import type as letters
from widgets.paper.number import LongNumbers, widest
from widgets.paper.type import TextType

LEAST, NUMBER, BEFORE_TEXT, END = 310.0, 52.0, 10.0, 16.0
INDENT = 22.0


@dataclass(frozen=True, slots=True)
class Lanes:
    """Where the columns lie: each `lane` wide, its text from `number` on; `width` of all together.

    The page holds `seen` of them, whole ones: it is scrolled by columns, and none is ever cut. The first stays; `away`
    of the others are scrolled away behind it.
    """

    count: int
    seen: int
    lane: float
    number: float
    body: TextType
    note: TextType
    away: int = 0

    @property
    def in_sight(self) -> tuple[int, ...]:
        """The columns on the page."""
        return (0, *range(self.away + 1, self.away + self.seen))

    def away_for(self, column: int) -> int:
        """How many columns have to be scrolled away, no more or less than needed, to see one."""
        return max(min(self.away, column - 1), column - self.seen + 1) if column else self.away

    @property
    def width(self) -> float:
        """All columns side by side."""
        return self.lane * self.count

    @property
    def text_width(self) -> float:
        """How wide the text of a column is."""
        return self.lane - self.number - END

    def text(self, column: int) -> float:
        """Where the text of a column begins."""
        return column * self.lane + self.number


def lanes(page: float, count: int, zoom: float, wide: bool, hung: LongNumbers = frozenset()) -> Lanes:
    """As many columns as there are drafts; where the page is too narrow for them some of them fill it, two at least.

    `hung` are long numbers, which are to be whole.
    """
    body = (letters.COLUMNS_WIDE if wide else letters.COLUMNS).zoomed(zoom)
    note = (letters.NOTE_WIDE if wide else letters.NOTE).zoomed(zoom)
    number = max(NUMBER + LABELS * (body.grown - 1), widest(hung, body, INDENT) + BEFORE_TEXT + 10)
    least = (LEAST + number - NUMBER) * zoom
    seen = max(1, min(count, max(2, int(page // least))))
    return Lanes(count, seen, page / seen, number, body, note)
