"""Brackets over several paragraphs in a merge, and clauses that leave theirs: asked, never lost silently."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.draft import Draft, Run, canonical
from models.merging import merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.answered import resolve
from tests.models.merging.random_drafts import edited, random_draft, word
from tests.models.merging.settling import settled, text

seeds = st.integers(0, 10**9).map(Random)


REPORT, SYSTEMS, FUND, OFFER = (
    "Requests a report on drinking water in rural areas;",
    "Urges States to strengthen national monitoring systems by 2030;",
    "Calls upon donors to finance the trust fund;",
    "Welcomes the offer of Tajikistan to host a conference.",
)
NEW = "Stresses the role of women in governance;"
PACKAGE = (REPORT, f"[{SYSTEMS}", f"{FUND}]", OFFER)
ACROSS = [
    ("a paragraph that is moved out of the end", (REPORT, SYSTEMS, OFFER, FUND)),
    ("a paragraph that is moved in front", (FUND, REPORT, SYSTEMS, OFFER)),
    ("paragraphs that change places", (REPORT, FUND, SYSTEMS, OFFER)),
]


LIST = ("1. Calls upon States:", "(a) To act on water;", "(b) To report on rivers;")
LISTS = [
    ("items that change places", LIST, ("1. [Calls upon States:", LIST[1], "(b) To report on rivers;]"),
     (LIST[0], "(a) To report on rivers;", "(b) To act on water;")),
    ("an item that is new behind the last", LIST, ("1. [Calls upon States:", LIST[1], "(b) To report on rivers;]"),
     (*LIST, "(c) To meet again in Geneva in 2030;")),
    ("a paragraph that becomes a list", ("1. Calls upon States to act;",), ("1. [Calls upon States to act;]",),
     ("1. Calls upon States:", "(a) To act;", "(b) To report;")),
    ("brackets that one side takes away", ("1. [Calls upon States:", LIST[1], "(b) To report on rivers;]"), LIST,
     ("1. [Calls upon States:", "(a) To report on rivers;", "(b) To act on water;]")),
]  # fmt: skip


@pytest.mark.parametrize(("what", "base", "ours", "theirs"), LISTS, ids=[row[0] for row in LISTS])
def test_brackets_of_a_list_that_changes_are_asked(
    what: str, base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...]
) -> None:
    first, one, two = (draft(*lines, "9. Decides to remain seized.") for lines in (base, ours, theirs))
    for found in (merge(first, one, two), merge(first, two, one)):
        (conflict,) = found.conflicts
        assert "[" in conflict.ours + conflict.theirs
        for way in ("ours", "theirs", "base"):
            answered = settled(found, way)
            assert not [told for told in answered.told if "bracket" in told]
            assert text(answered).count("[") == text(answered).count("]")


MOVED = "and to support debt relief for landlocked developing countries"
FIRST, SECOND = "1. Urges States to pay their contributions in full", "2. Invites the regional commissions to cooperate"


CLAUSES = [
    ("brackets round it", (f"{FIRST}, {MOVED};", f"{SECOND};"), (f"{FIRST}[, {MOVED}];", f"{SECOND};"),
     (f"{FIRST};", f"{SECOND}, {MOVED};")),
    ("brackets round all", (f"{FIRST}, {MOVED};", f"{SECOND};"), (f"1. [{FIRST[3:]}, {MOVED};]", f"{SECOND};"),
     (f"{FIRST};", f"{SECOND}, {MOVED};")),
    ("brackets taken away", (f"1. [{FIRST[3:]}, {MOVED};]", f"{SECOND};"), (f"{FIRST}, {MOVED};", f"{SECOND};"),
     (f"1. [{FIRST[3:]};]", f"{SECOND}, [{MOVED}];")),
    ("two words", (f"{FIRST} and provide debt relief;", f"{SECOND};"),
     (f"1. [{FIRST[3:]} and provide debt relief;]", f"{SECOND};"), (f"{FIRST};", f"{SECOND} on debt relief;")),
    ("a clause in other words", (f"{FIRST}, {MOVED};", f"{SECOND};"),
     (f"1. [{FIRST[3:]}, {MOVED};]", f"{SECOND};"),
     (f"{FIRST};", f"{SECOND} and to support the relief of all debt for landlocked developing countries;")),
    ("into a paragraph of its own", (f"{FIRST}, {MOVED};", f"{SECOND};"),
     (f"1. [{FIRST[3:]}, {MOVED};]", f"{SECOND};"),
     (f"{FIRST};", f"{SECOND};", f"3. Asks all donors without delay {MOVED[4:]};")),
    ("brackets over two paragraphs", (f"{FIRST}, {MOVED};", f"{SECOND};", "3. Calls for action on rivers;"),
     (f"1. [{FIRST[3:]}, {MOVED};", f"{SECOND};]", "3. Calls for action on rivers;"),
     (f"{FIRST};", f"{SECOND};", f"3. Calls for action on rivers {MOVED};")),
    ("a single word", (f"{FIRST};", f"{SECOND};"), (f"{FIRST};", f"2. [{SECOND[3:]};]"),
     (f"{FIRST.replace('States', 'regional States')};", f"{SECOND.replace('regional ', '')};")),
]  # fmt: skip


@pytest.mark.parametrize(("what", "base", "ours", "theirs"), CLAUSES, ids=[row[0] for row in CLAUSES])
def test_a_clause_does_not_leave_its_brackets_silently(
    what: str, base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...]
) -> None:
    first, one, two = (draft(*lines) for lines in (base, ours, theirs))
    for found in (merge(first, one, two), merge(first, two, one)):
        assert found.conflicts
        for conflict in found.conflicts:
            for way in ("ours", "theirs"):
                answered = resolve(found, conflict, way)
                assert text(answered).count("[") == text(answered).count("]")


def test_a_clause_that_was_moved_out_of_brackets_stands_in_them_or_where_it_went() -> None:
    first, one, two = (draft(*lines) for lines in CLAUSES[5][1:])
    found = merge(first, one, two)
    (conflict,) = found.conflicts
    assert (conflict.kind, conflict.label, conflict.choices) == ("clause", "OP3", ("ours", "theirs", "both"))
    assert conflict.ours == f"OP1: , {MOVED}\nOP3: nothing"
    assert f"{MOVED};]" in text(resolve(found, conflict, "ours"))
    assert text(resolve(found, conflict, "theirs")).endswith(f"without delay {MOVED[4:]};")


def test_words_said_everywhere_are_no_clause_that_moved() -> None:
    base = ("1. Urges Member States to act;", "2. Invites Member States to report;", "3. Asks Member States to pay;")
    ours = ("1. [Urges Member States to act;]", *base[1:])
    theirs = ("1. Urges all to act;", base[1], base[2], "4. Thanks Member States for their help;")
    first, one, two = (draft(*lines) for lines in (base, ours, theirs))
    for found in (merge(first, one, two), merge(first, two, one)):
        assert not found.conflicts


def numbered(*lines: str) -> list[str]:
    return [f"{number}. {line}" for number, line in enumerate(lines, 1)]


@pytest.mark.parametrize(("what", "other"), ACROSS, ids=[row[0] for row in ACROSS])
def test_brackets_over_several_paragraphs_of_which_one_is_moved_are_asked(what: str, other: tuple[str, ...]) -> None:
    drafts = [draft(*numbered(*one)) for one in ((REPORT, SYSTEMS, FUND, OFFER), PACKAGE, other)]
    base, ours, theirs = drafts
    for found, names in (
        (merge(base, ours, theirs), ("base", "ours", "theirs")),
        (merge(base, theirs, ours), ("base", "theirs", "ours")),
    ):
        (conflict,) = found.conflicts
        assert conflict.kind == "shape"
        assert f"[{SYSTEMS}\n{FUND}]" in getattr(conflict, names[1])
        for name, one in zip(names, drafts, strict=True):
            answered = resolve(found, conflict, name)
            said = [paragraph.text for paragraph in answered.draft.paragraphs]
            assert sorted(said) == sorted(paragraph.text for paragraph in one.paragraphs)
            assert not [told for told in answered.told if "bracket" in told]


@pytest.mark.parametrize(("held", "asked"), [(20, True), (75, False)])
def test_what_left_brackets_over_very_many_paragraphs_is_asked_or_told(held: int, asked: bool) -> None:
    chance = Random(7)
    lines = [" ".join(word(chance) for _ in range(8)) + ";" for _ in range(90)]
    ours = [f"[{lines[0]}", *lines[1:held], f"{lines[held]}]", *lines[held + 1 :]]
    theirs = [*lines[:held], *lines[held + 1 :], lines[held]]
    base, one, two = (draft(*numbered(*texts)) for texts in (lines, ours, theirs))
    for found in (merge(base, one, two), merge(base, two, one)):
        assert [conflict.kind for conflict in found.conflicts] == ["shape"] * asked
        assert ["OP1 opens and OP90 closes holds other paragraphs" in told for told in found.told] == [True] * (
            not asked
        )
    without = draft(*numbered(*lines[1:]))
    for found, way in ((merge(base, one, without), "theirs"), (merge(base, without, one), "ours")):
        told = settled(found, way).told
        assert [told for told in told if "bracket" in told] == [
            f"OP1 to OP{held - 1} stand outside of brackets now, and one side has them in brackets: "
            "look where they are to stand."
        ] * (not asked)


def test_a_new_paragraph_within_brackets_stands_in_them() -> None:
    texts = (REPORT, SYSTEMS, FUND, OFFER), PACKAGE, (REPORT, SYSTEMS, NEW, FUND, OFFER)
    base, ours, theirs = (draft(*numbered(*one)) for one in texts)
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert not found.conflicts
        assert not [told for told in found.told if "bracket" in told]


@given(seeds)
@settings(max_examples=50)
def test_what_comes_out_of_brackets_over_several_paragraphs_is_asked(chance: Random) -> None:
    lines = [" ".join(word(chance) for _ in range(8)) + ";" for _ in range(chance.randint(2, 6))]
    ours = [*lines]
    first = chance.randrange(len(lines) - 1)
    last = chance.randint(first + 1, len(lines) - 1)
    ours[first], ours[last] = f"[{ours[first]}", f"{ours[last]}]"
    theirs = [*lines]
    for _ in range(chance.randint(1, 2)):
        theirs.insert(chance.randrange(len(theirs)), theirs.pop(chance.randrange(len(theirs))))
    base, one, two = (draft(*numbered(*texts)) for texts in (lines, ours, theirs))
    held = {*lines[first : last + 1]}
    for found, way in ((merge(base, one, two), "ours"), (merge(base, two, one), "theirs")):
        answered = settled(found, way)
        assert sorted(re.sub(r"[\[\];.,]", "", text(answered)).split("\n")) == sorted(line[:-1] for line in lines)
        assert not any("bracket" in told for told in answered.told)
        inside = {
            line for held_in in re.findall(r"\[([^\]]*)\]", text(answered)) for line in held_in.split("\n") if line
        }
        assert {line[:-1] for line in inside} == {line[:-1] for line in held}


def test_a_paragraph_that_closes_a_bracket_is_not_deleted_silently() -> None:
    base, ours, theirs = (
        draft(*numbered(*one)) for one in ((REPORT, SYSTEMS, FUND, OFFER), PACKAGE, (REPORT, SYSTEMS, OFFER))
    )
    found = merge(base, ours, theirs)
    (conflict,) = found.conflicts
    assert (conflict.kind, conflict.ours, conflict.theirs) == ("shape", f"[{SYSTEMS}\n{FUND}]", SYSTEMS)
    for way in ("ours", "theirs", "base"):
        answered = resolve(found, conflict, way)
        assert not answered.told
        assert text(answered).count("[") == text(answered).count("]")


WITHIN = [
    ("a word put in", (REPORT, f"[{SYSTEMS}", FUND.replace("donors", "all donors") + "]", OFFER)),
    ("a word taken out", (REPORT, f"[{SYSTEMS}", FUND.replace("trust ", "") + "]", OFFER)),
    ("a word in the first of them", (REPORT, f"[{SYSTEMS.replace('2030', '2035')}", f"{FUND}]", OFFER)),
    ("a new paragraph", (REPORT, f"[{SYSTEMS}", NEW, f"{FUND}]", OFFER)),
]


@pytest.mark.parametrize(("what", "other"), WITHIN, ids=[row[0] for row in WITHIN])
def test_what_is_changed_within_brackets_that_the_other_side_took_away_is_asked(
    what: str, other: tuple[str, ...]
) -> None:
    base, ours, theirs = (draft(*numbered(*one)) for one in (PACKAGE, (REPORT, SYSTEMS, FUND, OFFER), other))
    for found, way in ((merge(base, ours, theirs), "ours"), (merge(base, theirs, ours), "theirs")):
        (conflict,) = found.conflicts
        assert conflict.kind == "shape"
        assert "[" not in getattr(conflict, way)
        assert canonical(settled(found, way).draft) == canonical(ours)
        assert not settled(found, way).told


def test_what_is_changed_elsewhere_than_in_brackets_that_the_other_side_took_away_is_combined() -> None:
    theirs = draft(*numbered(REPORT.replace("rural", "all"), *PACKAGE[1:]))
    found = merge(draft(*numbered(*PACKAGE)), draft(*numbered(REPORT, SYSTEMS, FUND, OFFER)), theirs)
    assert not found.conflicts
    assert not found.told


@pytest.mark.parametrize("lifts", [True, False])
def test_a_paragraph_deleted_amid_brackets_that_the_other_side_put_or_took_away_is_asked(lifts: bool) -> None:
    held = draft(*numbered(REPORT, f"[{SYSTEMS}", NEW, f"{FUND}]", OFFER))
    bare, struck = (draft(*numbered(REPORT, SYSTEMS, *new, FUND, OFFER)) for new in ((NEW,), ()))
    base, ours, theirs = (held, bare, draft(*numbered(*PACKAGE))) if lifts else (bare, held, struck)
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        (conflict,) = found.conflicts
        assert (conflict.kind, conflict.base) == ("deleted", NEW)


def test_both_puts_no_second_brackets_round_a_deleted_paragraph() -> None:
    base, ours, theirs = (
        draft(*numbered(*one)) for one in ((REPORT, SYSTEMS), (REPORT, f"[{SYSTEMS[:-8]} soon;]"), (REPORT,))
    )
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        (conflict,) = found.conflicts
        assert conflict.kind == "deleted"
        assert text(resolve(found, conflict, "both")).endswith(f"\n[{SYSTEMS[:-8]} soon;]")


def with_pair(chance: Random, whole: Draft) -> Draft:
    """A draft with a pair of brackets over some of its paragraphs."""
    paragraphs = [*whole.paragraphs]
    if len(paragraphs) < 2:
        return whole
    first = chance.randrange(len(paragraphs) - 1)
    last = chance.randint(first + 1, min(first + 4, len(paragraphs) - 1))
    paragraphs[first] = replace(paragraphs[first], runs=(Run("["), *paragraphs[first].runs))
    paragraphs[last] = replace(paragraphs[last], runs=(*paragraphs[last].runs, Run("]")))
    return replace(whole, paragraphs=tuple(paragraphs))


@given(seeds)
@settings(max_examples=35)
def test_brackets_over_several_paragraphs_of_one_side_or_of_both_alike_are_taken(chance: Random) -> None:
    base = random_draft(chance, chance.randint(2, 8))
    other = edited(chance, with_pair(chance, edited(chance, base, 2)), 1)
    for found in (merge(base, base, other), merge(base, other, base), merge(base, other, other)):
        assert not found.conflicts
        assert not found.told
        assert canonical(found.draft) == canonical(other)
