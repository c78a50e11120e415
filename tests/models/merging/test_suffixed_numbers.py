"""Numbers with a suffix in a merge, "5 bis": they follow what they stand behind, and none of a part is given twice."""

from __future__ import annotations

import pytest

from models.draft import Draft, Kind
from models.files.read import read_text
from models.merging import merge
from tests.models.merging.answered import resolve

SAYS = (
    "Urges donors to give",
    "Invites banks to lend",
    "Notes the rise of debt",
    "Welcomes the fleet",
    "Requests a report",
)
PUT_IN = {
    "bis": "Stresses peace",
    "ter": "Recalls the great fire of London",
    "alt": "Affirms the law of the sea",
}


def lines(*numbers: str, without: int | None = None) -> list[str]:
    """Five paragraphs, with those put in that have these numbers; all but one, those behind it counted anew."""
    found: list[str] = []
    for at, words in enumerate(SAYS, 1):
        if at != without:
            found.append(f"{at - (without is not None and at > without)}. {words};")
        own = [one.partition(" ") for one in numbers if one.startswith(f"{at} ")]
        found += [f"{at} {suffix}. {PUT_IN[suffix]} {'with many words ' * at}in Rome;" for _, _, suffix in own]
    return found


def draft(lines: list[str], annex: list[str] | None = None) -> Draft:
    return read_text("\n\n".join(["The General Assembly,", *lines, *(["Annex", *annex] if annex else [])])).draft


def numbers(made: Draft) -> str:
    return ", ".join(one.number for one in made.paragraphs if one.kind is Kind.OPERATIVE and one.number)


@pytest.mark.parametrize(
    ("put_in", "gone", "found"),
    [
        (["3 bis", "4 bis"], 4, "1, 2, 3, 3 bis, 3 ter, 4"),
        (["3 bis", "4 bis", "4 ter"], 4, "1, 2, 3, 3 bis, 3 ter, 3 quater, 4"),
        (["3 bis", "3 ter", "4 bis"], 4, "1, 2, 3, 3 bis, 3 ter, 3 quater, 4"),
        (["3 bis", "4 ter"], 4, "1, 2, 3, 3 bis, 3 ter, 4"),
        (["3 bis", "4 bis"], 2, "1, 2, 2 bis, 3, 3 bis, 4"),
        (["4 bis"], 4, "1, 2, 3, 3 bis, 4"),
        (["1 bis"], 1, "1 bis, 1, 2, 3, 4"),
        (["3 alt", "4 alt"], 4, "1, 2, 3, 3 alt, 4 alt, 4"),
    ],
)
def test_behind_what_is_gone_it_has_the_next_suffix(put_in: list[str], gone: int, found: str) -> None:
    base, ours, theirs = draft(lines()), draft(lines(*put_in)), draft(lines(without=gone))
    for one in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert numbers(one.draft) == found
        assert not one.conflicts


def test_references_follow_the_next_suffix() -> None:
    first, *rest = lines("3 bis", "4 bis")
    ours = draft([first.replace(";", ", as set out in paragraph 4 bis below;"), *rest])
    found = merge(draft(lines()), ours, draft(lines(without=4)))
    assert found.draft.paragraphs[1].text == "Urges donors to give, as set out in paragraph 3 ter below;"


def test_where_both_sides_gave_one_number_the_third_has_another() -> None:
    base, ours = draft(lines()), draft(lines("3 bis", "4 bis"))
    left = lines(without=4)
    theirs = draft([*left[:3], "3 bis. Calls upon the young to sing;", *left[3:]])
    ways = "ours", "theirs"
    for found, (way, other) in ((merge(base, ours, theirs), ways), (merge(base, theirs, ours), ways[::-1])):
        (conflict,) = found.conflicts
        assert conflict.kind == "number"
        assert numbers(resolve(found, conflict, way).draft) == "1, 2, 3, 3 bis, 3 quater, 3 ter, 4"
        assert numbers(resolve(found, conflict, other).draft) == "1, 2, 3, 3 quater, 3 bis, 3 ter, 4"


def test_in_another_part_the_same_number_is_free() -> None:
    first = lines("2 bis")
    base, ours = draft(first, lines()), draft(first, lines("3 bis"))
    theirs = draft(first, lines(without=2))
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert numbers(found.draft) == "1, 2, 2 bis, 3, 4, 5, 1, 2, 2 bis, 3, 4"


def test_a_suffix_of_one_side_follows_where_the_other_counts_the_paragraph_that_was_there() -> None:
    first, second, third, last = (f"{words};" for words in SAYS[:4])
    base = draft([f"1. {first}", f"2. {second}", f"3. {third}", f"4. {last}"])
    ours = draft([f"1. {first}", f"2. {second}", f"3. {last}"])
    theirs = draft([f"1. {first}", f"2. {second}", f"3. {third}", "3 bis. Welcomes the great fleet;"])
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert numbers(found.draft) == "1, 2, 2 bis"
        assert not found.conflicts


def test_a_number_that_was_given_to_another_before_is_not_given_twice() -> None:
    first, second, third, last = (f"{words};" for words in SAYS[:4])
    kept, put_in = f"bis. {PUT_IN['bis']};", f"bis. {PUT_IN['ter']};"
    base = draft([f"1. {first}", f"2. {second}", f"3. {third}", f"3 {kept}"])
    ours = draft([f"1. {first}", f"2. {last}", f"3. {second}", f"3 {kept}"])
    theirs = draft([f"1. {first}", f"1 {put_in}", f"2. {third}", f"2 {kept}"])
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert not found.conflicts
        assert numbers(found.draft) == "1, 2, 2 bis, 2 ter"
