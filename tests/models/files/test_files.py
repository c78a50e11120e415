"""Opening files: what they hold decides, and what cannot be read is told in one sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from models.files.read import read_bytes, read_file
from models.reading.reading import CannotRead
from tests.timed import soon

TEXT = "L’Assemblée générale,\n\nRappelant « sa » résolution,\n\n1. Décide d’agir.\n"


@pytest.mark.parametrize(
    ("encoding", "warned"),
    [
        ("utf-8", False),
        ("utf-8-sig", False),
        ("utf-16", False),
        ("utf-16-le", False),
        ("utf-16-be", False),
        ("utf-32", False),
        ("cp1252", True),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, warned: bool) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode(encoding))
    reading = read_file(path)
    assert [paragraph.text for paragraph in reading.draft.paragraphs] == [
        "L’Assemblée générale,",
        "Rappelant « sa » résolution,",
        "Décide d’agir.",
    ]
    assert [warning.code for warning in reading.warnings] == (["encoding-guessed"] if warned else [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_one_bad_byte_leaves_the_accents_of_the_others(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(TEXT.encode(encoding).replace(b"agir.", b"agi\xff."))
    reading = read_file(path)
    assert [paragraph.text for paragraph in reading.draft.paragraphs] == [
        "L’Assemblée générale,",
        "Rappelant « sa » résolution,",
        "Décide d’agi\ufffd.",
    ]
    assert [warning.code for warning in reading.warnings] == ["encoding-damaged"]


@pytest.mark.parametrize(
    ("accents", "bad", "code"), [(4, 1, "encoding-damaged"), (3, 1, "encoding-guessed"), (7, 2, "encoding-damaged")]
)
def test_few_accents_to_a_bad_byte_are_those_of_another_encoding(accents: int, bad: int, code: str) -> None:
    reading = read_bytes(b"Decides to meet" + "é".encode() * accents + b"\xff." * bad)
    assert [warning.code for warning in reading.warnings] == [code]


def test_a_few_strange_signs_are_no_other_sort_of_file() -> None:
    line = b"Decides to meet in the year 2006 and at no other time" + b"\x07"
    assert len(read_bytes(line).draft.paragraphs) == 1
    with pytest.raises(CannotRead, match="not a text"):
        read_bytes(line + b"\x07")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b"\xef\xbb\xbf \r\n\t", "empty"),
        ("draft.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        ("draft.docx", b"%PDF-1.4\n", "PDF"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "picture"),
        ("noise.txt", bytes(range(256)) * 4, "not a text"),
        ("noise2.txt", b"\x01\x02\x03\x04\x05\x06" * 40, "not a text"),
        ("a.json", b'{"format": "adref", "paragraphs": [{"text": "Decides to act,"}]}', "“a.json” is data, not a text"),
        ("a.json", '[{"text": "Recalling"}]'.encode("utf-16"), "is data, not a text"),
        ("deep.json", b"[" * 200_000 + b"]" * 200_000, "is data, not a text"),
        ("a.xml", b"\xef\xbb\xbf<?xml version='1.0'?>\n<akomaNtoso><act>Decides</act></akomaNtoso>", "is data, not"),
        (
            "w.xml",
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>',
            "“w.xml” is a Word file kept as",
        ),
        ("p.xml", b'<p:package xmlns:p="http://schemas.microsoft.com/office/2006/xmlPackage"/>', "is a Word file kept"),
        ("b.xml", b'<doc a="1" xmlns="http://example.org/act"><p>Decides</p></doc>', "is data, not a text"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(CannotRead) as caught:
        read_file(path)
    message = str(caught.value)
    assert says in message
    assert "\n" not in message
    assert message.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "[The General Assembly,]\n\n[1. Decides to act;]",
        "[1]",
        "{a} Recalling its resolution,\n\n1. Decides to act {b}",
        "<Recalling its resolution,>\n\n1. Decides to act.",
        "<b>Recalling</b> its resolution,\n\n1. Decides to act.",
    ],
)
def test_what_begins_as_data_and_is_a_text_is_read(text: str) -> None:
    assert read_bytes(text.encode(), name="draft.txt").draft.paragraphs


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="There is no file"):
        read_file(tmp_path / "nothing.txt")
    with pytest.raises(CannotRead, match="is a folder"):
        read_file(tmp_path)
    with (tmp_path / "film.txt").open("wb") as file:
        file.truncate(1 << 40)  # nothing of it is on the disk
    with pytest.raises(CannotRead, match="has more than 512 megabytes"):
        read_file(tmp_path / "film.txt")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("x", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(CannotRead, match="not allowed"):
        read_file(path)


def test_a_file_without_a_resolution_opens_as_text(tmp_path: Path) -> None:
    path = tmp_path / "letter.md"
    path.write_text("Dear colleagues,\n\nplease find attached.\n", encoding="utf-8")
    assert {str(paragraph.kind) for paragraph in read_file(path).draft.paragraphs} == {"text"}


def test_reading_text_loads_nothing_heavy(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(TEXT, encoding="utf-8")
    program = (
        "import sys; from pathlib import Path; from models.files.read import read_bytes, read_file;"
        "read_file(Path(sys.argv[1]));"
        "print([name for name in ('lxml', 'docx', 'PySide6', 'sqlite3') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("*a* " * 80_000, "150 000 marks of italics and bold"),
        ("_a_ " * 80_000, "150 000 marks of italics and bold"),
        ("|" + "a|" * 61_000 + "\n|" + "-|" * 10, "60 000 cells of tables"),
        ("a[^1] " * 101_000, "100 000 marks of notes"),
    ],
)
def test_a_text_with_more_marks_than_any_has_is_refused_before_they_are_read(text: str, says: str) -> None:
    def refused() -> None:
        with pytest.raises(CannotRead, match=says.replace(" ", ".")):
            read_bytes(text.encode())

    soon(refused, 1)


def test_a_text_with_many_marks_is_read() -> None:
    text = "*The General Assembly*,\n\n" + f"Notes *this* and **that**, | or {'_' * 400} it;\n\n" * 500
    assert len(read_bytes(text.encode()).draft.paragraphs) == 501


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes among the files here")
def test_a_pipe_that_nobody_writes_into_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(CannotRead, match="“pipe” is empty"):
        read_file(pipe)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes among the files here")
def test_what_is_written_into_a_pipe_is_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    there = os.open(pipe, os.O_RDWR)  # so that somebody writes, who has not yet
    command = "sleep .05; printf 'The General Assembly,\\n'; sleep .05; printf '\\nNoting x,\\n'"
    with subprocess.Popen(["sh", "-c", command], stdout=there):
        os.close(there)
        assert [paragraph.text for paragraph in read_file(pipe).draft.paragraphs] == [
            "The General Assembly,",
            "Noting x,",
        ]


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_no_file(device: str) -> None:
    if not Path(device).exists():
        pytest.skip("no devices among the files here")
    with pytest.raises(CannotRead, match=f"“{Path(device).name}” is a device of this machine, not a file; choose"):
        read_file(Path(device))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes among the files here")
def test_what_a_pipe_brings_without_end_is_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.files.read._MOST_OF_A_PIPE", 1 << 17)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    there = os.open(pipe, os.O_RDWR)
    with subprocess.Popen(["yes"], stdout=there, stderr=subprocess.DEVNULL) as endless:
        os.close(there)
        with pytest.raises(CannotRead, match="“pipe” has more than 0 megabytes; save it as a file and open that"):
            read_file(pipe)
        endless.kill()


QUOTED = (
    ("On 3 Nov 2025 at 10:12, Anna wrote:", "The General Assembly,", "Recalling x,", "(a) One"),
    ("Le lun. 3 nov. 2025 à 10:12, Anna a écrit :", "L’Assemblée générale,", "Rappelant x,", "a) Un"),
    ("El lun, 3 nov 2025 a las 10:12, Ana escribió:", "La Asamblea General,", "Recordando x,", "a) Uno"),
    ("", "Генеральная Ассамблея,", "ссылаясь на x,", "a) один"),
    ("", "الجمعية العامة،", "وإذ تشير إلى القرار،", "(أ) واحد"),
    ("", "大会，", "回顾其决议，", "(a) 一"),
)


@pytest.mark.parametrize("mark", ["> ", ">", ">> "])
@pytest.mark.parametrize(("wrote", "organ", "recalls", "item"), QUOTED)
def test_a_text_quoted_in_a_mail_is_read_without_its_marks(
    wrote: str, organ: str, recalls: str, item: str, mark: str
) -> None:
    lines = "\n".join(mark + line for line in (organ, "", recalls, "", item))
    reading = read_bytes(f"{wrote}\n{lines}\n".encode())
    words = [(organ, None), (recalls, None), (item.split(" ")[1], item.split(" ")[0])]
    assert [(one.text, one.number) for one in reading.draft.paragraphs] == words
    assert ("quoted-mail", "who wrote" in reading.warnings[0].message) == (reading.warnings[0].code, bool(wrote))


def test_a_sign_that_is_no_mark_of_mail_stays() -> None:
    reading = read_bytes(b"Recalling x,\n\n> 5 per cent of all\n\n1. Decides to meet.\n")
    assert [one.text for one in reading.draft.paragraphs][1] == "> 5 per cent of all"
    assert not reading.warnings
