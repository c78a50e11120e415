"""A part of the dialog that is scrolled where it has no room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from widgets.paper.scroll_bar import give_quiet_scroll_bar


def scrolled(widget: QWidget) -> QScrollArea:
    """An area around a widget, without a frame, on the dialog's own ground."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    give_quiet_scroll_bar(area, "raised")
    for part in (area.viewport(), widget):
        part.setAutoFillBackground(False)
    area.setWidget(widget)
    widget.setAutoFillBackground(False)
    return area
