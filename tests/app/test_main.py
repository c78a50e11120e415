"""What `adref` decides before anything else: a command, the window, or a sentence."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from app.main import _for_the_window, main
from models.files.read import read_bytes
from models.word.clean import write_clean

ROOT = Path(__file__).resolve().parents[2]
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def adref(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a user without a display does."""
    inherited = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
    return subprocess.run(
        [sys.executable, "-m", "app.main", *arguments],
        cwd=cwd,
        env=inherited | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


on_linux = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display here")


def test_commands_import_no_qt(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("The General Assembly,\n\n1. Decides to meet.\n", encoding="utf-8")
    script = (
        "import sys; from app.main import main\n"
        "status = main(['read', 'a.txt', '--json'])\n"
        "sys.exit(3 if any(name.startswith('PySide6') for name in sys.modules) else status)"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True
    )
    assert run.returncode == 0, run.stderr


def test_a_redline_loads_no_library_that_it_does_not_use(tmp_path: Path) -> None:
    for name, text in (("old", "1. Decides to meet."), ("new", "1. Decides to meet soon.")):
        draft = read_bytes(f"The General Assembly,\n\n{text}\n".encode()).draft
        (tmp_path / f"{name}.docx").write_bytes(write_clean(draft))
    script = (
        "import sys; from app.main import main\n"
        "assert main(['compare', 'old.docx', 'new.docx', '-o', 'redline.docx']) == 1\n"
        "loaded = {name.partition('.')[0] for name in sys.modules}\n"
        "print(*loaded & {'PySide6', 'docx', 'sqlite_utils', 'sqlite3', 'pypdfium2', 'secrets'})"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert (run.stdout.strip(), run.stderr) == ("", "")
    assert (tmp_path / "redline.docx").exists()


@on_linux
def test_with_nowhere_to_print_a_command_ends_as_it_should(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The General Assembly,\n\n1. Decides to meet.\n", encoding="utf-8")
    run = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m app.main compare a.txt a.txt >&-"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert (run.returncode, run.stderr) == (0, "")


@on_linux
@pytest.mark.parametrize("arguments", [(), ("there-is-no-such.docx",)])
def test_without_a_display_the_window_says_so(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    run = adref(*arguments, cwd=tmp_path)
    assert run.returncode == 2
    assert run.stderr.startswith("There is no display here")
    assert run.stderr.count("\n") == 1
    assert run.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("frobnicate",), "There is no command “frobnicate”; “adref --help” tells more."),
        (("check", "there.txt"), "There is no command “check”; “adref --help” tells more."),
        (("Comapre", "there.txt", "none.docx"), "no command “Comapre”, perhaps “compare” is meant; “adref --help”"),
    ],
)
def test_a_word_that_is_no_command_is_said_to_be_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    (tmp_path / "there.txt").write_text("1. Decides to meet.\n", encoding="utf-8")
    with contextlib.chdir(tmp_path):
        assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert said in err


@pytest.mark.parametrize("first", ["there", "a/there", "none.docx", "--sample", "--new-window", "--behind"])
def test_files_and_options_are_for_the_window(tmp_path: Path, first: str) -> None:
    (tmp_path / "there").write_text("1. Decides to meet.\n", encoding="utf-8")
    with contextlib.chdir(tmp_path):
        assert _for_the_window([first])


@on_linux
def test_the_sample_without_a_display_leaves_a_redline(tmp_path: Path) -> None:
    run = adref("--sample", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    assert "reworded" in run.stdout
    (redline,) = tmp_path.iterdir()
    with zipfile.ZipFile(redline) as package:
        document = package.read("word/document.xml").decode()
    assert "<w:ins " in document
    assert "<w:del " in document


def test_the_self_test(tmp_path: Path) -> None:
    run = adref("--self-test", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    assert list(tmp_path.iterdir()) == []
