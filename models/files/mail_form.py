"""Texts kept in the form of an e-mail: pages with their pictures (MHTML), as browsers, wikis and Word save them, often
as .doc, and e-mails themselves."""

from __future__ import annotations

import re

from models.draft.late_pattern import late_pattern
from models.reading.reading import CannotRead

_HEAD = late_pattern(r"\s*(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*\r?\n(?:[ \t]+[^\r\n]*\r?\n)*)+\r?\n")
_VERSION = late_pattern(r"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_LOOKED_AT = 16_384
_SORTS = ("text/html", "text/plain")
_MOST_PARTS = 10_000  # a page with all its pictures has some hundred
_DAMAGED = "This file is damaged; ask for it to be sent again."


def is_in_mail_form(data: bytes) -> bool:
    """Whether bytes begin with the head of an e-mail."""
    head = _HEAD.match(data[:_LOOKED_AT].decode("latin-1"))
    return head is not None and _VERSION.search(head[0]) is not None


def text_within(data: bytes) -> bytes:
    """The page in such a file, else its plain text. Raises CannotRead where there is none, or something is attached."""
    from email import message_from_bytes

    if data.count(b"\n--") > _MOST_PARTS:
        raise CannotRead(_DAMAGED)
    try:
        message = message_from_bytes(data)
        parts = [part for part in message.walk() if not part.is_multipart()]
    except RecursionError:  # parts within parts, by the thousand
        raise CannotRead(_DAMAGED) from None
    pages = (whole for whole in message.walk() if whole.get_content_type() == "multipart/related")
    of_pages = {part for page in pages for part in page.walk()}
    if any(part.get_filename() and part not in of_pages for part in parts):
        raise CannotRead("This is an e-mail; open the file that is attached to it.")
    for sort in _SORTS:
        for part in parts:
            content = part.get_payload(decode=True) if part.get_content_type() == sort else None
            if isinstance(content, bytes) and content.strip():
                try:
                    return content.decode(part.get_content_charset() or "").encode("utf-8-sig")
                except (LookupError, ValueError):
                    return content  # then it says itself how it is written
    raise CannotRead("This is an e-mail without a text; open the document itself.")
