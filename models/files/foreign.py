"""Files of other word processors (.doc, .odt, .rtf), read by way of a Word file that LibreOffice makes of them.

LibreOffice is looked for when such a file is opened; nothing else needs it, and what runs it is imported then. It runs
with a profile of its own, in which no macro may run and nothing outside the file is fetched, and it is ended where it
takes too long or too much memory.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import UUID

from models.awaited import ended_in_order, told_by
from models.reading.reading import CannotRead, Reading, ReadingWarning

_LONGEST = 90
"""Seconds; a text of a thousand paragraphs takes three."""
_MOST_SECONDS, _MOST_MEMORY = 40, 800_000
"""Of the processor, and kilobytes of its own, that it may take; ten thousand paragraphs take five, and 230,000."""
_WITHIN_BOUNDS = 'ulimit -t "$1"; ulimit -d "$2"; shift 2; exec "$@"'
_KINDS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc", "an old Word file (.doc)"),
    (b"{\\rtf", ".rtf", "an RTF file"),
)
_FLAT_TEXT = ".fodt", "an OpenDocument text in one piece (.fodt)"
_FLAT_ROOT = b"<office:document"
_OPEN_TEXT = ".odt", "an OpenDocument text (.odt)"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_MANIFEST = "META-INF/manifest.xml"
_LONGEST_ROOT = 10_000
_ENCRYPTED, _LONGEST_MANIFEST = b"encryption-data", 100_000
# How the text of an old Word file begins, at some sector, the numbers of its form that may follow, which those of
# pictures that begin alike seldom are, and the byte in which a bit says that it is encrypted (MS-DOC, 2.5.2).
_OLD_HEAD, _OLD_FORMS, _OLD_FLAGS, _SECTOR = b"\xec\xa5", range(0x60, 0x120), 11, 512
_LEAST_OLD = 1536  # bytes of a container with nothing in it: head, directory, table
_OLD_TEXT = "WordDocument"
_LOCKED = "This file is protected by a password; save a copy without one and open that."
_SHEETS = "This is a spreadsheet, not a text; open the Word file."
_SLIDES = "This is a presentation, not a text; open the Word file."
_MAIL = "This is an e-mail of Outlook (.msg); open the file that is attached to it, or copy its text and paste that."
# What else is kept in the container of old Word files, by names in its directory and by the class of its root, which
# tells where one is within the other (MS-CFB, 2.2 and 2.6).
_ENCRYPTED_WORD = "EncryptedPackage"  # Word 2007 keeps a note for older Words beside it, which is an old text
_NO_TEXTS = ((_ENCRYPTED_WORD, _LOCKED), ("Workbook", _SHEETS), ("PowerPoint Document", _SLIDES),
             ("__properties_version1.0", _MAIL))  # fmt: skip
_CLASSES = {
    UUID("00020810-0000-0000-c000-000000000046").bytes_le: _SHEETS,
    UUID("00020820-0000-0000-c000-000000000046").bytes_le: _SHEETS,
    UUID("00020d0b-0000-0000-c000-000000000046").bytes_le: _MAIL,
    UUID("64818d10-4f9b-11cf-86ea-00aa00b929e8").bytes_le: _SLIDES,
}
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""
# Whatever is fetched all the same goes nowhere.
_NOWHERE = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")


def kind_of(data: bytes) -> tuple[str, str] | None:
    """The ending of a foreign file and what it is called, None where the bytes are none of them."""
    head = data[:256].lstrip(b"\xef\xbb\xbf \t\r\n")
    found = next(((ending, words) for signature, ending, words in _KINDS if head.startswith(signature)), None)
    if head.startswith(b"<") and _OPEN_DOCUMENT + b"text" in _flat_root(data):
        return _FLAT_TEXT
    return found or (_OPEN_TEXT if open_document(data).startswith(b"text") else None)


def _flat_root(data: bytes) -> bytes:
    """The root of an OpenDocument file that is one piece of XML; empty where it begins otherwise."""
    _, found, rest = data[:_LONGEST_ROOT].partition(_FLAT_ROOT)
    return rest.partition(b">")[0] if found else b""


def open_document(data: bytes) -> bytes:
    """What of OpenDocument an archive says it is, as "text" or "spreadsheet"; empty where it says nothing.

    It is to say so first of all, but one that was unpacked and packed again has its parts in any order.
    """
    if not data.startswith(b"PK"):
        return b""
    said = data[:200]
    if b"mimetype" + _OPEN_DOCUMENT not in said and _MANIFEST.encode() in data:
        said = _beginning(data, "mimetype", 200)
    return said.partition(_OPEN_DOCUMENT)[2]


def _beginning(data: bytes, name: str, most: int) -> bytes:
    """So many bytes of a part of an archive; empty where it has none, or it is damaged."""
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            part = archive.getinfo(name)
            if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):  # others ask for any memory
                return b""
            return archive.open(part).read(most)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, LookupError, RuntimeError):
        return b""


def libreoffice() -> str | None:
    """The program, where it is installed."""
    import shutil

    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _USUAL_PLACES if os.access(place, os.X_OK)), None)


def read_foreign(data: bytes, revisions: str = "accept") -> Reading:
    """Reads a .doc, .odt, .fodt or .rtf; what is kept of it is the Word file made of it, `package`.

    Raises CannotRead, in one sentence, where LibreOffice is not installed, does not answer in time or cannot read it.
    """
    kind = kind_of(data)
    assert kind is not None
    ending, words = kind
    if ending == ".doc" and len(data) < _LEAST_OLD:
        raise CannotRead("This file is cut off; ask for it again.")
    if ending == ".doc" and (sentence := _no_text(data)) is not None:
        raise CannotRead(sentence)
    program = libreoffice()
    if program is None:
        raise CannotRead(f"This is {words}, which LibreOffice reads and this program does not: install it, or save "
                         "the file as .docx and open that.")  # fmt: skip
    from models.files.foreign_limits import refuse_long

    refuse_long(data, ending)
    if ending == ".doc" and _called(_OLD_TEXT) not in data and next(_old_flags(data), None) is None:
        # LibreOffice would read whatever bytes there are.
        raise CannotRead("This file is damaged and cannot be read; ask for it again.")
    from models.files.kept_fields import with_kept_fields
    from models.files.marks_twice import with_marks_once
    from models.word.read import read_word

    try:
        made = _converted(program, with_kept_fields(data, ending), ending, words)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotRead(
            f"This is {words}, and there is no place for the Word file that LibreOffice makes of it ({reason}); "
            "free some room on the disk, and open it again."
        ) from error
    reading = read_word(with_marks_once(made) if ending == ".rtf" else made, revisions)
    told = ReadingWarning(None, "converted", f"This is {words}; LibreOffice made a Word file of it, and that was read.")
    return replace(reading, warnings=(told, *reading.warnings))


def _no_text(data: bytes) -> str | None:
    """What is said of a container of old Word files that holds something else; None where it may hold a text."""
    root = (int.from_bytes(data[48:52], "little") + 1) << data[30]  # where the directory begins
    if (sentence := _CLASSES.get(data[root + 80 : root + 96])) is not None or _called(_OLD_TEXT) in data:
        return sentence
    return next((sentence for name, sentence in _NO_TEXTS if _called(name) in data), None)


def _called(name: str) -> bytes:
    """A name as the directory of such a container has it."""
    return name.encode("utf-16-le")


def _converted(program: str, data: bytes, ending: str, words: str) -> bytes:
    import tempfile

    # What was ended late may hold its files open still; they are the system's to clear away then.
    with ended_in_order(), tempfile.TemporaryDirectory(prefix="adref-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        source, made = folder / f"text{ending}", folder / "out" / "text.docx"
        source.write_bytes(data)
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        own = folder / "own"
        own.mkdir()
        (profile / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        command = [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nodefault", "--convert-to", "docx:MS Word 2007 XML"),
            *("--outdir", str(made.parent), str(source)),
        ]
        if not _ran(command, own) or not made.is_file():
            if _is_locked(data, ending):
                raise CannotRead(_LOCKED)
            raise CannotRead(f"This looks like {words} and could not be read by LibreOffice; save it as .docx "
                             "and open that.")  # fmt: skip
        return made.read_bytes()


def _is_locked(data: bytes, ending: str) -> bool:
    """Whether a password is needed to read a file."""
    if ending == _OPEN_TEXT[0]:
        return _ENCRYPTED in _beginning(data, _MANIFEST, _LONGEST_MANIFEST)
    return ending == ".doc" and (any(flags & 1 for flags in _old_flags(data)) or _called(_ENCRYPTED_WORD) in data)


def _old_flags(data: bytes) -> Iterator[int]:
    """The byte with flags wherever the text of an old Word file may begin."""
    sectors = range(0, len(data) - _OLD_FLAGS, _SECTOR)
    begun = (at for at in sectors if data.startswith(_OLD_HEAD, at))
    return (data[at + _OLD_FLAGS] for at in begun if int.from_bytes(data[at + 2 : at + 4], "little") in _OLD_FORMS)


def _ran(command: list[str], own: Path) -> bool:
    """Whether a program could be begun and came to its end in time; where not, it is ended with all it began. What it
    keeps for a while lies in its `own` folder."""
    import signal
    import subprocess

    own_group = sys.platform != "win32"
    bounds = ["/bin/sh", "-c", _WITHIN_BOUNDS, "sh", str(_MOST_SECONDS), str(_MOST_MEMORY)] if own_group else []
    try:
        running = subprocess.Popen(
            [*bounds, *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=dict(_surroundings(own)),
            start_new_session=own_group,
        )
    except OSError:  # what is left of one that was taken away
        return False
    end = partial(os.killpg, running.pid, signal.SIGKILL) if own_group else running.kill
    try:
        told_by(running, _LONGEST, end=end)
    except TimeoutError:
        return False
    return running.returncode == 0


def _surroundings(own: Path) -> Iterator[tuple[str, str]]:
    """The environment, without what would lead LibreOffice to a display or to the network."""
    yield from ((name, value) for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY"))
    yield from _NOWHERE.items()
    yield from dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(own)).items()  # or it stays there where it is ended
