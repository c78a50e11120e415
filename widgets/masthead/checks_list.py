"""What agrees, what contradicts and what is not known yet, each on a line with its sign."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.masthead.checks import MastheadCheck
from widgets.theme import fonts
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.surfaces import Sign, Words

_SIGNS = {
    "warning": ("warning-fill", "bracketed", "Warning"),
    "agrees": ("check-bold", "agreed", "Agrees"),
    "unknown": ("info", "ink2", "Not known yet"),
}


class ChecksList(QWidget):
    """The lines; each is named for screen readers with what its sign says."""

    def __init__(self) -> None:
        super().__init__()
        self._column = laid_down(self, spacing=8)
        self._shown: tuple[MastheadCheck, ...] | None = None

    def show_checks(self, checks: Sequence[MastheadCheck]) -> None:
        """Other lines."""
        if tuple(checks) == self._shown:
            return
        self._shown = tuple(checks)
        while (item := self._column.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        for check in checks:
            sign, role, said = _SIGNS[check.severity]
            row = QWidget(self)
            line = laid_across(row, spacing=8)
            words = Words(check.words, fonts.small(), "ink" if check.severity == "warning" else "ink2", lines=True)
            words.setAccessibleName(f"{said}: {check.words}")
            line.addWidget(Sign(sign, role, 14), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(words, 1)
            self._column.addWidget(row)
            row.show()

    def words(self) -> tuple[str, ...]:
        """What the lines say."""
        return tuple(check.words for check in self._shown or ())
