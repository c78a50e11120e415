"""Fields of an OpenDocument text as the words that they showed when it was kept, which LibreOffice would work out anew.

A date would be that of today, and the title of a text that says none would be gone. Fields that tell who made the file,
when, or where it lies stay fields, so that they are told of, but are fixed: they would name whoever reads, and the
place of LibreOffice's own copy. Those that cannot be fixed, as keywords, become properties of the file, which can be:
where a file says them nowhere else they would be empty. Numbers of pages and references stay.
"""

from __future__ import annotations

import io
import re
import zipfile

from models.word.archive import BROKEN

_CONTENT = "content.xml"
# Of OpenDocument 1.3, 7.3.3 and 7.5 to 7.7; one that holds no words, or more than words, is left to LibreOffice.
_SET = rb"((?:\s+[^\s=<>\"']+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*)\s*>"
_FIELD = re.compile(
    rb"<text:(date|time|title|subject|chapter|bibliography-mark|(?:word|character|paragraph|table|image|object)-count)"
    + _SET
    + rb"([^<]+)</text:\1\s*>"
)
_OF_MAKERS = re.compile(
    rb"<text:(author-name|author-initials|sender-[a-z-]+|creator|initial-creator|creation-date|creation-time|file-name"
    rb"|user-defined)" + _SET + rb"(?=[^<]+</text:\1\s*>)"
)
# Once these are fixed LibreOffice makes mere words of them, of which nothing would be told.
_OF_THE_FILE = re.compile(
    rb"<text:(keywords|description|print-date|print-time|printed-by|modification-date|modification-time|editing-cycles"
    rb"|editing-duration|template-name)" + _SET + rb"([^<]+)</text:\1\s*>"
)
_PROPERTY = rb'<text:user-defined text:name="\1" text:fixed="true">\3</text:user-defined>'
_FIXED = re.compile(rb"\s+text:fixed\s*=\s*(?:\"[^\"<]*\"|'[^'<]*')")


def with_kept_fields(data: bytes, ending: str) -> bytes:
    """The bytes of a .odt or .fodt with the kept words in the places of such fields; the same where it has none."""
    if ending == ".fodt":
        return _kept(data)
    if ending != ".odt":
        return data
    try:
        return _repacked(data)
    except (*BROKEN, LookupError):
        return data  # damaged, which LibreOffice tells


def _kept(content: bytes) -> bytes:
    return _OF_MAKERS.sub(_fixed, _OF_THE_FILE.sub(_PROPERTY, _FIELD.sub(rb"\3", content)))


def _fixed(field: re.Match[bytes]) -> bytes:
    return b'<text:%b%b text:fixed="true">' % (field[1], _FIXED.sub(b"", field[2]))


def _repacked(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        content = archive.read(_CONTENT)
        kept = _kept(content)
        if kept == content or len({entry.filename for entry in entries}) < len(entries):
            return data
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as target:
            for entry in entries:
                target.writestr(entry, kept if entry.filename == _CONTENT else archive.read(entry))
    return buffer.getvalue()
