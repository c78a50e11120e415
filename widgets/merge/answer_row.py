"""What can be answered at a place: ours, theirs, as it was, by hand; and for the whole paragraph."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from models.merging import Choice, Conflict
from widgets.merge.answer_button import Answer, SideAnswer
from widgets.merge.sentences import WORDS, answered, question
from widgets.merge.table import Choices, Item, MergeTable, answer, rows_of
from widgets.paper.type import serif
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.laid import laid_down
from widgets.theme.roles import Role, speak_as
from widgets.theme.surfaces import Words

_APART = 8
_WHOLE_FROM = 580
"""Pixels from which on there is room to say what the answers to the whole paragraph are."""
_WAYS = "ours", "theirs", "base", "written", "both"
_LINES = (620, 4), (480, 2), (0, 1)
"""From which height of the page on what a side says may take how many lines."""


def _names(table: MergeTable, conflict: Conflict, side: int) -> tuple[Callable[[str], str], Callable[[str], str]]:
    """How a paragraph begins that a side calls so, and what the list calls one in which the conflict stands."""
    return partial(table.begins, side), partial(table.listed, conflict, side)


def _words(table: MergeTable, item: Item, conflict: Conflict) -> str:
    """The words of ours at a place, or of theirs, without what is said of where a side has them."""
    if conflict.kind == "shape" and item.row is not None:
        row = table.rows[item.row]
        sides = zip(table.drafts[1:], (row.ours, row.theirs), strict=True)
        texts = ("\n".join(draft.paragraphs[at].text for at in places) for draft, places in sides)
        return next(filter(None, texts), "")
    return conflict.ours or conflict.theirs


class AnswerRow(QWidget):
    """`answered(Choice)` for the place, `answered_whole(str)` for the paragraph, `asked_again()` takes answers back."""

    answered = Signal(object)
    answered_whole = Signal(str)
    asked_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        speak_as(self, Role.Grouping, "Answers")
        # The answers take the width there is: what they say never makes the window wider, or keeps it from narrowing.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._conflict: Conflict | None = None
        self._words = ""
        self._lines = _LINES[0][1]
        self.question = Words("", fonts.ui(600))
        self.ours = SideAnswer("Ours", "1")
        self.theirs = SideAnswer("Theirs", "2")
        self.before = Answer("As it was", key="0")
        self.by_hand = Answer("Write", key="W")
        self.whole = Words("Whole paragraph", fonts.small(), "ink2")
        self.all_ours = Answer("All ours", form="plain", key="O")
        self.all_theirs = Answer("All theirs", form="plain", key="T")
        self.both = Answer("Both, in brackets", form="plain", key="B")
        self.again = Button("Ask again", form="plain", key="Del")
        self.field = WrittenField()
        self._ends = Words("Enter takes the words, Esc lets them go", fonts.small(), "ink2")
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
        lines = laid_down(answers, spacing=6)
        self._whole_line = QWidget()
        first, second = QHBoxLayout(), QHBoxLayout(self._whole_line)
        second.setContentsMargins(0, 0, 0, 0)
        for line in (first, second):
            line.setSpacing(_APART)
        lines.addLayout(first)
        lines.addWidget(self._whole_line)
        for button in (self.ours, self.theirs, self.before, self.by_hand):
            first.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        first.addStretch(1)
        for widget in (self.whole, self.all_ours, self.all_theirs, self.both, self.again):
            second.addWidget(widget)
        second.addStretch(1)
        self._stack.addWidget(answers)
        self._stack.addWidget(self.field)
        over = QHBoxLayout()
        over.addWidget(self.question, 1)
        over.addWidget(self._ends)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 16, 0, 6)
        around.setSpacing(6)
        around.addLayout(over)
        around.addWidget(self._stack)
        self._stack.currentChanged.connect(self._make_room)
        self._make_room()

    def _make_room(self) -> None:
        """The field has room while words are written in it, and takes none of the answers' else."""
        way = QSizePolicy.Policy.Preferred if self.is_writing else QSizePolicy.Policy.Ignored
        self.field.setSizePolicy(QSizePolicy.Policy.Preferred, way)
        self._ends.setVisible(self.is_writing)

    def set_room(self, height: int) -> None:
        """On a page so high; where it is low only the answers to the place are offered, the keys for the rest hold."""
        self._lines = next(lines for least, lines in _LINES if height >= least)
        self._whole_line.setVisible(self._lines > 1)
        self._fit()

    def show_place(self, table: MergeTable, item: Item, number: int | None, choices: Choices) -> None:
        """Offer the answers to a conflict of an item, or, where there is none, those to the paragraph alone."""
        self.end_writing()
        self._conflict = conflict = item.conflicts[number] if number is not None else None
        self._words = _words(table, item, conflict) if conflict is not None else ""
        ways = conflict.choices if conflict is not None else ()
        for widget in (self.question, self.ours, self.theirs):
            widget.setVisible(conflict is not None)
        self.before.setVisible("base" in ways)
        self.by_hand.setVisible("written" in ways)
        if conflict is not None:
            many = f"Place {(number or 0) + 1} of {len(item.conflicts)}: " if len(item.conflicts) > 1 else ""
            self.question.setText(f"{many}{question(conflict)}")
            self.ours.say(answered(conflict, "ours", *_names(table, conflict, 1)))
            self.theirs.say(answered(conflict, "theirs", *_names(table, conflict, 2)))
            self.before.setText("As it was" if conflict.base or conflict.kind not in WORDS else "Neither")
            self.before.setToolTip(answered(conflict, "base", *_names(table, conflict, 0)))
        self.setAccessibleName(self.question.text() if conflict is not None else "Answers")
        section = conflict.section if conflict is not None and conflict.kind == "deleted" else None
        self.whole.setText(f"Whole {section.called if section is not None else 'paragraph'}")
        self.both.setVisible(any("both" in one.choices for one in item.conflicts))
        for widget in (self.all_ours, self.all_theirs):
            widget.setVisible(item.row is not None)
        keys = {item.key, *(key for one in item.conflicts for key in (one.key, *rows_of(one)))}
        asked = bool(keys & set(choices))
        if not asked and self.again.hasFocus():
            self.ours.setFocus(Qt.FocusReason.OtherFocusReason)
        self.again.setVisible(asked)
        self._show_given(item, conflict, choices)
        self._fit()

    def _show_given(self, item: Item, conflict: Conflict | None, choices: Choices) -> None:
        """The answer that was given, to the place or to the whole paragraph."""
        whole = choices[item.key].way if item.whole(choices) else ""
        given = answer(conflict, choices) if conflict is not None else None
        way = given.way if given is not None else ""
        for button, name in zip((self.ours, self.theirs, self.before, self.by_hand, self.both), _WAYS, strict=True):
            button.setChecked(way == name)
        for button, name in ((self.all_ours, "ours"), (self.all_theirs, "theirs")):
            button.setChecked(whole == name)

    def _fit(self) -> None:
        """Both sides share the room that the other answers leave; one that needs less leaves it to the other."""
        if self._conflict is None:
            return
        beside = [one for one in (self.before, self.by_hand) if one.isVisibleTo(self)]
        room = self.width() - sum(one.sizeHint().width() + _APART for one in beside) - _APART
        half, needed = room // 2, [one.sizeHint().width() for one in (self.ours, self.theirs)]
        for button, other in ((self.ours, needed[1]), (self.theirs, needed[0])):
            button.fit(max(half, room - other), self._lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.whole.setVisible(self.width() >= _WHOLE_FROM)
        self._fit()

    # By hand

    def write(self) -> None:
        """Write the words of the place by hand, beginning with those of ours."""
        if self._conflict is None or "written" not in self._conflict.choices:
            return
        self.field.setPlainText(self._words)
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

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("The words of this place, Enter to take them")
        self.setPlaceholderText("The words of this place; none leaves it empty")
        self.setFont(serif(15.5))
        self.document().setDocumentMargin(10)
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
