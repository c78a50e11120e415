"""Texts kept in the form of an e-mail: pages with their pictures (MHTML), as browsers, wikis and Word save them, often
as .doc, and e-mails themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from models.draft.late_pattern import late_pattern
from models.reading.reading import CannotRead

if TYPE_CHECKING:
    from email.message import Message

_HEAD = late_pattern(r"\s*(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+\r?\n")
_VERSION = late_pattern(r"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_LOOKED_AT = 16_384
_SORTS = ("text/html", "text/plain")
_MOST = 40_000_000  # bytes; of a longer one the parts take more memory than any text is worth
_MOST_PARTS = 10_000  # a page with all its pictures has some hundred
_DAMAGED = "This file is damaged; ask for it to be sent again."


def is_in_mail_form(data: bytes) -> bool:
    """Whether bytes begin with the head of an e-mail."""
    head = _HEAD.match(data[:_LOOKED_AT].decode("latin-1"))
    return head is not None and _VERSION.search(head[0]) is not None


def text_within(data: bytes) -> bytes:
    """The page in such a file, else its plain text.

    Raises CannotRead where there is none, or more than one, or something is attached, or the file is too long.
    """
    from email import message_from_bytes

    if len(data) > _MOST:
        raise CannotRead("This file is too long to be read; save the text itself as a Word file.")
    if data.count(b"\n--") > _MOST_PARTS:
        raise CannotRead(_DAMAGED)
    try:
        message = message_from_bytes(data)
        parts = [part for part in message.walk() if not part.is_multipart()]
        texts = _texts(message)
    except RecursionError:  # parts within parts, by the thousand
        raise CannotRead(_DAMAGED) from None
    pages = (whole for whole in message.walk() if whole.get_content_type() == "multipart/related")
    of_pages = {part for page in pages for part in page.walk()}
    if any(part.get_filename() and part not in of_pages for part in parts):
        raise CannotRead("This is an e-mail; open the file that is attached to it.")
    if not texts:
        raise CannotRead("This is an e-mail without a text; open the document itself.")
    if len(texts) > 1:
        raise CannotRead("This is an e-mail of several texts; copy the one that is meant and paste it.")
    content = _content(texts[0])
    try:
        return content.decode(texts[0].get_content_charset() or "").encode("utf-8-sig")
    except (LookupError, ValueError):
        return content  # then it says itself how it is written


def _texts(whole: Message) -> list[Message]:
    """The parts that hold the text: of several shapes of one the page, and of a page not what belongs to it."""
    if not whole.is_multipart():
        return [whole] if whole.get_content_type() in _SORTS and _content(whole).strip() else []
    parts = cast("list[Message]", whole.get_payload())
    within = [texts for part in parts if (texts := _texts(part))]
    if whole.get_content_type() == "multipart/alternative":
        within.sort(key=lambda texts: texts[0].get_content_type() != _SORTS[0])
    together = whole.get_content_type() in ("multipart/alternative", "multipart/related")
    return [text for texts in within[: 1 if together else None] for text in texts]


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
