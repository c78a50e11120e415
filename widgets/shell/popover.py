"""A panel over the window with a field and grouped rows under it: what the palette and the search have in common."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from widgets.paper.scroll_bar import give_quiet_scroll_bar
from widgets.shell.bare_field import BareField
from widgets.shell.grouped_rows import ENTRY, GroupedRows
from widgets.shell.raised_panel import RaisedPanel
from widgets.theme import fonts
from widgets.theme import tokens as appearance
from widgets.theme.laid import laid_across
from widgets.theme.roles import Role, speak_as
from widgets.theme.saying import say
from widgets.theme.surfaces import Sign, Words
from widgets.theme.tokens import Measures, theme_changed

_WIDTH, _TOP, _ROWS, _EDGE = 640, 84, 11, 8
HEAD = 26
"""Height of the line before a group."""


class Popover(QWidget):
    """Over the window: a field, and rows that arrows and Enter choose from. Esc, or a click beside it, closes it.

    `looked_for(str)` tells every change of the field; `left()` as it goes with nothing chosen, `closed()` else.
    """

    left = Signal()
    closed = Signal()
    looked_for = Signal(str)

    def __init__(
        self, parent: QWidget, field: BareField, rows: GroupedRows, delegate: QStyledItemDelegate, foot: str
    ) -> None:
        super().__init__(parent)
        self.above_rows = 0
        """Pixels of what stands between the field and the rows."""
        self._panel = RaisedPanel(self)
        speak_as(self, Role.Dialog, field.accessibleName())
        self.column = column = QVBoxLayout(self._panel)
        """The field, the line under it, the rows, what is said where there are none, and the keys."""
        column.setContentsMargins(2, 2, 2, 2)  # within the border of every appearance
        column.setSpacing(0)
        head = laid_across(margins=(18, 0, 18, 0), spacing=14)
        head.addWidget(Sign("magnifying-glass", "ink", 18))
        self.field = field
        head.addWidget(self.field, 1)
        self.beside = Words("", fonts.small(), "ink3")
        head.addWidget(self.beside)
        self.beside.hide()  # nothing is said there yet
        column.addLayout(head)
        self._line = QFrame()
        self._line.setFixedHeight(1)
        self._line.setAutoFillBackground(True)
        column.addWidget(self._line)
        self.entries = rows
        self.list = QListView()
        self.list.setModel(self.entries)
        delegate.setParent(self.list)
        self.list.setItemDelegate(delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName("What was found")
        # The first rows at once, the rest when there is time: the height of a row may need its words laid out.
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setBatchSize(40)
        give_quiet_scroll_bar(self.list, "raised")
        self.list.clicked.connect(self._take)
        column.addSpacing(4)
        column.addWidget(self.list)
        self.nothing = Words("", fonts.ui(), "ink2", lines=True)
        self.nothing.setContentsMargins(18, 12, 18, 12)
        column.addWidget(self.nothing)
        self.keys, self._keys_of_rows = Words("", fonts.small(), "ink3"), foot
        self.keys.setContentsMargins(18, 9, 18, 9)
        column.addWidget(self.keys)
        self.field.textChanged.connect(self.looked_for)
        self.field.installEventFilter(self)
        theme_changed.connect(self._dress)
        self._dress(None)
        self.hide()

    def _dress(self, _tokens: object) -> None:
        tokens = appearance.current()
        for widget, role, colour in (
            (self._line, self._line.backgroundRole(), tokens.line),
            (self.list, self.list.palette().ColorRole.Base, tokens.raised),
        ):
            palette = widget.palette()
            palette.setColor(role, QColor(colour))
            widget.setPalette(palette)

    def open(self, words: str = "") -> None:
        """Show the panel over its window, ready to type."""
        self.place()
        self.show()
        self.raise_()
        self.field.setText(words)
        self.field.selectAll()
        self.looked_for.emit(words)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def place(self) -> None:
        """Lie over the whole parent, as large as what was found."""
        parent = self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        width = min(_WIDTH, parent.width() - 32)
        most = self.most_rows
        # The height of a row may follow from the width of the list.
        self.list.setFixedWidth(width - 4)
        rows = 0
        for row in range(self.entries.rowCount()):
            rows += self.list.sizeHintForIndex(self.entries.index(row, 0)).height()
            if rows >= most:
                break
        self.list.setFixedHeight(max(0, min(rows, most)))
        self.keys.setText(self._keys_of_rows if rows else "Esc closes")
        self.nothing.setVisible(self.entries.rowCount() == 0 and bool(self.nothing.text()))
        layout = self._panel.layout()
        if layout is not None:
            layout.activate()
        height = self._panel.sizeHint().height()
        if layout is not None and layout.hasHeightForWidth():
            height = layout.heightForWidth(width)
        # All of it is seen in a low window, or with large letters, as well.
        top = max(_EDGE, min(_TOP, parent.height() - height - _EDGE))
        self._panel.setGeometry((parent.width() - width) // 2, top, width, height)

    @property
    def most_rows(self) -> int:
        """How high rows may stand within the parent, in pixels."""
        parent = self.parentWidget()
        within = parent.height() - _TOP - 140 - self.above_rows if parent is not None else 0
        return min(_ROWS * Measures.ROW_PALETTE, within)

    def choose_first(self) -> None:
        """Put the choice on the first row."""
        self._step(1, start=-1)

    def _step(self, by: int, start: int | None = None) -> None:
        count = self.entries.rowCount()
        row = self.list.currentIndex().row() if start is None else start
        for _ in range(count):
            row = (row + by) % count
            index = self.entries.index(row, 0)
            if not isinstance(index.data(ENTRY), str):
                self.list.setCurrentIndex(index)
                # The focus stays in the field, so that nobody else would say which row is chosen.
                say(self.list, f"{index.data(Qt.ItemDataRole.AccessibleTextRole)}")
                return

    def _page(self, by: int) -> None:
        """As far as is in sight, and no further than the last row or the first."""
        rows = [
            at for at in range(self.entries.rowCount()) if not isinstance(self.entries.index(at, 0).data(ENTRY), str)
        ]
        if not rows:
            return
        here = rows.index(at) if (at := self.list.currentIndex().row()) in rows else 0
        high = max(1, self.list.visualRect(self.entries.index(rows[here], 0)).height())
        wanted = here + by * max(1, self.list.viewport().height() // high - 1)
        self._step(1, start=rows[max(0, min(wanted, len(rows) - 1))] - 1)

    def _take(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if entry is not None and not isinstance(entry, str):
            self._go_away(self.closed)
            self.take(entry)

    def take(self, entry: object) -> None:
        """Do what the chosen row stands for; the panel is closed already."""
        raise NotImplementedError

    def close_popover(self) -> None:
        """Go away with nothing chosen; the keyboard returns to where it was."""
        self._go_away(self.left)

    def _go_away(self, told: SignalInstance) -> None:
        # Before it is hidden: else Qt gives the keyboard to whatever is next, and the page forgets where it had it.
        told.emit()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._step(1 if key in (Qt.Key.Key_Down, Qt.Key.Key_Tab) else -1)
                return True
            if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                self._page(1 if key == Qt.Key.Key_PageDown else -1)
                return True
            if key == Qt.Key.Key_Escape:
                self.close_popover()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_popover()
