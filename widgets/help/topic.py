"""Which page of the help belongs to a widget: its property "help", or that of what it lies in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

PROPERTY = "help"


def topic_of(widget: QWidget | None, usual: str = "") -> str:
    """The name of the page for a widget, found from it outwards; `usual` where nothing says."""
    while widget is not None:
        name = widget.property(PROPERTY)
        if name:
            return str(name)
        widget = widget.parentWidget()
    return usual
