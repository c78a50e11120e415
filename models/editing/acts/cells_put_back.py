"""Where paragraphs of the base stand when they are put back beside and in tables: no row is ever torn."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from models.editing.edit import Entry
from models.editing.origins import Origins, origins_of
from models.editing.places import Entries
from models.editing.step import Step
from models.editing.table_cells import Cell, clear_of_tables, held_cells, in_cell, same_table, table_around


def row_of(originals: Entries, old: int) -> range:
    """The base paragraphs that stand in one row with one; itself alone where it is no cell."""
    cell = originals[old].paragraph.cell
    if cell is None:
        return range(old, old + 1)
    row = [at for at in table_around(originals, old) if _cell(originals[at])[:2] == cell[:2]]
    return range(row[0], row[-1] + 1)


def new_row(entries: Entries, position: int) -> list[int]:
    """The paragraphs of the row a new cell stands in where all of that is new; it alone otherwise."""
    here = entries[position].paragraph.cell
    if here is None:
        return [position]
    row = [at for at in table_around(entries, position) if _cell(entries[at])[:2] == here[:2]]
    return row if not any(entries[at].came_from for at in row) else [position]


def take_out(step: Step, places: list[int]) -> None:
    """Paragraphs go; where something of their row stays, an empty cell stays in the place of each."""
    entries = step.working.entries
    together = [list(group) for _, group in groupby(enumerate(sorted(places)), key=lambda place: place[1] - place[0])]
    for group in reversed(together):
        start, stop = group[0][1], group[-1][1] + 1
        held = held_cells(entries, start, entries[start:stop], [])
        step.replace(start, stop, [step.new(one.paragraph) for one in held])


def table_back(step: Step, old: int, position: int, origins: Origins) -> int:
    """A table of which a cell was moved stands in its place again, whole; gives where the cell is then."""
    entries = step.working.entries
    group = table_around(entries, position)
    place = clear_of_tables(entries, origins.place_of(old))
    if group.start <= place <= group.stop:
        return position
    taken = entries[group.start : group.stop]
    if place < group.start:
        step.replace(place, group.stop, [*taken, *entries[place : group.start]])
        return position - group.start + place
    step.replace(group.start, place, [*entries[group.stop : place], *taken])
    return position + place - group.stop


def insert(step: Step, entry: Entry, old: int, place: int) -> int:
    """Put a base paragraph in at a place, or near it: a cell into its row, a row into its table, all else beside
    tables; gives where it stands."""
    if in_cell(entry):
        place, cell = _room_for_cell(step, old, place)
        entry = replace(entry, paragraph=replace(entry.paragraph, cell=cell))
    else:
        place = clear_of_tables(step.working.entries, place)
    step.replace(place, place, [entry])
    return place


def _room_for_cell(step: Step, old: int, place: int) -> tuple[int, Cell]:
    """Where a cell of the base comes to stand, and as which cell."""
    entries, originals = step.working.entries, step.working.original
    table, row, column = _cell(originals[old])
    origins = origins_of(step.working)
    mate = _heir(entries, origins, row_of(originals, old))
    if mate is not None:
        beside = _cell(entries[mate])[:2]
        here = [at for at in table_around(entries, mate) if _cell(entries[at])[:2] == beside]
        first = next((at for at in here if _cell(entries[at])[2] >= column), here[-1] + 1)
        stop = next((at for at in here if _cell(entries[at])[2] > column), here[-1] + 1)
        return _among_kin(origins, row_of(originals, old), old, range(first, stop), place), (*beside, column)
    whole = table_around(originals, old)
    kin = _heir(entries, origins, whole)
    if kin is not None:
        there = table_around(entries, kin)
        place, row = _room_for_row(step, there, row, _among_kin(origins, whole, old, there, place))
        return place, (_cell(entries[kin])[0], row, column)
    taken = {entry.paragraph.cell[0] for entry in entries if entry.paragraph.cell is not None}
    return clear_of_tables(entries, place), (max(taken) + 1 if table in taken else table, row, column)


def _among_kin(origins: Origins, kin: range, old: int, there: range, place: int) -> int:
    """The place in a stretch nearest to one that is wanted, behind what stood before a paragraph among its kin."""
    above = [at + 1 for one in range(kin.start, old) for at in origins.heirs(one) if at in there]
    below = [at for one in range(old + 1, kin.stop) for at in origins.heirs(one) if at in there]
    low = max(above, default=there.start)
    return min(max(place, low), max(low, min(below, default=there.stop)))


def _room_for_row(step: Step, there: range, row: int, place: int) -> tuple[int, int]:
    """Between which rows of a table a row comes to stand, and under which number; those below count on from it."""
    entries = step.working.entries
    while same_table(entries, place) and _cell(entries[place])[:2] == _cell(entries[place - 1])[:2]:
        place += 1
    above = _cell(entries[place - 1])[1] if place > there.start else -1
    below = _cell(entries[place])[1] if place < there.stop else None
    if row <= above or (below is not None and row >= below):
        row = above + 1
    if below is not None and below <= row:
        lower = [(entry, _cell(entry)) for entry in entries[place : there.stop]]
        down = row + 1 - below
        step.replace(
            place,
            there.stop,
            [
                replace(entry, paragraph=replace(entry.paragraph, cell=(table, number + down, column)))
                for entry, (table, number, column) in lower
            ],
        )
    return place, row


def _heir(entries: Entries, origins: Origins, olds: range) -> int | None:
    """The first cell that continues one of these base paragraphs."""
    return next((at for old in olds for at in origins.heirs(old) if in_cell(entries[at])), None)


def _cell(entry: Entry) -> Cell:
    assert entry.paragraph.cell is not None
    return entry.paragraph.cell
