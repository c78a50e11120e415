"""How a row of the outline is painted."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from widgets.paper.direction import from_the_right
from widgets.paper.phrase import LaidPhrase, plain
from widgets.paper.rows import paint_ring
from widgets.text.outline_rows import OutlineRow
from widgets.theme import fonts, icons
from widgets.theme.cut import cut_in, words_in
from widgets.theme.tokens import Measures, Tokens, current

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_SERIF = 13.5
_LABEL, _LABEL_MOST, _LABEL_GAP = 40, 84, 4
"""How wide labels are usually, and at the most: "PP12 quinquies" is whole."""
_AT_START = {
    mirrored: int(side | Qt.AlignmentFlag.AlignVCenter)
    for mirrored, side in ((False, Qt.AlignmentFlag.AlignLeft), (True, Qt.AlignmentFlag.AlignRight))
}
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_SELECTED, _MOUSE_OVER = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_MouseOver.value
"""Put together once: where one goes to another part of a long text, all rows in sight are painted within a key."""
_KEPT = 200
"""So many rows are laid out at most; about forty are in sight."""


class OutlineDelegate(QStyledItemDelegate):
    """Paints a row of 27 pixels; its words are laid out once for as long as it stays in sight."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens: Tokens | None = None
        self._laid: dict[tuple[object, ...], LaidPhrase] = {}
        self._labels: dict[str, str] = {}
        self._small, self._strong = fonts.micro(500), fonts.micro(600)
        self.label_width = _LABEL

    def forget_labels(self) -> None:
        """Labels are others: they are as wide as usual until they are seen."""
        self.label_width = _LABEL
        self._labels.clear()

    @property
    def is_wide(self) -> bool:
        """Whether labels have more room than usual."""
        return self.label_width > _LABEL

    def make_room(self, labels: Iterable[str]) -> bool:
        """Give all labels the room that these need, so that bis and ter can be told apart; whether that is more."""
        new = {label for label in labels if label not in self._labels}
        metrics = QFontMetricsF(self._small)
        widest = max((math.ceil(metrics.horizontalAdvance(label)) for label in new), default=0)
        room = min(widest, _LABEL_MOST) + _LABEL_GAP
        if room <= self.label_width:
            return False
        self.label_width = room
        self._labels.clear()
        return True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, Measures.ROW_OUTLINE)

    def _phrase(self, row: OutlineRow, width: float, mirrored: bool) -> LaidPhrase:
        known = (row.phrase, row.right_to_left, width, mirrored)
        if known not in self._laid:
            if len(self._laid) > _KEPT:
                self._laid.clear()
            self._laid[known] = LaidPhrase(
                row.phrase, _SERIF, width, current().ink, mirrored=mirrored, right_to_left=row.right_to_left
            )
        return self._laid[known]

    def _label(self, label: str) -> str:
        if label not in self._labels:
            if len(self._labels) > _KEPT:
                self._labels.clear()
            self._labels[label] = cut_in(QFontMetricsF(self._small), label, self.label_width)
        return self._labels[label]

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        tokens = current()
        if tokens is not self._tokens:
            # Letters are those of the theme as well as colours.
            self._tokens = tokens
            self._laid.clear()
            self._labels.clear()
            self._small, self._strong = fonts.micro(500), fonts.micro(600)
        row: OutlineRow | None = index.data(ROW)
        if row is None:
            return
        box: QRect = option.rect
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        left, wide, top, high = box.x(), box.width(), box.y(), box.height()

        def place(x: float, width: float) -> QRectF:
            x, width = round(x), round(width)
            return QRectF(left + (wide - x - width if mirrored else x), top, width, high)

        start = _AT_START[mirrored]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state.value
        selected = bool(state & _SELECTED)
        if selected:
            painter.fillRect(box, tokens.sel)
            painter.fillRect(place(0, 3), tokens.ink)
            paint_ring(painter, option)
        elif state & _MOUSE_OVER and not row.part:
            painter.fillRect(box, tokens.hover)
        words = 16 if row.head else 16 + self.label_width + 12.0 * row.level
        room = place(words, wide - words - (36 if row.status else 12) - (12 if row.change else 0))
        if row.head:
            painter.setFont(self._strong)
            painter.setPen(tokens.ink if selected else tokens.ink2)
            head = words_in(QFontMetricsF(self._strong), plain(row.phrase), room.width())
            down = 3 if row.part else 0
            painter.drawText(room.adjusted(0, down, 0, down), start, head)
        else:
            painter.setFont(self._small)
            painter.setPen(tokens.ink if selected else tokens.ink3)
            label = place(14 + 12.0 * row.level, self.label_width)
            number = self._label(row.label)
            number = from_the_right(number) if row.right_to_left else number
            painter.drawText(label, start, number)
            self._phrase(row, room.width(), mirrored).paint(painter, room)
        if row.status:
            self._paint_status(painter, place(wide - (42 if row.change else 30), 16), row.status)
        if row.change:
            _paint_change(painter, place(wide - 21, 7), row.change)
        painter.restore()

    def _paint_status(self, painter: QPainter, box: QRectF, status: str) -> None:
        """Brackets, a tick where it is agreed, a ring where it is open beside others that are agreed."""
        tokens = current()
        if status == "bracketed":
            painter.setFont(self._strong)
            painter.setPen(tokens.bracketed)
            painter.drawText(box, _CENTRE, "[ ]")
        elif status == "agreed":
            square = QRectF(box.center().x() - 6.5, box.center().y() - 6.5, 13, 13)
            icons.paint(painter, square, "check-bold", tokens.agreed)
        else:
            painter.setPen(QPen(tokens.ink3, 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.center(), 3.5, 3.5)


def _paint_change(painter: QPainter, box: QRectF, change: str) -> None:
    """The sign of a change as in the margin of the text: a bar, a double one, a plus."""
    tokens = current()
    middle = box.center()
    if change == "new":
        painter.fillRect(QRectF(middle.x() - 3.5, middle.y() - 0.75, 7, 1.5), tokens.added)
        painter.fillRect(QRectF(middle.x() - 0.75, middle.y() - 3.5, 1.5, 7), tokens.added)
    elif change == "moved":
        for x in (-2.0, 1.0):
            painter.fillRect(QRectF(middle.x() + x, middle.y() - 6, 1.5, 12), tokens.moved)
    else:
        painter.fillRect(QRectF(middle.x() - 1.5, middle.y() - 6, 3, 12), tokens.added)
