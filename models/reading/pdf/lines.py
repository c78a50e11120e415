"""From spans of letters to lines: what stands on one baseline, its raised figures with it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from models.reading.pdf.glyphs import BOLD, GAP, ITALIC, Span

_SAME_LINE = 0.45  # of the size: figures of notes stand higher than their line by a third of it
_RAISED, _SMALL = 0.15, 0.85
_AFTER_A_WORD = ",.)]”’"  # white before them is the setting's, not the text's


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters of one manner within a line; `raised` are figures of notes, powers and the like."""

    text: str
    italic: bool
    bold: bool
    raised: bool = False


@dataclass(frozen=True)
class Line:
    """What stands on one baseline of a page (counted from 0), its spans from left to right; points from the foot."""

    page: int
    spans: tuple[Span, ...]

    @cached_property
    def size(self) -> float:
        """The size of most of its letters."""
        return most_common_size([self])

    @cached_property
    def base(self) -> float:
        return next(span[3] for span in self.spans if span[4] == self.size)

    @cached_property
    def left(self) -> float:
        return min(span[1] for span in self.spans if span[0].strip())

    @cached_property
    def right(self) -> float:
        """Where its last letter ends, spaces after it set aside."""
        last = max((span for span in self.spans if span[0].strip()), key=lambda span: span[2])
        spaces = len(last[0]) - len(last[0].rstrip())
        return last[2] - spaces * 0.25 * last[4]

    @cached_property
    def letters(self) -> tuple[Letters, ...]:
        """Its words with one space between them; a space at its end is kept where the file has one."""
        found: list[Letters] = []
        end: float | None = None
        for text, left, right, base, size, style in self.spans:
            raised = size < _SMALL * self.size and base - self.base > _RAISED * self.size
            wide = end is not None and left - end > GAP * size and text[0] not in _AFTER_A_WORD
            if wide and not raised and not found[-1].text[-1:].isspace():
                found.append(Letters(" ", found[-1].italic and bool(style & ITALIC), False))
            found.append(Letters(_plain(text), bool(style & ITALIC), bool(style & BOLD), raised and bool(text.strip())))
            end = right
        return tuple(found)

    @cached_property
    def text(self) -> str:
        """Its words as they read, raised figures among them."""
        return " ".join("".join(letters.text for letters in self.letters).split())

    @cached_property
    def words(self) -> str:
        """Its words without raised figures."""
        return " ".join("".join(letters.text for letters in self.letters if not letters.raised).split())

    @cached_property
    def bold(self) -> bool:
        """Whether all its words are bold."""
        return all(letters.bold for letters in self.letters if letters.text.strip() and not letters.raised)

    @cached_property
    def starts(self) -> tuple[float, ...]:
        """Where its parts begin: the line itself, and what follows a wide gap, a number set out before its text."""
        found, end = [self.left], None
        for text, left, right, _, size, _ in self.spans:
            if end is not None and text.strip() and left - end > 0.5 * size:
                found.append(left)
            end = right if text.strip() else end
        return tuple(found)

    @cached_property
    def first_word_width(self) -> float:
        return len(self.words.split(" ", 1)[0]) * 0.42 * self.size

    def without(self, dropped: Iterable[Span]) -> Line | None:
        """The line without some of its spans; None where nothing is left."""
        gone = set(map(id, dropped))
        kept = tuple(span for span in self.spans if id(span) not in gone)
        return Line(self.page, kept) if any(span[0].strip() for span in kept) else None


def lines_of(page: int, spans: Sequence[Span]) -> list[Line]:
    """The lines of a page from top to bottom."""
    rows: list[list[Span]] = []
    tops: list[tuple[float, float]] = []  # baseline and size of the largest letters of each row
    for span in sorted((span for span in spans if span[0]), key=lambda span: -span[3]):
        base, size = span[3], span[4]
        if rows and tops[-1][0] - base <= _SAME_LINE * max(size, tops[-1][1]) and _belongs(rows[-1], span):
            rows[-1].append(span)
            if size > tops[-1][1]:
                tops[-1] = (base, size)
        elif span[0].strip():
            rows.append([span])
            tops.append((base, size))
    return [Line(page, _in_order(row)) for row in rows if any(span[0].strip() for span in row)]


def _belongs(row: Sequence[Span], span: Span) -> bool:
    """Whether a span may stand on a line: what lies over its letters on another baseline is another line."""
    size = span[4]
    over = any(
        min(span[2], other[2]) - max(span[1], other[1]) > 0.5 * size and abs(other[3] - span[3]) > 0.3 * size
        for other in row
        if other[0].strip()
    )
    return not over


def _in_order(row: list[Span]) -> tuple[Span, ...]:
    """From left to right; where most letters run from right to left the order of the file, that of reading."""
    text = "".join(span[0] for span in row)
    if from_right(text):
        return tuple(row)
    return tuple(sorted(row, key=lambda span: span[1]))


def from_right(text: str) -> bool:
    """Whether most letters of a text run from right to left."""
    kinds = [unicodedata.bidirectional(character) for character in text]
    return sum(kind in ("R", "AL") for kind in kinds) > kinds.count("L")


def most_common_size(lines: Iterable[Line]) -> float:
    """The size in which most letters are printed, in points; 0 where there are none."""
    counted: dict[float, int] = {}
    for line in lines:
        for text, _, _, _, size, _ in line.spans:
            counted[size] = counted.get(size, 0) + len(text.strip())
    return max(counted, key=lambda size: (counted[size], size)) if counted else 0.0


def _plain(text: str) -> str:
    """Letters drawn as one are told apart, forms of Arabic letters are the letters, spaces and hyphens are plain."""
    if text.isascii():
        return text
    return "".join(
        unicodedata.normalize("NFKC", character)
        if "\ufb00" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufefe"
        else " "
        if character in "\u00a0\u2002\u2003\u2009\u202f\u3000"
        else "-"
        if character in "\u2010\u2011"
        else character
        for character in text
        if character not in "\u200b\u2060\ufeff"
    )
