"""The versions of a paragraph, oldest first: whose each is, and what changed against the one before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from widgets.lineage.view import VersionRow
from widgets.merge.paragraphs import Paragraphs, spoken
from widgets.paper import type as letters
from widgets.paper.scroll_bar import give_quiet_scroll_bar
from widgets.theme import fonts
from widgets.theme import tokens as appearance
from widgets.theme.controls import Button
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.roles import Role, speak_as
from widgets.theme.surfaces import Surface, Words
from widgets.theme.tokens import theme_changed

_ASIDE, _TEXT = 190, 680


class Version(QWidget):
    """A row: at the side the draft, then what happened and the words.

    `compare_wanted()` and `read_wanted()` from its buttons or keys, `step_wanted(int)` for a row further down or up.
    """

    compare_wanted = Signal()
    read_wanted = Signal()
    step_wanted = Signal(int)

    def __init__(self, row: VersionRow, stem: str = "", parent: QWidget | None = None) -> None:
        """A row; `stem` is what the draft is called that it comes from, where that is not the one above it."""
        super().__init__(parent)
        self.row = row
        self.says = _says(row, stem)
        self._whole = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        speak_as(self, Role.ListItem, _spoken(row, self.says))
        line = laid_across(self, margins=(24, 13, 24, 13), spacing=20)
        line.addLayout(self._draft())
        line.addLayout(self._words(), 1)
        line.addLayout(self._acts())
        theme_changed.repaint(self)
        self._show_acts()

    def _draft(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        there = self.row.position is not None
        self.draft = Words(self.row.draft.label, fonts.serif(15, 600), "ink" if there else "ink3", lines=True)
        about = (words for words in (self.row.draft.date, self.row.draft.author) if words)
        below = (Words(words, fonts.small(), "ink2" if there else "ink3", lines=True) for words in about)
        for words in (self.draft, *below):
            # However long a name is, the words of the paragraph begin in one place in every row.
            words.setFixedWidth(_ASIDE)
            words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
            column.addWidget(words)
        column.addStretch(1)
        return column

    def _words(self) -> QVBoxLayout:
        row = self.row
        column = QVBoxLayout()
        column.setSpacing(4)
        if row.position is None:
            column.addWidget(Words("Does not stand in this draft", fonts.small(), "ink3"))
            column.addStretch(1)
            return column
        head = QHBoxLayout()
        head.setSpacing(8)
        if row.label:
            head.addWidget(Words(row.label, fonts.ui(600)))
        head.addWidget(Words(self.says, fonts.ui(), "ink2"))
        if row.by:
            head.addWidget(Words(row.by, fonts.small(), "ink3"), 1)
        else:
            head.addStretch(1)
        column.addLayout(head)
        if row.proposed:
            column.addWidget(Words(f"Move {row.proposed}", fonts.small(), "ink2", lines=True))
        self.words = Paragraphs(letters.COMPARE, "Its words")
        self.words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.words.setMaximumWidth(_TEXT)
        self.words.show_paragraphs([row.words or row.whole])
        if not row.words:
            self.words.hide()
        self.words.fold_pressed.connect(self.unfold)
        column.addWidget(self.words)
        column.addStretch(1)
        return column

    def _acts(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        self.compare_button = Button("Compare", key="Enter", height=26)
        self.read_button = Button("Read", key="R", height=26)
        names = {self.compare_button: "Compare with the version before", self.read_button: "Read this draft here"}
        for button, name in names.items():
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(button is self.read_button or self.row.former is not None)
            button.setSizePolicy(policy)
            button.setAccessibleName(f"{name}: {self.row.draft.label}")
            button.setToolTip(name)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignTrailing)
        # The words are as wide in every row.
        column.addStrut(self.compare_button.sizeHint().width())
        self.compare_button.clicked.connect(self.compare_wanted)
        self.read_button.clicked.connect(self.read_wanted)
        column.addStretch(1)
        return column

    @property
    def _busy(self) -> bool:
        inside = self.compare_button.hasFocus() or self.read_button.hasFocus()
        return self.underMouse() or self.hasFocus() or inside

    def _show_acts(self) -> None:
        shown = self._busy and self.row.position is not None
        self.compare_button.setVisible(shown and self.row.former is not None)
        self.read_button.setVisible(shown)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self._show_acts()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._show_acts()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        # To its own buttons the row does not lose them.
        if event.reason() not in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._show_acts()
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._press()

    def _press(self) -> None:
        if self.row.position is None:
            return
        if self.row.former is not None:
            self.compare_wanted.emit()
        else:
            self.read_wanted.emit()

    def unfold(self) -> None:
        """Show all words, or fold again what did not change."""
        if self.row.position is not None:
            self._whole = not self._whole
            self.words.show_paragraphs([self.row.whole if self._whole or not self.row.words else self.row.words])
            self.words.setVisible(self._whole or bool(self.row.words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, key = Qt.Key, event.key()
        if key in (keys.Key_Return, keys.Key_Enter):
            self._press()
        elif key == keys.Key_R and self.row.position is not None:
            self.read_wanted.emit()
        elif key == keys.Key_Space:
            self.unfold()
        elif key in (keys.Key_Down, keys.Key_Up):
            self.step_wanted.emit(1 if key == keys.Key_Down else -1)
        elif key in (keys.Key_Home, keys.Key_End):
            self.step_wanted.emit(-1_000_000 if key == keys.Key_Home else 1_000_000)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        inside = self.compare_button.hasFocus() or self.read_button.hasFocus()
        if self.hasFocus() or inside:
            painter.fillRect(self.rect(), tokens.sel)
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            painter.fillRect(self.width() - 3 if rtl else 0, 0, 3, self.height(), tokens.ink)
        elif self.underMouse():
            painter.fillRect(self.rect(), tokens.hover)
        painter.fillRect(24, self.height() - 1, self.width() - 48, 1, tokens.line)
        painter.end()


def _says(row: VersionRow, stem: str) -> str:
    """ "Reworded, OP4 before, from A/C.2/80/L.39": what happened, and since when where that is not above."""
    said = [row.says]
    if row.former_label not in ("", row.label):
        said.append(f"{row.former_label} before")
    if stem:
        said.append(f"from {stem}")
    return ", ".join(said)


def _stems(rows: Sequence[VersionRow]) -> list[str]:
    """For each row what the draft is called that its words are marked against, "" where that is the one above."""
    names = {row.draft.node: row.draft.label for row in rows}
    order = list(names)
    stems = []
    for row in rows:
        at = order.index(row.draft.node)
        above = order[at - 1] if at else None
        stems.append(names.get(row.former[0], "") if row.former is not None and row.former[0] != above else "")
    return stems


def _spoken(row: VersionRow, says: str) -> str:
    draft = ", ".join(part for part in (row.draft.label, row.draft.line) if part)
    if row.position is None:
        return f"{draft}: does not stand in this draft"
    move = f"move {row.proposed}" if row.proposed else ""
    what = ", ".join(part for part in (row.label, says, move, row.by) if part)
    return f"{draft}: {what}. {spoken(row.whole)}"


class Versions(QScrollArea):
    """All versions; `compare_wanted(VersionRow)`, `read_wanted(VersionRow)`."""

    compare_wanted = Signal(object)
    read_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Version] = []
        self._here = 0
        self._ground = Surface("paper")
        self._column = laid_down(self._ground, margins=(0, 6, 0, 12))
        self._column.addStretch(1)
        self.setWidget(self._ground)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        give_quiet_scroll_bar(self, "paper")
        speak_as(self, Role.List, "Versions of the paragraph, oldest first")

    def show_versions(self, rows: Sequence[VersionRow], here: int) -> None:
        """Show other versions, and have the one in sight that one comes from."""
        for old in self.rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [Version(row, stem) for row, stem in zip(rows, _stems(rows), strict=True)]
        for at, version in enumerate(self.rows):
            version.compare_wanted.connect(lambda row=version.row: self.compare_wanted.emit(row))
            version.read_wanted.connect(lambda row=version.row: self.read_wanted.emit(row))
            version.step_wanted.connect(lambda by, at=at: self.go_to(at + by))
            self._column.insertWidget(at, version)
            # Qt would show it a moment later, and the keyboard could not come to it before.
            version.show()
        self._here = here
        QTimer.singleShot(0, self, self._show_here)

    def _show_here(self) -> None:
        ground = self._ground
        waits = self._column.geometry().isNull() or ground.height() < ground.minimumSizeHint().height()
        if waits and self.isVisible():
            # Rows have other heights as soon as they have their width, and are laid out once more then.
            QTimer.singleShot(0, self, self._show_here)
        elif self._here < len(self.rows):
            # Those before it above it, as far as there is room; of one that is higher than the page its beginning.
            row = self.rows[self._here].geometry()
            self.verticalScrollBar().setValue(min(row.top() - 8, row.bottom() + 8 - self.viewport().height()))

    def go_to(self, at: int) -> None:
        """Put the keyboard on a row and bring it into sight."""
        if not self.rows:
            return
        row = self.rows[max(0, min(len(self.rows) - 1, at))]
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bring(row)

    def _bring(self, row: Version) -> None:
        """Have a row in sight; of one that is higher than the page, its beginning."""
        place, bar = row.geometry(), self.verticalScrollBar()
        bar.setValue(min(max(bar.value(), place.bottom() + 8 - self.viewport().height()), place.top() - 8))

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Qt brings what is higher than the page to its middle.
        went = super().focusNextPrevChild(forward)
        row = next((row for row in self.rows if row.hasFocus()), None)
        if went and row is not None:
            self._bring(row)
        return went

    @property
    def current(self) -> QWidget:
        """The row with the keyboard, else the one that was shown first."""
        focus = next((row for row in self.rows if row.hasFocus()), None)
        return focus or (self.rows[self._here] if self._here < len(self.rows) else self)
