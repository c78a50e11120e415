"""Rows with folds among them: which entry is the current one, where one is shown, and what of the text is in sight."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent

from widgets.compare.changes.arrangement import Row, Shown
from widgets.paper.rows_area import RowsArea


class FoldedRows(RowsArea):
    """A rows area whose rows are entries, or folds over several of them.

    `laid_out()` tells that the columns lie elsewhere. Who extends it gives the `changes`, and goes about the rows.
    """

    laid_out = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self._firsts: list[int] = []
        self.shown = Shown()
        self._opened: set[int] = set()
        self.mirrored = False
        self._current: int | None = None
        self._zoom, self._wide = 1.0, False

    def _keeping_place(self, act: Callable[[], object]) -> None:
        """Do something that changes the rows, and keep the current or first row at its height."""

        def lay_out() -> None:
            act()
            self._lay_out()

        self._staying(lay_out)

    def _staying(self, act: Callable[[], object]) -> None:
        """Do something after which rows are of other heights, and keep the current or first row at its place."""
        entry = self._anchor()
        place = self.row_place(entry) if entry is not None else None
        act()
        row = self.row_of(entry) if entry is not None else None
        if row is None or place is None:
            self.settle()
            return
        self.measure(row)
        # A tall row of which the end was read may be a low one now.
        line = self.verticalScrollBar().singleStep()
        self.settle_at(row, place if place + self.heights[row] > line else 0.0)

    def _lay_out(self) -> None:
        """Begin anew with guessed heights."""
        raise NotImplementedError

    def changes(self) -> Sequence[int]:
        """The entries that differ, of those that are shown."""
        raise NotImplementedError

    def copy_current(self) -> None:
        """Put the current entry on the clipboard."""
        raise NotImplementedError

    def _walk(self, way: int) -> None:
        """To the next (1) or previous (-1) row."""
        raise NotImplementedError

    def is_mirrored(self) -> bool:
        return self.mirrored

    def row_at_keys(self) -> int | None:
        row = self.row_of(self._current) if self._current is not None else None
        return row if row is not None and not self.rows[row].fold else None

    @property
    def current(self) -> int | None:
        """The current entry."""
        return self._current

    def ahead(self, way: int) -> int | None:
        """The next (1) or previous (-1) change that is shown; None where there is no further."""
        here = self._current
        if here is None and self.rows:
            here = self.rows[self.heights.at(self.scrolled)].first - (way > 0)
        if here is None:
            return None
        after = [entry for entry in self.changes() if (entry > here if way > 0 else entry < here)]
        return (after[0] if way > 0 else after[-1]) if after else None

    def _anchor(self) -> int | None:
        """The current entry if it is in sight, else the first that is."""
        if not self.rows:
            return None
        place = self.row_place(self._current) if self._current is not None else None
        if place is not None and -200 < place < self.page:
            return self._current
        return self.rows[self.heights.at(self.scrolled)].first

    @property
    def zoom(self) -> float:
        """The factor of the letters."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Letters of the text times a factor."""
        if zoom != self._zoom:
            self._keeping_place(lambda: setattr(self, "_zoom", zoom))

    def set_wide(self, wide: bool) -> None:
        """The larger letters of a wide window."""
        if wide != self._wide:
            self._keeping_place(lambda: setattr(self, "_wide", wide))

    def set_shown(self, shown: Shown) -> None:
        """What is not folded away."""
        if shown != self.shown:
            self._opened.clear()
            self._keeping_place(lambda: setattr(self, "shown", shown))

    def begin_rows(self, rows: Sequence[Row], guesses: Sequence[float], line: float) -> None:
        """Other rows, with guessed heights."""
        self.rows = tuple(rows)
        self._firsts = [row.first for row in self.rows]
        self.begin(guesses, line)

    @property
    def entries(self) -> int:
        """How many entries the rows are of."""
        return self.rows[-1].end if self.rows else 0

    def row_of(self, entry: int) -> int | None:
        """The row of an entry, or the closed fold it lies in."""
        number = bisect_right(self._firsts, entry) - 1
        # The last row that begins at or before it: itself, the closed fold about it, or the header of an open one.
        while number >= 0 and self.rows[number].fold and self.rows[number].open:
            number -= 1
        if number < 0:
            return None
        row = self.rows[number]
        return number if row.first <= entry < row.end else None

    def row_place(self, entry: int) -> float | None:
        """How far below the upper edge the row of an entry begins, in pixels."""
        row = self.row_of(entry)
        return None if row is None else self.heights.tops[row] - self.scrolled

    def fold_row(self, first: int | None) -> int | None:
        """The row of the fold that begins with an entry."""
        return next((number for number, row in enumerate(self.rows) if row.fold and row.first == first), None)

    def entries_in_sight(self) -> tuple[float, float]:
        """The first and the last entry in sight, with the part of them that is out of sight as a fraction."""
        if not self.rows:
            return 0.0, 0.0
        top = float(self.scrolled)
        return self._entry_at(top), self._entry_at(top + self.viewport().height())

    def scroll_to_entry(self, place: float) -> None:
        """Bring an entry, with a fraction of it, to the middle of the page."""
        row = self.row_of(min(int(place), self.entries - 1))
        if row is None:
            return
        self.measure(row)
        shown = self.rows[row]
        share = (place - shown.first) / (shown.end - shown.first)
        inside = self.heights.tops[row] + self.heights[row] * max(0.0, min(1.0, share))
        self.verticalScrollBar().setValue(round(inside - self.viewport().height() / 2))

    def _entry_at(self, place: float) -> float:
        tops = self.heights.tops
        if place >= tops[-1]:
            return float(self.entries)
        row = self.heights.at(place)
        shown = self.rows[row]
        share = (place - tops[row]) / (self.heights[row] or 1.0)
        if shown.fold and shown.open:
            return float(shown.first)
        return shown.first + share * (shown.end - shown.first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._keeping_place(lambda: None)
        else:
            self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_current()
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self._key(event.key()):
            super().keyPressEvent(event)

    def _key(self, key: int) -> bool:
        """What a key does that is held alone; whether it does anything."""
        keys, bar = Qt.Key, self.verticalScrollBar()
        if key in (keys.Key_Down, keys.Key_Up):
            self._walk(1 if key == keys.Key_Down else -1)
        elif key in (keys.Key_Home, keys.Key_End):
            bar.setValue(0 if key == keys.Key_Home else bar.maximum())
        else:
            return False
        return True
