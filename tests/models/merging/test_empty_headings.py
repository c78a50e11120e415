"""A heading that comes to stand over nothing is asked about, or told where an answer left it so."""

from __future__ import annotations

import pytest

from models.merging import merge, resolve
from tests.models.comparison.small_drafts import draft
from tests.models.merging.settling import settled

PLANS, OTHER = ("§ Plans", "Requests a report on drinking water in rural areas;"), "§ Other"
DONORS, SEIZED = "Calls upon donors to finance the trust fund;", "Decides to remain seized of the matter."
TOLD = "There is nothing under “Money” now: look whether it is to stay."


def test_a_heading_answered_to_stay_over_a_paragraph_answered_to_go_is_told() -> None:
    base = draft(*PLANS, "§ Money", f"2. {DONORS}", OTHER, f"3. {SEIZED}")
    struck = draft(*PLANS, OTHER, f"2. {SEIZED}")
    edited = draft(*PLANS, "§ Money", f"2. {DONORS.replace('finance', 'fund')}", OTHER, f"3. {SEIZED}")
    for found, keep, strike in ((merge(base, struck, edited), "theirs", "ours"),
                                (merge(base, edited, struck), "ours", "theirs")):  # fmt: skip
        heading, paragraph = found.conflicts
        assert (heading.base, paragraph.base) == ("Money", DONORS)
        for way in (keep, "base"):
            assert TOLD in resolve(resolve(found, heading, way), paragraph, strike).told
            assert TOLD not in resolve(found, heading, way).told  # what is to stand under it is open
            assert TOLD not in resolve(resolve(found, heading, way), paragraph, keep).told
        assert TOLD not in settled(found, strike).told


@pytest.mark.parametrize("moved", [False, True])
def test_what_one_side_put_under_a_new_heading_and_the_other_deleted_is_asked(moved: bool) -> None:
    money = "§ Money", DONORS
    base = draft(*PLANS, DONORS, OTHER, SEIZED)
    headed = draft(*PLANS, OTHER, SEIZED, *money) if moved else draft(*PLANS, *money, OTHER, SEIZED)
    deleted = draft(*PLANS, OTHER, SEIZED)
    for found, keep, strike in ((merge(base, headed, deleted), "ours", "theirs"),
                                (merge(base, deleted, headed), "theirs", "ours")):  # fmt: skip
        paragraph = found.conflicts[-1]
        assert (paragraph.kind, paragraph.base, getattr(paragraph, strike)) == ("deleted", DONORS, "")
        assert settled(found, keep).draft == headed
        gone = settled(found, strike)
        assert gone.draft == deleted or TOLD in gone.told
        without = resolve(settled(found, keep), paragraph, strike)
        assert TOLD in without.told
