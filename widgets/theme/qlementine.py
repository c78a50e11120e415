"""Qlementine as Adref has it.

A style is asked for its hints a thousand times while a window is made, and each question that Python has to answer
takes longer than all that Qt does with the answer: only `polish` is ours, which comes to each widget once.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu

from widgets.theme.controls import Painted


class _AccessKeys(QObject):
    """Has the underlined letters of a menu act: by itself the style looks for words, as on macOS alone, unless Alt is
    held."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        letter = event.text()
        if event.modifiers() or not letter.isprintable() or not letter.strip():
            return False
        held = QKeyEvent(QEvent.Type.KeyPress, event.key(), Qt.KeyboardModifier.AltModifier, letter)
        QApplication.sendEvent(watched, held)
        return True


def ours(module: ModuleType) -> Any:
    """The class of the style, of the module that has Qlementine."""

    class Style(module.QlementineStyle):  # type: ignore[misc, name-defined]
        def __init__(self, app: QApplication) -> None:
            super().__init__(app)
            self._access_keys = _AccessKeys(self) if sys.platform != "darwin" else None

        def polish(self, what: Any) -> None:
            """Dress a widget; the program and a palette come here too."""
            if isinstance(what, Painted):
                return  # it is all painted, its ring too: each got a frame of its own for a ring that nobody sees
            super().polish(what)
            if isinstance(what, QMenu) and self._access_keys is not None:
                what.installEventFilter(self._access_keys)

    return Style
