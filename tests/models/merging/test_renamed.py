"""A name that one side made another one at every place, and that the other side says anew, is told."""

from __future__ import annotations

import pytest

from models.merging import merge
from tests.models.comparison.small_drafts import draft

FUND = ("Decides to establish the Water Fund in Suva", "Requests the Water Fund to report every year on its work")
OTHER = "Invites all States to pay at once"
SUPPORT = "Calls for staff and premises of the Water Fund to be provided"
FACILITY = tuple(one.replace("Fund", "Facility") for one in FUND)
CALLED = "says “Fund”, which one side calls “Facility”: look whether it is to say that."

ROWS = [
    ("in a new paragraph", (*FACILITY, OTHER), (*FUND, OTHER, SUPPORT), (f"OP4 {CALLED}",)),
    ("in new words", (*FACILITY, OTHER), (*FUND, f"{OTHER} to the Water Fund"), (f"OP3 {CALLED}",)),
    ("both call it so", (*FACILITY, OTHER), (*FACILITY, OTHER, SUPPORT.replace("Fund", "Facility")), ()),
    ("that side says both", (*FACILITY, f"{OTHER} to the Fund of States"), (*FUND, OTHER, SUPPORT), ()),
    ("at one place of two", (FACILITY[0], OTHER), (*FUND, OTHER, SUPPORT), ()),
    ("two names for it", (FACILITY[0], FUND[1].replace("Fund", "Bank"), OTHER), (*FUND, OTHER, SUPPORT), ()),
]  # fmt: skip


@pytest.mark.parametrize(("what", "ours", "theirs", "told"), ROWS, ids=[row[0] for row in ROWS])
def test_a_name_that_one_side_has_no_more_is_told(
    what: str, ours: tuple[str, ...], theirs: tuple[str, ...], told: tuple[str, ...]
) -> None:
    texts = ((*FUND, OTHER), ours, theirs)
    first, one, two = (draft(*(f"{at}. {words};" for at, words in enumerate(said, 1))) for said in texts)
    for found in (merge(first, one, two), merge(first, two, one)):
        assert tuple(said for said in found.told if "one side calls" in said) == told
