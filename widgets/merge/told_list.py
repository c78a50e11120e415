"""What a merge decided by itself, folded to its number under the text: unfolded, each line leads to its paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from models.telling.figures import counted
from widgets.merge.told import Told
from widgets.paper.rows import Index, RowList, paint_ground
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.laid import laid_down
from widgets.theme.surfaces import Surface
from widgets.theme.tokens import current

_EDGE, _ABOVE = 24, 5
_MOST = 156
"""Pixels that the lines have at the most, on a page that is high enough; on a low one a third of it."""
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute)


class _Lines(QAbstractListModel):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told: tuple[Told, ...] = ()

    def show_told(self, told: Sequence[Told]) -> None:
        """Other sentences."""
        self.beginResetModel()
        self.told = tuple(told)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.told)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return self.told[index.row()].words


class _Delegate(QStyledItemDelegate):
    """A sentence in as many lines as it needs; what leads nowhere is quieter."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        shown: Any = option
        width = shown.widget.viewport().width()
        room = QRectF(0, 0, max(80, width - 2 * _EDGE), 10_000)
        high = QFontMetricsF(fonts.small()).boundingRect(room, _WRAP, index.data()).height()
        return QSize(width, round(high + 0.5) + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown: Any = option
        model, tokens = index.model(), current()
        assert isinstance(model, _Lines)
        painter.save()
        paint_ground(painter, option)
        painter.setFont(fonts.small())
        painter.setPen(tokens.ink if model.told[index.row()].key else tokens.ink2)
        mirrored = shown.direction == Qt.LayoutDirection.RightToLeft
        side = int(Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRectF(shown.rect).adjusted(_EDGE, _ABOVE, -_EDGE, 0), _WRAP | side, index.data())
        painter.restore()


class _List(RowList):
    """`wanted(Told)` where a line is clicked, or Enter pressed on it."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Decided by the merge itself", "panel", parent)
        self.lines = _Lines(self)
        self.setModel(self.lines)
        self.setItemDelegate(_Delegate(self))
        self.setResizeMode(RowList.ResizeMode.Adjust)
        self.clicked.connect(self._want)

    def _want(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if index.isValid():
            self.wanted.emit(self.lines.told[index.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() in (keys.Key_Return, keys.Key_Enter):
            self._want(self.currentIndex())
        elif (event.text() and event.text().isprintable()) or event.key() in (keys.Key_Left, keys.Key_Right):
            event.ignore()  # letters, digits and what goes from place to place belong to the page
        else:
            super().keyPressEvent(event)


class ToldList(Surface):
    """`paragraph_wanted(str)` is told the key of the row that a line is about."""

    paragraph_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("panel", "top")
        self.fold = Button("", form="plain", key="D", height=28)
        self.fold.setCheckable(True)
        self.list = _List()
        self._most = _MOST
        column = laid_down(self, margins=(0, 1, 0, 0))
        line = QHBoxLayout()
        line.setContentsMargins(_EDGE - 11, 3, _EDGE, 3)
        line.addWidget(self.fold)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self.list)
        self.list.hide()
        self.hide()
        self.fold.toggled.connect(self._unfold)
        self.list.wanted.connect(self._lead)

    @property
    def told(self) -> tuple[Told, ...]:
        """What is listed."""
        return self.list.lines.told

    def show_told(self, told: Sequence[Told]) -> None:
        """Other sentences; the line one was at stays, where it is there still."""
        if self.told == tuple(told):
            return
        at = self.list.currentIndex().row()
        here = self.told[at].words if at >= 0 else ""
        if not told and (self.fold.hasFocus() or self.list.hasFocus()):
            self.focusNextChild()
        self.list.lines.show_told(told)
        row = next((row for row, one in enumerate(told) if one.words == here), -1)
        if row >= 0:
            self.list.setCurrentIndex(self.list.lines.index(row))
        self.fold.setText(f"Adref decided {counted(len(told), 'thing')} itself")
        self.fold.setAccessibleName(f"{self.fold.text()}, without a question")
        self.fold.updateGeometry()
        self.setVisible(bool(told))
        self._share()

    def show_all(self) -> None:
        """Unfold it, if it is not, and go to its lines."""
        self.fold.setChecked(bool(self.told))
        if self.told:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self) -> None:
        """Unfold it and go to it, or fold it where one is in it."""
        if self.fold.isChecked() and not self.list.hasFocus():
            self.show_all()
        elif self.told:
            self.fold.setChecked(not self.fold.isChecked())

    def set_room(self, height: int) -> None:
        """On a page so high."""
        self._most = min(_MOST, height // 3)
        self._share()

    def _unfold(self, on: bool) -> None:
        had = self.list.hasFocus()
        self.list.setVisible(on)
        self._share()
        if on:
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.list.lines.index(0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had:
            self.fold.setFocus(Qt.FocusReason.OtherFocusReason)

    def _share(self) -> None:
        """The list is as high as its lines, or scrolls."""
        needed = sum(self.list.sizeHintForRow(row) for row in range(min(len(self.told), 20)))
        self.list.setFixedHeight(max(1, min(needed + 6, self._most)))

    def _lead(self, told: Told) -> None:
        if told.key:
            self.paragraph_wanted.emit(told.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()
