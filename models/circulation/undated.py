"""A PDF without the moment it was made and the chance number it was given: the same page, the same bytes."""

from __future__ import annotations

import re

DATE = "D:19800101000000"
"""What a PDF says of its moment; a PDF must say something where it said it before, or its table of places is wrong."""

_INFO = re.compile(rb"(/(?:CreationDate|ModDate) \()(D:\d{14})([^)]*)(\))")
_XMP = re.compile(rb'(xmp:(?:Create|Modify|Metadata)Date=")([^"]*)(")')
_NUMBERS = re.compile(rb'(/ID \[ <|> <|DocumentID="uuid:|InstanceID="uuid:)([0-9a-fA-F-]{16,})')


def undated(pdf: bytes) -> bytes:
    """The bytes of a PDF as Qt writes it, with a fixed moment and number in their places; its length is the same."""
    pdf = _INFO.sub(lambda found: found[1] + DATE.encode() + _zero(found[3]) + found[4], pdf)
    pdf = _XMP.sub(lambda found: found[1] + _fixed(found[2]) + found[3], pdf)
    return _NUMBERS.sub(lambda found: found[1] + re.sub(rb"[0-9a-fA-F]", b"0", found[2]), pdf)


def _fixed(moment: bytes) -> bytes:
    return b"1980-01-01T00:00:00"[: len(moment)] + _zero(moment[19:])


def _zero(zone: bytes) -> bytes:
    return re.sub(rb"\d", b"0", zone)
