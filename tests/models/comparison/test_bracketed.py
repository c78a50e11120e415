"""Brackets that came, went or moved together with words: told in every kind of change, whatever else it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.comparison.compare import compare
from models.draft import bracket_characters
from tests.models.comparison.small_drafts import A, B, C, draft, only


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Notes [the] plan of States and funds;", "Notes the plan of all States and funds;", True),
        ("Notes the plan of [all] [some] States;", "Notes the plan of some States;", True),
        ("Notes the plan of States;", "Notes the plan of [all] States;", True),
        ("Notes the plan of States;", "[Notes the plan of all States;]", True),
        ("Notes the plan of [all] States;", "Notes the plan of [] States;", True),
        ("Notes [the plan] of States and funds;", "Notes the [plan of] all States and funds;", True),
        ("Notes the plan of 【all】 States;", "Notes the great plan of all States;", True),
        ("Notes the plan of [all] States;", "Notes the plan of [some] States;", False),
        ("Notes the plan of [all] States;", "Notes the great plan of [all] States;", False),
        ("Notes the plan of States;", "Notes the great plan of States;", False),
    ],
)
def test_brackets_beside_changed_words_are_told(old: str, new: str, told: bool) -> None:
    for one, two in ((old, new), (new, old)):
        change = only(f"1. {one}", f"1. {two}")
        assert change.weight == "substance"
        assert ("brackets" in change.reasons) == told


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ((f"1. {A};",), (f"1. {A};", "2. Decides to [meet] again;"), "inserted"),
        ((f"1. {A}, and {B[0].lower()}{B[1:]};",), (f"1. [{A}];", f"2. {B};"), "split"),
    ],
)
def test_brackets_of_what_is_new_gone_divided_or_joined(old: tuple[str, ...], new: tuple[str, ...], kind: str) -> None:
    back = {"inserted": "deleted", "split": "merged"}[kind]
    for one, two, called in ((old, new, kind), (new, old, back)):
        changes = [change for change in compare(draft(*one), draft(*two)).changes if change.kind == called]
        assert [(change.weight, "brackets" in change.reasons) for change in changes] == [("substance", True)]


def test_a_divided_paragraph_tells_of_its_notes_and_references() -> None:
    joined = f"2. {A}[^1], and {B[0].lower()}{B[1:]} under paragraph 1 above;"
    apart = f"2. {A}[^1];", f"3. {B} under paragraph 1 above;"
    notes = {1: "See A/80/1."}, {1: "See A/80/22."}
    old = draft(f"1. {C};", joined, notes=notes[0])
    split = next(one for one in compare(old, draft(f"1. {C};", *apart, notes=notes[1])).changes if one.kind == "split")
    assert split.reasons == ("notes",)
    other = draft("1. Decides to meet again in the year to come;", *apart, notes=notes[0])
    split = next(one for one in compare(old, other).changes if one.kind == "split")
    assert split.reasons == ("reference",)
    same = next(one for one in compare(old, draft(f"1. {C};", *apart, notes=notes[0])).changes if one.kind == "split")
    assert same.reasons == ()


_SIGNS = ("plan", "States", "[", "]", "rivers", "and", "the", "funds", "[the]", "all")
_WORDS = st.lists(st.sampled_from(_SIGNS), min_size=1, max_size=8)


@given(old=_WORDS, new=_WORDS)
def test_no_bracket_comes_or_goes_untold(old: list[str], new: list[str]) -> None:
    comparison = compare(draft(f"1. {A};", f"2. {' '.join(old)}"), draft(f"1. {A};", f"2. {' '.join(new)}"))
    for change in comparison.changes:
        sides = (comparison.old, change.old), (comparison.new, change.new)
        signs = [
            [sign for at in positions for _, sign in bracket_characters(one.paragraphs[at].text)]
            for one, positions in sides
        ]
        assert signs[0] == signs[1] or "brackets" in change.reasons
