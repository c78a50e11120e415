"""Items, operative and preambular paragraphs that the sides make of one another, so that both cannot be had.

Each answer gives what was asked about as the side has it whose answer it is: what it is, and under what it stands.
"""

from __future__ import annotations

from random import Random

import pytest

from models.draft import Draft
from models.merging import merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.answered import resolve
from tests.models.merging.random_lists import edited, generated, otherwise
from tests.models.merging.settling import settled
from tests.models.merging.whereabouts import Words, names_of, text

Text = tuple[str, ...]
"""What each paragraph speaks of: "PP" before a preambular one, "-" before an item."""
BASE = ("PP deltas", "PP wells", "rivers", "lakes", "-ponds", "-springs", "glaciers", "aquifers")
START = BASE[:3]
ITEM = (*START, "lakes", "-ponds", "-springs", "-glaciers", "aquifers")


def made(lines: Text) -> Draft:
    """The text of these lines."""
    found, number, item = [], 0, 0
    for line in lines:
        about = line.removeprefix("PP ").removeprefix("-")
        said = f"States to speak of {about} and of all that {about} mean for them"
        if line.startswith("PP "):
            found.append(f"PP Asking all {said},")
        elif line.startswith("-"):
            found.append(f"({'abcdef'[item]}) Asks all {said};")
            item += 1
        else:
            number, item = number + 1, 0
            found.append(f"{number}. Asks all {said}{'.' if line == lines[-1] else ';'}")
    return draft(*found)


ASKED = [
    ("the item before it is an operative paragraph",
     BASE, (*START, "lakes", "-ponds", "springs", "glaciers", "aquifers"), ITEM),
    ("the first of two items before it is one",
     BASE, (*START, "lakes", "ponds", "-springs", "glaciers", "aquifers"), ITEM),
    ("the head is preambular, with its items",
     BASE, ("PP lakes", "-ponds", "-springs", *START, "glaciers", "aquifers"), ITEM),
    ("the head is preambular without its items",
     BASE, ("PP deltas", "PP lakes", "PP wells", "rivers", "-ponds", "-springs", "glaciers", "aquifers"), ITEM),
    ("the head is preambular and had no items",
     (*START, "lakes", "glaciers", "aquifers"), ("PP deltas", "PP lakes", "PP wells", "rivers", "glaciers", "aquifers"),
     (*START, "lakes", "-glaciers", "aquifers")),
    ("it is preambular",
     BASE, ("PP glaciers", *START, "lakes", "-ponds", "-springs", "aquifers"), ITEM),
    ("an item goes behind those of the paragraph that becomes one",
     (*BASE[:-2], "glaciers", "-aquifers", "-floods"),
     (*START, "lakes", "-ponds", "glaciers", "-aquifers", "-floods", "-springs"),
     (*START, "lakes", "-ponds", "-springs", "-glaciers", "-aquifers", "-floods")),
    ("it stands before what it becomes an item of",
     (*START, "lakes", "glaciers", "aquifers"), (*START, "glaciers", "lakes", "aquifers"),
     (*START, "lakes", "-glaciers", "aquifers")),
    ("both make it preambular, at two places",
     BASE[:4], ("PP lakes", *START), ("PP deltas", "PP wells", "PP lakes", "rivers")),
    ("one makes it preambular, the other puts it behind what follows",
     (*START, "lakes", "glaciers"), ("PP lakes", *START, "glaciers"), (*START, "glaciers", "lakes")),
]  # fmt: skip
"""What one side makes of what stands before a paragraph, or of it, while the other makes it an item, or moves it."""


@pytest.mark.parametrize(("what", "base", "ours", "theirs"), ASKED, ids=[row[0] for row in ASKED])
def test_each_answer_gives_the_text_of_a_side(what: str, base: Text, ours: Text, theirs: Text) -> None:
    was, one, two = made(base), made(ours), made(theirs)
    for found, sides in ((merge(was, one, two), (one, two)), (merge(was, two, one), (two, one))):
        assert len(found.conflicts) == 1
        for way, wanted in zip(("ours", "theirs", "base"), (*sides, was), strict=True):
            answered = settled(found, way)
            assert answered.draft == wanted
            assert not any("look where" in one for one in answered.told)


