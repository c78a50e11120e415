"""What people call what stands in a table: by the name of its row and the head of its column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from models.draft import Draft

_LONGEST = 30


def cell_name(draft: Draft, places: Sequence[int]) -> str | None:
    """What the cell, the row or the rows at some places are called; None of what stands in no table."""
    cells = [draft.paragraphs[at].cell for at in places]
    known = [cell for cell in cells if cell is not None]
    if not known or len(known) < len(cells):
        return None
    table, row, column = known[0]
    rows = {cell[:2] for cell in known}
    if len(rows) > 1:
        return f"the table “{_text(draft, table, row)}”"
    if len(set(known)) > 1 or row == 0:
        return f"the row “{_text(draft, table, row)}”"
    return f"the row “{_text(draft, table, row)}”, “{_text(draft, table, 0, column)}”"


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


def _text(draft: Draft, table: int, row: int, column: int | None = None) -> str:
    """What a cell says, or what names a row."""
    found = (
        one.text
        for one in draft.paragraphs
        if one.cell is not None and one.cell[:2] == (table, row) and column in (None, one.cell[2])
    )
    text = head_words(found)
    return f"{text[:_LONGEST].rstrip()}…" if len(text) > _LONGEST + 1 else text
