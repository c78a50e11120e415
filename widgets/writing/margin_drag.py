"""Paragraphs taken by a number in the margin and put elsewhere; a click on the margin selects the paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter

from models.editing import structure
from models.editing.acts.moving import landing
from models.editing.edit import Caret, Selection
from models.editing.places import block_end, positions
from models.editing.working import WorkingText
from widgets.text.beside import GROUND_AFTER, GROUND_BEFORE
from widgets.theme.tokens import current
from widgets.writing.acting_sheet import LONG

if TYPE_CHECKING:
    from widgets.writing.sheet import WritingSheet

_FAR, _EDGE, _STEP = 6, 36, 14


class MarginDrag(QObject):
    """Follows the mouse over the margins of a sheet; Esc gives up."""

    def __init__(self, sheet: WritingSheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._pressed: QPointF | None = None
        self._position = -1
        self._at = QPointF()
        self.active = False
        """Whether a paragraph is being dragged."""
        self.before: int | None = None
        """Before which position it would go now."""
        self._scroll = QTimer(self)
        self._scroll.setInterval(30)
        self._scroll.timeout.connect(self._scroll_on)
        sheet.verticalScrollBar().valueChanged.connect(self._aim)  # the wheel scrolls as well
        sheet.setMouseTracking(True)

    def handle(self, event: QMouseEvent) -> bool:
        """Whether an event of the sheet's margins was for this."""
        kind = event.type()
        if kind is QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
            return self._press(event.position())
        if kind is QEvent.Type.MouseMove:
            return self._move(event.position())
        if kind is QEvent.Type.MouseButtonRelease and self._pressed is not None:
            self._release()
            return True
        return False

    def cancel(self) -> None:
        """Leave everything where it is."""
        self._pressed, self.active, self.before = None, False, None
        self._scroll.stop()
        self._sheet.unsetCursor()
        self._sheet.update()

    def _press(self, at: QPointF) -> bool:
        position = self._sheet.position_at(at.y())
        if position is None or not self._in_margin(at, position):
            return False
        self._pressed, self._position, self._at = at, position, at
        return True

    def _in_margin(self, at: QPointF, position: int) -> bool:
        outside = not self._sheet.viewport().geometry().contains(at.toPoint())
        return outside and self._sheet.column_side(at.x(), position)

    def _move(self, at: QPointF) -> bool:
        self._at = at
        if self._pressed is None:
            position = self._sheet.position_at(at.y())
            if self._sheet.writes and position is not None and self._in_margin(at, position):
                self._sheet.setCursor(Qt.CursorShape.OpenHandCursor)
            else:
                self._sheet.unsetCursor()
            return False
        if not self.active and self._sheet.writes and (at - self._pressed).manhattanLength() > _FAR:
            self.active = True
            self._sheet.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scroll.start()
        self._aim()
        return True

    def _aim(self) -> None:
        if not self.active:
            return
        gap, working = self._sheet.gap_at(self._at.y()), self._sheet.working
        before = None
        over = self._sheet.rect().contains(self._at.toPoint())  # let go anywhere else, it stays where it is
        if over and working is not None and self._position < len(working.entries):
            # Nothing comes between a paragraph and its subparagraphs: the line is where it will be, if it goes at all.
            taken = self._taken(working)
            before = landing(working.entries, taken.start, taken.stop - 1, gap)
        if before != self.before:
            self.before = before
            self._sheet.update()

    def _scroll_on(self) -> None:
        height = self._sheet.viewport().height()
        bar = self._sheet.verticalScrollBar()
        if self._at.y() < _EDGE:
            bar.setValue(bar.value() - _STEP)
        elif self._at.y() > height - _EDGE:
            bar.setValue(bar.value() + _STEP)

    def _release(self) -> None:
        moved, before, position = self.active, self.before, self._position
        self.cancel()
        working = self._sheet.working
        if working is None or position >= len(working.entries):
            return
        if not moved:
            self._sheet.select(Selection(Caret(position, 0), Caret(position, working.entries[position].length)))
            self._sheet.setFocus()
            return
        if before is not None:
            taken = self._taken(working)
            first, last = taken.start, block_end(working.entries, taken.stop - 1) - 1
            far = max(last, before) - min(first, before) > LONG
            selected = self._sheet.selection() if self._is_selected(working) else None
            self._sheet.do(lambda text, _selection: structure.move_to(text, first, last, before, selected), far=far)

    def _taken(self, working: WorkingText) -> range:
        """The paragraphs that are dragged: all that are selected, if the one that was taken hold of is among them."""
        if self._is_selected(working):
            return positions(self._sheet.selection(), working.entries)
        return range(self._position, self._position + 1)

    def _is_selected(self, working: WorkingText) -> bool:
        return self._position in positions(self._sheet.selection(), working.entries)

    def paint(self, painter: QPainter, width: float, top: float) -> None:
        """The line where the paragraph would go, `top` from the upper edge of the page."""
        left, right = -GROUND_BEFORE, width + GROUND_AFTER
        if self._sheet.isRightToLeft():
            left, right = -GROUND_AFTER, width + GROUND_BEFORE
        painter.fillRect(QRectF(left, top - 1, right - left, 2), current().ink)
