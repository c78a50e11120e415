"""Numbers that are typed in the words of headings."""

from __future__ import annotations

import pytest

from models.draft import Draft, Kind, Paragraph, Run
from models.draft.typed_numbers import counts, typed_number


@pytest.mark.parametrize(
    ("text", "sort", "figure", "rest"),
    [
        ("Article 4", "article 1", "4", ""),
        ("ARTICLE 12", "article 1", "12", ""),
        ("[Article 4]", "article 1", "4", ""),
        ("Article 4. Finance", "article 1", "4", "Finance"),
        ("Article 6 (finance)", "article 1", "6", "(finance)"),
        ("Principle 3: Equity", "principle 1", "3", "Equity"),
        ("Chapter II", "chapter A", "II", ""),
        ("Статья 5", "статья 1", "5", ""),
        ("B. Trade as an engine", "A", "B", "Trade as an engine"),
        ("Part A", "part A", "A", ""),
    ],
)
def test_a_number_is_read(text: str, sort: str, figure: str, rest: str) -> None:
    found = typed_number(text)
    assert found is not None
    assert (found.sort, found.figure, found.rest) == (sort, figure, rest)
    assert text[found.start : found.end] == figure


@pytest.mark.parametrize(
    "text",
    [
        "Finance",
        "Agenda 2030",
        "Article 4 bis",
        "Article 4 applies to all",
        "World Summit",
        "Target 14.5",
        "",
        "Article",
    ],
)
def test_none_is_read(text: str) -> None:
    assert typed_number(text) is None


def _headings(*texts: str) -> Draft:
    kinds = [Kind.SECTION if text.isupper() and len(text) > 3 else Kind.HEADING for text in texts]
    return Draft(tuple(Paragraph(kind, (Run(text),)) for kind, text in zip(kinds, texts, strict=True)))


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        (("Article 1", "Article 2", "Article 3"), [1, 2, 3]),
        (("A. Debt", "B. Trade", "C. Aid", "D. Data"), [1, 2, 3, 4]),
        (("Chapter I", "Article 1", "Article 2", "Chapter II", "Article 1"), [1, 1, 2, 2, 1]),
        (("Chapter I", "Article 1", "Chapter II", "Article 2"), [1, 1, 2, 2]),
        (("A. Debt", "B. Trade", "ACTION", "A. Data"), [1, 2, 1]),
        (("Article 1", "Article 3"), []),
        (("Article 1", "Article 2", "Article 2"), []),
        (("Article 4", "Article 5"), []),
        (("Chapter I", "Article 1", "Chapter II", "Article 3"), [1, 2]),
    ],
)
def test_a_running_count(texts: tuple[str, ...], values: list[int]) -> None:
    assert [one.value for one in counts(_headings(*texts)).values()] == values


@pytest.mark.parametrize(
    ("text", "own", "value", "written"),
    [("Article 4", 4, 12, "12"), ("Chapter IV", 4, 5, "V"), ("I. Data", 9, 10, "J"), ("I. Data", 1, 2, "II")],
)
def test_another_number_is_written_alike(text: str, own: int, value: int, written: str) -> None:
    found = typed_number(text)
    assert found is not None
    assert found.written(value, [own]) == written
