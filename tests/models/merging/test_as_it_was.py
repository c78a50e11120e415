"""Answered “as it was”, what is asked stands word by word as in the base, and where the base has it."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from models.draft import Draft, Kind
from models.merging import merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.answered import resolve
from tests.models.merging.random_texts import Line, Words, text

ABOUT = ("rivers", "lakes", "ponds", "springs", "glaciers", "aquifers")


@pytest.mark.parametrize("to", range(2, len(ABOUT)))
def test_a_paragraph_that_one_side_deleted_and_the_other_moved_goes_back(to: int) -> None:
    lines = [f"Asks all States to speak of {one} and of all that {one} mean for them" for one in ABOUT]
    moved = [*lines[1 : to + 1], lines[0], *lines[to + 1 :]]
    base, ours, theirs = (draft(*(f"{n}. {one};" for n, one in enumerate(its, 1))) for its in (lines, lines[1:], moved))
    for one, two in ((ours, theirs), (theirs, ours)):
        found = merge(base, one, two)
        (asked,) = found.conflicts
        assert resolve(found, asked, "base").draft == base
        for way, side in (("ours", one), ("theirs", two)):
            assert [p.text for p in resolve(found, asked, way).draft.paragraphs] == [p.text for p in side.paragraphs]


def test_an_item_whose_list_the_other_side_struck_is_told_of_where_it_stands_under_another() -> None:
    rivers, lakes, ponds, springs, *_ = (f"Asks all States to speak of {one} and what {one} mean" for one in ABOUT)
    base = draft(f"1. {rivers};", f"2. {lakes}:", f"(a) {ponds};", f"(b) {springs};")
    one = draft(f"1. {rivers};", f"2. {lakes}:", f"(a) {ponds};", f"3. {springs};")
    two = draft(f"1. {rivers};")
    for found in (merge(base, one, two), merge(base, two, one)):
        (asked,) = found.conflicts
        was = resolve(found, asked, "base")
        assert [(p.kind, p.number) for p in was.draft.paragraphs[1:]] == [(Kind.SUBPARAGRAPH, "(a)")]
        assert "OP1 (a) stands under OP1 now, where neither text has it: look where it belongs." in was.told


def test_items_that_go_back_under_what_moved_take_along_no_paragraph_behind_them() -> None:
    rivers, lakes, ponds, springs, glaciers, seas = (
        f"Asks all States to speak of {one} and what {one} mean for them" for one in ABOUT
    )
    items = [f"(a) {ponds};", f"(b) {springs};"]
    base = draft(f"1. {rivers};", f"2. {lakes}:", *items, f"3. {glaciers};", f"4. {seas};")
    one = draft(f"1. {rivers};", f"2. {lakes}:", f"3. {seas};")
    anew = glaciers.replace("speak", "write"), [items[0], items[1].replace("speak", "write")]
    two = draft(f"1. {rivers};", f"2. {anew[0]};", f"3. {seas};", f"4. {lakes}:", *anew[1])
    for found in (merge(base, one, two), merge(base, two, one)):
        assert {asked.kind for asked in found.conflicts} == {"deleted"}
        for asked in found.conflicts:
            found = resolve(found, asked, "base")
        assert [p.text[:-1] for p in found.draft.paragraphs] == [rivers, glaciers, seas, lakes, ponds, springs]


def in_sections(*sections: tuple[str, ...]) -> Draft:
    """A text of sections, each a heading, if any, and its paragraphs, counted through."""
    count, said = iter(range(1, 99)), "Asks all States to speak of {0} and what {0} mean"
    lines = [line for one in sections for line in one]
    its = (f"§ {one}" if one.istitle() else f"{next(count)}. {said.format(one)};" for one in lines)
    return draft("PP Recalling its resolution on all waters,", *its)


@pytest.mark.parametrize("to", [0, 2])
@pytest.mark.parametrize(
    "struck",
    [
        [("Plans", "rivers", "lakes", "ponds", "springs", "glaciers"), ("Other", "aquifers", "wells", "deltas")],
        [("Plans", "rivers", "lakes", "ponds"), ("Money", "springs"), ("Other", "aquifers", "wells", "deltas")],
        [("Plans", "rivers", "lakes", "ponds"), ("Money", "glaciers"), ("Other", "aquifers", "wells", "deltas")],
    ],
)
def test_what_one_side_struck_of_a_section_that_moved_whole_comes_back_in_that(
    struck: list[tuple[str, ...]], to: int
) -> None:
    plans, money, other = (
        ("Plans", "rivers", "lakes", "ponds"),
        ("Money", "springs", "glaciers"),
        ("Other", "aquifers", "wells", "deltas"),
    )
    sections = [plans, other]
    sections.insert(to, money)
    base, one, two = (in_sections(*its) for its in ((plans, money, other), sections, struck))
    for found in (merge(base, one, two), merge(base, two, one)):
        (asked,) = found.conflicts
        was = resolve(found, asked, "base")
        assert [p.text[:-1] for p in was.draft.paragraphs] == [p.text[:-1] for p in one.paragraphs]  # last marks follow
        assert not [one for one in was.told if "look where" in one]


def test_what_comes_back_as_it_was_is_not_told_to_stand_there() -> None:
    plans, other = ("Plans", "rivers", "lakes", "ponds"), ("Other", "aquifers", "wells", "deltas")
    base = in_sections(plans, ("Money", "springs", "glaciers"), other)
    one = in_sections(("Plans", "glaciers", *plans[1:]), ("Money", "springs"), other)
    two = in_sections(plans, ("Money", "springs"), other)
    for found in (merge(base, one, two), merge(base, two, one)):
        (asked,) = found.conflicts
        was = resolve(found, asked, "base")
        assert was.draft == base
        assert not [one for one in was.told if "look where" in one]


@pytest.mark.parametrize("to", [2, 3, 5])
def test_a_heading_that_one_side_moved_alone_and_the_other_struck_goes_back(to: int) -> None:
    plans, money, other = ["Plans", "rivers", "lakes", "ponds"], ["springs", "glaciers"], ("Other", "aquifers", "wells")
    lines = [*plans, *money]
    base = in_sections((*plans, "Money", *money), other)
    one = in_sections((*lines[:to], "Money", *lines[to:]), other)
    two = in_sections((*lines,), other)
    for found in (merge(base, one, two), merge(base, two, one)):
        (asked,) = found.conflicts
        was = resolve(found, asked, "base")
        assert was.draft == base
        assert not [one for one in was.told if "look where" in one]


def test_what_comes_back_of_a_section_that_was_struck_is_told_where_it_stands_under_another_heading() -> None:
    plans, money, other = ("Plans", "rivers", "lakes"), ("Money", "springs", "glaciers"), ("Other", "wells", "deltas")
    base, struck = in_sections(plans, money, other), in_sections(plans, other)
    moved_out = in_sections((*plans, "glaciers"), money[:-1], other)
    for found in (merge(base, struck, moved_out), merge(base, moved_out, struck)):
        (asked,) = found.conflicts
        assert [one for one in resolve(found, asked, "base").told if "look where" in one] == [
            "OP3 stands under “Plans” now, and in one text under another heading: look where it belongs."
        ]


def test_a_section_that_came_between_does_not_take_in_what_comes_back() -> None:
    plans, money = ("Plans", "springs", "wells", "deltas"), ("Money", "glaciers")
    base = in_sections(("rivers", "lakes", "ponds"), plans, money)
    one = in_sections(("rivers", "lakes"), (*money, "ponds"), plans)
    two = in_sections(("rivers", "lakes"), plans, money)
    for found in (merge(base, one, two), merge(base, two, one)):
        (asked,) = found.conflicts
        lines = [p.text for p in resolve(found, asked, "base").draft.paragraphs]
        assert [" ponds " in lines[3], lines[4]] == [True, "Money"]


def moved(chance: Random, lines: list[Line]) -> list[Line]:
    """The lines, a paragraph with its items being at another place."""
    heads = [at for at, one in enumerate(lines) if one.kind == "O"] + [len(lines)]
    at = chance.randrange(len(heads) - 1)
    taken, rest = lines[heads[at] : heads[at + 1]], [*lines[: heads[at]], *lines[heads[at + 1] :]]
    stops = [number for number, one in enumerate(rest) if one.kind == "O"] + [len(rest)]
    stop = chance.choice(stops)
    return [*rest[:stop], *taken, *rest[stop:]]


@given(st.integers(0, 10**9).map(Random))
@settings(max_examples=80, derandomize=True)
def test_where_all_that_is_deleted_is_answered_so_it_stands_among_the_rest_as_in_the_base(chance: Random) -> None:
    words = Words(chance)
    base = [Line("P", words.some(9))]
    for _ in range(chance.randint(5, 9)):
        base.append(Line("O", words.some(chance.randint(6, 14))))
        base += [Line("S", words.some(7)) for _ in range(chance.choice((0, 0, 2, 3)))]
    start = chance.randrange(1, len(base))
    ours = [*base[:start], *base[start + chance.randint(1, 3) :]]
    theirs = moved(chance, [Line(one.kind, [*one.words]) for one in base])
    for one in chance.sample(theirs, 2):
        one.words[2:3] = words.some(1)
    found = merge(text(base), text(ours), text(theirs))
    assume(all(asked.kind == "deleted" for asked in found.conflicts))  # of others several paragraphs are one question
    for asked in found.conflicts:
        found = resolve(found, asked, "base")
    lines = {one.text[:-1]: at for at, one in enumerate(text(base).paragraphs) if not one.level}  # items go along
    stand = [(row, lines.get(found.draft.paragraphs[at].text[:-1])) for row in found.rows for at in row.merged]
    known = [at for row, at in stand if at is not None and (row.conflicts or not row.moved)]
    assert known == sorted(known)
