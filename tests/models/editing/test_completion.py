"""Openings offered as they are begun."""

from __future__ import annotations

import pytest

from models.draft import Kind
from models.editing.acts.letters import insert_text
from models.editing.edit import Selection
from models.editing.typed.completion import MOST, Offer, _known, _whole, complete, offers
from models.editing.typed.late_openings import open_left
from models.editing.typed.opening_counts import counted
from models.editing.typed.typed_structure import recognise_typed
from models.reading.openings import plain
from tests.models.editing.tiny_drafts import lines, selected, told, working


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("E x,\nP R|", ["Recalling", "Recognizing", "Reaffirming"]),
        ("E x,\nP reaff|", ["Reaffirming", "Reaffirming also"]),
        ("E x,\nP Recalling al|", ["Recalling also"]),
        ("O a;\nO Also |", ["Also encourages", "Also requests"]),
        ("O a;\nO Takes note w|", ["Takes note with appreciation"]),
        ("P _Recalling_ x,\nP R|", ["Recalling also", "Recalling further", "Recalling"]),
        ("P _Recalling also_ x,\nP R|", ["Recalling further", "Recalling"]),
        ("O _Requests_ x;\nO A|", ["Also requests", "Acknowledges"]),
        ("O _Requests_ x:\n1 y;\nO A|", ["Also requests"]),
        ("O _Also requests_ x;\nO F|", ["Further requests"]),
        ("O _Requests_ x;\nO Req|", ["Also requests", "Further requests", "Requests"]),
        ("P Rappelant les résolutions de l’Assemblée,\nP So|", ["Soulignant"]),
        ("P [R|", ["Recalling"]),
        ("E x,\nP a,\nP Dec|", ["Declaring", "Decides"]),
        ("E x,\nP a,\nP Dec|\nO b.", ["Declaring", "Decides"]),
        ("E x,\nP a,\nP Requ|\nP b,", ["Requesting"]),
    ],
)
def test_the_likely_ones_come_first(text: str, first: list[str]) -> None:
    made, selection = working(text)
    found = offers(made, selection)
    assert [offer.words for offer in found][: len(first)] == first
    assert len(found) <= MOST


@pytest.mark.parametrize(
    "text",
    ["P |", "P Xq|", "P R|ecalling", "T R|", "H R|", "O a:\n1 R|", "P |R|", "P Recalling its r|"],
)
def test_nothing_is_offered_elsewhere(text: str) -> None:
    made, selection = working(text)
    assert offers(made, selection) == ()


def test_what_is_written_out_is_not_offered_again() -> None:
    made, selection = working("P Recalling|")
    assert "Recalling" not in [offer.words for offer in offers(made, selection)]


def test_an_offer_says_how_often_and_how_much_is_typed() -> None:
    made, selection = working("E x,\nP Recal|")
    offer = offers(made, selection)[0]
    assert (offer.words, offer.count, offer.typed) == ("Recalling", 3082, 5)


@pytest.mark.parametrize(
    ("text", "words", "after"),
    [
        ("E x,\nP rec|", "Recalling", "E x,\nP _Recalling_ |"),
        ("E x,\nP [rec|]", "Recalling", "E x,\nP [_Recalling_ |]"),
        ("E x,\nP _Recalling_ al|", "Recalling also", "E x,\nP _Recalling also_ |"),
        ("E x,\nP Rec| its", "Recalling", "E x,\nP _Recalling_ |its"),
        ("E x,\nP Conv|, x", "Convinced", "E x,\nP _Convinced_|, x"),
        ("E x,\nP a,\nP Dec|", "Decides", "E x,\nP a,\nO _Decides_ |"),
        ("E 大会，\nP 回|", "回顾", "E 大会，\nP _回顾_|"),
        ("E 大会，\nP 回顾，\nP 决|", "决定", "E 大会，\nP 回顾，\nO _决定_|"),
        ("O _Requests_ x;\nO Req|", "Also requests", "O _Requests_ x;\nO _Also requests_ |"),
    ],
)
def test_it_is_written_in_italics_in_one_step(text: str, words: str, after: str) -> None:
    made, selection = working(text)
    offer = next(offer for offer in offers(made, selection) if offer.words == words)
    complete(made, selection, offer)
    assert [line.strip() for line in told(made, selected(made))] == lines(after)
    assert made.undo_list.steps == 1
    made.undo()
    assert made.draft() == made.base


