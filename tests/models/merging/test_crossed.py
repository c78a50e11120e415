"""Paragraphs of one wording that one side made change places: what the other changed in each stays with its own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest

from models.draft import Draft
from models.merging import merge
from tests.models.comparison.small_drafts import draft

DEBT = "Requests the Government of {} to submit to the Committee a detailed report on debt in the territory of {}"
LAOS, DENMARK, CHAD = (DEBT.format(name, name) for name in ("Laos", "Denmark", "Chad"))
HOSTS = (
    "Invites Fiji to host the 24th meeting of the Group on disaster risk reduction in 2054",
    "Invites Denmark to host the 11th meeting of the Group on food security in 2041",
)
LEAD, LAST = "Recalls its decision on the matter", "Decides to remain seized of the matter"


def text(*said: str) -> Draft:
    every = (LEAD, *said, LAST)
    return draft(*(f"{at}. {words};" for at, words in enumerate(every, 1)))


def items(*said: str) -> Draft:
    listed = (f"({'abc'[at]}) {words};" for at, words in enumerate(said))
    return draft(f"1. {LEAD};", "2. Decides that the Fund shall pay:", *listed, f"3. {LAST}.")


def merged_alike(base: Draft, ours: Draft, theirs: Draft) -> list[str]:
    """What stands in the merge, whoever is ours, with nothing asked."""
    texts = []
    for one, two in ((ours, theirs), (theirs, ours)):
        found = merge(base, one, two)
        assert not found.conflicts
        texts.append([paragraph.text.rstrip(";.") for paragraph in found.draft.paragraphs])
    assert texts[0] == texts[1]
    return texts[0]


def whole(said: str) -> str:
    return said.replace("the territory", "the whole territory")


def annual(said: str) -> str:
    return said.replace("detailed", "detailed annual")


@pytest.mark.parametrize("order", [one for one in permutations(range(3)) if one != (0, 1, 2)])
def test_each_keeps_what_was_changed_in_it(order: Sequence[int]) -> None:
    every = LAOS, DENMARK, CHAD
    ours, theirs = text(*map(whole, every)), text(*(annual(every[at]) for at in order))
    assert merged_alike(text(*every), ours, theirs)[1:-1] == [whole(annual(every[at])) for at in order]


def test_a_word_at_the_opening_hides_no_crossing() -> None:
    theirs = text(DENMARK.replace("Requests", "Requests again"), annual(LAOS))
    found = merged_alike(text(LAOS, DENMARK), text(LAOS, whole(DENMARK)), theirs)
    assert found[1:-1] == [whole(DENMARK).replace("Requests", "Requests again"), annual(LAOS)]


def test_items_that_differ_in_a_name_and_a_sum() -> None:
    laos, chad = "To Laos the sum of 5 million dollars each year", "To Chad the sum of 7 million dollars each year"
    ours, theirs = items(laos.replace("5", "6"), chad), items(chad.replace("each", "every"), laos)
    assert merged_alike(items(laos, chad), ours, theirs)[2:-1] == [
        chad.replace("each", "every"),
        laos.replace("5", "6"),
    ]


def test_what_shares_little_but_its_opening() -> None:
    ours = text(HOSTS[0].replace("meeting of", "annual meeting of"), HOSTS[1])
    theirs = text(HOSTS[1].replace("in 2041", "in late 2041"), HOSTS[0].replace("the Group", "the whole Group"))
    assert merged_alike(text(*HOSTS), ours, theirs)[1:-1] == [
        HOSTS[1].replace("in 2041", "in late 2041"),
        HOSTS[0].replace("the Group", "the whole Group").replace("meeting of", "annual meeting of"),
    ]


def test_one_put_in_before_its_like_is_not_taken_for_it() -> None:
    ours, theirs = text(LAOS, whole(DENMARK)), text(LAOS, CHAD, annual(DENMARK))
    assert merged_alike(text(LAOS, DENMARK), ours, theirs)[1:-1] == [LAOS, CHAD, whole(annual(DENMARK))]


def test_one_joined_to_its_like_is_not_taken_for_what_came_in_its_place() -> None:
    joined = f"{annual(LAOS)} and also {DENMARK.replace('Requests', 'requests')}"
    base, ours, theirs = text(LAOS, DENMARK), text(whole(LAOS), DENMARK), text(CHAD, joined)
    assert merged_alike(base, ours, theirs)[1:-1] == [
        CHAD,
        joined.replace("the territory of Laos", "the whole territory of Laos"),
    ]


def test_two_joined_that_stood_apart() -> None:
    joined = f"{LAOS}; and also {CHAD}"
    new = DEBT.format("Norway", "Norway")
    base, ours, theirs = text(LAOS, DENMARK, CHAD), text(LAOS, DENMARK, whole(CHAD)), text(joined, DENMARK, new)
    assert merged_alike(base, ours, theirs)[1:-1] == [f"{LAOS}; and also {whole(CHAD)}", DENMARK, new]


def test_of_two_joined_each_is_known_beside_a_third_that_lost_its_name() -> None:
    joined, named = f"{LAOS}; and also {DENMARK}", CHAD.replace("Government of Chad", "Member States")
    third = named.replace("territory of Chad", "said areas")
    base, ours, theirs = text(LAOS, DENMARK, CHAD), text(LAOS, whole(DENMARK), CHAD), text(joined, third)
    assert merged_alike(base, ours, theirs)[1:-1] == [f"{LAOS}; and also {whole(DENMARK)}", third]


def test_what_may_be_either_is_one_question() -> None:
    said = "Requests the Government of {} to submit to the Committee a detailed report on {} in all its territory"
    every = [said.format(*told) for told in (("Laos", "debt"), ("Denmark", "water"))]
    crossed = [said.format(*told) for told in (("Denmark", "debt"), ("Laos", "water"))]
    base, ours, theirs = text(*every), text(annual(every[0]), every[1]), text(*crossed)
    for one, two in ((ours, theirs), (theirs, ours)):
        (asked,) = merge(base, one, two).conflicts
        assert all(said in asked.base for said in every)
        assert all(said in (asked.theirs if two is theirs else asked.ours) for said in crossed)


def test_the_next_sessions_are_no_other_paragraphs() -> None:
    said = "Decides to include in the provisional agenda of session {} an item on the reports that it requested"
    base, ours = (
        text(*map(said.format, ("81", "82"))),
        text(said.format("81").replace("reports", "oral reports"), said.format("82")),
    )
    theirs = text(said.format("82").replace("Decides", "Also decides"), said.format("83"))
    assert merged_alike(base, ours, theirs)[1] == said.format("82").replace("reports", "oral reports").replace(
        "Decides", "Also decides"
    )


JOINED = DEBT.format("Laos and Denmark", "both").replace("Government", "Governments")


@pytest.mark.parametrize("changed", [0, 1])
def test_one_that_a_side_names_in_another_is_one_question_with_it(changed: int) -> None:
    every = [LAOS, DENMARK, CHAD]
    base, ours = text(*every), text(JOINED, CHAD)
    every[changed] = annual(every[changed])
    theirs = text(*every)
    for found, (one, two) in ((merge(base, ours, theirs), (0, 1)), (merge(base, theirs, ours), (1, 0))):
        (asked,) = found.conflicts
        assert (asked.ours, asked.theirs)[one] == f"{JOINED};"
        assert (asked.ours, asked.theirs)[two] == f"{every[0]};\n{every[1]};"


def test_of_others_of_its_wording_nothing_is_asked() -> None:
    assert merged_alike(text(LAOS, DENMARK, CHAD), text(JOINED, CHAD), text(LAOS, DENMARK, annual(CHAD)))[1:-1] == [
        JOINED, annual(CHAD)
    ]  # fmt: skip


def test_what_may_be_another_of_a_list_is_one_question() -> None:
    peru = DEBT.format("Peru", "Peru")
    base, ours, theirs = text(LAOS, DENMARK), text(LAOS, peru), text(LAOS, annual(DENMARK))
    said = f"{peru};", f"{annual(DENMARK)};"
    for found, both in ((merge(base, ours, theirs), said), (merge(base, theirs, ours), said[::-1])):
        (asked,) = found.conflicts
        assert (asked.ours, asked.theirs) == both


@pytest.mark.parametrize(("was", "now"), [("submit", "present"), ("debt", "all debt"), ("Denmark", "Denmark and Peru")])
def test_what_is_still_known_by_its_name_combines(was: str, now: str) -> None:
    ours = DENMARK.replace(was, now)
    assert merged_alike(text(LAOS, DENMARK), text(LAOS, ours), text(LAOS, annual(DENMARK)))[2] == annual(ours)


def test_of_two_others_of_a_list_the_words_are_asked_that_tell_which() -> None:
    base, *sides = (text(LAOS, DEBT.format(name, "it")) for name in ("Chad", "Peru", "Fiji"))
    for one, two in (sides, sides[::-1]):
        (asked,) = merge(base, one, two).conflicts
        assert (asked.base, {asked.ours, asked.theirs}) == ("Chad", {"Peru", "Fiji"})
