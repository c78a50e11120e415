"""What happened, said aloud by a screen reader where one listens, without moving the focus."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def say(widget: QWidget, words: str, *, at_once: bool = False) -> None:
    """Announce words for a widget; `at_once` cuts off what is being said, for what cannot wait."""
    if not words or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    if at_once:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def describe(widget: QWidget, words: str) -> None:
    """Give a widget another description, of which Qt tells who listens, and would each time it is set."""
    if words != widget.accessibleDescription():
        widget.setAccessibleDescription(words)
