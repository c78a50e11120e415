"""Keep this draft: what it is called, when, by whom, and what will be kept, under the button that asked for it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from itertools import count

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from widgets.dossier.amend import NO_DATE, iso_date
from widgets.shell.asking_panel import EDGE, AskingPanel
from widgets.shell.field import line_field
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.surfaces import Words

NO_LABEL = "A draft needs a name before it is kept."
TAKEN = "Another draft is called “{}” too; keep this one under the same name all the same, or give it another."
_WIDTH, _GAP = 380, 6


@dataclass(frozen=True, slots=True)
class KeepView:
    """What is proposed: `date` in words or YYYY-MM-DD, `facts` what will be kept, each a short line.

    `taken` are labels that other drafts have already; the panel says so, offers another, and keeps all the same.
    `text` names the text that is to be kept: what was typed here of it is there again until it is. `more` is what
    there is to be looked at first, on a button.
    """

    label: str
    date: str = ""
    author: str = ""
    note: str = ""
    facts: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    text: Hashable = None
    more: str = ""


@dataclass(frozen=True, slots=True)
class KeepChoice:
    """What the user decided; `date` is YYYY-MM-DD, empty words are None. `shared`: another draft has the label, and the
    user means it."""

    label: str
    date: str | None
    author: str | None
    note: str | None
    shared: bool = False


class KeepPanel(AskingPanel):
    """Nothing modal: the text can be read and written while it stands. `kept(KeepChoice)`, `left()`.

    `more_wanted()` where what there is to be looked at first is asked for; the panel is left then.
    """

    kept = Signal(object)
    more_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Keep this draft", parent)
        self._taken: tuple[str, ...] = ()
        self._facts: tuple[str, ...] = ()
        self._view: KeepView | None = None
        self._typed: dict[Hashable, dict[QLineEdit, str]] = {}
        """By the text, what was typed in the fields and is not kept yet."""
        self._warned = ""
        self._under: QWidget | None = None
        column = self.column
        self.label, self.date = line_field("Called"), line_field("Date", "24 November 2026")
        self.author = line_field("Author", "Whose text it is")
        self.note = line_field("Note", "A remark that stays in the dossier")
        self._named(column, "Called", self.label)
        pair = QHBoxLayout()
        pair.setSpacing(10)
        for name, field in (("Date", self.date), ("Author", self.author)):
            half = QVBoxLayout()
            half.setSpacing(3)
            self._named(half, name, field)
            pair.addLayout(half, 1)
        column.addLayout(pair)
        self._named(column, "Note", self.note)
        column.addSpacing(4)
        self.facts = Words("", fonts.small(), "ink2", lines=True)
        column.addWidget(self.facts)
        self.more_button = Button("", height=26)
        self.more_button.clicked.connect(self._look_first)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.other_button = Button("", height=26)
        self.other_button.hide()
        self.other_button.clicked.connect(self._take_other)
        self.keep_button = self.end_with("Keep")
        column.insertWidget(column.indexOf(self.trouble) + 1, self.other_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.label.textChanged.connect(self._look_at_label)

    @property
    def stops(self) -> list[QWidget]:
        fields = [self.label, self.date, self.author, self.note]
        return [*fields, self.more_button, self.other_button, self.keep_button, self.cancel_button]

    def _named(self, column: QVBoxLayout, name: str, field: QLineEdit) -> None:
        head = Words(name, fonts.micro(600), "ink3")
        head.setBuddy(field)
        column.addWidget(head)
        column.addWidget(field)
        column.addSpacing(6)
        field.returnPressed.connect(self.answer)

    def ask(self, view: KeepView, under: QWidget | None = None) -> None:
        """Show the panel under a button of the same window, or at the trailing end, with the name chosen.

        What was typed of this text and not kept stands as it was typed.
        """
        if self.isVisible():
            self._remember()
        self._taken, self._under = tuple(one.casefold() for one in view.taken), under
        self._facts, self._view, self._warned = view.facts, view, ""
        typed = self._typed.get(view.text, {})
        for field, words in self._proposed(view):
            field.setText(typed.get(field, words))
            field.setCursorPosition(0)
        self.more_button.setText(view.more)
        self.more_button.setVisible(bool(view.more))
        self._look_at_label()
        self.stand()
        self.label.setFocus(Qt.FocusReason.PopupFocusReason)
        self.label.selectAll()

    def tell(self, facts: tuple[str, ...]) -> None:
        """What will be kept is this now; nothing that is being typed changes."""
        if facts != self._facts:
            self._facts = facts
            self._look_at_label()

    def _proposed(self, view: KeepView) -> tuple[tuple[QLineEdit, str], ...]:
        return (self.label, view.label), (self.date, view.date), (self.author, view.author), (self.note, view.note)

    def _remember(self) -> None:
        """What was typed is there again when the panel is."""
        if self._view is not None:
            before = self._typed.get(self._view.text, {})
            self._typed[self._view.text] = {
                field: field.text()
                for field, words in self._proposed(self._view)
                if field in before or field.text() != words
            }

    def forget(self, text: Hashable) -> None:
        """The text is kept: what was typed of it stands there."""
        self._typed.pop(text, None)

    def _look_first(self) -> None:
        self.leave()
        self.more_wanted.emit()

    def leave(self) -> None:
        self._remember()
        super().leave()

    def place(self) -> None:
        """Stand under the button, inside the window."""
        parent = self.parentWidget()
        if parent is None:
            return
        width, height = self.fitting(min(_WIDTH, parent.width() - 2 * EDGE), parent.height())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start, top = (0 if rtl else parent.width() - width), 96
        if self._under is not None and isValid(self._under):
            corner = self._under.mapTo(parent, QPoint(0, self._under.height() + _GAP))
            start = corner.x() if rtl else corner.x() + self._under.width() - width
            top = corner.y()
        start = max(EDGE, min(start, parent.width() - width - EDGE))
        top = max(EDGE, min(top, parent.height() - height - EDGE))
        self.setGeometry(start, top, width, height)

    def _look_at_label(self) -> None:
        words = list(self._facts)
        taken = self._is_taken(_one_line(self.label))
        if self._warned and _one_line(self.label) != self._warned:
            self._warned = ""
            self.trouble.hide()
        if taken and not self._warned:
            words.append("Another draft has this name too")
        self.other_button.setVisible(bool(self._warned))
        self.facts.setText("\n".join(f"{line}." if not line.endswith(".") else line for line in words))
        self.facts.setVisible(bool(words))
        if self.isVisible():
            self.place()

    def _is_taken(self, label: str) -> bool:
        return label.casefold() in self._taken

    def _other(self, label: str) -> str:
        """ "First (2)", or the next number that is free."""
        return next(one for number in count(2) if not self._is_taken(one := f"{label} ({number})"))

    def _take_other(self) -> None:
        self.label.setText(self._other(_one_line(self.label)))
        self.label.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self) -> None:
        """Keep the draft, if it has a name and a date that is one."""
        label, date, author, note = map(_one_line, (self.label, self.date, self.author, self.note))
        if not label:
            self._refuse(NO_LABEL, self.label)
            return
        day = iso_date(date) if date else None
        if date and day is None:
            self._refuse(NO_DATE, self.date)
            return
        if self._is_taken(label) and label != self._warned:
            # Said once; whoever means it presses Enter again.
            self._warned = label
            self.other_button.setText(f"Call it “{self._other(label)}”")
            self._look_at_label()
            self._refuse(TAKEN.format(label), self.label)
            return
        self._remember()
        self.hide()
        self.kept.emit(KeepChoice(label, day, author or None, note or None, self._is_taken(label)))

    def _refuse(self, sentence: str, field: QLineEdit) -> None:
        self.refuse(sentence, field)
        field.selectAll()


def _one_line(field: QLineEdit) -> str:
    return " ".join(field.text().split())
