"""The rows of a comparison: each change in reading order, the other end of a move, and folds over what is hidden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from models.comparison.by_hand import Ends, SaidByHand
from models.comparison.change import Change, Comparison
from models.comparison.units import Unit
from models.draft.masthead_lines import masthead_roles
from models.draft.once import worked_out
from models.telling.counted_among import references_to_all
from models.telling.operative_part import operative_changes
from models.telling.sorts import Counted, Sort, Weight, counted, sort_of_unit, sorts_had
from models.telling.stray_references import strays
from widgets.compare.changes.entries import in_reading_order
from widgets.compare.changes.entry_sizes import seen_of, size_of
from widgets.compare.changes.table_rows import TableRows
from widgets.paper.number import LongNumbers, long_numbers


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader wants to see: weights; of substance only some sorts, all where none is named; of the text a part.

    A sort lets a change through that has it at all: moved and reworded is both.
    """

    weights: frozenset[Weight] = frozenset({Weight.SUBSTANCE})
    sorts: frozenset[Sort] = frozenset()
    operative: bool = False

    def lets(self, weight: Weight, comparison: Comparison, number: int) -> bool:
        """Whether a change of that weight, by its number, is shown: with it all of its row."""
        substance = weight is Weight.SUBSTANCE
        return weight in self.weights and (substance or not self.sorts) and self.asks_for(comparison, number, substance)

    def asks_for(self, comparison: Comparison, number: int, substance: bool = True) -> bool:
        """Whether a change is of a sort and in a part that are asked for, whether or not its weight is shown."""
        if self.operative and number not in comparison.once(operative_changes):
            return False
        if not (substance and self.sorts):
            return True
        return not self.sorts.isdisjoint(comparison.once(sorts_had).get(number, ()))


@dataclass(frozen=True, slots=True)
class Row:
    """One row: an entry, or those of a row of a table, or a fold over them; from `first` up to and without `end`."""

    first: int
    end: int
    fold: bool = False
    open: bool = False


Texts = tuple[str, ...]
Band = tuple[int, int, Sort | None]
"""The first of the entries that changed as one, the one behind the last, and what happened; None for housekeeping."""
_WEIGHTS = {"substance": Weight.SUBSTANCE, "bracket": Weight.SUBSTANCE, "housekeeping": Weight.HOUSEKEEPING}


