"""Words that one side moved and that the answers would leave twice, nowhere or brought back are told."""

from __future__ import annotations

import pytest

from models.draft import Draft, Kind, Paragraph, Run
from models.merging import Merge, merge
from models.merging.told.said_of_words import phrases
from tests.models.comparison.small_drafts import draft
from tests.models.merging.answered import resolve
from tests.models.merging.settling import settled

WATER = "1. Urges States to save water in every river basin"
CITIES = "2. Invites donors to help cities plan"
REPORT = "3. Requests the Secretary-General to report on progress at its next session;"
BASE = draft(f"{WATER} hydrological;", f"{CITIES} green roofs;", REPORT)
OURS = draft(f"{WATER} with hydrological data;", f"{CITIES} flat roofs;", REPORT)
THEIRS = draft(f"{WATER} by July;", f"{CITIES} hydrological roofs;", REPORT)

TWICE = "“hydrological” stands in OP1 and OP2 now: look whether that is meant twice."
LOST = "“hydrological” stands no longer in OP1 and OP2: look where that belongs."
ANSWERS = [
    (("ours", "ours"), ()),
    (("theirs", "theirs"), ()),
    (("base", "base"), ()),
    (("ours", "theirs"), (TWICE,)),
    (("base", "theirs"), (TWICE,)),
    (("both", "both"), (TWICE,)),
    (("theirs", "ours"), (LOST,)),
    (("theirs", ""), ()),  # while one is open nobody knows
    (("theirs", "written"), ()),  # who writes says what is meant
]


def answered(found: Merge, ways: tuple[str, ...]) -> Merge:
    assert len(found.conflicts) == len(ways)
    for asked, way in zip(found.conflicts, ways, strict=True):
        found = resolve(found, asked, way) if way else found
    return found


@pytest.mark.parametrize(("ways", "told"), ANSWERS)
def test_what_the_answers_lose_or_double_is_told(ways: tuple[str, ...], told: tuple[str, ...]) -> None:
    assert answered(merge(BASE, OURS, THEIRS), ways).told == told
    turned = tuple({"ours": "theirs", "theirs": "ours"}.get(way, way) for way in ways)
    assert answered(merge(BASE, THEIRS, OURS), turned).told == told


def test_words_that_the_base_says_more_than_once_are_not_known_again() -> None:
    base, ours, theirs = (
        Draft((*one.paragraphs, Paragraph(Kind.OPERATIVE, (Run("Welcomes hydrological data;"),), number="4.")))
        for one in (BASE, OURS, THEIRS)
    )
    assert not answered(merge(base, ours, theirs), ("ours", "theirs")).told


@pytest.mark.parametrize(("one", "two"), [("2027", "2028"), ("Geneva early", "New York late"), ("Geneva", "Bonn now")])
def test_alternatives_of_which_each_side_took_one_are_both_what_was_asked_for(one: str, two: str) -> None:
    base, ours, theirs = (
        draft(f"1. Decides to meet in {said} of the States Parties;", CITIES + ";", REPORT)
        for said in (f"[{one}] [{two}]", one, two)
    )
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        both = settled(found, "both")
        assert f"[{one}]" in both.draft.paragraphs[0].text
        assert f"[{two}]" in both.draft.paragraphs[0].text
        assert not both.told


def told(base: Draft, ours: Draft, theirs: Draft, way: str) -> tuple[str, ...]:
    """What is told of words where all is answered one way, which is the same whoever is whose."""
    other = {"ours": "theirs", "theirs": "ours"}[way]
    found, turned = settled(merge(base, ours, theirs), way).told, settled(merge(base, theirs, ours), other).told
    assert found == turned
    return tuple(one for one in found if "look at the order" not in one)


def test_two_words_left_of_a_paragraph_that_was_replaced_are_told() -> None:
    roofs = "2. Invites donors to help cities plan green roofs by 2030;"
    base, theirs = (
        draft(f"{WATER};", roofs, REPORT),
        draft(f"{WATER};", roofs.replace("plan", "and towns plan"), REPORT),
    )
    fund = "2. Decides that a trust fund shall pay for whatever villages build, except green roofs;"
    ours = draft(f"{WATER};", fund, REPORT)
    assert not told(base, ours, theirs, "ours")
    assert told(base, ours, theirs, "theirs") == (
        "“green roofs” stands in OP2 and OP3 now: look whether that is meant twice.",
    )


def test_a_name_that_is_said_at_many_places_is_not_told_as_said_twice() -> None:
    name, lines = " with the Green River Fund", (WATER, CITIES, REPORT.rstrip(";"))
    base, ours = (draft(f"0. Notes {how}the work done{name}", *lines) for how in ("", "with interest "))
    assert not told(base, ours, draft(*(line + name for line in lines)), "ours")


def test_a_figure_is_known_again_beside_the_same_word() -> None:
    base = draft(f"{WATER};", f"{CITIES} roofs by 2030;", REPORT)
    theirs = draft(f"{WATER};", f"{CITIES} roofs by 2035;", REPORT)
    moved = draft(f"{WATER} by 2030;", f"{CITIES} roofs;", REPORT)
    assert told(base, moved, theirs, "theirs") == (
        "“2030” stands in OP1 now, as one text has it; the other has it no more: look if it is meant.",
    )
    another = draft(f"{WATER} of 2030 valleys;", f"{CITIES} roofs;", REPORT)
    assert not told(base, another, theirs, "theirs")


