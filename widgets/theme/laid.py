"""Widgets laid in a row or a column; without a word there is no room around or between them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

Edges = tuple[int, int, int, int]
"""Left, top, right and bottom, in pixels."""
_NONE = (0, 0, 0, 0)


def laid_across(place: QWidget | None = None, *, margins: Edges = _NONE, spacing: int = 0) -> QHBoxLayout:
    """A row in a widget, or one that is put into another layout."""
    row = QHBoxLayout(place) if place is not None else QHBoxLayout()
    row.setContentsMargins(*margins)
    row.setSpacing(spacing)
    return row


def laid_down(place: QWidget | None = None, *, margins: Edges = _NONE, spacing: int = 0) -> QVBoxLayout:
    """A column in a widget, or one that is put into another layout."""
    column = QVBoxLayout(place) if place is not None else QVBoxLayout()
    column.setContentsMargins(*margins)
    column.setSpacing(spacing)
    return column
