"""Rows of a table that were deleted in Word with tracking leave no empty row where they are pasted."""

from __future__ import annotations

import pytest

from models.clipboard.read import read_html
from tests.models.clipboard.test_word_shapes import HEAD, TAIL
from tests.timed import soon

_GONE = "Words marked as deleted were left out."
_STYLE = 'mso-yfti-irow:1;mso-table-deleted:"A B" 20251103T1000'


def _row(*cells: str, gone: bool = False) -> str:
    style = f" style='{_STYLE}'" if gone else ""
    return f"<tr{style}>{''.join(cell if cell.startswith('<td') else _cell(cell, gone=gone) for cell in cells)}</tr>"


def _cell(words: str, *, gone: bool = False) -> str:
    words = f"<span class=msoDel><del cite='mailto:A'>{words}<o:p></o:p></del></span>" if gone else words
    return f"<td><p class=MsoNormal>{words}</p></td>"


@pytest.mark.parametrize(
    ("rows", "cells", "told"),
    [
        (_row("A", "B") + _row("C", "D", gone=True) + _row("E", "F"), ["00A", "01B", "10E", "11F"], True),
        (_row("Eau", "B", gone=True) + _row("C", "D"), ["00C", "01D"], True),
        (_row("A", "Б") + _row("", "", gone=True) + _row("В", "Г"), ["00A", "01Б", "10В", "11Г"], False),
        (_row("<td rowspan=3>أ</td>", "ب") + _row("ج", gone=True) + _row("د") + _row("ه", "و"),
         ["00أ", "01ب", "10", "11د", "20ه", "21و"], True),
        (_row("甲", "乙") + _row("丙", "丁"), ["00甲", "01乙", "10丙", "11丁"], False),
        (_row("A", f"<td><table>{_row('x', 'y', gone=True)}{_row('z', 'w')}</table></td>") + _row("B", "C"),
         ["00A", "00z", "01w", "01", "10B", "11C"], True),
    ],
)  # fmt: skip
def test_deleted_rows_are_gone(rows: str, cells: list[str], told: bool) -> None:
    fragment = read_html(f"{HEAD}<table class=MsoTableGrid>{rows}</table>{TAIL}")
    found = [(one.cell, one.text) for one in fragment.paragraphs]
    assert [f"{cell[1]}{cell[2]}{text}" for cell, text in found if cell is not None] == cells
    assert (_GONE in fragment.losses) is told


def test_of_a_table_that_was_deleted_nothing_is_left() -> None:
    page = f"{HEAD}<p>Before.</p><table>{_row('A', 'B', gone=True)}</table><p>After.</p>{TAIL}"
    fragment = read_html(page)
    assert [one.text for one in fragment.paragraphs] == ["Before.", "After."]
    assert fragment.losses == (_GONE,)


def test_many_deleted_rows_are_taken_out_soon() -> None:
    rows = "".join(_row(str(at), "B", gone=bool(at % 2)) for at in range(1_000))
    fragment = soon(lambda: read_html(f"{HEAD}<table>{rows}</table>{TAIL}"), 5)
    assert len(fragment.paragraphs) == 1_000
