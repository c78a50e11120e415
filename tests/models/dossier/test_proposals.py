"""Delegations, whose each author's changes are, and proposals with their states: all of it said with a history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from models.comparison.compare import compare
from models.dossier import DelegationRefused, Dossier, ProposalNotFound, examine
from models.dossier.incoming.returning import BaseNotSure, keep_returned, planned
from models.draft import Draft
from models.proposals.laid.applying import applied
from models.proposals.laid.carrying import carried
from models.proposals.proposal import Proposal, State
from models.proposals.returned import Returned, read_returned
from models.proposals.untracked.compared import compared_proposals
from models.word.redline import write_redline
from tests.models.comparison.small_drafts import numbered as text
from tests.models.word.word_xml import docx, ins, p, t

L39 = text("Decides to meet in May;", "Urges all States to come;", "Requests a report on it.")
WISH = text("Decides to meet in June;", "Urges all States to come;", "Calls upon all;", "Requests a report on it.")


def file_of(base: Draft, wish: Draft, author: str = "M. Jones") -> Returned:
    return read_returned(write_redline(compare(base, wish), base=None, author=author, date="2025-11-17T00:00:00Z"))


def open_on(dossier: Dossier, node: str) -> tuple[Proposal, ...]:
    """The open proposals that have a place in a draft, each as it stands there."""
    placed = (one.on(node) for one in dossier.proposals() if one.state is State.OPEN)
    return tuple(one for one in placed if one is not None)


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with Dossier.create(tmp_path / "a.adref") as made:
        yield made
        path = made.path
    assert examine(path) == ()


# Delegations and authors


def test_a_delegation_is_added_once_and_what_is_said_of_it_later_counts(dossier: Dossier) -> None:
    one = dossier.add_delegation("CANZ", "Canada, Australia and New Zealand", group="Group 2")
    assert (one.key, one.short, one.group) == ("canz", "CANZ", "Group 2")
    assert dossier.add_delegation(" canz ", colour=3).key == one.key
    assert [(d.short, d.group, d.colour) for d in dossier.delegations()] == [("CANZ", "Group 2", 3)]
    assert dossier.delegation("canada,  Australia and New Zealand") == dossier.delegation("canz")
    with pytest.raises(DelegationRefused, match="short name"):
        dossier.add_delegation("  ")


def test_a_delegation_is_known_by_its_own_name_unless_it_is_said_otherwise(dossier: Dossier) -> None:
    dossier.add_delegation("Antigua, Barbuda")
    dossier.add_delegation("B")
    dossier.map_author("Jones", "b")
    assert dossier.writers() == {"Antigua,\u00a0Barbuda": "antigua, barbuda", "B": "b", "Jones": "b"}
    assert dossier.authors() == {"Jones": "b"}
    dossier.map_author("B", "antigua, barbuda")
    assert dossier.writers()["B"] == "antigua, barbuda"
    dossier.map_author("B", None)
    assert dossier.writers()["B"] is None


def test_an_author_is_mapped_for_all_files_and_taken_back(dossier: Dossier) -> None:
    dossier.add_delegation("A")
    dossier.add_delegation("B")
    for key in ("a", "b", None, "a"):
        dossier.map_author("Jones", key, who="Chair", at="2026-11-24T00:00:00.000000+00:00")
        assert dossier.authors() == {"Jones": key}
    with pytest.raises(DelegationRefused, match="no delegation"):
        dossier.map_author("Smith", "c")


# Returned files


def test_a_returned_file_becomes_proposals_on_the_draft_it_was_made_on(dossier: Dossier) -> None:
    node = dossier.keep(L39, label="L.39")
    dossier.keep(text("Something else;"), label="Other", parents=[node.id])
    returned = file_of(L39, WISH)
    plan = planned(dossier, returned, "a.docx")
    assert (plan.node, plan.known, plan.not_placed, plan.untracked) == (node.id, False, (), ())
    kept = keep_returned(dossier, plan, who="Chair")
    assert not kept.new_draft
    assert len(dossier.nodes()) == 2
    found = dossier.proposals()
    assert [(one.proposal.kind, one.state, one.delegation) for one in found] == [
        ("reword", State.OPEN, None),
        ("insert", State.OPEN, None),
    ]
    assert {one.proposal.place.draft for one in found} == {node.id}
    assert [p.text for p in applied(L39, open_on(dossier, node.id)).paragraphs] == [p.text for p in WISH.paragraphs]
    (file,) = dossier.returned_files()
    assert (file.file_name, file.node, file.facts["authors"]) == ("a.docx", node.id, {"M. Jones": 4})
    assert dossier.blob(file.blob) == returned.data
    dossier.map_author("M. Jones", dossier.add_delegation("A").key)
    assert {one.delegation for one in dossier.proposals()} == {"a"}


def test_the_same_file_again_adds_nothing_and_another_adds_what_is_new(dossier: Dossier) -> None:
    dossier.keep(L39, label="L.39")
    keep_returned(dossier, planned(dossier, file_of(L39, WISH), "a.docx"))
    again = planned(dossier, file_of(L39, WISH), "a.docx")
    assert again.known
    recorded = keep_returned(dossier, again).recorded
    assert (len(recorded.new), len(recorded.known), recorded.before) == (0, 2, *dossier.returned_files())
    more = text(*(one.text for one in WISH.paragraphs[:3]), "Requests two reports on it.")
    recorded = keep_returned(dossier, planned(dossier, file_of(L39, more), "b.docx")).recorded
    assert (len(recorded.new), len(recorded.known)) == (1, 2)
    assert [len(one.sources) for one in dossier.proposals()] == [2, 2, 1]


def test_keeping_is_undone_in_one_step_and_done_again(dossier: Dossier) -> None:
    dossier.keep(L39, label="L.39")
    plan = planned(dossier, file_of(L39, WISH), "a.docx")
    kept = keep_returned(dossier, plan)
    dossier.take_back_recorded(kept.recorded, blob=plan.returned.blob)
    assert (dossier.proposals(), dossier.returned_files()) == ((), ())
    assert len(dossier.proposals(taken_back=True)) == 2
    again = keep_returned(dossier, planned(dossier, file_of(L39, WISH), "a.docx")).recorded
    assert (len(again.known), len(again.reopened)) == (2, 2)
    assert [one.state for one in dossier.proposals()] == [State.OPEN, State.OPEN]
    assert [s.state for s in dossier.proposals()[0].states] == ["open", "taken back", "open"]
    assert [file.file_name for file in dossier.returned_files()] == ["a.docx"]
    dossier.take_back_recorded(again)
    assert dossier.proposals() == ()


def test_a_file_that_is_kept_stays_on_its_draft(dossier: Dossier) -> None:
    other = dossier.keep(text("Something else;"), label="Other")
    node = dossier.keep(L39, label="L.39")
    keep_returned(dossier, planned(dossier, file_of(L39, WISH), "a.docx"))
    dossier.keep(L39, label="L.39 again", parents=[other.id])
    again = planned(dossier, file_of(L39, WISH), "a.docx")
    assert again.node == node.id
    assert keep_returned(dossier, again).recorded.new == ()


def test_where_no_draft_is_near_the_base_becomes_one(dossier: Dossier) -> None:
    other = dossier.keep(text("Something else;"), label="Other")
    plan = planned(dossier, file_of(L39, WISH), "room text.docx")
    assert (plan.node, plan.match.base) == (None, None)
    kept = keep_returned(dossier, plan)
    node = dossier.node(kept.node)
    assert (kept.new_draft, node.label, node.parents) == (True, "room text", ())
    assert [p.text for p in dossier.draft(node.id).paragraphs] == [p.text for p in L39.paragraphs]
    assert dossier.original(node.id) == plan.returned.data
    assert {one.proposal.place.draft for one in dossier.proposals()} == {node.id}
    with_parent = keep_returned(dossier, replace(plan, node=None), label="Named", parent=other.id)
    assert dossier.node(with_parent.node).parents == (other.id,)


def test_drafts_as_near_as_each_other_are_named_and_the_user_says(dossier: Dossier) -> None:
    ours = dossier.keep(text("Decides to meet in July;", *(one.text for one in L39.paragraphs[1:])), label="ours")
    dossier.keep(text("Decides to meet in April;", *(one.text for one in L39.paragraphs[1:])), label="theirs")
    with pytest.raises(BaseNotSure, match="“theirs” or “ours”; say which"):
        planned(dossier, file_of(L39, WISH), "a.docx")
    assert dossier.proposals() == ()
    plan = planned(dossier, file_of(L39, WISH), "a.docx", base=ours.id)
    assert [one.sentence for one in plan.untracked] == ["One word in OP1 was changed without tracking."]
    assert [reason for _, reason in plan.not_placed] == [
        "It changes words that were not tracked, and has a place once they are a proposal too."
    ]


def test_words_changed_without_tracking_become_proposals_where_the_user_says_so(dossier: Dossier) -> None:
    node = dossier.keep(L39, label="L.39")
    changed = text("Decides to meet in May;", "Strongly urges all States to come;", "Requests a report on it.")
    plan = planned(dossier, file_of(changed, text(*(p.text for p in changed.paragraphs), "Ends.")), "a.docx")
    assert plan.node == node.id
    assert [one.sentence for one in plan.untracked] == ["Two words in OP2 were changed without tracking."]
    assert len(keep_returned(dossier, plan).recorded.new) == 1
    also = compared_proposals(compare(L39, plan.returned.base.draft), "M. Jones", draft=node.id)
    keep_returned(dossier, plan, also=also)
    assert [(one.proposal.tracked, one.proposal.author) for one in dossier.proposals()] == [
        (True, "M. Jones"),
        (False, "M. Jones"),
    ]


def test_a_file_without_changes_is_known_too(dossier: Dossier) -> None:
    dossier.keep(text("Decides to meet in May;"), label="L.39")
    plan = planned(dossier, read_returned(docx(p("1. Decides to meet in May;"))), "idle.docx")
    keep_returned(dossier, plan)
    assert [(file.file_name, file.facts["proposals"]) for file in dossier.returned_files()] == [("idle.docx", 0)]


# States and places


def test_states_are_a_history_and_undone_by_saying_what_stood_before(dossier: Dossier) -> None:
    dossier.keep(L39, label="L.39")
    keep_returned(dossier, planned(dossier, file_of(L39, WISH), "a.docx"))
    key = dossier.proposals()[0].key
    dossier.set_state(key, State.ACCEPTED, note="as amended", who="Chair")
    dossier.set_state(key, State.ACCEPTED, note="as amended")
    dossier.set_state(key, State.OPEN, who="Chair")
    (one, _) = dossier.proposals()
    assert [(s.state, s.note) for s in one.states] == [("open", ""), ("accepted", "as amended"), ("open", "")]
    dossier.set_state(key, State.WITHDRAWN)
    (node,) = dossier.nodes()
    assert [proposal.kind for proposal in open_on(dossier, node.id)] == ["insert"]
    with pytest.raises(ProposalNotFound):
        dossier.set_state("none", State.OPEN)


def test_a_proposal_carried_to_another_draft_keeps_its_first_place(dossier: Dossier) -> None:
    first = dossier.keep(L39, label="L.39")
    keep_returned(dossier, planned(dossier, file_of(L39, WISH), "a.docx"))
    later = text("Notes a new paragraph;", *(one.text for one in L39.paragraphs))
    second = dossier.keep(later, label="Rev.1", parents=[first.id])
    own = open_on(dossier, first.id)
    found = carried(own, compare(L39, later), second.id, keep_keys=True)
    dossier.place_proposals(found.placed, by="engine", who="Chair")
    assert [one.place.first for one in open_on(dossier, second.id)] == [1, 3]
    assert open_on(dossier, first.id) == own
    assert [(one.by, one.node) for one in dossier.proposals()[0].placements] == [("engine", second.id)]


def test_two_copies_that_keep_the_same_file_say_the_same(tmp_path: Path) -> None:
    """So that dossiers can merge by union: keys are those of the wish and of the name, never of a row."""
    said = []
    for name in ("one", "two"):
        with Dossier.create(tmp_path / f"{name}.adref") as copy:
            if name == "two":
                copy.keep(text("Something else;"), label="Other")
            copy.keep(L39, label="L.39")
            keep_returned(copy, planned(copy, file_of(L39, WISH), "a.docx"))
            copy.map_author("M. Jones", copy.add_delegation("A").key)
            said.append(([one.key for one in copy.proposals()], copy.authors(), copy.returned_files()[0].blob))
    assert said[0] == said[1]


def test_a_proposal_against_another_is_kept_with_it(dossier: Dossier) -> None:
    from tests.models.word.word_xml import BY, BY_OTHER, d, dele

    body = p(t("Decides to ") + ins(t("fully "), BY) + ins(dele(d("now "), BY_OTHER), BY) + t("meet;")) + p("End.")
    kept = keep_returned(dossier, planned(dossier, read_returned(docx(body)), "a.docx"))
    first, second = open_on(dossier, kept.node)
    assert (second.against, second.strikes) == (first.key, (1,))
    result = applied(dossier.draft(kept.node), [first, second])
    assert [one.text for one in result.paragraphs] == ["Decides to fully meet;", "End."]
