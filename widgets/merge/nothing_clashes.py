"""What the merge page says when no paragraph was changed by both sides: a result, not a hole."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from widgets.theme import fonts
from widgets.theme.surfaces import Surface, Words

_WIDTH = 420
_WHY = (
    "What both sides made of the base is put together, and no paragraph was changed by both. "
    "Read the merged draft, or keep it."
)


class NothingClashes(Surface):
    """The result, and what follows from it."""

    def __init__(self) -> None:
        super().__init__("paper")
        why = Words(_WHY, fonts.ui(), "ink2", lines=True)
        why.setAlignment(Qt.AlignmentFlag.AlignCenter)
        why.setFixedSize(_WIDTH, why.heightForWidth(_WIDTH))
        column = QVBoxLayout(self)
        column.addStretch(2)
        for words in (Words("Nothing clashes", fonts.serif(20, 500)), why):
            column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(6)
        column.addStretch(3)
