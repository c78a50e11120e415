"""What replaces words in all drafts: the line that asks for it, and what would be replaced, with the one act."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from models.telling.figures import counted
from models.telling.opened_again import would_open
from widgets.find.texts_preview import TextPlaces, TextsModel, TextsPreview
from widgets.find.toggle import Toggle
from widgets.shell.field import line_field
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.surfaces import Words
from widgets.theme.trouble import Trouble

_SIDE = 18


class ReplaceLine(QWidget):
    """`changed()` when what is to be replaced by what, or how it is looked for, is another; `wanted()` asks for the
    places."""

    changed = Signal()
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = laid_down(self, margins=(_SIDE, 0, _SIDE, 8), spacing=6)
        line = laid_across(spacing=6)
        self.field = line_field("Replace with", "Replace with, in all drafts")
        self.case = Toggle("Aa", "Match capital letters when replacing")
        self.words = Toggle("W", "Replace whole words only")
        self.regex = Toggle(".*", "Replace a regular expression")
        self.preview_button = Button("Preview", height=26)
        line.addWidget(self.field, 1)
        for widget in (self.case, self.words, self.regex, self.preview_button):
            line.addWidget(widget)
        column.addLayout(line)
        self.trouble = Trouble()
        column.addWidget(self.trouble)
        self.field.textChanged.connect(self.changed)
        for toggle in (self.case, self.words, self.regex):
            toggle.toggled.connect(self.changed)
        self.field.returnPressed.connect(self.preview_button.click)
        self.preview_button.clicked.connect(self.wanted)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in its order."""
        return [self.field, self.case, self.words, self.regex, self.preview_button]


class ReplacedPlaces(QWidget):
    """What would be replaced in which texts; `confirmed()` replaces it, `counted(words)` says how much that is now."""

    confirmed = Signal()
    counted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        column = laid_down(self, spacing=6)
        self.texts = TextsModel(self)
        self.list = TextsPreview(self.texts)
        column.addWidget(self.list)
        self.remark = Words("", fonts.small(), "ink2", lines=True)
        self.remark.setContentsMargins(_SIDE, 2, _SIDE, 0)
        column.addWidget(self.remark)
        line = laid_across(margins=(_SIDE, 2, _SIDE, 2))
        self.button = Button("Replace", form="ink", height=28)
        line.addWidget(self.button)
        line.addStretch(1)
        column.addLayout(line)
        self.list.installEventFilter(self)
        self.button.clicked.connect(self.confirmed)
        self.texts.counted.connect(self._count)
        self._stays = ""
        self.hide()

    def show_texts(self, texts: Sequence[TextPlaces], remark: str) -> None:
        """Show the places of other texts; `remark` is what stays as it is."""
        self._stays = remark
        self.texts.show_texts(texts)
        self.list.setVisible(bool(texts))
        self.button.setVisible(bool(texts))
        self.show()

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in its order."""
        return [self.list, self.button]

    @property
    def beside(self) -> int:
        """How high what stands under the list is, without the room between."""
        told = self.remark.heightForWidth(self.list.width()) if self.told else 0
        return told + self.button.sizeHint().height()

    @property
    def told(self) -> str:
        """What else there is to know: which agreed paragraphs are open again, and what stays as it is."""
        opens = would_open(self.texts.opened)
        return " ".join(filter(None, (opens and f"{opens}.", self._stays)))

    @property
    def count(self) -> str:
        """ "12 places in 3 drafts": what is replaced now."""
        taken = self.texts.taken
        named = [text.written for text, places in zip(self.texts.texts, taken, strict=True) if places]
        drafts = named.count(False)
        where = [counted(drafts, "draft")] * bool(drafts or not named) + ["the text you write"] * (True in named)
        return f"{counted(sum(taken), 'place')} in {' and '.join(where)}"

    def _count(self) -> None:
        taken = sum(self.texts.taken)
        self.button.setText(f"Replace {counted(taken, 'place')}")
        self.button.setEnabled(taken > 0)
        self.button.updateGeometry()
        self.remark.setText(self.told)
        self.remark.setVisible(bool(self.told))
        self.counted.emit(self.count if self.texts.texts else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in enter:
            self.button.click()
            return True
        return super().eventFilter(watched, event)
