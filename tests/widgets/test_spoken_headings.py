"""A heading is said with its number, and below the first with its level."""

from __future__ import annotations

import pytest

from models.draft import Draft, Kind, Paragraph, Run
from widgets.text.outline_lines import OutlineLines
from widgets.text.outline_rows import row_of
from widgets.text.shown import ShownDraft
from widgets.writing.spoken import Signs, spoken


@pytest.mark.parametrize(
    ("number", "level", "said"),
    [(None, 0, "heading"), ("2", 0, "heading, 2"), ("2.1", 1, "heading, 2.1, level 2"), (None, 3, "heading, level 4")],
)
def test_a_heading_is_said_and_listed_at_its_level(number: str | None, level: int, said: str) -> None:
    shown = ShownDraft(Draft((Paragraph(Kind.HEADING, (Run("Rivers"),), level, number),)))
    assert spoken(shown, 0, Signs()) == said
    row = row_of(OutlineLines(shown)[0], shown)
    assert (row.label, row.level, row.phrase) == (number or "", level, (("Rivers", False),))
