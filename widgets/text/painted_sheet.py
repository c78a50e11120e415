"""A sheet that is painted here: its paper, and what stands beside and below the words of its paragraphs."""

from __future__ import annotations

from math import ceil, floor
from typing import Any

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QRegion, QResizeEvent, QTextBlock
from PySide6.QtWidgets import QWidget

from models.draft import Kind
from widgets.text import beside
from widgets.text.block_lines import REACH, SPARE, Setting
from widgets.text.bracketed import Bracketed, Span
from widgets.text.column import OUT_OF_LINES, meets
from widgets.text.laid_sheet import LaidSheet
from widgets.text.looks import indent_of
from widgets.text.on_screen import Beside, OnScreen
from widgets.text.shown import with_number
from widgets.theme.tokens import current


class PaintedSheet(LaidSheet):
    """A text on its paper, of which no more is painted than what is otherwise."""

    _painted_on: beside.Sheet | None = None
    """The sheet as what is beside and below the words is painted on it, until something lies otherwise."""
    _margins: QRegion | None = None
    """All of it but the column and the scroll bar, until something lies otherwise."""
    _corner = QPoint()
    """From where the column begins then to the corner of the sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # All of it is painted here, the margins and the column each for itself: what lies below need not be painted
        # first, and where a word changed nothing of the margins is looked at.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.on_screen = OnScreen(self)

    def _lie(self) -> None:
        self._painted_on = self._margins = None
        super()._lie()
        self._painted_on = self._margins = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._painted_on = self._margins = None
        super().resizeEvent(event)

    def _build(self, bracketed: Bracketed | None = None) -> None:
        super()._build(bracketed)
        self.on_screen.forget()
        self.column.asked = self.on_screen.asked
        self.column.shifted.connect(self.on_screen.shift)
        self.update()  # Qt paints the column anew by itself

    # What is on the screen

    @property
    def here(self) -> int:
        """The paragraph with a ground; -1 where none has it."""
        return self._here if self._been_somewhere else -1

    def foot(self) -> int:
        """Where the page ends: above the notes, in pixels."""
        return self.notes.y() if self.notes.isVisible() else self.height()

    def beside_the_bar(self) -> QRect:
        """All of it but the scroll bar."""
        taken = self.bar_width
        return QRect(taken if self.isRightToLeft() else 0, 0, self.width() - taken, self.height())

    def moves_with_text(self) -> bool:
        """Whether all that is painted hangs on its paragraph, and goes where that goes."""
        return not self._warned and self.shown.count() > 2

    def standing(self) -> object:
        """What is another once anything beside the paragraphs may be; None where that is not known."""
        return None

    def beside_of(self, position: int) -> Beside:
        """What is seen beside a paragraph; it is painted anew where this is another."""
        return (*self.shown.number_and_label(position), self.shown.paragraph(position).set_label)

    def update_beside(self, position: int) -> None:
        """Paint anew what stands beside a paragraph."""
        block, column = self.document().findBlockByNumber(position), self.viewport().geometry()
        top, blocks = self._top(block), self.column.blocks
        setting = blocks.setting(block)
        upper, lower = floor(top - REACH), ceil(top + blocks.heights[position] - setting.after + REACH)
        place = QRect(0, upper, self.width(), lower - upper)
        if setting.mirrored == self.isRightToLeft():
            # Of the column no more than the paragraph is set in: all its words would be painted for one pixel of them.
            indent = ceil(indent_of(self.shown.paragraph(position)))
            if self.isRightToLeft():
                place.setLeft(column.right() + 1 - indent)
            else:
                place.setRight(column.left() - 1 + indent)
        self.update(place)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if not self._stays and self.moves_as_a_page() and self.on_screen.scroll(dy):
            wanted = Qt.InputMethodQuery.ImCursorRectangle | Qt.InputMethodQuery.ImAnchorRectangle
            QGuiApplication.inputMethod().update(wanted)
        else:
            super().scrollContentsBy(dx, dy)
            self.update()

    def moves_as_a_page(self) -> bool:
        """Whether nothing is painted that stays where it is when one scrolls."""
        return self.shown.count() > 2

    def _repaint_here(self) -> None:
        self.on_screen.here_moved()

    # Painting

    def _ground(self) -> beside.Sheet:
        if self._painted_on is None:
            self._painted_on = self._sheet_now()
        return self._painted_on

    def _sheet_now(self) -> beside.Sheet:
        column = self.viewport().geometry()
        room = column.left() if self.isRightToLeft() else self.width() - column.right() - 1
        return beside.Sheet(float(column.width()), self._type(), self.isRightToLeft(), float(room - self.bar_width))

    def update(self, *place: Any) -> None:
        """Have all of the sheet, or a part, painted anew: the margins by the sheet, and the column by itself."""
        part = QRect(*place) if place else self.rect()
        self.update_margins(part)
        self.viewport().update(part.translated(self._corner))

    def update_margins(self, part: QRect) -> None:
        """Have what of a part lies beside the column painted anew."""
        super().update(self._beside_column().intersected(part))

    def _beside_column(self) -> QRegion:
        if self._margins is None:
            # Each answer of Qt takes as long as a line of Python, and some parts are asked for at every key.
            column = self.viewport().geometry()
            self._margins = QRegion(self.beside_the_bar()).subtracted(QRegion(column))
            self._corner = -column.topLeft()
        return self._margins

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint_paper(event, self.viewport())
        # Qt asks for the whole box around what is to be painted.
        try:
            super().paintEvent(event)
        finally:
            self.column.wanted, self.column.seen = [], []

    def _paint_paper(self, event: QPaintEvent, on: QWidget) -> None:
        """What lies below the words and beside them, on the sheet, whose margins it is then, or on its column."""
        region, box = event.region(), event.rect()
        painter = QPainter(on)
        painter.setClipRegion(region)
        painter.fillRect(box, getattr(current(), self.ground))
        words_alone, left, above = on is not self, 0, 0
        if not words_alone:
            # Nothing is painted below the scroll bar, whose whole length is asked for when a line comes.
            box = region.intersected(self._beside_column()).boundingRect()
            left, above = -self._corner.x(), -self._corner.y()
            if box.isEmpty():
                painter.end()
                return
        else:
            self.on_screen.painted()
        painter.translate(left, above)
        sheet, shown, blocks = self._ground(), self.shown, self.column.blocks
        count, upper, lower = shown.count(), box.top() - above, box.bottom() + 1 - above
        heights, scrolled = blocks.heights.each, self.verticalScrollBar().value()
        found = self.column.between(scrolled + upper - OUT_OF_LINES, scrolled + lower + OUT_OF_LINES)
        several = region.rectCount() > 1
        down = scrolled - above
        bands = [(rect.top() + down, rect.bottom() + 1 + down) for rect in region] if several else []  # type: ignore[attr-defined]
        if words_alone:
            self.column.seen, self.column.wanted = found, bands  # their letters are drawn next
        for position, (block, top) in enumerate(found, found[0][0].blockNumber() if found else 0):
            if position >= count:
                break
            if several and not meets(bands, top - OUT_OF_LINES, top + heights[position] + OUT_OF_LINES):
                continue
            top -= scrolled
            paragraph, setting = shown.paragraph(position), blocks.setting(block)
            words_end = top + heights[position] - setting.after
            if several or floor(top - SPARE) >= lower or ceil(words_end + SPARE) <= upper:
                far = position == self._here or paragraph.cell or not (words_alone or self._keeps_near(position))
                reach = REACH if far else SPARE
                start, end = floor(top - reach), ceil(words_end + reach)
                if start >= lower or end <= upper:
                    continue
                if several and not meets(bands, start + scrolled, end + scrolled):
                    continue
            its_own = sheet if setting.mirrored == sheet.right_to_left else sheet.turned(setting.mirrored)
            if position == self._here and self._been_somewhere:
                beside.paint_ground(painter, its_own, self.ground_of(position, setting, top))
            if words_alone or self._marks_reach_out():
                self._paint_below(painter, its_own, block, top)
            # What hangs beside a paragraph reaches into the column only where the paragraph is set in.
            if not words_alone or indent_of(paragraph):
                seen = self.on_screen.painting(position)
                if seen is not None:
                    self._paint_beside(painter, (its_own, sheet), block, top, seen)
        painter.end()

    def _keeps_near(self, position: int) -> bool:
        """Whether nothing beside a paragraph is painted further from its words than letters are."""
        return True

    def _marks_reach_out(self) -> bool:
        """Whether what is painted below the words may reach out of the column, as their ground does."""
        return False

    def _paint_below(self, painter: QPainter, sheet: beside.Sheet, block: QTextBlock, top: float) -> None:
        """What lies on the ground below the words of a paragraph, whose sheet is given as the paragraph has it."""
        position = block.blockNumber()
        paragraph = self.shown.paragraph(position)
        if (cell := paragraph.cell) is not None:
            around = self._cell(position - 1), self._cell(position + 1)
            reach = self.ground_of(position, self.column.blocks.setting(block), top)
            if paragraph.kind is Kind.MASTHEAD:  # whose lines are set closer than the ground of one reaches
                reach = max(reach[0], top), min(reach[1], top + self.column.blocks.heights.each[position])
            beside.paint_cell(painter, sheet, reach, cell, around)
        if self.text.bracketed.has_any(position):
            beside.paint_bracketed(painter, sheet, block, top, self.text.bracketed.spans(position))
            signs = self.text.bracketed.signs(position)
            if alone := [Span(at, at + 1) for at, matched in signs if not matched]:
                beside.paint_alone(painter, sheet, block, top, alone)

    def ground_of(self, position: int, setting: Setting, top: float) -> tuple[float, float]:
        """From where to where the ground of a paragraph reaches that is set thus and begins at `top`."""
        blocks = self.column.blocks
        return beside.reach_of(blocks.kind, setting, top, blocks.heights.each[position])

    def _cell(self, position: int) -> beside.Cell | None:
        """Which cell of a table a paragraph stands in, if it is there at all."""
        return self.shown.paragraph(position).cell if 0 <= position < self.shown.count() else None

    def _paint_beside(
        self, painter: QPainter, sheets: tuple[beside.Sheet, beside.Sheet], block: QTextBlock, top: float, seen: Beside
    ) -> None:
        """What is to be `seen` beside a paragraph; the sheet as it has it, and as all others do."""
        position, (sheet, whole) = block.blockNumber(), sheets
        hung, label, _ = seen[-3:]
        warned, paragraph = position in self._warned, with_number(self.shown.paragraph(position), hung)
        number = beside.paint_number(painter, sheet, block, top, paragraph, label, warned=warned)
        if warned:
            here = sheet.before == whole.before
            beside.paint_warning(painter, sheet if here else whole, block, top, number if here else QRectF())
        if (cell := paragraph.cell) is not None:
            before = self._cell(position - 1)
            if before is None or before[:2] != cell[:2]:
                beside.paint_row(painter, whole, block, top, cell)
