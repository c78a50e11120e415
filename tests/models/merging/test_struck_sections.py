"""A section that one side struck and the other still needs is one question: struck, or as the other has it."""

from __future__ import annotations

import pytest

from models.comparison.words.marked import Words
from models.comparison.words.plain import word_diff
from models.draft import Draft
from models.merging import merge, rendering
from tests.models.merging.settling import settled
from tests.models.merging.test_sections import BANKS, DONORS, SEIZED, SYSTEMS, WATER, WOMEN, text

MEANS, MONEY, REVIEW = "Means of implementation", "B. Finance", "C. Review"
BASE = (MEANS, WATER, MONEY, DONORS, BANKS, REVIEW, SEIZED)
STRUCK = (MEANS, WATER, REVIEW, SEIZED)
FUND, FAIR = DONORS.replace("finance", "fund"), BANKS.replace("low", "fair")


def lines(draft: Draft) -> list[str]:
    """The text but for its first line, without the marks at the ends of paragraphs."""
    return [one.text.rstrip(".;") for one in draft.paragraphs[1:]]


KEPT = [
    ("words changed in a paragraph", (MEANS, WATER, MONEY, FUND, BANKS, REVIEW, SEIZED), 1),
    ("another heading", (MEANS, WATER, "B. Finance and funds", DONORS, BANKS, REVIEW, SEIZED), 1),
    ("a new paragraph", (MEANS, WATER, MONEY, DONORS, BANKS, WOMEN, REVIEW, SEIZED), 1),
    ("divided by a new heading", (MEANS, WATER, MONEY, DONORS, "C. Banks", FAIR, REVIEW, SEIZED), 1),
    ("with a paragraph of another section at its end", (MEANS, MONEY, DONORS, BANKS, WATER, REVIEW, SEIZED), 1),
    ("with a paragraph of another section in it", (MEANS, MONEY, FUND, WATER, BANKS, REVIEW, SEIZED), 1),
    ("with a paragraph taken out of it", (MEANS, WATER, BANKS, MONEY, FUND, REVIEW, SEIZED), 2),
]  # fmt: skip


@pytest.mark.parametrize(("what", "kept", "questions"), KEPT, ids=[row[0] for row in KEPT])
def test_it_is_struck_or_stands_as_the_other_side_has_it(what: str, kept: tuple[str, ...], questions: int) -> None:
    base, one, two = text(*BASE), text(*STRUCK), text(*kept)
    for found, strike, keep in ((merge(base, one, two), "ours", "theirs"), (merge(base, two, one), "theirs", "ours")):
        assert [asked.kind for asked in found.conflicts] == ["deleted"] * questions
        assert {asked.deleted_by for asked in found.conflicts} == {strike}
        assert lines(settled(found, strike).draft) == lines(one)
        assert lines(settled(found, keep).draft) == lines(two)
        assert not settled(found, keep).told
        again = settled(found, "base")
        assert lines(again.draft) == lines(base)
        assert not again.told


def test_as_it_was_a_section_that_the_other_side_moved_whole_goes_back() -> None:
    base, one = (
        (MEANS, WATER, MONEY, DONORS, REVIEW, SYSTEMS, WOMEN, SEIZED),
        (MEANS, WATER, REVIEW, SYSTEMS, WOMEN, SEIZED),
    )
    two = (MEANS, WATER, REVIEW, SYSTEMS, WOMEN, MONEY, DONORS, SEIZED)
    found = merge(text(*base), text(*one), text(*two))
    (asked,) = found.conflicts
    assert asked.base == asked.theirs == f"{MONEY}\n{DONORS}"
    for way, its in (("ours", one), ("theirs", two), ("base", base)):
        assert lines(settled(found, way).draft) == lines(text(*its))


def test_what_nobody_touched_of_a_struck_section_is_not_asked() -> None:
    other = (MEANS, WATER.replace("rural", "remote"), MONEY, DONORS, BANKS, REVIEW, SEIZED)
    found = merge(text(*BASE), text(*STRUCK), text(*other))
    assert not found.conflicts
    assert MONEY not in lines(found.draft)


def test_what_closes_the_text_may_stay_of_a_section_that_one_side_struck() -> None:
    base, one = (MEANS, WATER, MONEY, DONORS, BANKS, SEIZED), (MEANS, WATER, SEIZED)
    two = (MEANS, WATER, MONEY, FUND, FAIR, SEIZED)
    found = merge(text(*base), text(*one), text(*two))
    (asked,) = found.conflicts
    assert asked.base == f"{MONEY}\n{DONORS}\n{BANKS}"
    for way, its in (("ours", one), ("theirs", two), ("base", base)):
        assert lines(settled(found, way).draft) == lines(text(*its))