COMBINED = [
    ("the item before it goes under another paragraph",
     (*START, "lakes", "-ponds", "glaciers", "aquifers", "-springs"),
     (*START, "lakes", "-ponds", "-glaciers", "aquifers", "-springs")),
    ("the item before it goes under the paragraph before",
     (*START, "-springs", "lakes", "-ponds", "glaciers", "aquifers"),
     (*START, "-springs", "lakes", "-ponds", "-glaciers", "aquifers")),
]  # fmt: skip


@pytest.mark.parametrize(("what", "moved", "expected"), COMBINED, ids=[row[0] for row in COMBINED])
def test_what_can_be_had_together_is_combined(what: str, moved: Text, expected: Text) -> None:
    for found in (merge(made(BASE), made(moved), made(ITEM)), merge(made(BASE), made(ITEM), made(moved))):
        assert not found.conflicts
        assert found.draft == made(expected)


def test_who_has_the_place_of_what_each_side_made_of_a_paragraph_has_it_as_it_is_there() -> None:
    was = made(BASE)
    one = made(("PP deltas", "rivers", "wells", "lakes", "-ponds", "-springs", "glaciers", "aquifers"))
    two = made(("PP deltas", "rivers", "lakes", "-ponds", "-springs", "glaciers", "-wells", "aquifers"))
    for found, sides in ((merge(was, one, two), (one, two)), (merge(was, two, one), (two, one))):
        for way, wanted in zip(("ours", "theirs", "base"), (*sides, was), strict=True):
            answered = resolve(found, next(asked for asked in found.conflicts if asked.kind == "moved"), way)
            assert answered.draft == wanted
            assert not answered.open


SEEDS = [
    *range(50), 172, 199, 243, 282, 297, 319, 355, 419, 541, 593, 614, 649, 736, 826, 894, 910, 985, 1006, 1283, 1325,
    2037, 2063, 2076, 2200, 2217, 2581, 3518, 3557, 4375, 4454,
]  # fmt: skip
"""Some, and those in which something once was amiss."""


@pytest.mark.parametrize("part", range(6))
def test_what_is_asked_about_is_as_the_side_has_it_whose_answer_it_is(part: int) -> None:
    for seed in SEEDS[part::6]:
        chance = Random(seed)
        words = Words(chance)
        base = generated(chance, words)
        ours, theirs = edited(chance, base, words.of("o")), edited(chance, base, words.of("t"))
        found, names = merge(text(base), text(ours), text(theirs)), names_of(base, ours, theirs)
        assert all(one.ours != one.theirs for one in found.conflicts), seed
        for way in ("ours", "theirs", "base") if found.conflicts else ():
            if all(way in one.choices for one in found.conflicts):
                assert not [*otherwise(settled(found, way), way, names)], (seed, way)


def test_items_that_stand_elsewhere_together_are_told_as_several() -> None:
    chance = Random(92)
    words = Words(chance)
    base = generated(chance, words)
    ours, theirs = edited(chance, base, words.of("o")), edited(chance, base, words.of("t"))
    found = merge(text(base), text(ours), text(theirs))
    told = "OP3 (a) to OP3 (c) stand under OP3 now, where neither text has them: look where they belong."
    assert told in found.told
    assert told not in settled(found, "base").told  # what they stand under was answered to be as it was


RIVERS, LAKES, PONDS, SPRINGS = (
    f"all States to speak of {one} and of all that {one} mean for them"
    for one in ("rivers", "lakes", "ponds", "springs")
)


def test_an_item_that_one_side_divided_stands_under_what_the_other_put_over_it() -> None:
    base = draft(f"(a) Asks {RIVERS} and to care for {LAKES};", f"1. Urges {PONDS};")
    ours = draft(f"(a) Asks {RIVERS};", f"(b) To care for {LAKES};", f"1. Urges {PONDS};")
    theirs = draft(f"1. Invites {SPRINGS}:", f"(a) Asks {RIVERS} and to care for {LAKES};", f"2. Urges {PONDS};")
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert not found.conflicts
        assert not found.told


def test_of_items_that_are_asked_with_their_head_nothing_is_told_wherever_they_stand_till_then() -> None:
    items = f"(a) Ask {PONDS};", f"(b) Ask {SPRINGS};"
    base = draft(f"1. Asks {RIVERS};", f"2. Urges {LAKES} at once:", *items)
    ours = draft(f"1. Asks {RIVERS}:", *items)
    theirs = draft(f"1. Urges {LAKES}:", *items, f"2. Asks {RIVERS};")
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert len(found.conflicts) == 1
        assert not found.told
        assert not any(settled(found, way).told for way in ("ours", "theirs", "base"))
