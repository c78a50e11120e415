"""Letters typed one after another, told of as one step: who follows the text has time until they are painted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer

from models.editing.edit import Edit, Splice
from widgets.text.told import PAINTED


class TypedSteps(QObject):
    """Gathers the steps of letters typed in one paragraph and gives `follow` one in their place."""

    def __init__(self, follow: Callable[[Edit], None], parent: QObject) -> None:
        super().__init__(parent)
        self._follow = follow
        self._untold: tuple[Edit, Edit] | None = None
        """The first and the last step of letters that nobody was told of yet."""
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setTimerType(Qt.TimerType.PreciseTimer)
        self._telling.timeout.connect(self.tell)

    def add(self, edit: Edit) -> None:
        """Letters were typed: they are told of with those before them, in a moment."""
        if self._untold is not None and self._untold[1].splices[0].new != edit.splices[0].old:
            self.tell()
        self._untold = (edit if self._untold is None else self._untold[0]), edit
        if not self._telling.isActive():
            self._telling.start(PAINTED)

    def tell(self) -> None:
        """Whoever follows the steps is told now of the letters that were typed."""
        if self._untold is not None:
            (first, last), self._untold = self._untold, None
            (old,), (new,) = first.splices, last.splices
            self._follow(replace(last, splices=(Splice(new.start, old.old, new.new),), before=first.before))
