"""The numbers Word shows before paragraphs, counted as Word counts them."""

from __future__ import annotations

import pytest

from models.draft import Kind
from models.word.read import read_word
from models.word.reading.number_formats import written
from tests.models.word.word_xml import docx, p, t


def level(ilvl: int, form: str, text: str, start: int | None = 1, more: str = "") -> str:
    first = "" if start is None else f'<w:start w:val="{start}"/>'
    return f'<w:lvl w:ilvl="{ilvl}">{first}<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def abstract(number: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def item(list_id: int | None = 1, ilvl: int | None = 0, style: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    at = f'<w:ilvl w:val="{ilvl}"/>' if ilvl is not None else ""
    of = f'<w:numId w:val="{list_id}"/>' if list_id is not None else ""
    return p("text", properties=f"{named}<w:numPr>{at}{of}</w:numPr>")


def styled(style: str) -> str:
    return p("text", properties=f'<w:pStyle w:val="{style}"/>')


def shown(body: str, numbering: str, styles: str = "") -> list[str | None]:
    reading = read_word(docx(body, numbering=numbering, styles=styles))
    return [paragraph.number for paragraph in reading.draft.paragraphs]


UN = abstract(
    0,
    level(0, "decimal", "%1."),
    level(1, "lowerLetter", "(%2)"),
    level(2, "lowerRoman", "(%3)"),
    level(3, "lowerLetter", "%4."),
)


def test_the_levels_of_a_resolution() -> None:
    body = "".join(item(1, at) for at in (0, 1, 1, 2, 2, 3, 1, 0, 1, 0))
    assert shown(body, UN + num(1, 0)) == ["1", "(a)", "(b)", "(i)", "(ii)", "a.", "(c)", "2", "(a)", "3"]


def test_lists_of_word_s_own_styles_stand_under_one_another_each_with_a_list_of_its_own() -> None:
    names = ("List Number", "List Number 2", "list number 3", "Lists of Number 2")
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{at}"><w:name w:val="{name}"/><w:pPr><w:numPr><w:numId w:val="{at}"/>'
        "</w:numPr></w:pPr></w:style>"
        for at, name in enumerate(names)
    )
    styles += '<w:style w:type="paragraph" w:styleId="ours"><w:name w:val="Ours"/><w:basedOn w:val="s1"/></w:style>'
    numbering = "".join(abstract(at, level(0, "decimal", "%1.")) for at in range(4))
    numbering += "".join(num(at, at) for at in range(4))
    lines = ((0, "Requests him:"), (1, "To report;"), (2, "In writing;"), (2, "In time;"), (3, "Decides to meet."))
    body = p("The Council,") + "".join(p(words, properties=f'<w:pStyle w:val="s{at}"/>') for at, words in lines)
    body += p("To think;", properties='<w:pStyle w:val="ours"/>')
    read = read_word(docx(body, numbering=numbering, styles=styles)).draft.paragraphs[1:]
    kinds = [(one.kind, one.level, one.number) for one in read]
    assert kinds == [
        (Kind.OPERATIVE, 0, "1"),
        (Kind.SUBPARAGRAPH, 1, "1"),
        (Kind.SUBPARAGRAPH, 2, "1"),
        (Kind.SUBPARAGRAPH, 2, "2"),
        (Kind.OPERATIVE, 0, "1"),
        (Kind.SUBPARAGRAPH, 1, "2"),
    ]


