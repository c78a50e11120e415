"""The ledger of a Word file: what is read and edited, what comes back as it is, what was not followed, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.telling.figures import figure
from widgets.paper.scroll_bar import scroll_area
from widgets.paper.type import serif
from widgets.theme import fonts
from widgets.theme import tokens as appearance
from widgets.theme.controls import Button
from widgets.theme.focus import Ringed
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.roles import Role, speak_as
from widgets.theme.surfaces import Sign, Surface, Words
from widgets.theme.tokens import Measures

_COLUMN, _FOOT = 640, 54
_SIGNS = {
    "edited": ("check", "agreed"),
    "kept": ("equals", "ink3"),
    "kept-while-unchanged": ("warning-fill", "bracketed"),
    "not-followed": ("lock-simple", "ink3"),
}


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A kind of thing: what it is, what else there is to say, how many, and the first paragraph it stands in."""

    title: str
    remark: str
    count: int
    place: int | None = None


@dataclass(frozen=True)
class LedgerView:
    """The ledger of a file: a sentence, and the groups by their names in the program and for the eye."""

    file: str
    headline: str
    groups: tuple[tuple[str, str, tuple[LedgerRow, ...]], ...] = field(repr=False)


class LedgerPage(QWidget):
    """`place_wanted(int)` for a paragraph of the draft, `text_wanted()` for the text, `copy_wanted()`; `moved()` when
    other rows are in sight."""

    moved = Signal()
    place_wanted = Signal(int)
    text_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[_Row] = []
        self.go_on = Button("Read the text", form="ink")
        self.copy = Button("Copy as text")
        self.name = Words("", fonts.ui(600))
        bar = Surface("panel", "bottom")
        bar.setFixedHeight(Measures.PAGE_BAR)
        line = QHBoxLayout(bar)
        line.setContentsMargins(24, 0, 24, 1)
        line.addWidget(self.name, 1)
        foot = Surface("panel", "top")
        foot.setFixedHeight(_FOOT)
        buttons = laid_across(foot, margins=(24, 1, 24, 0), spacing=8)
        buttons.addStretch(1)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.go_on)
        self._area = scroll_area("paper")
        column = laid_down(self)
        column.addWidget(bar)
        column.addWidget(self._area, 1)
        column.addWidget(foot)
        self.go_on.clicked.connect(self.text_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self._area.verticalScrollBar().valueChanged.connect(lambda _value: self.moved.emit())

    def show_ledger(self, view: LedgerView) -> None:
        """Show the ledger of another file."""
        self.name.setText(view.file)
        self.rows = []
        ground = Surface("paper")
        across = QHBoxLayout(ground)
        across.setContentsMargins(24, 28, 24, 28)
        sheet = QWidget()
        speak_as(sheet, Role.List, view.headline)
        sheet.setMaximumWidth(_COLUMN)
        column = laid_down(sheet)
        column.addWidget(Words(view.headline, serif(18, 600), lines=True))
        column.addSpacing(2)
        note = "They come back when a file is written on this one, except where a line says otherwise."
        column.addWidget(Words(note, fonts.ui(), "ink2", lines=True))
        for group, name, rows in view.groups:
            self._add_group(column, group, name, rows)
        column.addStretch(1)
        across.addStretch(1)
        across.addWidget(sheet, 8)
        across.addStretch(1)
        self._area.setWidget(ground)
        ground.show()

    def _add_group(self, column: QVBoxLayout, group: str, name: str, rows: Sequence[LedgerRow]) -> None:
        column.addSpacing(18)
        head = QHBoxLayout()
        head.addWidget(Words(name, fonts.micro(600), "ink2"), 1)
        if group != "edited":
            head.addWidget(Words("how many", fonts.micro(400), "ink3"))
        column.addLayout(head)
        column.addSpacing(4)
        rule = Surface("line2")
        rule.setFixedHeight(1)
        column.addWidget(rule)
        for row in rows:
            shown = _Row(row, group)
            shown.pressed.connect(self.place_wanted)
            column.addWidget(shown)
            self.rows.append(shown)

    @property
    def row_at_top(self) -> int:
        """The first row that is all in sight, -1 for who is at the beginning."""
        seen = self._area.verticalScrollBar().value()
        return next((at for at, row in enumerate(self.rows) if seen and self._top(row) >= seen), -1)

    def look_at_row(self, at: int) -> None:
        """Have a row at the top, as far as there are others below it."""
        QCoreApplication.sendPostedEvents(self._area.widget(), QEvent.Type.LayoutRequest)  # the rows may be new
        self._area.verticalScrollBar().setValue(self._top(self.rows[at]))

    @staticmethod
    def _top(row: QWidget) -> int:
        """How far below the beginning of the page a row stands."""
        above = row.parentWidget()
        return row.y() + (above.y() if above is not None else 0)

    @property
    def reading(self) -> QWidget:
        """What has the keyboard first."""
        return self.go_on

    @property
    def parts(self) -> list[QWidget]:
        """What F6 goes round."""
        return [self._area, self.copy, self.go_on]


class _Row(Ringed, QWidget):
    """One kind of thing; where it stands in the text it can be pressed: `pressed(int)` with the paragraph."""

    pressed = Signal(int)

    def __init__(self, row: LedgerRow, group: str) -> None:
        super().__init__()
        self.row = row
        icon, role = _SIGNS[group]
        line = laid_across(self, margins=(0, 7, 0, 8), spacing=12)
        line.addWidget(Sign(icon, role, 16), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(row.title, fonts.ui(), lines=True))
        if row.remark:
            words.addWidget(Words(row.remark, fonts.small(), "ink2", lines=True))
        line.addLayout(words, 1)
        count = "" if group == "edited" else figure(row.count)
        line.addWidget(Words(count, fonts.figures(13), "ink2"), 0, Qt.AlignmentFlag.AlignTop)
        said = ", ".join(part for part in (row.title, row.remark, count) if part)
        speak_as(self, Role.ListItem, said)
        if row.place is not None:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip("Go to its first place in the text (Enter)")
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def _press(self) -> None:
        if self.row.place is not None:
            self.pressed.emit(self.row.place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._press()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        if self.row.place is not None and self.underMouse():
            painter.fillRect(self.rect(), tokens.hover)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)
        painter.end()
