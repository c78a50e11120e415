"""Words shown where the pointer rests that say no more than the name of a widget.

Qt says a tool tip of a widget as its description, so that a screen reader would read the same words twice.
"""

from __future__ import annotations

from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget


def shows_tip(widget: QWidget, event: QHelpEvent, words: str) -> bool:
    """Show words where the pointer rests, if the widget has no tool tip of its own; whether they are shown."""
    if not words or widget.toolTip():
        return False
    QToolTip.showText(event.globalPos(), words, widget)
    return True
