"""Figures and Latin words of lines that run from right to left: turned back, with the marks around them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from models.reading.pdf.glyphs import GAP, Span

LATIN = ("L", "EN", "AN")
_TURNING = ".,:;()[]«»“”‘’- %‰°+$€£¥"
_EDGES = "/.,:;!?“”‘’\"'«»–—- "
_ADDRESS, _IN_ADDRESS = re.compile("https?:|www", re.I), str.maketrans("", "", "/?-")  # it may go on in the next line
_WITHOUT_THESE = str.maketrans("", "", "/-")
_DASHES = "([-–—])"
_RANGE = re.compile(r"(\D*)(\d+)([-–—])(\d+)(\D*)")
_OPENING = tuple("()[]«»“”")  # as a file names them, by their looks or not
_THOUSANDS = re.compile(r"[$€£¥]?[1-9]\d{0,2}(?: \d{3})+%?")
_NUMBER_LAST = re.compile(
    r"(?<![\w./-])(?:(C(?:O?P|MA|MP)\.\d{1,2})(/)(\d{1,3})|([CF])(\s?°\s?)(\d+(?:[.,]\d+)?))(?![\w/])"
)
"""What a line that runs from the right makes of "21/CP.16" and "1.5°C": a number stands right of what is behind it."""
_NUMBER_BEFORE_BRACKETS = re.compile(r"(\s*[()\[\]][^()\[\]]*[A-Za-z][^()\[\]]*[()\[\]])(\s+)(\d+(?:[./–-]\d+)*)(\s*)")
"""Such a line has "2030 (A/RES/70/1)" as "(A/RES/70/1) 2030": words that run to the left stand before both brackets."""


def marks_turned(text: str) -> str:
    """Figures with the marks around them: what stands left of them comes after them, as does the end of "2015-2030"."""
    core = text.strip(_TURNING)
    if not core:
        return text[::-1]
    if any(unicodedata.bidirectional(sign) in ("L", "R", "AL") for sign in core):
        return text
    before, after = text.split(core, 1)
    return after[::-1] + "".join(reversed(re.split(_DASHES, core))) + before[::-1]


def turned(latin: list[Span], before: Sequence[Span]) -> list[Span]:
    """Figures and Latin words among letters that run the other way; marks and spaces after them stay after them."""
    end = len(latin)
    while end and not any(unicodedata.bidirectional(character) in LATIN for character in latin[end - 1][0]):
        end -= 1
    if any(is_latin(span) for span in latin[:end]):
        row = left_to_right(latin[:end][::-1])
        if match := _NUMBER_BEFORE_BRACKETS.fullmatch("".join(span[0] for span in row)):
            bracketed, white, number, edge, _ = _cut(row, [match.end(group) for group in range(1, 5)])
            number = [(marks_turned(span[0]), *span[1:]) for span in reversed(number)]
            return [*edge, *number, *white, *bracketed, *latin[end:]]
        words = _with_edges_outside(row, goes_on=is_open(before, latin[0]))
        return [*_with_number_first(words), *latin[end:]]
    found: list[Span] = []
    figures: list[Span] = []
    for span in latin[:end]:
        if re.fullmatch(_DASHES, span[0].strip()):  # from the one to the other, from right to left
            found += [*figures[::-1], span]
            figures = []
        else:
            figures.append(span)
    found += figures if _are_thousands(figures) else figures[::-1]
    return [*_range_upwards(found), *latin[end:]]


def _range_upwards(figures: list[Span]) -> list[Span]:
    """Figures with the two numbers of a range in their order, which a hyphen between them may have turned or not."""
    match = _RANGE.fullmatch("".join(span[0] for span in figures))
    if match is None or abs(len(match[2]) - len(match[4])) > 1 or int(match[2]) <= int(match[4]):
        return figures
    if len(figures) == 1:
        return [(f"{match[1]}{match[4]}{match[3]}{match[2]}{match[5]}", *figures[0][1:])]
    dash = next((at for at, span in enumerate(figures) if span[0] == match[3]), None)
    if dash is None or match[1] or match[5]:
        return figures
    return [*figures[dash + 1 :], figures[dash], *figures[:dash]]


def _are_thousands(figures: Sequence[Span]) -> bool:
    """Whether figures are one number from right to left alone: "10 000", whose space parts what runs to the right."""
    parts = [part for span in figures if (part := span[0].strip())]
    as_they_stand, backwards = (" ".join(each) for each in (parts, parts[::-1]))
    return _THOUSANDS.fullmatch(as_they_stand) is not None and _THOUSANDS.fullmatch(backwards) is None


def is_latin(span: Span) -> bool:
    """Whether it has a letter that runs from left to right."""
    return any(unicodedata.bidirectional(sign) == "L" for sign in span[0])


def is_open(before: Sequence[Span], span: Span) -> bool:
    """Whether there is white, or nothing, between a span and what is read before it, or brackets that open there."""
    if not before or not before[-1][0].strip() or span[1] - before[-1][2] > GAP * span[4]:
        return True
    return before[-1][0].strip() in _OPENING and is_open(before[:-1], before[-1])


def left_to_right(spans: Sequence[Span]) -> list[Span]:
    """Latin words from left to right, figures after one of them with their marks as they stand: "COVID-19"."""
    first = next(at for at, span in enumerate(spans) if is_latin(span))
    return [*spans[: first + 1], *((marks_turned(span[0]), *span[1:]) for span in spans[first + 1 :])]


def _with_number_first(latin: list[Span]) -> list[Span]:
    """Latin words with a number before the letters it is written before: "21/CP.16", "1.5°C"."""
    match = _NUMBER_LAST.search("".join(span[0] for span in latin))
    if match is None:
        return latin
    letters, between, number = (at for at in range(1, 7) if match[at] is not None)
    ends = (match.start(), match.end(letters), match.end(between), match.end(number))
    before, symbol, mark, figures, after = _cut(latin, ends)
    return [*before, *figures, *mark, *symbol, *after]


def _cut(latin: Sequence[Span], ends: Sequence[int]) -> list[list[Span]]:
    """Latin words of a mirrored page in parts that end behind so many of their letters, and what is left."""
    parts: list[list[Span]] = [[]]
    behind = 0
    for text, left, right, base, size, style in latin:
        begun = 0
        for end in ends[len(parts) - 1 :]:
            if end > behind + len(text):
                break
            at = end - behind
            parts[-1].append((text[begun:at], *_stretch(left, right, len(text), begun, at), base, size, style))
            parts.append([])
            begun = at
        parts[-1].append((text[begun:], *_stretch(left, right, len(text), begun, len(text)), base, size, style))
        behind += len(text)
    return [[span for span in part if span[0]] for part in parts]


def _stretch(left: float, right: float, letters: int, begun: int, end: int) -> tuple[float, float]:
    """Where some of the letters of a span stand, which begins at the right of a mirrored page's place."""
    wide = (right - left) / (letters or 1)
    return right - wide * end, right - wide * begun


