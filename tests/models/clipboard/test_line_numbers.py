"""Numbers of lines that were copied with a text from a page are none of its words; numbers that may be others stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.clipboard.line_numbers import without_line_numbers
from models.clipboard.plain import read_plain

TEXT = (
    "2. Requests the Secretary-General to submit a",
    "report to the General Assembly at its eighty-first session,",
    "in English and in French;",
    "3. Invites all States to take part;",
    "(a) With the means at hand;",
    "(b) In good time.",
)


def numbered(lines: tuple[str, ...], first: int, gap: str = "   ") -> str:
    return "\n".join(f"{at}{gap}{line}" for at, line in enumerate(lines, first))


@pytest.mark.parametrize("gap", ["   ", " ", "\t"])
@pytest.mark.parametrize("first", [1, 12, 98])
def test_the_text_is_pasted_without_the_numbers_of_its_lines(first: int, gap: str) -> None:
    read, bare = read_plain(numbered(TEXT, first, gap)), read_plain("\n".join(TEXT))
    assert [(one.kind, one.number, one.text) for one in read.paragraphs] == [
        (one.kind, one.number, one.text) for one in bare.paragraphs
    ]
    assert [one.number for one in read.paragraphs] == ["2", "3", "(a)", "(b)"]
    assert read.losses == ("The numbers of its lines were left out.",)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("the text of which\n13   goes on\n14   3. Invites all;\n15   4. Decides.", "the text of which\ngoes on"),
        ("48   1. Decides\n49   to meet;\n1   2. Invites\n2   all.", "1. Decides\nto meet;\n2. Invites\nall."),
        ("7  1. Decides;\n\n8  2. Invites\n9  all.", "1. Decides;\n\n2. Invites\nall."),
        (
            "7  Recalling its resolution 80/1 and all of\n8  its annexes,\n9  Noting it,",
            "Recalling its resolution 80/1",
        ),
        ("7  1 - تقرر أن تجتمع؛\n8  2 - تدعو الدول\n9  إلى ذلك.", "1 - تقرر أن تجتمع؛"),
    ],
)
def test_a_first_line_copied_in_part_and_another_page(text: str, bare: str) -> None:
    assert (without_line_numbers(text) or "").startswith(bare)


@pytest.mark.parametrize(
    "text",
    [
        "1 Recalling its resolution 80/1,\n2 Noting the report,\n3 Decides to meet.",
        "1. Decides to meet;\n2. Invites all;\n3. Requests a report.",
        "12 apples\n13 pears\n14 plums",
        "12   2. Requests a\n13   report;",
        "12   2. Requests a\n15   report;\n16   3. Invites all;",
        "12 (a) Sustainable development\n13 Globalization\n14 Groups of countries",
        "1 Decides to meet;\n2 (a) Invites all;\n3 Requests a report.",
        "2023   1. first\n2025   2. second\n2026   3. third",
        "1\t(a) Water\n2\t(b) Food\n3\t(c) Energy",
        "1\t2. Water\tx\n2\tfood\ty\n3\tenergy\tz",
        "1 number of people who live in poverty now\n2 share of women in parliaments\n3 area of forest",
        "Decides to meet in the year\n2025 and in the year\n2026 and after it in\nthe year 2027.",
    ],
)
def test_what_may_be_numbers_of_something_else_stays(text: str) -> None:
    assert without_line_numbers(text) is None


@given(st.lists(st.text(alphabet="ab 1.\t", max_size=12), max_size=6))
def test_no_letter_of_the_words_goes(lines: list[str]) -> None:
    text = "\n".join(lines)
    bare = without_line_numbers(text)
    if bare is not None:
        assert [line for line in bare.split("\n") if line.strip()]
        for line, was in zip(bare.split("\n"), lines, strict=True):
            assert was.rstrip().endswith(line.rstrip())
            assert was.strip()[: -len(line.strip()) or None].strip().isdigit() or line == was
