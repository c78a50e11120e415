"""A Word file without what it says of its makers: no name, no clock, no template, the text as it was."""

from __future__ import annotations

import io
import zipfile

import docx
from lxml import etree

from models.word.namespaces import w
from models.word.read import read_word
from models.word.traces import without_traces

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
    after = without_traces(before)
    assert SECRET not in contents(after)
    assert b"rsid" not in contents(after)
    assert b"thumbnail" not in contents(after)
    assert b"w:date=" not in contents(after)
    assert without_traces(before) == after
    assert read_word(after).draft == read_word(before).draft


def test_comments_stay_with_their_authors_where_they_are_to_be_named() -> None:
    document = docx.Document(io.BytesIO(without_traces(signed(), keep_authors=True)))
    assert [(comment.author, comment.text) for comment in document.comments] == [("Somebody", "Why?")]
    unsigned = docx.Document(io.BytesIO(without_traces(signed())))
    assert [(comment.author, comment.text) for comment in unsigned.comments] == [("Adref", "Why?")]
    assert document.core_properties.author == unsigned.core_properties.author == ""
