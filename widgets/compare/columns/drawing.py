"""Rows of several drafts made into pictures: each cell marked against the column before it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from PySide6.QtGui import QFontMetricsF

from models.comparison.change import Change
from models.draft import Kind, Paragraph
from models.draft.directions import way_of
from models.telling.sentences import listed
from models.telling.sorts import Weight
from widgets.compare.changes.arrangement import Row
from widgets.compare.changes.changed_notes import MarkedNotes
from widgets.compare.changes.names import short_name
from widgets.compare.changes.row_order import RowOrder
from widgets.compare.changes.sayings import reshaped
from widgets.compare.changes.stray_lines import stray_lines
from widgets.compare.columns.cells import CellPart, as_before, cell_parts, is_taken
from widgets.compare.columns.lanes import BEFORE_TEXT, END, INDENT, Lanes
from widgets.compare.drawn.drawn_alike import clear_of, fold_picture, put_aside, put_note, put_number
from widgets.compare.drawn.measure import GAP, PAD_BOTTOM, PAD_TOP
from widgets.compare.drawn.table_drawing import ABOVE, BELOW, CellText, LaidRow, draw_row, lay_row, lay_table
from widgets.paper.block import Block
from widgets.paper.direction import isolated
from widgets.paper.elided import line_in
from widgets.paper.number import number_of
from widgets.paper.picture import Bar, Picture, Sign, Text
from widgets.paper.picture import Words as Said
from widgets.paper.type import baseline, serif
from widgets.theme.tokens import current


class ColumnsDrawing:
    """Makes the pictures of rows for one width and one zoom; folds inside a cell count (column, fold)."""

    def __init__(self, order: RowOrder, lay: Lanes, names: Sequence[str], mirrored: bool, housekeeping: bool) -> None:
        self._order, self._names = order, names
        self.lay = lay
        """Which columns are on the page can become other ones; as wide they stay."""
        self._mirrored, self._housekeeping = mirrored, housekeeping
        self._columns = order.columns
        self._notes = [MarkedNotes(comparison) for comparison in order.columns.comparisons]
        self._font = serif(lay.body.size)
        self._baseline = baseline(lay.body.lead, self._font)
        self.taken: Mapping[int, frozenset[int]] = {}
        """The changes of a column, by number, that the working text has."""

    def row(self, row: Row, opened: Collection[tuple[int, int]]) -> Picture:
        """The picture of a row or of a fold: of the columns on the page, and as high as these are.

        A long paragraph of a draft that is scrolled away would leave a hole.
        """
        if row.fold:
            return self._fold(row)
        image = Picture(self.lay.width, self._mirrored)
        bottom, rows = PAD_TOP + self.lay.body.lead, range(row.first, row.end)
        written = {
            column: cell_parts(self._columns, rows, column, opened=[fold for at, fold in opened if at == column])
            for column in self.lay.in_sight
            if self._is_written(rows, column)
        }
        tables = {
            column: self._laid(rows, column, parts)
            for column, parts in written.items()
            if self._order.in_table(rows, column)
        }
        tall = max((laid.tall for laid, _ in tables.values()), default=0.0)
        for column in self.lay.in_sight:
            if column in tables:
                end = self._table_row(image, column, written[column], tables[column], tall)
            elif column in written:
                end = self._paragraphs(image, column, written[column])
            elif self._positions(rows, column):
                self._as_before(image, rows, column)
                continue
            else:
                self._absent(image, rows, column, gone=bool(self._changes(rows, column)))
                end = PAD_TOP + self.lay.body.lead
            bottom = max(bottom, self._said_taken(image, rows, column, end))
        bottom = max(bottom, self._said_elsewhere(image, rows))
        image.height = bottom + PAD_BOTTOM
        return image

    def _positions(self, rows: range, column: int) -> list[int]:
        return [at for row in rows for at in self._columns.rows[row].cells[column].positions]

    def _changes(self, rows: range, column: int) -> list[Change]:
        return [change for row in rows for change in self._columns.changes(row, column)] if column else []

    def _is_written(self, rows: range, column: int) -> bool:
        """Whether the words of a cell are seen: it has some, and not the same as before."""
        changes = self._changes(rows, column)
        same = changes and all(as_before(change, housekeeping=self._housekeeping) for change in changes)
        return bool(self._positions(rows, column)) and not same

    def _as_before(self, image: Picture, rows: range, column: int) -> None:
        self._number(image, column, PAD_TOP + self._baseline, self._positions(rows, column)[0], quiet=True)
        start, grown = self.lay.text(column), self.lay.body.grown
        middle = PAD_TOP + self.lay.body.lead / 2 + 1
        image.add(Sign("equals-bold", "ink3", start + 6 * grown, middle, 12 * grown))
        image.add(Said("as before", self.lay.body.aside(), "ink3", start + 18 * grown, PAD_TOP + self._baseline))

    def _paragraphs(self, image: Picture, column: int, parts: Sequence[CellPart]) -> float:
        top = PAD_TOP - GAP
        for number, part in enumerate(parts):
            top = self._text(image, column, number, part, top + GAP)
        return top

    def _said_taken(self, image: Picture, rows: range, column: int, top: float) -> float:
        """Under a cell, that the working text has what changed in it; where it ends."""
        if not is_taken(self._columns, rows, column, self.taken.get(column, frozenset())):
            return top
        start, grown = self.lay.text(column), self.lay.body.grown
        image.add(Sign("check-bold", "ink3", start + 6 * grown, top + 11.0 * grown, 12 * grown))
        image.add(Said("taken", self.lay.body.label(), "ink3", start + 18 * grown, top + 15.0 * grown))
        return top + 18.0 * grown

    def _said_elsewhere(self, image: Picture, rows: range) -> float:
        """Where nothing on the page changed, in the last column of it which drafts changed the row: under what stands
        there, if anything does; where that ends."""
        if any(self._differs(rows, column) for column in self.lay.in_sight):
            return 0.0
        others = [column for column in range(1, self.lay.count) if self._differs(rows, column)]
        if not others:
            return 0.0
        names = [isolated(short_name(self._names[column], f"column {column + 1}")) for column in others]
        said = f"{self._became(rows, others)} in {listed(names)}"
        shown = line_in(QFontMetricsF(self.lay.body.aside()), said, self.lay.text_width)
        last = self.lay.in_sight[-1]
        if self._stood(rows, last + 1):
            top = PAD_TOP + self.lay.body.lead - 2.0
            return put_aside(image, shown, self.lay.body, self.lay.text(last), self.lay.text_width, top)
        image.add(Said(shown, self.lay.body.aside(), "ink2", self.lay.text(last), PAD_TOP + self._baseline))
        return PAD_TOP + self.lay.body.lead

    def _became(self, rows: range, columns: Sequence[int]) -> str:
        if len(columns) > 1:
            return "changed"
        changes = self._changes(rows, columns[0])
        if not any(change.new for change in changes):
            return "deleted"
        return "changed" if any(change.old for change in changes) else "new"

    def _differs(self, rows: range, column: int) -> bool:
        """Whether a cell shows something else than the column before."""
        return any(not as_before(one, housekeeping=self._housekeeping) for one in self._changes(rows, column))

    def _laid(self, rows: range, column: int, parts: Sequence[CellPart]) -> tuple[LaidRow, Change | None]:
        """The cells of a row of a table set into lines, and the change that all of them are part of."""
        draft, texts = self._columns.drafts[column], []
        # Rows have no numbers: theirs is room for the cells.
        start, width = column * self.lay.lane + END, self.lay.lane - 1.5 * END
        tables, letters = self._order.table_columns(rows), (self.lay.body, self.lay.note)
        lay = lay_table(tables[column], start, width, letters, beside=list(tables.values()), framed=False)
        for of_cell, part in enumerate(parts):
            change = part.change
            quiet, moved = change is not None and change.weight == "housekeeping", change is not None and change.moved
            for at, pieces in zip(part.positions, part.pieces, strict=True):
                paragraph = draft.paragraphs[at]
                place = paragraph.cell[2] if paragraph.cell is not None else 0
                count = number_of(paragraph, self._order.labels[column][at], right_to_left=self._mirrored)
                over = self._order.table_sizes[column].reach.get(paragraph.cell, 1) if paragraph.cell is not None else 1
                texts.append(CellText(place, pieces, paragraph.text, count, of_cell, quiet, moved, over=over))
        whole = all(text.moved for text in texts)
        if whole:
            texts = [replace(text, moved=False) for text in texts]
        new = all(part.change is not None and not part.change.old for part in parts)
        return lay_row(texts, lay, mirrored=self._mirrored), parts[0].change if whole or new else None

    def _table_row(
        self,
        image: Picture,
        column: int,
        parts: Sequence[CellPart],
        laid: tuple[LaidRow, Change | None],
        tall: float,
    ) -> float:
        """The cells of a row of a table beside each other, as tall as in the other columns; under them what is said of
        any of them."""
        first, (row, whole) = PAD_TOP - ABOVE, laid
        top = draw_row(image, row, first, tall)
        self._bar(image, whole, first, top, column * self.lay.lane + 3)
        for part in parts:
            top = self._said_below(image, column, part.change, top)
        return top - BELOW

    def _absent(self, image: Picture, rows: range, column: int, *, gone: bool) -> None:
        start, base = self.lay.text(column), PAD_TOP + self._baseline
        if gone:
            name = short_name(self._names[column], "this draft")
            image.add(Said(f"Deleted in {isolated(name)}", self.lay.body.aside(), "removed", start, base))
        elif self._stood(rows, column):
            image.add(Said("–", self.lay.body.aside(), "ink3", start, base))

    def _stood(self, rows: range, column: int) -> bool:
        """Whether the row was there in a column before."""
        return any(cell.positions for row in rows for cell in self._columns.rows[row].cells[:column])

    def _text(self, image: Picture, column: int, of_cell: int, part: CellPart, top: float) -> float:
        draft = self._columns.drafts[column]
        quiet = part.change is not None and part.change.weight == "housekeeping"
        first, beside = top, self.lay.text(column) - BEFORE_TEXT
        for number, (at, pieces) in enumerate(zip(part.positions, part.pieces, strict=True)):
            top += GAP if number else 0.0
            paragraph = draft.paragraphs[at]
            indent = _indent(paragraph)
            block = Block(
                pieces,
                self.lay.body,
                self.lay.text_width - indent,
                right_to_left=way_of(paragraph.text, self._mirrored),
                colour=current().ink3 if quiet else None,
            )
            image.add(Text(block, self.lay.text(column) + indent, top, part=of_cell))
            begins = self._number(image, column, top + block.first_baseline, at, quiet=quiet, indent=indent)
            beside = min(beside, clear_of(beside, indent, begins))
            top += block.height
        self._bar(image, part.change, first, top, beside)
        return self._said_below(image, column, part.change, top)

    def _said_below(self, image: Picture, column: int, change: Change | None, top: float) -> float:
        """Its level where that changed alone, which references mean another paragraph, and what notes say otherwise;
        where it ends."""
        if change is not None:
            comparison = self._columns.comparisons[column - 1]
            for line in [*reshaped(change, comparison), *stray_lines(comparison, change, isolated)]:
                top = put_aside(image, line, self.lay.body, self.lay.text(column), self.lay.text_width, top)
        return self._changed_footnotes(image, column, change, top)

    def _changed_footnotes(self, image: Picture, column: int, change: Change | None, top: float) -> float:
        """What the notes of a cell say otherwise than in the column before, under its words; where they end."""
        if change is None:
            return top
        start, width = self.lay.text(column), self.lay.text_width
        for old, new, words, ids in self._notes[column - 1].under(change):
            pieces = words.inline[0] if words.inline else ()
            top = put_note(image, (new or old)[0].mark, ids, pieces, self.lay.note, start, width, top)
        return top

    @staticmethod
    def _bar(image: Picture, change: Change | None, top: float, bottom: float, beside: float) -> None:
        if change is None:
            return
        if change.moved:
            image.add(Bar("moved", beside, top, bottom, double=True))
        elif not change.old or change.kind in ("split", "merged"):
            image.add(Bar("added", beside, top, bottom))

    def _number(
        self, image: Picture, column: int, base: float, at: int, *, quiet: bool = False, indent: float = 0.0
    ) -> float:
        paragraph = self._columns.drafts[column].paragraphs[at]
        number = number_of(paragraph, self._order.labels[column][at], right_to_left=self._mirrored)
        end = self.lay.text(column) + indent - BEFORE_TEXT - 6
        return put_number(image, number, self.lay.body, end, base, quiet=quiet)

    def _fold(self, row: Row) -> Picture:
        told, lay = self._order.fold_words(row), self.lay
        return fold_picture(lay.width, self._mirrored, told, lay.body, lay.number, (0.0, lay.width), is_open=row.open)


def _indent(paragraph: Paragraph) -> float:
    return INDENT * min(paragraph.level, 3) if paragraph.kind is Kind.SUBPARAGRAPH else 0.0


def shows_housekeeping(weights: Collection[Weight]) -> bool:
    """Whether cells that differ by housekeeping alone are written out instead of "as before"."""
    return Weight.HOUSEKEEPING in weights
