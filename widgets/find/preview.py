"""What a replacement would do, place by place, with a box to leave a place out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from models.draft.directions import is_right_to_left
from widgets.paper.rows import Index, RowList, box, draw_words, paint_ground, room_for
from widgets.paper.snippet import Hit, SnippetLayout, window
from widgets.paper.type import ARABIC_LEAD, TextType
from widgets.theme import fonts, icons
from widgets.theme import tokens as appearance
from widgets.theme.tokens import Measures

ROW = Qt.ItemDataRole.UserRole
LONGEST_LABEL = Qt.ItemDataRole.UserRole + 1
"""Of all rows, so that their words begin below one another."""
TICK, LABEL_AT, _LABEL, _BEFORE_TEXT, _PAD = 16, 40, 48, 28, 7
_LEAST = 2
"""Rows that are in sight at least."""
_LINE = TextType(14.5, 21)
_AHEAD = (40, 12, 0)
"""How many code points stand before what was found: the first where it is seen."""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One place in the order of the text: its paragraph's label, the words now and the words then, hits marked."""

    label: str
    before: Hit
    after: Hit

    @property
    def spoken(self) -> str:
        """The row in words."""
        return f"{self.label}: {window(self.before).text} becomes {window(self.after).text}"


def longest_label(rows: Iterable[PreviewRow]) -> str:
    """The label with most letters, "" of no rows."""
    return max((row.label for row in rows), key=len, default="")


class PreviewModel(QAbstractListModel):
    """`PreviewRow`s and which of them are left out; `counted()` when that changes."""

    counted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[PreviewRow, ...] = ()
        self._left_out: set[int] = set()
        self.arabic = False
        self._longest = ""

    def show_rows(self, rows: Sequence[PreviewRow]) -> None:
        """Show other places, all of them taken."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self._left_out.clear()
        # Rows are of one height, whoever is among them, so that thousands of them cost nothing.
        self.arabic = any(is_right_to_left(row.before.text) for row in self.rows[:100])
        self._longest = longest_label(self.rows)
        self.endResetModel()
        self.counted.emit()

    def name(self, labels: Mapping[int, str]) -> None:
        """Call some places otherwise, by their numbers; which of them are left out stays."""
        rows, longest = list(self.rows), self._longest
        others = [at for at, label in labels.items() if rows[at].label != label]
        for at in others:
            rows[at] = replace(rows[at], label=labels[at])
        self.rows, self._longest = tuple(rows), longest_label(rows)
        # Behind a label that is longer or shorter the words of all rows begin elsewhere.
        for first, last in [(at, at) for at in others] if self._longest == longest else [(0, len(rows) - 1)]:
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))

    @property
    def left_out(self) -> frozenset[int]:
        """Numbers of the places that stay as they are, from 0."""
        return frozenset(self._left_out)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == LONGEST_LABEL:
            return self._longest
        if role == Qt.ItemDataRole.CheckStateRole:
            out = index.row() in self._left_out
            return Qt.CheckState.Unchecked if out else Qt.CheckState.Checked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken + (", left out" if index.row() in self._left_out else "")
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self._left_out ^= {index.row()}
        self.dataChanged.emit(index, index)
        self.counted.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


class PreviewDelegate(QStyledItemDelegate):
    """Box, label, the words now over the words then."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        return self.row_size(arabic=isinstance(model, PreviewModel) and model.arabic)

    @staticmethod
    def row_size(*, arabic: bool) -> QSize:
        """The size of every row, where any is in Arabic."""
        return QSize(200, 2 * _PAD + round(2 * _LINE.lead * (ARABIC_LEAD if arabic else 1)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, tokens = index.data(ROW), appearance.current()
        if not isinstance(row, PreviewRow):
            return
        checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        paint_ground(painter, option)
        paint_tick(painter, option, "check-bold" if checked else "", _PAD + 3)
        painter.setPen(tokens.ink2)
        label = room_for(index.data(LONGEST_LABEL), fonts.micro(), _LABEL)
        draw_words(painter, box(option, LABEL_AT, _PAD, label, _LINE.lead), row.label, fonts.micro())
        self._paint_words(painter, option, row, LABEL_AT + label + _BEFORE_TEXT, checked=checked)
        painter.restore()

    @staticmethod
    def _paint_words(
        painter: QPainter, option: QStyleOptionViewItem, row: PreviewRow, start: float, *, checked: bool
    ) -> None:
        tokens = appearance.current()
        width = option.rect.width() - start - 16
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        top = float(_PAD)
        lines = laid_lines(row, width, mirrored=mirrored)
        for laid, sign, colour in zip(lines, ("", "arrow-right"), (tokens.ink2, tokens.ink), strict=True):
            place = box(option, start, top, width, laid.lead)
            if sign:
                painter.save()
                icons.paint(painter, box(option, start - 20, top + 4, 13, 13), sign, tokens.ink3, mirrored=mirrored)
                painter.restore()
            if not checked and sign:
                painter.setPen(tokens.ink3)
                draw_words(painter, place, "left as it is", fonts.small())
            else:
                laid.paint(painter, place.topLeft(), colour, struck=not sign and checked)
            top += laid.lead


def paint_tick(painter: QPainter, option: QStyleOptionViewItem, sign: str, top: float) -> None:
    """The box at the beginning of a row, with a sign in it or empty."""
    tokens, tick = appearance.current(), box(option, 14, top, TICK, TICK)
    painter.setPen(QPen(tokens.ink if sign else tokens.ctl, 1))
    painter.setBrush(tokens.ink if sign else tokens.paper)
    painter.drawRoundedRect(tick.adjusted(0.5, 0.5, -0.5, -0.5), Measures.RADIUS_BOX, Measures.RADIUS_BOX)
    if sign:
        icons.paint(painter, tick.adjusted(2, 2, -2, -2), sign, tokens.on_accent)


def laid_lines(row: PreviewRow, width: float, *, mirrored: bool) -> list[SnippetLayout]:
    """The words now and then on a line each, from so far before what was found that this is seen, where it can be."""
    for ahead in _AHEAD:
        laid = [SnippetLayout(window(hit, ahead), width, 1, _LINE, mirrored) for hit in (row.before, row.after)]
        if all(one.shows_found for one in laid):
            break
    return laid


class PreviewList(RowList):
    """The places; Space or a click on the box leaves one out or takes it again."""

    def __init__(self, model: QAbstractListModel, ground: str = "paper") -> None:
        super().__init__("What would be replaced", ground)
        self.setModel(model)
        self.setItemDelegate(PreviewDelegate(self))
        self.setUniformItemSizes(True)
        self._wanted: int | None = None

    def want(self, height: int) -> None:
        """Be so high, or as much of it as a low window has room for."""
        self._wanted = height
        self.setMinimumHeight(min(height, _LEAST * self.sizeHintForRow(0)))
        self.setMaximumHeight(height)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint if self._wanted is None else QSize(hint.width(), self._wanted)

    def _flip(self, index: Index) -> None:
        if index.isValid():
            self.model().setData(index, None, Qt.ItemDataRole.CheckStateRole)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._flip(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        rect = self.visualRect(index)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = rect.right() - event.position().x() if rtl else event.position().x() - rect.left()
        if event.button() == Qt.MouseButton.LeftButton and x < LABEL_AT:
            self._flip(index)
