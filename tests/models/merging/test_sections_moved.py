"""A section that both sides moved, each to another place, is one question: its heading with all under it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.draft import Draft, Kind
from models.merging import merge
from tests.models.merging.answered import resolve
from tests.models.merging.settling import settled
from tests.models.merging.test_sections import BANKS, DONORS, SEIZED, SYSTEMS, WATER, WOMEN
from tests.models.merging.test_sections import text as headed
from tests.models.merging.test_struck_sections import FUND, MEANS, MONEY, lines

SECTION = (MONEY, DONORS, BANKS)
REST = (MEANS, WATER, "C. Review", SYSTEMS, "D. End", WOMEN, SEIZED)
ARTICLES = ("Annex", "Article 1", "Terms", WATER, "Article 3", "Review", SYSTEMS, "Article 4", "End", WOMEN)
PORTS, OLIVES, ROADS = (
    f"Requests {who} for each region;" for who in ("plans of ports", "a day of olives", "safe roads")
)
LONG = (*ARTICLES[:7], PORTS, ROADS, *ARTICLES[7:], OLIVES)
PARTS = ("I. Means", WATER, PORTS, ROADS, "III. Review", SYSTEMS, OLIVES, "IV. End", WOMEN, SEIZED)
ANNEXES = (SEIZED, "Annex", "Plans", WATER, "Annex", "Review", SYSTEMS, "Annex", "End", WOMEN)


def text(*said: str) -> Draft:
    """A text in which headings that begin with a Roman number stand over the others."""
    draft = headed(*said)
    larger = (
        replace(one, kind=Kind.SECTION) if one.text[:2] in ("I.", "II", "IV") else one for one in draft.paragraphs
    )
    return Draft(tuple(larger))


def put(rest: tuple[str, ...], at: int, section: tuple[str, ...]) -> tuple[str, ...]:
    return (*rest[:at], *section, *rest[at:])


@pytest.mark.parametrize(
    ("what", "section", "rest", "places"),
    [
        ("section", SECTION, REST, (2, 0, 4)),
        ("article", ("Article 2", "Finance", DONORS, BANKS), ARTICLES, (4, 1, 10)),
        ("past more and more", ("Article 2", "Finance", DONORS, BANKS), LONG, (4, 9, 13)),
        ("annex", ("Annex", "Finance", DONORS, BANKS), ANNEXES, (4, 1, 10)),
        ("with a smaller section", ("II. Money", "A. Funds", DONORS, "B. Loans", BANKS), PARTS, (4, 0, 7)),
    ],
)  # fmt: skip
def test_it_is_one_question(
    what: str, section: tuple[str, ...], rest: tuple[str, ...], places: tuple[int, int, int]
) -> None:
    base, one, two = (put(rest, at, section) for at in places)
    for ours, theirs in ((one, two), (two, one)):
        found = merge(text(*base), text(*ours), text(*theirs))
        (asked,) = found.conflicts
        assert asked.kind == "moved"
        assert asked.section is not None
        assert (asked.section.heading, asked.section.paragraphs) == (section[0], 2)
        for way, its in (("ours", ours), ("theirs", theirs), ("base", base)):
            assert lines(settled(found, way).draft) == lines(text(*its))
            assert not settled(found, way).told


def test_what_one_side_changed_or_put_into_it_goes_along() -> None:
    base, ours = put(REST, 2, SECTION), put(REST, 0, (MONEY, FUND, BANKS))
    theirs = put(REST, 4, (*SECTION, "Asks all banks to publish their terms;"))
    found = merge(text(*base), text(*ours), text(*theirs))
    (asked,) = found.conflicts
    together = (MONEY, FUND, BANKS, "Asks all banks to publish their terms;")
    for way, at in (("ours", 0), ("theirs", 4), ("base", 2)):
        assert lines(resolve(found, asked, way).draft) == lines(text(*put(REST, at, together)))


def test_what_one_side_turned_round_in_it_is_asked_by_itself() -> None:
    base, ours, theirs = (put(REST, 2, SECTION), put(REST, 0, (MONEY, BANKS, DONORS)), put(REST, 4, SECTION))
    found = merge(text(*base), text(*ours), text(*theirs))
    assert [asked.kind for asked in found.conflicts] == ["moved", "moved"]
    for way, its in (("ours", ours), ("theirs", theirs)):
        assert lines(settled(found, way).draft) == lines(text(*its))
    other = merge(text(*base), text(*theirs), text(*ours))
    assert [(one.base, one.ours, one.theirs) for one in other.conflicts] == [
        (one.base, one.theirs, one.ours) for one in found.conflicts
    ]


def test_which_paragraph_that_is_does_not_depend_on_whose_side_is_whose_however_many_there_are() -> None:
    section, before, behind = (
        (heading, *(f"{verb} region {number} to report on its {number * 7} rivers;" for number in range(many)))
        for heading, verb, many in ((MONEY, "Requests", 80), ("A. Means", "Urges", 90), ("C. Review", "Asks", 90))
    )
    turned_round = (*section[:-2], *section[:-3:-1])
    base, ours, theirs = (
        put((*before, *behind), 91, section),
        (*turned_round, *before, *behind),
        (*before, *behind, *section),
    )
    found, turned = merge(text(*base), text(*ours), text(*theirs)), merge(text(*base), text(*theirs), text(*ours))
    assert len(found.conflicts) == 2
    assert [(one.base, one.ours, one.theirs) for one in turned.conflicts] == [
        (one.base, one.theirs, one.ours) for one in found.conflicts
    ]


def test_what_one_side_turned_round_in_one_that_both_moved_alike_stands_in_it_as_it_was() -> None:
    base, ours, theirs = (put(REST, 4, SECTION), put(REST, 0, (MONEY, BANKS, DONORS)), put(REST, 0, SECTION))
    for one, two in ((ours, theirs), (theirs, ours)):
        found = merge(text(*base), text(*one), text(*two))
        (asked,) = found.conflicts
        assert lines(resolve(found, asked, "base").draft) == lines(text(*theirs))


def test_the_open_question_stands_once_and_each_row_tells_of_it() -> None:
    found = merge(*(text(*put(REST, at, SECTION)) for at in (2, 0, 4)))
    assert sum("[ours: moved" in line for line in lines(found.draft)) == 1
    key = found.conflicts[0].key
    assert [found.draft.paragraphs[row.merged[0]].text for row in found.rows if row.conflicts == (key,)][1:] == [
        DONORS, BANKS
    ]  # fmt: skip