def test_a_section_of_which_most_was_left_is_asked_piece_by_piece() -> None:
    base = (MEANS, WATER, MONEY, DONORS, BANKS, WOMEN, SYSTEMS, REVIEW, SEIZED)
    one = (MEANS, WATER, BANKS, WOMEN, SYSTEMS, REVIEW, SEIZED)
    found = merge(text(*base), text(*one), text(*(FUND if line == DONORS else line for line in base)))
    assert [asked.base for asked in found.conflicts] == [MONEY, DONORS]


def test_a_section_is_not_written_as_one_text() -> None:
    found = merge(text(*BASE), text(*STRUCK), text(MEANS, WATER, MONEY, FUND, BANKS, REVIEW, SEIZED, SYSTEMS))
    (asked,) = found.conflicts
    assert asked.choices == ("ours", "theirs", "base", "both")
    both = settled(found, "both").draft
    assert lines(both)[2:5] == [f"[{MONEY}", FUND.rstrip(";"), f"{BANKS}]"]


def test_of_two_annexes_that_are_called_alike_the_one_that_was_struck_is_asked() -> None:
    annexes = ("Annex", WATER, BANKS, "Annex", WOMEN, DONORS)
    base, one, two = (SEIZED, *annexes), (SEIZED, *annexes[3:]), (SEIZED, "Annex", WATER, FAIR, *annexes[3:])
    for found, way, other in (
        (merge(text(*base), text(*one), text(*two)), "ours", "theirs"),
        (merge(text(*base), text(*two), text(*one)), "theirs", "ours"),
    ):
        (asked,) = found.conflicts
        assert asked.base == f"Annex\n{WATER}\n{BANKS}"
        assert lines(settled(found, way).draft) == lines(text(*one))
        assert lines(settled(found, other).draft) == lines(text(*two))


def test_a_smaller_section_that_the_other_side_took_out_of_a_struck_one_is_a_question_of_its_own() -> None:
    base = ("I. Means", "A. Plans", WATER, "B. Finance", DONORS, BANKS, "II. Review", SYSTEMS, SEIZED)
    one = (base[6], *base[7:])
    two = (*base[:3], "II. Review", SYSTEMS, *base[3:6], SEIZED)
    for found, way, other in (
        (merge(text(*base), text(*one), text(*two)), "ours", "theirs"),
        (merge(text(*base), text(*two), text(*one)), "theirs", "ours"),
    ):
        (asked,) = found.conflicts
        assert asked.base == f"B. Finance\n{DONORS}\n{BANKS}"
        assert lines(settled(found, way).draft) == lines(text(*one))
        assert lines(settled(found, other).draft) == lines(text(*one[:2], *base[3:6], SEIZED))


CONVENTION = ("Annex", "Chapter I", "Aims", "Article 1", "Terms", WATER, "Article 2", "Scope", DONORS, BANKS)
LAST = ("Chapter II", "Bodies", "Article 3", "Secretariat", WOMEN)


@pytest.mark.parametrize(
    ("what", "struck", "asked_of"),
    [
        ("article", (*CONVENTION[:6], *LAST[:2], "Article 2", *LAST[3:]), CONVENTION[6:]),
        ("chapter", (CONVENTION[0], "Chapter I", LAST[1], "Article 1", *LAST[3:]), CONVENTION[1:]),
    ],
)
def test_an_article_and_a_chapter_are_one_question_with_their_titles(
    what: str, struck: tuple[str, ...], asked_of: tuple[str, ...]
) -> None:
    base = (SEIZED, *CONVENTION, *LAST)
    one, two = (SEIZED, *struck), tuple(FUND if line == DONORS else line for line in base)
    for found, way, other in (
        (merge(text(*base), text(*one), text(*two)), "ours", "theirs"),
        (merge(text(*base), text(*two), text(*one)), "theirs", "ours"),
    ):
        (asked,) = found.conflicts
        assert asked.base == "\n".join(asked_of)
        for answer, its in ((way, one), (other, two), ("base", base)):
            assert lines(settled(found, answer).draft) == lines(text(*its))


def test_what_a_section_holds_is_looked_for_in_its_own_words_and_not_in_all(monkeypatch: pytest.MonkeyPatch) -> None:
    more = "Asks banks to publish their terms;"
    edited = {DONORS: FUND, WOMEN: WOMEN.replace("women", "girls"), BANKS: BANKS}
    base, kept = ((MEANS, WATER, MONEY, *its, REVIEW, SEIZED) for its in (edited, (*edited.values(), more)))
    found = merge(text(*base), text(*STRUCK), text(*kept))
    looked: list[tuple[str, str]] = []

    def noted(old: str, new: str) -> Words:
        looked.append((old, new))
        return word_diff(old, new)

    monkeypatch.setattr(rendering, "word_diff", noted)
    for at in range(len(found.draft.paragraphs)):
        found.stretches(at)
    assert looked == [(DONORS, FUND), (WOMEN, edited[WOMEN]), ("", more)]
