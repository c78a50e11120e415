"""Drafts in columns as a table for a printer: rows are what lives on, a cell is marked against the column before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from models.comparison.change import Change, Comparison
from models.draft.first_letter import with_small_letter
from models.forms.print_page import whole_page
from models.reading.language import language
from models.telling.numbers import number_before
from widgets.compare.changes.arrangement import Row, Shown
from widgets.compare.changes.changed_notes import MarkedNotes
from widgets.compare.changes.row_order import RowOrder
from widgets.compare.changes.sayings import reshaped
from widgets.compare.changes.stray_lines import stray_lines
from widgets.compare.columns.cells import CellPart, as_before, cell_parts
from widgets.compare.columns.drawing import shows_housekeeping
from widgets.compare.drawn.table_drawing import BROKEN
from widgets.compare.drawn.table_sizes import lanes_of
from widgets.paper.copied import inline_html

_INK2, _INK3, _REMOVED, _LINE = "#454d53", "#596269", "#ae2a20", "#c3c9cd"
_UNDER = f"border-bottom:1px solid {_LINE}"
_SIZES = {2: 10, 3: 9.5, 4: 8.5, 5: 8}
_SMALLEST = 7
"""Letters in points by how many columns share the page."""
_ACROSS, _AROUND = 725.0, 12.0
"""Points from edge to edge of what is printed on paper that lies on its side, and about the words of a column."""


def columns_as_html(order: RowOrder, names: Sequence[str], shown: Shown) -> str:
    """The page of what is shown; folded rows are named. It is wide: for paper that lies on its side."""
    table = _Table(order, names, shown)
    count = len(names)
    heads = "".join(
        f"<th align='left' valign='bottom' style='{_UNDER}' width='{100 / count:.3f}%'>{_said(n, 'b')}</th>"
        for n in names
    )
    body = "".join(table.row(row) for row in order.rows(shown, ()))
    return whole_page(
        [
            f"<h3>{escape(names[0])} to {escape(names[-1])}</h3>",
            _small("Each column is marked against the one before it.", 8, _INK2),
            "<table width='100%' cellpadding='5' cellspacing='0' border='0'>"
            f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>",
        ]
    )


def _said(words: str, tag: str) -> str:
    return f"<{tag}>{escape(words)}</{tag}>"


def _small(words: str, size: float, colour: str) -> str:
    return f"<p style='font-size:{size}pt;color:{colour};margin:0'>{escape(words)}</p>"


class _Table:
    def __init__(self, order: RowOrder, names: Sequence[str], shown: Shown) -> None:
        self._order, self._names = order, names
        self._housekeeping = shows_housekeeping(shown.weights)
        self._notes = [MarkedNotes(comparison) for comparison in order.columns.comparisons]
        self._spoken = [f" lang='{language(draft)}'" for draft in order.columns.drafts]
        self._size = _SIZES.get(len(names), _SMALLEST)

    def row(self, row: Row) -> str:
        """A row of the table; what is folded is one cell across it."""
        if row.fold:
            what, why = self._order.fold_words(row)
            said = _small(f"{what}: {why}", 7.5, _INK3)
            return f"<tr><td colspan='{len(self._names)}' style='{_UNDER}'>{said}</td></tr>"
        cells = (
            f"<td valign='top' style='{_UNDER}'>{self._cell(range(row.first, row.end), column)}</td>"
            for column in range(len(self._names))
        )
        return f"<tr>{''.join(cells)}</tr>"

    def _cell(self, rows: range, column: int) -> str:
        columns = self._order.columns
        positions = [at for row in rows for at in columns.rows[row].cells[column].positions]
        changes = [change for row in rows for change in columns.changes(row, column)] if column else []
        if not positions:
            if changes:
                return _small(f"Deleted in {self._names[column]}", self._size, _REMOVED)
            before = column and any(one.positions for row in rows for one in columns.rows[row].cells[:column])
            return _small("–", self._size, _INK3) if before else ""
        if changes and all(as_before(change, housekeeping=self._housekeeping) for change in changes):
            return _small(f"{self._called(column, positions[0])}= as before", self._size, _INK3)
        parts = cell_parts(columns, rows, column, fold=False)
        if self._order.in_table(rows, column):
            return self._line(rows, parts, column)
        return "".join(html for part in parts for html in self._part(part, column))

    def _line(self, rows: range, parts: Sequence[CellPart], column: int) -> str:
        """The cells of a row of a table beside each other, or where they do not fit below; under them all notes."""
        draft, cells = self._order.columns.drafts[column], dict[int, list[str]]()
        for part in parts:
            for at, pieces in zip(part.positions, part.pieces, strict=True):
                cell = draft.paragraphs[at].cell
                words = f"{escape(self._called(column, at))}{inline_html(pieces)}"
                cells.setdefault(cell[2] if cell is not None else 0, []).append(words)
        comparison = self._order.columns.comparisons[column - 1]
        told = list(dict.fromkeys(_what(part.change, comparison) for part in parts))
        # That one cell is new, as in a new column, is seen in it.
        said = _small(told[0], 7, _INK2) if len(told) == 1 and told[0] else ""
        room = _ACROSS / len(self._names) - _AROUND
        fits = all(lanes_of(one, room, self._size, BROKEN) for one in self._order.table_columns(rows).values())
        between = "</td><td" if fits else "</td></tr><tr><td"
        look = f"{self._spoken[column]} valign='top' style='font-size:{self._size}pt'>"
        line = between.join(f"{look}{'<br>'.join(cells[place])}" for place in sorted(cells))
        notes = "".join(html for part in parts for html in self._said_in_notes(part, column))
        edge = "border='1' style='border-collapse:collapse' cellpadding='3' cellspacing='0' width='100%'"
        return f"{said}<table {edge}><tr><td{line}</td></tr></table>{notes}"

    def _called(self, column: int, at: int) -> str:
        """The number before a paragraph, or what people call it."""
        number = number_before(self._order.columns.drafts[column].paragraphs[at])
        label = self._order.labels[column][at]
        return number or (f"{label} " if label else "")

    def _part(self, part: CellPart, column: int) -> Iterator[str]:
        what = _what(part.change, self._order.columns.comparisons[column - 1])
        if what:
            yield _small(what, 7, _INK2)
        for at, pieces in zip(part.positions, part.pieces, strict=True):
            number = escape(self._called(column, at))
            look = f"dir='auto'{self._spoken[column]} style='font-size:{self._size}pt;margin:0 0 3pt 0'"
            yield f"<p {look}>{number}{inline_html(pieces)}</p>"
        yield from self._said_in_notes(part, column)

    def _said_in_notes(self, part: CellPart, column: int) -> Iterator[str]:
        if part.change is not None:
            for old, new, words, _ids in self._notes[column - 1].under(part.change):
                note = (new or old)[0]
                text = inline_html(words.inline[0]) if words.inline else ""
                look = f"{self._spoken[column]} style='font-size:{self._size - 1}pt;color:{_INK2};margin:0'"
                yield f"<p{look}>{escape(note.mark)} {text}</p>"


def _what(change: Change | None, comparison: Comparison) -> str:
    """What is not seen in the words alone: that a paragraph moved, is new, changed its level alone, or is part of a
    split or a merger."""
    if change is None or change.weight is None:
        return ""
    told = ["moved"] if change.moved else []
    told += [change.kind] if change.kind in ("split", "merged") else ["new"] if not change.old else []
    told += [with_small_letter(line) for line in reshaped(change, comparison)]
    return ", ".join([*told, *stray_lines(comparison, change)])
