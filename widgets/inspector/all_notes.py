"""All footnotes of the text: mark, words, where each is cited; Enter or a click goes to the next of those places."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.find.snippet import Hit, SnippetLayout
from widgets.inspector.view import NoteRow
from widgets.paper.scroll_bar import give_quiet_scroll_bar
from widgets.paper.type import TextType
from widgets.theme import fonts
from widgets.theme import tokens as appearance
from widgets.theme.tokens import theme_changed

Index = QModelIndex | QPersistentModelIndex
NOTE = Qt.ItemDataRole.UserRole
_TYPE = TextType(13, 18)
_MARK_AT, _TEXT_AT, _END, _PAD = 18, 46, 18, 7


class NoteList(QAbstractListModel):
    """`NoteRow`s in the order of the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[NoteRow, ...] = ()

    def show_rows(self, rows: Sequence[NoteRow]) -> None:
        """Show other notes, if they are others; rows that stay keep their place."""
        new = tuple(rows)
        if new == self.rows:
            return
        if len(new) == len(self.rows):
            self.rows = new
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, 0))
            return
        self.beginResetModel()
        self.rows = new
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == NOTE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"Footnote {row.mark}, {row.text or 'empty'}, {row.where}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.text
        return None


class NoteDelegate(QStyledItemDelegate):
    """Mark, at most three lines of the note, where it is cited."""

    def _laid(self, row: NoteRow, option: QStyleOptionViewItem) -> SnippetLayout:
        width = (option.widget.width() if option.widget is not None else 311) - _TEXT_AT - _END
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        return SnippetLayout(Hit(row.text or "Empty"), width, 3, _TYPE, mirrored)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(NOTE)
        return QSize(100, round(self._laid(row, option).height) + 18 + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, row = appearance.current(), index.data(NOTE)
        painter.save()
        painter.setLayoutDirection(option.direction)
        if option.state & QStyle.StateFlag.State_Selected and option.widget.hasFocus():
            painter.fillRect(option.rect, tokens.sel)
            bar = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
            painter.fillRect(QStyle.visualRect(option.direction, option.rect, bar), tokens.ink)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, tokens.hover)

        def box(start: float, top: float, width: float, height: float) -> QRectF:
            rect = QRect(round(option.rect.left() + start), round(option.rect.top() + top), round(width), round(height))
            return QRectF(QStyle.visualRect(option.direction, option.rect, rect))

        lead = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        laid = self._laid(row, option)
        painter.setFont(fonts.micro())
        painter.setPen(tokens.ink2)
        mark = QFontMetricsF(fonts.micro()).elidedText(row.mark, Qt.TextElideMode.ElideRight, _TEXT_AT - _MARK_AT - 4)
        painter.drawText(box(_MARK_AT, _PAD, _TEXT_AT - _MARK_AT - 2, 16), lead, mark)
        width = option.rect.width() - _TEXT_AT - _END
        place = box(_TEXT_AT, _PAD, width, laid.height)
        laid.paint(painter, place.topLeft(), tokens.ink if row.text else tokens.ink3)
        painter.setFont(fonts.small())
        painter.setPen(tokens.bracketed if not row.cited else tokens.ink3)
        words = QFontMetricsF(fonts.small()).elidedText(row.where, Qt.TextElideMode.ElideRight, width)
        painter.drawText(box(_TEXT_AT, _PAD + laid.height, width, 18), lead, words)
        painter.restore()


class AllNotes(QListView):
    """`cited(note, position)`: go to a place that cites a note; asked again, to the next one."""

    cited = Signal(int, int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notes = NoteList(self)
        self._turn: dict[int, int] = {}
        self.setModel(self.notes)
        self.setItemDelegate(NoteDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName("All footnotes")
        give_quiet_scroll_bar(self)
        self.clicked.connect(self._go)
        theme_changed.connect(self._dress)
        self._dress(None)

    def _dress(self, _tokens: object) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, appearance.current().panel)
        self.setPalette(palette)
        self.viewport().update()

    def _go(self, index: Index) -> None:
        row = index.data(NOTE)
        if isinstance(row, NoteRow) and row.cited:
            turn = self._turn.get(row.id, -1) + 1
            self._turn[row.id] = turn
            self.cited.emit(row.id, row.cited[turn % len(row.cited)][1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
