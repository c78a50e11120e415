"""The page of a returned file: what it was made on and whose it is, what it changes, and keeping its proposals."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.telling.figures import counted
from widgets.returned.rows import ReturnedRows
from widgets.returned.side import ReturnedSide
from widgets.returned.view import ReturnedView
from widgets.shell.status_bar import Item
from widgets.theme import fonts
from widgets.theme.controls import Button, IconButton
from widgets.theme.laid import laid_across
from widgets.theme.shorter_words import ShorterWords
from widgets.theme.surfaces import Surface, Words
from widgets.theme.tokens import Measures

_FOOT, _SIDE_FROM = 54, 760


class ReturnedPage(QWidget):
    """A Word file that came back.

    Signals: `delegation_said(author, delegation)`, `base_chosen(id)`, `answered(int, Answer)` for a place without
    tracking, `keep_wanted()` for the proposals, `draft_wanted()` for the text with all changes accepted,
    `discard_wanted()`, `other_wanted(int)` for the next (1) or previous (-1) file, `status_changed()` when `status()`
    says something else.
    """

    delegation_said = Signal(str, str)
    base_chosen = Signal(str)
    answered = Signal(int, object)
    keep_wanted = Signal()
    draft_wanted = Signal()
    discard_wanted = Signal()
    other_wanted = Signal(int)
    status_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view: ReturnedView | None = None
        self._narrow = False
        self.side, self.rows = ReturnedSide(), ReturnedRows()
        self.name, self.count = Words("", fonts.serif(17, 600)), Words("", fonts.small(), "ink2")
        self.names = IconButton("list", "The names in the file, and what it was made on")
        self.names.setCheckable(True)
        self.names.toggled.connect(lambda _on: self._fit())
        self.back = IconButton("arrow-up", "Previous file")
        self.next = IconButton("arrow-down", "Next file")
        self.sums = ShorterWords("", fonts.small(), "ink2")
        self.discard = Button("Put away")
        self.draft = Button("Keep as a draft")
        self.draft.setToolTip("The text with all its changes accepted becomes a draft")
        self.keep = Button("Keep", form="ink")
        self._across, self._main = laid_across(self), QVBoxLayout()
        self._across.addWidget(self.side)
        self._main.setSpacing(0)
        self._main.addWidget(self._bar())
        self._main.addWidget(self.rows, 1)
        self._main.addWidget(self._foot())
        self._across.addLayout(self._main, 1)
        self.side.delegation_said.connect(self.delegation_said)
        self.side.base_chosen.connect(self.base_chosen)
        self.rows.answered.connect(self.answered)
        self.keep.clicked.connect(self.keep_wanted)
        self.draft.clicked.connect(self.draft_wanted)
        self.discard.clicked.connect(self.discard_wanted)
        self.back.clicked.connect(lambda: self.other_wanted.emit(-1))
        self.next.clicked.connect(lambda: self.other_wanted.emit(1))

    def _bar(self) -> Surface:
        bar = Surface("panel", "bottom")
        bar.setFixedHeight(Measures.PAGE_BAR)
        line = laid_across(bar, margins=(28, 0, 12, 1), spacing=8)
        line.addWidget(self.names)
        line.addWidget(self.name, 1)
        line.addWidget(self.count)
        line.addWidget(self.back)
        line.addWidget(self.next)
        return bar

    def _foot(self) -> Surface:
        foot = Surface("panel", "top")
        foot.setFixedHeight(_FOOT)
        line = laid_across(foot, margins=(24, 1, 24, 0), spacing=8)
        line.addWidget(self.sums, 1)
        line.addWidget(self.discard)
        line.addWidget(self.draft)
        line.addWidget(self.keep)
        return foot

    def show_file(self, view: ReturnedView, delegations: Sequence[str], *, again: bool = False) -> None:
        """Show a file from its beginning, or the same one `again` after something was said of it."""
        self.view = view
        self.name.setText(view.name)
        number, of = view.place
        self.count.setText(f"{number} of {of}" if of > 1 else "")
        for button, there in ((self.back, number > 1), (self.next, number < of)):
            button.setVisible(of > 1)
            button.setEnabled(there)
        self.side.show_file(view, delegations)
        self.rows.show_rows(view.rows, again=again)
        # What there is to keep stands on its button too, and what there is to decide at the foot of the window.
        first = f"{view.sums.partition('. ')[0].removesuffix('.')}."
        self.sums.say(*([view.refused] if view.refused else [view.sums, first, ""]))
        self.keep.setText(view.keep)
        self.keep.setEnabled(not view.refused)
        self.keep.setVisible(not view.done)
        self.keep.updateGeometry()
        if not again:
            self.rows.step(1, waiting=True)
        self.status_changed.emit()

    @property
    def reading(self) -> QWidget:
        """What has the keyboard first."""
        return self.rows

    @property
    def parts(self) -> list[QWidget]:
        """What F6 goes round."""
        return [self.side, self.names, self.rows, self.discard, self.draft, self.keep]

    def status(self) -> tuple[list[Item], list[Item]]:
        """What the status bar says, left and right."""
        if self.view is None:
            return [], []
        waiting = self.view.unanswered
        facts = [Item("Nothing enters the dossier before it is kept")]
        if waiting:
            places = counted(waiting, "place")
            facts = [Item(f"{places} without tracking to decide")]
        keys = (
            "N next, P make it a proposal, L leave it out"
            if any(row.untracked is not None for row in self.view.rows)
            else "N next"
        )
        return facts, [Item(keys)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.rows.set_wide(self.width() >= Measures.WIDE_WINDOW)

    def _fit(self) -> None:
        """Names stand beside the changes; where there is no room for both, in their place while they are asked for."""
        narrow = self.width() < _SIDE_FROM
        if narrow is not self._narrow:
            self._narrow = narrow
            if narrow:
                self._main.insertWidget(1, self.side, 1)
            else:
                self._across.insertWidget(0, self.side)
            self.side.be_wide(narrow)
        self.names.setVisible(narrow)
        goes = self.rows if self.names.isChecked() else self.side
        focus = self.window().focusWidget()
        if narrow and focus is not None and (goes is focus or goes.isAncestorOf(focus)):
            self.names.setFocus(Qt.FocusReason.OtherFocusReason)  # else Qt hands it to what puts the file away
        self.side.setVisible(not narrow or self.names.isChecked())
        self.rows.setVisible(not (narrow and self.names.isChecked()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.other_wanted.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self.names.setChecked(False)
            self.rows.setFocus()
        else:
            super().keyPressEvent(event)
