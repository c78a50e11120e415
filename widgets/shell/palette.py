"""Jump or find: one field over the window; type OP7, a symbol or words, Enter goes there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from widgets.paper.scroll_bar import give_quiet_scroll_bar
from widgets.theme import fonts, icons
from widgets.theme import tokens as appearance
from widgets.theme.controls import key_width, paint_key
from widgets.theme.surfaces import Sign, Words
from widgets.theme.tokens import Measures, theme_changed

Index = QModelIndex | QPersistentModelIndex
_WIDTH, _TOP, _ROWS = 640, 84, 11
_HEAD = 26
ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Entry:
    """Something to go to or do. `found` is the words that were looked for; `text` a serif line where `serif`."""

    group: str
    icon: str
    label: str
    text: str
    hint: str = ""
    key: str = ""
    found: str = ""
    serif: bool = True
    act: Callable[[], None] = field(default=lambda: None)


class EntryList(QAbstractListModel):
    """Entries with a head before each group; heads cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Entry | str] = []

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries, already in the order of their groups."""
        self.beginResetModel()
        self._rows = []
        group = None
        for entry in entries:
            if entry.group != group:
                group = entry.group
                self._rows.append(group)
            self._rows.append(entry)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ENTRY:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(row, str):
                return row
            return ", ".join(part for part in (row.label, row.text, row.hint, row.key) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @property
    def height(self) -> int:
        """Pixels of all rows."""
        return sum(_HEAD if isinstance(row, str) else Measures.ROW_PALETTE for row in self._rows)


class EntryDelegate(QStyledItemDelegate):
    """Icon, label, text with the hit on its ground, hint or key."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, _HEAD if isinstance(index.data(ENTRY), str) else Measures.ROW_PALETTE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, entry = appearance.current(), index.data(ENTRY)
        place = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        lead = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter

        def box(start: float, width: float, height: float = 24) -> QRectF:
            rect = QRect(
                round(place.left() + start), round(place.center().y() - height / 2), round(width), round(height)
            )
            return QRectF(QStyle.visualRect(option.direction, option.rect, rect))

        if isinstance(entry, str):
            painter.setFont(fonts.micro(600))
            painter.setPen(tokens.ink3)
            painter.drawText(box(18, place.width() - 36), lead, entry)
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, tokens.sel)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, tokens.hover)
        icons.paint(painter, box(18, 16, 16), entry.icon, tokens.ink2)
        end = place.width() - 18
        if entry.key:
            width = key_width(entry.key)
            paint_key(painter, box(end - width, width, 18), entry.key, tokens.ink2, tokens.line2)
            end -= width + 12
        if entry.hint:
            painter.setFont(fonts.small())
            width = QFontMetricsF(fonts.small()).horizontalAdvance(entry.hint)
            painter.setPen(tokens.ink3)
            painter.drawText(box(end - width - 2, width + 2), lead, entry.hint)
            end -= width + 14
        start = 46.0
        if entry.label:
            font = fonts.micro(500) if entry.serif else fonts.ui(500)
            room = 68.0 if entry.serif else end - start
            painter.setFont(font)
            painter.setPen(tokens.ink2 if entry.serif else tokens.ink)
            label = QFontMetricsF(font).elidedText(entry.label, Qt.TextElideMode.ElideRight, room)
            painter.drawText(box(start, room + 4), lead, label)
            start += 74
        if entry.text and end > start:
            self._paint_text(painter, box(start, end - start), entry)
        painter.restore()

    def _paint_text(self, painter: QPainter, place: QRectF, entry: Entry) -> None:
        tokens = appearance.current()
        font = fonts.serif(15) if entry.serif else fonts.ui()
        metrics = QFontMetricsF(font)
        text = metrics.elidedText(_window(entry.text, entry.found), Qt.TextElideMode.ElideRight, place.width())
        at = text.casefold().find(entry.found.casefold()) if entry.found else -1
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if at >= 0 and not rtl:
            start = metrics.horizontalAdvance(text[:at])
            width = metrics.horizontalAdvance(text[: at + len(entry.found)]) - start
            painter.fillRect(QRectF(place.left() + start - 1, place.top() + 1, width + 2, 21), tokens.found)
        painter.setFont(font)
        painter.setPen(tokens.ink)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, text)


def _window(text: str, found: str) -> str:
    """The text from a little before the hit, so that the hit can be seen."""
    at = text.casefold().find(found.casefold()) if found else 0
    if at < 46:
        return text
    start = text.rfind(" ", 0, max(0, at - 24)) + 1
    return f"… {text[start:]}"


