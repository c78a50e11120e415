"""Which entries of a comparison are one row of a table, and which columns its tables have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import groupby

from models.comparison.change import Comparison
from models.comparison.units import cell_places
from models.draft import Paragraph
from widgets.compare.changes.entries import Entry
from widgets.compare.drawn.table_sizes import Size, TableSizes, joined

Slot = tuple[bool, int]
"""A column where both drafts are laid in one: of the new draft, or one that only the old one had."""


class TableRows:
    """The rows of the tables of one comparison, by the entries they are made of."""

    def __init__(self, comparison: Comparison, entries: Sequence[Entry]) -> None:
        self._comparison, self._entries = comparison, entries
        self._places = comparison.once(cell_places)
        self._sizes = TableSizes(comparison.old), TableSizes(comparison.new)
        self._was = {new: old for old, new in reversed(self._places.tables.items())}
        self._both: dict[int, tuple[tuple[Slot, ...], tuple[Size, ...]]] = {}

    def row(self, entry: int) -> range:
        """The entries that are seen as one: those of a row of a table, else the one alone."""
        return self.rows.get(entry) or range(entry, entry + 1)

    @cached_property
    def rows(self) -> Mapping[int, range]:
        """Of each entry that stands in a table those of its row."""
        found: dict[int, range] = {}
        cells = self._places.cells
        if not cells:
            return found
        keys = [self._key(entry) if entry.change in cells else None for entry in self._entries]
        first = 0
        for key, alike in groupby(keys):
            end = first + len(list(alike))
            if key is not None:
                found |= dict.fromkeys(range(first, end), range(first, end))
            first = end
        return found

    def holds(self, entry: int) -> bool:
        """Whether an entry stands in a table."""
        return self._entries[entry].change in self._places.cells

    def _key(self, entry: Entry) -> tuple[bool, object]:
        """Entries on end for which this is equal are one row; of a row that moved the old place is another."""
        number = entry.change
        went = entry.other_end and self._comparison.unit_of[number].fate == "moved"
        change = self._comparison.changes[number]
        if not entry.other_end or went:
            return went, self._places.row(number)
        cell = self._comparison.old.paragraphs[change.old[0]].cell
        return False, self._places.rows.get(cell[:2]) if cell is not None else None

    def slot(self, entry: int) -> Slot:
        """The column of an entry where both drafts are laid in one."""
        column = self._places.column(self._entries[entry].change)[1]
        return (True, column) if column >= 0 else (False, ~column)

    def sizes(self, entry: int, *, old: bool) -> tuple[Size, ...]:
        """The columns of the table the row of an entry stands in, as one of the drafts has it."""
        was, new = (self._columns(entry, side) for side in (True, False))
        return joined(was, new) if old else joined(new, was)

    def _columns(self, entry: int, old: bool) -> tuple[Size, ...]:
        """The same as that draft alone has it: of several tables whose cells are in one row now, the widest."""
        draft = self._comparison.old if old else self._comparison.new
        changes = [self._comparison.changes[self._entries[at].change] for at in self.row(entry)]
        ends = [draft.paragraphs[at].cell for change in changes for at in (change.old if old else change.new)]
        tables: set[int | None] = {cell[0] for cell in ends if cell is not None}
        tables = tables or {self._tables(self._places.table(self._entries[entry].change))[not old]}
        return max((self._sizes[not old].of(table) for table in tables), key=len)

    def slots(self, entry: int) -> tuple[tuple[Slot, ...], tuple[Size, ...]]:
        """The columns of both drafts in one order, what went behind what it stood behind; and how wide they are."""
        table = self._places.table(self._entries[entry].change)
        if table not in self._both:
            self._both[table] = self._in_one(*self._tables(table))
        return self._both[table]

    def _tables(self, table: int) -> tuple[int | None, int | None]:
        """The table of the old draft and that of the new one; below zero it is one that went."""
        return (self._was.get(table), table) if table >= 0 else (~table, None)

    def reach(self, paragraph: Paragraph, *, old: bool) -> int:
        """Over how many columns of its draft the cell of a paragraph reaches."""
        return self._sizes[not old].reach[paragraph.cell] if paragraph.cell is not None else 1

    def reach_in_one(self, entry: int, paragraph: Paragraph, *, old: bool) -> int:
        """The same over the `slots` of the row of an entry, which may have columns of the other draft between."""
        if paragraph.cell is None:
            return 1
        slots, _ = self.slots(entry)
        table, _, column = paragraph.cell
        begins, ends = (
            slots.index(slot) if (slot := self._slot_of(table, at, old=old)) in slots else len(slots)
            for at in (column, column + self.reach(paragraph, old=old))
        )
        return max(ends - begins, 1)

    def _slot_of(self, table: int, column: int, *, old: bool) -> Slot:
        """The slot of a column of a table of one draft."""
        now = self._places.columns.get((table, column)) if old else (table, column)
        return (True, now[1]) if now is not None else (False, column)

    def _in_one(self, old: int | None, new: int | None) -> tuple[tuple[Slot, ...], tuple[Size, ...]]:
        before, after = self._sizes[0].of(old), self._sizes[1].of(new)
        found: dict[Slot, Size] = {(True, column): size for column, size in enumerate(after)}
        order = list(found)
        behind = 0
        for column, size in enumerate(before):
            now = self._places.columns.get((old if old is not None else -1, column))
            slot = (True, now[1]) if now is not None and now[0] == new else (False, column)
            if slot in found:
                found[slot] = found[slot].wider(size)
                behind = order.index(slot) + 1
            else:
                found[slot] = size
                order.insert(behind, slot)
                behind += 1
        return tuple(order), tuple(found[slot] for slot in order)
