"""What is chosen in a comparison: a paragraph, a place of words in it, and what a screen reader hears of it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Signal
from PySide6.QtGui import QContextMenuEvent

from widgets.compare.changes.arrangement import Arrangement
from widgets.compare.changes.changed_notes import MarkedNotes
from widgets.compare.changes.chosen import Chosen, all_like, called, one_of, place_words, shown_changes
from widgets.compare.changes.names import Names
from widgets.compare.changes.sayings import spoken
from widgets.compare.two.comparison_rows import ComparisonRows
from widgets.theme.saying import describe


class ChoosingRows(ComparisonRows):
    """A comparison in which one paragraph is the current one, and in it perhaps one place of words.

    `entry_chosen(int)` tells which entry became the current one, `place_chosen()` that a place of words in it is
    chosen or left; `menu_wanted(QPoint)` asks for the menu of what is chosen, at a place of the screen.
    """

    entry_chosen = Signal(int)
    place_chosen = Signal()
    menu_wanted = Signal(QPoint)

    _part = 0
    """Which of the new paragraphs of the current row one is at."""

    def _set_current(self, entry: int) -> None:
        self._current_fold = None
        self._part = 0
        if entry != self._current:
            self._current, self._place = entry, None
            self._describe()
            self.entry_chosen.emit(entry)
        self.viewport().update()

    def aim(self, part: int) -> None:
        """Be at one of several new paragraphs of the current row: those that one was divided into."""
        self._part = part

    def stands_at(self) -> tuple[tuple[int, int], ...]:
        """The paragraph one is at, whether it differs or not: 1 and its position in the new draft, 0 and in the old."""
        if self._current is None or self._current_fold is not None:
            return ()
        change = self.arrangement.change(self._current)
        new = change.new[min(self._part, len(change.new) - 1) :][:1]
        return (*((1, at) for at in new), *((0, at) for at in change.old[:1]))

    def show_again(self, arrangement: Arrangement, names: Names) -> None:
        """Show the same texts compared again, and say where the reader is now."""
        super().show_again(arrangement, names)
        self._describe()
        if self._current is not None:
            self.entry_chosen.emit(self._current)

    def choose_place(self, place: int | None) -> None:
        """Choose a place of words in the current entry, None to leave it; it comes into sight and is said."""
        if place == self._place:
            return
        self._place = place
        if place is None:
            self._describe()
        elif self._current is not None:
            self._bring_place(place)
            describe(self, f"{place_words(self.arrangement.change(self._current), place)}, {self.place_count()}")
        self.viewport().update()
        self.place_chosen.emit()

    def step_place(self, way: int) -> bool:
        """The next (1) or previous (-1) place of words in the current paragraph; False where there is none at all."""
        there = self.places()
        at = there.index(self._place) + way if self._place in there else 0 if way > 0 else len(there) - 1
        if 0 <= at < len(there):
            self.choose_place(there[at])
            return True
        return self._step_cell(way) or bool(there)

    def _step_cell(self, way: int) -> bool:
        """To the next place in another cell of the same row of a table; False where there is none."""
        row, here, place = self._here(), self._current, self._place
        if row is None or here is None or self.rows[row].fold:
            return False
        for entry in range(here + way, self.rows[row].end if way > 0 else self.rows[row].first - 1, way):
            self._current = entry
            if there := self.places():
                self._current = here
                self._set_current(entry)
                self.choose_place(there[0 if way > 0 else -1])
                return True
        self._current, self._place = here, place
        return False

    def enter(self, row: int) -> None:
        """Be at a row: of a row of a table at the first cell that differs."""
        shown = self.rows[row]
        differing = (at for at in range(shown.first, shown.end) if self.arrangement.change(at).weight is not None)
        self._set_current(next(differing, shown.first))

    def place_count(self) -> str:
        """ "place 2 of 5", or nothing where no place is chosen."""
        there = self.places()
        return f"place {there.index(self._place) + 1} of {len(there)}" if self._place in there else ""

    def _choose_under(self, place: int | None) -> None:
        """The place that was clicked, or none of them where something else was."""
        self.choose_place(place if place in self.places() else None)

    def chosen(self, *, all_of_kind: bool = False) -> Chosen | None:
        """What is to be taken: the chosen place, else the current paragraph, or all shown that changed alike."""
        if self._current is None or self._current_fold is not None:
            return None
        comparison, number = self.arrangement.comparison, self.arrangement.entries[self._current].change
        if all_of_kind:
            return all_like(comparison, number, shown_changes(self.arrangement, self.shown))
        return one_of(comparison, number, self._place)

    def called(self) -> str:
        """What the current paragraph is called: "OP9"."""
        return (
            called(self.arrangement.change(self._current), self.arrangement.comparison)
            if self._current is not None
            else ""
        )

    # Telling and showing it

    def _describe(self) -> None:
        """Tell a screen reader where we are."""
        if self._current is not None:
            change = self.arrangement.change(self._current)
            comparison = self.arrangement.comparison
            said = spoken(change, comparison, self.arrangement.by_hand(change))
            if self.arrangement.entries[self._current].change in self._taken:
                said += ", taken"
            changes = [comparison.changes[number] for number in self._together()]
            texts = [comparison.new.paragraphs[at].text for one in changes for at in one.new]
            notes = [line for one in changes for line in MarkedNotes(comparison).spoken(one)]
            describe(self, "\n".join([said, *texts, *notes]))

    def _together(self) -> list[int]:
        """The changes that are seen in the row of the current one: of a row of a table those of all its cells."""
        row = self.row_of(self._current) if self._current is not None else None
        if self._current is None or row is None or self.rows[row].fold:
            return [self.arrangement.entries[self._current].change] if self._current is not None else []
        shown = self.rows[row]
        entries = self.arrangement.entries[shown.first : shown.end]
        return list(dict.fromkeys(entry.change for entry in entries))

    def _bring_place(self, place: int) -> None:
        """Scroll no further than needed to see the words of a place."""
        row = self.row_of(self._current) if self._current is not None else None
        if row is None:
            return
        self.measure(row)
        boxes = [box for text in self.boxes_of(row, place) for box in text]
        if not boxes:
            return
        above = self.heights.tops[row] + min(box.top() for box in boxes) - 12
        below = self.heights.tops[row] + max(box.bottom() for box in boxes) + 12
        bar = self.verticalScrollBar()
        if below > bar.value() + self.page:
            bar.setValue(round(min(above, below - self.page)))
        elif above < bar.value():
            bar.setValue(round(above))

    # The menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of what lies under the mouse; by key, of what is chosen."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            row = self.row_under(event.pos().y())
            if row is not None and not self.rows[row].fold:
                inside = QPointF(event.pos().x(), self._inside(row, event.pos().y()))
                self._set_current(self.rows[row].first + self.picture(row).part_at(inside))
                self._choose_under(self.picture(row).place_at(inside))
            self.menu_wanted.emit(event.globalPos())
        else:
            self.menu_wanted.emit(self.viewport().mapToGlobal(self._place_of_current()))

    def _place_of_current(self) -> QPoint:
        """Where the menu of what is chosen opens, in the viewport."""
        row = self._here()
        if row is None:
            return QPoint(24, 24)
        boxes = [box for text in self.boxes_of(row, self._place) for box in text] if self._place is not None else []
        top = self.heights.tops[row] - self.scrolled
        if boxes:
            return QPoint(round(boxes[-1].left()), round(top + boxes[-1].bottom()) + 4)
        return QPoint(round(self.columns().new.text), round(max(0.0, min(top + 24, self.page - 24.0))))

    def _here(self) -> int | None:
        if self._current_fold is not None:
            return self.fold_row(self._current_fold)
        return self.row_of(self._current) if self._current is not None else None

    def _inside(self, row: int, y: float) -> float:
        return self.scrolled + y - self.heights.tops[row]