def test_a_phrase_is_quoted_as_one_and_a_long_one_by_its_ends() -> None:
    text = "Recalls the Samoa Pathway of small island States, their wish that all who wrote it be heard and thanked"
    sides = merge(*(draft(f"1. {text};") for _ in range(3))).plan.sides

    def said(words: str) -> list[str]:
        return [*phrases(sides, [[0], [0], [0]], words.split(), {})]

    assert said("pathway small samoa heard") == ["Samoa Pathway of small", "heard"]
    assert said("states wish") == ["States", "wish"]
    assert said("wish that all who wrote it be heard thanked") == ["wish that all who wrote it be heard and thanked"]
    sides = merge(*(draft(f"1. {text.replace(',', '')};") for _ in range(3))).plan.sides
    assert said(text.casefold().replace(",", "")) == ["Recalls the Samoa Pathway … be heard and thanked"]


def table(*cells: str) -> Draft:
    head = Paragraph(Kind.OPERATIVE, (Run("Decides as follows:"),))
    rows = (Paragraph(Kind.TEXT, (Run(one),), cell=(0, at // 2, at % 2)) for at, one in enumerate(cells))
    return Draft((head, *rows))


def test_cells_of_a_table_are_counted_too() -> None:
    base = table("Item", "Cost", "Hydrological gauges", "Ten pumps", "Boats", "None")
    ours = table("Item", "Cost", "Hydrological stations", "Ten pumps", "Boats", "Flat")
    theirs = table("Item", "Cost", "Meters", "Ten pumps", "Boats", "Hydrological")
    found = merge(base, ours, theirs)
    (said,) = answered(found, ("ours", "theirs")).told
    assert said.startswith("“Hydrological” stands in ")
    assert said.endswith(" now: look whether that is meant twice.")


def test_words_of_the_masthead_are_told_in_one_sentence_after_all_else() -> None:
    masthead = "M Report on rivers and basins{}", "M Sponsored by those who plan{}"
    said = (" nautical", " low roofs"), (" with nautical charts", " tall roofs"), (" for ports", " nautical roofs")
    base, ours, theirs = (
        Draft((*draft(*map(str.format, masthead, words)).paragraphs, *one.paragraphs))
        for words, one in zip(said, (BASE, OURS, THEIRS), strict=True)
    )
    line = "In the masthead, or the note on sponsors, “nautical” stands otherwise than in one of the texts: look at it."
    assert answered(merge(base, ours, theirs), ("ours", "theirs") * 2).told == (TWICE, line)
    assert answered(merge(base, theirs, ours), ("theirs", "ours") * 2).told == (TWICE, line)


def test_figures_that_follow_what_they_mean_are_told_once() -> None:
    lands = ("1. Calls upon States to protect wetlands;", "2. Urges States to protect oceans;")
    means = "Invites donors to contribute, in accordance with paragraphs {} and {} above."
    found = merge(
        draft(*lands, f"3. {means.format(1, 2)}"),
        draft(
            "1. Affirms the right to water;",
            lands[0].replace("1", "2"),
            lands[1].replace("2", "3"),
            f"4. {means.format(2, 3)}",
        ),
        draft(lands[0], "2. Notes the state of the seas;", lands[1].replace("2", "3"), f"4. {means.format(1, 3)}"),
    )
    assert not found.conflicts
    assert found.draft.paragraphs[-1].text == means.format(2, 4)
    assert [one for one in found.told if "stands" in one] == []


def test_a_word_with_a_hyphen_is_quoted_whole() -> None:
    text = "1. Thanks the Co-Chairs and the Secretary-General for resolution 80/143;"
    sides = merge(*(draft(text) for _ in range(3))).plan.sides
    assert [*phrases(sides, [[0], [0], [0]], ["co", "chairs", "143"], {})] == ["Co-Chairs", "80/143"]


def test_a_note_that_stands_twice_is_told_as_it_was_answered() -> None:
    """Each side reworded it and put it elsewhere."""

    def text(note: str, *lines: str) -> Draft:
        return draft(*(f"{at}. {one};" for at, one in enumerate(lines, 1)), notes={1: note})

    rivers, ponds, lakes = (f"States to speak of {one} and all they mean" for one in ("rivers", "ponds", "lakes"))
    base = text("A/80/1.", f"Asks all {rivers}", f"Urges all[^1] {ponds}", f"Invites all {lakes}")
    one = text("A/80/1, annex.", f"Asks all[^1] {rivers}", f"Urges a few {ponds}", f"Invites all {lakes}")
    two = text("A/80/1, para. 5.", f"Asks all {rivers}", f"Urges some {ponds}", f"Invites all[^1] {lakes}")
    for found in (merge(base, one, two), merge(base, two, one)):
        for way in ("ours", "theirs"):
            made = settled(found, way)
            (note,) = made.draft.footnotes
            assert made.told == (f"“note: {note.text}” stands in OP1 and OP3 now: look whether that is meant twice.",)
