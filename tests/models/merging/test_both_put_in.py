"""Where both sides put something in at one place, and where both wordings of a note are wanted."""

from __future__ import annotations

import pytest

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.merging import merge
from models.merging.told.said_of_words import in_short
from tests.models.comparison.small_drafts import draft
from tests.models.merging.settling import settled, text

INVITES = "1. Invites the regional commissions, {}to contribute to the work on storms;"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("including youth groups and women, ", "in close cooperation with donors, "),
        ("including women of all countries, ", "including women of most countries, "),
    ],
)
def test_as_it_was_leaves_nothing_of_what_both_put_in(ours: str, theirs: str) -> None:
    base = draft(INVITES.format(""))
    found = merge(base, draft(INVITES.format(ours)), draft(INVITES.format(theirs)))
    assert found.conflicts
    assert settled(found, "base").draft == base
    assert ours.strip(", ") in text(settled(found, "ours"))


def test_what_is_new_cannot_be_as_it_was() -> None:
    first = "1. Notes the storms at sea;"
    new = "2. Requests the Fund to help small islands to dig {} wells by 2030 and to report on them to the Board;"
    found = merge(draft(first), draft(first, new.format("deep")), draft(first, new.format("shallow")))
    assert [one.kind for one in found.conflicts] == ["new"]
    assert "base" not in found.conflicts[0].choices


def cited(places: tuple[int, ...], note: str) -> Draft:
    words = ("Recalling the declaration", " adopted by the conference", " on water", " in the desert,")
    runs = [run for at, one in enumerate(words) for run in (Run(one), *([Run(footnote=1)] if at in places else []))]
    return Draft((Paragraph(Kind.PREAMBULAR, tuple(runs)),), (Footnote(1, "1", (Run(note),)),))


def test_both_has_both_wordings_of_a_note_that_each_moved() -> None:
    base, ours, theirs = cited((0,), "A/1, annex."), cited((1,), "A/1, annex."), cited((2,), "A/1, annex II.")
    found = merge(base, ours, theirs)
    assert [one.text for one in settled(found, "both").draft.footnotes] == ["[A/1, annex.] [A/1, annex II.]"]
    assert [one.text for one in settled(found, "theirs").draft.footnotes] == ["A/1, annex II."]
    mirrored, alike = merge(base, theirs, ours), merge(base, cited((1,), "A/1, annex II."), theirs)
    assert settled(mirrored, "both").draft.footnotes == settled(found, "both").draft.footnotes
    assert [one.text for one in settled(alike, "both").draft.footnotes] == ["A/1, annex II."]


def test_a_phrase_is_quoted_without_signs_that_have_no_partner_in_it() -> None:
    assert in_short("under the theme “Ice") == "under the theme Ice"
    assert in_short("coronavirus disease (COVID-19") == "coronavirus disease COVID-19"
    assert in_short("the item “Ice” as well") == "the item ‘Ice’ as well"


@pytest.mark.parametrize("way", ["ours", "theirs", "base", "both"])
def test_no_comma_stands_twice_where_the_words_between_two_are_gone(way: str) -> None:
    first = "1. Addresses the impacts of disasters, climate change, {}which hamper efforts to end poverty {};"
    clause = "conflicts and major outbreaks of disease, "
    second = "2. Stresses that unity is needed, {}acknowledges all partners"
    base = draft(first.format(clause, "soon"), f"{second.format('')};")
    ours = draft(
        first.format(clause, "everywhere"),
        "2. Stresses that unity is needed;",
        "3. Acknowledges all partners;",
    )
    theirs = draft(first.format("", "soon").replace("climate change, ", ""), f"{second.format(clause)};")
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert not any(",," in one.text for one in settled(found, way).draft.paragraphs)


KINDS = Kind.ANNEX, Kind.HEADING, Kind.TEXT


@pytest.mark.parametrize("title", ["Programme of action", "Programme of work", "Terms of reference of the board"])
def test_annexes_of_other_titles_and_texts_are_two(title: str) -> None:
    texts = {"Programme of action": "Governments will adopt plans.", "Programme of work": "Governments adopt plans."}
    body = [Paragraph(Kind.OPERATIVE, (Run("Decides to meet."),))]
    base, one, two = (
        Draft(tuple(body)),
        *(
            Draft((*body, *(Paragraph(kind, (Run(line),)) for kind, line in zip(KINDS, lines, strict=True))))
            for lines in (
                ("Annex", "Programme of action", "Governments will adopt plans."),
                ("Annex", title, texts.get(title, "The board has ten members.")),
            )
        ),
    )
    for ours, theirs in ((one, two), (two, one)):
        lines = [line.text for line in settled(merge(base, ours, theirs), "ours").draft.paragraphs[1:]]
        if title in texts:
            assert lines == [line.text for line in ours.paragraphs[1:]]
        else:
            whole = ([line.text for line in side.paragraphs[1:]] for side in (ours, theirs))
            assert sorted((lines[:3], lines[3:])) == sorted(whole)


