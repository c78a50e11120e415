"""Two drafts with their names above and their map at the edge."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from models.telling.figures import counted, figure
from models.telling.sorts import Weight
from widgets.compare.beside.change_map import ChangeMap
from widgets.compare.beside.same import status_words
from widgets.compare.changes.arrangement import Arrangement, Shown
from widgets.compare.changes.chosen import Part, shown_changes
from widgets.compare.changes.names import Names
from widgets.compare.drawn.heads import Heads
from widgets.compare.pairing.rows import End
from widgets.compare.reader_at import ReaderAt
from widgets.compare.two.view import CompareView
from widgets.shell.status_bar import Item
from widgets.theme.surfaces import Surface


class TwoPane(Surface):
    """Names, texts and map; they lie the way the drafts are read, whatever way the window runs."""

    def __init__(self) -> None:
        super().__init__("paper")
        self.heads, self.view, self.map = Heads(), CompareView(), ChangeMap()
        self.map.lie_beside(self, self.heads, self.view)
        self.view.laid_out.connect(self._lay_heads)

    def show_arrangement(self, arrangement: Arrangement, names: Names, shown: Shown, *, again: bool = False) -> None:
        """Show a comparison from its beginning, or, where it is the same one `again`, where the reader is."""
        if again:
            self.view.show_again(arrangement, names)
        else:
            self.view.set_shown(shown)
            self.view.show_comparison(arrangement, names)
        way = Qt.LayoutDirection.RightToLeft if self.view.mirrored else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(way)
        self.show_only(shown)
        self._lay_heads()
        self._show_seen()

    def show_only(self, shown: Shown) -> None:
        """What is asked for, in the text and on the map."""
        self.view.set_shown(shown)
        arrangement = self.view.arrangement
        self.map.show_bands(arrangement.sizes, arrangement.bands(shown))

    def current_end(self) -> tuple[End | None, float | None]:
        """The current paragraph as one to be paired, and at what height of the page it is; None and None without."""
        here = self.view.current
        if here is None:
            return None, None
        change = self.view.arrangement.change(here)
        end = End(True, change.old[0]) if change.old else End(False, change.new[0])
        return end, self.view.row_place(here)

    def go_to_end(self, end: End) -> None:
        """Go to where a paragraph of one of the drafts stands."""
        number = self._entry_of(end)
        if number is not None:
            self._go_to(number, int(not end.old), end.position)

    def _go_to(self, entry: int, side: int, position: int) -> None:
        """Go to an entry, and in it to one of the paragraphs that were divided."""
        self.view.go_to(entry)
        new = self.view.arrangement.change(entry).new
        self.view.aim(new.index(position) if side and position in new else 0)

    def _entry_of(self, end: End) -> int | None:
        for number, entry in enumerate(self.view.arrangement.entries):
            change = self.view.arrangement.change(number)
            if end.position in (change.old if end.old else change.new) and not entry.other_end:
                return number
        return None

    def reader_at(self) -> ReaderAt:
        """Where the reader is in the two drafts."""
        view, comparison = self.view, self.view.arrangement.comparison
        places = view.stands_at()
        chosen = bool(places)
        if not chosen and view.scrolled and view.rows:
            change = view.arrangement.change(view.rows[view.heights.at(view.scrolled)].first)
            places = *((1, at) for at in change.new[:1]), *((0, at) for at in change.old[:1])
        return ReaderAt((comparison.old, comparison.new), places, chosen)

    def stay_with(self, reader: ReaderAt) -> None:
        """Be where the reader was when the drafts were shown another way."""
        comparison = self.view.arrangement.comparison
        for side, at in reader.among((comparison.old, comparison.new)):
            entry = self._entry_of(End(side == 0, at))
            row = self.view.row_of(entry) if entry is not None else None
            if entry is None or row is None:
                continue
            if reader.chosen:
                self._go_to(entry, side, at)
            else:
                self.view.settle_at(row, 0)
            return

    def place_among(self, changes: Sequence[int], entry: int | None) -> int | None:
        """Which of the changes, from 0, a paragraph is or is the other end of; None where it is none of them."""
        if entry is not None and self.view.arrangement.entries[entry].other_end:
            entry = self.view.arrangement.other_end(entry)
        return changes.index(entry) if entry in changes else None

    def count_words(self, changes: Sequence[int]) -> str:
        """ "3 of 16, place 2 of 5", or how many changes are shown."""
        at = self.place_among(changes, self.view.current)
        said = f"{figure(at + 1)} of {figure(len(changes))}" if at is not None else counted(len(changes), "change")
        place = self.view.place_count()
        return f"{said}, {place}" if place else said

    def status(self, shown: Shown) -> tuple[list[Item], list[Item]]:
        """What the status bar says, left and right."""
        words, quiet = status_words(self.view.arrangement, Weight.HOUSEKEEPING in shown.weights)
        return [Item(words), Item(quiet)], [Item("N next, P previous, T take, R refuse")]

    def part(self, shown: Shown) -> Part:
        """What is shown, to copy or print it."""
        arrangement, heads = self.view.arrangement, self.heads
        changes = shown_changes(arrangement, shown)
        return Part(arrangement.comparison, changes, heads.old.text(), heads.new.text())

    def _lay_heads(self) -> None:
        self.heads.lie_over(self.view.columns())

    def _show_seen(self) -> None:
        self.map.show_seen(*self.view.entries_in_sight())
