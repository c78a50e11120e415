"""How a row of the outline is painted."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from widgets.paper.phrase import paint_phrase, plain
from widgets.text.outline_rows import OutlineRow
from widgets.theme import fonts
from widgets.theme.tokens import Measures, current

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_SERIF = 13.5


class OutlineDelegate(QStyledItemDelegate):
    """Paints a row of 27 pixels."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, Measures.ROW_OUTLINE)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        tokens = current()
        row: OutlineRow | None = index.data(ROW)
        if row is None:
            return
        box: QRect = option.rect
        way: Qt.LayoutDirection = option.direction

        def place(x: float, width: float) -> QRectF:
            return QRectF(QStyle.visualRect(way, box, QRect(box.x() + round(x), box.y(), round(width), box.height())))

        mirrored = way == Qt.LayoutDirection.RightToLeft
        start = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.head:
            painter.setFont(fonts.micro(600))
            painter.setPen(tokens.ink2)
            words = place(16, box.width() - 32).adjusted(0, 3, 0, 3)
            painter.drawText(words, int(start | Qt.AlignmentFlag.AlignVCenter), plain(row.phrase))
            painter.restore()
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(box, tokens.sel)
            painter.fillRect(place(0, 3), tokens.ink)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, tokens.hover)
        indent = 12.0 * row.level
        painter.setFont(fonts.micro(500))
        painter.setPen(tokens.ink if selected else tokens.ink3)
        label = QFontMetricsF(fonts.micro(500)).elidedText(row.label, Qt.TextElideMode.ElideRight, 40)
        painter.drawText(place(14 + indent, 40), int(start | Qt.AlignmentFlag.AlignVCenter), label)
        paint_phrase(
            painter,
            place(56 + indent, box.width() - 56 - indent - (36 if row.bracketed else 12) - (12 if row.change else 0)),
            row.phrase,
            _SERIF,
            mirrored=mirrored,
        )
        if row.bracketed:
            painter.setFont(fonts.micro(600))
            painter.setPen(tokens.bracketed)
            far = 42 if row.change else 30
            painter.drawText(place(box.width() - far, 16), int(Qt.AlignmentFlag.AlignCenter), "[ ]")
        if row.change:
            _paint_change(painter, place(box.width() - 21, 7), row.change)
        painter.restore()


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
