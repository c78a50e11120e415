"""Rows of a returned file as pictures."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from widgets.paper.picture import Words
from widgets.paper.type import COMPARE
from widgets.returned.drawing import ReturnedDrawing
from widgets.returned.view import ReturnedRow

LONG = "The delegation of the United Kingdom of Great Britain and Northern Ireland, speaking also on behalf of "


@pytest.mark.parametrize("width", [300.0, 700.0, 1280.0])
@pytest.mark.parametrize(
    ("says", "lines"),
    [
        ("Fiji rewords this", 1),
        ("; ".join(f"Delegation {number} rewords this" for number in range(12)), 2),
        (LONG * 2 + "others rewords this", 2),
        ("代表团改写本段。" * 30, 2),
    ],
)
def test_what_is_said_of_a_row_stands_whole_within_the_page(
    qapp: QApplication, says: str, lines: int, width: float
) -> None:
    row, lower = (ReturnedDrawing(width, COMPARE, mirrored=False).row(ReturnedRow(says=one)) for one in ("Fiji", says))
    said = [one for one in lower.things if isinstance(one, Words)]
    assert "".join(one.text for one in said) == says
    assert all(one.x + QFontMetricsF(one.font).horizontalAdvance(one.text.rstrip()) <= width for one in said)
    assert len(said) >= lines
    assert lower.height - row.height == 16 * (len(said) - 1)
