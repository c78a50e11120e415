"""Going through several drafts in columns with keys and mouse: from change to change, from column to column."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QMouseEvent,
)

from models.draft.directions import runs_right_to_left
from widgets.compare.changes.pointed import Pointed
from widgets.compare.changes.row_order import RowOrder
from widgets.compare.columns.cells import stretches
from widgets.compare.columns.choosing import ChoosingColumns
from widgets.theme.focus import BY_KEYBOARD
from widgets.theme.roles import Role, speak_as


class ColumnsView(ChoosingColumns):
    """Drafts in columns to go through.

    Signals: `pair_wanted(int)` for a column and the one before it side by side,
    `menu_wanted(QPoint)` for the menu of the current cell at a place of the screen.
    """

    pair_wanted = Signal(int)
    menu_wanted = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        speak_as(self, Role.Document)
        self.setAccessibleName("Drafts in columns")

    def show_columns(self, order: RowOrder, names: Sequence[str], *, again: bool = False) -> None:
        """Show other drafts from their beginning, or the same ones compared again where the reader is."""
        columns = order.columns
        here, column, top = self._current, self._column, self.scrolled
        place = self.row_place(here) if here is not None else None
        again = again and self.order is not None and len(self.order.columns.drafts) == len(columns.drafts)
        self.order, self._names = order, tuple(names)
        self.mirrored = runs_right_to_left(columns.drafts[-1], columns.drafts[0])
        self._opened.clear()
        self._chips.clear()
        self._current, self._column = None, len(columns.drafts) - 1
        self._away = self._away if again else 0
        self._lay_out()
        if again:
            self._column = column
            self._stay(here, place, top)
        else:
            self.verticalScrollBar().setValue(0)
            self.settle()

    def _stay(self, row: int | None, place: float | None, top: int) -> None:
        """Be at a row if it still differs, else at the next one that does, at the height it had."""
        assert self.order is not None
        left = self.changes()
        found = next((one for one in left if row is not None and one >= row), left[-1] if left else None)
        at = self.row_of(found) if found is not None else None
        if row is None or found is None or at is None or place is None:
            self.verticalScrollBar().setValue(top)
            self.settle()
            return
        if found != row:
            self._column = self._changed_column(found)
        self._current = found
        self.settle_at(at, max(0.0, min(place, self.page / 2)))
        self._say()
        self.row_chosen.emit(found)

    # Going about

    def step(self, way: int) -> int | None:
        """To the next (1) or previous (-1) row that changed; None where there is no further."""
        found = self.ahead(way)
        if found is not None:
            self.go_to_cell(found, self._changed_column(found))
        return found

    def _changed_column(self, row: int) -> int:
        """The first column in which a row changed in substance."""
        assert self.order is not None
        columns = self.order.columns
        for column in range(1, len(columns.drafts)):
            changes = [change for one in self.order.together[row] for change in columns.changes(one, column)]
            if any(change.weight in ("substance", "bracket") for change in changes):
                return column
        return self._column

    def go_to_cell(self, row: int, column: int) -> None:
        """Make the row of a cell the current one, and its column, and bring both into sight."""
        self._column = column
        # First the column: how high a row is depends on those that are on the page.
        self._bring_column(column)
        self.go_to(row)
        self.settle()
        self._bring_row(row)

    def go_to(self, row: int) -> None:
        """Make a row the current one and bring it into sight."""
        at = self.row_of(row)
        if at is not None and self.rows[at].fold:
            self._toggle(at)
            at = self.row_of(row)
        if at is None:
            return
        self._set_current(row)
        self._bring_row(row)

    def _bring_row(self, row: int) -> None:
        at = self.row_of(row)
        if at is None:
            return
        self.measure(at)
        top, height = self.heights.tops[at], self.heights[at]
        if not (self.scrolled <= top and top + height <= self.scrolled + self.page):
            self.settle_at(at, max(12.0, min(self.page * 0.3, (self.page - height) / 2)))

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.row_under(event.position().y())
        if event.button() is not Qt.MouseButton.LeftButton or at is None or self.order is None:
            return
        if self.rows[at].fold:
            self._toggle(at)
            return
        column, inside = self._under(event.position(), at)
        chip = self.picture(at).chip_at(inside)
        self._column = column
        self._enter(at)
        if self.rows[at].end - self.rows[at].first == 1:
            lay = self.lanes()
            self.aim(self.picture(at).paragraph_at(inside.y(), lay.text(column), lay.lane * (column + 1)))
        if chip is not None:
            self._chips.setdefault(self.rows[at].first, set()).symmetric_difference_update({(column, chip)})
            self.redraw(at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the cell under the mouse; by key, of the current one."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            at = self.row_under(event.pos().y())
            if at is not None and not self.rows[at].fold:
                self._column = self._under(QPointF(event.pos()), at)[0]
                self._enter(at)
            self.menu_wanted.emit(event.globalPos())
            return
        at = self.row_of(self._current) if self._current is not None else None
        left, _ = self.lane_place(self._column)
        top = self.heights.tops[at] - self.scrolled + 24 if at is not None else 24.0
        place = QPoint(round(left) + 48, round(max(0.0, min(top, self.page - 24.0))))
        self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._column:
            self.pair_wanted.emit(self._column)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._mouse = event.position()
            at = self.row_under(event.position().y())
            hand = at is not None and (
                self.rows[at].fold or self.picture(at).chip_at(self._under(event.position(), at)[1]) is not None
            )
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        return super().viewportEvent(event)

    def pointed_at(self, place: QPointF) -> Pointed | None:
        """The marked words at a place of the page; where a cell says that its paragraph was deleted, that."""
        at = self.row_under(place.y())
        if at is None or self.order is None or self.rows[at].fold:
            return None
        column, inside = self._under(place, at)
        columns, rows = self.order.columns, range(self.rows[at].first, self.rows[at].end)
        if not column:
            return None
        comparison, picture = columns.comparisons[column - 1], self.picture(at)
        words = picture.place_at(inside)
        if words is not None:
            number = [*stretches(columns, rows, column)][picture.part_at(inside)][0]
            return Pointed(comparison, number, words) if number is not None else None
        cells = [columns.rows[row].cells[column] for row in rows]
        if (noted := picture.note_at(inside)) is not None:
            number = next((number for cell in cells for number in cell.changes), None)
            return Pointed(comparison, number, noted[1], noted[0]) if number is not None and any(noted[0]) else None
        gone = [number for cell in cells for number in cell.changes if not comparison.changes[number].new]
        there = any(cell.positions for cell in cells)
        return Pointed(comparison, gone[0], None) if gone and not there else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current is None and event.reason() in BY_KEYBOARD:
            self.step(1)

    def _key(self, key: int) -> bool:
        keys = Qt.Key
        forward = keys.Key_Left if self.mirrored else keys.Key_Right
        if key in (keys.Key_Left, keys.Key_Right):
            self.go_to_column(self._column + (1 if key == forward else -1))
        elif key in (keys.Key_Return, keys.Key_Enter):
            self._press()
        else:
            return super()._key(key)
        return True

    def _press(self) -> None:
        at = self.row_of(self._current) if self._current is not None else None
        if at is not None and self.rows[at].fold:
            self._toggle(at)
        elif self._current is not None and self.order is not None:
            self.pair_wanted.emit(max(1, self._column))

    def _walk(self, way: int) -> None:
        if not self.rows:
            return
        here = self.row_of(self._current) if self._current is not None else None
        at = self.heights.at(self.scrolled) if here is None else max(0, min(len(self.rows) - 1, here + way))
        self._enter(at)
        self.nudge(at)
