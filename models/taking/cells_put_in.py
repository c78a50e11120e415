"""The cells of tables that changes are put into: rows and tables counted by the places they have then."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.draft import Draft, Paragraph

TEXT, NEW = 0, 1
Seat = tuple[int, int, int]
"""Whose table and row it is, the text's or the new draft's, and their numbers there."""


class Seats:
    """Where cells sit: those that have their place in the new draft in its rows, others in the row they stand in."""

    def __init__(self, text: Draft, new: Draft, order: Mapping[int, int]) -> None:
        self._drafts = text, new
        self._rows: dict[tuple[int, int], Seat] = {}
        self._tables: dict[int, tuple[int, int]] = {}
        for at, place in order.items():
            own, there = text.paragraphs[at].cell, self.new(place)
            if own is not None and there is not None:
                self._rows.setdefault(own[:2], there)
                self._tables.setdefault(own[0], there[:2])

    def own(self, at: int) -> Seat | None:
        """Where a paragraph of the text sits that has no place in the new draft."""
        cell = self._drafts[TEXT].paragraphs[at].cell
        return self._rows.get(cell[:2], (TEXT, *cell[:2])) if cell is not None else None

    def new(self, place: int) -> Seat | None:
        """Where a paragraph sits that has this place in the new draft."""
        cell = self._drafts[NEW].paragraphs[place].cell
        return (NEW, *cell[:2]) if cell is not None else None

    def counted(self, lines: Sequence[tuple[Paragraph, Seat | None]]) -> list[Paragraph]:
        """Paragraphs in the order they have, their tables and rows numbered by it; numbers left free stay so."""
        cells = [[one.cell for one in draft.paragraphs if one.cell is not None] for draft in self._drafts]
        if not any(cells):
            return [paragraph for paragraph, _ in lines]
        tables = _Count([{cell[0] for cell in one} for one in cells])
        rows: dict[tuple[int, int], _Count] = {}
        found = []
        for paragraph, seat in lines:
            if paragraph.cell is not None and seat is not None:
                whose, table, row = seat
                home = self._tables.get(table, (whose, table)) if whose == TEXT else (whose, table)
                if home not in rows:
                    rows[home] = _Count([{cell[1] for cell in one if cell[0] == table} for one in cells])
                at = tables.of(home), rows[home].of((whose, row)), paragraph.cell[2]
                paragraph = paragraph if paragraph.cell == at else replace(paragraph, cell=at)
            found.append(paragraph)
        return found


@dataclass
class _Count:
    """Numbers given in the order in which things come; those that a draft leaves free before one stay so."""

    taken: Sequence[Collection[int]]
    found: dict[tuple[int, int], int] = field(default_factory=dict)
    last: list[int] = field(default_factory=lambda: [-1, -1])

    def of(self, key: tuple[int, int]) -> int:
        """The number of what has this number in one of the drafts."""
        if key not in self.found:
            whose, number = key
            free = sum(one not in self.taken[whose] for one in range(self.last[whose] + 1, number))
            self.found[key] = len(self.found) and max(self.found.values()) + 1
            self.found[key] += free
            self.last[whose] = max(self.last[whose], number)
        return self.found[key]
