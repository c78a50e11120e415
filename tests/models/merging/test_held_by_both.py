"""What both sides hold is one paragraph, whatever either comparison pairs it with in the base."""

from __future__ import annotations

import pytest

from models.comparison.change import Comparison, Pair
from models.comparison.compare import compare
from models.draft import Draft
from models.merging import merge, merged
from models.merging.pairs.held_by_both import held_by_both
from tests.models.comparison.small_drafts import A, B, C, draft
from tests.models.merging.settling import settled, text

OLD = "Recalls the decision of the Council to review the trust fund for training every second year"
OTHER = "Notes the report on the review of the fund"
BOTH = "Recalls the decision of the Council to review the trust fund for forecasters and to train women"
BASE = draft(f"1. {A};", f"2. {OLD};", f"3. {B};", f"4. {OTHER};")
HELD = draft(f"1. {A};", f"2. {BOTH};", f"3. {B};", f"4. {C}.")
THERE = draft(f"1. {A};", f"2. {B};", f"3. {C};", f"4. {BOTH}.")
KEPT = draft(f"1. {A};", f"2. {OLD} and month;", f"3. {B};", f"4. {BOTH};")
LIVES = {0: 0, 2: 2}
MOVED = {0: 0, 2: 1}


def pairs(new: Draft, lives: dict[int, int], **more: int) -> Comparison:
    """A comparison with the base in which these live on as those."""
    known = {**lives, **{int(old[1:]): at for old, at in more.items()}}
    apart: list[tuple[int | None, int | None]] = [(old, None) for old in range(4) if old not in known]
    apart += [(None, at) for at in range(4) if at not in known.values()]
    return compare(BASE, new, [Pair(*one, binding=False) for one in known.items()], apart=apart)


def held(comparison: Comparison) -> tuple[int, ...]:
    """The paragraph of the base that what both sides hold is paired with."""
    (found,) = (
        change.old
        for change in comparison.changes
        if any(BOTH in comparison.new.paragraphs[at].text for at in change.new)
    )
    return found


@pytest.mark.parametrize(
    ("ours", "theirs", "base"),
    [
        (pairs(HELD, LIVES, o1=1), pairs(THERE, MOVED), (1,)),
        (pairs(HELD, LIVES, o1=1), pairs(THERE, MOVED, o3=3), (1,)),
        (pairs(HELD, LIVES, o1=1), pairs(KEPT, LIVES, o1=1), ()),
    ],
    ids=["new there", "another reworded there", "what it was stands there, too"],
)
def test_it_is_settled_and_stands_once(ours: Comparison, theirs: Comparison, base: tuple[int, ...]) -> None:
    assert held(ours) != held(theirs)
    for one, two in ((ours, theirs), (theirs, ours)):
        first, second = held_by_both(one, two)
        for made in (first, second):
            assert sorted(at for change in made.changes for at in change.old) == [*range(4)]
            assert sorted(at for change in made.changes for at in change.new) == [*range(4)]
            assert held(made) == base
        found = merged(one, two)
        assert BOTH not in "".join(f"{c.ours}{c.theirs}" for c in found.conflicts)
        for way in ("ours", "theirs"):
            assert text(settled(found, way)).count(BOTH) == 1


def test_a_pair_made_by_hand_is_obeyed() -> None:
    ours, theirs = compare(BASE, HELD, [Pair(3, 1)]), pairs(THERE, MOVED)
    assert held_by_both(ours, theirs) == (ours, theirs)


def test_what_a_side_says_twice_is_not_known_again() -> None:
    twice = draft(f"1. {BOTH};", f"2. {A};", f"3. {B};", f"4. {BOTH}.")
    ours, theirs = pairs(HELD, LIVES, o1=1), pairs(twice, {0: 1, 2: 2})
    assert held_by_both(ours, theirs) == (ours, theirs)


def test_what_both_hold_nearly_word_for_word_is_one_paragraph_and_asked_by_its_words() -> None:
    nearly = HELD.paragraphs[1].text.replace("women", "young women")
    there = draft(f"1. {A};", f"2. {B};", f"3. {C};", f"4. {nearly}")
    ours, theirs = pairs(HELD, LIVES, o1=1), pairs(there, MOVED)
    for found in (merged(ours, theirs), merged(theirs, ours)):
        (asked,) = (one for one in found.conflicts if one.kind != "moved")
        assert {asked.ours, asked.theirs} == {f"forecasters and to train {whom}" for whom in ("women", "young women")}
        for way in ("ours", "theirs"):
            assert text(settled(found, way)).count("to review the trust fund for forecasters") == 1


