"""Where in a merged text what both sides put in stands, among what is still there and what was deleted."""

from __future__ import annotations

import pytest

from models.draft import Draft, Kind, Paragraph, Run, canonical, labels
from models.merging import merge
from models.merging.order.at_one_place import in_turn
from tests.models.comparison.small_drafts import draft
from tests.models.merging.answered import resolve

OCEANS, TREATY, SAHEL = (
    "Welcomes the report on oceans",
    "Urges States to ratify the treaty",
    "Calls for aid to the Sahel",
)
GENEVA = "Decides to close the Geneva office"
SEABED, YEMEN = "Endorses a moratorium on seabed mining", "Demands an immediate ceasefire in Yemen"
BASE = (OCEANS, TREATY, SAHEL, GENEVA)
LIST = ("Allots to the following States:", "(a) Norway", "(b) Chile", "(c) Peru", GENEVA)

ROWS = [
    ("one replaces the second, one the third", BASE, (OCEANS, SEABED, SAHEL, GENEVA), (OCEANS, TREATY, YEMEN, GENEVA),
     (OCEANS, SEABED, YEMEN, GENEVA)),
    ("what follows a deleted one stays behind what replaced it", BASE, (OCEANS, SEABED, SAHEL, GENEVA),
     (OCEANS, TREATY, YEMEN, SAHEL, GENEVA), (OCEANS, SEABED, YEMEN, SAHEL, GENEVA)),
    ("what stands before a deleted one stays before", BASE, (OCEANS, YEMEN, SAHEL, GENEVA),
     (OCEANS, SEABED, TREATY, SAHEL, GENEVA), (OCEANS, SEABED, YEMEN, SAHEL, GENEVA)),
    ("a deleted one still parts two", BASE, (OCEANS, YEMEN, TREATY, GENEVA), (OCEANS, SEABED, GENEVA),
     (OCEANS, YEMEN, SEABED, GENEVA)),
    ("one item replaced on each side", LIST, ("(a) Zambia", *LIST[2:]), ("(a) Norway", "(b) Cuba", *LIST[3:]),
     (LIST[0], "(a) Zambia", "(b) Cuba", "(c) Peru", GENEVA)),
    ("an item before what replaced the paragraph before", (*LIST[:3], TREATY, GENEVA),
     (LIST[0], "(a) Norway", "(b) Cuba", TREATY, GENEVA), (LIST[0], "(a) Norway", "(b) Chile", SEABED, GENEVA),
     (LIST[0], "(a) Norway", "(b) Cuba", SEABED, GENEVA)),
    ("an item before what the other side put in place of another item", (*LIST[:3], GENEVA),
     (*LIST[:3], "(c) Cuba", GENEVA), (LIST[0], "(a) Norway", SEABED, GENEVA),
     (LIST[0], "(a) Norway", "(b) Cuba", SEABED, GENEVA)),
]  # fmt: skip


def lines(*texts: str) -> list[str]:
    """Each with its number and its mark at the end."""
    found, number = [], 0
    for at, text in enumerate(texts):
        end = "" if text.endswith(":") else "." if at == len(texts) - 1 else ";"
        if not text.startswith("("):
            number += 1
            text = f"{number}. {text}"
        found.append(text + end)
    return found


def full(texts: tuple[str, ...]) -> list[str]:
    return lines(*((LIST[0], *texts) if texts[0].startswith("(") else texts))


