"""A draft as a page of HTML shows each space and line end, and reads back with the same words and notes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.files.read import read_bytes
from models.forms.draft_page import draft_html
from models.forms.html import html

MARKS = st.sampled_from(("i", "ii", "iv", "x", "I", "1", "2", "12", "*", "**", "a", "†", "1 bis"))
WORDS = st.sampled_from((
    "water", "1 January", "i am", "See L.1", "  two  spaces ", " led", "ends ", "a\nb", "[x]", "States, ", "p  q\tr",
    "one\n\ntwo", "Urges:\nDecides",
))  # fmt: skip


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Some paragraphs that cite up to four notes, of figures, roman and other marks, each once."""
    marks = draw(st.lists(MARKS, max_size=4, unique=True))
    notes = []
    for at, mark in enumerate(marks, 1):
        runs = draw(st.lists(st.builds(Run, WORDS, st.booleans()), min_size=1, max_size=2))
        notes.append(Footnote(at, mark, tuple(runs)))
    paragraphs = [Paragraph(Kind.ENACTING, (Run("The General Assembly,"),))]
    waiting = list(range(1, len(marks) + 1))
    while waiting or len(paragraphs) < 3:
        own = [Run("Recalling", italic=True), Run(" the matter ")]
        while bool(waiting) and draw(st.booleans()):
            own += [Run(footnote=waiting.pop(0)), Run(f" {draw(WORDS)} of it")]
        paragraphs.append(Paragraph(Kind.PREAMBULAR, (*own, Run(draw(st.sampled_from((",", ", ", ",\xa0")))))))
        paragraphs += [Paragraph(Kind.TEXT, ())] * draw(st.integers(0, 1))
    return Draft(tuple(paragraphs), tuple(notes))


def said(draft: Draft) -> tuple[list[object], list[object]]:
    lines = [(one.text, [draft.note[note].mark for note in one.footnotes]) for one in draft.paragraphs]
    return [*lines], [(note.mark, note.text) for note in draft.footnotes]


@settings(max_examples=60, deadline=None)
@given(drafts())
def test_a_page_reads_back_with_its_words_and_notes(draft: Draft) -> None:
    assert said(read_bytes(draft_html(draft, "x").encode()).draft) == said(draft)


@pytest.mark.parametrize(
    ("text", "keeps", "ends"),
    [
        ("Decides to meet;", False, 0),
        ("Decides  to meet;", True, 0),
        ("  Decides to meet;", True, 0),
        ("Decides\tto meet;", True, 0),
        ("Decides\nto\u2028meet;", False, 2),
        ("Decides\n  to meet;", True, 1),
    ],
)
def test_spaces_and_ends_of_lines_are_shown(text: str, keeps: bool, ends: int) -> None:
    draft = Draft((Paragraph(Kind.TEXT, (Run(text),)),))
    shown = draft_html(draft, "x").partition("<main")[2]
    assert ('<p class="text" dir="auto" style="white-space:pre-wrap">' in shown) is keeps
    assert shown.count("<br>") == ends
    other = Draft((Paragraph(Kind.TEXT, (Run(f"{text} All of it."),)),))
    page = html(compare(draft, other))
    assert text.replace("\u2028", "\n") in page
    assert ".text p { margin: 0; overflow-wrap: break-word; white-space: pre-wrap; }" in page
