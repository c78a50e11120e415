"""Opens a file: what it holds decides how it is read, not its name."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from models.draft.late_pattern import late_pattern
from models.files.foreign import kind_of, open_document, read_foreign
from models.files.mail_form import is_in_mail_form, text_within
from models.files.web_page import is_web_page, read_web_page
from models.reading.decoding import decode, is_data, is_pdf, refuse_others
from models.reading.reading import CannotRead, Reading, ReadingWarning
from models.telling.figures import figure

_WORD_IN_XML = ('progid="Word.Document"', "schemas.microsoft.com/office/2006/xmlPackage", "office/word/2003/wordml")
_BEGINNING = 2_000  # signs, in which a file says what program it is of
_MARKS = late_pattern(r"\*+|(?<!\w)_++|(?<=[^\W_])_++(?!\w)")
"""Marks beside each other are as one, a blank to be filled in; within a word "_" is none."""
_MOST: tuple[tuple[int, str, Callable[[str], int]], ...] = (
    (20_000, "lines", lambda text: sum(map(bool, map(str.strip, text.splitlines())))),  # with words: five hundred pages
    (60_000, "cells of tables", lambda text: text.count("|")),
    (150_000, "marks of italics and bold", lambda text: sum(1 for _ in _MARKS.finditer(text))),
    (100_000, "marks of notes", lambda text: text.count("[^")),
)
"""How much a text may hold, for more takes longer than two seconds or a great deal of memory: each line and cell may be
a paragraph, and each mark ends a run."""
_MOST_SIGNS = 4_000_000  # a thousand pages; one line of more takes seconds, and memory
_BYTES_OF_A_SIGN = 4  # at most, in whatever way it is written
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)  # Windows has no such pipes among its files
_PIPE_HOLDS = 1 << 16
_MOST_BYTES = 512 << 20  # of a file: a Word file full of pictures has some hundred million
_MOST_OF_A_PIPE = 128 << 20  # bytes; how much it brings is known only once all of that is held
_QUOTED = "The marks of quoted mail, “>”, were left out."
_WHO_WROTE = "The marks of quoted mail, “>”, and the lines that say who wrote it were left out."
__all__ = ["CannotRead", "Reading", "file_bytes", "is_archive", "read_bytes", "read_file", "read_text"]


def read_file(path: Path, revisions: str = "accept") -> Reading:
    """Reads a Word file (.docx), a PDF, a text, Markdown or HTML file; by LibreOffice also .doc, .odt, .fodt and .rtf.

    `revisions` says how tracked changes of a Word file are taken: "accept" or "reject". Raises CannotRead, in one
    sentence, where the file is missing, empty, damaged or of another kind.
    """
    path = Path(path)
    return read_bytes(file_bytes(path), revisions, path.name)


def file_bytes(path: Path) -> bytes:
    """The bytes of a file, not looked into; raises CannotRead where it is missing, not to be read or far too large."""
    try:
        return _bytes_of(path)
    except FileNotFoundError:
        raise CannotRead(f"There is no file “{path}”; look at its name and folder.") from None
    except IsADirectoryError:
        raise CannotRead(f"“{path}” is a folder; choose a file in it.") from None
    except PermissionError:
        if path.is_dir():
            raise CannotRead(f"“{path}” is a folder; choose a file in it.") from None
        raise CannotRead(f"You are not allowed to read “{path}”; ask its owner or copy it first.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not valid"
        raise CannotRead(f"“{path}” cannot be read ({reason}); copy it to your own disk and open the copy.") from None


def _bytes_of(path: Path) -> bytes:
    """The bytes of a file; one that is far too large is refused before it takes the memory."""
    with open(path, "rb", opener=_without_waiting) as file:  # a path's own takes no opener
        about = os.fstat(file.fileno())
        if stat.S_ISBLK(about.st_mode) or (stat.S_ISCHR(about.st_mode) and not file.isatty()):
            raise CannotRead(f"“{path.name}” is a device of this machine, not a file; choose a file.")
        endless = not stat.S_ISREG(about.st_mode)  # a pipe, of which nobody says how much it brings
        most = _MOST_OF_A_PIPE if endless else _MOST_BYTES
        begun = _begun(file.fileno()) if endless and _AT_ONCE else b""
        if about.st_size <= most and len(data := begun + file.read(most + 1 if endless else -1)) <= most:
            return data
    much = f"“{path.name}” has more than {most >> 20} megabytes"
    raise CannotRead(
        f"{much}; save it as a file and open that." if endless else f"{much}, more than any text; open the text itself."
    )


def _without_waiting(path: str, flags: int) -> int:
    """Opens a file; to open a pipe is else to wait until somebody writes into it."""
    return os.open(path, flags | _AT_ONCE)


def _begun(pipe: int) -> bytes:
    """What a pipe brings at once, nothing where nobody writes into it; from then on whoever does is waited for."""
    try:
        return os.read(pipe, _PIPE_HOLDS)
    except BlockingIOError:
        return b""
    finally:
        os.set_blocking(pipe, True)


def read_bytes(data: bytes, revisions: str = "accept", name: str = "") -> Reading:
    """Reads the bytes of a file; `name` is used in messages only."""
    called = f"“{name}”" if name else "The file"
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise CannotRead(f"{called} is empty; choose another file or ask for it again.")
    kept, plain = data, b""
    in_mail = is_in_mail_form(data)
    if in_mail:
        data, plain = text_within(data)
    if kind_of(data) is not None:
        return read_foreign(data, revisions)
    if is_archive(data):
        return _read_zip(data, revisions)
    if is_pdf(data):
        from models.reading.pdf.read import read_pdf  # PDFium is loaded for PDF files only

        return replace(read_pdf(data), revisions_taken=revisions)
    if is_web_page(data):
        try:
            page = replace(read_web_page(data), revisions_taken=revisions, plain=kept)
            return _letter_told(page) if in_mail else page
        except CannotRead:
            if not plain:
                raise
        data = plain  # an e-mail whose page is empty
    refuse_others(data)
    from models.clipboard.quoted import quoted_in
    from models.reading.text import read_text as read_plain  # Word files are read without it

    # With as many bytes more there are too many signs: how many need not be known.
    text, warnings = decode(data[: _BYTES_OF_A_SIGN * (_MOST_SIGNS + 2)])
    if len(text) > _MOST_SIGNS:
        signs = f"{figure(_MOST_SIGNS)} signs"
        raise CannotRead(f"{called} has more than {signs}; save the pages that are needed as a file of their own.")
    if is_data(text):
        if any(mark in text[:_BEGINNING] for mark in _WORD_IN_XML):
            raise CannotRead(f"{called} is a Word file kept as XML; open it in Word and save it as a document (.docx).")
        raise CannotRead(f"{called} is data, not a text; open the Word file, the PDF or the text it was made from.")
    for most, what, count in _MOST:
        if count(text) > most:
            many = f"{figure(most)} {what}"
            raise CannotRead(f"{called} has more than {many}; save the pages that are needed as a file of their own.")
    quoted = quoted_in(text)
    reading = read_plain(quoted.words)
    if not reading.draft.paragraphs:
        raise CannotRead(f"{called} holds no words; choose another file or ask for it again.")
    if quoted.marked:
        warnings = (*warnings, ReadingWarning(None, "quoted-mail", _WHO_WROTE if quoted.leading else _QUOTED))
    warnings = (*warnings, *reading.warnings)
    return _letter_told(Reading(reading.draft, warnings, revisions_taken=revisions, plain=kept))


def _letter_told(reading: Reading) -> Reading:
    from models.files.letter_told import with_letter_told  # Word files are read without it

    return with_letter_told(reading)


def is_archive(data: bytes) -> bool:
    """Whether bytes are a zip archive; of files whose bytes a dossier keeps that is a Word file, and no other."""
    return data.startswith(b"PK")


def read_text(text: str, name: str = "") -> Reading:
    """Reads text or Markdown, as from the clipboard; raises CannotRead where there are no words."""
    from models.reading.text import read_text as read_plain

    reading = read_plain(text)
    if not reading.draft.paragraphs:
        called = f"“{name}”" if name else "The text"
        raise CannotRead(f"{called} holds no words; choose another text.")
    return reading


def _read_zip(data: bytes, revisions: str) -> Reading:
    if open_document(data):
        raise CannotRead("This is an OpenDocument file, but no text; open the text itself.")
    import io
    import zipfile  # text files are read without it

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        names = ["[Content_Types].xml"]  # damaged: the Word reader says so
    if "[Content_Types].xml" in names and any(part.startswith(("xl/", "ppt/")) for part in names):
        raise CannotRead("This is a spreadsheet or a presentation, not a text; open the Word file (.docx).")
    from models.word.read import read_word  # lxml is loaded for Word files only

    return read_word(data, revisions)
