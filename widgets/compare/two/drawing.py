"""Rows made into pictures: a change side by side or inline, the other end of a move, a fold."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from models.comparison.change import Change
from models.telling.sorts import Weight
from widgets.compare.changes.arrangement import Arrangement, Row
from widgets.compare.changes.folds import fold_words
from widgets.compare.changes.names import Names
from widgets.compare.drawn.drawn_alike import clear_of, fold_picture, indent_of
from widgets.compare.drawn.measure import GAP, PAD_BOTTOM, PAD_TOP, Cell, Columns
from widgets.compare.two.table_parts import TableParts
from widgets.paper.marked import Marked
from widgets.paper.picture import Bar, Ground, Picture, Text
from widgets.paper.pieces import Pieces
from widgets.theme.tokens import Measures

_MASTHEAD_LIFT = 8.0


class Drawing(TableParts):
    """Makes the pictures of a comparison's rows for one width and one zoom."""

    def __init__(self, arrangement: Arrangement, columns: Columns, names: Names, mirrored: bool) -> None:
        super().__init__(arrangement, columns, mirrored, names)

    def row(self, row: Row, opened: Mapping[int, Collection[int]]) -> Picture:
        """The picture of a row; `opened` are the folds inside the paragraphs of entries that are open."""
        if row.fold:
            return self._fold(row)
        if self.arrangement.tables.holds(row.first):
            return self._table_row(row, opened)
        entry = self.arrangement.entries[row.first]
        change = self.arrangement.change(row.first)
        image = Picture(self.columns.width, self._mirrored)
        quiet = entry.weight in (Weight.HOUSEKEEPING, Weight.MASTHEAD)
        words = self._words(row.first, opened.get(row.first, ()), fold=self._folds(row.first))
        if self.columns.inline:
            self._inline(image, change, words, entry.other_end, quiet)
        else:
            self._side_by_side(image, change, words, entry.other_end, quiet)
        if entry.weight is Weight.MASTHEAD:
            image.lift = _MASTHEAD_LIFT
            image.height -= 2 * _MASTHEAD_LIFT
        return image

    def folds(self, entry: int) -> int:
        """How many stretches of a change can be folded."""
        return self._words(entry, (), fold=True).folds if self._folds(entry) else 0

    # Side by side

    def _side_by_side(self, image: Picture, change: Change, words: Marked, other_end: bool, quiet: bool) -> None:
        old, new = self.columns.old, self.columns.new
        moved = change.moved and change.old and change.new
        show_old = bool(change.old) and not (moved and not other_end)
        show_new = bool(change.new) and not (moved and other_end)
        tall = PAD_TOP
        if show_old:
            tall = max(tall, self._cell(image, old, change, change.old, words.old, "old", quiet))
        if show_new:
            tall = max(tall, self._cell(image, new, change, change.new, words.new, "new", quiet))
        if moved:
            tall = max(tall, self._moved_end(image, change, old if not other_end else new, other_end))
        elif not change.new:
            self._absent(image, new, f"Not in {self._names.new_short}")
        elif not change.old:
            self._absent(image, old, f"Not in {self._names.old_short}")
        signs = self._sign(image, change, quiet)
        image.height = max(tall + PAD_BOTTOM, signs)

    def _cell(
        self,
        image: Picture,
        cell: Cell,
        change: Change,
        positions: Sequence[int],
        texts: Sequence[Pieces],
        side: str,
        quiet: bool,
    ) -> float:
        """One side's paragraphs under each other; where they end."""
        draft, labels = (
            (self.comparison.old, change.old_labels) if side == "old" else (self.comparison.new, change.new_labels)
        )
        gone = not change.new or not change.old
        top, beside = PAD_TOP, cell.text + Measures.CHANGE_BAR_AT
        for number, (at, pieces) in enumerate(zip(positions, texts, strict=True)):
            if number:
                top += GAP
            paragraph = draft.paragraphs[at]
            indent = indent_of(paragraph)
            block = self._block(pieces, paragraph, cell.width - indent, quiet, struck=not gone)
            if gone:
                tint = "tint_removed" if side == "old" else "tint_added"
                image.add(Ground(tint, cell.text + indent, top, cell.width - indent, block.height))
            image.add(Text(block, cell.text + indent, top))
            base = top + block.first_baseline
            begins = self._number(image, cell, indent, base, paragraph, labels[number], quiet)
            beside = min(beside, clear_of(beside, indent, begins))
            top += block.height
        self._bars(image, change, positions, side, beside, top)
        if side == "new" or not change.new:
            top = self._remarks(image, cell, change, quiet, top)
        return self._changed_footnotes(image, cell, change, side, top)

    # Inline

    def _inline(self, image: Picture, change: Change, words: Marked, other_end: bool, quiet: bool) -> None:
        cell = self.columns.new
        draft = self.comparison.new if change.new else self.comparison.old
        positions = change.new or change.old
        labels = change.new_labels if change.new else change.old_labels
        top = first = PAD_TOP
        former, beside = 0.0, cell.text + Measures.CHANGE_BAR_AT
        if other_end:
            top = self._moved_end(image, change, cell, other_end=True)
        else:
            if change.verb is not None and change.verb.direction != "other":
                top = self._verb_line(image, cell, change, top)
            first = least = top
            for number, (at, pieces) in enumerate(zip(positions, words.inline, strict=True)):
                if number:
                    top += GAP
                paragraph = draft.paragraphs[at]
                indent = indent_of(paragraph)
                block = self._block(pieces, paragraph, cell.width - indent, quiet, struck=True)
                image.add(Text(block, cell.text + indent, top))
                base = top + block.first_baseline
                begins = self._number(image, cell, indent, base, paragraph, labels[number], quiet)
                beside = min(beside, clear_of(beside, indent, begins))
                if number == 0 and (former := self._former(image, cell, change, top)):
                    least = first + self.columns.body.lead + former
                top += block.height
            if change.moved:
                image.add(Bar("moved", beside, first, top, double=True))
            elif len(positions) > 1 or len(change.old) > 1:
                image.add(Bar("added", beside, first, top))
            top = max(self._remarks(image, cell, change, quiet, top), least)
            top = self._changed_footnotes(image, cell, change, "inline", top)
        signs = self._sign(image, change, quiet, first, former=former)
        image.height = max(top + PAD_BOTTOM, signs)

    # Folds

    def _fold(self, row: Row) -> Picture:
        columns, told = self.columns, fold_words(self.arrangement, range(row.first, row.end))
        start = columns.old.text - (2 if columns.inline else 0)
        return fold_picture(
            columns.width, self._mirrored, told, columns.body, start, (columns.start, columns.end), is_open=row.open
        )
