"""A panel over the window with a field and grouped rows under it: what the palette and the search have in common."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from widgets.paper.direction import is_right_to_left
from widgets.paper.scroll_bar import give_quiet_scroll_bar
from widgets.theme import fonts
from widgets.theme import tokens as appearance
from widgets.theme.roles import Role, speak_as
from widgets.theme.saying import say
from widgets.theme.surfaces import Sign, Words
from widgets.theme.tokens import Measures, theme_changed

Index = QModelIndex | QPersistentModelIndex
_WIDTH, _TOP, _ROWS = 640, 84, 11
HEAD = 26
"""Height of the line before a group."""
ENTRY = Qt.ItemDataRole.UserRole


class GroupedRows(QAbstractListModel):
    """Rows with a head before each group; heads, which are plain strings, cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[object] = []

    def show_groups(self, rows: Sequence[tuple[str, object]]) -> None:
        """Show other rows, each with the head of its group, already in the order of their groups."""
        self.beginResetModel()
        self._rows = []
        group = None
        for head, row in rows:
            if head and head != group:
                self._rows.append(head)
            group = head
            self._rows.append(row)
        self.endResetModel()

    def spoken(self, row: object) -> str:
        """A row in words."""
        return str(row)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ENTRY:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row if isinstance(row, str) else self.spoken(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class RaisedPanel(QFrame):
    """The raised ground with its one shadow: of what lies over the window for a moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme_changed.connect(self._shade)
        self._shade(None)

    def _shade(self, _tokens: object) -> None:
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 6)
        shadow.setColor(appearance.current().shadow)
        self.setGraphicsEffect(shadow)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.line2, tokens.raised_border))
        painter.setBrush(tokens.raised)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), Measures.RADIUS_POPOVER, Measures.RADIUS_POPOVER
        )
        painter.end()


def keeps_letter(event: QEvent) -> bool:
    """Whether an event is a letter that an act of the page below would take; it is kept from it."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    letter = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier and event.text().isalnum()
    if letter:
        event.accept()
    return letter


class BareField(QLineEdit):
    """The words looked for: a bare line, since the panel is its frame."""

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setFixedHeight(52)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.raised)
        font, text = fonts.sans(16), self.text()
        layout = QTextLayout(text, font)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(1e6)
        layout.endLayout()
        metrics = QFontMetricsF(font)
        mirrored = is_right_to_left(text) or (not text and self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        caret = _x(line.cursorToX(self.cursorPosition()))
        room, width = float(self.width()), line.naturalTextWidth()
        shift = room - 4 - width if mirrored else 0.0
        shift -= min(0.0, caret + shift) + max(0.0, caret + shift - room + 8)
        top = (self.height() - line.height()) / 2
        if not text:
            painter.setFont(font)
            painter.setPen(tokens.ink3)
            place = QRectF(3, 0, room - 6, self.height())
            hint = metrics.elidedText(self.placeholderText(), Qt.TextElideMode.ElideRight, room - 6)
            painter.setLayoutDirection(self.layoutDirection())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, hint)
        selected: list[QTextLayout.FormatRange] = []
        if self.hasSelectedText():
            chosen = QTextLayout.FormatRange()
            chosen.start, chosen.length = self.selectionStart(), len(self.selectedText())
            chosen.format = QTextCharFormat()
            chosen.format.setBackground(tokens.sel)
            selected.append(chosen)
        painter.setPen(tokens.ink)
        layout.draw(painter, QPointF(shift, top), selected)
        painter.fillRect(QRectF(min(caret + shift, room - 2), self.height() / 2 - 10, 1.5, 20), tokens.ink)
        painter.end()


def _x(place: object) -> float:
    """A caret's x: PySide gives the place asked for beside it."""
    found = place[0] if isinstance(place, tuple) else place
    return float(found)  # type: ignore[arg-type]


class Popover(QWidget):
    """Over the window: a field, and rows that arrows and Enter choose from. Esc, or a click beside it, closes it.

    `looked_for(str)` tells every change of the field.
    """

    closed = Signal()
    looked_for = Signal(str)

    def __init__(
        self, parent: QWidget, field: BareField, rows: GroupedRows, delegate: QStyledItemDelegate, foot: str
    ) -> None:
        super().__init__(parent)
        self._panel = RaisedPanel(self)
        speak_as(self, Role.Dialog, field.accessibleName())
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(2, 2, 2, 2)  # within the border of every appearance
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(18, 0, 18, 0)
        head.setSpacing(14)
        head.addWidget(Sign("magnifying-glass", "ink", 18))
        self.field = field
        head.addWidget(self.field, 1)
        self.beside = Words("", fonts.small(), "ink3")
        head.addWidget(self.beside)
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
        words = Words(foot, fonts.small(), "ink3")
        words.setContentsMargins(18, 9, 18, 9)
        column.addWidget(words)
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
        most = min(_ROWS * Measures.ROW_PALETTE, parent.height() - _TOP - 140)
        # The height of a row may follow from the width of the list.
        self.list.setFixedWidth(width - 4)
        rows = 0
        for row in range(self.entries.rowCount()):
            rows += self.list.sizeHintForIndex(self.entries.index(row, 0)).height()
            if rows >= most:
                break
        self.list.setFixedHeight(max(0, min(rows, most)))
        self.nothing.setVisible(self.entries.rowCount() == 0 and bool(self.nothing.text()))
        layout = self._panel.layout()
        if layout is not None:
            layout.activate()
        height = self._panel.sizeHint().height()
        if layout is not None and layout.hasHeightForWidth():
            height = layout.heightForWidth(width)
        self._panel.setGeometry((parent.width() - width) // 2, _TOP, width, height)

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

    def _take(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if entry is not None and not isinstance(entry, str):
            self.close_popover()
            self.take(entry)

    def take(self, entry: object) -> None:
        """Do what the chosen row stands for; the panel is closed already."""
        raise NotImplementedError

    def close_popover(self) -> None:
        """Go away; the focus returns to where it was."""
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._step(1 if key in (Qt.Key.Key_Down, Qt.Key.Key_Tab) else -1)
                return True
            if key == Qt.Key.Key_Escape:
                self.close_popover()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: object) -> None:
        self.close_popover()
