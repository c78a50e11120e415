"""How wide the columns of a table want to be, told by their texts, and the room each is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import ceil
from unicodedata import east_asian_width

from models.draft import Draft, Kind
from models.draft.table_rows import reaches

LONGEST_WORD, _LONGEST_LINE = 14, 90
"""Letters of one word, and of one line, beyond which no column is made wider."""
_LETTER, _BROAD, _CAPITAL = 0.57, 0.65, 0.3
"""How wide a letter is, as a part of its size; and how much wider an “m” and a capital, as parts of that."""
CELL_PAD = 7.0
"""Room on both sides of the text in a cell."""
_LEAST = 18.0


@dataclass(frozen=True, slots=True)
class Size:
    """Letters of the longest word and of the longest paragraph of a column; wide ones count twice."""

    word: int = 1
    line: int = 1

    def wider(self, other: Size) -> Size:
        """What holds both."""
        return Size(max(self.word, other.word), max(self.line, other.line))

    def shared(self, over: int) -> Size:
        """What each of so many columns holds of it."""
        return self if over == 1 else Size(-(-self.word // over), -(-self.line // over))


@dataclass(frozen=True, slots=True)
class Lane:
    """A column of a table across the page: where it begins, and how wide it is with its padding."""

    start: float
    width: float


class TableSizes:
    """The columns of all tables of the text of a draft; `reach` tells of each cell over how many it reaches."""

    def __init__(self, draft: Draft) -> None:
        self.reach = reaches(draft.paragraphs)
        tables: dict[int, dict[int, Size]] = {}
        for paragraph in draft.paragraphs:
            if paragraph.cell is not None and paragraph.kind is not Kind.MASTHEAD:
                table, _row, column = paragraph.cell
                columns = tables.setdefault(table, {})
                over = self.reach[paragraph.cell]
                size = _size(paragraph.text).shared(over)
                for at in range(column, column + over):
                    columns[at] = columns.get(at, _NOTHING).wider(size)
        self._found = {
            table: tuple(columns.get(column, _NOTHING) for column in range(max(columns) + 1))
            for table, columns in tables.items()
        }

    def of(self, table: int | None) -> tuple[Size, ...]:
        """Of each column of a table; none where there is no such table."""
        return self._found.get(table, ()) if table is not None else ()


_NOTHING = Size()


def _size(text: str) -> Size:
    words = text.split()
    if text.isascii():
        return Size(max(map(_room, words), default=1), max(1, len(text)))
    wide = sum(east_asian_width(letter) in "WF" for letter in text)
    # Between letters of Chinese a line may end anywhere.
    longest = max((_room(word) for word in words if not wide), default=4)
    return Size(longest, max(1, len(text) + wide))


def _room(word: str) -> int:
    """How many usual letters a word has room for: “Women” is as wide as “hundred”."""
    broad, capitals = sum(map(word.count, "mwMW")), sum(map(str.isupper, word))
    return len(word) + ceil(_BROAD * broad + _CAPITAL * capitals)


def joined(one: Sequence[Size], two: Sequence[Size]) -> tuple[Size, ...]:
    """The columns of two tables of which one became the other: where they have as many, those of one as of both."""
    return tuple(a.wider(b) for a, b in zip(one, two, strict=True)) if len(one) == len(two) else tuple(one)


def lanes_of(sizes: Sequence[Size], width: float, letters: float, whole: int = LONGEST_WORD) -> tuple[Lane, ...] | None:
    """All columns on a width, in letters of so many pixels; None where words of `whole` letters would be broken.

    What is left over goes to longer words first, then to longer lines.
    """
    letter = letters * _LETTER
    steps = [
        [max(_LEAST, many * letter) + 2 * CELL_PAD for many in wanted]
        for wanted in (
            [min(size.word, whole) for size in sizes],
            [min(size.word, LONGEST_WORD) for size in sizes],
            [max(min(size.line, _LONGEST_LINE), min(size.word, LONGEST_WORD)) for size in sizes],
        )
    ]
    if not sizes or sum(steps[0]) > width:
        return None
    given = [one * width / sum(steps[-1]) for one in steps[-1]]
    for low, high in pairwise(steps):
        if sum(high) > width:
            share = (width - sum(low)) / (sum(high) - sum(low))
            given = [one + (two - one) * share for one, two in zip(low, high, strict=True)]
            break
    edges = [round(edge) for edge in accumulate(given, initial=0.0)]
    return tuple(Lane(float(one), float(two - one)) for one, two in pairwise(edges))
