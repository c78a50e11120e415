"""A draft as a page of HTML shows each space and line end, and reads back with the same words and notes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.clipboard.read import from_clipboard
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.draft.canonical import content_hash
from models.files.read import read_bytes
from models.forms.draft_page import draft_html
from models.forms.html import html

MARKS = st.sampled_from(("i", "ii", "iv", "x", "I", "1", "2", "12", "*", "**", "a", "†", "1 bis"))
WORDS = st.sampled_from((
    "water", "1 January", "i am", "See L.1", "  two  spaces ", " led", "ends ", "a\nb", "[x]", "States, ", "p  q\tr",
    "one\n\ntwo", "Urges:\nDecides", "one\u2028two", "a\x85b\vc", "٣ نص", "[] To report", "[[] x",
))  # fmt: skip


OTHERS = st.builds(
    Paragraph,
    st.sampled_from(Kind),
    st.builds(lambda words: (Run(words),), WORDS),
    st.integers(0, 12),
    st.sampled_from((None, "3", "٣", "(a)", "1 bis", "II", "*")),
    st.sampled_from((None, None, "PP1 bis", "OP3 & <4>")),
    st.sampled_from((None, None, (0, 0, 0), (0, 0, 1), (1, 2, 0))),
)
"""Paragraphs of each kind, wherever in a text, with any level and number."""


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
        paragraphs += draw(st.lists(OTHERS, max_size=2))
    return Draft(tuple(paragraphs), tuple(notes))


def said(draft: Draft) -> tuple[list[object], list[object]]:
    lines = [
        (
            one.kind,
            one.level,
            one.number,
            one.set_label,
            one.cell,
            one.text,
            [draft.note[n].mark for n in one.footnotes],
        )
        for one in draft.paragraphs
    ]
    return [*lines], [(note.mark, note.text) for note in draft.footnotes]


@settings(max_examples=25, deadline=None)
@given(drafts())
@example(Draft((Paragraph(Kind.PREAMBULAR, (Run("[] To report"),), set_label="PP1 bis"),)))
def test_a_page_reads_back_with_its_words_kinds_and_notes(draft: Draft) -> None:
    assert said(read_bytes(draft_html(draft, "x").encode()).draft) == said(draft)


@pytest.mark.parametrize(
    ("text", "keeps", "ends"),
    [
        ("Decides to meet;", False, 0),
        ("Decides  to meet;", True, 0),
        ("  Decides to meet;", True, 0),
        ("Decides\tto meet;", True, 0),
        ("Decides\nto\nmeet;", False, 2),
        ("Decides\n  to meet;", True, 1),
    ],
)
def test_spaces_and_ends_of_lines_are_shown(text: str, keeps: bool, ends: int) -> None:
    draft = Draft((Paragraph(Kind.TEXT, (Run(text),)),))
    shown = draft_html(draft, "x").partition("<main")[2]
    assert ('<p class="text" dir="auto" style="white-space:pre-wrap" data-' in shown) is keeps
    assert shown.count("<br>") == ends
    other = Draft((Paragraph(Kind.TEXT, (Run(f"{text} All of it."),)),))
    page = html(compare(draft, other))
    assert text.replace("\u2028", "\n") in page
    assert ".text p { margin: 0; overflow-wrap: break-word; white-space: pre-wrap; }" in page


def test_a_page_has_its_masthead_in_the_order_of_the_draft() -> None:
    lines = ("1904 (XVIII)", "United Nations Declaration on the Elimination", "Proclaimed by the General Assembly")
    head = tuple(Paragraph(Kind.MASTHEAD, (Run(line),)) for line in lines)
    draft = Draft((*head, Paragraph(Kind.ENACTING, (Run("The General Assembly,"),))))
    page = draft_html(draft, "x").partition("<header>")[2]
    assert [page.index(line) for line in lines] == sorted(page.index(line) for line in lines)
    assert page.count("<h1") == 1


@pytest.mark.parametrize("name", ["CRC_C_GC_20_AR.docx", "A_RES_1904_XVIII_declaration.docx"])
def test_real_texts_read_back_from_a_page_as_they_are(shared: Path, name: str) -> None:
    file = next((shared / "corpus").rglob(name))
    draft = read_bytes(file.read_bytes()).draft
    again = read_bytes(draft_html(draft, "x").encode()).draft
    assert content_hash(again) == content_hash(draft)


def test_what_a_page_says_above_its_text_is_neither_read_nor_pasted() -> None:
    draft = Draft((Paragraph(Kind.PREAMBULAR, (Run("Recalling its resolution 58/208,"),)),) * 2)
    page = draft_html(draft, "x", draft_mark=True).encode()
    assert read_bytes(page).draft == draft
    assert from_clipboard({"text/html": page}).paragraphs == draft.paragraphs
    empty = Draft((Paragraph(Kind.TEXT, ()),))
    assert read_bytes(draft_html(empty, "x", draft_mark=True).encode()).draft == empty
    line = b"<p>Draft, not an official document</p>"
    assert [one.text for one in from_clipboard({"text/html": line}).paragraphs] == ["Draft, not an official document"]
