"""What came or went among "the preceding paragraphs" of another is told where it stands, and is no change of that."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.draft import Draft
from models.telling.counted_among import among_words
from models.telling.what_happened import story
from tests.models.comparison.small_drafts import draft

MEET, TREES, FLOODS = (
    "Decides to meet in Geneva in the spring of the next year",
    "Invites donors to plant trees along the banks of the river",
    "Urges all States to share what data they have on floods",
)
ALL = "Requests the Secretary-General to report on the implementation of the preceding paragraphs"


def text(*paragraphs: str) -> Draft:
    return draft(*(f"{at}. {words};" for at, words in enumerate(paragraphs, 1)))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ((MEET, ALL), (MEET, TREES, ALL), {"OP2": ["among “the preceding paragraphs” of OP3 now"]}),
        ((MEET, TREES, ALL), (MEET, ALL), {"OP2": ["was among “the preceding paragraphs” of OP2"]}),
        ((MEET, ALL), (MEET, ALL, TREES), {"OP3": []}),
        ((MEET, ALL.replace("the preceding paragraphs", "paragraph 1")), (MEET, TREES, ALL), {"OP2": []}),
        ((MEET, TREES, ALL), (MEET, FLOODS.replace("Urges", "Urges again"), TREES, ALL),
         {"OP2": ["among “the preceding paragraphs” of OP4 now"]}),
    ],
)  # fmt: skip
def test_it_is_told_of_what_is_new_or_gone(
    old: tuple[str, ...], new: tuple[str, ...], told: dict[str, list[str]]
) -> None:
    comparison = compare(text(*old), text(*new))
    lone = [change for change in comparison.changes if not (change.old and change.new)]
    assert {(c.new_labels or c.old_labels)[0]: among_words(comparison, c) for c in lone} == told
    for change in lone:
        assert set(among_words(comparison, change)) <= set(story(comparison, change))
    for change in comparison.changes:
        if change.old and change.new:
            assert "reference" not in change.reasons
            assert among_words(comparison, change) == []
