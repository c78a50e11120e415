"""What a row of a table is called."""

from __future__ import annotations

import pytest

from models.draft.cell_names import head_words


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        (["Norway", "500 000"], "Norway"),
        (["4", "Disarmament", "14.0"], "4 Disarmament"),
        (["", "4.", "", "Legal \n affairs"], "4. Legal affairs"),
        (["(a)", "Travel"], "(a) Travel"),
        (["2025", "14.0", "of which"], "2025"),
        (["5"], "5"),
        (["", " "], "…"),
    ],
)
def test_a_row_that_is_only_counted_is_called_by_its_words_too(cells: list[str], name: str) -> None:
    assert head_words(cells) == name
