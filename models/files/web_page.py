"""A page of HTML as a draft: a page of a browser, or a text that Word saved as one."""

from __future__ import annotations

import codecs
import re

from models.draft import Draft
from models.draft.draft_mark import DRAFT_MARKS
from models.draft.late_pattern import late_pattern
from models.reading.decoding import utf16_without_mark
from models.reading.reading import CannotRead, Reading, ReadingWarning

_BEGINS = late_pattern(r"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_PIECE = late_pattern(r"<(?:p|div|h[1-6]|table|ul|ol|meta|title|style)(?:\s[^<>]*)?>", re.IGNORECASE)
"""How the text of a page begins that was saved without its frame; such a one ends with a tag too."""
_BEFORE = (("<?xml", "?>"), ("<!--", "-->"))
"""What may stand before a page: where it begins and where it ends."""
_LOOKED_AT = 4096
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def is_web_page(data: bytes) -> bool:
    """Whether the bytes begin as a page of HTML does, be it after comments."""
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    encoding = marked or utf16_without_mark(data) or "latin-1"
    text = data[:_LOOKED_AT].decode(encoding, "ignore").lstrip("\ufeff \t\r\n")
    while (ends := next((end for begin, end in _BEFORE if text.startswith(begin)), None)) is not None:
        _, found, text = text.partition(ends)
        if not found:
            return False
        text = text.lstrip()
    piece = _PIECE.match(text) is not None and data.rstrip(b" \t\r\n\0").endswith((b">", b">\0"))
    return piece or _BEGINS.match(text) is not None


def read_web_page(data: bytes) -> Reading:
    """The paragraphs, numbers, italics and notes of a page; tracked changes that Word marked in it are accepted.

    Nothing that the page names is fetched. Raises CannotRead where it holds no words or too many.
    """
    from models.clipboard.fragment import CannotPaste
    from models.clipboard.read import TOO_DEEP, read_html
    from models.clipboard.wrapping import doubts

    try:
        fragment = read_html(data)
    except CannotPaste:
        raise CannotRead("This web page is too long to be read; save the text itself as a Word file.") from None
    if not any(paragraph.text.strip() for paragraph in fragment.paragraphs):
        if TOO_DEEP in fragment.losses:
            raise CannotRead("The words of this web page are nested too deep; save the text itself as a Word file.")
        raise CannotRead("This web page holds no words; save the text itself as a Word file.")
    told = [ReadingWarning(None, "left-out", sentence.replace("pasted", "read")) for sentence in fragment.losses]
    # The page of a draft without words says that it is one, and nothing else.
    said = [text for paragraph in fragment.paragraphs if (text := paragraph.text.strip())]
    marked = len(said) == 1 and said[0] in DRAFT_MARKS
    paragraphs = fragment.paragraphs[1:] if marked else fragment.paragraphs
    return Reading(Draft(paragraphs, fragment.footnotes), (*doubts(data), *told), plain=data)
