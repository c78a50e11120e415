"""What Word filled in of those who made a file goes from the text that leaves; what else fields show stays in it."""

from __future__ import annotations

import pytest

from models.word.leaving.parts.fields import tells_of_makers
from models.word.leaving.scrub import scrubbed
from models.word.leaving.shown_alone import shown_alone, told_filled_in_heads, told_not_shown
from models.word.package import Package
from models.word.read import read_word
from tests.models.word.lint import lint
from tests.models.word.test_without_hidden import field
from tests.models.word.word_xml import cell, docx, ins, p, row, t, table

NAME = "Jane Doe"
FIRST, LAST = p("The General Assembly,"), p("1. Decides to meet.")
BY = field("AUTHOR", NAME)
ONE_RUN = (
    f'<w:r><w:t>By </w:t><w:fldChar w:fldCharType="begin"/><w:instrText>AUTHOR</w:instrText>'
    f'<w:fldChar w:fldCharType="separate"/><w:t>{NAME}</w:t><w:fldChar w:fldCharType="end"/><w:t>.</w:t></w:r>'
)
CONTROL = (
    '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:creator[1]" w:storeItemID="{1}"/></w:sdtPr>'
    f"<w:sdtContent>{t(NAME)}</w:sdtContent></w:sdt>"
)
BEGUN, ENDED = field("USERADDRESS", NAME).rsplit("<w:r>", 1)


def within(code: str, inner: str, rest: str, shown: str) -> str:
    """A field with another in its code."""
    return (
        field(code, shown)
        .replace("</w:instrText></w:r>", f"</w:instrText></w:r>{inner}{t('')}", 1)
        .replace(t(""), f"<w:r><w:instrText>{rest}</w:instrText></w:r>", 1)
    )


@pytest.mark.parametrize(
    ("body", "texts", "told"),
    [
        (p("By ", BY, "."), ["By ."], "AUTHOR (paragraph 2)"),
        (p("By ", f'<w:fldSimple w:instr=" FILENAME \\p ">{t(NAME)}</w:fldSimple>', "."), ["By ."],
         "FILENAME (paragraph 2)"),
        (p(ONE_RUN), ["By ."], "AUTHOR (paragraph 2)"),
        (p("By ", ins(field("USERNAME", NAME)), "."), ["By ."], "USERNAME (paragraph 2)"),
        (p("By ", f'<w:hyperlink w:anchor="a">{BY}</w:hyperlink>', "."), ["By ."], "AUTHOR (paragraph 2)"),
        (p("By ", field('HYPERLINK "http://a.org/"', NAME).replace(t(NAME), f"{t('our ')}{BY}"), "."), ["By our ."],
         "AUTHOR (paragraph 2)"),
        (p("By ", within("QUOTE ", BY, "", NAME), "."), ["By ."], "QUOTE (paragraph 2)"),
        (p("By ", field("QUOTE", "by me").replace(t("by me"), f"{BY}{field('DATE', ' today')}"), "."), ["By  today."],
         "AUTHOR (paragraph 2)"),
        (p("By ", CONTROL, "."), ["By ."], "CONTROL (paragraph 2)"),
        (p("By ", CONTROL.replace("creator", "description"), "."), ["By ."], "CONTROL (paragraph 2)"),  # its comments
        (p("By ", CONTROL.replace("coreProperties", "Properties").replace("creator", "Manager"), "."), ["By ."],
         "CONTROL (paragraph 2)"),
        (p(BY), [], "AUTHOR (paragraph 2)"),
        (p("By ", BEGUN) + p(f"{NAME} Street") + p(NAME, f"<w:r>{ENDED}"), ["By "], "USERADDRESS (paragraph 2)"),
        (table(row(cell(p(BY)), cell(p("Trade")))), ["", "Trade"], "AUTHOR (paragraph 2)"),
        (LAST + p("2. Thanks ", BY, field("TEMPLATE", "x.dotm"), "."), ["Decides to meet.", "Thanks ."],
         "AUTHOR, TEMPLATE (OP2)"),
        (p("With it", '<w:r><w:footnoteReference w:id="2"/></w:r>'), ["With it"], "AUTHOR (a note)"),
    ],
)  # fmt: skip
def test_what_word_filled_in_goes_and_it_is_said_where(body: str, texts: list[str], told: str) -> None:
    note = f'<w:footnote w:id="2">{p("Said ", BY, "once.")}</w:footnote>' if "footnote" in body else ""
    data = docx(FIRST + body + LAST, footnotes=note)
    shown = shown_alone(data, read_word(data).draft, "accept")
    assert shown is not None
    assert [one.text for one in shown.draft.paragraphs][1:-1] == texts
    assert [one.text for one in shown.draft.footnotes] == (["Said once."] if note else [])
    assert shown.draft == read_word(shown.data).draft
    assert told_not_shown({"the text": shown})[0].startswith(
        f"What Word filled in of those who made the file, in the text: {told};"
    )
    assert lint(shown.data) == lint(data)
    left = Package(scrubbed(shown.data))
    assert not any(NAME.encode() in left.data(name) for name in left.names)


