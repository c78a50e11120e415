"""The list of recent dossiers: its model, and how a row is painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.paper.rows import Index
from widgets.theme import fonts
from widgets.theme import tokens as appearance
from widgets.theme.cut import cut_in
from widgets.theme.meter import paint_meter
from widgets.theme.tokens import Measures

ROW = Qt.ItemDataRole.UserRole
_METER = 190


@dataclass(frozen=True, slots=True)
class DossierRow:
    """A dossier as the list shows it; `bracketed` is the share of its paragraphs with brackets, or None: unknown."""

    path: str
    title: str
    line: str
    meter_words: str
    bracketed: float | None
    date: str


class DossierList(QAbstractListModel):
    """The dossiers, latest first; each row's `ROW` is its DossierRow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[DossierRow, ...] = ()

    def show_rows(self, rows: Sequence[DossierRow]) -> None:
        """Show other dossiers; the same ones again change nothing."""
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.title}\n{row.line}\n{row.path}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.title, row.line, row.meter_words, row.date) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.path
        return None


class FoundDossiers(QSortFilterProxyModel):
    """The dossiers whose title, line or path holds the words looked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)


class DossierDelegate(QStyledItemDelegate):
    """Title in the serif, a line under it, a meter with words, the date; 16 px from either side."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(400, Measures.ROW_DOSSIER)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, row = appearance.current(), index.data(ROW)
        place = QRectF(option.rect)
        state, widget = option.state, option.widget
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = chosen and widget.hasFocus()
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.sel if focused else tokens.hover)
            painter.drawRoundedRect(place, Measures.RADIUS_CARD, Measures.RADIUS_CARD)
            if focused:
                painter.fillRect(QRectF(_lead(place, place, 0, 3, option), place.top() + 10, 3, 56), tokens.ink)
        else:
            painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), tokens.line)
        self._paint_words(painter, place.adjusted(16, 0, -16, 0), row, option)
        painter.restore()

    def _paint_words(self, painter: QPainter, place: QRectF, row: DossierRow, option: QStyleOptionViewItem) -> None:
        tokens = appearance.current()
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        left = Qt.AlignmentFlag.AlignLeft if not rtl else Qt.AlignmentFlag.AlignRight
        right = Qt.AlignmentFlag.AlignRight if not rtl else Qt.AlignmentFlag.AlignLeft
        middle = Qt.AlignmentFlag.AlignVCenter

        def box(start: float, top: float, width: float, height: float) -> QRectF:
            return QRectF(_lead(place, place, start, width, option), place.top() + top, width, height)

        wide = place.width() >= 640
        room = place.width() - (_METER + 120 + 32 if wide else 110)
        for text, font, colour, top, height in (
            (row.title, fonts.serif(20, 500), tokens.ink, 15.0, 27.0),
            (row.line, fonts.small(), tokens.ink2, 42.0, 18.0),
        ):
            painter.setFont(font)
            painter.setPen(colour)
            cut = cut_in(QFontMetricsF(font), text, room)
            painter.drawText(box(0, top, room, height), left | middle, cut)
        painter.setFont(fonts.small())
        painter.setPen(tokens.ink3)
        painter.drawText(box(place.width() - 110, 0, 110, place.height()), right | middle, row.date)
        if wide and row.bracketed is not None:
            start = place.width() - 120 - _METER
            paint_meter(painter, box(start, 24, _METER, 6), row.bracketed)
            painter.setFont(fonts.micro(400))
            painter.setPen(tokens.ink2)
            painter.drawText(box(start, 35, _METER + 10, 16), left | middle, row.meter_words)


def _lead(place: QRectF, within: QRectF, start: float, width: float, option: QStyleOptionViewItem) -> float:
    """The x of something `start` from the leading side."""
    if option.direction == Qt.LayoutDirection.RightToLeft:
        return within.right() - start - width
    return place.left() + start
