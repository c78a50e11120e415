"""From spans of letters to lines: what stands on one baseline, its raised figures with it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise, takewhile

from models.reading.pdf.glyphs import BOLD, GAP, ITALIC, STRUCK, Span
from models.reading.pdf.right_to_left import brackets, from_right, in_order, in_order_from_right

_EASTERN_GAP = 0.7  # of the size: some programs set figures among Chinese letters apart
_SAME_LINE = 0.45  # of the size: figures of notes stand higher than their line by a third of it
_RAISED_HIGHEST = 0.6  # of the size of the letters below: Qt raises small letters by half of it
_RAISED, _SMALL = 0.15, 0.85
_MOST_WHITE = 100
_MOST_SPANS = 2_000  # of one line: each letter is one in Arabic
_PLAIN = {
    **dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f\u3000", " "),
    **dict.fromkeys("\u2010\u2011", "-"),
    **dict.fromkeys("\u200b\u2060\ufeff", ""),
    "\uf0b7": "•",  # as the font of symbols has it
    "\u02bb": "‘",
    "\u02bc": "’",  # many fonts have one sign for both, and a PDF names it by either
}
_AFTER_A_WORD = ",.)]”’"
_FEWEST_APART = 8  # letters of a line that may be spread
_SET_APART = 0.2  # of the size: white before these that is narrower than any space is the setting's, not the text's


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters of one manner within a line; `raised` are figures of notes, powers and the like."""

    text: str
    italic: bool
    bold: bool
    raised: bool = False


@dataclass(frozen=True)
class Line:
    """What stands on one baseline of a page (counted from 0), its spans as they are read; points from the foot.

    `mirror` where the page stands as in one, and is read from right to left.
    """

    page: int
    spans: tuple[Span, ...]
    mirror: bool = False

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
        struck = False
        whites = list(_white_before(self.spans))
        apart = _apart(self.spans, whites)
        # Whether a bracket shuts is known there once the line is put together.
        turned = self.mirror or from_right("".join(span[0] for span in self.spans))
        closing = ",.”’" if turned else _AFTER_A_WORD
        for (text, _, _, _, size, style), letters, white in zip(self.spans, self._letters, whites, strict=True):
            white -= apart
            wide = white > (_SET_APART if text[0] in closing else GAP) * size
            if wide and (is_eastern(text[0]) or is_eastern(found[-1].text[-1:])):
                wide = white > _EASTERN_GAP * size
            elif struck and not style & STRUCK:  # what comes for struck words follows them without a space
                wide = wide or (text[:1].isalnum() and found[-1].text[-1:].isalnum())
            if wide and not letters.raised and not found[-1].text[-1:].isspace():
                found.append(Letters(" ", found[-1].italic and bool(style & ITALIC), False))
            found.append(letters)
            struck = bool(style & STRUCK)
        return tuple(_shut(found) if turned else found)

    @cached_property
    def _letters(self) -> tuple[Letters, ...]:
        """The letters of each span."""
        found = []
        # Latin words, smaller by the look of their font, may be most of an Arabic line.
        full = max(span[4] for span in self.spans if span[0].strip()) if self.mirror else self.size
        for text, _, _, base, size, style in self.spans:
            raised = size < _SMALL * full and base - self.base > _RAISED * self.size and bool(text.strip())
            found.append(Letters(_plain(text), bool(style & ITALIC), bool(style & BOLD), raised))
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
    def mark(self) -> tuple[str, tuple[Span, ...]]:
        """The raised figures it begins with, brackets set aside, and their spans; "" where it begins with others."""
        spans, figures = [], ""
        for span, letters in zip(self.spans, self._letters, strict=True):
            if letters.text.strip() and not letters.raised:
                break
            spans.append(span)
            figures += letters.text.strip()
        figures = figures.strip("()[]/")
        return (figures, tuple(spans)) if figures.isdecimal() and len(figures) < 4 else ("", ())

    @cached_property
    def starts(self) -> tuple[float, ...]:
        """Where its parts begin: the line itself, and what follows a wide gap, a number set out before its text."""
        found, end = [self.left], None
        for text, left, right, _, size, _ in self._from_left:
            if end is not None and text.strip() and left - end > 0.5 * size:
                found.append(left)
            end = right if text.strip() else end
        return tuple(found)

    @cached_property
    def _from_left(self) -> tuple[Span, ...]:
        return tuple(sorted(self.spans, key=lambda span: span[1]))

    @cached_property
    def first_word_width(self) -> float:
        """How wide its first word is, in points: of a span of several words the part its letters are.

        Letters that run from right to left are spans of their own.
        """
        first = next(at for at, span in enumerate(self.spans) if span[0].strip())
        text, low, high, *_ = self.spans[first]
        if len(text.split()[0]) > 1:
            return (high - low) * len(text.split()[0]) / len(text)
        for text, left, right, _, size, _ in self.spans[first + 1 :]:
            word = text[:1].strip() and text.split()[0]
            if not word or left - high > GAP * size:
                break
            low, high = min(low, left), max(high, left + (right - left) * len(word) / len(text))
            if word != text:
                break
        return high - low

    def white(self, least: float) -> list[tuple[float, float, str]]:
        """Each white within it that is wider than so much of its letters' size: where it begins and ends, and the words
        before it. Where there is more than any table has columns, as between all letters, it parts nothing."""
        end, before = self.left, ""
        found: list[tuple[float, float, str]] = []
        for text, left, right, _, size, _ in self._from_left:
            if text.strip():
                if left - end > least * size:
                    found.append((end, left, before))
                    if len(found) > _MOST_WHITE:
                        return []
                end, before = max(end, right), before + text
        return found

    def without(self, dropped: Iterable[Span]) -> Line | None:
        """The line without some of its spans; None where nothing is left."""
        gone = set(map(id, dropped))
        kept = tuple(span for span in self.spans if id(span) not in gone)
        return replace(self, spans=kept) if any(span[0].strip() for span in kept) else None


