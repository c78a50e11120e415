"""Which cell of drafts in columns one is at, what of it can be taken, and what a screen reader hears of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from models.comparison.change import Change
from models.telling.sorts import Weight
from widgets.compare.changes.changed_notes import MarkedNotes
from widgets.compare.changes.chosen import Chosen, all_like, of_cell, shown_in_column
from widgets.compare.changes.copied import copied_changes, copied_paragraphs
from widgets.compare.changes.sayings import spoken
from widgets.compare.columns.cells import is_taken
from widgets.compare.columns.drawing import shows_housekeeping
from widgets.compare.columns.rows import ColumnsRows
from widgets.theme.saying import describe


class ChoosingColumns(ColumnsRows):
    """Drafts in columns of which one cell is the current one; `row_chosen(int)` tells in which row."""

    row_chosen = Signal(int)

    _part = 0
    """Which of the paragraphs of the current cell one is at."""

    def _set_current(self, row: int) -> None:
        self._current, self._part = row, 0
        self._say()
        self.row_chosen.emit(row)
        self.viewport().update()

    def _enter(self, at: int) -> None:
        """Be at a row: of a row of a table at the first cell that differs."""
        row, order = self.rows[at], self.order
        inside = range(row.first, row.end) if not row.fold and order is not None else ()
        differing = (one for one in inside if order is not None and order.weights[one] is Weight.SUBSTANCE)
        self._set_current(next(differing, row.first))

    def aim(self, part: int) -> None:
        """Be at one of several paragraphs of the current cell: those that one was divided into."""
        self._part = part

    def go_to_column(self, column: int) -> None:
        """Another column becomes the current one and comes into sight."""
        if self.order is None or not 0 <= column < len(self.order.columns.drafts):
            return
        self._column, self._part = column, 0
        self._staying(lambda: self._bring_column(column))
        self._say()
        self.viewport().update()

    def _together(self) -> range:
        """The rows that are seen in the current one: the cells of a row of a table."""
        if self.order is None or self._current is None:
            return range(0)
        return self.order.together[self._current]

    def _changes(self) -> list[Change]:
        """What the current cell changed against the column before it."""
        if self.order is None or not self._column:
            return []
        return [change for row in self._together() for change in self.order.columns.changes(row, self._column)]

    def _positions(self) -> list[int]:
        """The paragraphs of the current cell."""
        if self.order is None:
            return []
        rows = self.order.columns.rows
        return [at for row in self._together() for at in rows[row].cells[self._column].positions]

    def stands_at(self) -> tuple[tuple[int, int], ...]:
        """The paragraph of the current cell, else where a column before has it: its column and its position there."""
        at = self.row_of(self._current) if self._current is not None else None
        if self.order is None or self._current is None or at is None or self.rows[at].fold:
            return ()
        cells = self.order.columns.rows[self._current].cells
        here = cells[self._column].positions
        own = here[min(self._part, len(here) - 1) :][:1]
        before = range(self._column - 1, -1, -1)
        return (
            *((self._column, at) for at in own),
            *((column, at) for column in before for at in cells[column].positions[:1]),
        )

    def chosen(self, *, all_of_kind: bool = False) -> Chosen | None:
        """What the current cell changed against the column before it, or all shown there that changed alike."""
        at = self.row_of(self._current) if self._current is not None else None
        if self.order is None or self._current is None or at is None or self.rows[at].fold:
            return None
        quiet = shows_housekeeping(self.shown.weights)
        cell = of_cell(self.order.columns, self._together(), self._column, housekeeping=quiet)
        if cell is None or not all_of_kind:
            return cell
        shown = shown_in_column(self.order, self._column, self.shown)
        found = all_like(cell.comparison, next(iter(cell.changes)), shown)
        return replace(found, column=self._column) if found is not None else None

    def copy_current(self) -> None:
        """Put the current cell on the clipboard, marked as HTML and as it reads now in plain text."""
        if self._current is None or self.order is None:
            return
        columns, rows = self.order.columns, self._together()
        if self._column:
            numbers = [number for row in rows for number in columns.rows[row].cells[self._column].changes]
            made = copied_changes(columns.comparisons[self._column - 1], list(dict.fromkeys(numbers)))
        else:
            draft = columns.drafts[0]
            paragraphs = [draft.paragraphs[at] for at in self._positions()]
            made = copied_paragraphs(draft, paragraphs, in_cells=self.order.in_table(rows, 0))
        QGuiApplication.clipboard().setMimeData(made)

    def _say(self) -> None:
        """Tell a screen reader what the current cell holds."""
        if self.order is None or self._current is None:
            return
        columns = self.order.columns
        texts = "\n".join(columns.drafts[self._column].paragraphs[at].text for at in self._positions())
        said = self._names[self._column]
        if self._column:
            comparison, changes = columns.comparisons[self._column - 1], self._changes()
            differing = [spoken(change, comparison) for change in changes if change.weight]
            told = differing or ["as before" for _ in changes[:1]]
            said = ": ".join([said, "; ".join(told) or "not there"])
            if is_taken(columns, self._together(), self._column, self._taken.get(self._column, frozenset())):
                said += ", taken"
            notes = MarkedNotes(comparison)
            texts = "\n".join([texts, *(line for change in changes for line in notes.spoken(change))])
        describe(self, f"{said}\n{texts}" if texts else said)
