"""Words that one side moved and that the answers would leave twice, or nowhere, are told."""

from __future__ import annotations

import pytest

from models.draft import Draft, Kind, Paragraph, Run
from models.merging import Merge, merge, resolve
from tests.models.comparison.small_drafts import draft

WATER = "1. Urges States to save water in every river basin"
CITIES = "2. Invites donors to help cities plan"
REPORT = "3. Requests the Secretary-General to report on progress at its next session;"
BASE = draft(f"{WATER} hydrological;", f"{CITIES} green roofs;", REPORT)
OURS = draft(f"{WATER} with hydrological data;", f"{CITIES} flat roofs;", REPORT)
THEIRS = draft(f"{WATER} by July;", f"{CITIES} hydrological roofs;", REPORT)

TWICE = "“hydrological” stands in OP1 and OP2 now: look whether that is meant twice."
LOST = "“hydrological” stands no longer in OP1 and OP2: look where that belongs."
ANSWERS = [
    (("ours", "ours"), ()),
    (("theirs", "theirs"), ()),
    (("base", "base"), ()),
    (("ours", "theirs"), (TWICE,)),
    (("base", "theirs"), (TWICE,)),
    (("both", "both"), (TWICE,)),
    (("theirs", "ours"), (LOST,)),
    (("theirs", ""), ()),  # while one is open nobody knows
    (("theirs", "written"), ()),  # who writes says what is meant
]


def answered(found: Merge, ways: tuple[str, ...]) -> Merge:
    assert len(found.conflicts) == len(ways)
    for asked, way in zip(found.conflicts, ways, strict=True):
        found = resolve(found, asked, way) if way else found
    return found


@pytest.mark.parametrize(("ways", "told"), ANSWERS)
def test_what_the_answers_lose_or_double_is_told(ways: tuple[str, ...], told: tuple[str, ...]) -> None:
    assert answered(merge(BASE, OURS, THEIRS), ways).told == told
    turned = tuple({"ours": "theirs", "theirs": "ours"}.get(way, way) for way in ways)
    assert answered(merge(BASE, THEIRS, OURS), turned).told == told


def test_words_that_the_base_says_more_than_once_are_not_known_again() -> None:
    base, ours, theirs = (
        Draft((*one.paragraphs, Paragraph(Kind.OPERATIVE, (Run("Welcomes hydrological data;"),), number="4.")))
        for one in (BASE, OURS, THEIRS)
    )
    assert not answered(merge(base, ours, theirs), ("ours", "theirs")).told


def table(*cells: str) -> Draft:
    head = Paragraph(Kind.OPERATIVE, (Run("Decides as follows:"),))
    rows = (Paragraph(Kind.TEXT, (Run(one),), cell=(0, at // 2, at % 2)) for at, one in enumerate(cells))
    return Draft((head, *rows))


def test_cells_of_a_table_are_counted_too() -> None:
    base = table("Item", "Cost", "Hydrological gauges", "Ten pumps", "Boats", "None")
    ours = table("Item", "Cost", "Hydrological stations", "Ten pumps", "Boats", "Flat")
    theirs = table("Item", "Cost", "Meters", "Ten pumps", "Boats", "Hydrological")
    found = merge(base, ours, theirs)
    (said,) = answered(found, ("ours", "theirs")).told
    assert said.startswith("“Hydrological” stands in ")
    assert said.endswith(" now: look whether that is meant twice.")
