"""A kind that a paragraph is of with words accepted in a compilation is theirs who asked for these: nobody set it."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.compiling.compilation import write_compilation
from models.compiling.joint_wishes import joined
from models.compiling.wishes import wished
from models.dossier import Dossier
from models.dossier.incoming.own_package import package_of
from models.dossier.incoming.returning import Plan, keep_returned
from models.word.accepted_in_part import accepted_in_part
from models.word.namespaces import w
from models.word.package import Package
from tests.models.compiling.test_accepted_in_word import ask, came_back, changed_by_hand, node_of, texts
from tests.models.compiling.test_accepted_in_word import compiled as compiled_anew
from tests.models.compiling.test_law_of_rounds import up

BASE = (
    "Decides to meet in May in Geneva with all parties;",
    "Urges all States to take effective measures to act at once;",
    "Stays seized of the matter.",
    "Calls upon all donors to give more money to the fund;",
    "Encourages the Office to share its data with Member States;",
)
Asked = tuple[tuple[str, ...], tuple[str, ...]]
# Without its full stop, or with nothing left behind it, the line that closes is read as another kind.
HEADED: Asked = (
    (*BASE[:2], "Stays seized of the", *BASE[3:]),
    (*BASE[:2], BASE[2].replace("of the", "fully of the"), *BASE[3:]),
)
CLOSED: Asked = ((*BASE[:3], BASE[4], "Thanks the host;"), (*BASE[:1], BASE[1].replace("once", "last"), *BASE[2:4]))
ENDED: Asked = ((*BASE, "Thanks the host;"), BASE[:3])


def compiled(dossier: Dossier, *, styled: bool = False) -> bytes:
    """In the Word file of the draft, which has no styles, or in one that gives all paragraphs those of their kinds."""
    if styled:
        return compiled_anew(dossier)
    node = node_of(dossier)
    draft, own = dossier.draft(node.id), package_of(dossier, node.id)
    assert own is not None
    wishes = joined(draft, wished(dossier, node)[0])
    return write_compilation(draft, wishes, base=own.data, origins=own.origins).data


def returned(dossier: Dossier, asked: Asked, who: str, was: str, now: str, *, styled: bool = False) -> Plan:
    ask(dossier, *asked, BASE)
    back = accepted_in_part(compiled(dossier, styled=styled), lambda mark: who in ("all", mark.author))
    return came_back(dossier, changed_by_hand(back, was, now))


BY_HAND = [("meet in", "gather in", "OP1"), ("Stays", "Stays still", "paragraph 3")]


@pytest.mark.parametrize("asked", [HEADED, CLOSED])
@pytest.mark.parametrize("who", ["Fiji", "Kenya", "all"])
@pytest.mark.parametrize(("was", "now", "place"), BY_HAND)
def test_what_became_of_another_kind_with_what_is_accepted_was_not_set_by_hand(
    tmp_path: Path, asked: Asked, who: str, was: str, now: str, place: str
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        plan = returned(dossier, asked, who, was, now)
        assert [one.sentence for one in plan.untracked] == [f"One word in {place} was changed without tracking."]
        dossier.map_author("Chair", dossier.add_delegation("Chair").key)
        there, wanted = dossier.proposals(), texts(plan.returned.data)
        plan, also = plan.with_unasked("Chair")
        keep_returned(dossier, plan, also=also)
        assert len(dossier.proposals()) == len(there) + 1
        assert texts(compiled(dossier)) == wanted


@pytest.mark.parametrize("asked", [HEADED, CLOSED, ENDED])
@pytest.mark.parametrize(("was", "now", "place"), BY_HAND)
def test_so_it_is_where_the_end_that_is_left_makes_it_of_another_kind(
    tmp_path: Path, asked: Asked, was: str, now: str, place: str
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        plan = returned(dossier, asked, "all", was, now, styled=True)
        assert [one.sentence for one in plan.untracked] == [f"One word in {place} was changed without tracking."]
        assert sum(edit.becomes is not None for one in plan.unasked for edit in one.edits) == 0
        assert {one.author for one in plan.accepted} >= {"Fiji", "Kenya"}


@pytest.mark.parametrize(("style", "becomes"), [("AdrefOperative", "OP"), ("AdrefPreambular", "PP")])
def test_another_kind_than_that_is_told(tmp_path: Path, style: str, becomes: str) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        ask(dossier, *HEADED, BASE)
        back = Package(accepted_in_part(compiled(dossier, styled=True), lambda mark: True))
        line = [*back.edit("word/document.xml").iter(w("p"))][2]
        next(line.iter(w("pStyle"))).set(w("val"), style)
        plan = came_back(dossier, back.to_bytes())
        assert any(f"became {becomes}" in one.sentence for one in plan.untracked)


def test_that_kind_without_any_words_of_it_is_told(tmp_path: Path) -> None:
    kenya = (BASE[0], BASE[1].replace("at once", "now"), *BASE[2:])
    with Dossier.create(tmp_path / "d.adref") as dossier:
        ask(dossier, HEADED[0], kenya, BASE)
        back = Package(accepted_in_part(compiled(dossier, styled=True), lambda mark: mark.author == "Kenya"))
        line = [*back.edit("word/document.xml").iter(w("p"))][2]
        change = next(line.iter(w("pPrChange")))
        up(change).remove(change)
        plan = came_back(dossier, back.to_bytes())
        assert any("became a heading without tracking" in one.sentence for one in plan.untracked)
