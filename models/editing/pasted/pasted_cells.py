"""Tables that are pasted: their numbers here, and rows put back among those of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.draft import Paragraph
from models.editing.edit import Caret, Entry
from models.editing.step import Step


def numbered_tables(step: Step, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The same paragraphs, each table with a number that no other table of the text has, its rows from 0."""
    top: dict[int, int] = {}
    for table, row, _ in (one.cell for one in paragraphs if one.cell is not None):
        top[table] = min(top.get(table, row), row)
    if not top:
        return list(paragraphs)
    taken = {entry.paragraph.cell[0] for entry in step.working.entries if entry.paragraph.cell is not None}
    numbers: dict[int, int] = {}
    for table in top:
        numbers[table] = table if table not in taken else max(taken) + 1
        taken.add(numbers[table])
    return [
        replace(one, cell=(numbers[one.cell[0]], one.cell[1] - top[one.cell[0]], one.cell[2])) if one.cell else one
        for one in paragraphs
    ]


def placed_in_table(step: Step, at: Caret, new: list[Entry]) -> list[Entry]:
    """What is pasted where the caret stands in a cell goes into the cell; rows go among rows where one begins."""
    entries = step.working.entries
    here = entries[at.position].paragraph.cell
    if here is None or stands_alone(entries, at.position):
        return new
    cells = [entry.paragraph.cell for entry in new]
    before = entries[at.position - 1].paragraph.cell if at.position else None
    if at.place or (before is not None and before[:2] == here[:2]) or None in cells:
        return [_with_cell(entry, here) for entry in new]
    table, first, _ = here
    rows = {row: first + at for at, row in enumerate(dict.fromkeys(cell[:2] for cell in cells if cell is not None))}
    position = at.position
    while position < len(entries) and (cell := entries[position].paragraph.cell) is not None and cell[0] == table:
        step.put(position, _with_cell(entries[position], (table, cell[1] + len(rows), cell[2])))
        position += 1
    return [_with_cell(entry, (table, rows[cell[:2]], cell[2])) for entry, cell in zip(new, cells, strict=True) if cell]


def stands_alone(entries: Sequence[Entry], position: int) -> bool:
    """Whether a paragraph is all that is left of a table, and empty."""
    cell = entries[position].paragraph.cell
    beside = (entries[at].paragraph.cell for at in (position - 1, position + 1) if 0 <= at < len(entries))
    return cell is not None and not entries[position].length and all(one is None or one[0] != cell[0] for one in beside)


def _with_cell(entry: Entry, cell: tuple[int, int, int]) -> Entry:
    return replace(entry, paragraph=replace(entry.paragraph, cell=cell))
