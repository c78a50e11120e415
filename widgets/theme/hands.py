"""Whose turn it was last, that of the keys or that of the mouse: where the keyboard is shows to whoever uses it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
"""Keys that are held while the mouse is pressed."""
_KEY = QEvent.Type.KeyPress
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress)
_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_last = {"keys": False}


class Hands(QObject):
    """Looks at what the system gives to the windows of the program, before any widget has it."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        app.focusWindowChanged.connect(self._watch)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # one that is there already is not there twice

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _PRESSES:
            _last["keys"] = False
        elif kind == _KEY and isinstance(event, QKeyEvent) and event.key() not in _HELD:
            _last["keys"] = True
        return False


def keys_last() -> bool:
    """Whether the keys were used last, and not the mouse."""
    return _last["keys"]


def brought_by_keys(reason: Qt.FocusReason) -> bool:
    """Whether the keyboard came to a widget by a key: by what Qt gives as the reason, else by what was used last."""
    if reason in _BY_KEYS or reason is Qt.FocusReason.MouseFocusReason:
        _last["keys"] = reason in _BY_KEYS
    return _last["keys"]
