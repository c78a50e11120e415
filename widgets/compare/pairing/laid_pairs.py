"""Two texts that are paired by hand, row by row: which rows are shown, how they lie, and what lies where in them."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QResizeEvent

from models.comparison.candidates import Candidate
from widgets.compare.drawn import measure
from widgets.compare.drawn.measure import Columns
from widgets.compare.pairing.drawing import PairDrawing
from widgets.compare.pairing.lines import Line, ends_in, rows_of
from widgets.compare.pairing.picture import AWAY, PairPicture, Press
from widgets.compare.pairing.rows import End, Held, Pairs
from widgets.paper.rows_area import RowsArea
from widgets.theme.key_hints import key_words


class LaidPairs(RowsArea):
    """The rows of two texts, those that are chosen and could be among them; `laid_out()` tells that the columns lie
    elsewhere. Who chooses is `PairingRows`."""

    laid_out = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pairs: Pairs | None = None
        self.held: Held | None = None
        self.candidates: tuple[Candidate, ...] = ()
        self.rows: tuple[Line, ...] = ()
        self._opened: set[End] = set()
        self._chips: dict[int, set[int]] = {}
        self._drawing: PairDrawing | None = None
        self._zoom, self._wide = 1.0, False
        self._hot: tuple[int, int] | None = None
        """The row and the button in it that the mouse is over."""
        self.drawing_across = False
        """Whether a number is drawn across the gutter now."""

    # Layout

    def set_zoom(self, zoom: float) -> None:
        """Letters of the text times a factor."""
        if zoom != self._zoom:
            self._zoom = zoom
            self._keeping_place(self.held)

    def set_wide(self, wide: bool) -> None:
        """The larger letters of a wide window."""
        if wide != self._wide:
            self._wide = wide
            self._keeping_place(self.held)

    def columns(self) -> Columns:
        """How the page lies at its present width."""
        hung = self.pairs.arrangement.long_numbers if self.pairs is not None else frozenset()
        columns = measure.side_by_side(float(self.viewport().width()), self._zoom, self._wide, hung)
        old, new = columns.old, columns.new
        # Room for the boxes on both sides of the words.
        old, new = replace(old, width=old.width - AWAY), replace(new, width=new.width - AWAY)
        return replace(columns, old=old, new=new)

    def _lay_out(self) -> None:
        if self.pairs is None:
            return
        columns = self.columns()
        offered = {one.position for one in self.candidates}
        self.rows = rows_of(self.pairs, self.held, offered, self._opened)
        keys = {"pair": key_words("Enter")}
        mirrored = self.pairs.mirrored
        self._drawing = PairDrawing(self.pairs, columns, mirrored, self.held, self.candidates, keys)
        self._hot = None
        self.begin([self._guess(line, columns) for line in self.rows], columns.body.lead)
        self.laid_out.emit()

    def _guess(self, line: Line, columns: Columns) -> float:
        if line.fold or self.pairs is None:
            return measure.fold_row(columns.body)
        sides = ((True, line.olds), (False, line.news))
        lengths = [sum(len(self.pairs.paragraph(End(old, at)).text) for at in there) for old, there in sides]
        lines = max(1, ceil(max(lengths) * columns.body.size * 0.47 / columns.new.width))
        return measure.PAD_TOP + lines * columns.body.lead + measure.PAD_BOTTOM

    def _keeping_place(self, before: Held | None, anchor: End | None = None) -> None:
        """Lay out anew; the row of the chosen paragraph (or another) stays at its height."""
        end = anchor or (End(before.old, before.here[0]) if before is not None else None)
        row = self._row_of(end) if end is not None else None
        place = self.heights.tops[row] - self.scrolled if row is not None and row < len(self.heights) else None
        top = self.scrolled
        self._lay_out()
        row = self._row_of(end) if end is not None else None
        if row is not None and place is not None and -200 < place < self.page:
            self.settle_at(row, place)
        else:
            self.verticalScrollBar().setValue(top)
            self.settle()

    def _chosen_row(self) -> int | None:
        return next((number for number, line in enumerate(self.rows) if line.chosen), None)

    def _row_of(self, end: End) -> int | None:
        """The row a paragraph is seen in, or the closed fold it lies in."""
        here = next(
            (n for n, line in enumerate(self.rows) if end.position in (line.olds if end.old else line.news)), None
        )
        number = self.pairs.number(end) if self.pairs is not None else None
        if here is None and number is not None:
            return next((n for n, line in enumerate(self.rows) if line.change <= number < line.end), None)
        return here

    def _bring(self) -> None:
        """Scroll no further than needed to see the chosen row."""
        row = self._chosen_row()
        if row is None:
            return
        self.measure(row)
        top = self.heights.tops[row] - self.scrolled
        if top < 0 or top + self.heights[row] > self.page:
            self.settle_at(row, max(8.0, min(self.page * 0.3, (self.page - self.heights[row]) / 2)))

    def made(self, row: int) -> PairPicture:
        """The picture of a row."""
        return cast(PairPicture, self.picture(row))

    def make_picture(self, row: int) -> PairPicture:  # type: ignore[override]
        assert self._drawing is not None
        line = self.rows[row]
        return self._drawing.row(line, self._chips.get(line.change, ()))

    def row_at_keys(self) -> int | None:
        return self._chosen_row()

    def is_mirrored(self) -> bool:
        return self.pairs is not None and self.pairs.mirrored

    def paint_row(self, painter: QPainter, row: int, top: int) -> None:
        if self.hasFocus() and self.rows[row].chosen:
            self.paint_bar(painter, top, round(self.heights[row]))
        hot = self._hot[1] if self._hot is not None and self._hot[0] == row else None
        self.made(row).paint(painter, top, hot=hot, focused=self.hasFocus(), offers=not self.drawing_across)

    def toggle_fold(self, row: int) -> None:
        """Open or close the fold a row is."""
        line = self.rows[row]
        place = self.heights.tops[row] - self.scrolled
        assert self.pairs is not None
        inside = ends_in(self.pairs, line.change, line.end)
        self._opened = self._opened - inside if line.open else self._opened | inside
        self._lay_out()
        again = next(n for n, one in enumerate(self.rows) if one.fold and one.change == line.change)
        self.settle_at(again, place)

    def open_folds(self, opened: bool) -> None:
        """Open or close every fold."""
        self._opened = set()
        for line in self.rows if opened and self.pairs is not None else ():
            if line.fold and self.pairs is not None:
                self._opened |= ends_in(self.pairs, line.change, line.end)
        self._keeping_place(self.held)

    # What lies where

    def _inside(self, row: int, place: QPointF) -> QPointF:
        return QPointF(place.x(), self.scrolled + place.y() - self.heights.tops[row])

    def end_at(self, place: QPointF) -> End | None:
        """The paragraph at a point of the viewport."""
        row = self.row_under(place.y())
        if row is None or self.rows[row].fold:
            return None
        spot = self.made(row).spot_at(self._inside(row, place))
        return spot.end if spot is not None else None

    def grip_of(self, end: End) -> QPointF | None:
        """Where a line from a paragraph across the gutter begins, in the viewport."""
        row = self._row_of(end)
        if row is None or self.rows[row].fold:
            return None
        grip = self.made(row).grip(end)
        return grip + QPointF(0, self.heights.tops[row] - self.scrolled) if grip is not None else None

    def frame_of(self, end: End) -> QRectF | None:
        """The frame about a paragraph, in the viewport."""
        row = self._row_of(end)
        if row is None or self.rows[row].fold:
            return None
        made = self.made(row)
        spot = next((spot for spot in made.spots if spot.end == end), None)
        if spot is None:
            return None
        box = made.boxes.get(end.old) or spot.words.adjusted(-AWAY, -4, AWAY, 4)
        return made.mirrored(box).translated(0, self.heights.tops[row] - self.scrolled)

    def number_at(self, place: QPointF) -> End | None:
        """The paragraph whose number lies at a point of the viewport."""
        row = self.row_under(place.y())
        if row is None or self.rows[row].fold:
            return None
        spot = self.made(row).number_at(self._inside(row, place))
        return spot.end if spot is not None else None

    def _press_at(self, place: QPointF) -> tuple[int, Press] | None:
        row = self.row_under(place.y())
        if row is None or self.rows[row].fold:
            return None
        press = self.made(row).press_at(self._inside(row, place))
        return (row, press) if press is not None else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._keeping_place(self.held)
        else:
            self.settle()
