"""Fields of an OpenDocument text as the words that they showed when it was kept, which LibreOffice would work out anew.

A date would be that of today, and the title of a text that says none would be gone. Fields that tell who made the file,
when, or where it lies stay what they are, so that they are told of; and so do numbers of pages and references.
"""

from __future__ import annotations

import io
import re
import zipfile

from models.word.archive import BROKEN

_CONTENT = "content.xml"
# Of OpenDocument 1.3, 7.3.3 and 7.5 to 7.7; one that holds no words, or more than words, is left to LibreOffice.
_FIELD = re.compile(
    rb"<text:(date|time|title|subject|chapter|(?:word|character|paragraph|table|image|object)-count)"
    rb"(?:\s+[^\s=<>\"']+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*\s*>([^<]+)</text:\1\s*>"
)


def with_kept_fields(data: bytes, ending: str) -> bytes:
    """The bytes of a .odt or .fodt with the kept words in the places of such fields; the same where it has none."""
    if ending == ".fodt":
        return _FIELD.sub(rb"\2", data)
    if ending != ".odt":
        return data
    try:
        return _repacked(data)
    except (*BROKEN, LookupError):
        return data  # damaged, which LibreOffice tells


def _repacked(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        content = archive.read(_CONTENT)
        kept = _FIELD.sub(rb"\2", content)
        if kept == content or len({entry.filename for entry in entries}) < len(entries):
            return data
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as target:
            for entry in entries:
                target.writestr(entry, kept if entry.filename == _CONTENT else archive.read(entry))
    return buffer.getvalue()
