"""Options that change nothing where they are given are told of on standard error, and the work is done."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests.app.the_command import adref

OLD = "The General Assembly,\n\n1. Decides to meet;\n\n2. Urges States to act.\n"
NEW = OLD.replace("to meet", "to meet soon")
TELLS = "adref: "


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    for name, text in (("old", OLD), ("new", NEW)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert adref("import", tmp_path / "d.adref", tmp_path / "old.txt", tmp_path / "new.txt") == 0
    assert capsys.readouterr().err == ""
    return tmp_path


EXPORTED = [
    ("clean.docx", ["--author", "Kenya"], "--author changes nothing here"),
    ("clean.docx", ["--author", "Kenya", "--date", "2025-11-17"], "--author and --date change nothing here"),
    ("page.html", ["--against", "old", "--date", "2025-11-17"], "--date changes nothing here"),
    ("redline.docx", ["--against", "old", "--profile", "delegation"], "With --profile delegation all changes"),
    ("redline.docx", ["--against", "old", "--author", "Kenya", "--date", "2025-11-17"], ""),
    ("clean.docx", ["--author", "Kenya", "--profile", "capital"], ""),
    ("clean.docx", ["--date", "none", "--profile", "delegation"], ""),
]


@pytest.mark.parametrize(("name", "options", "told"), EXPORTED)
def test_an_export_is_written_all_the_same(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, options: list[str], told: str
) -> None:
    assert adref("export", folder / "d.adref", "new", "-o", folder / name, *options) == 0
    assert (folder / name).stat().st_size > 0
    said = capsys.readouterr().err
    assert said.startswith(TELLS + told) if told else said == ""
    assert said.count("\n") == (1 if told else 0)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--style", "columns"], "--style changes nothing here"),
        (["--style", "marked", "--base-changes", "keep"], "--style and --base-changes keep change nothing here"),
        (["--base-changes", "reject"], ""),
        ([], ""),
    ],
)
def test_a_comparison_is_shown_all_the_same(
    folder: Path, capsys: pytest.CaptureFixture[str], options: list[str], told: str
) -> None:
    assert adref("compare", folder / "old.txt", folder / "new.txt", *options) == 1
    said = capsys.readouterr()
    assert "soon" in said.out
    assert said.err.startswith(TELLS + told) if told else said.err == ""


def test_a_file_marked_by_hand_is_kept_as_it_looks_and_the_other_way_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = docx.Document()
    for text in ("The General Assembly,", "1. Decides to meet", "2. Urges States"):
        paragraph = file.add_paragraph(f"{text} ")
        new, gone = paragraph.add_run("soon"), paragraph.add_run("later")
        new.bold = new.underline = gone.font.strike = True
    file.save(str(folder / "hand.docx"))
    assert adref("import", folder / "d.adref", folder / "hand.docx", folder / "new.txt") == 0
    said = capsys.readouterr()
    assert said.out.count("\n") == 2
    assert said.err.count("\n") == 1
    assert "hand.docx”: this file seems to be marked by hand (3 stretches bold and underlined" in said.err
    assert said.err.endswith("its marks can be read as changes, with --returned --marked-by-hand.\n")
