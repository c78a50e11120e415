"""Numbers of operative paragraphs in sections that both sides put in and move: each count is as the texts have it."""

from __future__ import annotations

import pytest

from models.draft import Draft, Kind
from models.draft.numbering import to_roman
from models.files.read import read_text
from models.merging import merge

SECTIONS = {
    "Coasts": ("Urges donors to give", "Invites banks to lend at low rates"),
    "Schools": ("Requests a report on teachers", "Welcomes the new books", "Decides to meet in Rome"),
    "Youth": ("Calls upon the young to sing",),
    "Seeds": ("Stresses peace among farmers", "Recalls the law of the sea"),
    "Health": ("Encourages doctors to travel", "Notes the number of nurses"),
    "Energy": ("Affirms the right to light", "Asks for lower prices of oil"),
}


def text(*names: str, going: bool = True, without: str = "", more: str = "") -> Draft:
    """The sections of these names, all but one paragraph, with one more at the head of the last one; their numbers go
    on, or begin in each."""
    lines, count = ["The General Assembly,", "Recalling its resolutions on trade,"], 0
    for section, name in enumerate(names, 1):
        lines.append(f"{to_roman(section).upper()}. {name}")
        count = count if going else 0
        for words in (*([more] if more and name == names[-1] else []), *SECTIONS[name]):
            if words != without:
                count += 1
                lines.append(f"{count}. {words};")
    return read_text("\n\n".join(lines)).draft


def numbers(made: Draft) -> list[list[str | None]]:
    found: list[list[str | None]] = []
    for one in made.paragraphs:
        if one.kind is Kind.SECTION:
            found.append([])
        elif one.kind is Kind.OPERATIVE:
            found = found or [[]]
            found[-1].append(one.number)
    return found


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (["Energy", "Coasts", "Schools", "Youth", "Seeds"], ["Youth", "Coasts", "Schools", "Seeds"]),
        (["Energy", "Coasts", "Schools", "Youth", "Seeds"], ["Health", "Coasts", "Schools", "Youth", "Seeds"]),
        (["Youth", "Coasts", "Schools", "Seeds"], ["Health", "Coasts", "Schools", "Youth", "Seeds"]),
        (["Coasts", "Energy", "Schools", "Youth", "Seeds"], ["Schools", "Coasts", "Youth", "Seeds"]),
        (["Schools", "Youth", "Seeds"], ["Health", "Coasts", "Schools", "Youth", "Seeds"]),
    ],
)
def test_the_count_goes_on_whichever_section_is_the_first(ours: list[str], theirs: list[str]) -> None:
    base = text("Coasts", "Schools", "Youth", "Seeds")
    for found in (merge(base, text(*ours), text(*theirs)), merge(base, text(*theirs), text(*ours))):
        assert not found.conflicts
        all_of_them = [number for section in numbers(found.draft) for number in section]
        assert all_of_them == [str(number) for number in range(1, len(all_of_them) + 1)]


def test_the_count_begins_in_each_section_whichever_is_the_first() -> None:
    base = text("Coasts", "Schools", "Seeds", going=False)
    ours = text("Energy", "Coasts", "Schools", "Seeds", going=False)
    theirs = text("Seeds", "Coasts", "Schools", going=False)
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert all(own == [str(number) for number in range(1, len(own) + 1)] for own in numbers(found.draft))


def test_what_was_left_alone_with_its_number_is_counted_beside_what_the_other_side_put_in() -> None:
    base = text("Coasts", "Seeds", going=False)
    ours = text("Coasts", "Seeds", going=False, without="Stresses peace among farmers")
    theirs = text("Coasts", "Seeds", going=False, more="Thanks the crews of the ships")
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert not found.conflicts
        assert numbers(found.draft) == [["1", "2"], ["1", "2"]]
    assert numbers(merge(base, base, ours).draft) == [["1", "2"], ["1"]]


A, B, C, D = (
    f"{words};" for words in ("Urges donors to give", "Invites banks to lend", "Asks for peace", "Meets in Rome")
)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        # A section that was emptied tells nothing.
        (f"1. {A}|I. Coasts|2. {B}", f"1. {A}|I. Coasts", f"1. {A}|I. Coasts|2. {B}|3. {D}", [["1"], ["2"]]),
        # Where the first section is the only one of a side, the others tell of it.
        (
            f"I. Coasts|1. {A}|II. Youth|2. {B}",
            f"I. Coasts|II. Seeds|1. {A}|2. {B}",
            f"I. Coasts|1. {D}|2. {A}|II. Youth|3. {B}",
            [["1"], ["2", "3"]],
        ),
        # A lone "1" goes on from nothing.
        (
            f"I. Coasts|1. {A}|2. {B}|II. Youth|1. {C}",
            f"1. {D}|I. Coasts|1. {A}|2. {B}|II. Youth|1. {C}",
            f"I. Coasts|1. {B}|II. Youth|1. {C}",
            [["1"], ["1"], ["1"]],
        ),
    ],
)
def test_a_count_goes_on_where_a_text_says_so(base: str, ours: str, theirs: str, expected: list[list[str]]) -> None:
    texts = [
        read_text("\n\n".join(["The General Assembly,", "Recalling the law,", *one.split("|")])).draft
        for one in (base, ours, theirs)
    ]
    for one, two in (texts[1:], texts[:0:-1]):
        found = merge(texts[0], one, two)
        assert not found.conflicts
        assert [section for section in numbers(found.draft) if section] == expected
