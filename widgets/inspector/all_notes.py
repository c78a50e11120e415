"""All footnotes of the text: mark, words, where each is cited; Enter or a click goes to the next of those places."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QMenu, QStyledItemDelegate, QStyleOptionViewItem

from widgets.inspector.view import NoteRow
from widgets.paper.rows import Index, RowList, box, draw_words, paint_ground
from widgets.paper.snippet import Hit, SnippetLayout
from widgets.paper.type import TextType
from widgets.theme import fonts
from widgets.theme import tokens as appearance

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
        paint_ground(painter, option)
        laid = self._laid(row, option)
        width = option.rect.width() - _TEXT_AT - _END
        painter.setPen(tokens.ink2)
        draw_words(painter, box(option, _MARK_AT, _PAD, _TEXT_AT - _MARK_AT - 4, 16), row.mark, fonts.micro())
        laid.paint(
            painter, box(option, _TEXT_AT, _PAD, width, laid.height).topLeft(), tokens.ink if row.text else tokens.ink3
        )
        painter.setPen(tokens.bracketed if not row.cited else tokens.ink3)
        draw_words(painter, box(option, _TEXT_AT, _PAD + laid.height, width, 18), row.where, fonts.small())
        painter.restore()


class AllNotes(RowList):
    """`cited(note, position)`: go to a place that cites a note; asked again, to the next one.

    `removed(note)`: Del, or Delete in the menu, takes a note out of the text; only where that is `writable`.
    """

    cited = Signal(int, int)
    removed = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__("All footnotes", "panel")
        self.setProperty("help", "footnotes")
        self.notes = NoteList(self)
        self.writable = False
        self._turn: dict[int, int] = {}
        self.setModel(self.notes)
        self.setItemDelegate(NoteDelegate(self))
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._go)

    def _go(self, index: Index) -> None:
        row = index.data(NOTE)
        if isinstance(row, NoteRow) and row.cited:
            turn = self._turn.get(row.id, -1) + 1
            self._turn[row.id] = turn
            self.cited.emit(row.id, row.cited[turn % len(row.cited)][1])

    def _remove(self, index: Index) -> None:
        row = index.data(NOTE)
        if isinstance(row, NoteRow) and self.writable:
            at = index.row()
            self.removed.emit(row.id)
            self.setCurrentIndex(self.notes.index(min(at, self.notes.rowCount() - 1), 0))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if key else self.indexAt(event.pos())
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.addAction("&Go to where it is cited", lambda: self._go(index))
        delete = menu.addAction("&Delete footnote\tDel", lambda: self._remove(index))
        delete.setEnabled(self.writable)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        place = self.visualRect(index).center() if key else event.pos()
        menu.popup(self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
