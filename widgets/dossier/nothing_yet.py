"""The dossier page before there is a draft: how to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.surfaces import Surface, Words


class NothingYet(Surface):
    """`buttons`: open a file, paste a text, write one."""

    def __init__(self) -> None:
        super().__init__("paper")
        column = QVBoxLayout(self)
        column.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Words("No draft yet", fonts.serif(20, 500)), 0, centre)
        sentence = (
            "Drop the sponsors’ draft here. Adref reads its paragraphs,\n"
            "footnotes and masthead, and says what it was not sure of."
        )
        words = Words(sentence, fonts.ui(), "ink2", lines=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setMinimumWidth(400)
        column.addSpacing(6)
        column.addWidget(words, 0, centre)
        column.addSpacing(12)
        self.buttons = (Button("Open a file…", form="ink"), Button("Paste a text"), Button("Write a text"))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addStretch(1)
        for button in self.buttons:
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(3)