def lines_of(page: int, spans: Sequence[Span], *, mirror: bool = False) -> list[Line]:
    """The lines of a page from top to bottom; where it stands as in a `mirror`, what runs to the right is turned."""
    rows: list[list[Span]] = []
    tops: list[tuple[float, float]] = []  # baseline and size of the largest letters of each row
    for span in sorted((span for span in spans if span[0]), key=lambda span: -span[3]):
        base, size = span[3], span[4]
        if rows and tops[-1][0] - base <= _reach(tops[-1][1], size) and _belongs(rows[-1], span):
            rows[-1].append(span)
            if size > tops[-1][1]:
                tops[-1] = (base, size)
        elif span[0].strip():
            rows.append([span])
            tops.append((base, size))
    order = in_order_from_right if mirror else in_order
    return [Line(page, order(row), mirror) for row in rows if any(span[0].strip() for span in row)]


def _white_before(spans: Sequence[Span]) -> Iterator[float]:
    """The white before each span as they are read, none before the first; spans that are read backwards, as figures
    among Arabic letters, have that before all of them.
    """
    runs: list[list[Span]] = []
    for span in spans:
        if runs and span[1] < runs[-1][-1][1]:
            runs[-1].append(span)
        else:
            runs.append([span])
    end: float | None = None
    for run in runs:
        yield min(span[1] for span in run) - end if end is not None else 0.0
        yield from (before[1] - span[2] for before, span in pairwise(run))
        far = max(span[2] for span in run)
        # A sign ends within the letter it stands over.
        end = far if end is None or not unicodedata.combining(run[-1][0][:1] or " ") else max(end, far)


def _apart(spans: Sequence[Span], whites: Sequence[float]) -> float:
    """How far apart all letters of an Arabic or Chinese line stand that are spread to fill it, in points; else 0.

    Some programs do so with figures and Latin words too, where no space between words is there to be made wider.
    """
    text = "".join(span[0].strip() for span in spans)
    # What is smaller than any eye sees has a size of 0.
    drawn = [(span, white) for span, white in zip(spans, whites, strict=True) if span[0].strip() and span[4]]
    if len(drawn) < _FEWEST_APART or len(drawn) * 2 <= len(text):
        return 0.0
    if 3 * sum(map(is_eastern, text)) < len(text) and not from_right(text):
        return 0.0
    least = min((white / span[4] for span, white in drawn[1:] if not unicodedata.combining(span[0][0])), default=0.0)
    return least * drawn[0][0][4] if 0 < least < _EASTERN_GAP else 0.0


def _reach(above: float, size: float) -> float:
    """How far below letters of one size those of another may stand on the same line, in points."""
    return _RAISED_HIGHEST * size if above < _SMALL * size else _SAME_LINE * max(size, above)


def _belongs(row: Sequence[Span], span: Span) -> bool:
    """Whether a span may stand on a line, whose others come from above: what lies over its letters on another baseline
    is another line."""
    size = span[4]
    if len(row) == _MOST_SPANS:
        return False
    over = any(
        min(span[2], other[2]) - max(span[1], other[1]) > 0.5 * size and other[0].strip()
        for other in takewhile(lambda other: other[3] - span[3] > 0.3 * size, row)
    )
    return not over


def is_eastern(letter: str) -> bool:
    """Whether a letter is Chinese or Japanese: no space stands between those."""
    return "\u2e80" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff" or "\uff00" <= letter <= "\uffef"


def most_common_size(lines: Iterable[Line]) -> float:
    """The size in which most letters are printed, in points; 0 where there are none."""
    counted: dict[float, int] = {}
    for line in lines:
        for text, _, _, _, size, _ in line.spans:
            counted[size] = counted.get(size, 0) + len(text.strip())
    return max(counted, key=lambda size: (counted[size], size)) if counted else 0.0


def _shut(letters: list[Letters]) -> list[Letters]:
    """The letters with brackets as they are meant: from right to left files name them by their looks, or do not."""
    meant = iter(brackets("".join(one.text for one in letters)))
    found: list[Letters] = []
    for one in letters:
        turned = "".join(next(meant) if sign in "()[]«»" else sign for sign in one.text)
        if turned == " " and found and found[-1].text[-1:] in ("(", "["):
            continue
        if turned[:1] in (")", "]") and found and found[-1].text == " ":
            found.pop()
        found.append(Letters(turned, one.italic, one.bold, one.raised))
    return found


def _plain(text: str) -> str:
    """Letters drawn as one are told apart, forms of Arabic letters are the letters, spaces and hyphens are plain."""
    return text if text.isascii() else "".join(map(_plain_letter, text))


def _plain_letter(letter: str) -> str:
    if "\ufb00" <= letter <= "\ufdff" or "\ufe70" <= letter <= "\ufefe":
        return unicodedata.normalize("NFKC", letter)
    return _PLAIN.get(letter, letter)
