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
    ("a not before an Arabic noun", "تطلب تقديم تقرير في عام 2026", "تطلب عدم تقديم تقرير في عام 2026",
     "تطلب تقديم تقرير سنوي في عام 2026", ("عدم تقديم تقرير", "تقديم تقرير سنوي")),
    ("an Arabic that not", "على الدول أن تقدم تقريرا سنويا", "على الدول ألا تقدم تقريرا سنويا",
     "على الدول أن تقدم تقريرا شهريا", ("ألا تقدم تقريرا سنويا", "أن تقدم تقريرا شهريا")),
    ("a sum and its currency", "pay 5 million dollars each year", "pay 7 million dollars each year",
     "pay 5 million euros each year", ("7 million dollars", "5 million euros")),
    ("the first day and the month", "meet from 3 to 7 May 2026 in Suva", "meet from 4 to 7 May 2026 in Suva",
     "meet from 3 to 7 June 2026 in Suva", ("4 to 7 May 2026", "3 to 7 June 2026")),
    ("the number of a resolution and its date", "Recalling its resolution 78/155 of 19 December 2023 on water",
     "Recalling its resolution 79/155 of 19 December 2023 on water",
     "Recalling its resolution 78/155 of 19 December 2024 on water",
     ("79/155 of 19 December 2023", "78/155 of 19 December 2024")),
    ("the ends of a range", "pay 5 to 10 per cent each year", "pay 9 to 10 per cent each year",
     "pay 5 to 8 per cent each year", ("9 to 10", "5 to 8")),
    ("the ends of a range in words", "elect five to ten members", "elect nine to ten members",
     "elect five to eight members", ("nine to ten", "five to eight")),
    ("two years", "report between 2026 and 2030 in full", "report between 2029 and 2030 in full",
     "report between 2026 and 2027 in full", ("2029 and 2030", "2026 and 2027")),
    ("the ends of a range with a unit each", "pay 5 per cent to 10 per cent", "pay 9 per cent to 10 per cent",
     "pay 5 per cent to 8 per cent", ("9 per cent to 10", "5 per cent to 8")),
    ("the ends of a range with a sign each", "pay $5 to $10 million", "pay $9 to $10 million", "pay $5 to $8 million",
     ("$9 to $10", "$5 to $8")),
    ("a range in French", "Décide de 5 à 10 pour cent", "Décide de 9 à 10 pour cent", "Décide de 5 à 8 pour cent",
     ("9 à 10", "5 à 8")),
    ("a range in Spanish", "Decide entre 5 y 10 por ciento", "Decide entre 9 y 10 por ciento",
     "Decide entre 5 y 8 por ciento", ("9 y 10", "5 y 8")),
    ("a range in Russian", "от 5 до 10 процентов", "от 9 до 10 процентов", "от 5 до 8 процентов",
     ("9 до 10", "5 до 8")),
    ("a range in Chinese", "决定5至10人", "决定9至10人", "决定5至8人", ("9至10", "5至8")),
    ("two ends in Chinese", "决定介于5和10人之间", "决定介于9和10人之间", "决定介于5和8人之间", ("9和10", "5和8")),
    ("a range in Arabic", "تقرر من 5 إلى 10 أعضاء", "تقرر من 9 إلى 10 أعضاء", "تقرر من 5 إلى 8 أعضاء",
     ("9 إلى 10", "5 إلى 8")),
    ("a day of the week and its date", "meet on Monday, 3 June 2026, in Suva", "meet on Tuesday, 3 June 2026, in Suva",
     "meet on Monday, 10 June 2026, in Suva", ("Tuesday, 3 June 2026", "Monday, 10 June 2026")),
    ("how a number counts", "elect no more than 10 members", "elect no fewer than 10 members",
     "elect no more than 12 members", ("fewer than 10", "more than 12")),
    ("the least or the most", "elect a maximum of ten members", "elect a minimum of ten members",
     "elect a maximum of twelve members", ("minimum of ten", "maximum of twelve")),
    ("a temperature and its unit", "keep it below 1.5 °C in all", "keep it below 2 °C in all",
     "keep it below 1.5 °F in all", ("2 °C", "1.5 °F")),
    ("a paragraph of a resolution", "Recalling paragraph 4 of resolution 70/1 on water",
     "Recalling paragraph 5 of resolution 70/1 on water", "Recalling paragraph 4 of resolution 70/2 on water",
     ("5 of resolution 70/1", "4 of resolution 70/2")),
    ("a resolution and the number of its paragraph", "Notes resolution 70/1, paragraph 4",
     "Notes resolution 70/2, paragraph 4", "Notes resolution 70/1, paragraph 5",
     ("70/2, paragraph 4", "70/1, paragraph 5")),
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
    ("two figures with an and", "elect 5 and 10 members", "elect 6 and 10 members", "elect 5 and 12 members",
     "elect 6 and 12 members"),
    ("a sum and who gets it", "pay 5 million to 10 States", "pay 6 million to 10 States", "pay 5 million to 12 States",
     "pay 6 million to 12 States"),
    ("a more that counts nothing", "ask for more aid for 10 States", "ask for less aid for 10 States",
     "ask for more aid for 12 States", "ask for less aid for 12 States"),
    ("two articles", "Notes articles 3, 4 and 5 of it", "Notes articles 2, 4 and 5 of it",
     "Notes articles 3, 4 and 6 of it", "Notes articles 2, 4 and 6 of it"),
    ("a paragraph of an article of its own", "Applies article 2, paragraph 1", "Applies article 3, paragraph 1",
     "Applies article 2, paragraph 2", "Applies article 3, paragraph 2"),
    ("what two figures are about, in Chinese", "关于5和10人", "关于9和10人", "关于5和8人", "关于9和8人"),
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
