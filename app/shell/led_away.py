"""When whoever writes is led away from the text by what he asked for: once he is not in the middle of a sentence."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.desk.desk import Desk
from app.running.leading_away import LeadsAway
from widgets.writing.sheet import WritingSheet

_REST, _AT_LAST = 1_500, 60_000
"""Milliseconds without a key after which nobody is writing, and which what leads away waits at most."""


class LedAway:
    """`writes` tells whether the working text is in front."""

    def __init__(self, sheet: WritingSheet, desk: Desk, writes: Callable[[], bool]) -> None:
        self._sheet, self._desk, self._writes = sheet, desk, writes

    def later(self) -> LeadsAway:
        """Begin what leads away from the text later: where one writes on meanwhile, in it or in a field beside it, once
        nobody is in the middle of a sentence. What is typed is for these, and on other pages letters are acts. Where
        the dossier is closed by then, nobody is led to what was asked for in it."""
        pause, path = self._sheet.pause, self._desk.path
        before = self._typed()

        def lead(then: Callable[[], object]) -> None:
            now, latest = self._typed(), time.monotonic() + _AT_LAST / 1000

            def come() -> None:
                nonlocal now
                was, now = now, self._typed()
                left = round(1000 * (latest - time.monotonic()))
                if now[1] != was[1] and left > 0:
                    pause.ask(come, _REST, left)
                elif self._desk.path == path:
                    then()

            if self._writes() and now != before and not (now[1] == before[1] and pause.rested(_REST)):
                pause.ask(come, _REST, _AT_LAST)
            else:
                then()

        return lead

    def _typed(self) -> tuple[int, str]:
        """How many keys the text was given, and what stands in the field beside it that has the keyboard."""
        field = QApplication.focusWidget()
        if field is None or self._sheet.isAncestorOf(field):
            return self._sheet.pause.keys, ""
        return self._sheet.pause.keys, str(field.inputMethodQuery(Qt.InputMethodQuery.ImSurroundingText) or "")
