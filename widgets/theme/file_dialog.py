"""The system's dialog for files, and Qt's own where the system has none."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QComboBox, QFileDialog, QStyle, QStyleOptionComboBox, QStylePainter, QWidget


class FileDialog(QFileDialog):
    """A dialog for files that begins in a folder."""

    def __init__(self, parent: QWidget, title: str, folder: str) -> None:
        super().__init__(parent, title, folder)
        where = self.findChild(QComboBox, "lookInCombo")
        if where is not None:
            where.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt cuts the name of the folder to the part of the choice that is for writing, of which Qlementine has
        none."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QComboBox):
            paint_choice(watched)
            return True
        return super().eventFilter(watched, event)


def paint_choice(choice: QComboBox) -> None:
    """Paint a choice as any other, its style cutting the words."""
    option, painter = QStyleOptionComboBox(), QStylePainter(choice)
    choice.initStyleOption(option)
    painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
    painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
    painter.end()
