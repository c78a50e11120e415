"""Words that are shortened where they have no room, and stay what they say."""

from __future__ import annotations

import re
from math import floor

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QMenu

from widgets.paper.direction import FIRST_STRONG_ISOLATE, POP_ISOLATE, isolated
from widgets.theme.cut import cut_in

_NAME = re.compile(f"{FIRST_STRONG_ISOLATE}([^{POP_ISOLATE}]*){POP_ISOLATE}")
_LEAST = 4
"""Of fewer letters no name is known."""
_MENU = 480
"""What a name may take in a menu, in pixels."""


def name_in(metrics: QFontMetricsF, name: str, room: float) -> str:
    """A name in so much room: its middle goes, since names of drafts differ at their ends."""
    return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room)


def name_in_menu(menu: QMenu, name: str) -> str:
    """A name as the words of a line of a menu: it leaves the screen to others, and its "&" is no key."""
    return name_in(QFontMetricsF(menu.font()), name, _MENU).replace("&", "&&")


def line_in(metrics: QFontMetricsF, line: str, room: float) -> str:
    """A line in so much room: of isolated names each has the same share, one that is short leaves it to the others."""
    names = _NAME.findall(line)
    if not names or metrics.horizontalAdvance(line) <= room:
        return cut_in(metrics, line, room)
    whole, room = room, room - metrics.horizontalAdvance(_NAME.sub("", line))
    widths = sorted(metrics.horizontalAdvance(name) for name in names)
    share = 0.0
    for at, width in enumerate(widths):
        share = max(room, 0.0) / (len(widths) - at)
        if width > share:
            break
        room -= width
    if share < metrics.averageCharWidth() * _LEAST:
        return cut_in(metrics, line, whole)
    return _NAME.sub(lambda found: isolated(name_in(metrics, found[1], floor(share))), line)


def clauses_in(metrics: QFontMetricsF, text: str, room: float) -> str:
    """What was told in clauses: whole ones, since half of one may say the opposite ("urges, no …")."""
    if metrics.horizontalAdvance(text) <= room:
        return text
    clauses = text.split("; ")
    for many in range(len(clauses) - 1, 0, -1):
        shown = f"{'; '.join(clauses[:many])}; …"
        if metrics.horizontalAdvance(shown) <= room:
            return shown
    return cut_in(metrics, text, room)
