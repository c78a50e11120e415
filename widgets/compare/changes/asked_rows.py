"""Rows of compared texts of which the mouse asks who wrote the words that it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from widgets.compare.changes.folded_rows import FoldedRows
from widgets.compare.changes.pointed import Pointed


class AskedRows(FoldedRows):
    """`who_wanted(Pointed)` asks who wrote the words that the mouse rests on; `say_who` shows it."""

    who_wanted = Signal(object)

    _mouse: QPointF | None = None
    """Where the mouse is, while it is over the rows."""

    def pointed_at(self, place: QPointF) -> Pointed | None:
        """The marked words at a place of the page."""
        raise NotImplementedError

    def told_at(self, place: QPointF) -> str:
        """What is there to say at once of what lies at a place, which is no words; "" for nothing."""
        return ""

    def say_who(self, pointed: Pointed, words: str) -> None:
        """Say who wrote some words, where the mouse still rests on them."""
        if words and self.isVisible() and self._mouse is not None and self.pointed_at(self._mouse) == pointed:
            QToolTip.showText(self.viewport().mapToGlobal(self._mouse.toPoint()), words, self.viewport())

    def _say_no_more(self) -> None:
        """Other words come to lie under the mouse than those of which something is said."""
        if self._mouse is not None:
            QToolTip.hideText()

    # Events

    def begin(self, guesses: Sequence[float], line: float) -> None:
        self._say_no_more()
        super().begin(guesses, line)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._say_no_more()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._mouse = None
        elif event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._mouse = QPointF(event.pos())
            words = self.told_at(place)
            QToolTip.showText(event.globalPos(), words, self.viewport())
            pointed = self.pointed_at(place) if not words else None
            if pointed is not None:
                self.who_wanted.emit(pointed)
            return True
        return super().viewportEvent(event)
