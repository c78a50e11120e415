"""A file's bytes as an archive of XML parts; what is no Word file, damaged or unsafe is refused in one sentence."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from posixpath import normpath

from lxml import etree

from models.reading.reading import CannotRead
from models.telling.figures import figure
from models.telling.one_line import on_one_line
from models.word.content_types import folded
from models.word.namespaces import w
from models.word.parsing import parsed

LARGEST_PART = 64 * 1024 * 1024  # bytes, uncompressed
LARGEST_XML = 32 * 1024 * 1024  # bytes of XML that are parsed, all parts of a file together
LARGEST_PACKAGE = 512 * 1024 * 1024  # bytes, uncompressed, all parts
MOST_PARTS = 20_000
# Elements, and attributes twice, for they take twice the memory; all parts of a file together. Real files have up to
# a hundred for each paragraph.
MOST_MARKS = 2_000_000
MOST_RELATIONSHIPS = (
    20_000  # of all parts together: one of real files has a hundred, and a long text with links some more
)
_HELD = 16 * 1024 * 1024  # bytes of one file, and of its XML
HIGHEST_RATIO = 1000  # uncompressed to compressed: no honest text comes near

# All that zipfile and zlib are known to raise on bytes that are no sound archive.
BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError,
    NotImplementedError, RuntimeError, IndexError,
)  # fmt: skip
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # all that the format allows: others may ask for any memory
_XML_ENDINGS = (".xml", ".rels", ".vml")
# XML in which a name is spelled by its own bytes: UTF-8, by name or for want of one.
_IN_PLAIN_LETTERS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?!\?xml[^>]*encoding(?!\s*=\s*[\"'](?:utf-8|us-ascii)[\"']))", re.IGNORECASE
)
_TAG = re.compile(rb"""<[^<"'>]*+(?:"[^<"]*+"[^<"'>]*+|'[^<']*+'[^<"'>]*+)*+>""")
_CODE_TAG, _SIMPLE_CODE = b"nstrText", b":instr"
_REFERENCE = b"&#"
# A letter of ASCII by its number: no program writes one so, and a name that has one is not spelled by its own bytes.
_LETTER_BY_NUMBER = re.compile(
    rb"&#(?:0*(?:6[5-9]|[78]\d|90|9[7-9]|1[01]\d|12[0-2])|x0*(?:[46][1-9a-f]|[57][0-9a]));", re.IGNORECASE
)
_HEAD = 8  # bytes at most before the mark that says what XML it is
_MANY = 4  # names that take longer to be looked for, each in all parts, than the tags
_LONGEST_NAME = 60  # characters
MOST_ATTRIBUTES = 500  # of one element, where real files have up to forty: each is looked for among all of them
_CUT_OFF = "This Word file is damaged or cut off; ask for it to be sent again."
TOO_MUCH = "This file would unpack to far more than a text can hold; it was not opened."
_DOCUMENT_TYPE = "This file declares an XML document type, which no Word file needs; it was not opened."


def open_archive(data: bytes) -> zipfile.ZipFile:
    """The archive of a file's bytes, its directory checked before anything is unpacked."""
    _refuse_other_formats(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except BROKEN:
        raise CannotRead(_CUT_OFF) from None
    if any(entry.flag_bits & 1 for entry in entries):
        raise CannotRead("This file is protected by a password; save a copy without one and open that.")
    if len({entry.header_offset for entry in entries}) < len(entries):  # zipfile only warns, on the error stream
        raise CannotRead(_CUT_OFF)
    if unpack_to_too_much(entries):
        raise CannotRead(TOO_MUCH)
    if any(entry.compress_type not in _PACKED for entry in entries):
        raise CannotRead("This file is packed as no Word file is; save it again as a Word document (.docx).")
    if len({_unpacked(entry.filename) for entry in entries}) < len(entries):
        # Which of two parts of one name another program reads nobody can say.
        raise CannotRead("This file holds a part twice, and others may read another text in it; ask for a new copy.")
    return archive


def _unpacked(name: str) -> str:
    """Where a program may look for a part, whatever way there its name tells ("./word\\document.xml")."""
    return normpath(folded(name).replace("\\", "/").lstrip("/"))


def unpack_to_too_much(entries: Sequence[zipfile.ZipInfo]) -> bool:
    """Whether the parts of an archive are more, or larger, than those of a text are, by what its directory says."""
    total = sum(entry.file_size for entry in entries)
    return len(entries) > MOST_PARTS or total > LARGEST_PACKAGE or any(map(_swollen, entries))


def _swollen(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > LARGEST_PART or entry.file_size > HIGHEST_RATIO * max(entry.compress_size, 1)


def read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of one entry, never more than it may hold whatever its header says."""
    try:
        with archive.open(entry) as stream:
            data = stream.read(LARGEST_PART + 1)
    except BROKEN:
        raise CannotRead(
            f"This Word file is damaged ({shown_name(entry.filename)} cannot be unpacked); ask for it to be sent again."
        ) from None
    if len(data) > LARGEST_PART:
        raise CannotRead(TOO_MUCH)
    return data


def shown_name(name: str) -> str:
    """A name out of a file, fit for a sentence: printable, on one line, at most sixty characters."""
    printable = on_one_line(name.strip()[: 2 * _LONGEST_NAME]).strip()  # a name may be ten million letters
    return printable if len(printable) <= _LONGEST_NAME else printable[: _LONGEST_NAME - 1] + "…"


def _refuse_other_formats(data: bytes) -> None:
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not data:
        raise CannotRead("This file is empty.")
    if start.startswith(b"%PDF"):
        raise CannotRead("This file is a PDF under a Word name; give it the ending .pdf and open it again.")
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise CannotRead("This file is protected by a password; save a copy without one and open that.")
        raise CannotRead("This file is in the old Word format (.doc); save it as .docx and open that.")
    if start.startswith(b"{\\rtf"):
        raise CannotRead("This file is Rich Text (.rtf) under a Word name; save it as .docx and open that.")
    if start[:64].lower().startswith((b"<!doctype", b"<html", b"<?xml")):
        raise CannotRead("This file is a web page or plain XML under a Word name; save it as .docx and open that.")
    if not data.startswith(b"PK"):
        raise CannotRead("This file is not a Word document (.docx).")


def utf8(data: bytes) -> bytes:
    """XML in UTF-16 as UTF-8, so that the checks on bytes see what the parser sees."""
    if data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return data
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError:
        return data
    head, closed, rest = text.partition("?>")
    return (rest if closed and head.lstrip().startswith("<?xml") else text).encode()


def says(data: bytes, *names: bytes) -> bool:
    """Whether any XML part of a file may hold one of some names: where none does, it need not be parsed to be asked.

    They are looked for in tags, and in what fields say; no word of a text is a name. What is written in letters that no
    bytes can be looked for in may hold anything.
    """
    return opened(data).says(names)


def fields_say(data: bytes, *names: bytes) -> bool:
    """Whether what the fields of a file say may hold one of some names, given in capitals, in letters of any case."""
    codes = opened(data).codes()
    return codes is None or any(name in codes for name in names)


class Opened:
    """The archive of a file, its XML unpacked once: an ordinary file is asked for it several times on one road."""

    def __init__(self, data: bytes) -> None:
        self._archive = open_archive(data)
        self.entries = self._archive.infolist()
        self._keeps = sum(entry.file_size for entry in self.entries if _is_xml(entry)) <= _HELD
        self._unpacked: dict[str, bytes] = {}
        self._tags: bytes | None = None  # "" where they cannot be told
        self.left: dict[str, etree._Element] = {}  # parsed by who is done with them, as the file has them

    def read(self, entry: zipfile.ZipInfo) -> bytes:
        """The bytes of an entry."""
        found = self._unpacked.get(entry.filename)
        if found is None:
            found = read_entry(self._archive, entry)
            if self._keeps and _is_xml(entry):
                self._unpacked[entry.filename] = found
        return found

    def says(self, names: Sequence[bytes]) -> bool:
        """What `says` tells of this file; a long text is gone through once for all that is asked."""
        if self._tags is None:
            parts = self._xml()
            few = self._is_legible and len(names) < _MANY
            if few and not any(name in part for part in (*parts, self._codes) for name in names):
                return False
            self._tags = b"".join((*map(_tags_of, parts), self._codes)) if self._is_legible else b""
        return not self._tags or any(name in self._tags for name in names)

    def codes(self) -> bytes | None:
        """What the fields of all parts say, in capitals; None where it cannot be told without parsing them."""
        if not self._is_legible:
            return None
        simple = (one.partition(b">")[0] for part in self._xml() for one in part.split(_SIMPLE_CODE)[1:])
        return b"".join((self._codes, *simple)).upper()

    def _xml(self) -> list[bytes]:
        return [utf8(self.read(entry)) for entry in self.entries if _is_xml(entry)]

    @cached_property
    def _is_legible(self) -> bool:
        return all(map(_is_legible, self._xml()))

    @cached_property
    def _codes(self) -> bytes:
        return b"".join(map(_codes_of, self._xml()))


def _is_legible(part: bytes) -> bool:
    """Whether bytes can be looked for in a part: it is in plain letters, and nothing parts the letters of a name."""
    if b"\0" in part or b"[CDATA[" in part or _IN_PLAIN_LETTERS.match(part) is None:
        return False
    if _CODE_TAG in part and (b"<!--" in part or part.find(b"<?", _HEAD) >= 0):
        return False
    return _REFERENCE not in part or _LETTER_BY_NUMBER.search(part) is None


def _tags_of(part: bytes) -> bytes:
    """Each tag of a part once."""
    return b"".join(set(_TAG.findall(part)))


def _codes_of(part: bytes) -> bytes:
    """What the fields of a part say, put together: a name may be cut into several runs."""
    pieces = part.split(_CODE_TAG)
    begun = (one for before, one in pairwise(pieces) if not before.rpartition(b"<")[2].startswith(b"/"))
    return b"".join(one.partition(b">")[2].partition(b"<")[0] for one in begun)


def opened(data: bytes) -> Opened:
    """The archive of a file's bytes; the last three that are not large are held: two texts and what is written."""
    return _held(data) if len(data) <= _HELD else Opened(data)


@lru_cache(maxsize=3)
def _held(data: bytes) -> Opened:
    return Opened(data)


def _is_xml(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.casefold().endswith(_XML_ENDINGS)


class XmlBudget:
    """What the XML of one file may take, all its parts together: each may be small enough, and all of them too much."""

    def __init__(self) -> None:
        self._bytes = self._marks = self._relationships = 0

    def spend(self, data: bytes) -> None:
        """Count a part that is to be parsed; CannotRead where it is too much."""
        self._bytes += len(data)
        self._marks += data.count(b"<") + 2 * data.count(b"=")
        if self._bytes > LARGEST_XML or self._marks > MOST_MARKS:
            raise CannotRead(TOO_MUCH)

    def spend_relationships(self, data: bytes) -> None:
        """Count a part of relationships that is to be parsed; CannotRead where there are too many."""
        self._relationships += data.count(b"<") - data.count(b"</")
        if self._relationships > MOST_RELATIONSHIPS:
            raise CannotRead(
                f"This file holds more than {figure(MOST_RELATIONSHIPS)} links among its parts and to other places, "
                "which no program writes; copy its text into a new file."
            )


_LATER = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_CONFLICTS = {
    f"{_LATER}conflictIns": w("ins"), f"{_LATER}conflictDel": w("del"),
    **{f"{_LATER}customXmlConflict{one}": w(f"customXml{one}")
       for one in ("InsRangeStart", "InsRangeEnd", "DelRangeStart", "DelRangeEnd")},
}  # fmt: skip
"""What Word marks where two wrote at one place at once: changes of their authors like others ([MS-DOCX] 2.7.2)."""


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root element of a part's bytes; CannotRead for broken XML, a document type, or over-deep nesting."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise CannotRead(_DOCUMENT_TYPE)
    try:
        root = parsed(data)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        if "depth" in str(error):
            raise CannotRead(
                f"This file nests its contents too deeply ({shown_name(name)}) to be a text; it was not opened."
            ) from None
        if "huge" in str(error).casefold():  # libxml2 names the option that would have read it
            raise CannotRead(TOO_MUCH) from None
        raise CannotRead(
            f"This Word file is damaged ({shown_name(name)} cannot be read); ask for it to be sent again."
        ) from None
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise CannotRead(_DOCUMENT_TYPE)
    if _has_long_mark(data) and any(len(element.attrib) > MOST_ATTRIBUTES for element in root.iter("*")):
        raise CannotRead(
            f"This file gives one mark in {shown_name(name)} more properties than any program does; "
            "copy its text into a new file."
        )
    if has_conflicts(data):
        for mark in root.iter(*_CONFLICTS):
            mark.tag = _CONFLICTS[mark.tag]
    return root


def has_conflicts(data: bytes) -> bool:
    """Whether a part may hold such marks, which `parse_xml` turns into changes."""
    return b":conflict" in data or b":customXmlConflict" in data


def _has_long_mark(data: bytes) -> bool:
    """Whether somewhere no element begins for as long as so many attributes take: only there need they be counted."""
    at, longest = 0, 4 * MOST_ATTRIBUTES
    while at + longest < len(data):
        at = data.rfind(b"<", at, at + longest) + 1
        if not at:
            return True
    return False
