"""Short lines with a sign before each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from widgets.theme import fonts
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.surfaces import Sign, Words


class Lines(QWidget):
    """Lines under one another, each with the same sign; long ones break."""

    def __init__(self, icon: str, role: str) -> None:
        super().__init__()
        self._icon, self._role = icon, role
        self._column = laid_down(self, spacing=6)
        self.shown: list[str] = []
        self._rows: list[QWidget] = []

    def show_lines(self, lines: Sequence[str]) -> None:
        """Other lines."""
        if list(lines) == self.shown:
            return
        self.shown = list(lines)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for text in lines:
            row = QWidget()
            line = laid_across(row, spacing=8)
            line.addWidget(Sign(self._icon, self._role, 16), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Words(text, fonts.ui(), lines=True), 1)
            self._column.addWidget(row)
            self._rows.append(row)
        self.setAccessibleName(", ".join(lines))
