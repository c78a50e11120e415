"""Numbers of Word's own lists in a redline: what the old file's lists can number is not typed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.draft import Kind
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from tests.models.word.lint import lint
from tests.models.word.word_xml import docx, p

FORMS = (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))
TEXTS = (
    "Urges all States to act without delay;",
    "Calls upon the Secretary-General to report;",
    "Decides to remain seized of the matter;",
    "Invites Members to contribute;",
)
NUMBERED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="4"/></w:numPr>'
Lines = tuple[tuple[int, str], ...]
OLD: Lines = tuple((0, text) for text in TEXTS)
ITEM = "To give full effect to the present resolution;"


def lists(levels: int, looks: str = "", style: str = "") -> str:
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{style if at else ""}'
        f'<w:lvlText w:val="{text}"/>{looks if at else ""}</w:lvl>'
        for at, (form, text) in enumerate(FORMS[:levels])
    )
    return (
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{made}</w:abstractNum>'
        '<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>'
    )


def file(lines: Lines, numbering: str, looks: str = "", **parts: str) -> bytes:
    body = "".join(p(text, properties=f"{NUMBERED.format(level)}{looks}") for level, text in lines)
    return docx(p("The General Assembly,") + body, numbering=numbering, **parts)


def redlined(old: bytes, new: bytes) -> etree._Element:
    """The text of the redline of two files, which holds both exactly and has no fault."""
    base, other = read_word(old), read_word(new)
    comparison = compare(base.draft, other.draft)
    written = write_redline(comparison, base=old, origins=base.origins)
    assert differences(comparison, written) == ()
    assert lint(written) == ()
    package = Package(written)
    return package.root(package.main)


def inserted(root: etree._Element) -> str:
    return "".join(text.text or "" for change in root.iter(w("ins")) for text in change.iter(w("t")))


@pytest.mark.parametrize(
    ("new", "words"),
    [
        ((*OLD[:2], (0, ""), *OLD[2:]), ""),
        ((*OLD[:2], (0, ""), OLD[3]), ""),
        ((*OLD, (0, "")), ""),
        ((OLD[0], (1, ""), (2, ""), *OLD[1:]), ""),
        ((*OLD, (1, "Doing one;"), (2, ""), (1, "Doing two;")), "Doing one;Doing two;"),
        ((OLD[0], (1, ITEM), *OLD[1:]), ITEM),
        ((OLD[0], (1, ITEM), (2, "Doing so;"), *OLD[1:]), f"{ITEM}Doing so;"),
        ((OLD[0], (1, TEXTS[1]), *OLD[2:]), ""),
        ((OLD[0], (1, TEXTS[1]), (2, TEXTS[2]), OLD[3]), ""),
    ],
    ids=[
        "an empty line",
        "a line emptied",
        "an empty last",
        "empty (a) and (i)",
        "empty (i)",
        "a first (a)",
        "a first (i)",
        "made (a)",
        "made (i)",
    ],
)
def test_what_the_lists_of_the_old_file_number_is_not_typed(new: Lines, words: str) -> None:
    root = redlined(file(OLD, lists(3)), file(new, lists(3)))
    assert inserted(root) == words
    assert {one.get(w("val")) for one in root.iter(w("numId"))} == {"4"}


def test_what_they_do_not_number_is_typed() -> None:
    root = redlined(file(OLD, lists(1)), file((OLD[0], (1, ITEM), *OLD[1:]), lists(2)))
    assert inserted(root) == f"(a){ITEM}"


@pytest.mark.parametrize("indented", [True, False])
def test_a_level_that_is_indented_needs_no_indent_of_its_own(indented: bool) -> None:
    own = '<w:ind w:firstLine="567"/>'
    numbering = lists(3, '<w:pPr><w:ind w:left="1134"/></w:pPr>' if indented else "")
    root = redlined(file(OLD, numbering, own), file((OLD[0], (1, ITEM), *OLD[1:]), numbering, own))
    item = next(node for node in root.iter(w("p")) if ITEM in "".join(map(str, node.itertext())))
    assert (item.find(f"{w('pPr')}/{w('ind')}") is None) is indented


def test_a_level_with_a_style_gives_its_style() -> None:
    own = '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr>'
    styles = f'<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/>{own}</w:style>'
    numbering = lists(2, style='<w:pStyle w:val="Item"/>')
    root = redlined(file(OLD, numbering, styles=styles), file((OLD[0], (1, ITEM), *OLD[1:]), numbering, styles=styles))
    item = next(node for node in root.iter(w("p")) if ITEM in "".join(map(str, node.itertext())))
    assert [one.get(w("val")) for one in item.iter(w("pStyle"))] == ["Item"]
    assert inserted(root) == ITEM


@pytest.mark.parametrize(
    ("first", "items"),
    [
        ("The General Assembly,", ("Opening of the meeting", "Report of the Chair", "Other matters")),
        ("The General Assembly,", ("Recalling the last meeting,", "Report of the Chair")),
        ("الجمعية العامة،", ("افتتاح الجلسة", "تقرير الرئيس")),
        ("大会，", ("会议开幕", "主席的报告")),
    ],
)
def test_items_read_as_another_kind_stay_in_their_list(first: str, items: tuple[str, ...]) -> None:
    """What stands around an item says of what kind it is, and another line there no more than that."""

    def agenda(*lines: str) -> bytes:
        listed = [p(text, properties=NUMBERED.format(0)) for text in items]
        return docx(p("Agenda") + listed[0] + "".join(map(p, lines)) + "".join(listed[1:]), numbering=lists(1))

    root = redlined(agenda(), agenda(first))
    assert inserted(root) == first
    assert not list(root.iter(w("pPrChange"), w("del")))


def test_an_item_that_its_list_would_number_otherwise_is_typed_as_another_kind() -> None:
    base = read_word(file(OLD[:2], lists(1)))
    one, other = base.draft.paragraphs[1:]
    other = replace(other, kind=Kind.PREAMBULAR, number="7")
    new = replace(base.draft, paragraphs=(base.draft.paragraphs[0], one, other))
    written = write_redline(compare(base.draft, new), base=file(OLD[:2], lists(1)), origins=base.origins)
    assert read_word(written).draft.paragraphs[2].number == "7"