@pytest.mark.parametrize(
    ("text", "words", "sign", "after"),
    [
        ("E The Assembly,\nP Noting with appre|", "Noting with appreciation", ",", "P _Noting with appreciation_,|"),
        ("E The Assembly,\nO Dec|", "Decides", ":", "O _Decides_:|"),
        ("E The Assembly,\nO Dec|", "Decides", "t", "O _Decides_ t|"),
        ("E The Assembly,\nP [rec|]", "Recalling", ",", "P [_Recalling_,|]"),
        ("E L’Assemblée générale,\nO Déc|", "Décide", ":", "O _Décide_ :|"),
        ("E L’Assemblée générale,\nO Déc|", "Décide", ",", "O _Décide_,|"),
    ],
)
@pytest.mark.parametrize("punctuates", [True, False])
def test_a_mark_behind_it_takes_the_place_of_its_space(
    text: str, words: str, sign: str, after: str, punctuates: bool
) -> None:
    made, selection = working(text, punctuates=punctuates)
    complete(made, selection, next(offer for offer in offers(made, selection) if offer.words == words))
    insert_text(made, selected(made), sign)
    assert told(made, selected(made))[-1] == after
    made.undo()
    made.undo()
    assert made.draft() == made.base


@pytest.mark.parametrize("tongue", ["en", "fr", "es", "ru", "ar", "zh"])
@pytest.mark.parametrize("part", [Kind.PREAMBULAR, Kind.OPERATIVE])
def test_what_goes_on_from_what_is_typed_is_found_by_its_first_sign(tongue: str, part: Kind) -> None:
    every = [words for known in _known(tongue, part).values() for words, _ in known]
    assert every
    assert {words for words in counted(tongue, part) if _whole(words)} == set(every)
    for words in every:
        after = words.removeprefix("Also ").removeprefix("Further ") if tongue == "en" else words
        for typed in (words[:1], words[:3].upper(), after[:2], after[:5].capitalize()):
            found = {known for known, _ in _known(tongue, part).get(plain(typed)[:1], ())}
            assert words in found


def test_of_no_op_is_offered_where_the_preamble_goes_on() -> None:
    made, selection = working("E x,\nP a,\nP Dec|\nP b,")
    assert [offer.words for offer in offers(made, selection)] == ["Declaring"]


@pytest.mark.parametrize("tongue", ["en", "fr", "es", "ru", "ar", "zh"])
@pytest.mark.parametrize("part", [Kind.PREAMBULAR, Kind.OPERATIVE])
def test_whatever_is_offered_stands_in_italics_as_a_whole_typed_or_completed(tongue: str, part: Kind) -> None:
    """And makes a paragraph of its kind, behind one of that kind."""
    sign = "P" if part is Kind.PREAMBULAR else "O"
    follows = "，" if tongue == "zh" else " "
    for words in sorted({words for known in _known(tongue, part).values() for words, _ in known}):
        due = f"{sign} _{words}_{follows}2030"
        made, here = working(f"{sign} a\n{sign} |")
        for letter in f"{words}{follows}2030":
            insert_text(made, here, letter)
            recognise_typed(made, 1, selected(made).head.place)
            here = selected(made)
        open_left(made, 1, Selection.at(0))
        assert told(made)[1] == due
        made, here = working(f"{sign} a\n{sign} {words[:1]}|")
        complete(made, here, Offer(words))
        insert_text(made, selected(made), f"{follows.strip()}2030")
        open_left(made, 1, Selection.at(0))
        assert told(made)[1] == due
