"""What can be answered at a place: ours, theirs, as it was, by hand; and for the whole paragraph."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from models.merging import Choice, Conflict
from widgets.merge.result import in_a_line
from widgets.merge.table import Choices, Item, quoted, rows_of
from widgets.paper.type import serif
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.roles import Role, speak_as
from widgets.theme.surfaces import Words

_ROOM = 150.0
"""Pixels of the words of a side on its button."""


class AnswerRow(QWidget):
    """`answered(Choice)` for the place, `answered_whole(str)` for the paragraph, `asked_again()` takes answers back."""

    answered = Signal(object)
    answered_whole = Signal(str)
    asked_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        speak_as(self, Role.Grouping, "Answers")
        self._conflict: Conflict | None = None
        self.place = Words("", fonts.small(), "ink2")
        self.ours = Button("Ours", key="1")
        self.theirs = Button("Theirs", key="2")
        self.before = Button("As it was", key="0")
        self.by_hand = Button("Write", key="W")
        self.whole = Words("Whole paragraph", fonts.small(), "ink2")
        self.all_ours = Button("All ours", form="plain", key="O")
        self.all_theirs = Button("All theirs", form="plain", key="T")
        self.both = Button("Both, in brackets", form="plain", key="B")
        self.again = Button("Ask again", form="plain", key="Del")
        self.field = WrittenField()
        self._stack = QStackedWidget()
        self._build()
        for button, way in ((self.ours, "ours"), (self.theirs, "theirs"), (self.before, "base")):
            button.clicked.connect(lambda _checked=False, way=way: self.answered.emit(Choice(way)))
        for button, way in ((self.all_ours, "ours"), (self.all_theirs, "theirs"), (self.both, "both")):
            button.clicked.connect(lambda _checked=False, way=way: self.answered_whole.emit(way))
        self.by_hand.clicked.connect(self.write)
        self.again.clicked.connect(self.asked_again)
        self.field.given.connect(self._written)
        self.field.left.connect(self.end_writing)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """Its buttons, as one reads."""
        here = self.ours, self.theirs, self.before, self.by_hand
        return (*here, self.all_ours, self.all_theirs, self.both, self.again)

    def _build(self) -> None:
        answers = QWidget()
        lines = QVBoxLayout(answers)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        self._whole_line = QWidget()
        first, second = QHBoxLayout(), QHBoxLayout(self._whole_line)
        second.setContentsMargins(0, 0, 0, 0)
        for line in (first, second):
            line.setSpacing(8)
        lines.addLayout(first)
        lines.addWidget(self._whole_line)
        for name in (self.place, self.whole):
            name.setFixedWidth(104)
        for widget in (self.place, self.ours, self.theirs, self.before, self.by_hand):
            first.addWidget(widget)
        first.addStretch(1)
        for widget in (self.whole, self.all_ours, self.all_theirs, self.both, self.again):
            second.addWidget(widget)
        second.addStretch(1)
        self._stack.addWidget(answers)
        self._stack.addWidget(self.field)
        around = QVBoxLayout(self)
        around.setContentsMargins(24, 8, 24, 10)
        around.addWidget(self._stack)

    def set_low(self, low: bool) -> None:
        """Where the page is low only the answers to the place are offered; the keys for the paragraph hold."""
        self._whole_line.setVisible(not low)

    def show_place(self, item: Item, number: int | None, choices: Choices) -> None:
        """Offer the answers to a conflict of an item, or, where there is none, those to the paragraph alone."""
        self.end_writing()
        self._conflict = conflict = item.conflicts[number] if number is not None else None
        many = len(item.conflicts) > 1
        self.place.setText(f"Place {number + 1} of {len(item.conflicts)}" if many and number is not None else "Here")
        ways = conflict.choices if conflict is not None else ()
        for widget in (self.place, self.ours, self.theirs):
            widget.setVisible(conflict is not None)
        self.before.setVisible("base" in ways)
        self.by_hand.setVisible("written" in ways)
        if conflict is not None:
            self._say(self.ours, "ours", conflict)
            self._say(self.theirs, "theirs", conflict)
        self.both.setVisible(any("both" in one.choices for one in item.conflicts))
        for widget in (self.all_ours, self.all_theirs):
            widget.setVisible(item.row is not None)
        keys = {item.key, *(key for one in item.conflicts for key in (one.key, *rows_of(one)))}
        self.again.setVisible(bool(keys & set(choices)))

    def _say(self, button: Button, way: str, conflict: Conflict) -> None:
        name = way.capitalize()
        if conflict.deleted_by:
            words = f"{name}: delete it" if conflict.deleted_by == way else f"{name}: keep it"
            button.setText(words)
        else:
            text = in_a_line(conflict, way)
            in_quotes = conflict.kind in ("words", "shape", "new", "footnote", "brackets")
            metrics = QFontMetricsF(fonts.ui(500))
            short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, _ROOM) if text else "nothing"
            words = f"{name}: {quoted(text)}" if text and in_quotes else f"{name}: {text or 'nothing'}"
            button.setText(f"{name}: {quoted(short)}" if text and in_quotes else f"{name}: {short}")
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.updateGeometry()

    # By hand

    def write(self) -> None:
        """Write the words of the place by hand, beginning with those of ours."""
        if self._conflict is None or "written" not in self._conflict.choices:
            return
        self.field.setPlainText(self._conflict.ours or self._conflict.theirs)
        self._stack.setCurrentWidget(self.field)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    @property
    def is_writing(self) -> bool:
        """Whether words are being written by hand."""
        return self._stack.currentWidget() is self.field

    def end_writing(self) -> None:
        """The answers again; what was written is let go."""
        if self.is_writing:
            self._stack.setCurrentIndex(0)
            self.by_hand.setFocus(Qt.FocusReason.OtherFocusReason)

    def _written(self, text: str) -> None:
        self._stack.setCurrentIndex(0)
        self.by_hand.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit(Choice("written", text))


class WrittenField(QPlainTextEdit):
    """The words of a place as they are written; `given(str)` at Enter, `left()` at Esc."""

    given = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("The words of this place, Enter to take them")
        self.setPlaceholderText("The words of this place; none leaves it empty. Enter takes them, Esc lets them go")
        self.setFont(serif(15.5))
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # files are for the window

    def sizeHint(self) -> QSize:
        return QSize(400, 64)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 64)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # A place holds words of a paragraph: a line feed in it would be a new one.
            self.given.emit(" ".join(self.toPlainText().split()))
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
