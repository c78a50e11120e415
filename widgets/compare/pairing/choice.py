"""Two texts with two ends chosen by hand, and what could be the other end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from models.comparison.candidates import Candidate
from widgets.compare.pairing.laid_pairs import LaidPairs
from widgets.compare.pairing.rows import End, Held, Pairs, likeliest
from widgets.compare.pairing.words import spoken_ends
from widgets.theme.saying import describe


class PairingRows(LaidPairs):
    """`candidates_wanted(End)` asks what a paragraph could be, `chosen()` tells that other ends are chosen."""

    candidates_wanted = Signal(object)
    chosen = Signal()

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
