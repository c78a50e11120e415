"""A paragraph that went into one elsewhere, or half of one that went away: merged and split, and moved."""

from __future__ import annotations

import pytest

from models.comparison.change import Pair
from models.comparison.compare import compare
from models.comparison.partly import partly, turned
from models.draft import Draft
from models.word.redlining.planned.plan import plan
from tests.models.comparison.small_drafts import draft

REPORT = "Welcomes the report of the Secretary-General on water and climate"
BANK = "Invites the World Bank to support developing countries in their need for concessional finance"
RIVERS = "Urges States to strengthen national monitoring systems for drinking water in rural areas by 2030"
EXPERTS = "Notes the work of the Group of Experts on transboundary aquifers"
SEIZED = "Decides to remain seized of the matter"
HELP = "requests the regional commissions to support such efforts through technical assistance programmes"
WITH_BANK = f"{EXPERTS}, and {BANK[0].lower()}{BANK[1:]}"
WITH_HELP = f"{RIVERS}, and {HELP}"
ALONE = HELP[0].upper() + HELP[1:]


def text(*lines: str) -> Draft:
    return draft(*(f"{number}. {line};" for number, line in enumerate(lines, 1)))


@pytest.mark.parametrize(
    ("old", "new", "kind", "places"),
    [
        ((REPORT, BANK, RIVERS, EXPERTS, SEIZED), (REPORT, RIVERS, WITH_BANK, SEIZED), "merged", ((1, 3), (2,))),
        ((REPORT, EXPERTS, RIVERS, BANK, SEIZED), (REPORT, WITH_BANK, RIVERS, SEIZED), "merged", ((1, 3), (1,))),
        ((WITH_HELP, BANK, REPORT, SEIZED), (RIVERS, BANK, REPORT, ALONE, SEIZED), "split", ((0,), (0, 3))),
        ((BANK, REPORT, WITH_HELP, SEIZED), (ALONE, BANK, REPORT, RIVERS, SEIZED), "split", ((2,), (0, 3))),
    ],
)
def test_what_went_into_a_paragraph_elsewhere_and_what_came_out_of_one(
    old: tuple[str, ...], new: tuple[str, ...], kind: str, places: tuple[tuple[int, ...], tuple[int, ...]]
) -> None:
    comparison = compare(text(*old), text(*new))
    told = [(change.kind, change.moved, (change.old, change.new)) for change in comparison.changes]
    assert [one for one in told if one[1] or one[0] in (kind, "inserted", "deleted")] == [(kind, True, places)]
    # They stand in the order of the new draft; and what is taken whole gives that draft.
    assert [change.new for change in comparison.changes] == sorted(change.new for change in comparison.changes)
    for there in (comparison, turned(comparison)[0]):
        whole = partly(there, dict.fromkeys(range(len(there.changes)))).draft
        assert [paragraph.text for paragraph in whole.paragraphs] == [p.text for p in there.new.paragraphs]


def test_beside_a_paragraph_it_is_no_move() -> None:
    comparison = compare(text(REPORT, BANK, EXPERTS, SEIZED), text(REPORT, WITH_BANK, SEIZED))
    assert [(c.kind, c.moved) for c in comparison.changes if len(c.old) > 1] == [("merged", False)]


def test_a_paragraph_between_the_parts_that_moved_away_is_the_one_that_moved() -> None:
    comparison = compare(text(BANK, SEIZED, EXPERTS, REPORT, RIVERS), text(WITH_BANK, REPORT, RIVERS, SEIZED))
    assert [(c.kind, c.old) for c in comparison.changes if c.moved] == [("unchanged", (1,))]


@pytest.mark.parametrize(
    "grown",
    [
        f"{EXPERTS}, and encourages the World Bank to support it",  # a few of its words
        f"{EXPERTS}, and to finance concessional need their in countries developing support",  # in another order
        f"{EXPERTS}, and of the States in their need for the finance of the countries to support the bank of the world",
    ],
)
def test_words_in_common_are_no_sign(grown: str) -> None:
    comparison = compare(text(REPORT, BANK, RIVERS, EXPERTS, SEIZED), text(REPORT, RIVERS, grown, SEIZED))
    assert {(c.kind, c.old) for c in comparison.changes if c.weight == "substance"} == {
        ("deleted", (1,)),
        ("reworded", (3,)),
    }


def test_what_is_kept_apart_joins_nothing() -> None:
    old, new = text(REPORT, BANK, RIVERS, EXPERTS, SEIZED), text(REPORT, RIVERS, WITH_BANK, SEIZED)
    for apart in ((1, 2), (1, None)):
        kinds = [change.kind for change in compare(old, new, apart=[apart]).changes if change.weight == "substance"]
        assert kinds == ["deleted", "reworded"]


def test_what_a_hand_paired_with_another_takes_in_nothing() -> None:
    old, new = text(RIVERS, REPORT, EXPERTS, SEIZED), text(REPORT, SEIZED, RIVERS)
    told = [(one.old, one.new) for one in compare(old, new, [Pair(2, 2)]).changes if {0, 2}.intersection(one.old)]
    assert sorted(told) == [((0,), ()), ((2,), (2,))]


def test_what_a_hand_paired_is_weighed_alike_from_either_side() -> None:
    old = text("Welcomes the report of the regional commissions on national monitoring systems in 2030", SEIZED)
    new = text("Welcomes the report", "of the regional commissions on national monitoring systems in 2030", EXPERTS)
    told = [compare(*both, [Pair(1, 1)]).changes for both in ((old, new), (new, old))]
    assert {(one.old, one.new) for one in told[0]} == {((0,), (0,)), ((1,), (1,)), ((), (2,))}
    assert {(one.new, one.old) for one in told[1]} == {(one.old, one.new) for one in told[0]}


def test_what_took_another_in_whole_and_lost_less_is_merged_and_not_split() -> None:
    health = (
        "Stresses the need for Governments to promote health and youth in the field of farms, including mountains, "
        "taxes and debt, and to support cities through data and soil"
    )
    schools = "the regional commissions to promote schools in the field of roads, including forests, rivers and ports"
    youth = "support youth through taxes and finance reform"
    old = text(REPORT, health, EXPERTS, f"Invites {schools}, and to {youth}", SEIZED)
    new = text(REPORT, EXPERTS, f"{health}, and invites {schools}", f"Urges States to {youth}", SEIZED)
    told = {change.old: change.new for change in compare(old, new).changes}
    assert (told[(1, 3)], told[()]) == ((2,), (3,))
    # What was said by hand stays.
    by_hand = compare(old, new, [Pair(3, 2), Pair(3, 3)])
    assert {change.old: change.new for change in by_hand.changes}[(3,)] == (2, 3)


def test_in_a_redline_only_what_went_elsewhere_leaves_its_place() -> None:
    old, new = text(REPORT, BANK, RIVERS, EXPERTS, SEIZED), text(REPORT, RIVERS, WITH_BANK, SEIZED)
    made = plan(compare(old, new), [True] * len(old.paragraphs), readable_words=True)
    assert (made.deleted, made.inserted, made.moved) == ([1], [], [])
    assert sorted((edit.old, edit.new) for edit in made.edits) == [
        ((0,), (0,)),
        ((2,), (1,)),
        ((3,), (2,)),
        ((4,), (3,)),
    ]
