"""What is on the screen of a sheet. Where lines come or go, what lies below them is moved there as it is painted."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from widgets.text.block_lines import REACH

if TYPE_CHECKING:
    from widgets.text.painted_sheet import PaintedSheet

Beside = tuple[Any, ...]
"""What is seen beside a paragraph; in the end its number, its label and the label that was set."""
_REACH = math.ceil(REACH)


class OnScreen:
    """Knows where the caret and the ground of its paragraph are painted, and what beside each paragraph."""

    def __init__(self, sheet: PaintedSheet) -> None:
        self._sheet = sheet
        self._caret, self._corner = QRect(), QPoint()
        """The caret as it is painted, from the corner of the text."""
        self._ground_at: tuple[float, float, int, bool] | None = None
        """From where to where in the text the ground of a paragraph reached, how far that was scrolled, and whether it
        was that of one from right to left."""
        self._ground: QRect | None = None
        """Where that was on the screen, once it was asked for: most keys need not know."""
        self._selected = False
        self._beside: dict[int, Beside] = {}
        self._looked: object = None
        """How the text stood when all in sight was looked over."""
        self._to_look_at: frozenset[int] | None = None
        """The keys of paragraphs to look at as they are painted while all is yet to be looked over; None where it is
        not."""

    def forget(self) -> None:
        """Another document is shown."""
        self._beside = {}
        self._ground_at = self._ground = self._looked = self._to_look_at = None

    def asked(self, upper: float, lower: float) -> None:
        """What is beside the column between two heights of the document is to be painted anew."""
        sheet = self._sheet
        scrolled = sheet.verticalScrollBar().value()
        top, end = max(0.0, upper - scrolled), min(float(sheet.height()), lower - scrolled)
        if top < end:
            sheet.update_margins(QRect(0, math.floor(top), sheet.width(), math.ceil(end) - math.floor(top)))

    def painted(self) -> None:
        """All that waited is painted now."""
        sheet = self._sheet
        cursor = sheet.textCursor()
        self._caret, self._corner = sheet.cursorRect(cursor), sheet.viewport().pos()
        self._selected = cursor.hasSelection()
        self._ground_at, self._ground = self._ground_now(), None

    def shift(self, lower: float, by: float) -> None:
        """What was below a height of the document lies so many pixels further down; what is above it is asked for."""
        sheet = self._sheet
        start, more = round(lower - sheet.verticalScrollBar().value()), round(by)
        rect = sheet.beside_the_bar()
        rect.setTop(max(0, min(start, start + more)))
        rect.setBottom(sheet.foot() - 1)
        if not more or rect.isEmpty():
            return
        if rect.height() > abs(more) and start >= 0 and self._may_move(rect):
            self._move(rect, start, more)
        else:
            # What comes up from below the page was never painted.
            sheet.update(0, rect.top(), sheet.width(), sheet.height())

    def scroll(self, by: int) -> bool:
        """All of the page moves down; False where it must be painted instead."""
        rect = self._sheet.beside_the_bar()
        rect.setBottom(self._sheet.foot() - 1)
        if abs(by) >= rect.height() or not self._lies_free(rect):
            return False
        self._move(rect, 0, by)
        return True

    def _may_move(self, rect: QRect) -> bool:
        sheet = self._sheet
        if self._selected or sheet.textCursor().hasSelection() or not sheet.moves_with_text():
            return False
        return self._lies_free(rect)

    def _lies_free(self, rect: QRect) -> bool:
        # What lies over the text stays where it is: the notes at its foot, the openings that may be meant.
        return not any(one.isVisible() and one.geometry().intersects(rect) for one in self._sheet.over_text())

    def _move(self, rect: QRect, start: int, by: int) -> None:
        sheet = self._sheet
        column = sheet.viewport().geometry()
        # Each for itself, as they are painted, and with each what of it still waits to be painted.
        inside = rect.intersected(column)
        QWidget.scroll(sheet.viewport(), 0, by, inside.translated(-column.topLeft()))
        left, right = QRect(rect), QRect(rect)
        left.setRight(inside.left() - 1)
        right.setLeft(inside.right() + 1)
        for margin in (left, right):
            if not margin.isEmpty():
                QWidget.scroll(sheet, 0, by, margin)
        caret = self._caret.adjusted(-3, -2, 3, 2).translated(self._corner)
        if caret.bottom() >= start:
            self._caret.translate(0, by)
            sheet.update(caret.translated(0, by))
        ground = self._ground_painted()
        if ground.top() >= start - _REACH:
            ground.translate(0, by)
        elif ground.bottom() >= start - _REACH:
            ground.setBottom(ground.bottom() + by)

    # The paragraph one is at

    def here_moved(self) -> None:
        """Another paragraph is the one that one is at."""
        before = self._ground_painted()
        self._ground_at, self._ground = self._ground_now(), None
        now = self._ground_painted()
        if before.intersects(now):
            self._sheet.update(before.united(now))  # one below the other, as nearly always
        else:
            self._sheet.update(before)
            self._sheet.update(now)

    def ground_moved(self) -> None:
        """The paragraph one is at may have become another, or lie elsewhere."""
        if self._ground_now() != self._ground_at:
            self.here_moved()

    def _ground_now(self) -> tuple[float, float, int, bool] | None:
        sheet = self._sheet
        here, column = sheet.here, sheet.column
        block = column.blocks.document.findBlockByNumber(here)
        if not block.isValid():
            return None
        setting = column.blocks.setting(block)
        reach = sheet.ground_of(here, setting, column.top(here))
        return (*reach, sheet.verticalScrollBar().value(), setting.mirrored)

    def _ground_painted(self) -> QRect:
        if self._ground is None:
            self._ground, sheet = QRect(), self._sheet
            if self._ground_at is not None:
                upper, lower, scrolled, _ = self._ground_at
                top = math.floor(upper - scrolled)
                place = QRect(0, top, sheet.width(), math.ceil(lower - scrolled) - top)
                self._ground = place.intersected(sheet.rect())
        return self._ground

    # What stands beside the paragraphs

    def beside(self, position: int) -> Beside:
        """What is painted beside a paragraph, as far as that is known."""
        return self._beside.get(self._sheet.shown.key(position), ())

    def look_soon(self, others: frozenset[int]) -> None:
        """Paragraphs came or went: all is looked over once that is painted, with what stood beside each until then and
        nothing beside new ones; only `others`, by their keys, are otherwise in themselves."""
        self._to_look_at = others if self._to_look_at is None else self._to_look_at | others

    def painting(self, position: int) -> Beside | None:
        """What stands beside a paragraph that is being painted; None where that is not known."""
        sheet = self._sheet
        key = sheet.shown.key(position)
        if self._to_look_at is not None and key not in self._to_look_at:
            return self._beside.get(key)
        if key not in self._beside:
            self._beside[key] = sheet.beside_of(position)
        elif self._looked is None or self._looked != sheet.standing():
            self.look_at(position)
        return self._beside[key]

    def look_at(self, position: int) -> None:
        """Have painted anew what stands beside a paragraph if it is otherwise than it was painted."""
        sheet = self._sheet
        key, seen = sheet.shown.key(position), sheet.beside_of(position)
        if self._beside.get(key) != seen:
            self._beside[key] = seen
            sheet.update_beside(position)

    def look_over(self) -> None:
        """Paragraphs came, went or became others: have painted anew what stands otherwise beside those in sight."""
        sheet = self._sheet
        if not sheet.moves_with_text():
            sheet.update()
        known, self._beside, self._to_look_at = self._beside, {}, None
        count = sheet.shown.count()
        for position in sheet.positions_in_sight(REACH):
            if position < count:
                key, seen = sheet.shown.key(position), sheet.beside_of(position)
                self._beside[key] = seen
                if known.get(key) != seen:
                    sheet.update_beside(position)
        self._looked = sheet.standing()
        self.ground_moved()
