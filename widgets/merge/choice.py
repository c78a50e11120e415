"""Which texts are merged: ours, theirs, and the base both come from, on a panel over the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.shell.asking_panel import EDGE, AskingPanel
from widgets.theme import fonts
from widgets.theme.choice_field import ChoiceField
from widgets.theme.controls import Button
from widgets.theme.surfaces import Words
from widgets.theme.tokens import Measures

_WIDTH, _TOP = 440, 84
_NAMES = ("Ours", "Theirs", "Base, which both come from")
_HINTS = (
    "The text you go on from",
    "The text that comes in",
    "Changed by both sides since",
)
_NONE = "No text chosen yet"


@dataclass(frozen=True, slots=True)
class Text:
    """A text that can be chosen; `key` is how app knows it."""

    key: str
    title: str
    line: str = ""


class MergeChoice(AskingPanel):
    """`merge_wanted(ours, theirs, base)` by key; `file_wanted(int)` for a file as ours (0), theirs (1) or base (2).

    `base_wanted(ours, theirs)` asks which base is proposed for two others: `propose_base` answers it.
    """

    merge_wanted = Signal(str, str, str)
    file_wanted = Signal(int)
    base_wanted = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Merge two texts", parent)
        self._texts: tuple[Text, ...] = ()
        self._by_hand = False
        self.choices = tuple(ChoiceField(name, fonts.ui(), Measures.CONTROL, _NONE) for name in _NAMES)
        self.files: list[Button] = []
        for at, choice in enumerate(self.choices):
            self._field(self.column, at, choice)
        self.merge_button = self.end_with("Merge")
        for at, choice in enumerate(self.choices):
            choice.activated.connect(lambda _row, at=at: self._chosen(at))

    def _field(self, column: QVBoxLayout, at: int, choice: ChoiceField) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        name = Words(_NAMES[at], fonts.micro(600), "ink3")
        name.setBuddy(choice)
        head.addWidget(name)
        head.addWidget(Words(_HINTS[at], fonts.micro(), "ink3"), 1)
        column.addLayout(head)
        line = QHBoxLayout()
        line.setSpacing(8)
        file = Button("A file…", height=Measures.CONTROL)
        file.setAccessibleName(f"A file: {_NAMES[at]}")
        file.clicked.connect(lambda: self.file_wanted.emit(at))
        self.files.append(file)
        line.addWidget(choice, 1)
        line.addWidget(file)
        column.addLayout(line)
        column.addSpacing(8)

    @property
    def stops(self) -> list[QWidget]:
        beside = [part for pair in zip(self.choices, self.files, strict=True) for part in pair]
        return [*beside, self.merge_button, self.cancel_button]

    def ask(self, texts: Sequence[Text], ours: str, theirs: str, base: str) -> None:
        """Show the panel with these texts to choose from and three of them chosen; "" chooses none."""
        self._by_hand = False
        self.show_texts(texts)
        for choice, key in zip(self.choices, (ours, theirs, base), strict=True):
            choice.setCurrentIndex(self._row(key))
        self.stand()
        self.choices[0 if not ours else 1].setFocus(Qt.FocusReason.PopupFocusReason)

    def show_texts(self, texts: Sequence[Text]) -> None:
        """Other texts to choose from; what is chosen stays."""
        chosen = [self.key(at) for at in range(3)]
        self._texts = tuple(texts)
        for choice, key in zip(self.choices, chosen, strict=True):
            choice.clear()
            for text in self._texts:
                choice.add(text.title, text.line, text.key)
            choice.setCurrentIndex(self._row(key))

    def _row(self, key: str) -> int:
        return next((at for at, text in enumerate(self._texts) if text.key == key), -1)

    def key(self, at: int) -> str:
        """The text that is chosen as ours (0), theirs (1) or base (2); "" where none is."""
        row = self.choices[at].currentIndex()
        return self._texts[row].key if 0 <= row < len(self._texts) else ""

    def choose(self, at: int, key: str) -> None:
        """Choose a text as ours (0), theirs (1) or base (2)."""
        self.choices[at].setCurrentIndex(self._row(key))
        self._chosen(at)

    def _chosen(self, at: int) -> None:
        self._by_hand |= at == 2
        self.trouble.hide()
        if at != 2 and not self._by_hand and self.key(0) and self.key(1):
            self.base_wanted.emit(self.key(0), self.key(1))

    def propose_base(self, key: str) -> None:
        """Choose the base that both texts come from, unless one was chosen by hand."""
        if not self._by_hand:
            self.choices[2].setCurrentIndex(self._row(key))

    def answer(self) -> None:
        """Merge what is chosen, if it can be merged."""
        ours, theirs, base = (self.key(at) for at in range(3))
        if not ours or not theirs:
            self._refuse("Choose the two texts that are to be merged.", 0 if not ours else 1)
        elif ours == theirs:
            self._refuse("These are one and the same text; choose another for theirs.", 1)
        elif not base:
            self._refuse("Nothing says which draft both come from; choose the base.", 2)
        else:
            self.hide()
            self.merge_wanted.emit(ours, theirs, base)

    def _refuse(self, sentence: str, at: int) -> None:
        self.refuse(sentence, self.choices[at])

    def place(self) -> None:
        """Stand in the middle of the window, near its top."""
        parent = self.parentWidget()
        if parent is None:
            return
        width, height = self.fitting(min(_WIDTH, parent.width() - 2 * EDGE), parent.height())
        top = max(EDGE, min(_TOP, parent.height() - height - EDGE))
        self.setGeometry((parent.width() - width) // 2, top, width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.answer()
        else:
            super().keyPressEvent(event)
