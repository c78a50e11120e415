"""What the palette finds for what people type when they mean a paragraph."""

from __future__ import annotations

import pytest

from app.window.jumping import paragraph_entries
from models.draft import Draft, Kind, Paragraph, Run
from widgets.text.shown import ShownDraft

DRAFT = Draft(
    (
        Paragraph(Kind.PREAMBULAR, (Run("Recalling resolution 21 of 2006,"),)),
        Paragraph(Kind.OPERATIVE, (Run("Decides to meet;"),), number="1"),
        Paragraph(Kind.OPERATIVE, (Run("Requests the following:"),), number="2"),
        Paragraph(Kind.SUBPARAGRAPH, (Run("A report;"),), 1, number="(a)"),
        Paragraph(Kind.SUBPARAGRAPH, (Run("A summary."),), 1, number="(b)"),
    )
)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("op2", "OP2"),
        ("OP 2", "OP2"),
        ("2", "OP2"),
        ("OP2 (b)", "OP2 (b)"),
        ("OP2(b)", "OP2 (b)"),
        ("op2b", "OP2 (b)"),
        ("2 (b)", "OP2 (b)"),
        ("2(b)", "OP2 (b)"),
        ("pp1", "PP1"),
        ("21", "PP1"),
        ("2006", "PP1"),
        ("21 of", "PP1"),
        ("summary", "OP2 (b)"),
    ],
)
def test_a_paragraph_is_found_by_its_label_however_typed_and_by_its_words(typed: str, first: str) -> None:
    gone: list[str] = []
    entries = paragraph_entries(typed, ShownDraft(DRAFT), lambda label, _words: gone.append(label))
    entries[0].act()
    assert gone == [first]


def test_nothing_is_found_where_nothing_is_called_so() -> None:
    assert paragraph_entries("op9", ShownDraft(DRAFT), lambda _label, _words: None) == []
    assert paragraph_entries("9", ShownDraft(DRAFT), lambda _label, _words: None) == []