@pytest.mark.parametrize(("what", "base", "ours", "theirs", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_order(
    what: str, base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    one, two = draft(*full(ours)), draft(*full(theirs))
    for found in (merge(draft(*full(base)), one, two), merge(draft(*full(base)), two, one)):
        assert not found.conflicts
        assert canonical(found.draft) == canonical(draft(*full(expected)))


REPLACED = [
    ("an item", LIST, ("(a) Norway", "(b) Zambia", *LIST[3:]), ("(a) Norway", "(b) Cuba", *LIST[3:]), "OP1 (b)",
     ("Chile", "Zambia", "Cuba")),
    ("an operative paragraph", BASE, (OCEANS, SEABED, SAHEL, GENEVA), (OCEANS, YEMEN, SAHEL, GENEVA), "OP2",
     (TREATY, SEABED, YEMEN)),
]  # fmt: skip


@pytest.mark.parametrize(("what", "base", "ours", "theirs", "label", "asked"), REPLACED, ids=[r[0] for r in REPLACED])
def test_replaced_by_both(
    what: str,
    base: tuple[str, ...],
    ours: tuple[str, ...],
    theirs: tuple[str, ...],
    label: str,
    asked: tuple[str, str, str],
) -> None:
    three = [draft(*full(texts)) for texts in (base, ours, theirs)]
    found = merge(three[0], three[1], three[2])
    (conflict,) = found.conflicts
    assert (conflict.kind, conflict.label) == ("words", label)
    assert (conflict.base, conflict.ours, conflict.theirs) == asked
    for way, wanted in zip(("base", "ours", "theirs"), three, strict=True):
        settled = resolve(found, conflict, way).draft
        assert canonical(settled) == canonical(wanted)
        assert labels(settled) == labels(wanted)


def test_an_item_that_came_under_another_paragraph_is_asked_with_its_head() -> None:
    head, new = "Requests States:", "(a) To open the archives"
    base = draft(*full((OCEANS, TREATY, head, "(a) Norway", GENEVA)))
    ours = draft(*full((OCEANS, TREATY, head, new, "(b) Norway", GENEVA)))
    theirs = draft(*full((OCEANS, TREATY, "(a) Norway", GENEVA)))
    for found, way in ((merge(base, ours, theirs), "theirs"), (merge(base, theirs, ours), "ours")):
        (asked,) = found.conflicts
        assert (asked.kind, asked.deleted_by, asked.base) == ("deleted", way, head)
        assert not any("stands under" in one for one in found.told)
        assert resolve(found, asked, way).draft.paragraphs == theirs.paragraphs
        kept = resolve(found, asked, "theirs" if way == "ours" else "ours")
        assert kept.draft.paragraphs == ours.paragraphs
        assert not kept.open
    assert not any("stands under" in one for one in merge(base, ours, ours).told)


def test_two_put_in_place_of_one_both_stand() -> None:
    found = merge(
        draft(*full(BASE)),
        draft(*full((OCEANS, SEABED, SAHEL, GENEVA))),
        draft(*full((OCEANS, YEMEN, "Requests a report", SAHEL, GENEVA))),
    )
    assert not found.conflicts
    assert len(found.draft.paragraphs) == 6


ADDED = [
    (
        "two of one side and one of the other",
        (OCEANS, GENEVA),
        (OCEANS, TREATY, SAHEL, GENEVA),
        (OCEANS, YEMEN, GENEVA),
        (OCEANS, YEMEN, TREATY, SAHEL, GENEVA),
        ("OP2", "OP3"),
    ),
    (
        "what is last in the alphabet stays with what it came with",
        (OCEANS, GENEVA),
        (OCEANS, SAHEL, TREATY, GENEVA),
        (OCEANS, YEMEN, GENEVA),
        (OCEANS, SAHEL, TREATY, YEMEN, GENEVA),
        ("OP2", "OP4"),
    ),
]


@pytest.mark.parametrize(("what", "base", "ours", "theirs", "expected", "called"), ADDED, ids=[row[0] for row in ADDED])
def test_what_both_put_at_one_place_stays_together_and_is_told(
    what: str,
    base: tuple[str, ...],
    ours: tuple[str, ...],
    theirs: tuple[str, ...],
    expected: tuple[str, ...],
    called: tuple[str, str],
) -> None:
    for one, other in ((ours, theirs), (theirs, ours)):
        found = merge(draft(*lines(*base)), draft(*lines(*one)), draft(*lines(*other)))
        assert [paragraph.text[:-1] for paragraph in found.draft.paragraphs] == list(expected)
        assert found.told == (
            f"Both sides put in something between the same paragraphs, {called[0]} and {called[1]}: look at the order.",
        )


def sections(*parts: tuple[str, ...]) -> Draft:
    """A text of sections, each a heading and its operative paragraphs, counted through."""
    found, number = [Paragraph(Kind.ENACTING, (Run("The General Assembly,"),))], 0
    for heading, *texts in parts:
        found.append(Paragraph(Kind.SECTION, (Run(heading),)))
        for text in texts:
            number += 1
            found.append(Paragraph(Kind.OPERATIVE, (Run(text),), number=str(number)))
    return Draft(tuple(found))


@pytest.mark.parametrize("new", ["Affirms the role of women;", "Welcomes the role of women;"])
def test_a_new_paragraph_stays_in_its_section_before_a_section_that_the_other_side_put_in(new: str) -> None:
    base = sections(("Monitoring", OCEANS, TREATY), ("Finance", SAHEL, GENEVA))
    ours = sections(("Monitoring", OCEANS, TREATY, YEMEN), ("Finance", SAHEL, GENEVA))
    theirs = sections(("Monitoring", OCEANS, TREATY), ("Capacity", new), ("Finance", SAHEL, GENEVA))
    expected = ["The General Assembly,", "Monitoring", OCEANS, TREATY, YEMEN, "Capacity", new, "Finance", SAHEL, GENEVA]
    for one, other in ((ours, theirs), (theirs, ours)):
        assert [paragraph.text for paragraph in merge(base, one, other).draft.paragraphs] == expected


def test_a_number_that_all_three_print_is_not_lost_where_a_paragraph_is_alone_in_its_section() -> None:
    base = sections(("Monitoring", OCEANS), ("Finance", SAHEL, GENEVA))
    ours = sections(("Monitoring", OCEANS, TREATY), ("Finance", SAHEL, GENEVA))
    theirs = sections(("Capacity", YEMEN), ("Monitoring", OCEANS), ("Finance", SAHEL, GENEVA))
    swapped = sections(("Monitoring", OCEANS), ("Capacity", TREATY), ("Finance", SAHEL, GENEVA))
    for one, other in ((ours, theirs), (theirs, ours), (ours, swapped), (swapped, ours)):
        for paragraph in merge(base, one, other).draft.paragraphs:
            assert (paragraph.number is None) == (paragraph.kind is not Kind.OPERATIVE)


ALSO = [
    ("two that say also", (OCEANS, TREATY, GENEVA), (OCEANS, TREATY, "Also urges States to pay", GENEVA),
     (OCEANS, TREATY, "Also urges banks to lend more to the poor", GENEVA),
     "OP4 opens with “Also urges”, and what stands before it now does not lead up to that."),
    ("further without also", (OCEANS, TREATY, "Also urges States to pay", GENEVA), (OCEANS, TREATY, GENEVA),
     (OCEANS, TREATY, "Also urges States to pay", "Further urges banks to lend", GENEVA),
     "OP3 opens with “Further urges”, and what stands before it now does not lead up to that."),
    ("two that open alike", (OCEANS, GENEVA), (OCEANS, "Urges banks to lend more to the poor", GENEVA),
     (OCEANS, TREATY, GENEVA), "OP3 opens as OP2 does: look whether it is to say “also”."),
]  # fmt: skip


@pytest.mark.parametrize(("what", "base", "ours", "theirs", "told"), ALSO, ids=[row[0] for row in ALSO])
def test_an_opening_that_does_not_fit_what_stands_before_it_now_is_told(
    what: str, base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...], told: str
) -> None:
    first, second, third = (draft(*lines(*one)) for one in (base, ours, theirs))
    found = merge(first, second, third)
    assert told in found.told
    assert found.told == merge(first, third, second).told
    assert not any("opens" in one for one in merge(first, third, third).told)


def test_what_is_new_under_a_heading_that_the_other_side_deleted_is_asked() -> None:
    def numbered(*parts: tuple[str, str, tuple[str, ...]]) -> Draft:
        found = [Paragraph(Kind.ENACTING, (Run("The General Assembly,"),))]
        at = 0
        for number, heading, texts in parts:
            found += [Paragraph(Kind.SECTION, (), number=number), Paragraph(Kind.HEADING, (Run(heading),))]
            for one in texts:
                at += 1
                found.append(Paragraph(Kind.OPERATIVE, (Run(f"{one};"),), number=str(at)))
        return Draft(tuple(found))

    base = numbered(("I", "Rivers", (TREATY, SAHEL)), ("II", "Oceans", (OCEANS, GENEVA)))
    ours = numbered(("I", "Rivers", (TREATY, SAHEL, OCEANS, GENEVA)))
    theirs = numbered(("I", "Rivers", (TREATY, SAHEL)), ("II", "Oceans", (OCEANS, SEABED, GENEVA)))
    for found, by in ((merge(base, ours, theirs), "ours"), (merge(base, theirs, ours), "theirs")):
        (asked,) = found.conflicts
        assert (asked.kind, asked.deleted_by, asked.base, asked.label) == ("deleted", by, "", "I.OP4")
        assert {asked.ours, asked.theirs} == {"", f"{SEABED};"}
        assert canonical(resolve(found, asked, by).draft) == canonical(ours)
        assert not resolve(found, asked, by).open


def test_what_a_side_put_behind_what_it_moved_goes_with_it() -> None:
    first, second, stayed, both, new, newer = range(6)
    rank = {first: 0, second: 1, stayed: 2, both: 3}
    for left, its, order in (
        ([stayed], [first, new, second, newer, both], [first, new, second, newer, stayed, both]),
        ([stayed], [new, both], [stayed, new, both]),
        ([both], [new, stayed], [new, stayed, both]),
    ):
        assert in_turn(left, its, rank, {}, ()) == order


def test_what_comes_first_stands_behind_the_items_of_what_stayed_unless_it_is_one() -> None:
    stayed, item, new = range(3)
    rank, under = {stayed: 0, item: 1}, {stayed: [item]}
    assert in_turn([stayed], [new, item], rank, under, [item]) == [stayed, item, new]
    assert in_turn([stayed], [new, item], rank, under, [item, new]) == [stayed, new, item]


def test_of_a_new_paragraph_in_the_place_of_one_that_the_other_side_changed_it_is_told_where_it_stands() -> None:
    floods, rivers = (
        "1. Urges States to share all data on floods in time;",
        "1. Stresses the role of women in wetlands;",
    )
    base, new, changed = (
        draft(line, "2. Decides to meet.") for line in (floods, rivers, floods.replace("all", "all new"))
    )
    for found in (merge(base, new, changed), merge(base, changed, new)):
        assert [asked.kind for asked in found.conflicts] == ["deleted"]
        old, put = (
            next(f"OP{at}" for at, one in enumerate(found.draft.paragraphs, 1) if word in one.text)
            for word in ("floods", "women")
        )
        said = f"One side put in {put} where the other has {old}: look at the order, and whether both are meant."
        assert found.told == (said,)
