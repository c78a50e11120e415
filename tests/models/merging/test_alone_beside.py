"""What one side alone changed beside what clashes is combined, and told with the side and the words."""

from __future__ import annotations

import pytest

from models.merging import merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.answered import resolve_row
from tests.models.merging.settling import settled

BASE = "1. Requests the Secretary-General to submit a brief report on dust storms to the regional commissions;"
ASKED = BASE.replace("Requests", "Invites")

TOLD = [
    ("a word for another", ("brief", "full"), "from theirs alone “full” instead of “brief”"),
    ("a word put in", ("dust storms", "dust storms also"), "from theirs alone “also”"),
    ("a word taken out", (" regional", ""), "from theirs alone no longer “regional”"),
    ("a capital", ("commissions", "Commissions"), ""),
    ("a mark", ("dust storms", "dust storms,"), ""),
    ("a word that joins", ("dust storms", "dust storms and"), ""),
]


@pytest.mark.parametrize(("change", "told"), [one[1:] for one in TOLD], ids=[one[0] for one in TOLD])
def test_what_one_side_alone_changed_is_told(change: tuple[str, str], told: str) -> None:
    theirs = BASE.replace("Requests", "Urges").replace(*change)
    found = merge(draft(BASE), draft(ASKED), draft(theirs))
    turned = merge(draft(BASE), draft(theirs), draft(ASKED))
    assert [(one.ours, one.theirs) for one in found.conflicts] == [("Invites", "Urges")]
    said = [f"Beside what is asked in OP1: {told}."] if told else []
    assert [*found.told] == said
    assert [*turned.told] == [one.replace("theirs", "ours") for one in said]
    assert [*settled(found, "ours").told] == said
    assert not resolve_row(found, found.rows[0], "ours").told  # nothing is combined in it


def test_what_both_changed_at_two_places_is_told_of_each() -> None:
    ours, theirs = (
        ASKED.replace("brief", "full"),
        BASE.replace("Requests", "Urges").replace("on dust", "on sand and dust"),
    )
    (told,) = merge(draft(BASE), draft(ours), draft(theirs)).told
    assert told == (
        "Beside what is asked in OP1: from ours alone “full” instead of “brief”; from theirs alone “sand and”."
    )


def test_of_what_nobody_asks_nothing_is_told() -> None:
    found = merge(draft(BASE), draft(ASKED), draft(BASE.replace("brief", "full")))
    assert not found.conflicts
    assert not found.told


def test_a_paragraph_without_a_number_is_called_as_its_question_is() -> None:
    base, ours, theirs = (one.removeprefix("1. ") for one in (BASE, ASKED, BASE.replace("Requests", "Urges")))
    found = merge(draft(base), draft(ours), draft(theirs.replace("brief", "full")))
    assert found.told == (
        f"Beside what is asked in {found.conflicts[0].label}: from theirs alone “full” instead of “brief”.",
    )
    assert found.conflicts[0].label.startswith("“Requests the")


CLAUSE = "in accordance with the recommendations contained in the report, "
FROM = "1. Encourages Member States, {}to hold regular discussions in the Committee on their prospects;"
TO = "2. Invites the regional commissions, {}to contribute to the work on storms and to inform the Council thereof;"
EDITED = CLAUSE.replace("recommendations", "decisions")

OF_TWO_ENDS = [
    ("where it is shown first", ("regular", "frequent"), "OP1", "“frequent” instead of “regular”"),
    ("where it stands again", ("storms", "floods"), "OP1, in OP2", "“floods” instead of “storms”"),
]


@pytest.mark.parametrize(
    ("change", "called", "told"), [one[1:] for one in OF_TWO_ENDS], ids=[x[0] for x in OF_TWO_ENDS]
)
def test_what_is_told_beside_a_question_of_two_ends_names_it_as_it_is_called(
    change: tuple[str, str], called: str, told: str
) -> None:
    base = FROM.format(CLAUSE), TO.format("")
    ours = FROM.format(""), TO.format(CLAUSE)
    theirs = FROM.format(EDITED).replace(*change), TO.format("").replace(*change)
    for sides, side in (((ours, theirs), "theirs"), ((theirs, ours), "ours")):
        found = merge(draft(*base), *(draft(*one) for one in sides))
        assert [(one.kind, one.label) for one in found.conflicts] == [("clause", "OP1")]
        assert f"Beside what is asked in {called}: from {side} alone {told}." in found.told


@pytest.mark.parametrize("new", ["Decides to remain seized", "Requests a report", "Welcomes it"])
def test_what_both_put_in_at_two_places_and_is_too_short_to_be_known_again_is_told(new: str) -> None:
    lines = [f"Asks all to speak of {one} and of all that {one} mean for them" for one in ("rivers", "lakes", "ponds")]
    base, ours, theirs = (
        draft(*(f"{n}. {one};" for n, one in enumerate(its, 1)))
        for its in (lines, [lines[0], new, *lines[1:]], [*lines, new])
    )
    for one, two in ((ours, theirs), (theirs, ours)):
        found = merge(base, one, two)
        assert not found.conflicts
        assert f"“{new}” stands in OP2 and OP5 now: look whether that is meant twice." in found.told
    assert not merge(base, ours, ours).told
