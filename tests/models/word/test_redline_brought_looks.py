"""New paragraphs have the style of the new file where the old one has it too, and new cells what is set in them."""

from __future__ import annotations

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import SOFT, differences
from tests.models.word.lint import lint
from tests.models.word.word_xml import cell, docx, p, row, table

STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name} of a house"/>'
    f"<w:pPr>{looks}</w:pPr></w:style>"
    for name, looks in (("Body", '<w:ind w:left="1134" w:right="1134"/>'), ("Head", "<w:keepNext/>"), ("Quote", ""))
)
OTHER = STYLES.replace("Quote of a house", "Quote of another")
RIGHT = '<w:jc w:val="right"/>'


def line(text: str, style: str, more: str = "") -> str:
    return p(text, properties=f'<w:pStyle w:val="{style}"/>{more}')


TEXT = (
    line("Introduction", "Head"),
    line("A first paragraph of the report about dust storms in the desert.", "Body"),
    line("A second paragraph of the report about other matters.", "Body"),
    line("Conclusions", "Head"),
    line("The conclusion is here, and it is final.", "Body"),
)


def looks(old: str, new: str, words: str, *, whole: bool = True, styles: str = STYLES) -> list[str]:
    """The properties of the new paragraph that has some words; `whole`: the new draft's file is known."""
    data, other = docx(old, styles=STYLES), docx(new, styles=styles)
    base, wanted = read_word(data), read_word(other)
    comparison = compare(base.draft, wanted.draft)
    new_file = (other, wanted.origins) if whole else None
    written = write_redline(comparison, base=data, origins=base.origins, new_file=new_file)
    assert [one for one in differences(comparison, written) if one.what not in SOFT] == []
    assert lint(written) == ()
    package = Package(written)
    node = next(one for one in package.root(package.main).iter(w("p")) if words in "".join(map(str, one.itertext())))
    return [_said(one) for own in node.findall(w("pPr")) for one in own if one.tag != w("rPr")]


def _said(node: etree._Element) -> str:
    return " ".join([etree.QName(node).localname, *(str(value) for value in node.attrib.values())])


@pytest.mark.parametrize(
    ("style", "more", "wanted"),
    [
        ("Body", "", ["pStyle Body"]),
        ("Quote", "", ["pStyle Quote"]),
        ("Body", '<w:jc w:val="center"/>', ["pStyle Body", "jc center"]),
        ("Head", "", ["pStyle Head"]),
    ],
)
def test_a_new_paragraph_has_its_own_style(style: str, more: str, wanted: list[str]) -> None:
    words = "We conclude with an inserted line"
    new = "".join((*TEXT[:4], line(words, style, more), *TEXT[4:]))
    assert looks("".join(TEXT), new, words) == wanted


def test_a_style_of_another_name_is_another() -> None:
    words = "We conclude with an inserted line"
    new = "".join((*TEXT[:4], line(words, "Quote"), *TEXT[4:]))
    assert looks("".join(TEXT), new, words, styles=OTHER) != ["pStyle Quote"]


BULLETS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="-"/></w:lvl></w:abstractNum><w:num w:numId="{}"><w:abstractNumId w:val="1"/></w:num>'
)


def test_new_items_with_bullets_join_the_list_of_the_old_file() -> None:
    def file(number: int, *items: str) -> bytes:
        own = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        lines = "".join(line(text, "Body", own) for text in items)
        return docx(TEXT[1] + lines + TEXT[4], styles=STYLES, numbering=BULLETS.format(number))

    items = ("Health of all people in the region", "Water for the fields of farmers")
    old, new = file(3, *items), file(5, *items, "Early warning of each storm", "Money for those who lost their homes")
    base, wanted = read_word(old), read_word(new)
    comparison = compare(base.draft, wanted.draft)
    written = write_redline(comparison, base=old, origins=base.origins, new_file=(new, wanted.origins))
    assert differences(comparison, written) == ()
    assert lint(written) == ()
    package = Package(written)
    assert [one.get(w("val")) for one in package.root(package.main).iter(w("numId"))] == ["3"] * 4


TABLE = table(row(cell(p("Country")), cell(p("Contribution", properties=RIGHT))))
MORE = row(cell(p("Mongolia")), cell(p("350,000", properties=RIGHT)))


@pytest.mark.parametrize(
    ("old", "whole", "wanted"),
    [
        ("", True, ["jc right"]),
        (TABLE, True, ["jc right"]),
        ("", False, ["pStyle Body", "ind 0 0 0"]),
    ],
    ids=["a new table", "a new row", "a new table that no file shows"],
)
def test_a_new_cell_is_not_set_as_the_body(old: str, whole: bool, wanted: list[str]) -> None:
    new = TABLE.replace("</w:tbl>", f"{MORE}</w:tbl>")
    words = [TEXT[1], TEXT[2]]
    assert looks(old.join(words), new.join(words), "350,000", whole=whole) == wanted