class Arrangement:
    """A comparison in the order it is read; entries are numbered from 0. `said` is what a hand said of the two, and
    `carried` what it said of drafts on the way between them."""

    def __init__(
        self, comparison: Comparison, said: tuple[SaidByHand, ...] = (), carried: tuple[SaidByHand, ...] = ()
    ) -> None:
        self.comparison, self.said, self.carried = comparison, said, carried
        self.entries = tuple(in_reading_order(comparison))
        self._changes: dict[Shown, tuple[int, ...]] = {}
        self._texts: dict[int, tuple[Texts, Texts]] = {}
        self._rows: dict[Shown, tuple[Row, ...]] = {}
        self._bands: dict[Shown, tuple[Band, ...]] = {}
        self._sorts: dict[bool, tuple[dict[Sort, int], Counter[Sort]]] = {}
        self.told_of_folds: dict[range, tuple[str, str]] = {}
        """What the folds of some entries say, as far as they were asked."""

    @cached_property
    def tables(self) -> TableRows:
        """Which entries are one row of a table."""
        return TableRows(self.comparison, self.entries)

    @property
    def changes_of_substance(self) -> tuple[int, ...]:
        """The changes of what is shown at first."""
        return self.changes(Shown())

    def changes(self, shown: Shown) -> tuple[int, ...]:
        """The entries that N and P go through when that is asked for, which the list, the map and the bar have too.

        The other end of a move is none. Of a row, a column or a table it is the first that differs as all of it does.
        """
        if shown not in self._changes:
            first: dict[Unit, int] = {}
            for number in self._as_all_of_it:
                entry = self.entries[number]
                if shown.lets(entry.weight, self.comparison, entry.change):
                    first.setdefault(self.comparison.unit_of[entry.change], number)
            self._changes[shown] = tuple(first.values())
        return self._changes[shown]

    @cached_property
    def counted(self) -> Counted:
        """How many changes there are of each weight and sort."""
        return counted(self.comparison)

    @property
    def weights(self) -> dict[Weight, int]:
        """How many changes there are of each weight."""
        return self.counted.weights

    def sorts(self, *, operative: bool = False) -> dict[Sort, int]:
        """How many changes of substance there are of each sort, in the order of `Sort`, none left out that occurs."""
        return self._sorts_of_part(operative)[0]

    def sorts_had(self, *, operative: bool = False) -> Counter[Sort]:
        """How many have each sort at all, as what moved and was reworded has both."""
        return self._sorts_of_part(operative)[1]

    def _sorts_of_part(self, operative: bool) -> tuple[dict[Sort, int], Counter[Sort]]:
        if operative not in self._sorts:
            entries, had = self.changes(Shown(operative=operative)), self.comparison.once(sorts_had)
            found = Counter(map(self.sort, entries))
            at_all = Counter(sort for entry in entries for sort in had.get(self.entries[entry].change, ()))
            self._sorts[operative] = {sort: found[sort] for sort in Sort if found[sort]}, at_all
        return self._sorts[operative]

    @property
    def total(self) -> int:
        """The sum of substance, housekeeping and unchanged: what the head of the list says."""
        return self.counted.total

    def change(self, entry: int) -> Change:
        """The change an entry shows."""
        return self.comparison.changes[self.entries[entry].change]

    def texts(self, entry: int) -> tuple[Texts, Texts]:
        """The texts of the paragraphs an entry is of, in the old draft and in the new one."""
        if entry not in self._texts:
            change, old, new = self.change(entry), self.comparison.old.paragraphs, self.comparison.new.paragraphs
            self._texts[entry] = tuple([old[at].text for at in change.old]), tuple([new[at].text for at in change.new])
        return self._texts[entry]

    def bands(self, shown: Shown) -> tuple[Band, ...]:
        """Of the changes that N and P go through the entries, of a row of a table all its cells, and their sort."""
        if shown not in self._bands:
            found = ((self.tables.row(at), self.sort(at)) for at in self.changes(shown))
            self._bands[shown] = tuple((row.start, row.stop, sort) for row, sort in found)
        return self._bands[shown]

    def sort(self, entry: int) -> Sort | None:
        """What happened to what an entry is of; None for housekeeping."""
        shown = self.entries[entry]
        if shown.weight is not Weight.SUBSTANCE:
            return None
        return sort_of_unit(self.comparison.unit_of[shown.change], self.comparison)

    def by_hand(self, change: Change) -> SaidByHand | None:
        """What a hand said of a change as it is: that its paragraphs are one, that it was deleted, that it is new."""
        return next((self._by_hand[ends] for ends in ends_of(change) if ends in self._by_hand), None)

    @cached_property
    def _by_hand(self) -> dict[Ends, SaidByHand]:
        return {one.ends: one for one in (*self.carried, *self.said) if one.paired or None in one.ends}

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """How long the text of each entry is, in characters of its longer side."""
        return tuple(size_of(self.comparison.changes[entry.change]) for entry in self.entries)

    @cached_property
    def lengths(self) -> tuple[tuple[int, int], ...]:
        """How many characters of each entry are seen, about: in the longer column, and in one for both sides."""
        return tuple(seen_of(self.comparison.changes[entry.change]) for entry in self.entries)

    @cached_property
    def housekeeping(self) -> tuple[Change, ...]:
        """The changes that are housekeeping, of a row the first."""
        return tuple(map(self.change, self.changes(Shown(frozenset({Weight.HOUSEKEEPING})))))

    @cached_property
    def long_numbers(self) -> LongNumbers:
        """The numbers of both sides that need more room than usual beside the text."""
        return long_numbers((self.comparison.old, self.comparison.new))

    def made_ready(self, shown: Shown | None = None) -> Arrangement:
        """This, with all that a page asks it for worked out: where nobody waits for it."""
        worked_out(self.counted, self.sizes, self.lengths, self.housekeeping, self.long_numbers)
        worked_out(self._ends, self._titles, self.tables.rows, self.comparison.summary)
        worked_out(self.comparison.once(references_to_all), self.comparison.once(sorts_had))
        # What the references of both texts point to is known of all of them once it is asked for one.
        if referring := next((one for one in self.comparison.changes if "reference" in one.reasons), None):
            strays(self.comparison, referring)
        for one in (Shown(), Shown(operative=True), shown or Shown()):
            for number in self.changes(one):
                self.texts(number)
            worked_out(self.bands(one), self.sorts(operative=one.operative))
        self.rows(shown or Shown(), ())
        return self

    @cached_property
    def _ends(self) -> dict[tuple[int, bool], int]:
        return {(entry.change, entry.other_end): number for number, entry in enumerate(self.entries)}

    def entry_of(self, change: int) -> int:
        """The entry of a change; of a moved one that where it stands now."""
        return self._ends[change, False]

    def other_end(self, entry: int) -> int | None:
        """The other end of a moved paragraph, or None."""
        shown = self.entries[entry]
        return self._ends.get((shown.change, not shown.other_end))

    def folds_as(self, entry: int) -> Weight:
        """With what an entry is folded: a title that stayed goes with the text under it, not with the masthead."""
        shown = self.entries[entry]
        if shown.weight is not Weight.MASTHEAD or not self._titles:
            return shown.weight
        change = self.comparison.changes[shown.change]
        stayed = change.weight is None and bool(change.new) and self._titles.issuperset(change.new)
        return Weight.UNCHANGED if stayed else Weight.MASTHEAD

    @cached_property
    def _titles(self) -> frozenset[int]:
        roles = masthead_roles(self.comparison.new)
        return frozenset(position for position, role in roles.items() if role == "title")

    @cached_property
    def begins(self) -> frozenset[int]:
        """The entries at which what is counted as one begins: of a row, a column or a table as `changes` has it."""
        first: dict[Unit, int] = {}
        for number in (*self._as_all_of_it, *range(len(self.entries))):
            if not self.entries[number].other_end:
                first.setdefault(self.comparison.unit_of[self.entries[number].change], number)
        return frozenset(first.values())

    @cached_property
    def _as_all_of_it(self) -> tuple[int, ...]:
        """The entries that differ as all does that they are counted with, but for the other ends of moves."""
        return tuple(
            number
            for number, entry in enumerate(self.entries)
            if not entry.other_end and _WEIGHTS.get(self.change(number).weight or "") is entry.weight
        )

    def rows(self, shown: Shown, opened: Collection[int]) -> tuple[Row, ...]:
        """The rows of what is shown; a fold whose first entry is in `opened` lets its entries be seen."""
        if opened:
            return self._rows_of(shown, opened)
        if shown not in self._rows:
            self._rows[shown] = self._rows_of(shown, ())
        return self._rows[shown]

    def _rows_of(self, shown: Shown, opened: Collection[int]) -> tuple[Row, ...]:
        rows: list[Row] = []
        together = list(self._together())
        at = 0
        while at < len(together):
            first, end = together[at]
            if self._shows(first, end, shown):
                rows.append(Row(first, end))
                at += 1
                continue
            head, begin = self.folds_as(first) is Weight.MASTHEAD, at
            while at < len(together) and self._folds_with(*together[at], head, shown):
                end = together[at][1]
                at += 1
            is_open = first in opened
            rows.append(Row(first, end, fold=True, open=is_open))
            if is_open:
                rows += [Row(*one) for one in together[begin:at]]
        return tuple(rows)

    def _together(self) -> Iterator[tuple[int, int]]:
        """The entries that are seen as one: each alone, or those of a row of a table; the first and behind the last."""
        number = 0
        while number < len(self.entries):
            row = self.tables.row(number)
            yield number, row.stop
            number = row.stop

    def _shows(self, first: int, end: int, shown: Shown) -> bool:
        return any(shown.lets(self.folds_as(at), self.comparison, self.entries[at].change) for at in range(first, end))

    def _folds_with(self, first: int, end: int, head: bool, shown: Shown) -> bool:
        return not self._shows(first, end, shown) and head == (self.folds_as(first) is Weight.MASTHEAD)


def ends_of(change: Change) -> tuple[Ends, ...]:
    """The pairs of a change; of a paragraph without a partner, that it has none."""
    if change.old and change.new:
        return tuple(product(change.old, change.new))
    return (*((old, None) for old in change.old), *((None, new) for new in change.new))
