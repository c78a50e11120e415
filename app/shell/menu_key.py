"""Shift+F10 opens the menu of what has the keyboard, as the key of menus does, which many keyboards do not have."""

from __future__ import annotations

import sys

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

_SHIFT = Qt.KeyboardModifier.ShiftModifier


def hear_menu_key(window: QWidget) -> None:
    """On Linux, where Qt knows the other key alone; Windows itself opens the menu by both."""
    if sys.platform not in ("win32", "darwin"):
        QShortcut(QKeySequence("Shift+F10"), window).activated.connect(_open_menu)


def _open_menu() -> None:
    focus = QApplication.focusWidget()
    if focus is not None and focus.isEnabled():
        at = focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)  # where text is typed, or the chosen row
        place = (at.toRect() if isinstance(at, QRectF) else at if isinstance(at, QRect) else focus.rect()).center()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(focus, QContextMenuEvent(reason, place, focus.mapToGlobal(place), _SHIFT))
