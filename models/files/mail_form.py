"""Texts kept in the form of an e-mail: pages with their pictures (MHTML), as browsers, wikis and Word save them, often
as .doc, and e-mails themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from models.draft.late_pattern import late_pattern
from models.reading.decoding import letters_as_said
from models.reading.reading import CannotRead

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

_HEAD = late_pattern(r"\s*(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+\r?\n")
_PARTED = late_pattern(r"^(?:MIME-Version:|Content-Type:\s*multipart/)", re.IGNORECASE | re.MULTILINE)
"""What the head of an e-mail says of its parts; some programs leave the first of it out."""
_LOOKED_AT = 16_384
_SORTS = ("text/html", "text/plain")
_MOST = 40_000_000  # bytes; of a longer one the parts take more memory than any text is worth
_MOST_PARTS = 10_000  # a page with all its pictures has some hundred
_SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")
_SIGNED = "signed-data"
_DAMAGED = "This file is damaged; ask for it to be sent again."


def is_in_mail_form(data: bytes) -> bool:
    """Whether bytes begin with the head of an e-mail."""
    head = _HEAD.match(data[:_LOOKED_AT].decode("latin-1"))
    return head is not None and _PARTED.search(head[0]) is not None


def text_within(data: bytes) -> tuple[bytes, bytes]:
    """The page in such a file, else its plain text; and what stands beside the page in plain letters, be it nothing.

    Raises CannotRead where there is none, or more than one, or something is attached, or the file is too long.
    """
    from email import message_from_bytes

    if len(data) > _MOST:
        raise CannotRead("This file is too long to be read; save the text itself as a Word file.")
    if data.count(b"\n--") > _MOST_PARTS:
        raise CannotRead(_DAMAGED)
    try:
        message = message_from_bytes(data)
        parts = list(_single_parts(message))
        texts, beside = _texts(message)
    except RecursionError:  # parts within parts, by the thousand
        raise CannotRead(_DAMAGED) from None
    sealed = next((one for one in message.walk() if one.get_content_type() in _SEALED), None)  # a list adds its footer
    if sealed is not None:
        how = "signed in such a way that its text is sealed" if _is_signed(sealed) else "encrypted"
        raise CannotRead(f"This is an e-mail that is {how}; open it in your mail program, and paste its text here.")
    pages = (whole for whole in message.walk() if whole.get_content_type() == "multipart/related")
    of_pages = {part for page in pages for part in page.walk()}
    if any(part.get_filename() and part not in of_pages for part in parts):
        raise CannotRead("This is an e-mail; open the file that is attached to it.")
    if not texts:
        raise CannotRead("This is an e-mail without a text; open the document itself.")
    if len(texts) > 1:
        raise CannotRead("This is an e-mail of several texts; copy the one that is meant and paste it.")
    return _text(texts[0]), _text(beside[0]) if len(beside) == 1 else b""


def _is_signed(sealed: Message) -> bool:
    return str(sealed.get_param("smime-type", "")).lower() == _SIGNED


def _single_parts(whole: Message) -> Iterator[Message]:
    """What is no whole of parts, without signatures."""
    if not whole.is_multipart():
        yield whole
    for part in _parts(whole):
        yield from _single_parts(part)


def _parts(whole: Message) -> list[Message]:
    """The parts of a whole, in the order in which they may be its text: of a signed one what is signed, of a page and
    what belongs to it first what it says it begins with (RFC 1847, RFC 2387)."""
    if not whole.is_multipart():
        return []
    parts, kind = cast("list[Message]", whole.get_payload()), whole.get_content_type()
    if kind == "multipart/signed":
        return parts[:1]
    start = str(whole.get_param("start", "")).strip(" <>") if kind == "multipart/related" else ""
    return sorted(parts, key=lambda part: str(part.get("Content-ID", "")).strip(" <>") != start) if start else parts


def _texts(whole: Message) -> tuple[list[Message], list[Message]]:
    """The parts that hold the text: of several shapes of one the page, and of a page not what belongs to it; and the
    same text in plain letters, where the page is one of several shapes."""
    kind = whole.get_content_type()
    if not whole.is_multipart():
        return [whole] if kind in _SORTS and _content(whole).strip() else [], []
    within = [found for part in _parts(whole) if (found := _texts(part))[0]]
    if kind == "multipart/alternative" and within:
        within.sort(key=lambda found: found[0][0].get_content_type() != _SORTS[0])
        plain = [texts for texts, _ in within[1:] if texts[0].get_content_type() != _SORTS[0]]
        return within[0][0], [*within[0][1], *(plain[0] if plain else ())]
    together = kind == "multipart/related"
    chosen = within[: 1 if together else None]
    return [text for texts, _ in chosen for text in texts], [text for _, beside in chosen for text in beside]


def _text(part: Message) -> bytes:
    content = _content(part)
    text, doubts = letters_as_said(content, str(part.get_content_charset() or ""))
    return content if doubts else text.encode("utf-8-sig", "replace")  # then it says itself how it is written


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
