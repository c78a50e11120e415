"""From the bytes of a file to its text: encodings, and files that are no text at all."""

from __future__ import annotations

import codecs
import json

from models.draft.late_pattern import late_pattern
from models.reading.reading import CannotRead, ReadingWarning

_SIGNATURES = (
    (b"%PDF-", "This is a PDF and no text; save it as a file and open that."),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "This is an old Word file (.doc); save it as .docx and open that."),
    (b"{\\rtf", "This is an RTF file; save it as .docx and open that."),
    (b"\x89PNG", "This file is a picture, not a text; open the document itself."),
    (b"\xff\xd8\xff", "This file is a picture, not a text; open the document itself."),
    (b"GIF8", "This file is a picture, not a text; open the document itself."),
    (b"SQLite format 3\0", "This file is a database, not a text; a dossier is opened with its own command."),
)  # fmt: skip
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_XML = late_pattern(r"<\?xml\s|<[A-Za-z][\w.:-]*\s(?:[^<>]*\s)?xmlns(?::[\w.-]+)?\s*=|<akomaNtoso[\s>]")
"""How a file of XML begins: by its declaration, or by an element with a namespace."""
_LOST = "\ufffd"
_MEANT: dict[str, str | None] = {
    "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "utf-8": None, "ascii": None,
}  # fmt: skip
"""What pages and e-mails mean by the name of an encoding, as browsers take it (WHATWG, Encoding, 4.2); None where the
name tells nothing of bytes that are no UTF-8."""
_BINARY = "This file is not a text; open a Word file (.docx), a text file or Markdown."


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are a PDF."""
    return _head(data).startswith(b"%PDF-")


def refuse_others(data: bytes) -> None:
    """Raises CannotRead, saying what to do, where the bytes are a PDF, an old Word file, RTF or a picture."""
    head = _head(data)
    for signature, sentence in _SIGNATURES:
        if head.startswith(signature):
            raise CannotRead(sentence)


def _head(data: bytes) -> bytes:
    return data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")


def decode(data: bytes) -> tuple[str, tuple[ReadingWarning, ...]]:
    """The text of a file in UTF-8 (with or without its mark), UTF-16, UTF-32 or, with a warning, in an encoding of one
    official language that is guessed.

    Raises CannotRead where the bytes are no text.
    """
    refuse_others(data)
    text, warnings = letters_of(data)
    if warnings and b"\0" in data:
        raise CannotRead(_BINARY)
    return _checked(text), warnings


def letters_of(data: bytes) -> tuple[str, tuple[ReadingWarning, ...]]:
    """What `decode` gives, of bytes that are known to be text, whatever signs are among them."""
    for bom, marked in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(marked), ()
            except UnicodeDecodeError:
                if marked == "utf-8-sig":
                    return _damaged(data.decode(marked, errors="replace"))
                raise CannotRead("This file is damaged in the middle; ask for it again or save it as UTF-8.") from None
    if encoding := utf16_without_mark(data):
        return data.decode(encoding), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", errors="replace")
    if sum(1 for letter in text if letter > "\x7f") > 4 * text.count(_LOST):
        return _damaged(text)  # of Windows-1252 nearly every accent would be lost
    from models.reading.guessed_encoding import NAMES, WESTERN, guessed  # hardly any file is read with it

    encoding = guessed(data)
    look = "at accents and quotation marks" if encoding == WESTERN else "whether its words are right"
    message = f"The file is not in UTF-8; it was read as {NAMES[encoding]}, so look {look}."
    return data.decode(encoding, errors="replace"), (ReadingWarning(None, "encoding-guessed", message),)


def letters_as_said(data: bytes, said: str) -> tuple[str, tuple[ReadingWarning, ...]]:
    """What `letters_of` gives, of bytes whose encoding is said beside them, maybe wrongly: what is UTF-8 throughout is
    that."""
    try:
        name = codecs.lookup(said).name
        meant = _MEANT.get(name, name)
        if meant is not None and (data.isascii() or b"\0" in data or not _is_utf8(data)):
            return data.decode(meant, "replace"), ()
    except (LookupError, ValueError):
        pass  # there is no such encoding, or it is none of letters
    return letters_of(data)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _damaged(text: str) -> tuple[str, tuple[ReadingWarning, ...]]:
    lost = text.count(_LOST)
    stand = "stands" if lost == 1 else "stand"
    message = f"The file is UTF-8 and damaged: {lost} of its signs cannot be read and {stand} as “{_LOST}”."
    return text, (ReadingWarning(None, "encoding-damaged", message),)


def is_data(text: str) -> bool:
    """Whether a file is XML or JSON, which programs read: not a text in square brackets, as delegates write them."""
    start = text.lstrip("\ufeff \t\r\n")
    if _XML.match(start) is not None:
        return True
    if not start.startswith(("{", "[")) or not start.rstrip().endswith(("}", "]")):
        return False
    try:
        value = json.loads(start)
    except RecursionError:
        return True
    except ValueError:
        return False
    return isinstance(value, dict) or any(isinstance(one, (dict, list)) for one in value)


def utf16_without_mark(data: bytes) -> str | None:
    """Which UTF-16 bytes without a mark are: it shows in a zero byte beside nearly every Latin letter."""
    sample = data[:2000]
    if len(sample) < 4 or len(data) % 2:
        return None
    for encoding, zero, letter in (
        ("utf-16-le", sample[1::2], sample[0::2]),
        ("utf-16-be", sample[0::2], sample[1::2]),
    ):
        if zero.count(0) * 10 > len(zero) * 7 and letter.count(0) * 20 < len(letter):
            try:
                data.decode(encoding)
            except UnicodeDecodeError:
                continue
            return encoding
    return None


def _checked(text: str) -> str:
    """The text, if it is one: control characters betray a binary file."""
    sample = text[:20000]
    strange = sum(1 for character in sample if character < " " and character not in "\t\n\r\f\v")
    if "\0" in sample or strange * 50 > len(sample):
        raise CannotRead(_BINARY)
    return text
