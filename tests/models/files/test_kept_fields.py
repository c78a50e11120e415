"""Fields of OpenDocument texts: what they showed is what is read, whatever the day it is read on."""

from __future__ import annotations

import pytest

from models.files.kept_fields import with_kept_fields
from models.files.read import read_bytes
from tests.models.word.word_xml import zipped

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"'
    ' office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>'
)
_END = "</text:p></office:text></office:body></office:document>"


@pytest.mark.parametrize(
    ("within", "kept"),
    [
        ('Of <text:date text:date-value="2003-11-14" text:fixed="false">14 May 2003</text:date>.', "Of 14 May 2003."),
        ("At <text:time>10:15</text:time>", "At 10:15"),
        ("<text:date text:x='a>b'>١٤ مايو</text:date >", "١٤ مايو"),
        ("<text:title>A &amp; B</text:title><text:word-count\n>77</text:word-count>", "A &amp; B77"),
        ("<text:date/> x <text:date></text:date>", "<text:date/> x <text:date></text:date>"),
        ("<text:date><text:s/>1 May</text:date>", "<text:date><text:s/>1 May</text:date>"),
        (
            '<text:print-date text:fixed="true">1 May</text:print-date>',
            '<text:user-defined text:name="print-date" text:fixed="true">1 May</text:user-defined>',
        ),
        (
            "<text:keywords>water &amp; air</text:keywords >",
            '<text:user-defined text:name="keywords" text:fixed="true">water &amp; air</text:user-defined>',
        ),
        ('<text:bibliography-mark text:identifier="S">[S]</text:bibliography-mark>', "[S]"),
        (
            "<text:keywords/><text:description></text:description>",
            "<text:keywords/><text:description></text:description>",
        ),
        ("<text:author-name>Smith</text:author-name>", '<text:author-name text:fixed="true">Smith</text:author-name>'),
        (
            "<text:file-name text:fixed = 'false' text:display='full'>C:\\L.docx</text:file-name>",
            "<text:file-name text:display='full' text:fixed=\"true\">C:\\L.docx</text:file-name>",
        ),
        ("<text:print-date/> <text:creator></text:creator>", "<text:print-date/> <text:creator></text:creator>"),
        ("<text:creator>A<text:s/>B</text:creator>", "<text:creator>A<text:s/>B</text:creator>"),
        ("<text:page-number>3</text:page-number>", "<text:page-number>3</text:page-number>"),
        ("&lt;text:date>x&lt;/text:date>", "&lt;text:date>x&lt;/text:date>"),
    ],
)
def test_fields_are_the_words_they_showed(within: str, kept: str) -> None:
    assert with_kept_fields((_HEAD + within + _END).encode(), ".fodt").decode() == _HEAD + kept + _END
    packed = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": (_HEAD + within + _END).encode()}
    expected = {**packed, "content.xml": (_HEAD + kept + _END).encode()}
    data = zipped(packed)
    assert with_kept_fields(data, ".odt") == (data if within == kept else zipped(expected))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", zipped({"a.xml": b"<text:date>x</text:date>"})])
def test_what_is_no_sound_archive_stays(data: bytes) -> None:
    assert with_kept_fields(data, ".odt") == data
    assert with_kept_fields(b"{\\rtf1 <text:date>x</text:date>}", ".rtf") == b"{\\rtf1 <text:date>x</text:date>}"


def test_what_was_kept_is_read(soffice: str) -> None:
    text = (
        'Of <text:date text:date-value="2003-11-14" text:fixed="false">14 May 2003</text:date>'
        ' by <text:sender-lastname text:fixed="false">Smith</text:sender-lastname>'
        ' in <text:file-name text:display="full" text:fixed="false">C:\\L.docx</text:file-name>'
        " on <text:keywords>water</text:keywords>, printed <text:print-date>1 May</text:print-date>."
    )
    reading = read_bytes((_HEAD + text + _END).encode())
    assert reading.draft.paragraphs[0].text == "Of 14 May 2003 by Smith in C:\\L.docx on water, printed 1 May."
    told = " ".join(one.message for one in reading.warnings)
    assert "“Smith” (USERNAME), “C:\\L.docx” (FILENAME), “water” (DOCPROPERTY), “1 May” (DOCPROPERTY)" in told
