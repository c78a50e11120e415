"""Changes of two sides that do not touch and say one thing: neither has what comes of both, so it is asked."""

from __future__ import annotations

import pytest

from models.draft import canonical
from models.merging import merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.settling import settled

ASKED = [
    ("a not, and a word behind it", "States shall transfer funds to others",
     "States shall not transfer funds to others", "States shall transfer funds immediately to others",
     ("not transfer funds", "transfer funds immediately")),
    ("a not that is gone", "States shall not transfer funds to others", "States shall transfer funds to others",
     "States shall not transfer funds or goods to others", ("transfer funds", "not transfer funds or goods")),
    ("no, and a word behind it", "There shall be limits on trade", "There shall be no limits on trade",
     "There shall be limits on all trade", ("no limits on", "limits on all")),
    ("words on both sides of a not", "All States should now pay to the fund", "All States should not pay to the fund",
     "All small States should now pay to the new fund",
     ("States should not pay to the", "small States should now pay to the new")),
    ("a not in two words", "Les États doivent transférer des fonds", "Les États ne doivent pas transférer des fonds",
     "Les États doivent transférer immédiatement des fonds",
     ("ne doivent pas transférer", "doivent transférer immédiatement")),
    ("a sum and its currency", "pay 5 million dollars each year", "pay 7 million dollars each year",
     "pay 5 million euros each year", ("7 million dollars", "5 million euros")),
    ("the first day and the month", "meet from 3 to 7 May 2026 in Suva", "meet from 4 to 7 May 2026 in Suva",
     "meet from 3 to 7 June 2026 in Suva", ("4 to 7 May 2026", "3 to 7 June 2026")),
    ("the number of a resolution and its date", "Recalling its resolution 78/155 of 19 December 2023 on water",
     "Recalling its resolution 79/155 of 19 December 2023 on water",
     "Recalling its resolution 78/155 of 19 December 2024 on water",
     ("79/155 of 19 December 2023", "78/155 of 19 December 2024")),
    ("an and that stands further on", "Notes water and food", "Notes water, food and health",
     "Notes water and food of the poor", (", food and health", "and food of the poor")),
    ("an and of a list of resolutions", "Recalling its resolutions 76/211 and 77/171 on storms",
     "Recalling its resolutions 76/211, 77/171 and 78/158 on storms",
     "Recalling its resolutions 76/211, 77/171, 78/158 and 79/212 on storms",
     (", 77/171 and 78/158", ", 77/171, 78/158 and 79/212")),
    ("an and that stands further up", "Notes water, food and energy", "Notes water and food",
     "Notes water, food and clean energy", ("and food", ", food and clean energy")),
    ("an and that stands further on, and a word before and behind", "Notes water, food and energy",
     "Notes water, food, energy and health", "Notes water, food and clean energy of the future",
     (", energy and health", "and clean energy of the future")),
    ("an and that stands further up, and a comma behind the list", "Invites States, funds, schools and banks, too",
     "Invites States and funds, too", "Invites States, funds and schools, too",
     ("and funds,", ", funds and schools,")),
]  # fmt: skip


@pytest.mark.parametrize(("what", "base", "ours", "theirs", "asked"), ASKED, ids=[row[0] for row in ASKED])
def test_what_comes_of_two_changes_of_one_statement_is_asked(
    what: str, base: str, ours: str, theirs: str, asked: tuple[str, str]
) -> None:
    first, one, two = (draft(f"1. {words};") for words in (base, ours, theirs))
    for found, texts in ((merge(first, one, two), asked), (merge(first, two, one), asked[::-1])):
        assert [(each.ours, each.theirs) for each in found.conflicts] == [texts]
    for way, side in (("ours", one), ("theirs", two), ("base", first)):
        assert canonical(settled(merge(first, one, two), way).draft) == canonical(side)


COMBINED = [
    ("a not in another clause", "States shall pay, and report by May", "States shall not pay, and report by May",
     "States shall pay, and report in full by May", "States shall not pay, and report in full by May"),
    ("a not behind another verb", "Calls upon States to release all detainees and to report annually",
     "Calls upon States not to release all detainees and to report annually",
     "Calls upon States to release all detainees and to report biennially",
     "Calls upon States not to release all detainees and to report biennially"),
    ("a without with its own words", "Calls upon States to release detainees every year",
     "Calls upon States to release detainees without delay every year",
     "Calls upon States to release detainees every second year",
     "Calls upon States to release detainees without delay every second year"),
    ("a protocol's number", "Notes the Protocol in full", "Notes the Protocol No. 4 in full",
     "Notes the new Protocol in full", "Notes the new Protocol No. 4 in full"),
    ("organizations that are not of governments", "Invita a las organizaciones a actuar",
     "Invita a las organizaciones no gubernamentales a actuar", "Invita a todas las organizaciones a actuar",
     "Invita a todas las organizaciones no gubernamentales a actuar"),
    ("a sign of a not within a word", "关注在非洲的各国的情况", "关注在亚洲的各国的情况", "关注在非洲的各国的新情况",
     "关注在亚洲的各国的新情况"),
    ("no later than", "States shall report in May", "States shall report no later than in May",
     "States shall all report in May", "States shall all report no later than in May"),
    ("a clause with a not in it", "States shall pay to the new fund",
     "States shall pay that do not have debts to the new fund", "States shall pay to the first new fund",
     "States shall pay that do not have debts to the first new fund"),
    ("an article beside a not", "States shall pay to fund", "States shall not pay to fund",
     "States shall pay to the fund", "States shall not pay to the fund"),
    ("two figures", "pay 5 million dollars for 3 years", "pay 7 million dollars for 3 years",
     "pay 5 million dollars for 9 years", "pay 7 million dollars for 9 years"),
    ("a word put in before a unit", "pay 5 million dollars", "pay 7 million dollars", "pay 5 million US dollars",
     "pay 7 million US dollars"),
    ("an and that stands further on, and a word between", "Notes water, food and energy",
     "Notes water, food, energy and health", "Notes water, safe food and energy",
     "Notes water, safe food, energy and health"),
    ("an and that one side took out before what both put in", "Recalling resolutions 76/211 and 77/171 on storms",
     "Recalling resolutions 76/211 and 77/171 and 78/158 on storms",
     "Recalling resolutions 76/211, 77/171 and 78/158 on storms",
     "Recalling resolutions 76/211, 77/171 and 78/158 on storms"),
    ("two resolutions", "Recalling its resolutions 78/155 and 79/212", "Recalling its resolutions 78/156 and 79/212",
     "Recalling its resolutions 78/155 and 79/213", "Recalling its resolutions 78/156 and 79/213"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "base", "ours", "theirs", "both"), COMBINED, ids=[row[0] for row in COMBINED])
def test_changes_of_two_statements_are_combined(what: str, base: str, ours: str, theirs: str, both: str) -> None:
    first, one, two = (draft(f"1. {words};") for words in (base, ours, theirs))
    for found in (merge(first, one, two), merge(first, two, one)):
        assert not found.conflicts
        assert canonical(found.draft) == canonical(draft(f"1. {both};"))


def test_a_list_that_both_made_longer_alike_is_no_question_for_a_comma_and_a_note() -> None:
    notes = {number: f"A/{number}." for number in (1, 2, 3, 4)}
    base = draft("1. Notes its first,[^1] second[^2] and third[^3] reviews;", notes=notes)
    one, two = (
        draft(f"1. Notes its first,[^1] second{mark} third[^3] and fourth[^4] reviews;", notes=notes)
        for mark in ("[^2],", ",[^2]")
    )
    assert not merge(base, one, two).conflicts
