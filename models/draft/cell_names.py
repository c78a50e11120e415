"""What people call what stands in a table: by the name of its row and the head of its column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from models.draft import Draft

_LONGEST = 30


def cell_name(draft: Draft, places: Sequence[int]) -> str | None:
    """What the cell, the row or the rows at some places are called; None of what stands in no table."""
    return CellNames(draft).name(places)


class CellNames:
    """The same for whoever asks of many places of one draft, which is gone through once."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def name(self, places: Sequence[int]) -> str | None:
        """What the cell, the row or the rows at some places are called; None of what stands in no table."""
        cells = [self._draft.paragraphs[at].cell for at in places]
        known = [cell for cell in cells if cell is not None]
        if not known or len(known) < len(cells):
            return None
        table, row, column = known[0]
        rows = {cell[:2] for cell in known}
        if len(rows) > 1:
            return f"the table “{self._text(table, row)}”"
        if len(set(known)) > 1 or row == 0:
            return f"the row “{self._text(table, row)}”"
        return f"the row “{self._text(table, row)}”, “{self._text(table, 0, column)}”"

    def _text(self, table: int, row: int, column: int | None = None) -> str:
        """What a cell says, or what names a row."""
        cells = self._rows.get((table, row), ())
        return row_words(text for at, text in cells if column in (None, at))

    @cached_property
    def _rows(self) -> dict[tuple[int, int], list[tuple[int, str]]]:
        """What each row says, with the column of each text."""
        found: dict[tuple[int, int], list[tuple[int, str]]] = {}
        for one in self._draft.paragraphs:
            if one.cell is not None:
                found.setdefault(one.cell[:2], []).append((one.cell[2], one.text))
        return found


def row_words(texts: Iterable[str]) -> str:
    """What names a row of these cells, cut where it is long."""
    text = head_words(texts)
    return f"{text[:_LONGEST].rstrip()}…" if len(text) > _LONGEST + 1 else text


def head_words(texts: Iterable[str]) -> str:
    """What names a row of these cells: the first that says anything, and the next where that only counts the row.

    "Norway", "4 Disarmament"; "2025" of a row of numbers alone; a sign of three points where nothing is said.
    """
    said = (words for one in texts if (words := " ".join(one.split())))
    first = next(said, "…")
    if sum(map(str.isalpha, first)) > 1:
        return first
    second = next(said, "")
    return f"{first} {second}" if sum(map(str.isalpha, second)) > 1 else first
