"""Numbers that are typed before words, and which of them are counted."""

from __future__ import annotations

import pytest

from models.draft import Draft, Kind, Paragraph, Run
from models.draft.opening_numbers import counted_numbers, opening_number


def _text(*texts: str) -> Draft:
    return Draft(tuple(Paragraph(Kind.TEXT, (Run(text),)) for text in texts))


@pytest.mark.parametrize(
    ("text", "sort", "figure", "rest"),
    [
        ("1.2 Each Party shall report.", ". 1", "1.2", "Each Party shall report."),
        ("3.4.1. Each Party shall report.", ".. 1", "3.4.1", "Each Party shall report."),
        ("2.10 – Each Party", ". 1", "2.10", "Each Party"),
        ("1.2 [Each Party] shall report.", ". 1", "1.2", "[Each Party] shall report."),
        ("1.2 “Party” means a State.", ". 1", "1.2", "“Party” means a State."),
        ("2.3 يجب على الأطراف", ". 1", "2.3", "يجب على الأطراف"),
        ("§ 4 The seat is in Geneva.", "§ 1", "4", "The seat is in Geneva."),
        ("Rule 3. Each Party has a vote.", "rule 1", "3", "Each Party has a vote."),
        ("Principle 3 States shall cooperate.", "principle 1", "3", "States shall cooperate."),
        ("Rule 3", "rule 1", "3", ""),
    ],
)
def test_a_number_before_mere_text_is_read(text: str, sort: str, figure: str, rest: str) -> None:
    found = opening_number(_text(text).paragraphs[0])
    assert found is not None
    assert (found.sort, found.figure, found.rest) == (sort, figure, rest)
    assert text[found.start : found.end] == figure


@pytest.mark.parametrize(
    "text",
    [
        "1.5 per cent of income is spent on it.",
        "2.3 million people moved.",
        "1.5 °C is the limit.",
        "2.3 Million people moved.",
        "[2.3] Milliards de personnes ont faim.",
        "1.1 GtCO2 shall be stored.",
        "1.1 Children per woman is the rate.",
        "1.2 bis Each Party",
        "Annex I Parties shall report.",
        "Phase 2: Each Party shall report.",
        "A. Trade",
        "Rule 3 applies to all.",
        "12.11.2023",
    ],
)
def test_figures_and_names_are_none(text: str) -> None:
    assert opening_number(_text(text).paragraphs[0]) is None


def test_a_figure_in_a_cell_is_none() -> None:
    assert opening_number(Paragraph(Kind.TEXT, (Run("1.2 Mt"),), cell=(0, 0, 0))) is None


@pytest.mark.parametrize(
    ("texts", "counted"),
    [
        (("1.1 A", "1.2 A", "1.2.1 A", "1.2.2 A", "1.3 A", "2.1 A", "4.1 A"), [0, 1, 2, 3, 4, 5, 6]),
        (("1.1 A", "1.3 A", "1.4 A"), [0, 2]),
        (("1.5 Million", "2.3 Million"), []),
        (("1.1 A",), []),
        (("§ 5 A", "§ 6 A"), [0, 1]),
        (("Rule 1", "These apply.", "Rule 2. A", "Rule 3 A"), [0, 2, 3]),
        (("Article 2 Parties", "Article 5 Parties"), []),
    ],
)
def test_what_is_counted(texts: tuple[str, ...], counted: list[int]) -> None:
    assert sorted(counted_numbers(_text(*texts))) == counted


@pytest.mark.parametrize(
    ("figures", "counted"),
    [
        ("1.1 1.2 1.2 1.3", "1.1 1.2 1.2 1.3"),
        ("1.1 1.2 1.2 1.4", "1.1 1.2 1.2"),
        ("1.1 1.3 1.3 1.4", "1.1 1.3 1.3 1.4"),
        ("1.1 1.2 1.2 1.2", "1.1 1.2 1.2"),
        ("1.1 1.1", ""),
        ("2.1 3.3 3.3", ""),
        ("1.3 1.3", ""),
    ],
)
def test_a_number_that_two_neighbours_have_may_stand_for_both(figures: str, counted: str) -> None:
    texts = [f"{figure} Each Party shall report." for figure in figures.split()]
    found = counted_numbers(_text(*texts), doubled=True)
    assert [figures.split()[at] for at in sorted(found)] == counted.split()
