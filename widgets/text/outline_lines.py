"""What the outline of a text lists: a line for each paragraph one goes to, and a head for each part. No Qt.

The line of an annex is its own head.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import NamedTuple

from models.draft import Kind, Paragraph
from widgets.text.shown import Shown

_UNLABELLED = (Kind.HEADING, Kind.ANNEX)
_LISTED = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SECTION, Kind.HEADING, Kind.ANNEX)
_STRETCH = 256
_ANNEXES = "Annexes"
"""The part that needs no head."""


class Line(NamedTuple):
    """What a row is about before anyone looks at it: a paragraph, or the part that begins there with its head."""

    position: int
    head: str = ""


class Rows(NamedTuple):
    """From `first` on `gone` rows gave way to `came` others."""

    first: int
    gone: int
    came: int


class OutlineLines:
    """The lines of a text's outline, in order. An edit costs as much as there is between its first and last paragraph.

    No line holds its position: of each paragraph it is known how many lines it has, and where the parts begin.
    """

    def __init__(self, shown: Shown) -> None:
        self._counts = bytearray()
        self._parts: list[tuple[int, str]] = []
        self._sums: list[int] = [0]
        self._count = 0
        self._heads = frozenset[int]()
        self._same: tuple[int, int] | None = (0, 0)
        """How many paragraphs at the beginning and at the end are as they were when all was up to date."""
        self.settle(shown)
        self.suffixed = suffixed(shown)
        """The labels that may be longer than usual, as the text was first."""

    def __len__(self) -> int:
        return self._sums[-1]

    def __getitem__(self, row: int) -> Line:
        """The line of a row; raises IndexError beyond the last."""
        if not 0 <= row < len(self):
            raise IndexError(row)
        stretch = bisect_right(self._sums, row) - 1
        first = stretch * _STRETCH
        reached = list(accumulate(self._counts[first : first + _STRETCH], initial=self._sums[stretch]))
        offset = bisect_right(reached, row) - 1
        position = first + offset
        head = self._head_at(position)
        return Line(position, head if head and row == reached[offset] else "")

    def is_head(self, row: int) -> bool:
        """Whether a row is the head of a part; a list asks it of each row it paints."""
        return row in self._heads

    def row_of(self, position: int) -> int | None:
        """The row of a paragraph; None where it is not listed."""
        if not 0 <= position < len(self._counts):
            return None
        rows = self._counts[position] - bool(self._head_at(position))
        return self._rows_before(position + 1) - 1 if rows else None

    def last_row_until(self, position: int) -> int | None:
        """The row of a paragraph, else of the last listed before it; None where none is."""
        rows = self._rows_before(min(max(position, -1) + 1, len(self._counts)))
        return rows - 1 if rows else None

    def replaced(self, start: int, gone: int, came: int) -> None:
        """Paragraphs gave way to others; what that comes to is said by `settle`."""
        after = self._count - start - gone
        self._count += came - gone
        before, behind = self._same or (start, after)
        self._same = min(before, start), min(behind, after)

    @property
    def settled(self) -> bool:
        """Whether nothing was replaced since all was up to date."""
        return self._same is None

    def settle(self, shown: Shown) -> Rows:
        """Bring the lines up to date with a text; which rows gave way to others."""
        count, before = shown.count(), len(self._counts)
        if self._count != count:
            self._same = 0, 0  # where an edit was that is not told yet nobody knows; the keys may rest before it is
        if self._same is None:
            return Rows(0, 0, 0)
        start, tail = self._same
        rows_start, rows_before = self._rows_before(start), len(self)
        first_part = bisect_left(self._parts, start, key=_place)
        last_part = bisect_left(self._parts, before - tail, key=_place)
        part = self._parts[first_part - 1][1] if first_part else ""
        part_before = self._parts[last_part - 1][1] if last_part else ""
        counts, parts = bytearray(), []
        position = start
        # What follows is as it was once the part is the same again.
        while position < count - tail or (part != part_before and position < count):
            if position >= count - tail:
                tail -= 1
                if last_part < len(self._parts) and self._parts[last_part][0] == position + before - count:
                    part_before = self._parts[last_part][1]
                    last_part += 1
            lines, begins = _of(shown.paragraph(position), part)
            if begins:
                part = begins
                parts.append((position, begins))
            counts.append(lines)
            position += 1
        self._counts[start : before - tail] = counts
        more = count - before
        later = self._parts[last_part:]
        self._parts[first_part:] = parts + ([(at + more, words) for at, words in later] if more else later)
        rows_tail = sum(self._counts[count - tail :]) if tail else 0
        self._sums = [
            *accumulate((sum(self._counts[at : at + _STRETCH]) for at in range(0, count, _STRETCH)), initial=0)
        ]
        self._same, self._count = None, count
        heads = [position for position, words in self._parts if words != _ANNEXES]
        self._heads = frozenset([self._rows_before(position) for position in heads])
        return Rows(rows_start, rows_before - rows_tail - rows_start, len(self) - rows_tail - rows_start)

    def _head_at(self, position: int) -> str:
        at = bisect_left(self._parts, position, key=_place)
        begins = self._parts[at][1] if at < len(self._parts) and self._parts[at][0] == position else ""
        return begins if begins != _ANNEXES else ""

    def _rows_before(self, position: int) -> int:
        stretch = min(position // _STRETCH, len(self._sums) - 1)
        return self._sums[stretch] + sum(self._counts[stretch * _STRETCH : position])


def _place(part: tuple[int, str]) -> int:
    return part[0]


def _of(paragraph: Paragraph, now: str) -> tuple[int, str]:
    """How many lines a paragraph has in a part of the text, and the other part that begins with it, if one does."""
    kind = paragraph.kind
    listed = kind in _LISTED or (kind is Kind.TEXT and paragraph.number is not None and paragraph.cell is None)
    if not listed or (kind in _UNLABELLED and not paragraph.text.strip()):
        return 0, ""
    part = _part(kind, now)
    return 1 + (part not in (now, _ANNEXES)), part if part != now else ""


def _part(kind: Kind, now: str) -> str:
    if kind is Kind.ANNEX or now == _ANNEXES:
        return _ANNEXES
    if kind is Kind.PREAMBULAR:
        return "Preamble"
    if kind is Kind.OPERATIVE or (kind in (Kind.SECTION, Kind.HEADING) and now):
        return "Operative part"
    return now


def suffixed(shown: Shown) -> frozenset[str]:
    """The labels of paragraphs with a number of two words that is not counted, "OP3 bis"."""
    numbers = [paragraph.number or paragraph.set_label for paragraph in shown.paragraphs()]
    two = [at for at, number in enumerate(numbers) if number and not number.isalnum() and len(number.split()) == 2]
    return frozenset(shown.label(position) or "" for position in two)
