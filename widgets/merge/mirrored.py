"""Room that a layout keeps at the leading and trailing edge of a widget, in a mirrored window at the other ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget


class Mirrored(QWidget if TYPE_CHECKING else object):  # type: ignore[misc]
    """Named before the class of a widget: Qt mirrors what stands in a layout, and not its margins."""

    _room = (0, 0, 0, 0)

    def keep_room(self, leading: int, top: int, trailing: int, bottom: int) -> None:
        """Keep so many pixels."""
        self._room = (leading, top, trailing, bottom)
        self._keep()

    def _keep(self) -> None:
        leading, top, trailing, bottom = self._room
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            leading, trailing = trailing, leading
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(leading, top, trailing, bottom)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and self.layout() is not None:
            self._keep()