@pytest.mark.parametrize("others", [3, 40, 600])
def test_two_forms_of_one_new_paragraph_are_one_however_many_others_are_new(others: int) -> None:
    """Wherever each side put it, and among whatever."""
    form = "Recognizes the institute as a valuable platform for policy advice and for the exchange of knowledge"

    def new(side: str) -> list[str]:
        return [f"Notes {side}{at} {' '.join(f'{side}word{at}x{word}' for word in range(9))}" for at in range(others)]

    sides = [A, f"{form} in all regions", *new("here"), B], [A, B, *new("there"), form]
    base, ours, theirs = (
        draft(*(f"{at}. {words};" for at, words in enumerate(texts, 1))) for texts in ([A, B], *sides)
    )
    found = merge(base, ours, theirs)
    for answer in ("ours", "theirs"):
        assert text(settled(found, answer)).count(form) == 1


ANEW = (
    "Recognizes the importance of training nurses in rural areas and of resources for those who care at home",
    "Recognizes the importance of training, subject to the provisions of the present resolution",
)


@pytest.mark.parametrize("how", ["deleted", "reworded"])
def test_a_paragraph_written_anew_but_for_its_opening_is_asked_where_the_other_side_touched_it(how: str) -> None:
    base, anew = (draft(f"1. {A};", f"2. {one};", f"3. {B};") for one in ANEW)
    touched = draft(f"1. {A};", f"2. {B};")
    if how == "reworded":
        touched = draft(f"1. {A};", f"2. {ANEW[0].replace('rural', 'remote')};", f"3. {B};")
    for ours, theirs in ((anew, touched), (touched, anew)):
        found = merge(base, ours, theirs)
        (asked,) = found.conflicts
        assert {asked.ours, asked.theirs} & {f"{ANEW[1]};", ", subject to the provisions of the present resolution"}
        for way, chosen in (("ours", ours), ("theirs", theirs)):
            assert settled(found, way).draft == chosen


def test_a_paragraph_in_the_place_of_one_that_both_deleted_is_new() -> None:
    base, without = draft(f"1. {A};", f"2. {ANEW[0]};", f"3. {B};"), draft(f"1. {A};", f"2. {B};")
    other = draft(f"1. {A};", f"2. {C};", f"3. {B};")
    for ours, theirs in ((other, without), (without, other)):
        found = merge(base, ours, theirs)
        assert not found.conflicts
        assert found.draft == other


TWICE = "Calls upon donors to provide predictable and adequate financing to developing countries"
TWINS = {
    "alike": (TWICE, TWICE),
    "nearly": (TWICE, TWICE.replace("predictable and adequate", "adequate and predictable")),
    "without spaces": ("敦促会员国在2027年前通过国家计划",) * 2,
}


@pytest.mark.parametrize("name", TWINS)
def test_of_a_paragraph_that_stands_twice_and_of_which_each_side_deleted_another_one_is_left(name: str) -> None:
    first, second = TWINS[name]
    base = draft(*(f"PP {line}," for line in (A, first, B, second, C)))
    one, two = (draft(*(f"PP {line}," for line in lines)) for lines in ((A, first, B, C), (A, B, second, C)))
    for ours, theirs, said in ((one, two, (first, second)), (two, one, (second, first))):
        found = merge(base, ours, theirs)
        assert bool(found.conflicts) == (first != second)
        for way, words in zip(("ours", "theirs"), said, strict=True):
            lines = text(settled(found, way)).splitlines()
            assert sorted(lines) == sorted(f"{line}," for line in (A, B, C, words))
    found, turned = merge(base, one, two), merge(base, two, one)
    assert settled(found, "ours").draft == settled(turned, "theirs").draft
    assert settled(found, "theirs").draft == settled(turned, "ours").draft


def test_of_a_paragraph_that_stands_twice_one_is_left_whatever_became_of_it() -> None:
    base = draft(f"1. {A};", f"2. {TWICE};", f"3. {B};", f"4. {TWICE};", f"5. {C}.")
    one = draft(f"1. {A};", f"2. {TWICE};", f"3. {B};", f"4. {C}.")
    timely = TWICE.replace("adequate", "timely")
    two = draft(f"1. {A};", f"2. {B};", f"3. {timely};", f"4. {C}.")
    for ours, theirs in ((one, two), (two, one)):
        found = merge(base, ours, theirs)
        assert [{asked.ours, asked.theirs} for asked in found.conflicts] == [{f"{TWICE};", f"{timely};"}]
        for way, chosen in (("ours", ours), ("theirs", theirs)):
            assert len(text(settled(found, way)).splitlines()) == len(chosen.paragraphs)
