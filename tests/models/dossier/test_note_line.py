"""The lineage of a footnote, and whose proposals its words were."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from models.comparison.compare import compare
from models.dossier import Dossier
from models.dossier.histories.line import Steps
from models.dossier.histories.note_line import note_line
from models.dossier.histories.phrases import phrases
from models.dossier.histories.proposed import Proposals, told_proposed
from models.dossier.histories.provenance import provenance
from models.draft import Draft
from models.proposals.proposal import keyed
from models.proposals.untracked.compared import compared_proposals
from tests.models.comparison.small_drafts import draft

OPENS = "1. Decides to meet in May;"
CITES = "2. Takes note of the report of the Secretary-General on water[^1] and of its summary[^2];"
BOTH = {1: "See the report of 8 October 2025 on rivers and lakes.", 2: "Available in all languages."}


def noted(notes: Mapping[int, str], *lines: str) -> Draft:
    return draft(*(lines or (OPENS, CITES)), notes=dict(notes))


def ask(dossier: Dossier, node: str, who: str, wish: Draft) -> None:
    made = compared_proposals(compare(dossier.draft(node), wish))
    dossier.keep_proposals(keyed([replace(one, author=who) for one in made], node), node=node)


def told(dossier: Dossier, node: str, note: int) -> dict[str, dict[str, str]]:
    """Of each phrase of a note who is said to have proposed what became of it, by draft."""
    steps = Steps(dossier)
    found = note_line(node, note, steps)
    proposals, said = Proposals(dossier, steps), dict[str, dict[str, str]]()
    for one in phrases(found):
        its = {each.node.label: told_proposed(each) for each in proposals.told(found, one.history)}
        if any(its.values()):
            said[one.text.strip(" ,;.")] = {label: words for label, words in its.items() if words}
    return said


def other(was: str, now: str) -> dict[int, str]:
    return {at: text.replace(was, now) for at, text in BOTH.items()}


CASES = {
    "words put in": ((("Kenya", other("lakes", "lakes of Africa")),), other("lakes", "lakes of Africa"),
                     {"of Africa": {"Rev.2": "proposed by Kenya on Rev.1"}}),
    "two alike": ((("Kenya", other("rivers", "deltas")), ("Norway", other("rivers", "deltas"))),
                  other("rivers", "deltas"), {"deltas": {"Rev.2": "proposed by Kenya and Norway on Rev.1"}}),
    "a part of a date each": (
        (("Kenya", other("8 October", "9 October")), ("Norway", other("2025", "2026"))),
        other("8 October 2025", "9 October 2026"),
        {"9 October 2026": {"Rev.2": "“9” proposed by Kenya on Rev.1; “2026” proposed by Norway on Rev.1"}},
    ),
    "other words": ((("Kenya", other("rivers", "deltas")),), other("rivers", "glaciers"), {}),
    "the same words in another note": ((("Kenya", other("Available", "Available for rivers")),),
                                       other("See", "Available for rivers: see"), {}),
}  # fmt: skip


@pytest.mark.parametrize(("wishes", "taken", "said"), CASES.values(), ids=CASES)
def test_words_of_a_note_are_of_who_had_proposed_them(
    wishes: tuple[tuple[str, dict[int, str]], ...],
    taken: dict[int, str],
    said: dict[str, dict[str, str]],
    dossier: Dossier,
) -> None:
    one = dossier.keep(noted(BOTH), label="Rev.1", parents=[]).id
    for who, notes in wishes:
        ask(dossier, one, who, noted(notes))
    two = dossier.keep(noted(taken), label="Rev.2", parents=[one]).id
    assert told(dossier, two, 1) == said


def test_a_new_note_and_one_that_is_struck_are_of_who_had_proposed_that(dossier: Dossier) -> None:
    first = {1: BOTH[1]}
    cites = CITES.replace("[^2]", "")
    one = dossier.keep(noted(first, OPENS, cites), label="Rev.1", parents=[]).id
    ask(dossier, one, "Kenya", noted(BOTH))
    two = dossier.keep(noted(BOTH), label="Rev.2", parents=[one]).id
    assert told(dossier, two, 2) == {"Available in all languages": {"Rev.2": "proposed by Kenya on Rev.1"}}
    ask(dossier, two, "Norway", noted(first, OPENS, cites))
    dossier.keep(noted(first, OPENS, cites), label="Rev.3", parents=[two])
    gone = "deletion proposed by Norway on Rev.2"
    assert told(dossier, two, 2) == {
        "Available in all languages": {"Rev.2": "proposed by Kenya on Rev.1", "Rev.3": gone}
    }


def test_a_note_is_followed_under_another_number_and_into_other_branches(dossier: Dossier) -> None:
    one = dossier.keep(noted(BOTH), label="Rev.1", parents=[]).id
    before = "1. Recalls its resolution[^3] on water;"
    moved = {3: "Resolution 79/1.", 1: BOTH[1].replace("8", "9"), 2: BOTH[2]}
    two = dossier.keep(noted(moved, before, CITES.replace("2.", "3.")), label="Rev.2", parents=[one]).id
    side = dossier.keep(noted(BOTH, OPENS, CITES.replace("water", "soil")), label="Side", parents=[one]).id
    found = note_line(two, 1, Steps(dossier))
    assert [(one.node.label, one.kind) for one in found.versions] == [
        ("Rev.1", "first"), ("Rev.2", "reworded"), ("Side", "same"),
    ]  # fmt: skip
    assert [one.node.id for one in note_line(two, 3, Steps(dossier)).versions] == [two]
    assert note_line(side, 2, Steps(dossier)).versions[0].text == BOTH[2]


def test_a_phrase_is_found_in_notes_too(dossier: Dossier) -> None:
    one = dossier.keep(noted(BOTH), label="Rev.1", parents=[]).id
    with_lakes = other("lakes", "lakes of Africa")
    ask(dossier, one, "Kenya", noted(with_lakes))
    lines = OPENS, CITES.replace("on water", "on the rivers and lakes of Africa")
    dossier.keep(noted(with_lakes, *lines), label="Rev.2", parents=[one])
    found = provenance(dossier, "of Africa")
    assert [(each.shown, told_proposed(each)) for each in found.history] == [("absent", ""), ("came", "")]
    assert [(each.label, told_proposed(each.history[-1])) for each in (*found.paragraphs, *found.notes)] == [
        ("OP2", ""), ("note 1", "proposed by Kenya on Rev.1"),
    ]  # fmt: skip
    assert [(each.label, each.position) for each in provenance(dossier, "all languages").notes] == [("note 2", 2)]
    (first, last) = provenance(dossier, "rivers and lakes of").history
    assert (first.shown, last.shown, told_proposed(last)) == ("absent", "came", "")
    ask(dossier, one, "Fiji", noted(other("See", "Please see")))
    dossier.keep(noted(other("See", "Please see")), label="Side", parents=[one])
    alone = provenance(dossier, "please see").history
    assert [(each.shown, told_proposed(each)) for each in alone if each.there] == [
        ("came", "proposed by Fiji on Rev.1")
    ]
