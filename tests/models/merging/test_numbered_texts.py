"""Paragraphs of a report, mere texts with a number of one count, are counted anew in a merge."""

from __future__ import annotations

import pytest

from models.draft import Draft, Kind, Paragraph, Run
from models.merging import merge
from tests.models.merging.answered import resolve

SAID = [
    "The secretariat opened the session.",
    "Delegations welcomed the report on rivers.",
    "Wells were dug in nine villages.",
    "The meeting rose in the evening.",
]
OURS = "Two observers spoke of floods in the delta."
THEIRS = "A fund for gauges was set up by donors."


EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def report(*texts: str, first: int = 1, form: str = "{}", figures: dict[int, int] | None = None) -> Draft:
    numbered = ((form.format(at).translate(figures or {}), text) for at, text in enumerate(texts, first))
    return Draft(tuple(Paragraph(Kind.TEXT, (Run(text),), number=number) for number, text in numbered))


@pytest.mark.parametrize("form", ["{}", "{}.", "({})"])
@pytest.mark.parametrize("first", [1, 27])
@pytest.mark.parametrize("figures", [{}, EASTERN], ids=["western", "eastern"])
def test_what_both_put_in_is_counted(figures: dict[int, int], first: int, form: str) -> None:
    base, ours, theirs, both = (
        report(*texts, first=first, form=form, figures=figures)
        for texts in (
            SAID,
            [SAID[0], OURS, *SAID[1:]],
            [*SAID[:3], THEIRS, SAID[3]],
            [SAID[0], OURS, *SAID[1:3], THEIRS, SAID[3]],
        )
    )
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert not found.conflicts
        assert found.draft == both
        assert not any("number" in line for line in found.told)


def test_a_list_that_begins_again_does_so() -> None:
    base, ours, theirs = (
        Draft((*report(*first).paragraphs, Paragraph(Kind.HEADING, (Run("Annex"),)), *report(*second).paragraphs))
        for first, second in ((SAID[:2], SAID[2:]), ((*SAID[:2], OURS), SAID[2:]), (SAID[:2], (*SAID[2:], THEIRS)))
    )
    assert [one.number for one in merge(base, ours, theirs).draft.paragraphs] == ["1", "2", "3", None, "1", "2", "3"]


def test_numbers_that_a_side_left_as_they_were_typed_stay() -> None:
    base = report(*SAID)
    ours = Draft((base.paragraphs[0], *base.paragraphs[2:]))
    for found in (merge(base, ours, base), merge(base, base, ours), merge(base, ours, ours)):
        assert found.draft == ours


def in_two_parts(first: list[str], second: list[str]) -> Draft:
    parts = (*report(*first).paragraphs, Paragraph(Kind.HEADING, (Run("Annex"),)), *report(*second).paragraphs)
    return Draft((Paragraph(Kind.HEADING, (Run("Report"),)), *parts))


@pytest.mark.parametrize(
    ("ours", "theirs", "numbers"),
    [
        (([], SAID[2:]), ([SAID[0], THEIRS, SAID[1]], SAID[2:]), [None, "1", None, "1", "2"]),
        ((SAID[:2], SAID[3:]), (SAID[:2], [THEIRS, *SAID[2:]]), [None, "1", "2", None, "1", "2"]),
        ((SAID[:2], [OURS, *SAID[2:]]), (SAID[:2], [THEIRS, *SAID[2:]]), [None, "1", "2", None, "1", "2", "3", "4"]),
    ],
    ids=["a part was deleted", "its first was deleted", "both put one first"],
)
def test_a_list_begins_again_once_whatever_else_goes_or_comes(
    ours: tuple[list[str], list[str]], theirs: tuple[list[str], list[str]], numbers: list[str | None]
) -> None:
    base, one, two = in_two_parts(SAID[:2], SAID[2:]), in_two_parts(*ours), in_two_parts(*theirs)
    for found in (merge(base, one, two), merge(base, two, one)):
        assert not found.conflicts
        assert [paragraph.number for paragraph in found.draft.paragraphs] == numbers


def test_a_list_whose_first_is_gone_begins_as_it_did() -> None:
    base, ours = report(*SAID, first=27), report(*SAID[1:], first=27)
    theirs = report(SAID[0], THEIRS, *SAID[1:], first=27)
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert not found.conflicts
        assert found.draft == report(THEIRS, *SAID[1:], first=27)


