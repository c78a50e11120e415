"""A draft as Markdown that reads back the same, and as a page of HTML that takes every character as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from models.circulation.draft_markdown import draft_markdown
from models.circulation.draft_page import draft_html
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.reading.read import read_file, read_text

SMALL = Draft(
    (
        Paragraph(Kind.ENACTING, (Run("The General Assembly", italic=True), Run(","))),
        Paragraph(Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(" its resolution 57/270 B,"), Run(footnote=1))),
        Paragraph(Kind.OPERATIVE, (Run("Decides", italic=True), Run(" to meet:")), number="1"),
        Paragraph(Kind.SUBPARAGRAPH, (Run("In 2006;"),), 1, "(a)"),
        Paragraph(Kind.SUBPARAGRAPH, (Run("In <b>2007</b> & later."),), 1, "(b)"),
        Paragraph(Kind.SPONSOR_NOTE, (Run("On behalf of the sponsors."),), number="*"),
    ),
    (Footnote(1, "1", (Run("See "), Run("Treaty Series", italic=True), Run("."))),),
)


def content(draft: Draft) -> list[tuple[object, ...]]:
    return [(p.kind, p.level, p.number, p.text, p.footnotes) for p in draft.paragraphs]


def notes(draft: Draft) -> list[str]:
    return [note.text for note in draft.footnotes]


def test_markdown_as_written() -> None:
    assert draft_markdown(SMALL).split("\n\n") == [
        "*The General Assembly*,",
        "*Recalling* its resolution 57/270 B,[^1]",
        "1. *Decides* to meet:",
        "(a) In 2006;",
        "(b) In <b>2007</b> & later.",
        "* On behalf of the sponsors.",
        "[^1]: See *Treaty Series*.\n",
    ]


LABELLED = Draft(
    (
        Paragraph(Kind.ENACTING, (Run("The General Assembly,"),)),
        Paragraph(Kind.SECTION, (), number="I"),
        Paragraph(Kind.PREAMBULAR, (Run("Recalling it,"),)),
        Paragraph(Kind.PREAMBULAR, (Run("Noting *that* and a_b_ in _c_,"),), set_label="PP1 bis"),
        Paragraph(
            Kind.OPERATIVE, (Run("Decides "), Run("x", italic=True), Run(" to meet, \\* and go.")), number="1 alt"
        ),
    )
)


def test_sections_without_a_title_labels_and_stars_of_the_text_are_kept() -> None:
    written = draft_markdown(LABELLED)
    again = read_text(written).draft
    assert content(again) == content(LABELLED)
    assert [p.set_label for p in again.paragraphs] == [p.set_label for p in LABELLED.paragraphs]
    assert [p.runs for p in again.paragraphs] == [p.runs for p in LABELLED.paragraphs]
    lines = ["".join(line.itertext()) for line in html.document_fromstring(draft_html(LABELLED, "")).iter("p")]
    assert lines[1].strip() == "I."
    assert lines[3].startswith("PP1 bis Noting *that*")


@pytest.mark.parametrize("folder", ["resolutions", "amendments"])
def test_markdown_reads_back(folder: str, shared: Path) -> None:
    for file in sorted((shared / "corpus" / folder).glob("*.txt"))[:25]:
        draft = read_file(file).draft
        again = read_text(draft_markdown(draft)).draft
        assert content(again) == content(draft), file.name
        assert notes(again) == notes(draft), file.name


def test_html_shows_every_character_numbers_and_notes() -> None:
    page = html.document_fromstring(draft_html(SMALL, "A <title> & more"))
    lines = ["".join(line.itertext()) for line in page.iter("p")]
    assert lines == [
        "The General Assembly,",
        "Recalling its resolution 57/270 B,1",
        "1. Decides to meet:",
        "(a) In 2006;",
        "(b) In <b>2007</b> & later.",
        "* On behalf of the sponsors.",
        "1 See Treaty Series.",
    ]
    assert page.findtext(".//title") == "A <title> & more"
    assert page.findtext(".//i") == "The General Assembly"
