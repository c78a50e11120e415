"""Lines of one paragraph that read as paragraphs are told."""

from __future__ import annotations

import pytest

from models.draft import Draft, Kind, Paragraph, Run
from models.reading.lines_in_one import lines_in_one
from models.reading.structure import recognise

LINES = "The General Assembly,\nRecalling its resolution 70/1,\n1. Decides to meet:\n(a) In May;\n\n(b) In June."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LINES, "4 lines"),
        ("Decides to meet;\nRequests a report.", "A line"),
        ("1. Decides to meet:\n(a) in May;\n(b) in June.", "2 lines"),
        ("Decides to meet;\n[2. Requests a report.]", "A line"),
        ("Decides to meet\n2. Requests a report.", None),
        ("Decides to meet,\nin May or in June;", None),
        ("Decides to meet:\n- in May;\n- in June.", None),
        ("Permanent Mission,\nNew York", None),
        ("Decides to meet;", None),
    ],
)
def test_lines_that_open_as_paragraphs_are_told(text: str, told: str | None) -> None:
    found = list(lines_in_one((Paragraph(Kind.TEXT, (Run(text),)),)))
    assert [one.paragraph for one in found] == ([0] if told else [])
    assert all(one.message.startswith(f"{told} within") for one in found)


def test_they_are_told_of_a_text_as_it_is_read_and_not_of_cells() -> None:
    whole = Paragraph(Kind.TEXT, (Run(LINES),))
    _, warnings = recognise(Draft((Paragraph(Kind.TEXT, (Run("The General Assembly,"),)), whole)))
    assert [(one.paragraph, one.code) for one in warnings] == [(1, "lines-in-one")]
    cell = Paragraph(Kind.TEXT, (Run(LINES),), cell=(0, 0, 0))
    assert list(lines_in_one((cell,))) == []
