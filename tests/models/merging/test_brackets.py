"""Brackets in a merge: a pair goes with its words, on whichever side; none is left that no side wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.draft import Draft, canonical, labels
from models.merging import Conflict, Merge, merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.answered import resolve
from tests.models.merging.random_brackets import balanced, small_draft, with_brackets
from tests.models.merging.random_drafts import edited, random_draft, reworded, word
from tests.models.merging.settling import settled, text

BASE = "Urges States to take measures and to report by 2030;"

ASKED = [
    ("each word of an alternative in brackets", "[Urges] [Invites]", "Calls upon", "Urges",
     [("Urges", "[Urges] [Invites]", "Calls upon")]),
    ("the same place, each in brackets", "take [effective] measures", "take [urgent] measures", "take measures",
     [("", "[effective]", "[urgent]")]),
    ("two places, each in brackets", "Urges [all] States [concerned] to", "Urges [the] States [Parties] to",
     "Urges States to", [("", "[all]", "[the]"), ("", "[concerned]", "[Parties]")]),
    ("an alternative here, another word there", "[measures] [steps]", "action", "measures",
     [("measures", "[measures] [steps]", "action")]),
    ("parentheses", "measures (steps) and", "measures (actions) and", "measures and", [("", "(steps)", "(actions)")]),
    ("brackets that cross", "to [take measures] and to report by", "to take [measures and to report] by",
     "to take measures and to report by", [("take measures and to report", "[take measures] and to report",
                                            "take [measures and to report]")]),
    ("brackets that open together", "to [take] measures and", "to [take measures] and", "to take measures and",
     [("take measures", "[take] measures", "[take measures]")]),
    ("brackets that close together", "to [take measures] and", "to take [measures] and", "to take measures and",
     [("take measures", "[take measures]", "take [measures]")]),
    ("brackets round what the other side takes out", "take [measures and to] report", "take report",
     "take measures and to report", [("measures and to", "[measures and to]", "")]),
    ("brackets with a spacing of their own", "measures[, inter alia,] and", "measures [as needed] and", "measures and",
     [("", "[, inter alia,]", "[as needed]")]),
]  # fmt: skip


def three(ours: str, theirs: str, base: str) -> list[str]:
    assert base in BASE
    return [f"1. {BASE.replace(base, words)}" for words in (base, ours, theirs)]


@pytest.mark.parametrize(("what", "ours", "theirs", "base", "texts"), ASKED, ids=[row[0] for row in ASKED])
def test_a_conflict_takes_in_the_brackets_of_its_words(
    what: str, ours: str, theirs: str, base: str, texts: list[tuple[str, str, str]]
) -> None:
    drafts = [draft(line) for line in three(ours, theirs, base)]
    found = merge(drafts[0], drafts[1], drafts[2])
    assert [(one.base, one.ours, one.theirs) for one in found.conflicts] == texts
    turned = merge(drafts[0], drafts[2], drafts[1])
    assert [(one.base, one.theirs, one.ours) for one in turned.conflicts] == texts
    for way, wanted in zip(("base", "ours", "theirs"), drafts, strict=True):
        assert canonical(settled(found, way).draft) == canonical(wanted)


@pytest.mark.parametrize("left", ["[]", "[ ]", "[…]", "[...]", "[__]", "[steps]"])
def test_brackets_that_one_side_emptied_and_the_other_took_off_are_asked(left: str) -> None:
    base, bare, emptied = (draft(f"1. Decides {words} in 2026;") for words in ("[to meet]", "to meet", left))
    for first, second in ((bare, emptied), (emptied, bare)):
        found = merge(base, first, second)
        assert [{one.ours, one.theirs} for one in found.conflicts] == [{"to meet", left}]
        for way, wanted in zip(("base", "ours", "theirs"), (base, first, second), strict=True):
            assert canonical(settled(found, way).draft) == canonical(wanted)


def test_emptied_brackets_within_others_are_asked() -> None:
    base, one, two = (draft(f"1. Decides [that States {words} pay] now;") for words in ("[shall]", "shall", "[]"))
    assert [(each.ours, each.theirs) for each in merge(base, one, two).conflicts] == [("shall", "[]")]


def test_emptied_brackets_that_nobody_took_off_are_no_question() -> None:
    base, one, two = (
        draft(f"1. Decides {words};") for words in ("[to meet] in 2026", "[…] in 2026", "[to meet] early in 2026")
    )
    assert merge(base, one, two).draft == draft("1. Decides […] early in 2026;")
    base, one, two = (
        draft(f"1. [Decides [to] {words}];") for words in ("meet in 2026", "meet in 2027", "convene in 2026")
    )
    emptied = draft("1. [Decides [] meet in 2026];")
    assert merge(base, emptied, two).draft == draft("1. [Decides [] convene in 2026];")
    assert not merge(base, one, emptied).conflicts


COMBINED = [
    ("nested", "to [take measures and to report] by", "take [measures] and", "to take measures and to report by",
     "to [take [measures] and to report] by"),
    ("side by side", "to [take] measures", "take [measures] and", "to take measures and", "to [take] [measures] and"),
    ("apart", "[Urges] States", "report [by 2030]", "Urges States to take measures and to report by 2030",
     "[Urges] States to take measures and to report [by 2030]"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "ours", "theirs", "base", "expected"), COMBINED, ids=[row[0] for row in COMBINED])
def test_brackets_that_do_not_cross_combine(what: str, ours: str, theirs: str, base: str, expected: str) -> None:
    def plain(text: str) -> str:
        return text.replace("[", "").replace("]", "")

    one, two = (draft(f"1. {BASE.replace(plain(words), words)}") for words in (ours, theirs))
    for found in (merge(draft(f"1. {BASE}"), one, two), merge(draft(f"1. {BASE}"), two, one)):
        assert not found.conflicts
        assert found.draft.paragraphs[0].text == BASE.replace(base, expected)


BARE = [
    ("a word put in", "[to take measures]", "to take measures", "[to take effective measures]",
     [("[to take measures]", "to take measures", "[to take effective measures]")]),
    ("a word replaced", "[to take measures] and", "to take measures and", "[to take steps] and",
     [("[to take measures]", "to take measures", "[to take steps]")]),
    ("a word in brackets of its own", "[to take measures]", "to take measures", "[to take [effective] measures]", []),
    ("brackets that are moved round other words", "[to take measures and]", "[to take] measures and",
     "[to take measures now and]", [("[to take measures and]", "[to take] measures and",
                                     "[to take measures now and]")]),
    ("brackets divided", "[to take measures]", "[to take] [measures]", "[to take effective measures]",
     [("[to take measures]", "[to take] [measures]", "[to take effective measures]")]),
]  # fmt: skip


@pytest.mark.parametrize(("what", "base", "ours", "theirs", "texts"), BARE, ids=[row[0] for row in BARE])
def test_words_put_in_within_brackets_do_not_lose_them_silently(
    what: str, base: str, ours: str, theirs: str, texts: list[tuple[str, str, str]]
) -> None:
    plain = base.replace("[", "").replace("]", "")
    assert plain in BASE
    first, one, two = (draft(f"1. {BASE.replace(plain, words)}") for words in (base, ours, theirs))
    assert [(asked.base, asked.ours, asked.theirs) for asked in merge(first, one, two).conflicts] == texts
    assert [(asked.base, asked.theirs, asked.ours) for asked in merge(first, two, one).conflicts] == texts


CUT_OUT = [
    ("a word", "[not to report on the fund]", "not to report on the fund", "[to report on the fund]", True),
    ("the last words", "[not to report on the fund]", "not to report on the fund", "[not to report]", True),
    ("an alternative in brackets of its own", "[all [not] to report]", "all [not] to report", "[all to report]", True),
    ("words beside the brackets", "to pay and [not to report]", "to pay and not to report", "[not to report]", False),
    ("another alternative", "[to pay] [to act] soon [to meet]", "to pay soon [to meet]",
     "[to pay] [to act] soon", False),
]  # fmt: skip


@pytest.mark.parametrize(("what", "base", "ours", "theirs", "asked"), CUT_OUT, ids=[row[0] for row in CUT_OUT])
def test_what_is_taken_out_within_brackets_that_the_other_side_took_away_is_asked(
    what: str, base: str, ours: str, theirs: str, asked: bool
) -> None:
    first, one, two = (draft(f"1. Urges States {words} by 2030;") for words in (base, ours, theirs))
    for found, way in ((merge(first, one, two), "ours"), (merge(first, two, one), "theirs")):
        assert len(found.conflicts) == asked
        assert not asked or canonical(settled(found, way).draft) == canonical(one)


def test_both_texts_are_put_in_brackets_once() -> None:
    base, ours, theirs = (draft(line) for line in three("[Urges] [Invites]", "Calls upon", "Urges"))
    found = merge(base, ours, theirs)
    both = resolve(found, found.conflicts[0], "both").draft.paragraphs[0].text
    assert both == BASE.replace("Urges", "[Urges] [Invites] [Calls upon]")


seeds = st.integers(0, 10**9).map(Random)


def stretches(found: Merge) -> dict[str, str]:
    """What stands in the text of each conflict of words."""
    said: dict[str, str] = {}
    for at in range(len(found.draft.paragraphs)):
        for one in found.stretches(at):
            said[one.conflict] = said.get(one.conflict, "") + one.text
    return said


def called(found: Merge, asked: Conflict, way: str) -> str:
    """What a side, or the base, calls a paragraph that is asked about."""
    draft = {"ours": found.ours.new, "theirs": found.theirs.new}.get(way, found.ours.old)
    ((at,),) = (getattr(row, way) for row in found.rows if asked.key in row.conflicts)
    return labels(draft)[at] or ""


def bare(drafts: Iterable[Draft]) -> set[str]:
    """The words that stand outside of all brackets somewhere."""
    found = set()
    for paragraph in (one for whole in drafts for one in whole.paragraphs):
        depth = 0
        for part in re.findall(r"[\[\]]|\w+", paragraph.text):
            depth += (part == "[") - (part == "]")
            if not depth and part not in "[]":
                found.add(part)
    return found


@given(seeds)
@settings(max_examples=70)
def test_no_word_stands_outside_of_brackets_that_did_so_on_no_side(chance: Random) -> None:
    words = [word(chance) for _ in range(8)]
    pairs = [f"[{words[0]} {words[1]} {words[2]}]", words[3], f"[{words[4]} {words[5]}]", f"{words[6]} {words[7]};"]
    base = draft(f"1. Decides {' '.join(pairs)}")
    opened = [pair[1:-1] if pair[0] == "[" and chance.random() < 0.5 else pair for pair in pairs]
    ours = with_brackets(chance, draft(f"1. Decides {' '.join(opened)}"), 1)
    theirs = Draft((reworded(chance, reworded(chance, base.paragraphs[0])),))
    if not balanced(theirs.paragraphs[0].text):
        return
    for found, way in ((merge(base, ours, theirs), "ours"), (merge(base, theirs, ours), "theirs")):
        for choice in (way, "base"):
            assert not bare([settled(found, choice).draft]) - bare([base, ours, theirs])


@given(seeds, st.booleans())
@example(Random(26615), True)  # what shape a paragraph has, whose words are the same on both sides
@example(Random(335176), True)
@example(Random(40001889), True)  # and the number is another one in the merged text
@settings(max_examples=70)
def test_what_is_settled_has_the_words_and_the_brackets_of_its_side(chance: Random, moves: bool) -> None:
    base = with_brackets(chance, random_draft(chance, 5), 4) if moves else small_draft(chance)
    ours, theirs = (with_brackets(chance, base, chance.randint(0, 5)) for _ in range(2))
    if moves:
        ours, theirs = edited(chance, ours, 2), edited(chance, theirs, 2)
    all_balanced = all(balanced(paragraph.text) for one in (base, ours, theirs) for paragraph in one.paragraphs)
    found = merge(base, ours, theirs)
    for way in ("ours", "theirs", "base"):
        answered = found
        for conflict in found.conflicts:
            answered = resolve(answered, conflict.key, way if way in conflict.choices else "ours")
            assert balanced(text(answered)) or not all_balanced
        there = stretches(answered)
        for conflict in answered.conflicts:
            taken = way if way in conflict.choices else "ours"
            said = getattr(conflict, taken)
            if ":words:" in conflict.key and "(note:" not in said and "\n" not in said:
                # At another place a paragraph may end with another mark, which is told.
                marks = ";,." if any(" ends with" in told for told in answered.told) else ""
                here = " ".join(there.get(conflict.key, "").split())
                said = " ".join(said.split())
                if conflict.kind == "shape":  # where the words are the same it is said where each has them
                    said = said.removeprefix(f"{called(answered, conflict, taken)}: ")
                assert here.rstrip(marks) == said.rstrip(marks)
        emptied = any("[]" in one.text for side in (base, ours, theirs) for one in side.paragraphs)
        assert emptied or "[]" not in text(answered)
