"""A line of words with names of drafts in it."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF

from widgets.paper.elided import line_in
from widgets.theme.surfaces import WholeWords


class NamedWords(WholeWords):
    """Where room is short its isolated names lose their middle: names of drafts differ at their ends."""

    def shortened(self, room: float) -> str:
        return line_in(QFontMetricsF(self.font()), self.text(), room)
