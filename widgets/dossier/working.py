"""Texts being written, above the drafts: what they stand on, how far they are, and one click to go on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from models.telling.figures import counted
from widgets.dossier.row import TEXT_AT
from widgets.dossier.telling import clock_words
from widgets.paper.direction import isolated
from widgets.shell.notices import Notice
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.surfaces import Sign, Surface, Words

_BEGINS = 32
"""Letters of a text that stands on none, by which it is known."""


@dataclass(frozen=True, slots=True)
class WorkingRow:
    """A working text: `id` is the app's own name for it, `base` the label of the draft it stands on, "" for none.

    `at` is when it was last written, aware or local; `held`: another window writes it; `only_read`: it can be read
    here and no more; `begins` is how a text begins that stands on none.
    """

    id: str
    base: str
    at: datetime
    changed: int
    held: bool = False
    only_read: bool = False
    begins: str = ""

    @property
    def words(self) -> str:
        """The row in words."""
        what = f"Working text on {isolated(self.base)}" if self.base else f"New text{_quoted(self.begins)}"
        where = " in another window" if self.held else ""
        much = _changed(self.changed) if self.base or not self.changed else counted(self.changed, "paragraph")
        return f"{what}{where}, {clock_words(self.at)}, {much}"


def _quoted(words: str) -> str:
    """The first words of a text, in marks."""
    words = words.rstrip(",;:.")
    short = words if len(words) <= _BEGINS else f"{words[:_BEGINS].rpartition(' ')[0] or words[:_BEGINS]}…"
    return f" “{isolated(short)}”" if short else ""


def _changed(count: int) -> str:
    if count == 0:
        return "nothing changed yet"
    return f"{counted(count, 'paragraph')} changed"


def recovered_notice(base: str, at: datetime, go_on: Callable[[], None]) -> Notice:
    """What is said after an end without closing."""
    what = f"The working text of {isolated(base)}" if base else "The new text"
    words = f"{what} was not closed; it is here as of {clock_words(at, seconds=True)}."
    return Notice("recovered", words, acts=(("Continue", go_on),), topic="recovered")


class WorkingRows(QWidget):
    """`continue_asked(id)`; `discard_asked(id)` comes after the user said so twice."""

    continue_asked = Signal(str)
    discard_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = laid_down(self)
        self.lines: list[_Line] = []
        self.hide()

    def show_rows(self, rows: Sequence[WorkingRow]) -> None:
        """Show other working texts; a question that is open stays with its row, and so does the keyboard."""
        if [line.form for line in self.lines] == [_form_of(row) for row in rows]:
            # The same texts, some further written. Such news come while one writes, and making rows takes as long as a
            # key.
            for line, row in zip(self.lines, rows, strict=True):
                line.renew(row)
            return
        focus = self.window().focusWidget()
        held = next((line.row.id for line in self.lines if focus is not None and line.isAncestorOf(focus)), None)
        asked = {line.row.id for line in self.lines if line.asking}
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for row in rows:
            line = _Line(row, ink=not self.lines)
            line.continue_button.clicked.connect(lambda _c=False, one=row.id: self.continue_asked.emit(one))
            line.sure_button.clicked.connect(lambda _c=False, one=row.id: self.discard_asked.emit(one))
            self.lines.append(line)
            self._column.addWidget(line)
            if row.id in asked:
                line.ask()
            elif row.id == held:
                line.continue_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setVisible(bool(rows))


def _form_of(row: WorkingRow) -> tuple[str, bool]:
    """What a line is made for; all else of it can be told anew."""
    return row.id, row.only_read


class _Line(Surface):
    def __init__(self, row: WorkingRow, *, ink: bool) -> None:
        super().__init__("paper", "bottom")
        self.row, self.form = row, _form_of(row)
        line = laid_across(self, margins=(34, 9, 24, 10), spacing=8)
        sign = Sign("pencil-simple", "ink", 18)
        line.addWidget(sign)
        line.addSpacing(TEXT_AT - 34 - 18 - 8)
        self.words = Words("", fonts.serif(15), lines=True)
        line.addWidget(self.words, 1)
        go_on = "Read" if row.only_read else "Continue"
        self.continue_button = Button(go_on, form="ink" if ink else "quiet", height=26)
        self.discard_button = Button("Discard", form="plain", height=26)
        self.sure_button = Button("Discard", height=26)
        self.keep_button = Button("Keep it", height=26)
        self.buttons = (self.continue_button, self.discard_button, self.keep_button, self.sure_button)
        for button in self.buttons:
            line.addWidget(button)
        self.discard_button.clicked.connect(self.ask)
        self.keep_button.clicked.connect(self.leave)
        self._turn(asking=False)
        self._tell()

    def renew(self, row: WorkingRow) -> None:
        """The same text, written on; a question that is open asks about what is there now."""
        self.row = row
        self._tell()

    def _tell(self) -> None:
        told = self.row.words  # others on another day, though the row is the same
        self.words.setText(self._question() if self.asking else told)
        self.continue_button.setAccessibleName(f"{self.continue_button.text()} {told}")
        self.discard_button.setAccessibleName(f"Discard {told}")

    @property
    def asking(self) -> bool:
        """Whether the row asks if the text is really to go."""
        return self.sure_button.isVisibleTo(self)

    def ask(self) -> None:
        """Ask in the row itself."""
        self.words.setText(self._question())
        self._turn(asking=True)
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _question(self) -> str:
        count = self.row.changed
        what = (
            "This working text"
            if count == 0
            else ("Its changed paragraph" if self.row.base else "Its one paragraph")
            if count == 1
            else f"Its {counted(count, 'change' if self.row.base else 'paragraph')}"
        )
        goes = "goes" if count <= 1 else "go"
        return f"{what} {goes} for good. Discard?"

    def leave(self) -> None:
        """The row as it was."""
        self.words.setText(self.row.words)
        self._turn(asking=False)
        self.discard_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, *, asking: bool) -> None:
        for button in (self.sure_button, self.keep_button):
            button.setVisible(asking)
        self.continue_button.setVisible(not asking)
        # Only its own window throws a text away, and only where it can be written.
        self.discard_button.setVisible(not asking and not self.row.only_read)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.asking:
            self.leave()
            return
        super().keyPressEvent(event)
