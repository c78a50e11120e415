"""Several drafts in columns as rows to go through: what is shown of them, what is folded, and what each one is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property, reduce
from typing import TYPE_CHECKING

from models.draft import Kind
from models.telling.figures import counted, figure
from models.telling.operative_part import operative_part
from models.telling.sorts import Weight, sort_of, sorts_of
from models.telling.table_lines import first_words
from widgets.compare.changes.arrangement import Band, Row, Shown
from widgets.compare.changes.folds import from_to, masthead_words
from widgets.compare.changes.names import line_name
from widgets.compare.drawn.table_sizes import Size, TableSizes, joined
from widgets.paper.number import LongNumbers, long_numbers

if TYPE_CHECKING:
    from models.comparison.columns import Columns


class RowOrder:
    """The rows of drafts in columns, numbered from 0, with their weights and labels."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.labels = _labels(columns)

    @cached_property
    def weights(self) -> tuple[Weight, ...]:
        """Under which count each row falls: the heaviest change along it; masthead lines keep to themselves."""
        found = []
        for row, weight in enumerate(self.columns.weights):
            if weight in ("substance", "bracket"):
                found.append(Weight.SUBSTANCE)
            elif self._masthead(row):
                found.append(Weight.MASTHEAD)
            else:
                found.append(Weight.HOUSEKEEPING if weight else Weight.UNCHANGED)
        return tuple(found)

    def bands(self, shown: Shown) -> tuple[Band, ...]:
        """The rows that N and P go through, of a row of a table all its cells, each with what happened last."""
        found = []
        for row in self.changes(shown):
            told = [change for change in self.columns.all_changes(row) if change.weight in ("substance", "bracket")]
            found.append((self.together[row].start, self.together[row].stop, sort_of(told[-1]) if told else None))
        return tuple(found)

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """How long the text of each row is, in characters of its longest cell."""
        texts = [[len(paragraph.text) for paragraph in draft.paragraphs] for draft in self.columns.drafts]
        return tuple(
            max(1, *(sum(texts[column][at] for at in cell.positions) for column, cell in enumerate(row.cells)))
            for row in self.columns.rows
        )

    @cached_property
    def long_numbers(self) -> LongNumbers:
        """The numbers of all drafts that need more room than usual beside the text."""
        return long_numbers(self.columns.drafts)

    def made_ready(self) -> RowOrder:
        """This, with all that a page asks it for worked out: where nobody waits for it."""
        for what in (self.weights, self.sizes, self.long_numbers, self.together, self.table_sizes):
            assert what is not None
        return self

    def _masthead(self, row: int) -> bool:
        return all(
            self.columns.drafts[column].paragraphs[at].kind is Kind.MASTHEAD
            for column, cell in enumerate(self.columns.rows[row].cells)
            for at in cell.positions
        )

    def shows(self, row: int, shown: Shown) -> bool:
        """Whether a row is to be seen: whether any change along it is."""
        weight = self.weights[row]
        if weight is not Weight.SUBSTANCE:
            return weight in shown.weights and not shown.sorts and (not shown.operative or self.is_operative(row))
        return weight in shown.weights and self._asked_for(row, shown)

    def _asked_for(self, row: int, shown: Shown) -> bool:
        if shown.operative and not self.is_operative(row):
            return False
        return not shown.sorts or any(
            change.weight in ("substance", "bracket") and not shown.sorts.isdisjoint(sorts_of(change, comparison))
            for column, comparison in enumerate(self.columns.comparisons, 1)
            for change in self.columns.changes(row, column)
        )

    def is_operative(self, row: int) -> bool:
        """Whether a row is of the operative part in any draft."""
        cells = enumerate(self.columns.rows[row].cells)
        return any(not self._operative[column].isdisjoint(cell.positions) for column, cell in cells)

    @cached_property
    def _operative(self) -> tuple[frozenset[int], ...]:
        return tuple(map(operative_part, self.columns.drafts, self.labels))

    def names(self, row: int) -> tuple[str | None, ...]:
        """What the paragraph of a row is called in each draft."""
        return tuple(
            self.labels[column][cell.positions[0]] if cell.positions else None
            for column, cell in enumerate(self.columns.rows[row].cells)
        )

    def name(self, row: int) -> str:
        """What it is called last."""
        return next((label for label in reversed(self.names(row)) if label), "")

    def _line_name(self, row: int) -> str:
        """What a paragraph that nobody calls by a label is, where it stands last."""
        cells = enumerate(self.columns.rows[row].cells)
        column, at = next((column, cell.positions[0]) for column, cell in reversed([*cells]) if cell.positions)
        return line_name(self.columns.drafts[column], at)

    def changes(self, shown: Shown) -> tuple[int, ...]:
        """The rows that N and P go through when that is asked for; of a row of a table the first cell that differs."""
        found: dict[int, int] = {}
        for row, weight in enumerate(self.weights):
            if weight in (Weight.SUBSTANCE, Weight.HOUSEKEEPING) and self.shows(row, shown):
                found.setdefault(self.together[row].start, row)
        return tuple(found.values())

    @cached_property
    def together(self) -> tuple[range, ...]:
        """Of each row those that are seen with it: the cells of one row of a table."""
        found: list[range] = []
        first = 0
        for row in range(1, len(self.columns.rows) + 1):
            if row == len(self.columns.rows) or not self._one_line(row - 1, row):
                found += [range(first, row)] * (row - first)
                first = row
        return tuple(found)

    def _one_line(self, one: int, two: int) -> bool:
        """Whether two rows stand in the same row of a table, in the last draft that has both."""
        cells = zip(self.columns.drafts, self.columns.rows[one].cells, self.columns.rows[two].cells, strict=True)
        for draft, here, there in reversed([*cells]):
            if here.positions and there.positions:
                ends = draft.paragraphs[here.positions[0]], draft.paragraphs[there.positions[0]]
                if any(end.cell is None or end.kind is Kind.MASTHEAD for end in ends):
                    return False
                return len({end.cell[:2] for end in ends if end.cell is not None}) == 1
        return False

    @cached_property
    def table_sizes(self) -> tuple[TableSizes, ...]:
        """How wide the columns of the tables of each draft want to be."""
        return tuple(map(TableSizes, self.columns.drafts))

    def table_columns(self, rows: range) -> dict[int, tuple[Size, ...]]:
        """The columns of the table some rows stand in, as each draft has it; as wide where drafts have as many."""
        found: dict[int, tuple[Size, ...]] = {}
        for column in range(len(self.columns.drafts)):
            cells = self._in_cells(rows, column)
            if cells:
                found[column] = self.table_sizes[column].of(cells[0][0])
        return {column: reduce(joined, found.values(), mine) for column, mine in found.items()}

    def in_table(self, rows: range, column: int) -> bool:
        """Whether all of some rows stands in cells of a table of the text in one draft."""
        return bool(self._in_cells(rows, column))

    def _in_cells(self, rows: range, column: int) -> list[tuple[int, int, int]]:
        """The cells of some rows in one draft; none where any of it stands in no table."""
        draft = self.columns.drafts[column]
        ends = [draft.paragraphs[at] for row in rows for at in self.columns.rows[row].cells[column].positions]
        if any(end.kind is Kind.MASTHEAD for end in ends):
            return []
        cells = [end.cell for end in ends if end.cell is not None]
        return cells if len(cells) == len(ends) else []

    def rows(self, shown: Shown, opened: Collection[int]) -> tuple[Row, ...]:
        """What is shown, and folds over the rest; a fold whose first row is in `opened` lets its rows be seen."""
        made: list[Row] = []
        folded: list[range] = []
        for one in dict.fromkeys(self.together):
            if any(self.shows(row, shown) for row in one):
                made += self._folded(folded, opened)
                made.append(Row(one.start, one.stop))
                folded = []
                continue
            if folded and self._in_head(folded[0]) != self._in_head(one):
                made += self._folded(folded, opened)
                folded = []
            folded.append(one)
        return (*made, *self._folded(folded, opened))

    def _in_head(self, rows: range) -> bool:
        return self.weights[rows.start] is Weight.MASTHEAD

    @staticmethod
    def _folded(rows: Sequence[range], opened: Collection[int]) -> list[Row]:
        """A fold over some rows, and, where it is open, each of them behind it."""
        if not rows:
            return []
        first = rows[0].start
        inside = [Row(one.start, one.stop) for one in rows] if first in opened else []
        return [Row(first, rows[-1].stop, fold=True, open=first in opened), *inside]

    def fold_words(self, row: Row) -> tuple[str, str]:
        """What a fold hides, and why it may: ("PP14 to PP15", "unchanged in all four")."""
        numbers = range(row.first, row.end)
        weights = {self.weights[number] for number in numbers}
        if Weight.MASTHEAD in weights:
            return self._masthead_words(numbers)
        names = [name for number in numbers if (name := self.name(number))]
        lines = tuple(dict.fromkeys(self.together[number] for number in numbers))
        said = from_to(names) if names else self._lines_name(lines)
        if Weight.SUBSTANCE in weights:
            changed = sum(any(self.weights[number] is Weight.SUBSTANCE for number in line) for line in lines)
            return said, f"{figure(changed)} changed"
        return said, self._same if weights == {Weight.UNCHANGED} else "housekeeping"

    def _lines_name(self, lines: Sequence[range]) -> str:
        """What some lines that nobody calls by a label are: a row of a table by its first words, or how many."""
        in_tables = [any(self.in_table(line, column) for column in range(len(self.columns.drafts))) for line in lines]
        if len(lines) > 1:
            return counted(len(lines), "row" if all(in_tables) else "paragraph")
        return f"Row {first_words(self._texts(lines[0]))}" if in_tables[0] else self._line_name(lines[0].start)

    def _texts(self, rows: range) -> Iterator[str]:
        """The texts of some rows, from the last draft back."""
        for column in reversed(range(len(self.columns.drafts))):
            for row in rows:
                for at in self.columns.rows[row].cells[column].positions:
                    yield self.columns.drafts[column].paragraphs[at].text

    def _masthead_words(self, rows: range) -> tuple[str, str]:
        differing = sum(any(change.weight is not None for change in self.columns.all_changes(row)) for row in rows)
        if len(rows) == 1:
            return self._line_name(rows[0]), "differs" if differing else self._same
        return "Masthead", masthead_words(len(rows), differing)

    @property
    def _same(self) -> str:
        count = _COUNTED.get(len(self.columns.drafts), str(len(self.columns.drafts)))
        return "unchanged" if len(self.columns.drafts) == 2 else f"unchanged in all {count}"


def _labels(columns: Columns) -> tuple[tuple[str | None, ...], ...]:
    """What each paragraph is called, as the comparisons say it."""
    found: list[list[str | None]] = [[None] * len(draft.paragraphs) for draft in columns.drafts]
    for column, comparison in enumerate(columns.comparisons):
        for change in comparison.changes:
            for at, label in zip(change.old, change.old_labels, strict=True) if not column else ():
                found[column][at] = label
            for at, label in zip(change.new, change.new_labels, strict=True):
                found[column + 1][at] = label
    return tuple(map(tuple, found))


_COUNTED = {3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight"}
