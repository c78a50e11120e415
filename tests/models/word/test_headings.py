"""Headings that a Word file says are headings: by outline level, by style, by the name of a style in any language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.draft.labels import labels
from models.forms.draft_markdown import draft_markdown
from models.reading.text import read_text
from models.word.clean import write_clean
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from tests.models.word.lint import lint
from tests.models.word.word_xml import docx, p

Line = tuple[str, str]
"""The style of a paragraph, with "=" and an outline level of its own, and its words."""


def style(key: str, name: str, based: str = "", level: int | None = None, listed: int | None = None) -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    number = "" if listed is None else f'<w:numPr><w:ilvl w:val="{listed}"/><w:numId w:val="3"/></w:numPr>'
    outline = "" if level is None else f'<w:outlineLvl w:val="{level}"/>'
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{on}'
        f"<w:pPr>{number}{outline}</w:pPr></w:style>"
    )


STYLES = "".join((
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    style("H1", "heading 1", "Normal", 0), style("H2", "heading 2", "Normal", 1), style("H3", "heading 3", "Normal", 2),
    style("Mine", "Chapter of ours", "H2"), style("Contents", "TOC Heading", "H1", 9),
))  # fmt: skip
NUMBERING = (
    '<w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
)


def file(*lines: Line, styles: str = STYLES, numbering: str = "") -> bytes:
    body = ""
    for named, words in lines:
        key, _, level = named.partition("=")
        own = f'<w:outlineLvl w:val="{level}"/>' if level else ""
        body += p(words, properties=(f'<w:pStyle w:val="{key}"/>' if key else "") + own)
    return docx(body, styles=styles, **({"numbering": numbering} if numbering else {}))


def told(draft: Draft) -> list[tuple[str, int, str | None, str]]:
    return [(str(one.kind), one.level, one.number, one.text) for one in draft.paragraphs]


REPORT: tuple[Line, ...] = (
    ("", "Report on water"),
    ("H1", "1. Introduction"), ("", "Water is scarce in many places of the world."),
    ("H2", "Background"), ("", "The background is long and winding."),
    ("Mine", "Of our own"), ("", "What we did ourselves was little."),
    ("H1", "What did we find?"), ("", "Some things were found by others."),
    ("H3", "Rivers"), ("", "Rivers are dry in most of the year."),
)  # fmt: skip


def test_headings_of_a_report_have_the_level_of_their_style() -> None:
    assert [one for one in told(read_word(file(*REPORT)).draft) if one[0] == "heading"] == [
        ("heading", 0, "1", "Introduction"),
        ("heading", 1, None, "Background"),
        ("heading", 1, None, "Of our own"),
        ("heading", 0, None, "What did we find?"),
        ("heading", 2, None, "Rivers"),
    ]


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("heading 1", 0), ("Heading 3", 2), ("Titre 2", 1), ("Título 1", 0), ("Ti\u0301tulo 1", 0), ("Encabezado 4", 3),
        ("Заголовок 2", 1), ("标题 1", 0), ("標題 3", 2), ("عنوان 2", 1), ("العنوان 1", 0),
        ("Titre", None), ("heading", None), ("Title", None), ("heading 1 Char", None), ("toc 1", None),
    ],
)  # fmt: skip
def test_a_style_is_one_of_headings_by_its_name_in_any_language(name: str, level: int | None) -> None:
    read = read_word(file(("Own", "Water of the rivers"), ("", "Rivers are dry."), styles=style("Own", name))).draft
    assert told(read)[0][:2] == (("text", 0) if level is None else ("heading", level))


@pytest.mark.parametrize(
    ("line", "level"),
    [
        (("=1", "Rivers of the world"), 1),
        (("H2=0", "Rivers of the world"), 0),
        (("H2=9", "Rivers of the world"), None),
        (("Contents", "Contents of this"), None),
        (("H1", "Interpretation."), None),
        (("H1", "1. Each member shall have one vote."), None),
        (("H1", "(b) [two are Vice-Chairs;]"), None),
        (("H1", "1. [be involved in bids] or"), None),
        (("H1", "1. Bids of others"), 0),
        (("H1", "are rivers dry"), 0),
        (("H1", "The rivers of the world are dry in most of the year, and so are the lakes."), None),
        (("H1", "without being used by the fund; or"), None),
        (("H1", "The purposes of the fund are:"), None),
        (("H1", "word " * 60), None),
    ],
)  # fmt: skip
def test_the_paragraph_says_more_than_its_style_and_a_clause_is_no_heading(line: Line, level: int | None) -> None:
    read = told(read_word(file(line, ("", "Rivers are dry in most of the year."))).draft)[0]
    assert read[:2] == (("text", 0) if level is None else ("heading", level))


ANNEX: tuple[Line, ...] = (
    ("", "The Conference of the Parties,"), ("", "1. Decides to adopt the rules of procedure as annexed."),
    ("", "Annex"), ("H1", "Rules of procedure"),
    ("H2", "1. The Conference shall meet once a year."), ("H2", "2. The Bureau shall have seven members."),
    ("H3", "(a) One of them is the Chair;"), ("H3", "(b) Two are Vice-Chairs."),
    ("H2", "3. Place of meetings"), ("H2", "4. Paragraph 2 above applies."),
)  # fmt: skip


def test_numbered_clauses_in_a_style_of_headings_keep_their_labels_and_what_refers_to_them() -> None:
    rules = read_word(file(*ANNEX)).draft
    assert labels(rules)[3:] == (
        None, "Annex.1", "Annex.2", "Annex.2 (a)", "Annex.2 (b)", "Annex.3", "Annex.4",
    )  # fmt: skip
    more: Line = ("H2", "2. The Chair shall preside over all meetings of the Conference.")
    renumbered = [("H2", words.replace("2. The B", "3. The B").replace("3. Pl", "4. Pl").replace("4. Pa", "5. Pa"))
                  for _, words in ANNEX[5:]]  # fmt: skip
    new = read_word(file(*ANNEX[:5], more, *renumbered)).draft
    (change,) = [one for one in compare(rules, new).changes if one.new_labels == ("Annex.5",)]
    assert change.reasons == ("reference", "renumbered")


@pytest.mark.parametrize(
    ("clauses", "level"),
    [(["2. The Bureau shall meet.", "4. It shall report."], None), (["2. Bureau", "4. It shall report."], 1)],
)
def test_what_stands_among_clauses_of_its_style_and_its_sort_of_number_is_one(
    clauses: list[str], level: int | None
) -> None:
    before, behind = clauses
    other = [("H2", "(a) Seats"), ("", "Each group has a seat."), ("H2", "(b) Votes")]
    lines = [("H1", "Rules"), ("H2", before), ("H2", "3. Terms of use"), ("H2", behind), *other]
    read = {words: (kind, at) for kind, at, _, words in told(read_word(file(*lines)).draft)}
    assert read["Terms of use"] == (("text", 0) if level is None else ("heading", level))
    assert read["Votes"] == ("heading", 1)


def test_words_of_a_resolution_say_what_they_are_whatever_their_style() -> None:
    read = read_word(
        file(
            ("H1", "Water for all"), ("", "The General Assembly,"), ("H2", "Recalling its resolution 79/1,"),
            ("H1", "I. Rivers"), ("H2", "1. Decides to act"), ("H2", "2. Requests the States to report;"),
            ("H3", "Lakes"), ("", "3. Decides to meet."),
            ("H1", "Annex"), ("H2", "1. Terms of use"), ("", "Use water."),
        )
    ).draft  # fmt: skip
    assert told(read) == [
        ("masthead", 0, None, "Water for all"),
        ("enacting", 0, None, "The General Assembly,"),
        ("preambular", 0, None, "Recalling its resolution 79/1,"),
        ("section", 0, "I", "Rivers"),
        ("operative", 0, "1", "Decides to act"),
        ("operative", 0, "2", "Requests the States to report;"),
        ("heading", 2, None, "Lakes"),
        ("operative", 0, "3", "Decides to meet."),
        ("annex", 0, None, "Annex"),
        ("heading", 1, "1", "Terms of use"),
        ("text", 0, None, "Use water."),
    ]


def test_a_report_before_its_draft_resolution_has_its_headings() -> None:
    running = "Water is scarce in many places of the world, and it is becoming scarcer every year. " * 3
    draft = read_word(
        file(("H1", "Introduction"), ("", running), ("", running), ("H1", "Findings"), ("H2", "Rivers"), ("", running),
             ("H1", "Draft resolution on water"), ("", "The General Assembly,"), ("", "Decides to act."))
    ).draft  # fmt: skip
    assert [(str(one.kind), one.level) for one in draft.paragraphs] == [
        ("heading", 0), ("text", 0), ("text", 0), ("heading", 0), ("heading", 1), ("text", 0),
        ("masthead", 0), ("enacting", 0), ("operative", 0),
    ]  # fmt: skip


LISTED = "".join((style("H1", "heading 1", "", 0, 0), style("H2", "heading 2", "", 1, 1)))


def test_a_heading_that_word_numbers_keeps_its_number_and_level() -> None:
    lines = (("H1", "Introduction"), ("H2", "Rivers"), ("", "Rivers are dry."), ("H2", "Lakes"), ("H1", "Findings"))
    read = read_word(file(*lines, styles=LISTED, numbering=NUMBERING)).draft
    assert told(read) == [
        ("heading", 0, "1", "Introduction"), ("heading", 1, "1.1", "Rivers"), ("text", 0, None, "Rivers are dry."),
        ("heading", 1, "1.2", "Lakes"), ("heading", 0, "2", "Findings"),
    ]  # fmt: skip
    assert told(read_word(write_clean(read)).draft) == told(read)


def test_headings_come_back_from_a_clean_file_and_from_markdown() -> None:
    for level in range(9):
        lines = (("", "Report"), (f"={level}", "2. Rivers of the world"), ("", "Rivers are dry in most of the year."))
        draft = read_word(file(*lines)).draft
        assert told(draft)[1] == ("heading", level, "2", "Rivers of the world")
        assert read_word(write_clean(draft)).draft == draft
        assert read_text(draft_markdown(draft)).draft == draft


def _with(draft: Draft, at: int, **changed: object) -> Draft:
    one = replace(draft.paragraphs[at], **changed)  # type: ignore[arg-type]
    return replace(draft, paragraphs=(*draft.paragraphs[:at], one, *draft.paragraphs[at + 1 :]))


def _without(draft: Draft, at: int) -> Draft:
    return replace(draft, paragraphs=draft.paragraphs[:at] + draft.paragraphs[at + 1 :])


def _having(draft: Draft, at: int, *new: Paragraph) -> Draft:
    return replace(draft, paragraphs=(*draft.paragraphs[:at], *new, *draft.paragraphs[at:]))


def _heading(words: str, level: int) -> Paragraph:
    return Paragraph(Kind.HEADING, (Run(words),), level)


@pytest.mark.parametrize("own_base", [False, True], ids=["their file", "our file"])
def test_a_redline_shows_headings_at_their_levels(own_base: bool) -> None:
    read = read_word(file(*REPORT))
    old = read.draft
    for new in (
        _with(old, 3, level=0), _with(old, 9, level=5), _with(old, 3, kind=Kind.TEXT, level=0),
        _with(old, 0, kind=Kind.HEADING),
        _with(old, 9, runs=(Run("Large rivers"),)), _without(old, 3), _having(old, 7, _heading("Lakes", 1)),
        _having(old, 9, _heading("Lakes", 4)),
        _having(old, 11, _heading("Lakes", 0), Paragraph(Kind.TEXT, (Run("No lakes"),))),
    ):  # fmt: skip
        for one, two in ((old, new), (new, old)):
            if two is old and not own_base:
                continue
            comparison = compare(one, two)
            base, origins = (None, ()) if own_base else (read.package, read.origins)
            data = write_redline(comparison, base=base, origins=origins)
            assert differences(comparison, data) == ()
            assert lint(data) == ()


def test_a_heading_that_only_changed_its_style_changed_its_level() -> None:
    old, new = (read_word(file(*lines)).draft for lines in (REPORT, (*REPORT[:3], ("H1", "Background"), *REPORT[4:])))
    changes = [one for one in compare(old, new).changes if one.weight is not None]
    assert [(one.kind, one.weight, one.reasons) for one in changes] == [("unchanged", "substance", ("level",))]
