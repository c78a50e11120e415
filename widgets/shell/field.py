"""A field of one line, as panels and bars have it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from widgets.theme import fonts
from widgets.theme.tokens import Measures


def line_field(name: str, hint: str = "") -> QLineEdit:
    """A field that is called so where it is heard; `hint` stands in it while it is empty."""
    field = QLineEdit()
    field.setFont(fonts.ui())
    field.setFixedHeight(Measures.CONTROL)
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    field.setAcceptDrops(False)  # files are for the window
    return field
