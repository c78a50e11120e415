"""What a conflict of several places asks and answers, with the labels that the list has."""

from __future__ import annotations

from functools import partial

import pytest

from models.merging import Conflict
from tests.widgets.merge_drafts import BASE, table_of
from widgets.merge.sentences import answered, question, said

WATER, DATA, CITIES = (
    "Urges States to save water",
    " and to share all data by July",
    "Invites donors to help cities plan roofs",
)


def clause(base: str, ours: str, theirs: str, also: tuple[str, ...]) -> Conflict:
    return Conflict("1:words:0", "clause", "OP1", base, ours, theirs, 0, ("ours", "theirs", "both"), also=also)


@pytest.mark.parametrize(
    ("rows", "says"),
    [((), "settles it."), (("4",), "settles both places."), (("4", "6", "7", "8"), "all five places.")],
)
def test_the_question_says_how_many_places_one_answer_settles(rows: tuple[str, ...], says: str) -> None:
    assert question(clause("OP1: a", "OP1: b", "OP1: c", rows)).endswith(says)


def test_what_the_other_side_put_in_was_not_deleted() -> None:
    one = clause(
        "OP1: by July\nOP4: nothing\nOP5: by June",
        "OP1: by August\nOP4: nothing\nOP5: deleted",
        "OP1: deleted\nOP4: by July\nOP5: by June",
        ("4", "5"),
    )
    assert said(one, "ours") == "“by August” in OP1; OP5 deleted"
    assert said(one, "theirs") == "OP1 deleted; “by July” in OP4; “by June” in OP5"


def test_an_answer_calls_paragraphs_as_the_list_does() -> None:
    table = table_of(
        (f"{WATER}{DATA};", f"{CITIES};", *BASE[1:]),
        ("Welcomes the first snow of the year;", f"{WATER};", f"{CITIES}{DATA};", *BASE[1:]),
        (f"{WATER}{DATA.replace('July', 'August')};", f"{CITIES};", *BASE[1:]),
    )
    (one,) = table.merge.conflicts
    assert [item.label for item in table.conflicts] == ["OP2", "OP3"]
    assert one.theirs.startswith("OP1: ")
    for side, way in ((1, "ours"), (2, "theirs")):
        says = answered(one, way, partial(table.begins, side), partial(table.listed, one, side))
        assert f"in OP{3 if side == 1 else 2}" in says
        assert "in OP1" not in says
