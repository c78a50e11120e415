"""Parts that changed their order when paragraphs were joined or divided: what changed within them is told."""

from __future__ import annotations

import pytest

from models.comparison.change import Change, Comparison
from models.comparison.compare import compare
from models.comparison.words.marked import side
from models.telling.what_happened import story
from tests.models.comparison.small_drafts import C, draft

WEIRS = (
    "Calls upon all parishes to mend weirs, sluices and locks before the spring flood, to report each leak of a bank to"
    " the keepers, and to hold, wherever they can, joint exercises with the crews of ferries and of barges"
)
MILLS = (
    "Calls upon millers, bakers and brewers of the valley to address the want of clean water, which spoils bread, and"
    " encourages them to share wells by turns"
)
GREW = MILLS.replace("spoils bread", "spoils bread and leads to sour beer in taverns")
APART = [f"1. {WEIRS};", f"2. {MILLS};", f"3. {C};"]
TURNED = [f"1. {GREW}, and in this regard {WEIRS[0].lower()}{WEIRS[1:]};", f"2. {C};"]
INSIDE = "“and leads to sour beer in taverns”"


def of_kind(comparison: Comparison, kind: str) -> Change:
    (found,) = (change for change in comparison.changes if change.kind == kind)
    return found


@pytest.mark.parametrize(
    ("old", "new", "kind", "told"),
    [
        (APART, TURNED, "merged", f"what OP2 said stands elsewhere in OP1: {INSIDE} in"),
        (TURNED, APART, "split", f"what OP2 says stood elsewhere in OP1: {INSIDE} out"),
    ],
)
def test_what_changed_in_a_part_that_stands_elsewhere_is_told(
    old: list[str], new: list[str], kind: str, told: str
) -> None:
    comparison = compare(draft(*old), draft(*new))
    change = of_kind(comparison, kind)
    assert told in story(comparison, change)
    texts = (comparison.old, change.old, "delete"), (comparison.new, change.new, "insert")
    for text, places, op in texts:
        assert side(change.words, op) == "\n".join(text.paragraphs[at].text for at in places)


def test_what_was_joined_in_its_order_needs_no_more_words() -> None:
    joined = [f"1. {WEIRS}, and {GREW[0].lower()}{GREW[1:]};", f"2. {C};"]
    for old, new, kind in ((APART, joined, "merged"), (joined, APART, "split")):
        comparison = compare(draft(*old), draft(*new))
        assert not any("elsewhere" in phrase for phrase in story(comparison, of_kind(comparison, kind)))
