"""The few things that can be said otherwise about a kept draft: what it is called, its date, a note."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from models.draft.dates import find_date, is_date
from widgets.dossier.drafts import DraftRow
from widgets.shell.field import line_field
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.laid import laid_down
from widgets.theme.surfaces import Words

NO_DATE = "Write the date as 11 December 2003, or as 2003-12-11."
NO_LABEL = "A draft needs a name."


class AmendForm(QWidget):
    """Stands in the inspector where the words about the draft stood.

    `given(dict)` comes with the facts that differ (label, date as YYYY-MM-DD, note; None takes one back), `left()`
    when the user wants none of it.
    """

    given = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._before: dict[str, str] = {}
        self.label, self.date = line_field("Called"), line_field("Date", "11 December 2003")
        self.note = line_field("Note", "A remark that stays in the dossier")
        self.trouble = Words("", fonts.small(), "error", lines=True)
        self.save = Button("Amend", height=26)
        self.cancel = Button("Cancel", form="plain", height=26)
        self.save.clicked.connect(self._give)
        self.cancel.clicked.connect(self.left)
        column = laid_down(self, spacing=3)
        for name, field in (("Called", self.label), ("Date", self.date), ("Note", self.note)):
            column.addWidget(Words(name, fonts.micro(600), "ink3"))
            column.addWidget(field)
            column.addSpacing(5)
            field.returnPressed.connect(self._give)
        column.addWidget(self.trouble)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def show_row(self, row: DraftRow) -> None:
        """Fill the fields with what is said of a draft now."""
        self._before = {"label": row.label, "date": row.date, "note": row.note}
        for name, words in self._before.items():
            field: QLineEdit = getattr(self, name)
            field.setText(words)
            field.setCursorPosition(0)
        self.trouble.hide()
        self.label.setFocus(Qt.FocusReason.OtherFocusReason)
        self.label.selectAll()

    def _give(self) -> None:
        words = {name: " ".join(getattr(self, name).text().split()) for name in self._before}
        facts: dict[str, str | None] = {name: text or None for name, text in words.items()}
        if not words["label"]:
            self._refuse(NO_LABEL, self.label)
            return
        if words["date"]:
            facts["date"] = iso_date(words["date"])
            if facts["date"] is None:
                self._refuse(NO_DATE, self.date)
                return
        self.given.emit({name: fact for name, fact in facts.items() if words[name] != self._before[name]})

    def _refuse(self, words: str, field: QLineEdit) -> None:
        self.trouble.setText(words)
        self.trouble.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


def iso_date(words: str) -> str | None:
    """A date as YYYY-MM-DD, from that or from a date in words; None for anything else."""
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        return find_date(words) if is_date(words) else None
