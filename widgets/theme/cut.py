"""Where words may be cut: at their end where room is short, and within no symbol."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = "\u200e", "\u200f"
_OPENS, _CLOSES = "\u2066\u2067\u2068", "\u2069"
_FROM_THE_RIGHT = ("R", "AL")
_IN_A_SYMBOL = re.compile(r"(?<=[A-Z\d.)])/(?=[A-Z\d(])")


def cut_in(metrics: QFontMetricsF, words: str, room: float) -> str:
    """As much of some words as there is room for in pixels, with an ellipsis where they are cut.

    In words of both directions it stands where the last of them ends: at the end of the line it would stand before
    Latin words in Arabic, as if others came first.
    """
    cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    if cut == words or words.isascii():
        return cut
    ways = [unicodedata.bidirectional(letter) for letter in cut]
    if not any(way in _FROM_THE_RIGHT for way in ways):
        return cut
    return f"{cut}{_RIGHT_TO_LEFT if _last_way(cut, ways) in _FROM_THE_RIGHT else _LEFT_TO_RIGHT}"


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