class _Panel(QFrame):
    """The raised ground."""

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


class _Field(QLineEdit):
    """The words looked for: a bare line, since the panel is its frame."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setAccessibleName("Jump or find")
        self.setPlaceholderText("OP7, PP3, a draft, or words of the text")

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.raised)
        font = fonts.sans(16)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        lead = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        if not self.text():
            painter.setPen(tokens.ink3)
            painter.drawText(self.rect().adjusted(3, 0, 0, 0), int(lead), self.placeholderText())
        before = metrics.horizontalAdvance(self.text()[: self.cursorPosition()])
        shift = max(0.0, before - self.width() + 8)
        if self.hasSelectedText():
            start = metrics.horizontalAdvance(self.text()[: self.selectionStart()])
            width = metrics.horizontalAdvance(self.selectedText())
            painter.fillRect(QRectF(start - shift, 12, width, self.height() - 24), tokens.sel)
        painter.setPen(tokens.ink)
        painter.drawText(QRectF(-shift, 0, self.width() + shift, self.height()), lead, self.text())
        painter.fillRect(QRectF(before - shift, self.height() / 2 - 10, 1.5, 20), tokens.ink)
        painter.end()


class Palette(QWidget):
    """Over the window; `provider` gives the entries for what is typed. Esc, or a click beside it, closes it."""

    closed = Signal()

    def __init__(self, parent: QWidget, provider: Callable[[str], Sequence[Entry]]) -> None:
        super().__init__(parent)
        self._provider = provider
        self._panel = _Panel(self)
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(18, 0, 18, 0)
        head.setSpacing(14)
        head.addWidget(Sign("magnifying-glass", "ink", 18))
        self.field = _Field(self._panel)
        self.field.setFixedHeight(52)
        head.addWidget(self.field, 1)
        column.addLayout(head)
        self._line = QFrame()
        self._line.setFixedHeight(1)
        self._line.setAutoFillBackground(True)
        column.addWidget(self._line)
        self.entries = EntryList(self)
        self.list = QListView()
        self.list.setModel(self.entries)
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName("What was found")
        give_quiet_scroll_bar(self.list, "raised")
        self.list.clicked.connect(self._take)
        column.addSpacing(4)
        column.addWidget(self.list)
        self.nothing = Words("", fonts.ui(), "ink2")
        self.nothing.setContentsMargins(18, 12, 18, 12)
        column.addWidget(self.nothing)
        foot = Words("Enter goes there, Esc closes", fonts.small(), "ink3")
        foot.setContentsMargins(18, 9, 18, 9)
        column.addWidget(foot)
        self.field.textChanged.connect(self._look)
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
        shadow = QGraphicsDropShadowEffect(self._panel)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 6)
        shadow.setColor(tokens.shadow)
        self._panel.setGraphicsEffect(shadow)

    def open(self, words: str = "") -> None:
        """Show the palette over its window, ready to type."""
        self.place()
        self.show()
        self.raise_()
        self.field.setText(words)
        self._look(words)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def place(self) -> None:
        """Lie over the whole parent, as large as what was found."""
        parent = self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        width = min(_WIDTH, parent.width() - 32)
        rows = min(self.entries.height, _ROWS * Measures.ROW_PALETTE, parent.height() - _TOP - 140)
        self.list.setFixedHeight(max(0, rows))
        self.nothing.setVisible(self.entries.rowCount() == 0)
        layout = self._panel.layout()
        if layout is not None:
            layout.activate()
        self._panel.setGeometry((parent.width() - width) // 2, _TOP, width, self._panel.sizeHint().height())

    def _look(self, words: str) -> None:
        self.entries.show_entries(self._provider(words.strip()))
        self.nothing.setText(f"Nothing here is called “{words.strip()}”.")
        self._step(1, start=-1)
        self.place()

    def _step(self, by: int, start: int | None = None) -> None:
        count = self.entries.rowCount()
        row = self.list.currentIndex().row() if start is None else start
        for _ in range(count):
            row = (row + by) % count
            index = self.entries.index(row, 0)
            if isinstance(index.data(ENTRY), Entry):
                self.list.setCurrentIndex(index)
                return

    def _take(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, Entry):
            self.close_palette()
            entry.act()

    def close_palette(self) -> None:
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
                self.close_palette()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: object) -> None:
        self.close_palette()
