"""Paragraphs that one side divided or joined while the other moved them or made them something else."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import pytest

from models.draft import Draft, labels
from models.merging import Choice, Merge, merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.answered import resolve

TITLE = "PP Recalling its resolution on the harvest of seaweed,"
FIRST = "Encourages all coastal States to keep records of the seaweed that is gathered on their shores;"
LONG = (
    "Requests the Secretary-General to name a focal point for the harvest of seaweed, and calls upon the regional "
    "commissions to lend their experts to the small islands;"
)
HALVES = (
    "Requests the Secretary-General to name a focal point for the harvest of seaweed;",
    "Calls upon the regional commissions to lend their experts to the small islands;",
)
DONORS = "Invites donors to contribute generously to the fund for drying houses and boats;"
LAST = "Welcomes the adoption of the code of conduct for divers by the conference held in the spring;"


def text(*operative: str, preamble: str = "") -> Draft:
    numbered = [f"{number}. {one}" for number, one in enumerate(operative, 1)]
    return draft(TITLE, *([f"PP {preamble}"] if preamble else []), *numbered)


def lines(found: Draft) -> list[str]:
    return [f"{name} {one.text}" for name, one in zip(labels(found), found.paragraphs, strict=True)]


BASE = text(FIRST, LONG, DONORS, LAST)


def test_made_preambular_here_and_divided_there() -> None:
    ours = text(FIRST, DONORS, LAST, preamble=LONG.replace("Requests", "Requesting").replace(";", ","))
    theirs = text(FIRST, *HALVES, DONORS, LAST)
    found = merge(BASE, ours, theirs)
    (conflict,) = found.conflicts
    assert (conflict.kind, conflict.label) == ("shape", "OP2")
    assert conflict.theirs == "\n".join(HALVES)
    assert lines(resolve(found, conflict, "ours").draft) == lines(ours)
    assert lines(resolve(found, conflict, "theirs").draft) == lines(theirs)
    assert lines(resolve(found, conflict, "base").draft) == lines(BASE)
    written = resolve(found, conflict, Choice("written", "Requests a focal point;")).draft
    assert lines(written)[2] == "OP2 Requests a focal point;"
    turned = merge(BASE, theirs, ours)
    assert lines(resolve(turned, turned.conflicts[0], "theirs").draft) == lines(ours)


def test_both_forms_of_a_division_stand_one_after_the_other_each_in_brackets_of_its_own() -> None:
    lent = LONG.replace("experts", "best experts")
    theirs = text(FIRST, *HALVES, DONORS, LAST)
    ours = text(FIRST, DONORS, LAST, preamble=lent.replace("Requests", "Requesting").replace(";", ","))
    found = merge(BASE, ours, theirs)
    (conflict,) = found.conflicts
    both = resolve(found, conflict, "both")
    assert lines(both.draft)[2:5] == [
        f"OP2 [{lent.replace('Requests', 'Requesting').replace(';', ',')}]",
        f"OP3 [{HALVES[0]}",
        f"OP4 {HALVES[1]}]",
    ]
    assert not any("bracket" in one for one in both.told)


def test_made_preambular_here_and_moved_to_the_end_there() -> None:
    ours = text(FIRST, DONORS, LAST, preamble=LONG.replace("Requests", "Requesting").replace(";", ","))
    found = merge(BASE, ours, text(FIRST, DONORS, LAST, LONG))
    (conflict,) = found.conflicts
    assert conflict.kind == "shape"
    assert lines(resolve(found, conflict, "ours").draft) == lines(ours)
    assert lines(resolve(found, conflict, "theirs").draft) == lines(text(FIRST, DONORS, LAST, LONG))


def test_halves_go_where_the_other_side_moved_the_whole() -> None:
    moved = text(FIRST, DONORS, LAST, LONG)
    for found in (merge(BASE, moved, text(FIRST, *HALVES, DONORS, LAST)),
                  merge(BASE, text(FIRST, *HALVES, DONORS, LAST), moved)):  # fmt: skip
        assert not found.conflicts
        assert [one.text for one in found.draft.paragraphs[1:]] == [FIRST, DONORS, LAST, *HALVES]
        assert [row.merged for row in found.rows if len(row.merged) > 1] == [(4, 5)]


def test_joined_here_and_one_of_them_moved_away_there() -> None:
    base = text(*HALVES, FIRST, DONORS, LAST)
    joined = text(LONG, FIRST, DONORS, LAST)
    apart = text(HALVES[1], FIRST, DONORS, LAST, HALVES[0])
    found = merge(base, joined, apart)
    assert [conflict.kind for conflict in found.conflicts] == ["shape"]


LIST = ("(a) Keeping records of what is gathered on the shore;", "(b) Lending boats to the smallest of the islands;",
        "(c) Building houses in which the harvest is dried;")  # fmt: skip
NEW = "Teaching the young how to dive safely;"
REMAINS = "2. Decides to remain seized of the matter."


def listed(*items: str) -> Draft:
    return draft(TITLE, "1. Encourages coastal States to act by:", *items, REMAINS)


def flat() -> Draft:
    words = ", ".join(item[4].lower() + item[5:-1] for item in LIST)
    return draft(TITLE, f"1. Encourages coastal States to act by {words};", REMAINS)


def test_a_list_made_one_paragraph_here_and_longer_there() -> None:
    longer = listed(*LIST[:2], f"(c) {NEW}", LIST[2].replace("(c)", "(d)"))
    for found in (merge(listed(*LIST), flat(), longer), merge(listed(*LIST), longer, flat())):
        (conflict,) = found.conflicts
        assert conflict.kind == "shape"
        for way in ("ours", "theirs"):
            wanted = found.ours.new if way == "ours" else found.theirs.new
            assert lines(resolve(found, conflict, way).draft) == lines(wanted)


def test_a_list_deleted_here_and_longer_there() -> None:
    def deleted() -> Draft:
        return draft(TITLE, "1. Encourages coastal States to act;", REMAINS)

    found: Merge = merge(listed(*LIST), deleted(), listed(*LIST, f"(d) {NEW}"))
    (conflict,) = found.conflicts
    assert (conflict.kind, conflict.deleted_by, conflict.base, conflict.theirs) == ("deleted", "ours", "", NEW)
    assert "base" not in conflict.choices
    assert any(line.text.startswith("[ours: nothing | theirs: ") for line in found.draft.paragraphs)  # it never had it
    assert lines(resolve(found, conflict, "ours").draft) == lines(deleted())
    assert not merge(listed(*LIST), listed(*LIST[:2]), listed(*LIST, f"(d) {NEW}")).conflicts


def test_a_head_is_in_doubt_with_its_items() -> None:
    base = draft(TITLE, "1. Encourages coastal States to act by:", *LIST, REMAINS)
    without = draft(TITLE, REMAINS.replace("2.", "1."))
    found = merge(base, without, listed(LIST[0], LIST[1].replace("boats", "boats and nets"), LIST[2]))
    assert [(one.kind, one.label) for one in found.conflicts] == [("deleted", "OP1"), ("deleted", "OP1 (a)")]
    for one in found.conflicts:
        found = resolve(found, one, "theirs")
    assert [one.text for one in found.draft.paragraphs[1:3]] == [
        "Encourages coastal States to act by:",
        "Lending boats and nets to the smallest of the islands;",
    ]


PARTS = ("Requests coastal States to keep records of what is gathered on the shore;",
         "Requests coastal States to lend boats to the smallest of the islands;")  # fmt: skip


def test_a_list_made_several_paragraphs_here_and_longer_there() -> None:
    items = "(a) To keep records of what is gathered on the shore;", "(b) To lend boats to the smallest of the islands;"
    base = draft(TITLE, "1. Requests coastal States:", *items, REMAINS)
    apart = draft(TITLE, f"1. {PARTS[0]}", f"2. {PARTS[1]}", REMAINS.replace("2.", "3."))
    longer = draft(TITLE, "1. Requests coastal States:", *items, f"(c) {NEW}", REMAINS)
    for found in (merge(base, apart, longer), merge(base, longer, apart)):
        (conflict,) = found.conflicts
        assert conflict.kind == "shape"
        assert conflict.base == "\n".join(["Requests coastal States:", *(item[4:] for item in items)])
        for way in ("base", "ours", "theirs"):
            wanted = {"base": base, "ours": found.ours.new, "theirs": found.theirs.new}[way]
            assert lines(resolve(found, conflict, way).draft) == lines(wanted)


def test_an_item_before_one_that_is_an_item_no_more() -> None:
    base = draft(TITLE, "1. Encourages coastal States to act by:", *LIST, REMAINS)
    out = draft(TITLE, "1. Encourages coastal States to act by:", *LIST[:2], f"2. {LIST[2][4:]}", "3." + REMAINS[2:])
    new = draft(TITLE, "1. Encourages coastal States to act by:", LIST[0], f"(b) {NEW}",
                LIST[1].replace("(b)", "(c)"), LIST[2].replace("(c)", "(d)"), REMAINS)  # fmt: skip
    for found in (merge(base, out, new), merge(base, new, out)):
        assert not found.conflicts
        assert lines(found.draft)[2:6] == [
            f"OP1 (a) {LIST[0][4:]}", f"OP1 (b) {NEW}", f"OP1 (c) {LIST[1][4:]}", f"OP2 {LIST[2][4:]}",
        ]  # fmt: skip


def test_where_a_paragraph_stands_is_asked_with_its_form_alone() -> None:
    base = draft(TITLE, "§ Plans", f"1. {FIRST}", f"2. {LONG}", f"3. {DONORS}", "§ Other", f"4. {LAST}")
    one = draft(TITLE, "§ Plans", f"1. {DONORS}", f"2. {FIRST}", f"3. {LONG}", "§ Other", f"4. {LAST}")
    early = f"PP {DONORS.replace('Invites', 'Inviting').replace(';', ',')}"
    two = draft(TITLE, early, "§ Plans", f"1. {FIRST}", f"2. {LONG}", "§ Other", f"3. {LAST}")
    for found, ways in ((merge(base, one, two), ("ours", "theirs")), (merge(base, two, one), ("theirs", "ours"))):
        (asked,) = found.conflicts
        assert asked.kind == "shape"
        assert not found.told
        for way, side in zip(ways, (one, two), strict=True):
            answered = resolve(found, asked, way)
            assert lines(answered.draft) == lines(side)
            assert not answered.told


@pytest.mark.parametrize("moved", [(1, 2, 0), (1, 0, 2)])
def test_an_item_made_a_paragraph_goes_with_the_list_that_moved(moved: tuple[int, ...]) -> None:
    items = ("(a) To map the beds of seaweed;", "(b) To share their records;", "(c) To train divers;")
    head = "Invites the regional commissions:"
    rest = ([[head, *items]], [[DONORS]], [[LAST]])
    apart = [head, *items[:2]], [items[2].removeprefix("(c) ")]
    base = _listed([FIRST], *chain.from_iterable(rest))
    ours = _listed([FIRST], *chain.from_iterable(rest[at] for at in moved))
    theirs = _listed([FIRST], *apart, [DONORS], [LAST])
    wanted = _listed([FIRST], *chain.from_iterable(rest[at] if at else apart for at in moved))
    for found in merge(base, ours, theirs), merge(base, theirs, ours):
        assert not found.conflicts
        assert lines(found.draft) == lines(wanted)


def test_an_item_made_a_paragraph_of_a_list_made_preambular_is_asked() -> None:
    items = ("(a) To map the beds of seaweed;", "(b) To share their records;", "(c) To train divers;")
    base = _listed([FIRST], ["Invites the regional commissions:", *items], [LAST])
    ours = draft(TITLE, "PP Inviting the regional commissions:", *items, f"1. {FIRST}", f"2. {LAST}")
    theirs = _listed([FIRST], ["Invites the regional commissions:", *items[:2]], [items[2][4:]], [LAST])
    assert "shape" in [one.kind for one in merge(base, ours, theirs).conflicts]


def _listed(*paragraphs: Sequence[str]) -> Draft:
    """A text of operative paragraphs, each with its items."""
    numbered = ((f"{number}. {one[0]}", *one[1:]) for number, one in enumerate(paragraphs, 1))
    return draft(TITLE, *chain.from_iterable(numbered))
