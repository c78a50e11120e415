"""The XML namespaces of Word files, and short names for their elements."""

from __future__ import annotations

import re
from functools import cache

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
CHOICE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
VML = "urn:schemas-microsoft-com:vml"
XML = "http://www.w3.org/XML/1998/namespace"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/([\w/-]+)")
# Names that the strict form of the format writes as one word and the transitional one with a hyphen.
_HYPHENS = {b"extendedProperties": b"extended-properties", b"customProperties": b"custom-properties"}


@cache
def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML: `w("p")`."""
    return f"{{{WORD}}}{name}"


INSERTED, DELETED = (w("ins"), w("moveTo")), (w("del"), w("moveFrom"))
"""The tracked changes that put in what they hold, and those that take it out."""
INS_OR_DEL = (*INSERTED, *DELETED)
COLLAPSED = f"{{{WORD_2012}}}collapsed"
"""A heading that is closed over what stands under it, until a reader opens it."""
FILM = "{http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing}webVideoPr"
"""A film that lies on the web, of a picture that stands for it."""
TAKEN_FROM = "ttrSrcUrl"
"""How the names of elements end that say where a picture (picAttrSrcUrl) or a model was taken from."""


def m(name: str) -> str:
    """The full name of an element of Office math."""
    return f"{{{MATH}}}{name}"


def r(name: str) -> str:
    """The full name of a relationship attribute: `r("id")`."""
    return f"{{{RELATION}}}{name}"


def is_strict(data: bytes) -> bool:
    """Whether a part is written in the strict form of the format (ISO/IEC 29500-1)."""
    return b"http://purl.oclc.org/ooxml/" in data


def to_transitional(data: bytes) -> bytes:
    """A part's bytes with strict namespaces and relationship types in their transitional spelling."""

    def spelled(match: re.Match[bytes]) -> bytes:
        rest = b"/".join(_HYPHENS.get(word, word) for word in match[2].split(b"/"))
        return b"http://schemas.openxmlformats.org/" + match[1] + b"/2006/" + rest

    return _STRICT.sub(spelled, data).replace(b' w:conformance="strict"', b"").replace(b' conformance="strict"', b"")
