"""The field in which one types what a list or a page is searched for."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QToolButton

from widgets.theme import fonts, icons
from widgets.theme.tokens import Measures, theme_changed


class FindField(QLineEdit):
    """A line with a glass before it and a cross behind what is typed; `words` say what is found ("Find a setting")."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setFont(fonts.ui())
        self.setFixedHeight(Measures.CONTROL)
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setClearButtonEnabled(True)
        self.setAcceptDrops(False)  # files are for the window
        self._glass = self.addAction(icons.icon("magnifying-glass"), QLineEdit.ActionPosition.LeadingPosition)
        for button in self.findChildren(QToolButton):
            own = button.defaultAction() is self._glass
            button.setAccessibleName(words if own else "Clear what is looked for")
        theme_changed.connect(self._dress)

    def _dress(self, _tokens: object) -> None:
        self._glass.setIcon(icons.icon("magnifying-glass"))
