"""From the bytes of text/html to letters: encodings, and the header that Windows puts before a fragment (CF_HTML)."""

from __future__ import annotations

import codecs
import re

from models.clipboard.fragment import MOST_BYTES, CannotPaste
from models.reading.decoding import letters_as_said
from models.reading.reading import ReadingWarning

_MOST_TAGS = 400_000  # a thousand pages have fewer, and more take seconds though they be empty
START, END = "StartFragment", "EndFragment"
_HEADER = re.compile(rb"^(?:\xef\xbb\xbf)?Version:[\d.]+\s", re.IGNORECASE)
_OFFSET = re.compile(rb"^(StartHTML|EndHTML|StartFragment|EndFragment):\s*(-?\d{1,10})\s*$", re.MULTILINE)
_CHARSET = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
_COMMENT = re.compile(rb"<!--\s*StartFragment\s*-->", re.IGNORECASE)


def letters(data: bytes | str) -> str:
    """The HTML of a clipboard entry, its fragment between two comments where its bounds are known.

    Raises CannotPaste where there is too much of it.
    """
    text = _letters(data) if len(data) <= MOST_BYTES else None
    if text is None or text.count("<") > _MOST_TAGS:
        raise CannotPaste("There is too much on the clipboard to paste; copy it in parts, or open the file itself.")
    return text


def _letters(data: bytes | str) -> str:
    if isinstance(data, str):
        if not data.lstrip("\ufeff").startswith("Version:"):
            return data
        data = data.encode("utf-8", "surrogatepass")
    return _decoded(_unwrapped(data))[0].lstrip("\ufeff").replace("\0", "")


def doubts(data: bytes) -> tuple[ReadingWarning, ...]:
    """What is not sure of the letters of a page: which they are was guessed, or some cannot be read."""
    return _decoded(data)[1]


def _unwrapped(data: bytes) -> bytes:
    """The bytes without the header; offsets in it count bytes from its start, and many programs get them wrong."""
    if not _HEADER.match(data):
        return data
    told = {name.decode().casefold(): int(value) for name, value in _OFFSET.findall(data[:2000])}
    begin = data.find(b"<", 0)
    html = data[begin:] if begin >= 0 else b""
    if _COMMENT.search(html):
        return html
    start, end = told.get("startfragment", -1), told.get("endfragment", -1)
    if not begin <= start <= end <= len(data):
        return html
    return b"".join(
        (data[begin:start], f"<!--{START}-->".encode(), data[start:end], f"<!--{END}-->".encode(), data[end:])
    )


def _decoded(data: bytes) -> tuple[str, tuple[ReadingWarning, ...]]:
    for bom, name in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(bom):
            return data.decode(name, "replace"), ()
    if len(data) > 3 and data[1:2] == b"\0" and data[3:4] == b"\0":
        return data.decode("utf-16-le", "replace"), ()
    told = _CHARSET.search(data[:4000])
    return letters_as_said(data, told[1].decode() if told else "")
