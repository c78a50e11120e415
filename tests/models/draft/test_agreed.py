"""Which words are agreed: they fall when they change, and stand when the number, the end or the place does."""

from __future__ import annotations

import pytest

from models.draft import Kind, Paragraph, Run
from models.draft.agreed import agreed_words, holds_brackets, is_agreed_on


def paragraph(words: str, kind: Kind = Kind.OPERATIVE, number: str | None = None) -> Paragraph:
    return Paragraph(kind, (Run(words),), number=number)


@pytest.mark.parametrize(
    "same",
    [
        "Decides to meet again;",
        "Decides to meet again.",
        "Decides to meet again; and",
        "Decides to meet again, and",
        "Decides to meet\u00a0again",
        "Decides  to meet again ;",
        "Decides to meet again ; et",
        "Decides to meet again；以及",
    ],
)
def test_its_end_and_its_spaces_are_no_words(same: str) -> None:
    assert agreed_words(paragraph(same)) == agreed_words(paragraph("Decides to meet again;", number="7"))


@pytest.mark.parametrize(
    "other", ["Decides to meet;", "decides to meet again;", "Decides to meet again and;x", "Decides to meet again y z;"]
)
def test_other_words_are_others(other: str) -> None:
    assert agreed_words(paragraph(other)) != agreed_words(paragraph("Decides to meet again;"))


def test_italics_are_no_words_and_an_accent_is_the_same_in_two_letters() -> None:
    whole = Paragraph(Kind.OPERATIVE, (Run("Décide", italic=True), Run(" de se réunir;")))
    assert agreed_words(whole) == agreed_words(paragraph("De\u0301cide de se re\u0301unir;"))


@pytest.mark.parametrize(
    ("kind", "agreed_on"),
    [
        (Kind.PREAMBULAR, True),
        (Kind.OPERATIVE, True),
        (Kind.SUBPARAGRAPH, True),
        (Kind.MASTHEAD, False),
        (Kind.HEADING, False),
        (Kind.TEXT, False),
    ],
)
def test_what_is_agreed_on(kind: Kind, agreed_on: bool) -> None:
    assert is_agreed_on(paragraph("Decides;", kind)) is agreed_on
    assert not is_agreed_on(paragraph(" ", kind))


def test_brackets_are_not_agreed_and_links_are_no_brackets() -> None:
    assert holds_brackets(paragraph("Decides [to meet];"))
    assert not holds_brackets(paragraph("Decides on [A/80/1](https://undocs.org/A/80/1);"))
