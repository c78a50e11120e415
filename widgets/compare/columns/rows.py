"""Several drafts in columns on paper: what is shown of them, how they lie, how they are painted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from widgets.compare.changes.arrangement import Row
from widgets.compare.changes.asked_rows import AskedRows
from widgets.compare.changes.row_order import RowOrder
from widgets.compare.columns.drawing import ColumnsDrawing, shows_housekeeping
from widgets.compare.columns.lanes import Lanes, lanes
from widgets.compare.drawn.measure import fold_row
from widgets.paper.picture import Picture
from widgets.paper.scroll_bar import QuietScrollBar
from widgets.theme.tokens import current


class ColumnsRows(AskedRows):
    """Rows are paragraphs that live on; the first column stays where the rest scrolls. `ColumnsView` goes about it."""

    def __init__(self) -> None:
        super().__init__()
        self.order: RowOrder | None = None
        self._names: tuple[str, ...] = ()
        self._chips: dict[int, set[tuple[int, int]]] = {}
        self._drawing: ColumnsDrawing | None = None
        self._column = 0
        self._taken: Mapping[int, frozenset[int]] = {}
        self._away = 0
        self._laid: Lanes | None = None
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBar(QuietScrollBar("paper", Qt.Orientation.Horizontal))

    # What is shown

    def show_taken(self, taken: Mapping[int, frozenset[int]]) -> None:
        """Say of the changes of a column, by number, that the working text has them."""
        if taken != self._taken:
            self._taken = taken
            if self._drawing is not None:
                self._drawing.taken = taken
            self.redraw_all()

    def changes(self) -> Sequence[int]:
        """The rows of the order that differ, of those that are shown."""
        return self.order.changes(self.shown) if self.order is not None else ()

    @property
    def column(self) -> int:
        """The current column."""
        return self._column

    def lanes(self) -> Lanes:
        """How the columns lie at the present width."""
        count = len(self.order.columns.drafts) if self.order else 1
        hung = self.order.long_numbers if self.order is not None else frozenset()
        lay = lanes(float(self.viewport().width()), count, self._zoom, self._wide, hung)
        return replace(lay, away=min(self._away, lay.count - lay.seen))

    @property
    def aside(self) -> int:
        """How far the columns after the first are scrolled, in pixels: always by whole columns."""
        lay = self.lanes()
        return round(lay.away * lay.lane)

    @property
    def columns_away(self) -> int:
        """How many columns are scrolled away behind the first, which stays."""
        return self.lanes().away

    @property
    def held_edge(self) -> int | None:
        """Where the first column ends on the screen, when others are scrolled away behind it."""
        if not self.columns_away:
            return None
        lane = round(self.lanes().lane)
        return self.viewport().width() - lane - 1 if self.mirrored else lane - 1

    def lane_place(self, column: int) -> tuple[float, float]:
        """Where a column begins on the screen and how wide it is."""
        lay = self.lanes()
        start = column * lay.lane - (self.aside if column else 0)
        return (self.viewport().width() - start - lay.lane if self.mirrored else start), lay.lane

    # Layout

    def _bring_column(self, column: int) -> None:
        """Scroll the columns no further than needed to see one; who calls it lays the rows out that are seen then."""
        away = self.lanes().away_for(column)
        if away != self._away:
            self._see_others(away)
            self._set_bar(self.lanes())

    def _lay_out(self) -> None:
        if self.order is None:
            return
        rows = self.order.rows(self.shown, self._opened)
        lay = self._lay_across()
        housekeeping = shows_housekeeping(self.shown.weights)
        self._drawing = ColumnsDrawing(self.order, lay, self._names, self.mirrored, housekeeping)
        self._drawing.taken = self._taken
        self.begin_rows(rows, [self._guess(row, lay) for row in rows], lay.body.lead)
        self._set_bar(lay)
        self.laid_out.emit()

    def _lay_across(self) -> Lanes:
        """How the columns lie now: the current cell, where it was in sight, stays there."""
        was, lay = self._laid, self.lanes()
        if was is not None and self._current is not None and self._column in was.in_sight:
            lay = replace(lay, away=lay.away_for(self._column))
        return lay

    def _set_bar(self, lay: Lanes) -> None:
        """Let the scroll bar stand where the columns lie."""
        bar, beyond = self.horizontalScrollBar(), max(0, round(lay.width - self.viewport().width()))
        self._laid, self._away = None, lay.away
        bar.setRange(0, beyond)
        bar.setPageStep(max(1, round(lay.width) - beyond))
        bar.setSingleStep(max(1, round(lay.lane)))
        bar.setValue(round(lay.away * lay.lane))
        self._laid = lay

    def _guess(self, row: Row, lay: Lanes) -> float:
        if row.fold or self.order is None:
            return fold_row(lay.body)
        longest = sum(self.order.sizes[row.first : row.end])
        lines = max(1, round(min(longest, 700) * lay.body.size * 0.47 / lay.text_width))
        return 23.0 + lines * lay.body.lead

    def make_picture(self, row: int) -> Picture:
        assert self._drawing is not None
        return self._drawing.row(self.rows[row], self._chips.get(self.rows[row].first, ()))

    def _toggle(self, at: int) -> None:
        fold = self.rows[at]
        place = self.heights.tops[at] - self.scrolled
        self._opened.symmetric_difference_update({fold.first})
        self._lay_out()
        self.settle_at(self.fold_row(fold.first) or 0, place)

    # Painting

    def paint_row(self, painter: QPainter, row: int, top: int) -> None:
        shown, picture = self.rows[row], self.picture(row)
        tokens, height = current(), round(self.heights[row])
        page = self.viewport().width()
        here = not shown.fold and self._current is not None and shown.first <= self._current < shown.end
        if here:
            painter.fillRect(QRectF(0, top, page, height), tokens.hover)
        lay = self.lanes()
        held = QRectF(page - lay.lane if self.mirrored else 0, top, lay.lane, height)
        rest = QRectF(0 if self.mirrored else lay.lane, top, page - lay.lane, height)
        still = self._shift_of_first(lay)
        # A fold is one line across the page, and stays where it is.
        for clip, shift in ((rest, still if shown.fold else self._shift(lay)), (held, still)):
            painter.save()
            painter.setClipRect(clip)
            painter.translate(shift, 0)
            picture.paint(painter, top)
            painter.restore()
        if not shown.fold:
            self._paint_lines(painter, lay, top, height, here)

    def _shift(self, lay: Lanes) -> float:
        """By how much pictures are pushed: they are as wide as all columns together."""
        return self.viewport().width() - lay.width + self.aside if self.mirrored else -self.aside

    def _shift_of_first(self, lay: Lanes) -> float:
        return self.viewport().width() - lay.width if self.mirrored else 0.0

    def _under(self, place: QPointF, at: int) -> tuple[int, QPointF]:
        """The column under a place, and the place inside the row's picture."""
        lay = self.lanes()
        held = place.x() >= self.viewport().width() - lay.lane if self.mirrored else place.x() < lay.lane
        x = place.x() - (self._shift_of_first(lay) if held else self._shift(lay))
        leading = lay.width - x if self.mirrored else x
        column = max(0, min(lay.count - 1, int(leading // lay.lane)))
        return column, QPointF(x, self.scrolled + place.y() - self.heights.tops[at])

    def _paint_lines(self, painter: QPainter, lay: Lanes, top: int, height: int, here: bool) -> None:
        """Hairlines between the columns and under the row; the current cell has a stronger edge."""
        tokens = current()
        for column in range(1, lay.count):
            left, wide = self.lane_place(column)
            edge = left + wide if self.mirrored else left
            if (edge < self.viewport().width() - lay.lane + 1) if self.mirrored else (edge >= lay.lane - 1):
                painter.fillRect(QRectF(round(edge), top, 1, height), tokens.line)
        painter.fillRect(QRectF(0, top + height - 1, self.viewport().width(), 1), tokens.line)
        if here and self.hasFocus():
            left, wide = self.lane_place(self._column)
            painter.fillRect(QRectF(round(left), top, 3 if not self.mirrored else wide, 0), tokens.ink)
            bar = left + wide - 3 if self.mirrored else left
            painter.fillRect(QRectF(round(bar), top, 3, height - 1), tokens.ink)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if (edge := self.held_edge) is not None:
            painter = QPainter(self.viewport())
            painter.fillRect(edge, 0, 2, self.viewport().height(), current().line2)
            painter.end()

    # Events

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._laid is None:
            return  # the bar is set to what is laid out
        away = round(self.horizontalScrollBar().value() / self._laid.lane)
        if away == self._away:
            super().scrollContentsBy(dx, dy)
        else:
            self._staying(lambda: self._see_others(away))

    def _see_others(self, away: int) -> None:
        """Other columns are on the page, and the same rows are as high as these; till they are seen, as they were."""
        self._away = away
        self._laid = lay = self.lanes()
        if self._drawing is not None:
            self._drawing.lay = lay
        self.begin([*self.heights], lay.body.lead)
        self.laid_out.emit()
