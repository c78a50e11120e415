"""A paragraph cut short and moved, gone and new for the comparison, is asked with what the other side made of it."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.merging import merge
from tests.models.merging.settling import settled
from tests.models.merging.settling import text as said

FORUM = (
    "Urges the Secretary-General to convene a high-level forum on coastal erosion in Lisbon, with regional "
    "commissions, donors and local authorities, before the end of March, subject to voluntary contributions, and to "
    "invite civil society, youth and the private sector;"
)
SHORT = "Invites civil society, youth and the private sector to a forum on coastal erosion;"
OTHER = "Urges local authorities to convene before the end of March a high-level forum on coastal erosion;"
WATER, BANKS, WOMEN, SEIZED = (
    "Requests a report on drinking water in rural areas;",
    "Calls upon banks to lend at low rates to poor countries;",
    "Stresses the role of women in governance;",
    "Decides to remain seized of the matter.",
)


def text(*lines: str) -> Draft:
    return Draft(
        tuple(Paragraph(Kind.OPERATIVE, (Run(line),), number=str(at)) for at, line in enumerate(lines, start=1))
    )


BASE, CUT = text(FORUM, WATER, BANKS, WOMEN, SEIZED), text(WATER, BANKS, SHORT, WOMEN, SEIZED)
BRACKETED, LATER = f"[{FORUM[:-1]}];", FORUM.replace("March", "June")
ASKED = [
    ("deleted", (WATER, BANKS, WOMEN, SEIZED), "deleted", ""),
    ("reworded", (LATER, WATER, BANKS, WOMEN, SEIZED), "shape", LATER),
    ("bracketed", (BRACKETED, WATER, BANKS, WOMEN, SEIZED), "shape", BRACKETED),
    ("moved", (WATER, BANKS, FORUM, WOMEN, SEIZED), "shape", FORUM),
    ("cut otherwise", (WATER, BANKS, WOMEN, OTHER, SEIZED), "shape", OTHER),
]


@pytest.mark.parametrize(("what", "theirs", "kind", "has"), ASKED, ids=[row[0] for row in ASKED])
def test_what_came_back_is_asked_with_what_the_other_side_made_of_it(
    what: str, theirs: tuple[str, ...], kind: str, has: str
) -> None:
    assert {one.kind for one in compare(BASE, CUT).changes} == {"unchanged", "deleted", "inserted"}
    found, turned = merge(BASE, CUT, text(*theirs)), merge(BASE, text(*theirs), CUT)
    (conflict,), (other,) = found.conflicts, turned.conflicts
    assert (conflict.kind, conflict.base, conflict.ours, conflict.theirs) == (kind, FORUM, SHORT, has)
    assert (other.kind, other.base, other.theirs, other.ours) == (kind, FORUM, SHORT, has)
    for one, way in ((found, "ours"), (turned, "theirs")):
        assert said(settled(one, way)).split("\n") == [line.text for line in CUT.paragraphs]
    for one, way in ((found, "theirs"), (turned, "ours")):
        assert said(settled(one, way)).split("\n") == [*theirs]


def test_what_the_other_side_left_as_it_was_is_not_asked() -> None:
    found = merge(BASE, CUT, text(FORUM, WATER.replace("rural", "urban"), BANKS, WOMEN, SEIZED))
    assert not found.conflicts
    assert said(found).split("\n") == [WATER.replace("rural", "urban"), BANKS, SHORT, WOMEN, SEIZED]


def test_brackets_over_it_and_another_are_asked() -> None:
    found = merge(BASE, CUT, text(f"[{FORUM}", f"{WATER[:-1]}];", BANKS, WOMEN, SEIZED))
    (conflict,) = found.conflicts
    assert (conflict.kind, conflict.ours) == ("shape", f"{WATER}\n{SHORT}")
