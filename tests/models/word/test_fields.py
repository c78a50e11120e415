"""The one parser of fields: whole ones, those within others, those that do not end, those that are one element."""

from __future__ import annotations

from lxml import etree

from models.word.fields import closed_fields, fields_in, instructions, name_of
from models.word.namespaces import w
from models.word.package import Package
from tests.models.word.word_xml import docx

OPEN, PARTED, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


def code(text: str) -> str:
    """A run with a piece of a code."""
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def said(text: str) -> str:
    """A run of text."""
    return f"<w:r><w:t>{text}</w:t></w:r>"


def body(inside: str) -> etree._Element:
    """The text of a file with one paragraph."""
    package = Package(docx(f"<w:p>{inside}</w:p>"))
    return package.root(package.main)


def test_fields_end_from_the_innermost_and_each_shows_what_stands_after_its_separator() -> None:
    inner = OPEN + code(" PA") + code("GE ") + PARTED + said("4") + END
    simple = '<w:fldSimple w:instr=" REF a "><w:r><w:t>two</w:t></w:r></w:fldSimple>'
    root = body(OPEN + code(" IF ") + inner + code(" = 4 ") + PARTED + said("yes") + simple + END)
    found = [
        (name_of(one.instruction), one.is_simple, [letters.text for letters in one.shown])
        for one in fields_in(root, w("t"))
    ]
    assert found == [("PAGE", False, ["4"]), ("REF", True, ["two"]), ("IF", False, ["yes", "two"])]
    assert list(instructions(root)) == [" IF ", " PAGE ", " = 4 ", " REF a "]


def test_a_field_without_its_other_end_is_none_but_its_code_is_said() -> None:
    root = body(said("a") + END + OPEN + code(" AUTHOR ") + PARTED + said("b") + OPEN + code(" DATE ") + END)
    assert [one.instruction for one in fields_in(root)] == [" DATE "]
    assert len(closed_fields(root)) == 2
    assert list(instructions(root)) == [" AUTHOR ", " DATE "]
