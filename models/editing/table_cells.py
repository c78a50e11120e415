"""Tables in the working text: a cell stays where it is, a table is moved past and deleted in one piece or by rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.draft import DraftError, Kind
from models.editing.edit import Entry
from models.editing.places import Entries, entry_of_kind, part_kind

Cell = tuple[int, int, int]


class StaysInTable(DraftError):
    """A cell, or what is in one, can be neither moved nor counted."""


def in_cell(entry: Entry) -> bool:
    """Whether a paragraph stands in a table."""
    return entry.paragraph.cell is not None


def table_around(entries: Entries, position: int) -> range:
    """The positions of the table that a paragraph stands in."""
    start, stop = position, position + 1
    while start and same_table(entries, start):
        start -= 1
    while same_table(entries, stop):
        stop += 1
    return range(start, stop)


def same_table(entries: Entries, position: int) -> bool:
    """Whether the paragraph at a position stands in one table with that before it."""
    if not 0 < position < len(entries):
        return False
    one, two = entries[position - 1].paragraph.cell, entries[position].paragraph.cell
    return one is not None and two is not None and one[0] == two[0]


def with_tables(entries: Entries, wanted: range) -> range:
    """The same paragraphs, with all of a table that stands among them in part."""
    start, stop = wanted.start, wanted.stop
    while same_table(entries, start):
        start -= 1
    while stop > start and same_table(entries, stop):
        stop += 1
    return range(start, stop)


def clear_of_tables(entries: Entries, place: int) -> int:
    """A place, or where the table ends that it lies in: what is no cell never comes to stand in one."""
    return table_around(entries, place).stop if same_table(entries, place) else place


def ends_table(entries: Entries, position: int) -> bool:
    """Whether a paragraph is the last of a table."""
    return in_cell(entries[position]) and not same_table(entries, position + 1)


def may_leave(entries: Entries, position: int) -> bool:
    """Whether a paragraph was begun in the last cell behind what that holds, and so may come after the table."""
    if not position or not ends_table(entries, position):
        return False
    return entries[position - 1].paragraph.cell == entries[position].paragraph.cell


def out_of_table(entries: Entries, position: int) -> Entry:
    """The last paragraph of a table as the first one after it, of the kind that stands there."""
    entry = entries[position]
    return entry_of_kind(replace(entry, paragraph=replace(entry.paragraph, cell=None)), kind_after(entries, position))


def kind_after(entries: Entries, position: int) -> Kind:
    """The kind of a paragraph that comes after a table which ends at a position."""
    return part_kind(entries, position + 1)


def held_cells(entries: Entries, start: int, gone: Sequence[Entry], left: Sequence[Entry]) -> list[Entry]:
    """Of paragraphs taken out from a position on: the cells that stay, empty, since something of their row stays.

    `left` is what is put in their place; the text still reads as it did.
    """
    stop = start + len(gone)
    rows = {entry.paragraph.cell[:2] for entry in left if entry.paragraph.cell is not None}
    kept = {entry.paragraph.cell for entry in left}
    for at, step in ((start - 1, -1), (stop, 1)):
        beside = entries[start if step < 0 else stop - 1].paragraph.cell
        if beside is not None and 0 <= at < len(entries):
            cell = entries[at].paragraph.cell
            if cell is not None and cell[:2] == beside[:2]:
                rows.add(cell[:2])
                kept.add(cell)
    held: list[Entry] = []
    for entry in gone:
        cell = entry.paragraph.cell
        if cell is not None and cell[:2] in rows and cell not in kept:
            kept.add(cell)
            held.append(entry.with_runs(()))
    return held
