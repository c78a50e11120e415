"""Two texts with two ends chosen: which rows are shown, how they lie, and what could be the other end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from models.comparison.candidates import Candidate
from widgets.compare import measure
from widgets.compare.measure import Columns
from widgets.compare.pairing_drawing import PairDrawing
from widgets.compare.pairing_picture import AWAY, PairPicture, Press
from widgets.compare.pairing_rows import End, Held, Line, Pairs, ends_in, likeliest, rows_of
from widgets.compare.pairing_words import spoken_ends
from widgets.paper.rows_area import RowsArea
from widgets.theme.key_hints import key_words
from widgets.theme.saying import describe
from widgets.theme.tokens import Measures


class PairingRows(RowsArea):
    """`candidates_wanted(End)` asks what a paragraph could be, `chosen()` tells that other ends are chosen,
    `laid_out()` that the columns lie elsewhere."""

    candidates_wanted = Signal(object)
    chosen = Signal()
    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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

    # What is shown

    def show_pairs(self, pairs: Pairs, end: End | None, place: float | None = None) -> None:
        """Show two texts; a paragraph is chosen, its row `place` pixels below the edge where that is given."""
        self._opened = set()
        self._show(pairs, end, place)

    def _show(self, pairs: Pairs, end: End | None, place: float | None) -> None:
        self.pairs, self._chips = pairs, {}
        self.held = pairs.held(end) if end is not None and pairs.number(end) is not None else None
        self.candidates = ()
        self._lay_out()
        row = self._chosen_row()
        if row is not None:
            self.settle_at(row, self.page * 0.3 if place is None else max(0.0, min(place, self.page * 0.6)))
        else:
            self.verticalScrollBar().setValue(0)
            self.settle()
        self._told()
        self._ask()

    def show_again(self, pairs: Pairs, end: End | None) -> None:
        """Show the same texts compared again: the chosen paragraph stays where it is on the page."""
        row = self._chosen_row()
        place = self.heights.tops[row] - self.scrolled if row is not None else None
        top = self.scrolled
        self._show(pairs, end, place)
        if self._chosen_row() is None:
            self.verticalScrollBar().setValue(top)
            self.settle()

    def show_candidates(self, end: End, candidates: Sequence[Candidate]) -> None:
        """What a paragraph could be; the likeliest is offered where it has no partner."""
        held = self.held
        if self.pairs is None or held is None or end != End(held.old, held.here[0]):
            return
        self.candidates = tuple(candidates)
        if not held.there:
            self.held = Held(held.old, held.here, likeliest(self.candidates, self.pairs, held))
        self._keeping_place(held)
        self._told()

    def choose(self, end: End) -> None:
        """Make a paragraph the chosen one, with all that it is paired with."""
        if self.pairs is None or self.pairs.number(end) is None:
            return
        before = self.held
        self.held, self.candidates = self.pairs.held(end), ()
        self._keeping_place(before, end)
        self._bring()
        self._told()
        self._ask()

    def choose_other(self, position: int, *, more: bool = False) -> None:
        """Make a paragraph of the other side the other end; `more`: one more end, or one fewer where it is one."""
        held = self.held
        if held is None or self.pairs is None:
            return
        there: tuple[int, ...] = (position,)
        if more:
            there = tuple(sorted({*held.there} ^ {position}))
        self.held = Held(held.old, held.here, there)
        self._keeping_place(held)
        self._told()

    def choose_more(self, position: int) -> None:
        """One more end on the side of the chosen paragraph, or one fewer where it is one; one stays."""
        held = self.held
        if held is None:
            return
        here = tuple(sorted({*held.here} ^ {position})) or held.here
        self.held = Held(held.old, here, held.there)
        self._keeping_place(held)
        self._told()

    def choose_digit(self, digit: int, *, more: bool = False) -> bool:
        """Make a candidate the other end; False where there is none of that digit."""
        if not 1 <= digit <= len(self.candidates):
            return False
        self.choose_other(self.candidates[digit - 1].position, more=more)
        self._bring()
        return True

    def turn(self) -> None:
        """The other end becomes the chosen one."""
        if self.held is not None and self.held.there:
            self.choose(End(not self.held.old, self.held.there[0]))

    def step(self, way: int) -> None:
        """To the next (1) or previous (-1) paragraph without a partner, of either side."""
        if self.pairs is None:
            return
        there = self.pairs.walk()
        if not there:
            return
        here = self._end
        if here in there:
            at = max(0, min(len(there) - 1, there.index(here) + way))
        else:
            number = self.pairs.number(here) if here is not None else None
            after = [n for n, end in enumerate(there) if number is None or (self.pairs.number(end) or 0) > number]
            at = (after[0] if after else len(there) - 1) if way > 0 else max(0, (after[0] if after else len(there)) - 1)
        if there[at] != here:
            self.choose(there[at])

    @property
    def _end(self) -> End | None:
        return End(self.held.old, self.held.here[0]) if self.held is not None else None

    def _ask(self) -> None:
        if self._end is not None:
            self.candidates_wanted.emit(self._end)

    def _told(self) -> None:
        if self.held is not None and self.pairs is not None:
            describe(self, spoken_ends(self.pairs, self.held))
        self.chosen.emit()

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
            return float(Measures.FOLD_ROW)
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

    def paint_row(self, painter: QPainter, row: int, top: int) -> None:
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
