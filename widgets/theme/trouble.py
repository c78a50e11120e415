"""One sentence about what is wrong, behind its sign, where it is wrong; nothing where nothing is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from widgets.theme import fonts
from widgets.theme.laid import Edges, laid_across
from widgets.theme.surfaces import Sign, Words


class Trouble(QWidget):
    """Hidden until `tell` is called; `margins` are left, top, right and bottom."""

    def __init__(self, margins: Edges = (0, 0, 0, 0)) -> None:
        super().__init__()
        line = laid_across(self, margins=margins, spacing=8)
        line.addWidget(Sign("warning-octagon-fill", "error", 16), 0, Qt.AlignmentFlag.AlignTop)
        self._words = Words("", fonts.small(), "ink", lines=True)
        line.addWidget(self._words, 1)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show a sentence."""
        self._words.setText(sentence)
        self.show()

    def text(self) -> str:
        """The sentence that was told last."""
        return self._words.text()
