"""All changes that are shown as marked text for the clipboard: HTML that Word and mail understand, and plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from models.comparison.change import Change, Comparison
from models.comparison.units import Unit
from models.draft import Paragraph
from models.telling.rows import cell_lines
from models.telling.sorts import Sort, sort_of_unit
from widgets.compare.changes.changed_notes import MarkedNotes
from widgets.compare.changes.chosen import Part, shown_words
from widgets.compare.changes.names import labels_line, place_name, unit_place
from widgets.compare.changes.stray_lines import stray_lines
from widgets.paper.copied import as_html, as_signed, table_html, table_signed
from widgets.paper.marked import marked
from widgets.paper.pieces import Pieces

_SAID = {
    Sort.RESHAPED: "in another form",
    Sort.BRACKETS: "brackets",
    Sort.FOOTNOTES: "footnotes",
    Sort.LOOKS: "italics or bold",
    Sort.REFERENCES: "",
}


def changes_as_html(parts: Sequence[Part]) -> str:
    """The changes of some comparisons, each under its label; what is added underlined, what is gone struck."""
    found: list[str] = []
    for part in parts:
        found.append(f"<p>From <b>{escape(part.old)}</b> to <b>{escape(part.new)}</b></p>")
        notes = MarkedNotes(part.comparison)
        for unit, changes in _units(part):
            said = escape(_head(unit, changes, part.comparison), quote=False)
            cells = _cells(unit, part.comparison)
            table = table_html(cells) if cells else ""
            found.append(
                f"<p><b>{said}</b></p>{table}{as_html(changed_words(changes, part.comparison, notes, bool(cells)))}"
            )
    return "".join(found)


def changes_as_plain(parts: Sequence[Part]) -> str:
    """The same in letters alone; what is added and what is gone stands between signs."""
    found: list[str] = []
    for part in parts:
        found.append(f"From {part.old} to {part.new}")
        notes = MarkedNotes(part.comparison)
        for unit, changes in _units(part):
            cells = _cells(unit, part.comparison)
            lines = _head(unit, changes, part.comparison), table_signed(cells) if cells else ""
            words = as_signed(changed_words(changes, part.comparison, notes, bool(cells)))
            found.append("\n".join(filter(None, (*lines, words))))
    return "\n\n".join(found)


def new_paragraphs(part: Part) -> list[Paragraph]:
    """The paragraphs of the new draft that changed, to be pasted into a text."""
    return [part.comparison.new.paragraphs[at] for change in _changes(part) for at in change.new]


def _changes(part: Part) -> Iterator[Change]:
    return (part.comparison.changes[number] for number in part.changes)


def _units(part: Part) -> Iterator[tuple[Unit, list[Change]]]:
    """What is told as one, a paragraph or a row of a table, with what of it is shown."""
    together: dict[Unit, list[Change]] = {}
    for number in part.changes:
        together.setdefault(part.comparison.unit_of[number], []).append(part.comparison.changes[number])
    yield from together.items()


def _cells(unit: Unit, comparison: Comparison) -> list[list[list[Pieces]]]:
    """All of a row, a column or a table as it is printed; nothing of a paragraph."""
    lines = cell_lines(comparison, unit.changes) if unit.in_table else []
    return cells_marked(lines, comparison)


def cells_marked(lines: Sequence[Sequence[Sequence[Change]]], comparison: Comparison) -> list[list[list[Pieces]]]:
    """The words of cells with their marks, row by row."""
    return [
        [[words for change in cell for words in _paragraphs(change, comparison)] for cell in line] for line in lines
    ]


def changed_words(
    changes: Sequence[Change], comparison: Comparison, notes: MarkedNotes, in_cells: bool
) -> tuple[Pieces, ...]:
    """The paragraphs of changes, unless they stand in cells, and the notes under each."""
    return tuple(
        words
        for change in changes
        for words in (*(() if in_cells else _paragraphs(change, comparison)), *notes.lines(change))
    )


def _head(unit: Unit, changes: Sequence[Change], comparison: Comparison) -> str:
    """ "OP3 → PP17, moved", "Row “Chad”, moved"."""
    first = changes[0]
    name = unit_place(unit, first, comparison) if unit.in_table else labels_line(first) or place_name(first, comparison)
    housekeeping = all(change.weight == "housekeeping" for change in changes)
    sort = Sort.REWORDED if housekeeping else sort_of_unit(unit, comparison)
    said = "housekeeping" if housekeeping else _SAID.get(sort, sort.value)
    strays = dict.fromkeys(line for change in changes for line in stray_lines(comparison, change))
    return ", ".join(part for part in (name, said, *strays) if part)


def _paragraphs(change: Change, comparison: Comparison) -> tuple[Pieces, ...]:
    old = [comparison.old.paragraphs[at] for at in change.old]
    new = [comparison.new.paragraphs[at] for at in change.new]
    words = shown_words(change)
    quiet = change.weight == "housekeeping"
    return marked(words, old, new, (comparison.old, comparison.new), fold=False, quiet=quiet).inline
