"""A draft that is read beside the text that is written, and the line between the two."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.draft.directions import runs_right_to_left
from models.editing.edit import Selection
from widgets.reading.divider import Divider
from widgets.text.ready import ReadyDraft
from widgets.text.side_panels import AcrossPage
from widgets.theme import fonts
from widgets.theme.controls import IconButton
from widgets.theme.laid import laid_across
from widgets.theme.roles import Role, speak_as
from widgets.theme.surfaces import Surface, Words
from widgets.theme.tokens import Measures, Tokens, current, theme_changed
from widgets.writing.marked_sheet import MarkedSheet
from widgets.writing.mirror import cursor_in, selection_in


class ReadSheet(MarkedSheet):
    """The sheet of the draft: it can be selected and copied, and words are found in it.

    It is no paper, and its words are fainter, so that the hand knows where it writes.
    """

    ground = "panel"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme_changed.connect(self._fainter)
        self._fainter(current())

    def _fainter(self, tokens: Tokens) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, tokens.ink2)
        self.setPalette(palette)

    def selection(self) -> Selection:
        """What is selected, or where the caret is."""
        return selection_in(self.textCursor())

    def select(self, selection: Selection) -> None:
        """Select words of a paragraph and bring them into sight; of one not written yet, the paragraph alone."""
        self.come_to(selection.start.position)
        if selection.start.position < self.document().blockCount():
            self.setTextCursor(cursor_in(self.text, selection))
            self.ensureCursorVisible()

    def stand_at(self, position: int, height: float, *, same: bool) -> None:
        """Bring a paragraph to a height of the page, in pixels; it has its ground where it is the `same`."""
        self.come_to(position)
        self._been_somewhere = same
        self.bring_to(position, height)
        self.update()


class ReadingPane(QWidget):
    """`left()` by Esc, `closed()` by its button, `draft_wanted()` where another draft is to be chosen.

    `follow` is checked while it moves with the text.
    """

    left = Signal()
    closed = Signal()
    draft_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        speak_as(self, Role.Grouping, "Another draft")
        self.setProperty("help", "beside")
        self.sheet = ReadSheet()
        self.title, self.line = Words("", fonts.small(500), "ink"), Words("", fonts.small(), "ink2")
        self.follow = IconButton("link-simple", "Moves with the text")
        self.follow.setCheckable(True)
        self.follow.setChecked(True)
        self.choose = IconButton("caret-down", "Another draft", size=16)
        self.close_button = IconButton("x", "Close this draft", size=16)
        head = Surface("panel", "bottom")
        head.setFixedHeight(Measures.PAGE_BAR)
        across = laid_across(head, margins=(16, 0, 8, 1), spacing=8)
        across.addWidget(self.title)
        across.addWidget(self.line, 1)
        for button in (self.follow, self.choose, self.close_button):
            across.addWidget(button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.sheet, 1)
        self.choose.clicked.connect(self.draft_wanted)
        self.close_button.clicked.connect(self.closed)

    def set_bar(self, widget: QWidget) -> None:
        """Put a widget between the head and the draft."""
        self._column.insertWidget(1, widget)

    def show_draft(self, ready: ReadyDraft, title: str, line: str) -> None:
        """Show a draft from its beginning."""
        self.title.setText(title)
        self.line.setText(f"{line}, read only" if line else "Read only")
        self.sheet.setAccessibleName(f"{title}, read only")
        self.sheet.set_right_to_left(runs_right_to_left(ready.shown.draft))
        self.sheet.show_text(ready.shown, {}, ready.bracketed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ReadingPart(QWidget):
    """The line and the pane behind it, as wide as their share of the page they stand on."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.divider, self.pane = Divider(page), ReadingPane()
        across = laid_across(self)
        across.addWidget(self.divider)
        across.addWidget(self.pane, 1)
        self._page = page
        behind = page.layout()
        assert isinstance(behind, AcrossPage)
        behind.addWidget(self)
        behind.arranged.connect(self.fit)
        self.fit()
        self.hide()

    def fit(self) -> None:
        """Be as wide as the share says now."""
        self.setFixedWidth(round(self._page.width() * self.divider.share))
