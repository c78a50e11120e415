"""A paragraph that one side moved and made to speak of another thing, and that the other reworded, is asked about."""

from __future__ import annotations

import pytest

from models.draft import Draft
from models.merging import Merge, merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.settling import settled

REPORT = "Requests the Secretary-General to submit to the General Assembly at its eighty-second session a report on oil"
MEETING = "Decides to convene a high-level meeting on dust"
OTHERS = ("Urges all States to ratify the Convention", "Encourages donors to fund research", "Calls upon all to act")


def text(*said: str) -> Draft:
    every = (*said, "Decides to remain seized of the matter")
    return draft(*(f"{at}. {words};" for at, words in enumerate(every, 1)))


def both_ways(base: Draft, ours: Draft, theirs: Draft) -> tuple[Merge, Merge]:
    return merge(base, ours, theirs), merge(base, theirs, ours)


@pytest.mark.parametrize(
    ("said", "moved", "reworded"),
    [
        (REPORT, REPORT.replace("oil", "the rights of children"), REPORT.replace("a report", "an oral report")),
        (MEETING, MEETING.replace("dust", "malaria"), MEETING.replace("high-level meeting", "technical workshop")),
    ],
)
def test_what_may_be_another_paragraph_is_one_question(said: str, moved: str, reworded: str) -> None:
    base, ours, theirs = text(said, *OTHERS), text(*OTHERS, moved), text(reworded, *OTHERS)
    for found, ways in zip(both_ways(base, ours, theirs), (("ours", "theirs"), ("theirs", "ours")), strict=True):
        (asked,) = found.conflicts
        assert asked.kind == "words"
        mine, others = (settled(found, way).draft.paragraphs[3].text for way in ways)
        assert (mine, others) == (f"{moved};", f"{reworded};")


@pytest.mark.parametrize(
    "moved",
    [
        MEETING,  # as it was
        MEETING.replace("Decides", "Resolves"),  # its verb
        MEETING.replace("convene", "convene and fund"),  # more of the same
        MEETING.replace("a high-level", "a"),  # less of it
    ],
)
def test_a_move_and_what_still_speaks_of_the_same_combine(moved: str) -> None:
    base, ours = text(MEETING, *OTHERS), text(*OTHERS, moved)
    theirs = text(MEETING.replace("dust", "dust and sand"), *OTHERS)
    for found in both_ways(base, ours, theirs):
        assert not found.conflicts
        assert found.draft.paragraphs[3].text == f"{moved.replace('dust', 'dust and sand')};"


def test_what_stays_in_its_place_combines() -> None:
    base, ours = text(REPORT, *OTHERS), text(REPORT.replace("oil", "the rights of children"), *OTHERS)
    theirs = text(REPORT.replace("a report", "an oral report"), *OTHERS)
    for found in both_ways(base, ours, theirs):
        assert not found.conflicts
        assert "an oral report on the rights of children" in found.draft.paragraphs[0].text
