"""A row of a table as a row of the comparison: the old cells and the new ones, or both in one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from models.telling.sorts import Weight, sort_of_unit
from widgets.compare.changes.arrangement import Arrangement, Row
from widgets.compare.changes.folds import reason_words
from widgets.compare.changes.names import Names
from widgets.compare.changes.stray_lines import stray_lines
from widgets.compare.drawn.drawn_alike import put_aside
from widgets.compare.drawn.measure import Cell, Columns
from widgets.compare.drawn.table_drawing import ABOVE, BELOW, CellText, LaidRow, TableLay, draw_row, lay_row, lay_table
from widgets.compare.two.drawn_parts import DrawnParts
from widgets.paper.marked import Marked
from widgets.paper.number import number_of
from widgets.paper.picture import Bar, Picture
from widgets.theme.tokens import Measures

Told = tuple[int, Marked]
"""An entry of the row, and its words."""


class TableParts(DrawnParts):
    """Puts rows of tables into pictures, for one width and one zoom."""

    def __init__(self, arrangement: Arrangement, columns: Columns, mirrored: bool, names: Names) -> None:
        super().__init__(arrangement, columns, mirrored)
        self._names = names

    def _table_row(self, row: Row, opened: Mapping[int, Collection[int]]) -> Picture:
        image = Picture(self.columns.width, self._mirrored)
        numbers = range(row.first, row.end)
        told = [(at, self._words(at, opened.get(at, ()), fold=self._folds(at))) for at in numbers]
        # The line above a row lies on the last of the row before: above the first there is none.
        top = 0.0 if row.first else 1.0
        if self.columns.inline:
            bottom = self._in_one(image, told, top)
        else:
            sides = {side: self._row_of_side(told, side) for side in ("old", "new")}
            tall = max((row.tall for row in sides.values() if row is not None), default=0.0)
            bottom = max(self._side(image, told, side, row, top, tall) for side, row in sides.items())
        signs = self._sign_of_row(image, told)
        image.height = max(bottom, signs)
        return image

    # Side by side

    def _row_of_side(self, told: Sequence[Told], side: str) -> LaidRow | None:
        """The row as a side has it, None where it is not there."""
        old = side == "old"
        cell = self.columns.old if old else self.columns.new
        texts = list(self._texts(told, side))
        if not texts:
            return None
        sizes, others = (self.arrangement.tables.sizes(told[0][0], old=one) for one in (old, not old))
        lay = lay_table(sizes, cell.text, cell.width, (self.columns.body, self.columns.note), beside=[others])
        return self._laid(texts, lay, told)

    def _side(
        self, image: Picture, told: Sequence[Told], side: str, row: LaidRow | None, top: float, tall: float
    ) -> float:
        cell = self.columns.old if side == "old" else self.columns.new
        if row is None:
            return self._nothing(image, told, cell, side == "old")
        return self._below(image, cell, told, side, self._drawn(image, row, told, top, tall))

    def _texts(self, told: Sequence[Told], side: str) -> Iterator[CellText]:
        """The cells of a side; of what moved only that of its place."""
        draft = self.comparison.old if side == "old" else self.comparison.new
        for number, words in told:
            change, entry = self.arrangement.change(number), self.arrangement.entries[number]
            moved = bool(change.moved and change.old and change.new)
            if moved and entry.other_end == (side == "new"):
                continue
            positions, texts = (change.old, words.old) if side == "old" else (change.new, words.new)
            labels = change.old_labels if side == "old" else change.new_labels
            gone = not (change.old and change.new)
            for at, pieces, label in zip(positions, texts, labels, strict=True):
                paragraph = draft.paragraphs[at]
                column = paragraph.cell[2] if paragraph.cell is not None else 0
                tint = ("tint_removed" if side == "old" else "tint_added") if gone else ""
                part, count = number - told[0][0], number_of(paragraph, label, right_to_left=self._mirrored)
                quiet = self._quiet(number)
                over = self.arrangement.tables.reach(paragraph, old=side == "old")
                yield CellText(column, pieces, paragraph.text, count, part, quiet, moved, tint, not gone, over)

    def _nothing(self, image: Picture, told: Sequence[Told], cell: Cell, old: bool) -> float:
        """What stands where the row is not: that it is elsewhere, or in the other draft alone."""
        number, _ = told[0]
        change, entry = self.arrangement.change(number), self.arrangement.entries[number]
        if change.old and change.new:
            return self._moved_end(image, change, cell, entry.other_end, ABOVE) + BELOW
        self._absent(image, cell, f"Not in {self._names.old_short if old else self._names.new_short}", ABOVE)
        return ABOVE + self.columns.body.lead + BELOW

    # Inline

    def _in_one(self, image: Picture, told: Sequence[Told], top: float) -> float:
        cell = self.columns.new
        whole = {self.arrangement.entries[number].other_end for number, _ in told} == {True}
        first = self.arrangement.change(told[0][0])
        if whole:
            return self._moved_end(image, first, cell, other_end=True, above=ABOVE) + BELOW
        tables = self.arrangement.tables
        slots, sizes = tables.slots(told[0][0])
        lay = lay_table(sizes, cell.text, cell.width, (self.columns.body, self.columns.note))
        texts = []
        for number, words in told:
            change, slot = self.arrangement.change(number), tables.slot(number)
            if self.arrangement.entries[number].other_end:
                continue
            draft, positions = (self.comparison.new, change.new) if change.new else (self.comparison.old, change.old)
            labels = change.new_labels if change.new else change.old_labels
            for at, pieces, label in zip(positions, words.inline, labels, strict=True):
                paragraph = draft.paragraphs[at]
                count = number_of(paragraph, label, right_to_left=self._mirrored)
                mine = (True, paragraph.cell[2]) if change.new and paragraph.cell is not None else slot
                column = slots.index(mine) if mine in slots else 0
                part, quiet = number - told[0][0], self._quiet(number)
                over = tables.reach_in_one(told[0][0], paragraph, old=not change.new)
                texts.append(CellText(column, pieces, paragraph.text, count, part, quiet, change.moved, over=over))
        return self._below(image, cell, told, "inline", self._drawn(image, self._laid(texts, lay, told), told, top))

    # Both

    def _fate(self, told: Sequence[Told]) -> str:
        """What became of the row where all of it came, went or moved."""
        fates = {self.comparison.unit_of[self.arrangement.entries[number].change].fate for number, _ in told}
        return fates.pop() if len(fates) == 1 else ""

    def _laid(self, texts: Sequence[CellText], lay: TableLay, told: Sequence[Told]) -> LaidRow:
        if self._fate(told) == "moved":
            texts = [replace(text, moved=False) for text in texts]
        return lay_row(texts, lay, mirrored=self._mirrored)

    def _drawn(
        self, image: Picture, row: LaidRow, told: Sequence[Told], top: float, tall: float | None = None
    ) -> float:
        """The row, and a bar beside it where all of it came, went or moved."""
        bottom, fate = draw_row(image, row, top, tall), self._fate(told)
        if fate:
            role = {"moved": "moved", "new": "added", "deleted": "removed"}[fate]
            beside = row.lay.start + Measures.CHANGE_BAR_AT
            image.add(Bar(role, beside, 2.0, bottom - 2.0, double=fate == "moved"))
        return bottom

    def _below(self, image: Picture, cell: Cell, told: Sequence[Told], side: str, top: float) -> float:
        """Under the row: why it is housekeeping, references that mean another paragraph, and changed notes."""
        begins = top
        changes = [self.arrangement.change(number) for number, _ in told]
        if side != "old" or not any(change.new for change in changes):
            for line in dict.fromkeys(line for number, _ in told for line in self._said_of(number)):
                top = put_aside(image, line, self.columns.body, cell.text, cell.width, top)
        for change in changes:
            top = self._changed_footnotes(image, cell, change, side, top)
        return top + BELOW if top > begins else top

    def _said_of(self, number: int) -> list[str]:
        change = self.arrangement.change(number)
        if self._quiet(number):
            return [said] if (said := reason_words(change, self.comparison)) else []
        return stray_lines(self.comparison, change, self._written)

    def _sign_of_row(self, image: Picture, told: Sequence[Told]) -> float:
        """What happened to the row, as the list says it, and what a hand said of the first cell that differs."""
        numbers = [number for number, _ in told]
        first = next((at for at in numbers if self.arrangement.change(at).weight is not None), numbers[0])
        unit = self.comparison.unit_of[self.arrangement.entries[first].change]
        change, quiet = self.arrangement.change(first), self._quiet(first)
        sort = sort_of_unit(unit, self.comparison) if change.weight is not None and not quiet else None
        return self._sign(image, change, quiet, ABOVE, sort)

    def _quiet(self, number: int) -> bool:
        return self.arrangement.entries[number].weight in (Weight.HOUSEKEEPING, Weight.MASTHEAD)
