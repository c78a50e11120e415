"""A draft as Markdown reads back as the very same draft: real texts, and drafts made of whatever a draft can hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.draft.canonical import canonical, content_hash
from models.forms.draft_markdown import draft_markdown
from models.reading.text import read_text
from tests.real_files import real_draft

TOLD = "<!-- adref "
ENACTING = Paragraph(Kind.ENACTING, (Run("The General Assembly", italic=True), Run(",")))


def again(draft: Draft) -> Draft:
    return read_text(draft_markdown(draft)).draft


def paragraph(kind: Kind = Kind.OPERATIVE, text: str = "Decides to meet;", **more: object) -> Paragraph:
    return Paragraph(kind, (Run(text),), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "draft",
    {
        "underlined": Draft((ENACTING, Paragraph(Kind.OPERATIVE, (Run("Decides", underline=True), Run(" so."))))),
        "a line break": Draft((ENACTING, paragraph(text="Decides\nto meet;", number="1"))),
        "a tab and spaces": Draft((ENACTING, paragraph(text="\tDecides  to meet; ", number="1"))),
        "signs": Draft((ENACTING, paragraph(text="*Decides* to_meet_ <b>&amp; [x](y) `z` \\ | # ~ $", number="1"))),
        "a comment of ours": Draft((paragraph(Kind.TEXT, '<!-- adref text level="3" -->'),)),
        "an empty paragraph": Draft((ENACTING, Paragraph(Kind.TEXT), paragraph(number="1"))),
        "a kind the words do not tell": Draft((paragraph(Kind.PREAMBULAR, "Banana;"), paragraph(Kind.CLOSING, "Peel"))),
        "a deep level": Draft((ENACTING, paragraph(number="1"), paragraph(Kind.SUBPARAGRAPH, "x", level=7))),
        "number and label": Draft((ENACTING, paragraph(number="3 bis", set_label='OP3 "bis" -->'))),
        "cells": Draft((paragraph(Kind.TEXT, "a", cell=(0, 0, 0)), paragraph(Kind.TEXT, "b", cell=(0, 0, 1)))),
        "marks of notes": Draft((Paragraph(Kind.TEXT, (Run(footnote=4), Run(footnote=4))),), (Footnote(4, "*"),)),
        "a note nobody cites": Draft((paragraph(Kind.TEXT, "a"),), (Footnote(2, "2", (Run("See b."),)),)),
        "a mark without its note": Draft((Paragraph(Kind.TEXT, (Run("a"), Run(footnote=9))),)),
        "notes out of order": Draft(
            (Paragraph(Kind.TEXT, (Run("a"), Run(footnote=1), Run("b"), Run(footnote=2))),),
            (Footnote(2, "2", (Run("Two."),)), Footnote(1, "1", (Run("One"), Run(" 1", underline=True)))),
        ),
        "a cut word": Draft((ENACTING, paragraph(text="Decides to meet in the", number="1"), paragraph(text="year."))),
        "raised figures": Draft((ENACTING, paragraph(text="Decides on 5 km² and ¹ and [^1] and 1/;", number="1"))),
        "no character of Unicode": Draft((paragraph(Kind.TEXT, "\x0b\x0c\x85\u2028\u00a0\u200f\ud800\ufeff."),)),
    }.items(),
    ids=lambda case: case[0],
)  # fmt: skip
def test_whatever_a_draft_holds_comes_back(draft: tuple[str, Draft]) -> None:
    assert canonical(again(draft[1])) == canonical(draft[1])


def test_only_what_would_be_read_otherwise_is_told() -> None:
    strange = Paragraph(Kind.OPERATIVE, (Run("Decides", underline=True), Run(" 2 + 2 = 4;")), 0, "2", "OP2 alt")
    written = draft_markdown(Draft((ENACTING, paragraph(number="1"), strange, paragraph(number="3"))))
    assert written.split("\n\n") == [
        "*The General Assembly*,",
        "1. Decides to meet;",
        '<!-- adref operative number="2" label="OP2 alt" before="3" -->\n2&#46; <u>Decides</u> 2 + 2 = 4;',
        "3. Decides to meet;\n",
    ]


def test_a_sponsors_note_amid_the_text_is_told_and_not_all_behind_it() -> None:
    head = Paragraph(Kind.MASTHEAD, (Run("Iraq:* draft resolution"),))
    note = Paragraph(Kind.SPONSOR_NOTE, (Run("On behalf of the Group."),), 0, "*")
    operatives = [paragraph(number=str(at)) for at in range(1, 9)]
    draft = Draft((head, ENACTING, operatives[0], note, *operatives[1:]))
    assert canonical(again(draft)) == canonical(draft)
    assert draft_markdown(draft).count("<!--") == 2


def test_a_comma_parts_the_marks_of_two_notes_and_is_none_of_the_words() -> None:
    notes = tuple(Footnote(at, str(at), (Run(f"See {at}."),)) for at in (1, 2))
    for between in ((), (Run(","),)):
        runs = (Run("Decides to meet"), Run(footnote=1), *between, Run(footnote=2), Run(";"))
        draft = Draft((ENACTING, Paragraph(Kind.OPERATIVE, runs, 0, "1")), notes)
        assert "Decides to meet[^1],[^2];" in draft_markdown(draft)
        assert canonical(again(draft)) == canonical(draft)


def test_a_comment_that_tells_nothing_known_is_a_comment() -> None:
    text = (
        'The General Assembly,\n\n<!-- adref melon level="2" -->\n\n<!-- adref text level="x" -->\n\n1. Decides so.\n'
    )
    assert [one.text for one in read_text(text).draft.paragraphs] == ["The General Assembly,", "Decides so."]


def real_texts(shared: Path) -> list[Path]:
    corpus = shared / "corpus"
    every = [path for folder in ("resolutions", "amendments") for path in sorted((corpus / folder).glob("*.txt"))[::2]]
    every += [
        path for folder in ("library", "security_council") for path in sorted((corpus / folder).glob("*.txt"))[::9]
    ]
    return every + sorted((corpus / "vice_chairman").glob("*.txt"))


def test_real_texts_read_back_with_nothing_told(shared: Path) -> None:
    texts = real_texts(shared)
    assert len(texts) > 60
    for path in texts:
        draft = real_draft(path)
        written = draft_markdown(draft)
        assert content_hash(read_text(written).draft) == content_hash(draft), path.name
        assert TOLD not in written, path.name


def test_an_arabic_word_file_and_a_text_of_many_brackets_read_back(shared: Path) -> None:
    corpus = shared / "corpus"
    for path in (corpus / "word" / "CRC_C_GC_20_AR.docx", corpus / "bracketed" / "paris_agreement_4-dec-2015.md"):
        draft = real_draft(path)
        assert content_hash(again(draft)) == content_hash(draft), path.name


words = st.one_of(
    st.sampled_from(
        ["Decides", "Recalling", " ", "  ", "\n", "\t", "*", "_", "**", "\\", "[^1]", "¹", "1. ", "(a) ",
         "- ", "# ", ":", ",", ";", "The General Assembly,", "Annex", "II", "OP3 bis ", "<u>", "&#9;", "-->",
         "]", "<!-- adref text -->", "\u2028", "Distr.: Limited", "*Decides*", "PP1 ", "[a](b.c)", "1/", "—", "المرفق",
         "`", "|", "\u00a0"]
    ),
    st.text(max_size=6),
)  # fmt: skip
texts = st.lists(words, max_size=5).map("".join)
runs = st.lists(
    st.builds(Run, texts, st.booleans(), st.booleans(), st.booleans())
    | st.integers(1, 4).map(lambda note: Run(footnote=note)),
    max_size=4,
).map(tuple)  # fmt: skip
paragraphs = st.builds(
    Paragraph,
    st.sampled_from(list(Kind)),
    runs,
    st.integers(0, 8),
    st.none() | st.sampled_from(["1", "2", "3 bis", "(a)", "(i)", "II", "*", "•", "", "x y"]) | texts,
    st.none() | st.sampled_from(["PP1 bis", "OP3"]) | texts,
    st.none() | st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(0, 2)),
)
notes = st.lists(
    st.builds(Footnote, st.integers(1, 4), st.sampled_from(["1", "2", "*", ""]) | texts,
              st.lists(st.builds(Run, texts, st.booleans()), max_size=2).map(tuple)),
    max_size=3,
    unique_by=lambda note: note.id,
).map(tuple)  # fmt: skip


@settings(max_examples=90, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.builds(Draft, st.lists(paragraphs, max_size=5).map(tuple), notes))
def test_any_draft_reads_back(draft: Draft) -> None:
    assert canonical(again(draft)) == canonical(draft)
