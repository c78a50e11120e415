"""A draft as Markdown that reads back the same, and as a page of HTML that takes every character as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from app.commands.draft_page import draft_html, draft_markdown
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
