"""Rows of tables that were deleted in Word with tracking: they go, as where the change is accepted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from lxml import etree

from models.clipboard.looks import style_of, words_in
from models.clipboard.merged_cells import grid_of

_DELETED = "mso-table-deleted"


def take_out_deleted_rows(root: etree._Element) -> int:
    """Take such rows out of a page, where cells above that reach over them end sooner; gives how many had words."""
    tables: dict[etree._Element, list[etree._Element]] = {}
    for row in root.iter("tr"):
        table = next(row.iterancestors("table"), None) if _DELETED in style_of(row) else None
        if table is not None:
            tables.setdefault(table, []).append(row)
    for table, rows in tables.items():
        _shorten(table, rows)
        for row in rows:
            if (parent := row.getparent()) is not None:
                parent.remove(row)
    return sum(bool(words_in(row).strip()) for rows in tables.values() for row in rows)


def _shorten(table: etree._Element, rows: list[etree._Element]) -> None:
    grid, deleted = grid_of(table), set(rows)
    numbers = sorted({number for cell, (number, _) in grid.place.items() if cell.getparent() in deleted})
    for cell, (number, _) in grid.place.items():
        said = cell.get("rowspan") or ""
        reach = int(said[:6]) if said[:6].isascii() and said[:6].isdigit() else 1
        if gone := bisect_left(numbers, number + reach) - bisect_right(numbers, number):
            cell.set("rowspan", str(reach - gone))
