"""The keys and the wheel that make the letters of a page larger or smaller."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent

_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
_CONTROL = Qt.KeyboardModifier.ControlModifier


def step_of_key(event: QKeyEvent) -> int | None:
    """Larger (1), smaller (-1) or as they were made (0); None for any other key."""
    return _KEYS.get(Qt.Key(event.key())) if event.modifiers() & _CONTROL else None


def step_of_wheel(event: QWheelEvent) -> int | None:
    """Larger (1) or smaller (-1) with Ctrl held; None where the wheel scrolls."""
    turned = event.angleDelta().y()
    return (1 if turned > 0 else -1) if event.modifiers() & _CONTROL and turned else None
