"""Where all that several ask for was accepted in a file, what one changed by hand there is told apart from it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.proposals.proposal import Edit, Place, Point, Proposal
from models.proposals.untracked.accepted import accepted_in
from models.proposals.untracked.asked_here import AskedHere
from models.proposals.untracked.compared import compared_proposals
from models.proposals.untracked.stretches import Texts

BASE = ("Urges all States to meet in May in Geneva;", "Decides to act at once with others;", "Remains seized of it.")
FIJI = (BASE[0].replace("all", "all willing"), BASE[1].replace("at once", "now"), BASE[2])
KENYA = (*BASE[:2], BASE[2].replace("it", "the matter"))
ALL = (*FIJI[:2], KENYA[2])
FIJI_ALONE = (*FIJI[:2], BASE[2].replace("seized", "actively seized"))


def draft(*lines: str) -> Draft:
    return Draft(tuple(Paragraph(Kind.TEXT, (Run(line),)) for line in lines))


@pytest.mark.parametrize(
    ("typed", "authors"),
    [
        (ALL, {"Fiji", "Kenya"}),
        # One accepted word changed by hand.
        ((ALL[0].replace("willing", "eager"), *ALL[1:]), {"Fiji", "Kenya"}),
        # One change is not there, or two are others: anybody may have typed the rest.
        ((BASE[0], *ALL[1:]), set()),
        ((ALL[0].replace("willing", "eager"), ALL[1].replace("now", "soon"), ALL[2]), set()),
    ],
)
def test_one_accepted_word_that_was_changed_leaves_all_others_accepted(
    typed: tuple[str, ...], authors: set[str]
) -> None:
    base, file = draft(*BASE), draft(*typed)
    own = [compared_proposals(compare(base, draft(*text)), who) for who, text in (("Fiji", FIJI), ("Kenya", KENYA))]
    asked = [replace(one, tracked=True) for each in own for one in each]
    found = accepted_in(Texts((base, file, file), (), lambda tell: compare(base, file), lambda: None), asked)
    assert {one.author for at in found for one in at.accepted} == authors


@pytest.mark.parametrize(
    ("typed", "is_all", "authors"),
    [
        (FIJI_ALONE, True, {"Fiji"}),
        ((FIJI_ALONE[0].replace("in Geneva", "at Geneva"), *FIJI_ALONE[1:]), True, {"Fiji"}),
        ((FIJI_ALONE[0].replace("willing", "eager"), *FIJI_ALONE[1:]), True, {"Fiji"}),
        # One is not there, or others ask for something else: anybody may have typed it.
        ((BASE[0], *FIJI_ALONE[1:]), True, set()),
        (FIJI_ALONE, False, set()),
    ],
)
def test_all_that_one_alone_asks_for_stays_his_where_it_is_accepted(
    typed: tuple[str, ...], is_all: bool, authors: set[str]
) -> None:
    base, file = draft(*BASE), draft(*typed)
    asked = compared_proposals(compare(base, draft(*FIJI_ALONE)), "Fiji")
    texts = Texts((base, file, file), (), lambda tell: compare(base, file), lambda: None)
    assert {one.author for at in accepted_in(texts, asked, is_all=is_all) for one in at.accepted} == authors


@pytest.mark.parametrize(("at", "author"), [(1, "Fiji"), (2, "Kenya")])
def test_of_two_who_put_in_the_same_the_one_whose_paragraph_was_changed_is_amended(at: int, author: str) -> None:
    new = "Welcomes the offer of Samoa to host the forum;"
    wishes = {"Fiji": (BASE[0], new, BASE[2]), "Kenya": (*BASE[:2], new, BASE[2])}
    base = draft(*BASE)
    own = [compared_proposals(compare(base, draft(*text)), who) for who, text in wishes.items()]
    lines = [BASE[0], new, new, BASE[2]]
    lines[at] = new.replace("the offer", "the kind offer")
    file = draft(*lines)
    found = accepted_in(
        Texts((base, file, file), (), lambda tell: compare(base, file), lambda: None),
        [one for each in own for one in each],
    )
    assert {one.author for here in found for one in here.amended} == {author}


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        # Within words that came, their first, all of them, from before them into them, and from them on.
        ("to act in", "to act at once in", [("Fiji", "at once ")]),
        ("willing", "eager", [("Fiji", "eager")]),
        ("willing and able to act in peace", "ready", [("Fiji", "ready")]),
        ("States willing", "of them ready", [("Fiji", "of them ready"), (None, "")]),
        ("peace to meet", "June, to sit", [("Fiji", "June,"), (None, "sit")]),
        # Beside them it is about no words of theirs.
        ("to meet", "soon to meet", [(None, "soon ")]),
        ("all States", "most States", [(None, "most")]),
    ],
)
def test_words_changed_by_hand_in_words_that_were_accepted_amend_these(
    was: str, now: str, told: list[tuple[str | None, str]]
) -> None:
    base, kenya = draft(*BASE), compared_proposals(compare(draft(*BASE), draft(*KENYA)), "Kenya")
    text = BASE[0].replace("States", "States willing and able to act in peace")
    fiji = compared_proposals(compare(base, draft(text, *BASE[1:])), "Fiji")
    file = draft(text.replace(was, now), *KENYA[1:])
    (here, *_) = accepted_in(
        Texts((base, file, file), (), lambda tell: compare(base, file), lambda: None), [*fiji, *kenya]
    )
    keys = {one.key: one.author for one in (*fiji, *kenya)}
    found = [(keys.get(one.against or ""), "".join(edit.come_text for edit in one.edits)) for one in here.by_hand]
    assert sorted(found, key=str) == sorted(told, key=str)


@pytest.mark.parametrize(
    ("come", "authors"), [("in the light of all that was said there before", {"Fiji"}), ("as appropriate", set())]
)
def test_of_few_that_one_alone_asks_for_many_words_to_the_letter_are_his(come: str, authors: set[str]) -> None:
    base, own = draft(*BASE), (BASE[0].replace("in May", f"in May, {come}"), *BASE[1:])
    file = draft(*own[:2], BASE[2].replace("seized", "well seized"))
    asked = compared_proposals(compare(base, draft(*own)), "Fiji")
    texts = Texts((base, file, file), (), lambda tell: compare(base, file), lambda: None)
    assert {one.author for at in accepted_in(texts, asked, is_all=True) for one in at.accepted} == authors


@pytest.mark.parametrize(
    ("count", "is_signed", "authors"),
    [(5, True, {"Fiji", "Kenya"}), (4, True, set()), (4, False, {"Fiji", "Kenya"}), (2, False, set())],
)
def test_of_many_that_several_ask_for_one_may_be_rejected_and_all_others_accepted(
    count: int, is_signed: bool, authors: set[str]
) -> None:
    lines = [f"Urges State {n} to act on item {n} in May;" for n in range(count)]
    own = [[one.replace("May", "June") if n % 2 == odd else one for n, one in enumerate(lines)] for odd in (0, 1)]
    base, file = draft(*lines), draft(lines[0], *(one.replace("May", "June") for one in lines[1:]))
    asked = [
        one
        for who, text in zip(("Fiji", "Kenya"), own, strict=True)
        for one in compared_proposals(compare(base, draft(*text)), who)
    ]
    texts = Texts((base, file, file), (), lambda tell: compare(base, file), lambda: None)
    found = accepted_in(texts, asked, is_signed=is_signed)
    assert {one.author for at in found for one in at.accepted} == authors


@pytest.mark.parametrize(
    ("first", "second", "was", "now", "typed"),
    [
        ("now", "now", "now in May", "today in May", ["today"]),
        # Of a short one hardly a word stays.
        ("soon and well", "", "soon and well", "early and often", ["early", "often"]),
        ("", "well ahead", "well ahead", "well before", ["before"]),
    ],
)
def test_of_several_words_of_one_that_were_accepted_some_were_typed_over(
    first: str, second: str, was: str, now: str, typed: list[str]
) -> None:
    base, kenya = draft(*BASE), compared_proposals(compare(draft(*BASE), draft(*KENYA)), "Kenya")
    text = " ".join(BASE[0].replace("in May", f"{first} in May").replace("Geneva", f"Geneva {second}").split())
    fiji = compared_proposals(compare(base, draft(text, *BASE[1:])), "Fiji")
    file = draft(text.replace(was, now), *KENYA[1:])
    (here, *_) = accepted_in(
        Texts((base, file, file), (), lambda tell: compare(base, file), lambda: None), [*fiji, *kenya]
    )
    assert [(one.against, [edit.come_text for edit in one.edits]) for one in here.by_hand] == [(fiji[0].key, typed)]


def test_what_one_strikes_of_anothers_is_struck_where_that_changes_a_kind_too() -> None:
    base = draft(BASE[2])
    words = [
        Edit(Point(0, at), Point(0, at), come=draft(f" {come}").paragraphs) for at, come in ((7, "once"), (14, "x"))
    ]
    kind = Edit(Point(0, 0), Point(0, 0), becomes=Paragraph(Kind.HEADING, ()))
    kenya = Proposal("reword", "Kenya", Place("", 0, 1), (kind, *words), key="kenya")
    fiji = Proposal("reword", "Fiji", Place("", 0, 1), against="kenya", strikes=(1,), key="fiji")
    here = AskedHere(base, 0, 1, [kenya, fiji], lambda: None)
    assert here.said(here.all) == [("Remains seized x of it.", True)]
