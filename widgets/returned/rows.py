"""The changed paragraphs of a returned file, to go through with keys and mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)

from models.draft.directions import is_right_to_left
from widgets.merge.paragraphs import spoken
from widgets.paper import type as letters
from widgets.paper.picture import Picture
from widgets.paper.rows_area import RowsArea
from widgets.returned.drawing import ReturnedDrawing
from widgets.returned.view import Answer, ReturnedRow
from widgets.theme.focus import BY_KEYBOARD
from widgets.theme.roles import Role, speak_as
from widgets.theme.saying import describe
from widgets.theme.tokens import current


class ReturnedRows(RowsArea):
    """`answered(int, Answer)` for what becomes of a place that was changed without tracking, by its number."""

    answered = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[ReturnedRow, ...] = ()
        self.current: int | None = None
        self._kind, self._zoom = letters.COMPARE, 1.0
        self._drawing = ReturnedDrawing(400.0, self._kind, mirrored=False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        speak_as(self, Role.Document)
        self.setAccessibleName("What the file changes")

    def show_rows(self, rows: Sequence[ReturnedRow], *, again: bool = False) -> None:
        """Show other rows from their beginning, or the same ones `again` where the reader is."""
        self.rows = tuple(rows)
        kept = self.current if again and self.current is not None and self.current < len(self.rows) else None
        self.current = kept
        top = self.scrolled
        self._lay_out()
        self.verticalScrollBar().setValue(top if again else 0)
        self.settle()

    def set_wide(self, wide: bool) -> None:
        """The larger letters of a wide window."""
        kind = letters.COMPARE_WIDE if wide else letters.COMPARE
        if kind != self._kind:
            self._kind = kind
            self._lay_out()
            self.settle()

    def _lay_out(self) -> None:
        words = "".join(piece.text for row in self.rows[:40] for piece in row.pieces)
        self._drawing = ReturnedDrawing(float(self.viewport().width()), self._kind, is_right_to_left(words))
        self.begin([self._drawing.guess(row) for row in self.rows], self._kind.lead)

    def make_picture(self, row: int) -> Picture:
        return self._drawing.row(self.rows[row])

    def row_at_keys(self) -> int | None:
        return self.current

    def is_mirrored(self) -> bool:
        return self._drawing.mirrored

    def paint_row(self, painter: QPainter, row: int, top: int) -> None:
        tokens, height, width = current(), round(self.heights[row]), self.viewport().width()
        if row == self.current:
            painter.fillRect(QRectF(0, top, width, height), tokens.hover)
            if self.hasFocus():
                self.paint_bar(painter, top, height)
        self.picture(row).paint(painter, top)
        painter.fillRect(QRectF(28, top + height - 1, width - 56, 1), tokens.line)

    # Going about

    def go_to(self, row: int) -> None:
        """Make a row the current one and bring it into sight."""
        self.current = row
        self.nudge(row)
        self.viewport().update()
        self._say()

    def step(self, way: int, *, waiting: bool = False) -> None:
        """To the next (1) or previous (-1) row with words, or with `waiting` to one that asks for an answer."""
        here = self.current if self.current is not None else (-1 if way > 0 else len(self.rows))
        order = range(here + 1, len(self.rows)) if way > 0 else range(here - 1, -1, -1)
        for at in order:
            row = self.rows[at]
            if not row.heading and (not waiting or (row.untracked is not None and row.answer is Answer.OPEN)):
                self.go_to(at)
                return

    def answer(self, answer: Answer) -> None:
        """Say what becomes of the current row, where it was changed without tracking, and go on to the next such."""
        row = self.rows[self.current] if self.current is not None else None
        if row is not None and row.untracked is not None:
            self.answered.emit(row.untracked, answer)
            self.step(1, waiting=True)

    def _say(self) -> None:
        """Tell a screen reader what the current row holds."""
        if self.current is None:
            return
        row = self.rows[self.current]
        place = row.label or ""
        decided = f" ({row.answer.value})" if row.untracked is not None else ""
        said = ": ".join(part for part in (place, f"{row.says}{decided}", spoken(row.pieces)) if part)
        describe(self, said)

    # Events

    def _pill_at(self, place: QPointF) -> int | None:
        at = self.row_under(place.y())
        if at is None:
            return None
        inside = QPointF(place.x(), self.scrolled + place.y() - self.heights.tops[at])
        return at if self.picture(at).pill_at(inside) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.row_under(event.position().y())
        if event.button() is not Qt.MouseButton.LeftButton or at is None or self.rows[at].heading:
            return
        self.go_to(at)
        row = self.rows[at]
        if row.untracked is not None and self._pill_at(event.position()) is not None:
            taken = row.answer is Answer.PROPOSAL
            self.answered.emit(row.untracked, Answer.LEFT_OUT if taken else Answer.PROPOSAL)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            hand = self._pill_at(event.position()) is not None
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()
        self.settle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current is None and event.reason() in BY_KEYBOARD:
            self.step(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self._key(event.key()):
            super().keyPressEvent(event)

    def _key(self, key: int) -> bool:
        keys = Qt.Key
        if key in (keys.Key_Down, keys.Key_Up):
            self.step(1 if key == keys.Key_Down else -1)
        elif key in (keys.Key_P, keys.Key_L):
            self.answer(Answer.PROPOSAL if key == keys.Key_P else Answer.LEFT_OUT)
        elif key == keys.Key_N:
            self.step(1)
        elif key == keys.Key_Home:
            self.verticalScrollBar().setValue(0)
        elif key == keys.Key_End:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        else:
            return False
        return True
