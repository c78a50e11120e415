"""Where words may be cut: at their end where room is short, and within no symbol."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = "\u200e", "\u200f"
_OPENS, _CLOSES = "\u2066\u2067\u2068", "\u2069"
_FROM_THE_RIGHT = ("R", "AL")
_JOINER = "\u200d"
"""Stands before the ellipsis of a word that is cut where its letters join."""
_BEFORE_DOTS = " \t\n,;:،؛、，；："
_LAST_WORD = re.compile(r"\s\S*$")
_ENOUGH = 0.5
"""So much of what has room is seen at the least."""
_IN_A_SYMBOL = re.compile(r"(?<=[A-Z\d.)])/(?=[A-Z\d(])")


def cut_in(metrics: QFontMetricsF, words: str, room: float) -> str:
    """As much of some words as there is room for in pixels, with an ellipsis where they are cut.

    In words of both directions it stands where the last of them ends: at the end of the line it would stand before
    Latin words in Arabic, as if others came first.
    """
    cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    return cut if cut == words or words.isascii() else _ended(cut)


def _ended(cut: str) -> str:
    """Words that end with an ellipsis, which stands where the last of them does."""
    ways = [unicodedata.bidirectional(letter) for letter in cut]
    if not any(way in _FROM_THE_RIGHT for way in ways):
        return cut
    return f"{cut}{_RIGHT_TO_LEFT if _last_way(cut, ways) in _FROM_THE_RIGHT else _LEFT_TO_RIGHT}"


def words_in(metrics: QFontMetricsF, words: str, room: float) -> str:
    """As `cut_in`, but whole words, where they are not so long that little would be left."""
    cut = cut_in(metrics, words, room)
    kept = without_way(cut).removesuffix("…").removesuffix(_JOINER)
    if cut == words or not words.startswith(kept):
        return cut
    return _ended(f"{whole_words(words, len(kept))}…")


def whole_words(words: str, kept: int) -> str:
    """What is seen of words of which so many letters have room: without the last where it would be cut, unless that is
    long; where no spaces part words, as in Chinese, they are cut anywhere."""
    seen = words[:kept]
    broken = _LAST_WORD.search(seen) if kept < len(words) and not words[kept].isspace() else None
    if broken is not None and broken.start() >= kept * _ENOUGH:
        seen = seen[: broken.start()]
    return seen.rstrip(_BEFORE_DOTS)


def whole_symbols(words: str) -> str:
    """Words as they are painted on several lines, none of which ends within A/C.2/80/L.39: Qt ends them behind "/"."""
    return _IN_A_SYMBOL.sub("/\u2060", words)


def without_way(cut: str) -> str:
    """The words themselves, without the sign of the way their ellipsis runs."""
    return cut.rstrip(_LEFT_TO_RIGHT + _RIGHT_TO_LEFT)


def _last_way(cut: str, ways: list[str]) -> str:
    """The direction of the last letter, but for what runs its own way and has ended."""
    closed = 0
    for letter, way in zip(reversed(cut), reversed(ways), strict=True):
        closed += (letter in _CLOSES) - (letter in _OPENS)
        if closed <= 0 and way in ("L", *_FROM_THE_RIGHT):
            return way
    return ""
