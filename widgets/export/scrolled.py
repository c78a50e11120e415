"""A part of the dialog that is scrolled where it has no room."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QWidget

from widgets.paper import scroll_bar


def scrolled(widget: QWidget) -> QScrollArea:
    """An area around a widget, without a frame, on the dialog's own ground."""
    area = scroll_bar.scrolled(widget, "raised")
    for part in (area.viewport(), widget):
        part.setAutoFillBackground(False)
    return area
