"""Drafts in columns with their names above, their map at the edge, and the filter of what is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from widgets.compare.arrangement import Shown, Sort, Weight
from widgets.compare.change_map import ChangeMap
from widgets.compare.columns_view import ColumnsView
from widgets.compare.heads import DraftName
from widgets.compare.row_order import RowOrder
from widgets.theme import icons
from widgets.theme.controls import Button
from widgets.theme.surfaces import Surface
from widgets.theme.tokens import current

_HEIGHT = 56
_NUMBER, _END = 52, 16
_WEIGHTS = {Weight.HOUSEKEEPING: "Housekeeping", Weight.UNCHANGED: "What did not change"}
_SORTS = {
    Sort.MOVED: "Moved",
    Sort.NEW: "New",
    Sort.DELETED: "Deleted",
    Sort.REWORDED: "Reworded",
    Sort.SPLIT: "Split",
    Sort.MERGED: "Merged",
    Sort.BRACKETS: "Brackets",
    Sort.FOOTNOTES: "Footnotes",
}


class FilterButton(Button):
    """What of the changes is shown, as a menu of choices; `shown_changed()` when the user chose another."""

    shown_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", icon="funnel", leading=True, parent=parent)
        self._menu = QMenu(self)
        self._weights = {weight: self._choice(words) for weight, words in _WEIGHTS.items()}
        self._menu.addSeparator()
        self._operative = self._choice("Operative part only")
        self._menu.addSeparator()
        self._sorts = {sort: self._choice(f"Only {words.lower()}") for sort, words in _SORTS.items()}
        self._menu.addSeparator()
        self._menu.addAction("All changes of substance").triggered.connect(self.clear)
        self.clicked.connect(lambda: self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2))))
        self._say()

    def _choice(self, words: str) -> QAction:
        action = self._menu.addAction(words)
        action.setCheckable(True)
        action.toggled.connect(self._changed)
        return action

    @property
    def shown(self) -> Shown:
        """What is chosen."""
        weights = {weight for weight, action in self._weights.items() if action.isChecked()}
        sorts = frozenset(sort for sort, action in self._sorts.items() if action.isChecked())
        return Shown(frozenset({Weight.SUBSTANCE, *weights}), sorts, self._operative.isChecked())

    def clear(self) -> None:
        """All changes of substance and nothing else."""
        for action in self._menu.actions():
            if action.isChecked():
                action.blockSignals(True)
                action.setChecked(False)
                action.blockSignals(False)
        self._changed()

    def _changed(self) -> None:
        self._say()
        self.shown_changed.emit()

    def _say(self) -> None:
        shown = self.shown
        said = [_SORTS[sort] for sort in _SORTS if sort in shown.sorts] or ["Substance"]
        said += [words for weight, words in _WEIGHTS.items() if weight in shown.weights and not shown.sorts]
        if shown.operative:
            said.append("operative part")
        words = ", ".join([said[0], *(word.lower() for word in said[1:])])
        self.setText(words if len(said) <= 2 else f"{len(said)} filters")
        self.setAccessibleName(f"Shown: {words}")
        self.setToolTip(f"Shown: {words}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(18, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        place = QRectF(9 if rtl else self.width() - 21, self.height() / 2 - 6, 12, 12)
        icons.paint(painter, place, "caret-down", current().ink2)
        painter.end()


class ColumnHeads(Surface):
    """The names of the drafts over their columns; `wanted(int)` when one is pressed."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("paper", "bottom", parent)
        self.setFixedHeight(_HEIGHT)
        self._rest = QWidget(self)
        self.names: list[DraftName] = []

    def show_names(self, titles: Sequence[tuple[str, str]]) -> None:
        """Other drafts: the title of each and where it is from."""
        for name in self.names:
            name.hide()
            name.deleteLater()
        self.names = []
        for column, (title, line) in enumerate(titles):
            name = DraftName(f"Column {column + 1}", self._rest if column else self)
            name.show_name(title, line)
            name.clicked.connect(lambda _checked=False, column=column: self.wanted.emit(column))
            name.show()
            self.names.append(name)

    def lie_over(self, view: ColumnsView) -> None:
        """Stand over the columns of the view."""
        if not self.names:
            return
        first, lane = view.lane_place(0)
        rest = (0, round(first)) if view.mirrored else (round(lane), self.width() - round(lane))
        self._rest.setGeometry(rest[0], 0, rest[1], self.height() - 1)
        for column, name in enumerate(self.names):
            start, wide = view.lane_place(column)
            start -= rest[0] if column else 0
            lead = _END if view.mirrored else _NUMBER
            name.setGeometry(round(start + lead), 7, round(wide - _NUMBER - _END), 44)


class ColumnsPane(QWidget):
    """Names, columns and map.

    Signals: `column_wanted(int)` to put another draft into a column or take it out, `pair_wanted(int)` for a column
    and the one before it, `moved_on()` when another row is the current one.
    """

    column_wanted = Signal(int)
    pair_wanted = Signal(int)
    moved_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heads, self.view, self.map = ColumnHeads(), ColumnsView(), ChangeMap()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        down = QVBoxLayout()
        down.setSpacing(0)
        down.addWidget(self.heads)
        down.addWidget(self.view, 1)
        across.addLayout(down, 1)
        across.addWidget(self.map)
        self.heads.wanted.connect(self.column_wanted)
        self.view.laid_out.connect(lambda: self.heads.lie_over(self.view))
        self.view.moved.connect(lambda: self.map.show_seen(*self.view.entries_in_sight()))
        self.view.row_chosen.connect(lambda _row: self.moved_on.emit())
        self.view.pair_wanted.connect(self.pair_wanted)
        self.map.wanted.connect(self.view.scroll_to_entry)
        self.map.wheeled.connect(self.view.wheelEvent)

    def show_columns(self, order: RowOrder, titles: Sequence[tuple[str, str]], *, again: bool = False) -> None:
        """Show drafts in columns, the title of each and where it is from: from their beginning, or where one is."""
        self.heads.show_names(titles)
        self.view.show_columns(order, [title for title, _ in titles], again=again)
        way = Qt.LayoutDirection.RightToLeft if self.view.mirrored else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(way)
        self.map.show_order(order)
        self.heads.lie_over(self.view)

    def jump_to_label(self, label: str) -> bool:
        """Go to the row whose paragraph is called so in the last draft, else in an earlier one."""
        order = self.view.order
        if order is None:
            return False
        for column in reversed(range(len(order.columns.drafts))):
            for row in range(len(order.columns.rows)):
                if order.names(row)[column] == label:
                    self.view.go_to(row)
                    self.view.go_to_column(column)
                    return True
        return False

    def count_words(self) -> str:
        """ "3 of 16", or how many rows changed."""
        order = self.view.order
        if order is None:
            return ""
        changes = order.changes(self.view.shown)
        if self.view.current in changes:
            return f"{changes.index(self.view.current) + 1} of {len(changes)}"
        return f"{len(changes)} change{'s' if len(changes) != 1 else ''}"

    def keyboard(self) -> str:
        """What the keys do here, for the status bar."""
        return "N next, P previous, T take, Left and Right change column, Enter opens two side by side"
