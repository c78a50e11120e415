"""Headings numbered by one sign that is a letter and a Roman numeral: the run they stand in tells which."""

from __future__ import annotations

import pytest

from models.draft import Draft, Kind, Paragraph, Run
from models.reading.structure import recognise
from models.reading.text import read_text

SECTION, HEADING = "section", "heading"


def kinds(*heads: str) -> list[str]:
    """What headings are read as, each above a paragraph of its own."""
    text = "The General Assembly,\n\n" + "\n\n".join(
        f"{head}\n\n{at}. Decides to act;" for at, head in enumerate(heads, 1)
    )
    return [str(one.kind) for one in read_text(text).draft.paragraphs if one.kind in (Kind.SECTION, Kind.HEADING)]


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        # After the letter before, as ever.
        (("A. Aid", "B. Finance", "C. Trade"), [HEADING] * 3),
        (("H. Aid", "I. Trade", "J. Water"), [HEADING] * 3),
        # Before the letter behind: the first of a part, a fragment of a text.
        (("C. Trade", "D. Water"), [HEADING] * 2),
        (("I. Trade", "J. Water"), [HEADING] * 2),
        (("V. Trade", "W. Water"), [HEADING] * 2),
        # One is gone from the run.
        (("A. Aid", "C. Trade", "D. Water"), [HEADING] * 3),
        (("G. Aid", "I. Trade", "J. Water"), [HEADING] * 3),
        (("T. Aid", "V. Trade", "X. Water"), [HEADING] * 3),
        # No text has a hundred sections.
        (("C. Trade",), [HEADING]),
        (("L. Trade", "M. Water"), [HEADING] * 2),
        # Sections.
        (("I. Aid", "II. Trade", "III. Water", "IV. Air", "V. Land"), [SECTION] * 5),
        (("I. Aid",), [SECTION]),
        (("V. Aid", "VI. Trade"), [SECTION] * 2),
        (("IX. Aid", "X. Trade", "XI. Water"), [SECTION] * 3),
        # Letters in sections.
        (("I. Aid", "A. Food", "B. Water", "C. Air", "II. Trade", "A. Goods"),
         [SECTION, HEADING, HEADING, HEADING, SECTION, HEADING]),
        (("IV. Aid", "A. Food", "B. Water", "C. Air", "D. Land", "V. Trade"), [SECTION, *[HEADING] * 4, SECTION]),
        (("I. Aid", *(f"{sign}. Food" for sign in "ABCDEFGHI"), "II. Trade"), [SECTION, *[HEADING] * 9, SECTION]),
        # An annex begins anew.
        (("A. Aid", "B. Food", "Annex", "I. Trade", "II. Water"), [HEADING, HEADING, SECTION, SECTION]),
        (("I. Aid", "II. Food", "Annex", "C. Trade", "D. Water"), [SECTION, SECTION, HEADING, HEADING]),
        # Parts whose letter stands alone.
        (("A", "B", "C"), [SECTION] * 3),
    ],
)  # fmt: skip
def test_the_run_tells_letters_from_numerals(heads: tuple[str, ...], expected: list[str]) -> None:
    assert kinds(*heads) == expected


def test_a_letter_that_a_list_counts_is_one_in_its_run() -> None:
    def line(words: str, number: str | None = None) -> Paragraph:
        return Paragraph(Kind.TEXT, (Run(words),), number=number)

    read, _ = recognise(
        Draft((line("The General Assembly,"), line("Trade", "C."), line("Decides to act;", "1"), line("Water", "D.")))
    )
    assert [(str(one.kind), one.number) for one in read.paragraphs[1::2]] == [("heading", "C."), ("heading", "D.")]


def test_very_many_headings_of_one_sign_are_told_in_time_that_grows_as_they_do() -> None:
    assert kinds(*["C. Trade"] * 3000) == [HEADING] * 3000
