"""What holds of a merge of what two delegations did to a real text, all of it together; sides swapped, too.

Whatever is answered: words stand as often as both sides made them or as was answered; what both have in one order stays
in it; each question has two texts; nothing is broken; and it is the same whoever is called ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest

from models.draft import Draft
from models.merging import merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.accounts import WAYS, answered, broken, untold
from tests.models.merging.negotiations import sides_of
from tests.models.merging.orders import alone, disordered, same, turned, unasked, unshown
from tests.models.merging.real_edits import window
from tests.models.merging.test_accounts import OTHER, texts
from tests.models.merging.test_merge_properties import said
from tests.real_files import real_draft

SEEDS = [
    *range(6), 86, 98, 109, 187, 217, 268, 1001, 1012, 1083, 1174, 1197, 1414,
    1496, 2003, 2425, 2440, 3098, 3132, 6099, 6353, 6690, 8803, 20732, 62279, 62765, 62852, 90111, 95207,
]  # fmt: skip
"""Some, and those in which something once was amiss."""


SEEDS_OFTEN = [
    *((seed, {"heading": 6}) for seed in (50069, 50284, 50757, 53151, 90822, 91155, 95992, 520586, 770045)),
    *((seed, {"note": 25, "new-note": 15, "no-note": 6}) for seed in (52000, 52052, 64185, 91660)),
    *(
        (seed, {"move": 30, "new": 20, "gone": 15, "split": 10, "join": 10})
        for seed in (200932, 200956, 201127, 950392)
    ),
    (940492, {"clause": 30, "brackets": 20, "around": 6, "alternative": 10}),
    *((seed, {}) for seed in (*SEEDS, 10920, 40292, 51338, 51797, 520246)),
]
"""The same with headings, or notes, as often as in some negotiations."""


def three(seed: int, rates: Mapping[str, int], shared: Path) -> tuple[Draft, Draft, Draft]:
    chance = Random(seed)
    base = window(chance, real_draft(chance.choice(texts(shared / "corpus"))))
    return (base, *sides_of(chance, base, real_draft(chance.choice(texts(shared / "corpus"))), rates))


@pytest.mark.parametrize(("seed", "rates"), SEEDS_OFTEN)
def test_what_two_delegations_did_is_all_there_or_asked(seed: int, rates: Mapping[str, int], shared: Path) -> None:
    base, ours, theirs = three(seed, rates, shared)
    found, swapped = merge(base, ours, theirs), merge(base, theirs, ours)
    assert not [*turned(found, swapped)]
    assert not unshown(found)
    assert not [*unasked(found)]
    assert not [*disordered(found)]
    for way in WAYS if found.conflicts else WAYS[:1]:
        made = answered(found, way)
        assert not untold(made)
        assert not broken(made)
        assert not [*unasked(made)]
        assert not [*disordered(made)]
        assert not alone(made)
        if way in OTHER or (way == "base" and all("base" in one.choices for one in made.conflicts)):
            other = answered(swapped, OTHER.get(way, way))
            assert same(made.draft, other.draft)
            assert sorted(map(said, made.told)) == sorted(said(one, turned=True) for one in other.told)


SOURCE = "See A/80/301, annex."


def test_as_it_was_takes_from_words_that_both_put_in_what_the_question_lists() -> None:
    base = draft("1. Requests the Secretary-General to report on rivers;")
    one, two = (
        f"1. Requests the Secretary-General{said} to report on rivers;"
        for said in (", within resources, by July 2025,", ", within resources, by July 2026,")
    )
    found = merge(base, draft(one), draft(two))
    (asked,) = found.conflicts
    assert (asked.base, asked.ours, asked.theirs) == ("", ", by July 2025", ", by July 2026")
    assert answered(found, "base").draft.paragraphs[0].text == (
        "Requests the Secretary-General, within resources, to report on rivers;"
    )


def test_a_note_put_into_words_that_both_put_in_is_asked_and_the_words_are_not() -> None:
    base = draft("1. Requests the Secretary-General to report on rivers;")
    said = "1. Requests the Secretary-General to report on rivers, wetlands{} and lakes;"
    found = merge(base, draft(said.format("")), draft(said.format("[^1]"), notes={1: SOURCE}))
    for way in ("ours", "theirs", "base"):
        assert (
            answered(found, way).draft.paragraphs[0].text
            == "Requests the Secretary-General to report on rivers, wetlands and lakes;"
        )


def test_what_is_answered_to_stand_under_the_heading_of_a_side_stands_there_in_its_order() -> None:
    def made(*its: str) -> Draft:
        lines, number = [], 0
        for one in its:
            number += not one.startswith("§")
            lines.append(
                one if one.startswith("§") else f"{number}. Asks all to speak of {one} and all it means for them;"
            )
        return draft(*lines)

    base = made("rivers", "lakes", "ponds", "floods", "droughts", "glaciers", "springs")
    ours = made("rivers", "springs", "lakes", "§ Alpha", "ponds", "floods", "droughts", "glaciers")
    theirs = made("rivers", "glaciers", "lakes", "ponds", "§ Beta", "springs", "floods", "droughts")
    for one, two in ((ours, theirs), (theirs, ours)):
        found = merge(base, one, two)
        for way in WAYS[:2]:
            assert not [*disordered(answered(found, way))]


def test_a_note_that_one_side_put_into_what_clashes_is_listed_with_its_words() -> None:
    base = draft("1. Welcomes the report of the panel on rivers;")
    ours = draft("1. Welcomes the survey of the panel on rivers;")
    theirs = draft("1. Welcomes the findings[^1] of the panel on rivers;", notes={1: SOURCE})
    for found, notes in ((merge(base, ours, theirs), ("", "", SOURCE)), (merge(base, theirs, ours), ("", SOURCE, ""))):
        (asked,) = found.conflicts
        assert ({asked.ours, asked.theirs}, asked.notes) == ({"survey", "findings"}, notes)


@pytest.mark.parametrize("said", [", held in Nairobi from 17 to 22 July 2016", ", pursuant to its resolution 78/231"])
def test_words_with_a_date_or_a_symbol_that_one_side_moved_and_the_other_deleted_are_asked(said: str) -> None:
    lines = (
        "Recalls the outcome of the conference on rivers, wetlands and aquifers{}",
        "Requests the Secretary-General to speak of lakes in cities that grow too fast{}",
    )
    base, ours, theirs = (
        draft(*(f"{at}. {one.format(said if at == there else '')};" for at, one in enumerate(lines, 1)))
        for there in (1, 0, 2)
    )
    for one, two in ((ours, theirs), (theirs, ours)):
        (asked,) = merge(base, one, two).conflicts
        assert asked.label == "OP2"
        assert said.strip(", ") in asked.ours + asked.theirs


def test_both_of_a_clause_that_each_side_moved_is_what_was_asked_for_and_not_told() -> None:
    clause = ", in accordance with national law"
    lines = (
        "Calls upon all States to protect rivers, wetlands and aquifers from pollution{}",
        "Invites donors to restore lakes and ponds in cities that grow too fast{}",
        "Requests the Secretary-General to report on floods at its eightieth session{}",
    )
    base, ours, theirs = (
        draft(*(f"{at}. {one.format(clause if at == there else '')};" for at, one in enumerate(lines, 1)))
        for there in (1, 2, 3)
    )
    found = merge(base, ours, theirs)
    (asked,) = found.conflicts
    assert asked.choices == ("ours", "theirs", "base", "both")
    assert answered(found, "base").draft == base
    both = answered(found, "both")
    assert [f"[{clause}]" in one.text for one in both.draft.paragraphs] == [False, True, True]
    assert not both.told


def test_as_it_was_is_among_what_nobody_moved() -> None:
    order = ("rivers", "lakes", "aquifers", "floods", "droughts")
    base, ours, theirs = (
        draft(*(f"{at}. Asks all to speak of {one} and all that they mean for them;" for at, one in enumerate(its, 1)))
        for its in (
            order,
            ("floods", "rivers", "aquifers", "lakes", "droughts"),
            ("floods", "rivers", "aquifers", "droughts", "lakes"),
        )
    )
    found = merge(base, ours, theirs)
    (asked,) = found.conflicts
    assert asked.kind == "moved"
    text = [one.text for one in answered(found, "base").draft.paragraphs]
    assert [next(one for one in order if f" {one} " in said) for said in text] == [
        "floods", "rivers", "lakes", "aquifers", "droughts",
    ]  # fmt: skip
