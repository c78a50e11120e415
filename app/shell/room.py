"""How large a window can be on its screen."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSize
from PySide6.QtWidgets import QWidget

_FRAME = QMargins(8, 40, 8, 8)
"""What a system's own frame takes at most; how much it is, is known only once a window is shown."""


def room_for(window: QWidget) -> QSize:
    """What its screen has room for within a frame; with letters of twice the size it has room for fewer of them."""
    return window.screen().availableSize().shrunkBy(_FRAME)
