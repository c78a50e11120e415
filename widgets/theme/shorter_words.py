"""A line of words that says less where room is short, before it is cut."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent

from widgets.theme.surfaces import Words


class ShorterWords(Words):
    """Shows the first of some ways to say a thing that fits, the last where none does; hover says the first."""

    _ways: tuple[str, ...] = ("",)

    def say(self, *ways: str) -> None:
        """The ways to say it, the longest first."""
        if ways != self._ways:
            self._ways = ways
            self.updateGeometry()
            self._choose()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self._wide(self._ways[0]), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        room = self.contentsRect().width()
        words = next((way for way in self._ways if self._wide(way) <= room), self._ways[-1])
        if words != self.text():
            self.setText(words)
        # The system reads out what there is to say, whatever of it is seen.
        self.setAccessibleName(self._ways[0])
        self.setToolTip(self._ways[0] if words != self._ways[0] else "")

    def _wide(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words) + 1
