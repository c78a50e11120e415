"""What was typed, tracked and accepted at one point of a draft stands there in the order of the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.dossier import Dossier
from tests.models.proposals.test_among_typed import LAST, PERU, come, new
from tests.models.proposals.test_in_parts import BASE, came_back
from tests.models.word.word_xml import docx, p

FIRST, SECOND = p("Decides ", come("early "), "to meet in May in Geneva;"), p(BASE[1])
ACCEPTED = p("Decides early to meet in May in Geneva;")
THANKS = new(come("Thanks all hosts;"))
THERE = "Urges all ", come("willing "), "States to act at once;"


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (FIRST + SECOND, ACCEPTED + p("Invites it;") + THANKS + SECOND),
        (FIRST + SECOND, ACCEPTED + THANKS + p("Invites it;") + SECOND),
        (FIRST + THANKS + SECOND, ACCEPTED + new(come("Notes it;")) + p("Thanks kind hosts;") + SECOND),
        (FIRST + SECOND, ACCEPTED + p("Urges all strong ", come("and "), "States to act at once;")),
        (FIRST + p(*THERE), ACCEPTED + p("Urges all strong ", *THERE[1:])),
        (FIRST + p(*THERE), ACCEPTED + p(*THERE[:2], "strong States to act at once;")),
    ],
)
def test_it_stands_in_the_order_of_the_file(first: str, then: str, tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        plan, _ = came_back(dossier, docx(first + LAST), docx(then + LAST))
        assert any(edit.come_text == "early " for one in plan.accepted for edit in one.edits)


def test_another_paragraph_typed_in_the_place_of_a_rejected_one_is_new(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        first = docx(THANKS + FIRST + p(*THERE) + LAST)
        then = docx(p("Invites it soon;") + ACCEPTED + p("Urges all willing States to act at once;") + LAST)
        plan, by_hand = came_back(dossier, first, then)
        assert by_hand == ["Invites it soon;\u2029"]
        assert not any("Thanks" in edit.come_text for one in plan.proposals for edit in one.edits)


NOTES = new(come("Notes it well;", PERU), by=PERU)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        # In one that was typed, and in one that was accepted beside another in which something was typed.
        (FIRST + SECOND, ACCEPTED + p("Invites ", come("all of "), "it;") + SECOND),
        (
            FIRST + THANKS + NOTES + p(*THERE),
            ACCEPTED + p("Thanks all kind hosts;") + p("Notes ", come("all of "), "it well;") + p(*THERE),
        ),
    ],
)
def test_what_is_tracked_in_a_new_paragraph_beside_it_has_its_place(first: str, then: str, tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        plan, _ = came_back(dossier, docx(first + LAST), docx(then + LAST))
        assert plan.with_unasked()[0].not_placed == ()
        assert any(edit.come_text == "early " for one in plan.accepted for edit in one.edits)
