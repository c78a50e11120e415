"""Files of other word processors, by way of LibreOffice where it is installed, and in one sentence where it is not."""

from __future__ import annotations

import io
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest

from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.files.foreign import kind_of, open_document
from models.files.foreign_limits import refuse_long
from models.files.marks_twice import with_marks_once
from models.files.read import read_bytes, read_file
from models.reading.reading import CannotRead
from models.word.clean import write_clean
from models.word.namespaces import w
from models.word.package import Package
from models.word.redline import write_redline

WAIT = 20  # seconds
FLAT = "application/vnd.oasis.opendocument."
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODT = b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text"


def draft(*texts: str) -> Draft:
    operative = tuple(
        Paragraph(Kind.OPERATIVE, (Run(text[:7], italic=True), Run(text[7:])), number=str(number))
        for number, text in enumerate(texts, 1)
    )
    cited = Paragraph(Kind.PREAMBULAR, (Run("Recalling its resolution 56/203,"), Run(footnote=1)))
    return Draft(
        (Paragraph(Kind.ENACTING, (Run("The General Assembly,"),)), cited, *operative),
        (Footnote(1, "1", (Run("See A/58/98."),)),),
    )


OLD = draft("Decides to meet in 2005;", "Invites all States to attend;", "Decides to remain seized of the matter.")
NEW = draft("Decides to meet in 2006;", "Invites all States to attend;", "Decides to remain seized of the matter.")


