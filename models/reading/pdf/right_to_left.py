"""Lines that run from right to left: their letters, figures and brackets in the order of reading."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from models.reading.pdf.glyphs import Span

_LATIN = ("L", "EN", "AN")
_ALEFS = ("\u0627", "\u0622", "\u0623", "\u0625")
_LAM = "\u0644"
_TURNING = ".,:;()[]- "
_WITHIN = ("", ",", ".", "/", "-", "–", ":")


def from_right(text: str) -> bool:
    """Whether most letters of a text run from right to left."""
    kinds = [unicodedata.bidirectional(character) for character in text]
    return sum(kind in ("R", "AL") for kind in kinds) > kinds.count("L")


def mirrored(width: float, spans: Sequence[Span]) -> list[Span]:
    """The spans of a page as in a mirror: a text that runs from right to left keeps its edges like any other."""
    return [
        (_marks_turned(text), width - right, width - left, base, size, style)
        for text, left, right, base, size, style in spans
    ]


def _marks_turned(text: str) -> str:
    """Figures with the marks around them: what stands left of them comes after them."""
    core = text.strip(_TURNING)
    if not core or any(unicodedata.bidirectional(sign) in ("L", "R", "AL") for sign in core):
        return text
    before, after = text.split(core, 1)
    return after[::-1] + core + before[::-1]


def in_order(row: list[Span]) -> tuple[Span, ...]:
    """The order of reading: from left to right, on mirrored pages figures and Latin words turned back."""
    ordered = sorted(row, key=lambda span: span[1])
    if not from_right("".join(span[0] for span in row)):
        return tuple(ordered)
    found: list[Span] = []
    latin: list[Span] = []
    for span in _with_lam_before_alef(ordered):
        if any(unicodedata.bidirectional(character) in _LATIN for character in span[0]) or (
            latin and span[0].strip() in _WITHIN
        ):
            latin.append(span)
        else:
            found += _turned(latin)
            latin = []
            found.append(span)
    return (*found, *_turned(latin))


def _turned(latin: list[Span]) -> list[Span]:
    """Figures and Latin words among letters that run the other way; marks and spaces after them stay after them."""
    end = len(latin)
    while end and not any(unicodedata.bidirectional(character) in _LATIN for character in latin[end - 1][0]):
        end -= 1
    return [*reversed(latin[:end]), *latin[end:]]


def _with_lam_before_alef(spans: Sequence[Span]) -> list[Span]:
    """The spans with lam and alef that are drawn as one in their order; some files name the alef first."""
    found = list(spans)
    for at, (first, second) in enumerate(pairwise(spans)):
        if first[0] in _ALEFS and second[0] == _LAM and first[1:3] == second[1:3]:
            found[at], found[at + 1] = second, first
    return found


def brackets(text: str) -> Iterator[str]:
    """The round brackets of a line as they are meant: what shuts follows a word and precedes none."""
    opened = False
    for match in re.finditer(r"[()]", text):
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        shuts = opened or (before.strip() != "" and not after.isalnum())
        opened = not shuts
        yield ")" if shuts else "("
