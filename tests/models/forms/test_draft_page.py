"""A draft as Markdown that reads back the same, and as a page of HTML that takes every character as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.files.read import read_bytes, read_text
from models.forms.draft_markdown import draft_markdown
from models.forms.draft_page import draft_html
from tests.real_files import real_draft, real_files

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
    page = html.document_fromstring(draft_html(LABELLED, ""))
    assert [one.text_content().strip() for one in page.iter("h2")] == ["I."]
    assert [one.text_content() for one in page.iter("p")][2].startswith("PP1 bis Noting *that*")


@pytest.mark.parametrize("folder", ["resolutions", "amendments"])
def test_markdown_reads_back(folder: str, shared: Path) -> None:
    for file in real_files(shared / "corpus" / folder, "*.txt")[:25]:
        draft = real_draft(file)
        again = read_text(draft_markdown(draft)).draft
        assert content(again) == content(draft), file.name
        assert notes(again) == notes(draft), file.name


def test_html_shows_every_character_numbers_and_notes() -> None:
    page = html.document_fromstring(draft_html(SMALL, "A <title> & more"))
    for unseen in page.xpath("//*[@class='unseen' or @class='back']"):
        unseen.drop_tree()
    assert [one.text_content().strip() for one in page.xpath("//main//p")] == [
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


def test_a_comma_is_seen_between_two_notes_at_one_place_and_is_no_letter() -> None:
    runs = (Run("Urges all,"), Run(footnote=1), Run(footnote=2), Run(" now"), Run(footnote=1), Run("."))
    notes_ = (Footnote(1, "1", (Run("One."),)), Footnote(2, "2", (Run("Two."),)))
    draft = Draft((Paragraph(Kind.OPERATIVE, runs, number="1"),), notes_)
    page = draft_html(draft, "T")
    assert page.count('<span class="next"></span>') == 1
    assert 'sup .next::before { content: ","; }' in page
    assert read_bytes(page.encode()).draft == draft


def titled(*more: Paragraph) -> Draft:
    masthead = (Paragraph(Kind.MASTHEAD, (Run("A/C.2/80/L.50"),)), Paragraph(Kind.MASTHEAD, (Run("Combating dust"),)))
    return Draft((*masthead, *SMALL.paragraphs, *more), SMALL.footnotes)


def test_a_page_can_be_found_around_in_by_ear_and_keyboard() -> None:
    cells = [
        Paragraph(Kind.TEXT, (Run(f"{row} {column}"),), cell=(0, row, column)) for row in (0, 1) for column in (0, 1)
    ]
    page = html.document_fromstring(draft_html(titled(*cells, Paragraph(Kind.ANNEX, (Run("Annex"),))), "L.50"))
    assert page.get("lang") == "en"
    assert page.xpath("string(//header/h1)") == "Combating dust"
    assert [one.text for one in page.iter("h2")] == ["Annex", "Notes"]
    assert len(page.xpath("//main//table//td")) == 4
    skip = page.xpath("//body/*")[0]
    assert skip.get("href") == "#text"
    assert page.xpath("//main/@id") == ["text"]
    there = page.xpath("//@id")
    assert len(there) == len(set(there))
    assert {link[1:] for link in page.xpath("//@href")} <= set(there)
    assert page.xpath("string(//sup/a[@href='#note1'])") == "note 1"
    assert page.xpath("//*[@id='note1']//a/@href") == ["#cited1"]
    assert not page.xpath("//link | //script | //img")


@pytest.mark.parametrize(
    ("text", "code", "mirrored"),
    [
        ("Recalling its resolution 57/270 B and all the others,", "en", False),
        ("إذ تشير إلى قرارها 70/1 المؤرخ 25 أيلول،", "ar", True),
        ("Rappelant les résolutions de la Commission et des États Membres,", "fr", False),
        ("Recordando las resoluciones de los Estados Miembros y del Consejo,", "es", False),
        ("Ссылаясь на свою резолюцию 70/1,", "ru", False),
        ("回顾其第70/1号决议，", "zh", False),
    ],
)
def test_a_page_says_its_language_and_its_direction(text: str, code: str, mirrored: bool) -> None:
    page = html.document_fromstring(draft_html(Draft((Paragraph(Kind.PREAMBULAR, (Run(text),)),)), "x"))
    assert page.get("lang") == code
    assert (page.get("dir") == "rtl") == mirrored


def test_a_draft_is_said_to_be_one_where_that_is_wanted() -> None:
    assert "not an official document" in draft_html(SMALL, "x", draft_mark=True)
    assert "not an official document" not in draft_html(SMALL, "x", draft_mark=False)


@pytest.mark.parametrize(
    ("kinds", "levels"),
    [
        ((Kind.HEADING, Kind.HEADING), "22"),
        ((Kind.SECTION, Kind.HEADING, Kind.HEADING), "233"),
        ((Kind.HEADING, Kind.ANNEX, Kind.HEADING), "223"),
    ],
)
def test_no_heading_is_two_levels_below_the_one_before(kinds: tuple[Kind, ...], levels: str) -> None:
    draft = Draft(tuple(Paragraph(kind, (Run(f"Part {at}"),)) for at, kind in enumerate(kinds)))
    page = html.document_fromstring(draft_html(draft, "A text"))
    assert "".join(one.tag[1] for one in page.iter("h2", "h3")) == levels


def test_a_table_that_may_scroll_is_reached_by_the_keys() -> None:
    cells = tuple(Paragraph(Kind.TEXT, (Run(text),), cell=(0, 0, at)) for at, text in enumerate("ab"))
    (wide,) = html.fromstring(draft_html(Draft(cells), "x")).xpath("//div[@class='wide']")
    assert (wide.get("tabindex"), wide.get("role"), wide.get("aria-label")) == ("0", "group", "Table")
