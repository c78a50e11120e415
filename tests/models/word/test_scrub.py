"""A Word file without what it says of its makers: no name, no clock, no template, the text as it was."""

from __future__ import annotations

import io
import zipfile

import docx
from lxml import etree

from models.word.leaving.found import Allowed
from models.word.leaving.looked_for import found_in
from models.word.leaving.names import names_in, secrets
from models.word.leaving.scrub import scrubbed
from models.word.namespaces import w
from models.word.read import read_word

SECRET = b"Somebody"


def signed() -> bytes:
    """A file as Word leaves it, with a name wherever one may stand."""
    document = docx.Document()
    document.core_properties.author = document.core_properties.last_modified_by = "Somebody"
    document.add_paragraph("The General Assembly,")
    run = document.add_paragraph().add_run("1. Decides to meet.")
    document.add_comment(run, text="Why?", author="Somebody", initials="SB")
    document.paragraphs[0]._p.set(w("rsidR"), "00AB12CD")
    variables = etree.SubElement(document.settings.element, w("docVars"))
    etree.SubElement(variables, w("docVar"), {w("name"): "who", w("val"): "Somebody"})
    target = document.part._settings_part.relate_to(
        "file:///C:/Documents/Somebody/their.dotx",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
        is_external=True,
    )
    template = etree.SubElement(document.settings.element, w("attachedTemplate"))
    template.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", target)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def contents(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"\n".join(name.encode() + archive.read(name) for name in archive.namelist())


def test_nothing_tells_who_made_the_file() -> None:
    before = signed()
    assert SECRET in contents(before)
    after = scrubbed(before)
    for told in (SECRET, b"rsid", b"thumbnail", b"w:date=", b"comment", b"docVar", b"attachedTemplate", b"customXml"):
        assert told not in contents(after), told
    assert scrubbed(before) == after == scrubbed(after)
    assert read_word(after).draft == read_word(before).draft
    assert docx.Document(io.BytesIO(after)).core_properties.author == ""


def test_what_looks_is_not_what_takes_out() -> None:
    before = signed()
    allowed = Allowed(secret=secrets(names_in(before)), tracked=False)
    assert {one.what for one in found_in(before, allowed)} >= {
        "names", "company", "dates", "sessions", "comments", "paths", "custom", "unknown",
    }  # fmt: skip
    assert found_in(scrubbed(before), allowed) == ()
