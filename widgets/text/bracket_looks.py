"""How brackets look over the letters of a text: in their own colour, and drawn stronger."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QTextCharFormat, QTextLayout

from widgets.paper.piece_looks import format_range
from widgets.text.column_drawing import STRONGER
from widgets.theme.tokens import current

_STRONGER = 0.04


class BracketLooks:
    """The formats of brackets in letters of some size, in the colours of the theme that is current when they are first
    asked for."""

    def __init__(self, size: float) -> None:
        self._size = size
        self._known: dict[str, QTextCharFormat] = {}

    def over(self, signs: Iterable[tuple[int, bool]]) -> list[QTextLayout.FormatRange]:
        """Formats for brackets at some places; one without a partner has the colour of errors (its wavy line is painted
        below)."""
        return [
            format_range(place, place + 1, self._look("bracketed" if matched else "error")) for place, matched in signs
        ]

    def _look(self, role: str) -> QTextCharFormat:
        if role not in self._known:
            looks = self._known[role] = QTextCharFormat()
            looks.setForeground(getattr(current(), role))
            # A font would not be taken here, since lines are broken already; the letters are drawn stronger.
            looks.setProperty(STRONGER, self._size * _STRONGER)
        return self._known[role]
