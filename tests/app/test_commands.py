"""The manners of every command: exit 2 in one sentence, UTF-8 everywhere, quiet pipes, and no Qt."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from app.commands.group import adref
from app.commands.running import run
from tests.models.word.word_xml import docx, p, t

ROOT = Path(__file__).resolve().parents[2]
TEXT = "The General Assembly,\n\nRecalling the “Quito” résumé,\n\n1. Decides to meet.\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def start(*arguments: object, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the command as a program of its own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    command = [sys.executable, "-m", "app.commands", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=environment | variables, capture_output=True, check=False)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["frobnicate"],
        ["--frobnicate"],
        ["read"],
        ["read", "a", "b"],
        ["read", "absent.docx"],
        ["read", "."],
        ["read", "--revisions", "both", "a"],
        ["compare", "absent.docx"],
        ["compare", "absent.docx", "absent.docx", "--style", "loud"],
        ["compare", "absent.docx", "absent.docx", "--words", "many"],
        ["log"],
        ["log", "absent.adref"],
        ["export", "absent.adref", "first"],
        ["export", "absent.adref", "first", "-o", "out.docx"],
        ["import", "absent.adref"],
    ],
)
def test_trouble_is_one_sentence_and_exit_2(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert captured.err.startswith("adref: ")
    assert captured.err.endswith(".\n")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut off", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)])
@pytest.mark.parametrize("name", ["draft.docx", "draft.txt"])
def test_a_file_that_is_no_text_is_refused(
    name: str, content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(content)
    assert run(["read", str(tmp_path / name), "--json"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1


_CUT_OFF = "this Word file is damaged or cut off; ask for it to be sent again."
_PDF = "this PDF is damaged and cannot be read; ask for it again."


@pytest.mark.parametrize(
    "command", ["read", "ledger", "compare draft.txt", "columns -o all.docx draft.txt", "merge draft.txt draft.txt",
                "import a.adref draft.txt"],
)  # fmt: skip
@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("drafts/other.docx", b"PK\x03\x04 cut off", f"“drafts/other.docx”: {_CUT_OFF}"),
        ("other.pdf", b"%PDF-1.7 and so on", f"“other.pdf”: {_PDF}"),
        ("is", b"%PDF-1.7 and so on", f"“is”: {_PDF}"),  # a name that is a word of the sentence too
        ("drafts/other.txt", b"  \n", "“other.txt” is empty; choose another file or ask for it again."),
        ("drafts", None, "“drafts” is a folder; choose a file in it."),
        ("absent.docx", None, "There is no file “absent.docx”; look at its name and folder."),
    ],
)
def test_the_file_in_trouble_is_named_once(
    command: str, name: str, content: bytes | None, said: str, draft: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(draft.parent)
    Path("drafts").mkdir()
    if content is not None:
        Path(name).write_bytes(content)
    assert run([*command.split(), name]) == 2
    assert capsys.readouterr().err == f"adref: {said}\n"
    assert not Path("a.adref").exists()


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(f"\n  {name}  " in out for name in ("read", "compare", "import", "log", "export"))
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("adref 0.")
    assert run(["compare", "--help"]) == 0
    assert "--style" in capsys.readouterr().out


def test_the_readme_shows_every_command_with_options_it_has() -> None:
    lines = re.findall(r"^adref .*", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    named = set()
    for line in lines:
        _, name, *arguments = shlex.split(line, comments=True)
        command = adref.get_command(click.Context(adref), name)
        assert command is not None, line
        with command.make_context(name, arguments):  # which nothing but reads them
            named.add(name)
        options = {option for one in command.params for option in one.opts}
        assert set(re.findall(r"--[a-z][a-z-]*", line)) <= options, line
    assert named == set(adref.list_commands(click.Context(adref)))


def test_read_as_json_and_as_text(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(draft), "--json"]) == 0
    value = json.loads(capsys.readouterr().out)
    told = [
        "masthead",
        "paragraphs",
        "footnotes",
        "revisions",
        "warnings",
        "comments",
        "ledger",
        "authors",
        "proposals",
    ]
    assert list(value) == told
    assert [paragraph["label"] for paragraph in value["paragraphs"]] == [None, "PP1", "OP1"]
    assert run(["read", str(draft)]) == 0
    out = capsys.readouterr().out
    assert "PP1         Recalling the “Quito” résumé," in out


def test_a_number_alone_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    items = p(t("(a) To report;")), p(t("(b)")), p(t("(c) To meet."))
    path = tmp_path / "numbers.docx"
    path.write_bytes(docx(p(t("The General Assembly,")) + p(t("1. Requests the Secretary-General:")) + "".join(items)))
    assert run(["read", str(path)]) == 0
    assert "\nOP1 (b)     (b)\n" in capsys.readouterr().out


@pytest.mark.parametrize("variables", [{"LANG": "C"}, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "ascii"}, {}])
@pytest.mark.parametrize("option", ["--json", None])
def test_output_is_utf_8_whatever_the_locale(variables: dict[str, str], option: str | None, draft: Path) -> None:
    done = start("read", draft, *([option] if option else []), **variables)
    assert done.returncode == 0, done.stderr
    assert "“Quito” résumé" in done.stdout.decode("utf-8")


def test_a_reader_that_leaves_is_no_trouble(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("\n\n".join(f"{n}. Decides to meet {n} times;" for n in range(1, 5000)), encoding="utf-8")
    command = [sys.executable, "-m", "app.commands", "read", str(long)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        said = process.stderr.read()
    assert said == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_one_sentence(draft: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "app.commands", "read", str(draft)], cwd=ROOT, stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("platform", ["", "xcb", "offscreen"])
def test_a_pdf_is_printed_without_a_display(platform: str, draft: Path, tmp_path: Path) -> None:
    done = start(
        "compare", draft, draft, "-o", tmp_path / "same.pdf", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM=platform
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (tmp_path / "same.pdf").read_bytes().startswith(b"%PDF-")


def test_a_name_outside_utf_8_is_read(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/r\xe9sum\xe9.txt"
    try:
        Path(os.fsdecode(name)).write_text(TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("this disk takes no such name")
    command = [os.fsencode(sys.executable), b"-m", b"app.commands", b"compare", name, name, b"--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["summary"]["reworded"] == 0


def test_a_comparison_loads_neither_qt_nor_the_dossier(draft: Path) -> None:
    code = f"""
import sys
from app.commands.running import run
from tests.models.word.word_xml import docx, p, t
from pathlib import Path
status = run(["compare", {str(draft)!r}, {str(draft)!r}, "--json"])
word = Path({str(draft)!r}).with_suffix(".docx")
word.write_bytes(docx(p(t("Decides to meet"))))
status += run(["compare", str(word), str(word), "-o", str(word.with_name("made.docx"))])
heavy = {{"PySide6", "sqlite3", "sqlite_utils", "docx", "diff_match_patch", "importlib.resources"}}
unasked = {{"models.word.clean", "models.word.leaving.pictures.kinds"}}
needless = (heavy | unasked) & set(sys.modules)
sys.exit(f"needless: {{needless}}" if needless or status else 0)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
