"""Leaving a text that is not all in its dossier: wait, save it elsewhere, or leave all the same."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from widgets.shell.asking_panel import EDGE, AskingPanel
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.surfaces import Words

_WIDTH = 580


class LeavePanel(AskingPanel):
    """Nothing modal: the text can be written while it stands. `elsewhere()`, `anyway()`, and `left()` to wait."""

    elsewhere = Signal()
    anyway = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("What you wrote last is not saved yet", parent)
        self.words = Words("", fonts.ui(), "ink", lines=True)
        self.column.addWidget(self.words)
        self.elsewhere_button = self.end_with("Save the text elsewhere…")
        self.cancel_button.setText("Wait")
        self.anyway_button = Button("Close all the same", form="plain")
        self.anyway_button.clicked.connect(self._go)
        self.buttons.insertWidget(2, self.anyway_button)

    def ask(self, words: str) -> None:
        """Say why it is not saved, and ask what to do."""
        self.tell(words)
        self.stand()
        self.elsewhere_button.setFocus(Qt.FocusReason.PopupFocusReason)

    def tell(self, words: str) -> None:
        """Say something else while it stands."""
        if words != self.words.text():
            self.words.setText(words)
            self.setAccessibleDescription(words)
            if self.isVisible():
                self.place()

    def place(self) -> None:
        """Stand in the middle of the window, above the text that is meant."""
        parent = self.parentWidget()
        if parent is not None:
            layout = self.layout()
            least = layout.totalMinimumSize().width() if layout is not None else 0
            width, height = self.fitting(min(max(_WIDTH, least), parent.width() - 2 * EDGE), parent.height())
            self.setGeometry((parent.width() - width) // 2, max(EDGE, (parent.height() - height) // 3), width, height)

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab goes round in the panel."""
        ring = [self.elsewhere_button, self.cancel_button, self.anyway_button]
        here = next((at for at, button in enumerate(ring) if button.hasFocus()), -1)
        reason = Qt.FocusReason.TabFocusReason if on else Qt.FocusReason.BacktabFocusReason
        ring[(here + (1 if on else -1)) % len(ring)].setFocus(reason)
        return True

    def answer(self) -> None:
        """Save the text elsewhere."""
        self.hide()
        self.elsewhere.emit()

    def _go(self) -> None:
        self.hide()
        self.anyway.emit()
