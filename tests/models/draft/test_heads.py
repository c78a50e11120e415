"""What the items of a text stand under."""

from __future__ import annotations

from models.draft import Draft, Kind, Paragraph, Run
from tests.timed import timed


def items(*levels: int) -> Draft:
    """A text of items of these levels; what is of none is an operative paragraph."""
    kinds = (Kind.SUBPARAGRAPH if level else Kind.OPERATIVE for level in levels)
    return Draft(tuple(Paragraph(kind, (Run("Urges"),), level) for kind, level in zip(kinds, levels, strict=True)))


def test_an_item_stands_under_the_nearest_above_it_of_a_lower_level() -> None:
    assert items(0, 1, 2, 2, 1, 3, 2, 0, 2, 1, 0).heads == (-1, 0, 1, 1, 0, 4, 4, -1, 7, 7, -1)
    assert items(1, 2, 1, 0, 1).heads == (-1, 0, -1, -1, 3)


def test_what_items_stand_under_takes_no_square_of_the_length_of_a_list() -> None:
    def took(many: int) -> float:
        text = items(0, *[1] * many)
        heads, seconds = timed(lambda: [*map(text.heads.__getitem__, range(1, many + 1))])
        assert heads == [0] * many
        return seconds

    short = min(took(5000) for _ in range(3))
    assert min(took(40000) for _ in range(2)) < 24 * short
