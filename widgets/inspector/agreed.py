"""The status of a paragraph in the inspector: agreed ad ref, by whom and when, or what makes it so."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.surfaces import Sign, Words


class AgreedStatus(QWidget):
    """`turned()` when the paragraph is to be agreed, or to be so no longer."""

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = laid_down(self, margins=(0, 6, 0, 0), spacing=6)
        self._line = QWidget()
        across = laid_across(self._line, spacing=6)
        self.words = Words("", fonts.small(500), "agreed", lines=True)
        across.addWidget(Sign("check-bold", "agreed", 14), alignment=Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.words, 1)
        column.addWidget(self._line)
        self.button = Button("Mark agreed", height=26)
        self.button.clicked.connect(self.turned)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_status(self, agreed: str, possible: bool) -> None:
        """`agreed` says by whom and when ("" for not agreed); `possible` is whether the status can be turned."""
        self._line.setVisible(bool(agreed))
        if agreed != self.words.text():
            self.words.setText(agreed)
        self.button.setText("No longer agreed" if agreed else "Mark agreed")
        self.button.setToolTip(
            "Its words are open again (Ctrl Shift A)"
            if agreed
            else "Agreed ad ref until its words change (Ctrl Shift A)"
        )
        self.button.setVisible(possible)
        self.setVisible(bool(agreed) or possible)
