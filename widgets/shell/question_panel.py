"""A question over the window with two acts, and a way to do neither."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from widgets.shell.asking_panel import EDGE, AskingPanel
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.surfaces import Words

_WIDTH = 580


class QuestionPanel(AskingPanel):
    """Nothing modal: the window can be used while it stands. `first()` and `other()` for the two acts, `left()` to do
    neither, which is called `leave`; `apart` puts the other act behind that, where no hand comes upon it."""

    first = Signal()
    other = Signal()

    def __init__(self, title: str, acts: tuple[str, str], leave: str, parent: QWidget, *, apart: bool = False) -> None:
        super().__init__(title, parent)
        self.words = Words("", fonts.ui(), "ink", lines=True)
        self.column.addWidget(self.words)
        self.first_button = self.end_with(acts[0])
        self.cancel_button.setText(leave)
        self.other_button = Button(acts[1], form="plain")
        self.other_button.clicked.connect(self._do_other)
        self.buttons.insertWidget(2 if apart else 1, self.other_button)
        behind = [self.cancel_button, self.other_button] if apart else [self.other_button, self.cancel_button]
        self._ring: list[QWidget] = [self.first_button, *behind]

    def ask(self, words: str) -> None:
        """Say what it is about, and ask what to do."""
        self.tell(words)
        self.stand()
        self.first_button.setFocus(Qt.FocusReason.PopupFocusReason)

    def tell(self, words: str) -> None:
        """Say something else while it stands."""
        if words != self.words.text():
            self.words.setText(words)
            self.setAccessibleDescription(words)
            if self.isVisible():
                self.place()

    def place(self) -> None:
        """Stand in the middle of the window, above what is meant."""
        parent = self.parentWidget()
        if parent is not None:
            layout = self.layout()
            least = layout.totalMinimumSize().width() if layout is not None else 0
            width, height = self.fitting(min(max(_WIDTH, least), parent.width() - 2 * EDGE), parent.height())
            self.setGeometry((parent.width() - width) // 2, max(EDGE, (parent.height() - height) // 3), width, height)

    @property
    def stops(self) -> list[QWidget]:
        return self._ring

    def answer(self) -> None:
        """Do the first of the two."""
        self.hide()
        self.first.emit()

    def _do_other(self) -> None:
        self.hide()
        self.other.emit()
