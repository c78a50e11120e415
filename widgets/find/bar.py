"""Find and replace: a quiet bar over the text. Nothing is searched here; the bar asks and shows the answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.editing.found.replacing import how_many_open
from models.telling.figures import counted, figure
from models.telling.opened_again import would_open
from widgets.find.preview import PreviewList, PreviewModel, PreviewRow
from widgets.find.toggle import Toggle
from widgets.shell.field import line_field
from widgets.theme import fonts
from widgets.theme.controls import Button, IconButton
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.roles import Role, speak_as
from widgets.theme.saying import say
from widgets.theme.surfaces import Surface, Words
from widgets.theme.trouble import Trouble

_FIELD_LEAST, _FIELD_MOST = 90, 340
_PREVIEW_MOST = 300
_COUNT = 92
_BESIDE = 350
_COUNT_BESIDE = 134
"""What stands beside the fields at the least, and where they have a line for themselves and the count."""
_SIGNS = re.compile(r"[\\^$.|?*+()\[\]{}]")
"""What means something else in an expression."""


class FindBar(Surface):
    """`query_changed(text, regex, case, words)` at every change of what is looked for.

    `step(1 or -1)` goes to the next or previous place, `replace_one(text)` replaces the current one,
    `replace_all(text, left_out)` all but the places numbered in a frozenset (from 0, in the order of the text),
    `preview_wanted(text)` asks for `show_preview`, `left_out(text, left_out)` tells which of its rows are left out now,
    `closed()` gives the focus back to the text.
    """

    query_changed = Signal(str, bool, bool, bool)
    step = Signal(int)
    replace_one = Signal(str)
    replace_all = Signal(str, object)
    preview_wanted = Signal(str)
    left_out = Signal(str, object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__("panel", "bottom")
        self.setProperty("help", "find")
        speak_as(self, Role.ToolBar, "Find and replace")
        self._places = 0
        self._lines: list[QHBoxLayout] = []
        """A field and what stands beside it, each in two halves."""
        self._selected = ""  # the words it was last opened with
        column = laid_down(self, margins=(0, 7, 0, 8), spacing=6)
        column.addLayout(self._finding())
        self._replacing = self._replace_row()
        column.addWidget(self._replacing)
        self.trouble = Trouble((16, 0, 16, 2))
        column.addWidget(self.trouble)
        self.places = PreviewModel(self)
        self.preview = PreviewList(self.places)
        column.addWidget(self.preview)
        self.remark = Words("", fonts.small(), "ink2", lines=True)
        self.remark.setContentsMargins(16, 0, 16, 0)
        self.remark.hide()
        column.addWidget(self.remark)
        self._opens: Sequence[frozenset[int]] = ()
        for widget in (self.field, self.replacement, self.preview):
            widget.installEventFilter(self)
        self.places.counted.connect(self._left_out)
        # From what is looked for the next step is what is to stand there, before the buttons beside the field.
        self.setTabOrder(self.field, self.replacement)
        # And nobody closes the bar before the buttons that replace.
        self.setTabOrder(self.preview_button, self.preview)
        self.setTabOrder(self.preview, self.close_button)
        self._replacing.hide()
        self.preview.hide()
        self.hide()

    def _finding(self) -> QHBoxLayout:
        line, field, buttons = self._halved(spacing=4)
        self.field = line_field("Find in the text", "Find in the text")
        self.count = Words("", fonts.small(), "ink2")
        self.count.setFixedWidth(_COUNT)
        self.previous = IconButton("caret-up", "Previous place (Shift+Enter)", size=16)
        self.next = IconButton("caret-down", "Next place (Enter)", size=16)
        self.case = Toggle("Aa", "Match capital letters")
        self.words = Toggle("W", "Whole words only")
        self.regex = Toggle(".*", "Regular expression")
        self.close_button = IconButton("x", "Close (Esc)", size=16)
        field.addWidget(self.field)
        field.addSpacing(8)
        field.addWidget(self.count)
        for button in (self.previous, self.next):
            buttons.addWidget(button)
        buttons.addSpacing(8)
        self.regex.toggled.connect(self._read_as_words)
        for toggle in (self.case, self.words, self.regex):
            buttons.addWidget(toggle)
            toggle.toggled.connect(self._changed)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        self.field.textChanged.connect(self._changed)
        self.next.clicked.connect(lambda: self.step.emit(1))
        self.previous.clicked.connect(lambda: self.step.emit(-1))
        self.close_button.clicked.connect(self.close_bar)
        return line

    def _replace_row(self) -> QWidget:
        row = QWidget()
        line, field, buttons = self._halved(spacing=6)
        row.setLayout(line)
        self.replacement = line_field("Replace with", "Replace with")
        self.replace_button = Button("Replace", height=26)
        self.all_button = Button("Replace all", height=26)
        self.preview_button = Button("Preview", form="plain", height=26)
        field.addWidget(self.replacement)
        field.addSpacing(6)
        for button in (self.replace_button, self.all_button, self.preview_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.replacement.textChanged.connect(self._replacement_changed)
        self.replace_button.clicked.connect(lambda: self.replace_one.emit(self.replacement.text()))
        self.all_button.clicked.connect(self._replace_all)
        self.preview_button.clicked.connect(self._ask_preview)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _BESIDE + _FIELD_LEAST
        for line in self._lines:
            line.setDirection(QHBoxLayout.Direction.TopToBottom if narrow else QHBoxLayout.Direction.LeftToRight)
        for field in (self.field, self.replacement):
            beside = _COUNT_BESIDE if narrow else _BESIDE
            field.setFixedWidth(max(_FIELD_LEAST, min(_FIELD_MOST, self.width() - beside)))

    def _halved(self, *, spacing: int) -> tuple[QHBoxLayout, QHBoxLayout, QHBoxLayout]:
        """A line with two halves, which stand one under the other where the bar is narrow."""
        line = laid_across(margins=(16, 0, 10, 0), spacing=spacing)
        first, second = laid_across(spacing=spacing), laid_across(spacing=spacing)
        line.addLayout(first)
        line.setAlignment(first, Qt.AlignmentFlag.AlignLeading)
        line.addLayout(second, 1)
        self._lines.append(line)
        return line, first, second

    # What app says

    def open(self, words: str = "", replace: bool = False) -> None:
        """Show the bar, with the words looked for if there are any, ready to type; in an expression they are words."""
        self._replacing.setVisible(replace)
        if not replace:
            self._end_preview()
        self.show()
        self._selected = words or self._selected
        if self.regex.isChecked():
            words = _as_expression(words)
        if words and words != self.field.text():
            self.field.setText(words)
        else:
            self._changed()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _read_as_words(self, expression: bool) -> None:
        """Selected words that were written as an expression are words again where none is looked for."""
        if not expression and self._selected and self.field.text() == _as_expression(self._selected):
            self.field.setText(self._selected)

    @property
    def query(self) -> tuple[str, bool, bool, bool]:
        """Text, regular expression, capital letters, whole words: as `query_changed` tells them."""
        return (self.field.text(), self.regex.isChecked(), self.case.isChecked(), self.words.isChecked())

    @property
    def replaces(self) -> bool:
        """Whether what is found may be replaced."""
        return self._replacing.isVisibleTo(self)

    def show_count(self, place: int, places: int, aloud: str | None = None) -> None:
        """Say where the caret is among the places; `place` counts from 1, 0 is before them all.

        `aloud` is the place in words, said behind the count; "" says nothing, None the count where it is another.
        """
        self.trouble.hide()
        self._places = places
        if not self.field.text():
            words = ""
        elif places == 0:
            words = "Nothing found"
        elif place == 0:
            words = counted(places, "place")
        else:
            words = f"{figure(place)} of {figure(places)}"
        if aloud or (aloud is None and words != self.count.text()):
            say(self.field, f"{words}, {aloud}" if aloud else words)
        self.count.setText(words)
        self.count.setAccessibleName(words)
        if self.preview.isVisibleTo(self) and places != len(self.places.rows):
            self._end_preview()
        self._enable()

    def show_error(self, sentence: str) -> None:
        """Say in one sentence why nothing can be looked for, as of a pattern that is none."""
        if sentence != self.trouble.text():
            say(self.field, sentence)
        self.trouble.tell(sentence)
        self._places = 0
        self.count.setText("")
        self._end_preview()
        self._enable()

    def show_preview(self, rows: Sequence[PreviewRow]) -> None:
        """Show what replacing would do; nothing is replaced yet, and `show_opened` may follow."""
        self._opens = ()
        self.places.show_rows(rows)
        self.preview.setVisible(bool(rows))
        self.preview.want(min(len(rows) * self.preview.sizeHintForRow(0), _PREVIEW_MOST))
        self._say_left_out()

    def show_opened(self, text: str, opens: Sequence[frozenset[int]]) -> None:
        """Say beside the preview of a replacement how many agreed paragraphs would be open again: of each the numbers
        of the places of which each opens it."""
        if self.preview.isVisibleTo(self) and text == self.replacement.text():
            self._opens = opens
            self._say_left_out()
            if self.remark.text():
                say(self.preview, self.remark.text())

    # What the user does

    def _changed(self) -> None:
        self._end_preview()
        self.query_changed.emit(*self.query)

    def _replacement_changed(self) -> None:
        self._end_preview()
        if self.trouble.isVisibleTo(self):
            # What was wrong may have been the replacement: the places are there again once it is another.
            self.query_changed.emit(*self.query)

    def _enable(self) -> None:
        found = self._places > 0
        buttons = (self.previous, self.next, self.replace_button, self.all_button, self.preview_button)
        if not found and any(button.hasFocus() for button in buttons):
            # Else Qt hands it to the next that can have it, which closes the bar.
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        for button in buttons:
            button.setEnabled(found)

    def _ask_preview(self) -> None:
        if self.preview.isVisibleTo(self):
            self._end_preview()
        else:
            self.preview_wanted.emit(self.replacement.text())

    def _end_preview(self) -> None:
        if self.preview.isVisibleTo(self):
            self.preview.hide()
            self.places.show_rows(())

    def _left_out(self) -> None:
        self._say_left_out()
        if self.preview.isVisibleTo(self):
            self.left_out.emit(self.replacement.text(), self.places.left_out)

    def _say_left_out(self) -> None:
        shown = self.preview.isVisibleTo(self)
        left_out = len(self.places.left_out)
        taken = len(self.places.rows) - left_out
        self.all_button.setText(f"Replace {figure(taken)}" if shown and left_out else "Replace all")
        self.all_button.setEnabled(self._places > 0 and (taken > 0 or not shown))
        self.all_button.updateGeometry()
        self.remark.setText(would_open(how_many_open(self._opens, self.places.left_out)) if shown else "")
        self.remark.setVisible(bool(self.remark.text()))
        self.preview_button.setText("Close preview" if shown else "Preview")
        self.preview_button.updateGeometry()

    def _replace_all(self) -> None:
        left_out = self.places.left_out if self.preview.isVisibleTo(self) else frozenset[int]()
        self._end_preview()
        self.replace_all.emit(self.replacement.text(), left_out)

    def close_bar(self) -> None:
        """Go away; whoever listens gives the focus back to the text."""
        self._end_preview()
        self.closed.emit()  # before it is hidden, as a popover
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if enter and watched is self.field:
                if self._places:
                    self.step.emit(-1 if back else 1)
                return True
            if enter and watched is self.replacement:
                if self._places:
                    self.replace_one.emit(self.replacement.text())
                return True
            if enter and watched is self.preview:
                self._replace_all()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            return
        super().keyPressEvent(event)


def _as_expression(words: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", words)
