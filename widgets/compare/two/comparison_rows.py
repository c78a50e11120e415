"""A comparison's rows on paper: which are shown, how they lie, how they are painted."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPainterPath, QPen

from models.comparison.change import Comparison
from models.draft import Draft
from models.draft.directions import runs_right_to_left
from widgets.compare.changes.arrangement import Arrangement, Row
from widgets.compare.changes.asked_rows import AskedRows
from widgets.compare.changes.chosen import places_of
from widgets.compare.changes.names import Names
from widgets.compare.drawn import measure
from widgets.compare.drawn.measure import Columns
from widgets.compare.two.drawing import Drawing
from widgets.compare.two.staying import entry_again
from widgets.paper.picture import Picture
from widgets.paper.rows_area import may_move
from widgets.theme.tokens import Measures, current

_FADE_TIME = 600
_FRAME, _AWAY, _BESIDE, _BAR = 1.5, 2.0, 1.5, 3.0


class ComparisonRows(AskedRows):
    """What of a comparison is shown and how; going about it is `CompareView`'s."""

    def __init__(self) -> None:
        super().__init__()
        self.arrangement = Arrangement(Comparison(old=Draft(), new=Draft(), changes=()))
        self.names = Names("", "")
        self._open_chips: dict[int, set[int]] = {}
        self._current_fold: int | None = None
        self._place: int | None = None
        self._inline = False
        self._taken: frozenset[int] = frozenset()
        self._drawing: Drawing | None = None
        self._hovered: int | None = None
        self._bar_strength = 1.0
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(0.15)
        self._fade.setEndValue(1.0)
        self._fade.setDuration(_FADE_TIME)
        self._fade.valueChanged.connect(self._set_bar_strength)

    # What is shown

    def show_comparison(self, arrangement: Arrangement, names: Names) -> None:
        """Show another comparison from its beginning."""
        self.arrangement, self.names, self._taken = arrangement, names, frozenset()
        self.mirrored = runs_right_to_left(arrangement.comparison.new, arrangement.comparison.old)
        self._opened.clear()
        self._open_chips.clear()
        self._current = self._current_fold = self._hovered = self._place = None
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.settle()

    def show_again(self, arrangement: Arrangement, names: Names) -> None:
        """Show the same texts compared again: the reader stays at the change, or at the next one that is left."""
        here, place = self._current, None
        stays = None
        if here is not None:
            place = self.row_place(here)
            stays = entry_again(self.arrangement, here, arrangement, self.shown)
        top = self.scrolled
        self.arrangement, self.names, self._taken = arrangement, names, frozenset()
        self.mirrored = runs_right_to_left(arrangement.comparison.new, arrangement.comparison.old)
        self._opened.clear()
        self._open_chips.clear()
        self._current_fold = self._hovered = self._place = None
        self._current = stays
        self._lay_out()
        row = self.row_of(stays) if stays is not None else None
        if row is not None and place is not None:
            self.settle_at(row, max(0.0, min(place, self.page / 2)))
        else:
            self.verticalScrollBar().setValue(top)
            self.settle()

    def show_taken(self, taken: frozenset[int]) -> None:
        """Say of these changes, by number, that the working text has them."""
        if taken != self._taken:
            self._taken = taken
            if self._drawing is not None:
                self._drawing.taken = taken
            self.redraw_all()

    def changes(self) -> Sequence[int]:
        """The entries that differ, of those that are shown."""
        return self.arrangement.changes(self.shown)

    @property
    def place(self) -> int | None:
        """The place of words in the current entry that is chosen, None for all of it."""
        return self._place

    def places(self) -> tuple[int, ...]:
        """The places of words of the current entry that can be chosen: those seen in its row.

        Of a paragraph that moved each end shows its own words.
        """
        row = self.row_of(self._current) if self._current is not None else None
        if row is None or self._current is None or self._current_fold is not None or self.rows[row].fold:
            return ()
        if not self.has_places(self._current):
            return ()
        count = len(places_of(self.arrangement.change(self._current)))
        return tuple(place for place in range(count) if self.boxes_of(row, place))

    def boxes_of(self, row: int, place: int) -> list[list[QRectF]]:
        """Where the words of a place of the current entry lie in its row, text by text and line by line."""
        assert self._current is not None
        return self.picture(row).place_boxes(place, self._current - self.rows[row].first)

    def span(self, row: int) -> tuple[float, float]:
        """Where what is current begins in a row, and how high it is: of a row of a table that is taller than the page
        its cell, else all of it."""
        shown, height = self.rows[row], self.heights[row]
        if self._current is None or shown.fold or shown.end - shown.first == 1 or height <= self.page:
            return 0.0, height
        return self.picture(row).span_of(self._current - shown.first)

    def has_places(self, entry: int) -> bool:
        """Whether words of an entry can be chosen by themselves: it is one paragraph on each side."""
        change = self.arrangement.change(entry)
        return change.weight is not None and len(change.old) == len(change.new) == 1

    @property
    def inline(self) -> bool:
        """Whether both drafts are shown in one column."""
        return self._inline

    def set_inline(self, inline: bool) -> None:
        """One column or two; the current paragraph stays at its height."""
        if inline != self._inline:
            self._keeping_place(lambda: setattr(self, "_inline", inline))

    def toggle_fold(self, row: int) -> None:
        """Open or close the fold a row is."""
        fold = self.rows[row]
        if fold.fold:
            self._current_fold = fold.first
            place = self.heights.tops[row] - self.scrolled
            self._opened.symmetric_difference_update({fold.first})
            self._lay_out()
            self.settle_at(self.fold_row(fold.first) or 0, place)

    def open_chips(self, entry: int, opened: bool) -> None:
        """Show or fold every unchanged stretch of a paragraph."""
        if self._drawing is None:
            return
        folds = set(range(self._drawing.folds(entry))) if opened else set()
        if folds != self._open_chips.get(entry, set()):
            self._open_chips[entry] = folds
            self._redraw(entry)

    def _toggle_chip(self, entry: int, fold: int) -> None:
        self._open_chips.setdefault(entry, set()).symmetric_difference_update({fold})
        self._redraw(entry)

    def _redraw(self, entry: int) -> None:
        row = self.row_of(entry)
        if row is not None:
            self.redraw(row)

    def columns(self) -> Columns:
        """How the page lies at its present width."""
        make = measure.inline if self._inline else measure.side_by_side
        return make(float(self.viewport().width()), self._zoom, self._wide, self.arrangement.long_numbers)

    # Layout

    def _lay_out(self) -> None:
        """Begin anew with guessed heights."""
        rows = self.arrangement.rows(self.shown, self._opened)
        columns = self.columns()
        self._drawing = Drawing(self.arrangement, columns, self.names, self.mirrored)
        self._drawing.taken = self._taken
        self.begin_rows(rows, [self._guess(row, columns) for row in rows], columns.body.lead)
        self.laid_out.emit()

    def _guess(self, row: Row, columns: Columns) -> float:
        if row.fold:
            return measure.fold_row(columns.body)
        in_two, in_one = self.arrangement.lengths[row.first]
        longest = in_one if columns.inline else in_two
        if row.end - row.first > 1:
            longest *= 3  # The cells of a table are narrower than the page.
        lines = max(1, ceil(longest * columns.body.size * 0.47 / columns.new.width))
        return measure.PAD_TOP + lines * columns.body.lead + measure.PAD_BOTTOM

    def make_picture(self, row: int) -> Picture:
        assert self._drawing is not None
        return self._drawing.row(self.rows[row], self._open_chips)

    def start_fade(self) -> None:
        """Let the bar of the current move come in, so that the eye finds it."""
        if may_move():
            self._fade.stop()
            self._fade.start()

    def _set_bar_strength(self, strength: float) -> None:
        self._bar_strength = strength
        self.viewport().update()

    # Events

    def row_at_keys(self) -> int | None:
        return super().row_at_keys() if self._current_fold is None else self.fold_row(self._current_fold)

    def paint_row(self, painter: QPainter, row: int, top: int) -> None:
        shown = self.rows[row]
        columns = self.columns()
        here = not shown.fold and self._current is not None and shown.first <= self._current < shown.end
        here = here and self._current_fold is None
        if here or (shown.fold and (row == self._hovered or shown.first == self._current_fold)):
            self._paint_ground(painter, columns, top, self.heights[row])
        if (here or (shown.fold and shown.first == self._current_fold)) and self.hasFocus():
            self._paint_bar(painter, columns, top, self.heights[row])
        picture = self.picture(row)
        strength = self._bar_strength if here else 1.0
        picture.paint(painter, top, bar_strength=strength)
        if here and self._place is not None:
            for boxes in self.boxes_of(row, self._place):
                self._frame_place(painter, [box.translated(0, top) for box in boxes])

    @staticmethod
    def _frame_place(painter: QPainter, boxes: Sequence[QRectF]) -> None:
        """A frame of ink about the words of a place; over several lines it is one line around all of them."""
        path = QPainterPath()
        grown = [box.adjusted(-_BESIDE, -_AWAY, _BESIDE, _AWAY) for box in boxes]
        for box, below in zip(grown, [*grown[1:], None], strict=True):
            if below is not None and box.bottom() < below.top() + 1 < box.bottom() + box.height():
                box.setBottom(below.top() + 1)
            part = QPainterPath()
            part.addRect(box)
            path = path.united(part)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current().ink, _FRAME))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path.simplified())
        painter.restore()

    def _paint_ground(self, painter: QPainter, columns: Columns, top: float, height: float) -> None:
        tokens = current()
        box = QRectF(columns.start, top, columns.end - columns.start, height)
        if columns.inline:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.hover)
            painter.drawRoundedRect(box, Measures.RADIUS_CONTROL, Measures.RADIUS_CONTROL)
            painter.restore()
        else:
            painter.fillRect(box, tokens.hover)

    def _paint_bar(self, painter: QPainter, columns: Columns, top: float, height: float) -> None:
        """A bar of ink where a row begins: the keyboard is here, as in a list."""
        begins = columns.end - _BAR if self.mirrored else columns.start
        painter.fillRect(QRectF(round(begins), top, _BAR, height), current().ink)
