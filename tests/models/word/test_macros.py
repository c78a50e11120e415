"""A template, and a file with macros, leave as documents: Word opens neither under the name of one."""

from __future__ import annotations

import pytest

from models.circulation.profiles import CAPITAL
from models.word.leaving.own_copy import kept_back
from models.word.leaving.parts.parts import DOCUMENT, TYPES, macros_left_out
from models.word.leaving.scrub import scrubbed
from models.word.package import Package
from models.word.read import read_word
from tests.models.word.word_xml import docx, p

_MACROS = "http://schemas.microsoft.com/office/2006/relationships"


def file_of(kind: str, *, macros: bool) -> bytes:
    """A file of another type, with macros or without."""
    package = Package(docx(p("The General Assembly,")))
    for entry in package.edit(TYPES):
        if entry.get("ContentType") == DOCUMENT:
            entry.set("ContentType", kind)
    if macros:
        package.add_part("word/vbaProject.bin", b"Sub", "application/vnd.ms-office.vbaProject", f"{_MACROS}/vbaProject")
        data = "application/vnd.ms-word.vbaData+xml"
        package.add_part("word/vbaData.xml", b"<a/>", data, f"{_MACROS}/wordVbaData", "word/vbaProject.bin")
    return package.to_bytes()


@pytest.mark.parametrize(
    ("kind", "macros"),
    [
        ("application/vnd.ms-word.document.macroEnabled.main+xml", True),
        ("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", True),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", False),
    ],
)
def test_what_leaves_is_a_document_and_its_macros_are_told(kind: str, macros: bool) -> None:
    data = file_of(kind, macros=macros)
    for left in (kept_back(data, CAPITAL), scrubbed(data)):
        package = Package(left)
        assert package.content_type(package.main) == DOCUMENT
        assert not [name for name in package.names if "vba" in name.casefold()]
        assert read_word(left).draft == read_word(data).draft
        assert macros_left_out(package) is None
    assert bool(macros_left_out(Package(data))) == macros


def test_a_document_is_kept_byte_for_byte() -> None:
    data = docx(p("The General Assembly,"))
    assert kept_back(data, CAPITAL) is data
