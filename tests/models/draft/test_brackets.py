"""Brackets: which characters count, and how they pair."""

from __future__ import annotations

import pytest

from models.draft import Bracket, Kind, Paragraph, Run, bracket_characters, brackets
from tests.models.comparison.small_drafts import operative as draft


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("[shall][should] act", 4),
        ("[[a] b]", 4),
        ("within [30] days", 2),
        ("[, as appropriate,]", 2),
        ("[situations] [circumstances ]", 4),
        ("] [", 2),
        ("a note[^3] here", 0),
        ("see [the text](http://example.org/a)", 0),
        ("[shall](should)", 2),
        ("[without reference to a Main Committee (A/80/L.6)]", 0),
        ("[*without reference to a Main Committee (A/80/L.6)*]", 0),
        ("[on the report of the Second Committee (A/79/437/Add.10, para. 7)]", 0),
        ("[the report [on the matter]]", 4),
        ("敦促［所有］国家【尽快】行动", 4),
        ("［[所有］]国家", 4),
    ],
)
def test_which_characters_count(text: str, count: int) -> None:
    assert len(list(bracket_characters(text))) == count


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("[a]",), [Bracket((0, 0), (0, 2), 0)]),
        (("[a [b]]",), [Bracket((0, 0), (0, 6), 0), Bracket((0, 3), (0, 5), 1)]),
        (("[a", "b]"), [Bracket((0, 0), (1, 1), 0)]),
        (("a]", "[b"), [Bracket(None, (0, 1), 0), Bracket((1, 0), None, 0)]),
        (("a",), []),
        (("［所有", "【各】国］"), [Bracket((0, 0), (1, 4), 0), Bracket((1, 0), (1, 2), 1)]),
    ],
)
def test_pairs(texts: tuple[str, ...], expected: list[Bracket]) -> None:
    assert list(brackets(draft(*texts))) == expected


def test_offsets_are_code_points_and_cross_runs() -> None:
    paragraph = Paragraph(Kind.OPERATIVE, (Run("😀 ["), Run("a", italic=True), Run(footnote=1), Run("]")))
    assert brackets([paragraph]) == (Bracket((0, 2), (0, 4), 0),)