def test_a_list_that_a_side_begins_with_another_number_begins_so() -> None:
    base, ours = report(*SAID, first=27), report(SAID[0], OURS, *SAID[1:])
    assert merge(base, ours, base).draft == merge(base, base, ours).draft == ours


def test_numbers_that_somebody_typed_twice_stay() -> None:
    twice = Draft(tuple(Paragraph(Kind.TEXT, (Run(text),), number="1.") for text in SAID))
    ours = Draft((*twice.paragraphs[:2], *report(OURS, form="{}.").paragraphs, *twice.paragraphs[2:]))
    assert merge(twice, ours, twice).draft == ours


@pytest.mark.parametrize(
    ("ours", "theirs", "numbers"),
    [
        (([SAID[0]], SAID[3:]), (SAID[:2], [SAID[2].replace("nine", "six"), SAID[3]]), [None, "1", None, "1"]),
        ((SAID[:2], SAID[3:]), (SAID[:2], [SAID[2], THEIRS, SAID[3]]), [None, "1", "2", None, "1", "2"]),
        ((SAID[:2], [SAID[3], OURS]), (SAID[:2], [SAID[2], THEIRS, SAID[3]]), [None, "1", "2", None, "1", "2", "3"]),
    ],
    ids=["reworded", "one put in", "each put one in"],
)
def test_a_section_whose_first_is_deleted_begins_with_its_own_number(
    ours: tuple[list[str], list[str]], theirs: tuple[list[str], list[str]], numbers: list[str | None]
) -> None:
    base, one, two = in_two_parts(SAID[:2], SAID[2:]), in_two_parts(*ours), in_two_parts(*theirs)
    for way in ("ours", "theirs"):
        for found in (merge(base, one, two), merge(base, two, one)):
            for conflict in found.open:  # the text that one side deleted and the other reworded
                found = resolve(found, conflict, way)
            counted = [paragraph.number for paragraph in found.draft.paragraphs]
            assert counted[: len(numbers)] == numbers
            assert counted[len(numbers) :] in ([], ["2"])


def with_items(*lists: tuple[str, list[str]]) -> Draft:
    found: list[Paragraph] = []
    for number, (text, items) in enumerate(lists, 1):
        found += report(text, first=number).paragraphs
        found += (Paragraph(Kind.TEXT, (Run(item),), 1, f"({'abcd'[at]})") for at, item in enumerate(items))
    return Draft(tuple(found))


def test_items_of_each_text_are_counted_apart() -> None:
    items = ["gauges;", "wells;"]
    base, ours, theirs, both = (
        with_items((SAID[0], first), (SAID[1], []), (SAID[2], third))
        for first, third in (
            (items, ["boats;", "nets;"]),
            (["floods;", *items], ["boats;", "nets;"]),
            (items[1:], ["lamps;", "nets;"]),
            (["floods;", *items[1:]], ["lamps;", "nets;"]),
        )
    )
    assert merge(base, ours, theirs).draft == merge(base, theirs, ours).draft == both


def test_items_that_each_side_puts_under_a_text_are_counted_apart() -> None:
    base, ours, theirs, both = (
        with_items((SAID[0], first), (SAID[1], second))
        for first, second in (
            ([], []),
            (["gauges;", "wells;"], []),
            ([], ["boats;"]),
            (["gauges;", "wells;"], ["boats;"]),
        )
    )
    assert merge(base, ours, theirs).draft == merge(base, theirs, ours).draft == both


def test_with_which_number_a_report_is_to_begin_is_asked_where_the_sides_say_otherwise() -> None:
    found = merge(report(*SAID, first=27), report(*SAID, first=30), report(*SAID, first=40))
    assert [(one.kind, one.ours, one.theirs) for one in found.conflicts] == [("number", "number 30", "number 40")]
    assert resolve(found, found.conflicts[0], "theirs").draft == report(*SAID, first=40)


def test_no_list_begins_under_what_a_side_made_an_item_of_it() -> None:
    def texts(*said: tuple[str, str]) -> Draft:
        return Draft(tuple(Paragraph(Kind.TEXT, (Run(text),), int("(" in number), number) for number, text in said))

    one, two, *items = *SAID[:2], OURS, THEIRS
    base = texts(("1.", one), ("(a)", items[0]), ("(b)", SAID[2]), ("2.", two), ("(a)", items[1]), ("(b)", SAID[3]))
    ours = texts(("1.", two), ("(a)", one), ("(b)", items[1]), ("(c)", SAID[3]))
    for found in (merge(base, ours, base), merge(base, base, ours)):
        assert found.draft == ours
