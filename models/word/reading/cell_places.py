"""In which table, row and column the cells of a Word file stand."""

from __future__ import annotations

from collections import defaultdict

from lxml import etree

from models.reading.table_columns import MOST_COLUMNS, Row, columns_of
from models.word.markup import child_of, whole
from models.word.namespaces import w

_TABLE, _ROW, _CELL = w("tbl"), w("tr"), w("tc")
_OF_ROW, _OF_CELL, _BEFORE, _SPAN, _VAL = w("trPr"), w("tcPr"), w("gridBefore"), w("gridSpan"), w("val")


def cell_places(root: etree._Element) -> dict[etree._Element, tuple[int, int, int]]:
    """Table, row and column of each cell, counted from 0; a table within another has a number of its own."""
    tables: dict[etree._Element | None, int] = {table: number for number, table in enumerate(root.iter(_TABLE))}
    if not tables:
        return {}
    held: dict[etree._Element | None, list[etree._Element]] = {row: [] for row in root.iter(_ROW)}
    for cell in root.iter(_CELL):
        held.setdefault(_around(cell, _ROW), []).append(cell)
    rows: dict[int, list[list[etree._Element]]] = defaultdict(list)
    reach: dict[int, list[Row]] = defaultdict(list)
    for row, cells in held.items():
        table = tables.get(_around(row, _TABLE), -1) if row is not None else -1
        rows[table].append(cells)
        before = 0 if row is None else _said(row, _OF_ROW, _BEFORE, 0)
        reach[table].append(Row([(_said(cell, _OF_CELL, _SPAN, 1) or 1, 1) for cell in cells], before))
    return {
        cell: (table, number, column)
        for table, every in rows.items()
        for number, (cells, here) in enumerate(zip(every, columns_of(reach[table]), strict=True))
        for cell, column in zip(cells, here.own, strict=True)
    }


def _around(one: etree._Element, tag: str) -> etree._Element | None:
    """The nearest of a kind around an element: mostly its parent, which takes a fifth of the time to ask for."""
    parent = one.getparent()
    return parent if parent is not None and parent.tag == tag else next(one.iterancestors(tag), None)


def _said(holder: etree._Element, properties: str, name: str, usual: int) -> int:
    """What a row or a cell says of its columns."""
    own = child_of(holder, properties)
    said = child_of(own, name) if own is not None else None
    number = whole(said.get(_VAL)) if said is not None else None
    return usual if number is None else min(max(number, 0), MOST_COLUMNS)