def test_a_roman_numeral_that_the_list_alone_gives_heads_a_section() -> None:
    """As LibreOffice saves a section of Adref's own: its style has another id."""
    alone = p("", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    texts = ("The General Assembly,", "Recalling its resolutions,", "Peace", "1. Decides to meet;", "Trade")
    lines = [p(words) for words in texts]
    body = "".join([*lines[:2], alone, *lines[2:4], alone, lines[4], p("2. Requests the Secretary-General to report.")])
    read = read_word(docx(body, numbering=abstract(0, level(0, "upperRoman", "%1")) + num(1, 0))).draft
    assert [(one.kind, one.number) for one in read.paragraphs if not one.text] == [
        (Kind.SECTION, "I"),
        (Kind.SECTION, "II"),
    ]


def test_levels_are_kept_and_bullets_have_no_number() -> None:
    numbering = abstract(0, level(0, "bullet", ""), level(1, "bullet", "o")) + num(1, 0)
    reading = read_word(docx(item(1, 0) + item(1, 1) + p("none"), numbering=numbering))
    assert [(one.number, one.level) for one in reading.draft.paragraphs] == [(None, 0), (None, 1), (None, 0)]
    assert reading.warnings == ()


def test_two_lists_of_one_definition_go_on_and_an_override_starts_anew() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = UN + num(1, 0) + num(2, 0) + num(3, 0, again)
    assert shown("".join(item(at) for at in (1, 1, 2, 3, 3, 1)), numbering) == ["1", "2", "3", "1", "2", "3"]


def test_a_level_of_the_lists_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1.", 4)}</w:lvlOverride>'
    assert shown(item(1) + item(1), UN + num(1, 0, own)) == ["IV", "V"]


@pytest.mark.parametrize(
    ("restart", "numbers"),
    [
        ("", ["1", "1.1", "1.1.1", "1.2", "1.2.1", "2", "2.1", "2.1.1"]),
        ('<w:lvlRestart w:val="0"/>', ["1", "1.1", "1.1.1", "1.2", "1.2.2", "2", "2.1", "2.1.3"]),
        ('<w:lvlRestart w:val="1"/>', ["1", "1.1", "1.1.1", "1.2", "1.2.2", "2", "2.1", "2.1.1"]),
    ],
)
def test_when_a_level_restarts(restart: str, numbers: list[str]) -> None:
    levels = [level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3.", 1, restart)]
    body = "".join(item(1, at) for at in (0, 1, 2, 1, 2, 0, 1, 2))
    assert shown(body, abstract(0, *levels) + num(1, 0)) == numbers


@pytest.mark.parametrize(
    ("form", "section"), [("decimal", "2.1"), ("decimalZero", "2.01"), ("lowerLetter", "2.1"), ("none", "2.")]
)
def test_legal_numbers(form: str, section: str) -> None:
    levels = [level(0, "upperRoman", "Article %1."), level(1, form, "%1.%2", 1, "<w:isLgl/>")]
    body = item(1, 0) + item(1, 0) + item(1, 1)
    numbers = shown(body, abstract(0, *levels) + num(1, 0))
    assert numbers == ["Article I", "Article II", section.removesuffix(".")]


@pytest.mark.parametrize(
    ("content", "numbers"),
    [
        ("", ["1", None, "2"]), ('<w:bookmarkStart w:id="1" w:name="a"/>', ["1", None, "2"]),
        (t("last"), ["1", "2", "3"]), ("<w:r><w:drawing/></w:r>", ["1", "2", "3"]),
    ],
)  # fmt: skip
def test_the_end_of_a_section_alone_is_no_item_of_a_list(content: str, numbers: list[str | None]) -> None:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    end = f'<w:p><w:pPr>{listed}<w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs><w:sectPr/></w:pPr>{content}</w:p>'
    assert shown(item() + end + item(), UN + num(1, 0)) == numbers


STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>
<w:style w:type="paragraph" w:styleId="OP"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="OP"/></w:style>
<w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="OP"/></w:style>
<w:style w:type="paragraph" w:styleId="None"><w:basedOn w:val="OP"/>
  <w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
<w:style w:type="numbering" w:styleId="List"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
"""
BOUND = abstract(
    0,
    level(0, "decimal", "%1.", 1, '<w:pStyle w:val="OP"/>'),
    level(1, "lowerLetter", "(%2)", 1, '<w:pStyle w:val="Sub"/>'),
) + num(1, 0)


def test_numbers_bound_to_styles() -> None:
    body = styled("OP") + styled("Sub") + styled("Child") + styled("None") + styled("Sub") + styled("OP")
    assert shown(body, BOUND, STYLES) == ["1", "(a)", "2", None, "(a)", "3"]


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        (styled("OP") + styled("Said") + styled("Said"), ["1", "(a)", "(b)"]),
        (styled("OP") + styled("Said") + styled("OfSaid"), ["1", "(a)", "(b)"]),
        (styled("OP") + item(1, None, "Said") + item(2, None, "Said"), ["1", "(a)", "2"]),
        (styled("OP") + item(1, 0, "Said"), ["1", "2"]),
        (styled("OP") + item(1, 9, "Said") + styled("OP"), ["1", None, "2"]),
    ],
)
def test_a_style_that_says_the_level_alone(body: str, numbers: list[str | None]) -> None:
    """The list is that of the style it is based on, which the list binds to another level."""
    said = (
        '<w:style w:type="paragraph" w:styleId="Said"><w:basedOn w:val="OP"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="OfSaid"><w:basedOn w:val="Said"/></w:style>'
    )
    assert shown(body, BOUND + num(2, 0), STYLES + said) == numbers


def test_direct_numbering_comes_before_that_of_the_style() -> None:
    body = styled("OP") + item(0, 0, "OP") + item(None, 1, "OP") + item(9, 0, "OP") + styled("OP")
    assert shown(body, BOUND, STYLES) == ["1", None, "(a)", None, "2"]


def test_a_definition_borrowed_through_a_numbering_style() -> None:
    numbering = (
        abstract(0, more='<w:numStyleLink w:val="List"/>')
        + abstract(1, level(0, "decimal", "%1)"), more='<w:styleLink w:val="List"/>')
        + num(1, 0)
        + num(2, 1)
    )
    assert shown(item(1) + item(2) + item(1), numbering, STYLES) == ["1)", "2)", "3)"]


def test_a_definition_that_borrows_from_itself_is_no_list() -> None:
    numbering = abstract(0, more='<w:numStyleLink w:val="List"/>') + num(1, 0) + num(2, 0)
    assert shown(item(1), numbering, STYLES) == [None]


def test_text_of_a_level_around_the_number() -> None:
    levels = [level(0, "none", "Note "), level(1, "decimal", ""), level(2, "decimalZero", "%3."), level(3, "none", "")]
    body = "".join(item(1, at) for at in range(4))
    assert shown(body, abstract(0, *levels) + num(1, 0)) == ["Note", None, "01", None]


def test_a_form_of_number_that_older_programs_do_not_know() -> None:
    forms = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="w14" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="upperLetter"/></mc:Fallback></mc:AlternateContent>'
    )
    plain = level(0, "decimal", "%1.")
    newer = plain.replace('<w:numFmt w:val="decimal"/>', forms)
    assert shown(item() * 2, abstract(0, newer) + num(1, 0)) == ["001", "002"]
    older = newer.replace('Requires="w14"', 'Requires="later" xmlns:later="urn:later"')
    assert shown(item() * 2, abstract(0, older) + num(1, 0)) == ["A", "B"]


def test_a_list_that_starts_elsewhere() -> None:
    assert shown(item() + item(), abstract(0, level(0, "decimal", "%1.", 5)) + num(1, 0)) == ["5", "6"]


def test_missing_parts_are_no_numbers() -> None:
    assert shown(item(1) + item(2), num(1, 7)) == [None, None]


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (3, "decimal", "3"), (27, "lowerLetter", "aa"), (28, "upperLetter", "BB"), (0, "lowerLetter", ""),
        (9, "lowerRoman", "ix"), (44, "upperRoman", "XLIV"), (5, "decimalZero", "05"), (12, "decimalZero", "12"),
        (1, "ordinal", "1st"), (22, "ordinal", "22nd"), (13, "ordinal", "13th"), (3, "none", ""), (3, "bullet", ""),
        (21, "cardinalText", "Twenty-one"), (105, "cardinalText", "One hundred five"),
        (21, "ordinalText", "Twenty-first"), (20, "ordinalText", "Twentieth"), (12, "ordinalText", "Twelfth"),
        (100, "ordinalText", "One hundredth"),
        (10, "chineseCounting", "十"), (15, "chineseCountingThousand", "十五"),
        (105, "chineseCountingThousand", "一百零五"), (120, "chineseCounting", "一百二十"),
        (2, "ideographTraditional", "乙"),
        (1, "chineseLegalSimplified", "壹"),
        (2, "arabicAlpha", "ب"), (3, "arabicAbjad", "ج"), (4, "russianLower", "г"), (11, "hebrew1", "יא"),
        (15, "hebrew1", "טו"), (3, "decimalEnclosedCircle", "③"), (4, "chicago", "§"), (5, "chicago", "**"),
        (7, "numberInDash", "- 7 -"), (11, "decimalFullWidth", "１１"), (12, "koreanDigital2", "一二"),
        (255, "hex", "FF"), (3, "unheardOf", "3"),
        (7, "001, 002, 003, ...", "007"), (12345, "0001, 0002, 0003, ...", "12345"), (26, "α, β, γ, ...", "ββ"),
    ],
)  # fmt: skip
def test_written_forms(value: int, form: str, text: str) -> None:
    assert written(value, form) == text


@pytest.mark.parametrize("form", ["lowerRoman", "upperLetter", "hebrew2", "chicago", "ordinalText"])
def test_a_number_out_of_all_bounds_is_written_in_figures(form: str) -> None:
    assert written(2_147_483_647, form) == "2147483647"
