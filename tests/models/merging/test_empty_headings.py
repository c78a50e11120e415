"""A heading that comes to stand over nothing is asked about, or told where an answer left it so."""

from __future__ import annotations

import pytest

from models.merging import merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.answered import resolve
from tests.models.merging.settling import settled

PLANS, OTHER = ("§ Plans", "Requests a report on drinking water in rural areas;"), "§ Other"
DONORS, SEIZED = "Calls upon donors to finance the trust fund;", "Decides to remain seized of the matter."
TOLD = "There is nothing under “Money” now: look whether it is to stay."


def test_a_heading_answered_to_stay_over_a_paragraph_that_the_other_side_took_elsewhere_is_told() -> None:
    base = draft(*PLANS, "§ Money", f"2. {DONORS}", OTHER, f"3. {SEIZED}")
    struck = draft(PLANS[0], f"1. {DONORS}", PLANS[1], OTHER, f"3. {SEIZED}")
    renamed = draft(*PLANS, "§ Money and means", f"2. {DONORS}", OTHER, f"3. {SEIZED}")
    for found, keep in ((merge(base, struck, renamed), "theirs"), (merge(base, renamed, struck), "ours")):
        (heading,) = found.conflicts
        assert (heading.kind, heading.base) == ("deleted", "Money")
        assert TOLD not in found.told  # it is open whether it stays
        assert TOLD in resolve(found, heading, "base").told
        assert TOLD.replace("Money", "Money and means") in resolve(found, heading, keep).told


@pytest.mark.parametrize("moved", [False, True])
def test_what_one_side_put_under_a_new_heading_and_the_other_deleted_is_one_question(moved: bool) -> None:
    money = "§ Money", DONORS
    base = draft(*PLANS, DONORS, OTHER, SEIZED)
    headed = draft(*PLANS, OTHER, SEIZED, *money) if moved else draft(*PLANS, *money, OTHER, SEIZED)
    deleted = draft(*PLANS, OTHER, SEIZED)
    for found, keep, strike in ((merge(base, headed, deleted), "ours", "theirs"),
                                (merge(base, deleted, headed), "theirs", "ours")):  # fmt: skip
        (asked,) = found.conflicts
        assert (asked.kind, asked.base, getattr(asked, strike)) == ("deleted", DONORS, "")
        assert getattr(asked, keep) == f"Money\n{DONORS}"
        assert settled(found, keep).draft == headed
        assert settled(found, strike).draft == deleted
        assert not settled(found, strike).told