OF_BOARD = [
    f"The board has {one} and meets in the {two}." for one, two in (("ten members", "spring"), ("a chair", "dark"))
]
OF_FUND = [f"A fund for {one} is paid by {two} each year." for one, two in (("nets", "ports"), ("boats", "banks"))]
LANGUAGE = "All that is said here is written in six languages."


@pytest.mark.parametrize("last", [False, True])
def test_annexes_that_are_called_alike_are_one_where_they_hold_half_the_same_else_two(last: bool) -> None:
    def annexed(*its: str) -> Draft:
        lines = its if last else its[::-1]
        texts = [(Kind.OPERATIVE, "Decides to meet."), *((Kind.ANNEX, "Annex"), *((Kind.TEXT, one) for one in lines))]
        return Draft(tuple(Paragraph(kind, (Run(line),)) for kind, line in texts))

    base = Draft(annexed().paragraphs[:1])
    one, two = annexed(OF_BOARD[0], LANGUAGE), annexed(OF_FUND[0], LANGUAGE)
    for found in (merge(base, one, two), merge(base, two, one)):
        lines = [line.text for line in found.draft.paragraphs[1:]]
        assert not found.conflicts
        assert sorted(lines) == sorted(["Annex", OF_BOARD[0], OF_FUND[0], LANGUAGE])
    one, two = annexed(*OF_BOARD, LANGUAGE), annexed(*OF_FUND, LANGUAGE)
    for found in (merge(base, one, two), merge(base, two, one)):
        lines = [line.text for line in found.draft.paragraphs[1:]]
        assert not found.conflicts
        assert sorted((lines[:4], lines[4:])) == sorted(
            [line.text for line in its.paragraphs[1:]] for its in (one, two)
        )
        assert any("look whether that is meant twice" in told for told in found.told)


@pytest.mark.parametrize("apart", [False, True])
def test_annexes_that_are_one_have_one_line_though_each_side_calls_them_otherwise(apart: bool) -> None:
    def annexed(title: str, *its: str) -> Draft:
        head = [(Kind.ANNEX, "Annex"), (Kind.HEADING, title)] if apart else [(Kind.ANNEX, f"Annex {title}")]
        texts = [(Kind.OPERATIVE, "Decides to meet."), *head, *((Kind.TEXT, one) for one in its)]
        return Draft(tuple(Paragraph(kind, (Run(line),)) for kind, line in texts))

    base, shared = Draft(annexed("").paragraphs[:1]), (LANGUAGE, "All that is paid is counted twice.")
    one, two = annexed("Board", OF_BOARD[0], *shared), annexed("Fund of all States", OF_FUND[0], *shared)
    for ours, theirs in ((one, two), (two, one)):
        found = merge(base, ours, theirs)
        assert [asked.kind for asked in found.conflicts] == ["new"]
        for way, side in (("ours", ours), ("theirs", theirs)):
            head = [line.text for line in side.paragraphs if line.kind in KINDS[:2]]
            lines = [line.text for line in settled(found, way).draft.paragraphs[1:]]
            assert lines[: len(head)] == head
            assert sorted(lines[len(head) :]) == sorted([OF_BOARD[0], OF_FUND[0], *shared])


@pytest.mark.parametrize("title", ["Terms of reference", "Board and fund"])
@pytest.mark.parametrize("first", ["", "The board was set up in Suva by all who met there."])
def test_an_annex_that_both_put_in_at_two_places_goes_whole_to_the_one_that_is_chosen(title: str, first: str) -> None:
    def annexed(*annexes: tuple[str, ...]) -> Draft:
        lines = [(Kind.OPERATIVE, "Decides to meet.")]
        for number, its in enumerate(annexes, 1):
            lines += zip((*KINDS, *KINDS[-1:] * len(its)), (f"Annex {'I' * number}", *its), strict=False)
        return Draft(tuple(Paragraph(kind, (Run(line),)) for kind, line in lines))

    rules = "Rules of the conference", "All that is said follows these rules."
    its = OF_BOARD[0], OF_FUND[0]
    one = "Terms of reference", *its
    two = title, *filter(None, (first,)), *its
    base = annexed(rules)
    for ours, theirs in ((annexed(one, rules), annexed(rules, two)), (annexed(rules, one), annexed(two, rules))):
        found = merge(base, ours, theirs)
        assert {asked.kind for asked in found.conflicts} <= {"moved", "new"}
        assert sum(one.kind is Kind.ANNEX for one in found.draft.paragraphs) == 2
        for way, side in (("ours", ours), ("theirs", theirs)):
            made = settled(found, way)
            heads = [[one.text for one in its.paragraphs if one.kind in KINDS[:2]] for its in (made.draft, side)]
            assert heads[0] == heads[1]
            assert not made.told
