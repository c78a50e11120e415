"""The list of changes: what changed in a few words, where, and by which sign."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from widgets.compare.changes.arrangement import Arrangement, Shown
from widgets.compare.changes.names import labels_line, sign_of, unit_place
from widgets.compare.changes.sayings import row_saying, saying, spoken
from widgets.paper.phrase import Phrase, paint_phrase, plain
from widgets.paper.rows import Index, SideList
from widgets.theme import fonts, icons
from widgets.theme.tokens import Measures, current

PHRASE, SIGN, LABELS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_SERIF = 14.5


class ChangeListModel(QStringListModel):
    """The changes of an arrangement that are shown, in reading order.

    The strings are empty: a list asks for the number of rows at every row it lays out, and this answers without Python.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arrangement: Arrangement | None = None
        self._entries: tuple[int, ...] = ()
        self._phrases: dict[int, Phrase] = {}
        self._taken: frozenset[int] = frozenset()

    def show_taken(self, taken: frozenset[int]) -> None:
        """Say of these changes of the comparison, by number, that the working text has them."""
        if taken != self._taken:
            self._taken = taken
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))

    def show_arrangement(self, arrangement: Arrangement, shown: Shown) -> None:
        """Another comparison, or other changes of it."""
        self._arrangement = arrangement
        self._entries = arrangement.changes(shown)
        self._phrases.clear()
        self.setStringList([""] * len(self._entries))

    def entry(self, row: int) -> int:
        """The entry of a row of the list."""
        return self._entries[row]

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._arrangement is None or not index.isValid():
            return None
        entry = self.entry(index.row())
        change, comparison = self._arrangement.change(entry), self._arrangement.comparison
        number = self._arrangement.entries[entry].change
        unit, taken = comparison.unit_of[number], number in self._taken
        if role == PHRASE:
            return self._phrase(index.row())
        if role == SIGN:
            return sign_of(self._arrangement.sort(entry))
        if role == LABELS:
            labels = labels_line(change, QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft)
            return f"{labels or unit_place(unit, change, comparison)}{' · taken' if taken else ''}"
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{spoken(change, comparison, self._arrangement.by_hand(change))}{', taken' if taken else ''}"
        if role == Qt.ItemDataRole.DisplayRole:
            return plain(self._phrase(index.row()))
        return None

    def _phrase(self, row: int) -> Phrase:
        if row not in self._phrases:
            assert self._arrangement is not None
            number, comparison = self._arrangement.entries[self.entry(row)].change, self._arrangement.comparison
            whole = row_saying(comparison.unit_of[number], comparison)
            self._phrases[row] = whole or saying(comparison.changes[number], comparison)
        return self._phrases[row]


class ChangeDelegate(QStyledItemDelegate):
    """Paints a change: sign, phrase in the serif, labels under it; a bar at the current one says that the list has the
    keyboard."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, Measures.ROW_CHANGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = current()
        state, box = _state(option), _rect(option)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(box, tokens.sel)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, tokens.hover)
        way = _direction(option)

        def place(x: float, y: float, width: float, height: float) -> QRect:
            return QStyle.visualRect(way, box, QRectF(box.x() + x, box.y() + y, width, height).toRect())

        if (selected or state & QStyle.StateFlag.State_HasFocus) and option.widget.hasFocus():
            painter.fillRect(place(0, 0, 3, box.height()), tokens.ink)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sign = index.data(SIGN)
        mirrored = way == Qt.LayoutDirection.RightToLeft and sign.icon.startswith(("arrow-", "git-"))
        icons.paint(painter, QRectF(place(13, 5, 16, 16)), sign.icon, getattr(tokens, sign.role), mirrored=mirrored)
        paint_phrase(
            painter,
            QRectF(place(38, 3, box.width() - 50, 20)),
            index.data(PHRASE),
            _SERIF,
            mirrored=way == Qt.LayoutDirection.RightToLeft,
        )
        painter.setFont(fonts.micro(500))
        painter.setPen(tokens.ink3)
        side = Qt.AlignmentFlag.AlignRight if way == Qt.LayoutDirection.RightToLeft else Qt.AlignmentFlag.AlignLeft
        words = place(38, 23, box.width() - 50, 16)
        metrics = QFontMetricsF(fonts.micro(500))
        labels = metrics.elidedText(index.data(LABELS), Qt.TextElideMode.ElideRight, words.width())
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(words, int(flags), labels)
        painter.restore()


class ChangeList(SideList):
    """The list at the side; `entry_chosen(int)` when the user goes to a change."""

    entry_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__("Changes", "panel")
        self._model = ChangeListModel(self)
        self._following = False
        self.setModel(self._model)
        self.setItemDelegate(ChangeDelegate(self))
        self.setUniformItemSizes(True)
        self.setViewportMargins(0, 6, 0, 6)
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(lambda index: self.entry_chosen.emit(self._model.entry(index.row())))

    def show_arrangement(self, arrangement: Arrangement, shown: Shown) -> None:
        """Another comparison, or other changes of it; nothing is selected."""
        self._following = True
        self._model.show_arrangement(arrangement, shown)
        self._following = False

    def show_taken(self, taken: frozenset[int]) -> None:
        """Say of these changes of the comparison, by number, that the working text has them."""
        self._model.show_taken(taken)

    def follow(self, row: int | None) -> None:
        """Select a row without telling anyone."""
        self._following = True
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self._model.index(row))
            self.scrollTo(self._model.index(row))
        self._following = False

    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._following:
            self.entry_chosen.emit(self._model.entry(now.row()))


def _state(option: Any) -> QStyle.StateFlag:
    state: QStyle.StateFlag = option.state
    return state


def _rect(option: Any) -> QRect:
    rect: QRect = option.rect
    return rect


def _direction(option: Any) -> Qt.LayoutDirection:
    direction: Qt.LayoutDirection = option.direction
    return direction
