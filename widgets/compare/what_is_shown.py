"""What is shown on the compare page, as the window asks for it: two drafts or several, and where the reader is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from widgets.compare.changes.arrangement import Arrangement, Shown
from widgets.compare.changes.chosen import Chosen, Part, taken_whole
from widgets.compare.changes.row_order import RowOrder
from widgets.compare.pairing.rows import End
from widgets.compare.panes import ComparePanes
from widgets.compare.parts import CompareParts
from widgets.compare.reader_at import ReaderAt
from widgets.shell.status_bar import Item


class WhatIsShown(ComparePanes):
    """The panes, and which the reader is in: `_several` drafts in columns, or two as `_arrangement` has them."""

    def __init__(self, parts: CompareParts | None = None) -> None:
        super().__init__(parts)
        self._arrangement: Arrangement | None = None
        self._several = False

    @property
    def pairs(self) -> bool:
        """Whether paragraphs are paired by hand now."""
        return self._modes.currentIndex() == 1

    @property
    def shown(self) -> Shown:
        """What is ticked and pressed at the side."""
        return self.panel.shown

    @property
    def reading(self) -> QWidget:
        """Where the keyboard works: the two drafts or the columns, or their paragraphs to be paired."""
        if self.pairs:
            return self.pairing.view
        return self.pane.view if self._several else self.view

    def set_zoom(self, zoom: float) -> None:
        """Letters of the text times a factor."""
        for view in (self.view, self.pane.view, self.pairing.view):
            view.set_zoom(zoom)
        self.zoomed.emit()

    def status(self) -> tuple[list[Item], list[Item]]:
        """What the status bar says, left and right."""
        if self.pairs:
            return [Item(self.pairing.holds)], [Item("Enter pairs, N next unpaired, U unpair, Ctrl Z undo")]
        if self._several:
            return self.pane.status()
        return self.two.status(self.shown) if self._arrangement is not None else ([], [])

    def chosen(self, *, all_of_kind: bool = False) -> Chosen | None:
        """What is to be taken or refused; None where nothing is chosen that differs."""
        return (self.pane.view if self._several else self.view).chosen(all_of_kind=all_of_kind)

    def stands_at(self) -> tuple[tuple[int, int], ...]:
        """The paragraph one is at, whether it differs or not: which draft, counted from 0, and the position there; then
        where the one before has it."""
        return self.pane.view.stands_at() if self._several else self.view.stands_at()

    def reader_at(self) -> ReaderAt | None:
        """Where the reader is among the drafts that are shown; None where none are."""
        if self._several:
            return self.pane.reader_at()
        return self.two.reader_at() if self._arrangement is not None else None

    def stand_at(self, places: Sequence[tuple[int, int]], *, chosen: bool) -> None:
        """Be at the first of some `places` that is shown: which draft, counted from 0, and the position there; `chosen`
        or only in sight."""
        here = self.reader_at()
        if here is None:
            return
        there = tuple(place for place in places if 0 <= place[0] < len(here.drafts))
        (self.pane if self._several else self.two).stay_with(replace(here, places=there, chosen=chosen))

    def parts(self) -> tuple[Part, ...]:
        """What is shown, to copy or print it: one comparison, or each column against the one before it."""
        if self._several:
            return self.pane.parts()
        return (self.two.part(self.shown),) if self._arrangement is not None else ()

    def in_columns(self) -> tuple[RowOrder, tuple[str, ...], Shown] | None:
        """The drafts in columns, what they are called and what is shown of them; None where two are shown."""
        order = self.pane.view.order if self._several else None
        return None if order is None else (order, self.pane.names(), self.pane.view.shown)

    def show_taken(self, taken: Mapping[int, frozenset[int]]) -> None:
        """Say of changes that the working text has them, by number and by the column they lead to: 1 where two drafts
        are compared."""
        if self._several:
            self.pane.view.show_taken(taken)
        else:
            whole = taken_whole(self.view.arrangement.comparison, taken.get(1, frozenset()))
            self.list.show_taken(whole)
            self.view.show_taken(whole)

    @property
    def differs(self) -> bool:
        """Whether anything differs at all between what is compared."""
        if self._several:
            return self.pane.differs
        return self._arrangement is not None and self._arrangement.comparison.differs

    def copy_current(self) -> None:
        """Put the current paragraph, or the current cell, on the clipboard with its marks."""
        (self.pane.view if self._several else self.view).copy_current()

    # Going about

    def next_change(self) -> None:
        """To the next change that is shown; where there is none, that is said."""
        self._step(1, "No change further on; P goes back")

    def previous_change(self) -> None:
        """To the one before."""
        self._step(-1, "No change further back; N goes on")

    def _step(self, way: int, at_end: str) -> None:
        view = self.pane.view if self._several else self.view
        if view.step(way) is None:
            self.at_end.emit(at_end if view.ahead(-way) is not None else "No further change is shown")

    def jump_to_new(self, position: int, column: int | None = None) -> None:
        """Go to a paragraph of the new of two drafts, or of the draft in a column."""
        if self._several and column is not None:
            self.pane.jump_to_place(column, position)
        elif self._arrangement is not None and not self._several:
            self.two.go_to_end(End(False, position))
