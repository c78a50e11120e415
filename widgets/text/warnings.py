"""The notice above a text of what the reading was not sure of, which leads from place to place."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from models.reading.reading import ReadingWarning
from models.telling.figures import counted
from models.telling.sentences import first_of
from widgets.shell.notices import Notice, Notices
from widgets.text.shown import Shown

_NAMED = 6


class Warnings(QObject):
    """`wanted(int)`: the user wants to look at the paragraph at a position."""

    wanted = Signal(int)

    def __init__(self, notices: Notices) -> None:
        super().__init__(notices)
        self._notices = notices
        self._places: list[int] = []
        self._looked = -1

    def show(self, warnings: tuple[ReadingWarning, ...], shown: Shown) -> None:
        """Say these, and nothing of others."""
        self._notices.clear()
        self._places = [warning.paragraph for warning in warnings if warning.paragraph is not None]
        self._looked = -1
        if not warnings:
            return
        if len(warnings) == 1:
            words, more = warnings[0].message, ""
        else:
            words = f"{counted(len(warnings), 'place')} that Adref was not sure of"
            more = self._called(shown) or warnings[0].message
        acts = (("Look", self._look),) if self._places else ()
        line = self._notices.show_notice(Notice("warning", words, more, acts, topic="reading"))
        if self._places:
            # Looking goes from place to place, so the notice stays until it is closed.
            for button in line.buttons:
                button.clicked.disconnect()
                button.clicked.connect(self._look)

    def _called(self, shown: Shown) -> str:
        known = list(dict.fromkeys(name for name in map(shown.label, self._places) if name))
        return first_of(known, _NAMED)

    def _look(self) -> None:
        self._looked = (self._looked + 1) % len(self._places)
        self.wanted.emit(self._places[self._looked])