def _with_edges_outside(latin: list[Span], *, goes_on: bool) -> list[Span]:
    """Latin words with the marks and spaces at their ends where these are read: those left of them come after them.

    Where they may go on in the next line, what they are broken behind stays.
    """
    words = "".join(span[0] for span in latin)
    paired = words.count("(") == words.count(")") and words.count("[") == words.count("]")
    marks = _EDGES if paired else _EDGES + "()[]"
    text, left, right, base, size, style = latin[0]
    rest = text.lstrip(marks)
    at = right - (right - left) * (len(text) - len(rest)) / len(text)
    after = [(text[: len(text) - len(rest)][::-1], at, right, base, size, style)] if rest != text else []
    latin = [(rest, left, at, base, size, style), *latin[1:]]
    text, left, right, base, size, style = latin[-1]
    if _ADDRESS.match(words.lstrip(marks)):
        marks = marks.translate(_IN_ADDRESS)
    elif goes_on and text.rstrip("/-") == text.rstrip("/- "):  # a dash of a list has a space behind it
        marks = marks.translate(_WITHOUT_THESE)
    rest = text.rstrip(marks)
    at = left + (right - left) * (len(text) - len(rest)) / len(text)
    before = [(text[len(rest) :][::-1], left, at, base, size, style)] if rest != text else []
    return [*before, *latin[:-1], (rest, at, right, base, size, style), *after]