@pytest.mark.parametrize(
    "kept",
    [
        *(field(code, NAME) for code in ("TITLE", "SUBJECT", "DATE", "REF a", "DOCVARIABLE a", 'DOCPROPERTY "Title"')),
        within("IF ", field("DOCPROPERTY State", "x"), '= "x" "Draft" ""', "Draft"),
        within("IF ", field("REVNUM", "1"), '= "x" "Draft 1" ""', "Draft 1"),
        field("AUTHOR", NAME).rsplit("<w:r>", 1)[0],  # which never ends
        field("AUTHOR", ""),
        CONTROL.replace("creator", "title"),
        CONTROL.replace("coreProperties", "CoverPageProperties").replace("creator", "Abstract"),
        CONTROL.replace("coreProperties", "form").replace("creator", "companyName"),  # data of the text’s own
    ],
)
def test_what_else_fields_show_is_text(kept: str) -> None:
    data = docx(FIRST + p("By ", kept, ".") + LAST)
    assert shown_alone(data, read_word(data).draft, "accept") is None


@pytest.mark.parametrize(
    ("instruction", "tells"),
    [
        ("AUTHOR", True), (' author "x" \\* MERGEFORMAT', True), ("FILENAME \\p", True), ("USERINITIALS", True),
        ("DOCPROPERTY Company", True), ('DOCPROPERTY  "Last saved by" \\* MERGEFORMAT', True), ("INFO FileName", True),
        ("DOCPROPERTY Desk", True), ("DOCPROPERTY \\* Upper", True), ("DOCPROPERTY", True),
        ("DOCPROPERTY Pages", False), ('INFO "Title"', False), ("docproperty subject", False), ("INFO NumWords", False),
        ("TITLE", False), ("PAGE", False), ("", False), ("AUTHORS", False),
    ],
)  # fmt: skip
def test_what_tells_of_makers(instruction: str, tells: bool) -> None:
    assert tells_of_makers(instruction) is tells


def test_many_places_are_counted() -> None:
    data = docx(FIRST + p("Noting ", BY, ",") * 6 + LAST)
    shown = shown_alone(data, read_word(data).draft, "accept")
    assert shown is not None
    assert shown.filled_in[-1] == "and in 2 more"


def test_what_word_filled_in_in_heads_goes_and_is_told() -> None:
    head = p("Draft ", BY, field("DOCPROPERTY Desk", NAME), field("TITLE", "of trade"))
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>'
    data = docx(FIRST + section, header=head)
    assert told_filled_in_heads(data) == (
        "What Word filled in of those who made the file, in heads and feet: AUTHOR, DOCPROPERTY"
    )
    left = Package(scrubbed(data))
    said = b"".join(left.data(name) for name in left.names)
    assert NAME.encode() not in said
    assert b"of trade" in said
    assert told_filled_in_heads(docx(FIRST, header=p("Draft"))) is None


def test_of_fields_within_one_another_the_outermost_goes_with_the_others() -> None:
    begun, ended = BY.replace(t(NAME), "\0").split("\0")
    deep = docx(p(begun * 200, NAME, ended * 200))
    shown = shown_alone(deep, read_word(deep).draft, "accept")
    assert shown is not None
    assert not any(one.text for one in shown.draft.paragraphs)
