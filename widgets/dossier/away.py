"""One quiet line on what others kept while the user was away, and the way to what it changed."""

from __future__ import annotations

from PySide6.QtCore import Signal

from widgets.dossier.row import TEXT_AT
from widgets.paper.direction import isolated
from widgets.theme import fonts
from widgets.theme.controls import Button, IconButton
from widgets.theme.laid import laid_across
from widgets.theme.surfaces import Sign, Surface, Words


class AwayLine(Surface):
    """`compare_asked(old, new)` for the drafts between which it happened; `seen()` where that is not wanted."""

    seen = Signal()
    compare_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("paper", "bottom")
        self._between: tuple[str, str] | None = None
        line = laid_across(self, margins=(34, 9, 24, 10), spacing=8)
        line.addWidget(Sign("clock-counter-clockwise", "ink2", 18))
        line.addSpacing(TEXT_AT - 34 - 18 - 8)
        self.words = Words("", fonts.ui(), "ink2", lines=True)
        line.addWidget(self.words, 1)
        self.compare_button = Button("What changed", height=26)
        self.compare_button.clicked.connect(self._compare)
        self.close_button = IconButton("x", "I have seen it")
        self.close_button.clicked.connect(self.seen)
        line.addWidget(self.compare_button)
        line.addWidget(self.close_button)
        self.hide()

    def show_away(self, words: str, between: tuple[str, str] | None) -> None:
        """Say what was kept; `between` are the drafts to compare, the older first. Nothing to say: the line goes."""
        self._between = between
        self.words.setText(words)
        self.compare_button.setVisible(between is not None)
        self.compare_button.setAccessibleName(f"What changed: {isolated(words)}")
        self.setVisible(bool(words))

    def _compare(self) -> None:
        if self._between is not None:
            self.compare_asked.emit(*self._between)