@pytest.fixture(scope="module")
def converted(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A tracked Word file in another format."""
    folder = tmp_path_factory.mktemp("foreign")
    source = folder / "text.docx"
    source.write_bytes(write_redline(compare(OLD, NEW), base=None, author="Delegation A"))
    profile = (folder / "profile").as_uri()

    def made(ending: str) -> Path:
        command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", ending]
        done = subprocess.run([*command, "--outdir", str(folder), str(source)], capture_output=True, timeout=120)
        assert done.returncode == 0
        return folder / f"text.{ending}"

    return made


@pytest.mark.parametrize("ending", ["doc", "odt", "fodt", "rtf"])
def test_texts_notes_numbers_and_changes_come_over(converted: Callable[[str], Path], ending: str) -> None:
    path = converted(ending)
    reading = read_file(path)
    told = [(one.kind, one.number, one.text) for one in reading.draft.paragraphs if one.text]
    assert told == [(one.kind, one.number, one.text) for one in NEW.paragraphs]
    assert [note.text.strip() for note in reading.draft.footnotes] == ["See A/58/98."]
    assert {one.author for one in reading.revisions} == {"Delegation A"}
    assert reading.warnings[0].code == "converted"
    # What was made of it is a Word file to go on from.
    assert reading.package is not None
    assert reading.package.startswith(b"PK")
    before = [one.text for one in read_file(path, "reject").draft.paragraphs if one.text]
    assert before == [one.text for one in OLD.paragraphs]


@pytest.mark.parametrize("data", [OLD_WORD + b"\0" * 2000, b"{\\rtf1\\ansi Hello}", ODT])
def test_without_libreoffice_one_sentence_says_what_to_do(
    data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    if shutil.which("soffice") or Path("/Applications/LibreOffice.app").exists():
        pytest.skip("LibreOffice is here in another place")
    assert kind_of(data) is not None
    with pytest.raises(CannotRead, match=r"LibreOffice reads and this program does not: install it, or save .*\.docx"):
        read_bytes(data)


def test_what_libreoffice_cannot_read_is_said(soffice: str) -> None:
    with pytest.raises(CannotRead, match="could not be read by LibreOffice"):
        read_bytes(ODT)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("EncryptedPackage", "password"),
        ("Workbook", "spreadsheet"),
        ("PowerPoint Document", "presentation"),
        ("__properties_version1.0", "e-mail of Outlook"),
    ],
)
def test_other_things_in_the_container_of_old_word_files(name: str, says: str) -> None:
    with pytest.raises(CannotRead, match=says):
        read_bytes(OLD_WORD + b"\0" * 2000 + name.encode("utf-16-le"))


def test_a_spreadsheet_in_an_old_word_file_makes_it_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "soffice").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotRead, match="could not be read by LibreOffice"):  # it was asked
        read_bytes(OLD_WORD + b"\0" * 2000 + "Workbook\0WordDocument".encode("utf-16-le"))


@pytest.mark.parametrize(
    ("root", "says"),
    [
        ("2008020000000000c000000000000046", "spreadsheet"),
        ("108d81649b4fcf1186ea00aa00b929e8", "presentation"),
        ("0b0d020000000000c000000000000046", "e-mail of Outlook"),
    ],
)
@pytest.mark.parametrize("size", [9, 12])
def test_an_old_word_file_in_a_spreadsheet_makes_it_no_text(root: str, says: str, size: int) -> None:
    head = OLD_WORD + bytes(22) + bytes([size]) + bytes(17) + (1).to_bytes(4, "little")
    data = head.ljust(2 << size, b"\0") + bytes(80) + bytes.fromhex(root) + "WordDocument".encode("utf-16-le")
    with pytest.raises(CannotRead, match=says):
        read_bytes(data.ljust(3 << size, b"\0"))


@pytest.mark.skipif(sys.platform == "win32", reason="a program is told from others otherwise there")
@pytest.mark.parametrize("program", ["nothing that runs", "#!/nowhere/sh\n", "#!/bin/sh\nexec sleep 60\n"])
def test_a_libreoffice_that_does_not_run_or_end_is_told_of_the_file(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "soffice").write_text(program)
    (tmp_path / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr("models.files.foreign._LONGEST", 0.2)
    with pytest.raises(CannotRead, match=r"could not be read by LibreOffice; save it as \.docx"):
        read_bytes(b"{\\rtf1 One.}")


@pytest.mark.skipif(sys.platform == "win32", reason="it is a script of a shell")
def test_libreoffice_is_led_to_no_display_and_to_no_network_and_within_bounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text(
        f'#!/bin/sh\necho "${{DISPLAY-none}} $http_proxy $HTTPS_PROXY $(ulimit -d)" >"{tmp_path}/asked"\nexit 1\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("http_proxy", "http://proxy.example")
    with pytest.raises(CannotRead, match="could not be read by LibreOffice"):
        read_bytes(b"{\\rtf1 Decides to meet.}")
    assert (tmp_path / "asked").read_text() == "none http://127.0.0.1:9 http://127.0.0.1:9 800000\n"


def test_no_room_for_what_libreoffice_makes_is_told_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "soffice").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "away"))
    with pytest.raises(CannotRead, match="an RTF file, and there is no place for the Word file that LibreOffice makes"):
        read_bytes(b"{\\rtf1 Decides to meet.}")


@pytest.mark.skipif(sys.platform == "win32", reason="it is a script of a shell")
@pytest.mark.parametrize("told", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_command_that_is_told_to_end_leaves_nothing_of_the_text(told: str, tmp_path: Path) -> None:
    number = getattr(signal, told)
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip("whoever began the tests has it ignored")
    (tmp_path / "soffice").write_text(
        f'#!/bin/sh\necho $$ >"$TMPDIR/kept"\ncp "$TMPDIR/kept" "{tmp_path}/begun"\nsleep 60\n'
    )
    (tmp_path / "soffice").chmod(0o755)
    (tmp_path / "text.rtf").write_bytes(b"{\\rtf1 Decides to meet.}")
    (tmp_path / "own").mkdir()
    begun, path = tmp_path / "begun", f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    command = subprocess.Popen(
        [sys.executable, "-m", "app.commands", "read", str(tmp_path / "text.rtf")],
        env={**os.environ, "PATH": path, "TMPDIR": str(tmp_path / "own")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while command.poll() is None and not (begun.exists() and begun.read_text()):
        time.sleep(0.01)
    command.send_signal(number)
    assert command.wait(WAIT) == 128 + number
    assert list((tmp_path / "own").iterdir()) == []
    with pytest.raises(ProcessLookupError):
        os.kill(int(begun.read_text()), 0)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (OLD_WORD + bytes(504) + b"\xec\xa5\xc1\x00" + bytes(6) + b"\x00\x13" + bytes(2000), "password"),
        (OLD_WORD + bytes(2000) + "WordDocument\0EncryptedPackage".encode("utf-16-le"), "password"),
        (
            OLD_WORD
            + bytes(504)
            + b"\xec\xa5\xc1\x00"
            + bytes(6)
            + b"\x00\x12"
            + bytes(500)
            + b"\xec\xa5\x2b\xc2"
            + bytes(6)
            + b"\x00\x13"
            + bytes(2000),
            "could not be read",
        ),  # the second of a picture
        ("<x><encryption-data/></x>", "password"),
        ("<x/>", "could not be read"),
        (" " * 2_000_000, "far more than a text"),
    ],
)
def test_a_password_is_told_from_other_trouble(
    data: bytes | str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "soffice").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    if isinstance(data, str):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", ODT[38:], zipfile.ZIP_STORED)
            archive.writestr("META-INF/manifest.xml", data)
        data = packed.getvalue()
    with pytest.raises(CannotRead, match=says):
        read_bytes(data)


def test_any_bytes_behind_the_signature_of_an_old_word_file_are_no_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "soffice").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotRead, match="damaged"):
        read_bytes(OLD_WORD + random.Random(1).randbytes(60_000))


@pytest.mark.parametrize(
    ("ending", "content", "says"),
    [
        (".rtf", rb"{\rtf1 {\bin2147483647 a}}", "damaged"),
        (".rtf", rb"{\rtf1 {\\bin2147483647 a}" + rb"\pard a\par" * 50_000 + b"}", None),
        (".rtf", rb"{\rtf1 " + rb"\par" * 50_001 + b"}", r"50\u00a0001 paragraphs"),
        (".fodt", b"<a>" * 300 + b"</a>" * 300, "nests its contents too deeply"),
        (".fodt", b"<a>" * 200 + b"</a>" * 200, None),
        (".odt", b"<text:p/>" * 50_001, r"50\u00a0001 paragraphs"),
    ],
)
def test_what_would_keep_libreoffice_busy_for_ever_is_refused(ending: str, content: bytes, says: str | None) -> None:
    if ending == ".odt":
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("content.xml", content)
        content = packed.getvalue()
    with pytest.raises(CannotRead, match=says) if says else nullcontext():
        refuse_long(content, ending)


@pytest.mark.parametrize(("kind", "ending"), [("text", ".fodt"), ("spreadsheet", None)])
def test_an_open_document_may_be_one_piece(kind: str, ending: str | None) -> None:
    data = f'<?xml version="1.0"?>\n<office:document xmlns:office="x" office:mimetype="{FLAT}{kind}"><a/>'.encode()
    found = kind_of(data)
    assert (found and found[0]) == ending


def test_an_old_word_file_that_is_cut_off_is_no_matter_for_libreoffice() -> None:
    with pytest.raises(CannotRead, match="This file is cut off"):
        read_bytes(OLD_WORD + bytes(1000))


@pytest.mark.parametrize(("kind", "ending"), [("text", ".odt"), ("text-template", ".odt"), ("spreadsheet", None)])
@pytest.mark.parametrize("first", ["mimetype", "content.xml"])
def test_an_open_document_may_have_its_parts_in_any_order(kind: str, ending: str | None, first: str) -> None:
    said = f"application/vnd.oasis.opendocument.{kind}"
    parts = {"mimetype": said, "content.xml": "<x/>", "META-INF/manifest.xml": "<y/>"}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: name != first):
            archive.writestr(name, parts[name])
    found = kind_of(packed.getvalue())
    assert (found[0] if found else None) == ending
    assert open_document(packed.getvalue()) == kind.encode()
    assert open_document(packed.getvalue()[:-40]) == b""


def test_what_is_packed_as_no_open_document_is_said_to_be_none() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as archive:
        for name in ("content.xml", "mimetype", "META-INF/manifest.xml"):
            archive.writestr(name, "application/vnd.oasis.opendocument.text")
    data = packed.getvalue()
    for damaged in (data, data.replace(b"\x5d\x00", b"\xff\x00")):  # what LZMA is told first
        assert open_document(damaged) == b""


def test_the_mark_of_a_note_that_libreoffice_says_twice_is_said_once() -> None:
    sponsors = Paragraph(Kind.TEXT, (Run("Fiji:"), Run(footnote=1), Run(" draft resolution*")))
    once = write_clean(Draft((sponsors,), (Footnote(1, "*", (Run("On behalf of the Group."),)),)))
    assert with_marks_once(once) is once
    package = Package(once)
    words = next(one for one in package.edit(package.main).iter(w("t")) if one.text == " draft resolution*")
    words.text = f"*{words.text}"
    read = read_bytes(with_marks_once(package.to_bytes())).draft
    assert (read.paragraphs[0].text, read.footnotes[0].mark) == ("Fiji: draft resolution*", "*")
