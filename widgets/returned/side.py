"""At the side of a returned file: what it was made on, whose the names in it are, and what it holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from widgets.inspector.choices import MenuButton
from widgets.masthead.fields import FieldLine
from widgets.paper.elided import name_in_menu
from widgets.paper.scroll_bar import scrolled
from widgets.returned.view import AuthorLine, BaseChoice, ReturnedView
from widgets.theme import fonts
from widgets.theme.focus import tab_through
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.roles import Role, speak_as
from widgets.theme.surfaces import Sign, Surface, Words

WIDTH = 320
_ANY = 16_777_215
"""What Qt takes for no limit of a width."""


class ReturnedSide(Surface):
    """`delegation_said(author, delegation)` for a name in the file, "" for none; `base_chosen(id)`."""

    delegation_said = Signal(str, str)
    base_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("panel", "trailing")
        self.setFixedWidth(WIDTH)
        speak_as(self, Role.ComplementaryContent, "The returned file")
        self._bases: Sequence[BaseChoice] = ()
        self.match = Words("", fonts.ui(), "ink", lines=True)
        self.base = MenuButton("The draft it was made on")
        self.base.clicked.connect(self._offer_bases)
        self.holds = Words("", fonts.ui(), "ink2", lines=True)
        self.fields: list[FieldLine] = []
        self._told: list[tuple[str, str]] = []
        """The names and what is said of them, as they stand here."""
        inner = Surface("panel")
        self._column = column = QVBoxLayout(inner)
        column.setContentsMargins(18, 14, 18, 18)
        column.setSpacing(6)
        column.addWidget(_head("Made on"))
        column.addWidget(self.match)
        column.addWidget(self.base)
        column.addSpacing(10)
        column.addWidget(_head("It holds"))
        column.addWidget(self.holds)
        column.addSpacing(10)
        self._names_head = _head("Names in the file, and the delegations they write for")
        column.addWidget(self._names_head)
        self._names = QVBoxLayout()
        self._names.setSpacing(10)
        column.addLayout(self._names)
        column.addSpacing(10)
        self._notices = QVBoxLayout()
        self._notices.setSpacing(8)
        column.addLayout(self._notices)
        column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 1, 0)
        around.addWidget(scrolled(inner))

    def be_wide(self, wide: bool) -> None:
        """As wide as its place, or as usual."""
        self.setMinimumWidth(0 if wide else WIDTH)
        self.setMaximumWidth(_ANY if wide else WIDTH)

    def show_file(self, view: ReturnedView, delegations: Sequence[str]) -> None:
        """Show another file, or the same one after something was said of it; `delegations` are those known."""
        self.match.setText(view.match)
        self._bases = view.bases
        chosen = next((base.label for base in view.bases if base.node == view.base), "")
        self.base.say(chosen or "None of the kept drafts")
        self.base.setVisible(bool(view.bases))
        self.holds.setText(view.holds)
        self._names_head.setVisible(bool(view.authors))
        self._show_names(view.authors, delegations)
        _empty(self._notices)
        for words in view.notices:
            self._notices.addWidget(_Notice(words))

    def _show_names(self, authors: Sequence[AuthorLine], delegations: Sequence[str]) -> None:
        told = [(author.name, author.facts) for author in authors]
        if self._told != told:
            self._told = told
            _empty(self._names)
            self.fields = []
            for author in authors:
                self._add_name(author)
            tab_through(self.base, *self.fields)
        for field, author in zip(self.fields, authors, strict=True):
            field.offer(delegations, opens=bool(delegations))
            if not field.hasFocus():
                field.say(author.delegation)

    def _add_name(self, author: AuthorLine) -> None:
        row = QWidget()
        column = laid_down(row, spacing=3)
        column.addWidget(Words(author.shown, fonts.ui(600)))
        column.addWidget(Words(author.facts, fonts.small(), "ink3", lines=True))
        field = FieldLine(f"Delegation of {author.shown}")
        field.setPlaceholderText("Delegation")
        field.editingFinished.connect(lambda: self._say(field, author.name))
        field.taken.connect(lambda _text: self._say(field, author.name))
        column.addWidget(field)
        self._names.addWidget(row)
        self.fields.append(field)

    def _say(self, field: FieldLine, author: str) -> None:
        self.delegation_said.emit(author, field.text().strip())

    def _offer_bases(self) -> None:
        menu = QMenu(self)
        for base in self._bases:
            words = f"{base.label}, {base.facts}" if base.facts else base.label
            action = menu.addAction(name_in_menu(menu, words))
            action.triggered.connect(lambda _checked=False, node=base.node: self.base_chosen.emit(node))
        menu.addSeparator()
        menu.addAction("None: it becomes a draft of its own").triggered.connect(lambda: self.base_chosen.emit(""))
        self.base.drop(menu)


class _Notice(QWidget):
    """A sentence behind a sign of warning."""

    def __init__(self, words: str) -> None:
        super().__init__()
        line = laid_across(self, spacing=8)
        line.addWidget(Sign("warning-fill", "bracketed", 16), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Words(words, fonts.small(), "ink2", lines=True), 1)


def _head(words: str) -> Words:
    return Words(words, fonts.micro(600), "ink3", lines=True)


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
