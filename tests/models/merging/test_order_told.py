"""What stands in the merged text before what no side has it before, or in another part, is asked or told."""

from __future__ import annotations

from random import Random

import pytest

from models.draft import Draft
from models.merging import merge
from models.merging.told import order_told
from tests.models.comparison.small_drafts import draft
from tests.models.merging.answered import resolve
from tests.models.merging.flat_orders import edited, generated, names_of, out_of_order, text
from tests.models.merging.settling import settled
from tests.models.merging.sided_words import SidedWords

PLANS, REPORT, GENEVA, DONORS, ACT = (
    "Urges Member States to adopt national action plans to combat sand and dust storms by 2027;",
    "Requests the Secretary-General to report to the Assembly at its eighty-first session;",
    "Decides to convene a conference in Geneva in 2028;",
    "Calls upon donors to provide predictable and adequate financing;",
    "Calls upon all Governments to act without delay;",
)
JOINED = f"{PLANS[:-1]}, and {REPORT[0].lower()}{REPORT[1:]}"
MIDDLE = "OP2 stands behind OP1 now, and one text has the one in the middle of the other: look where it belongs."


def operative(*texts: str) -> Draft:
    return draft(*(f"{number}. {said}" for number, said in enumerate(texts, 1)))


BASE = operative(PLANS, REPORT, GENEVA, DONORS)


@pytest.mark.parametrize(
    "theirs",
    [
        operative(PLANS, ACT, REPORT, GENEVA, DONORS),  # put between what ours joined
        operative(PLANS, GENEVA, REPORT, DONORS),  # and moved there
    ],
)
def test_what_one_side_put_into_the_midst_of_what_the_other_joined_is_told(theirs: Draft) -> None:
    ours = operative(JOINED, GENEVA, DONORS)
    for found in (merge(BASE, ours, theirs), merge(BASE, theirs, ours)):
        assert not found.conflicts
        assert [one for one in found.told if "stands behind" in one] == [MIDDLE]


def test_a_swap_past_a_part_of_what_the_other_side_joined_is_told() -> None:
    base = operative(ACT, PLANS, REPORT, GENEVA, DONORS)
    ours = operative(ACT, PLANS, GENEVA, REPORT, DONORS)
    joined = f"{PLANS[:-1]}, and {REPORT[0].lower()}{REPORT[1:-1]}, and {DONORS[0].lower()}{DONORS[1:]}"
    theirs = operative(ACT, joined, GENEVA)
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert [one for one in found.told if "stands behind" in one] == [
            MIDDLE.replace("OP2", "OP3").replace("OP1", "OP2")
        ]


@pytest.mark.parametrize(
    ("seed", "told"),
    [
        (833001523, "OP4 stands behind OP2 now, and in one text before: look where it belongs."),
        (920002281, "OP3 stands behind OP1 now, and in one text before: look where it belongs."),
    ],
)
def test_a_swap_past_what_is_asked_with_the_paragraph_before_it_is_told(seed: int, told: str) -> None:
    words = SidedWords(Random(seed), 4)
    lines = generated(words.chance, words)
    base, *sides = text(lines), *(text(edited(words.chance, lines, words.of(one))) for one in "ot")
    for one, two in (sides, reversed(sides)):
        found = merge(base, one, two)
        assert found.open
        assert told in found.told


def stirred(many: int) -> tuple[Draft, Draft, Draft]:
    """One side put the second before the first, joined to the third, the other last; and both changed many others."""
    words = SidedWords(Random(2), 4)
    first, second, third, last, *others = (["Urges", *words.some(10)] for _ in range(4 + 2 * many))
    turned = [one for at in range(0, 2 * many, 2) for one in (others[at + 1], others[at])]
    base = [first, second, third, *others, last]
    ours = [second, [*first, "and", *third[1:]], *turned, last]
    return text(base), text(ours), text([first, third, *turned, last, second])


@pytest.mark.parametrize("many", [0, 200])
def test_what_stands_in_the_midst_of_what_was_joined_is_told_however_many_others_were_moved(many: int) -> None:
    base, ours, theirs = stirred(many)
    told = f"OP{3 + 2 * many} stands behind OP1 now, and in one text before: look where it belongs."
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert not found.conflicts
        assert told in found.told


def test_that_not_all_was_looked_at_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(order_told, "_MOST", 0)
    assert any(one.startswith("Too many paragraphs") for one in merge(*stirred(0)).told)


def test_what_goes_along_with_what_the_other_side_moved_is_not_told() -> None:
    ours = operative(PLANS, ACT, REPORT, GENEVA, DONORS)
    for theirs in (operative(REPORT, GENEVA, DONORS, PLANS), operative(DONORS, PLANS, REPORT, GENEVA)):
        for found in (merge(BASE, ours, theirs), merge(BASE, theirs, ours)):
            assert not [one for one in found.told if " now, " in one]


def test_a_preambular_paragraph_in_the_operative_part_is_told() -> None:
    words = SidedWords(Random(1), 5)
    first, last, new = (f"{verb} {' '.join(words.some(9))}" for verb in ("Recalling", "Urg", "Noting"))
    base = draft(f"PP {first},", f"1. {last.replace('Urg', 'Urges')}.")
    ours = draft(f"PP {last.replace('Urg', 'Urging')},")
    found = merge(base, ours, draft(f"PP {first},", f"PP {new},"))
    asked = next(one for one in found.conflicts if one.kind == "deleted")
    told = [one for one in resolve(found, asked, "base").told if "operative part" in one]
    assert told == ["PP1 stands in the operative part now, where neither text has it: look where it belongs."]
    assert not [one for one in resolve(found, asked, "ours").told if "operative part" in one]


@pytest.mark.parametrize("start", range(0, 200, 100))
def test_no_order_that_no_side_made_is_silent(start: int) -> None:
    told = 0
    for seed in range(start, start + 100):
        chance = Random(seed)
        words = SidedWords(chance, 4)
        base = generated(chance, words)
        ours, theirs = edited(chance, base, words.of("o")), edited(chance, base, words.of("t"))
        names, (old, one, two) = names_of(base, ours, theirs), map(text, (base, ours, theirs))
        for found in (merge(old, one, two), merge(old, two, one)):
            assert not [*out_of_order(found, names)], seed
            for way in ("ours", "theirs", "base") if found.conflicts else ():
                assert not [*out_of_order(settled(found, way), names)], (seed, way)
            told += any(" now, " in said for said in found.told)
    assert told < 30  # most of what two sides do to a text fits
