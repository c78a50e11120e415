"""A note that no mark of the text points to is in no Word file: each command says so, and the certificate counts it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.commands.running import run
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.files.read import read_file
from models.word.redline import write_redline
from models.word.writing.written_notes import told_without_mark, without_mark

BASE = """The General Assembly,

Recalling this,[^1]

1. Ends here.

[^1]: Note one.
[^2]: Nobody points to this.
"""
OURS = BASE.replace("Ends here", "Ends there")
MISSING = "Not in the file: footnote 2 (“Nobody points to this.”), to which no mark in the text points."


def adref(*arguments: object) -> int:
    return run([str(one) for one in arguments])


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path, Path]:
    base, ours, dossier = (tmp_path / name for name in ("base.md", "ours.md", "water.adref"))
    base.write_text(BASE, encoding="utf-8")
    ours.write_text(OURS, encoding="utf-8")
    returned = tmp_path / "kenya.docx"
    drafts = read_file(base).draft, read_file(ours).draft
    returned.write_bytes(write_redline(compare(*drafts), base=None, author="Kenya"))
    adref("import", dossier, base, "--label", "base")
    adref("import", dossier, ours, "--label", "ours")
    adref("import", dossier, returned, "--returned", "--base", "base")
    adref("delegations", dossier, "--add", "Kenya")
    adref("delegations", dossier, "--author", "Kenya", "Kenya")
    return base, ours, dossier


@pytest.mark.parametrize("how", ["clean", "redline", "against", "marked", "merge", "compile", "columns"])
def test_each_command_tells(
    how: str, texts: tuple[Path, Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base, ours, dossier = texts
    out, certificate = tmp_path / "out.docx", tmp_path / "told.txt"
    into = ("-o", out, "--certificate", certificate)
    capsys.readouterr()
    commands: dict[str, tuple[object, ...]] = {
        "clean": ("export", dossier, "base"),
        "redline": ("compare", base, ours),
        "against": ("export", dossier, "ours", "--against", "base"),
        "marked": ("compare", base, ours, "--style", "marked"),
        "columns": ("compare", base, ours, "--style", "columns"),
        "merge": ("merge", base, ours, base),
        "compile": ("compile", dossier, "base"),
    }
    assert adref(*commands[how], *into) in (0, 1)
    there = how == "columns"  # which show the notes themselves
    assert ("Nobody points to this." in "".join(_texts(out))) == there
    assert (MISSING in capsys.readouterr().err.replace("\n", " ")) != there
    told = certificate.read_text(encoding="utf-8")
    assert ("Footnote 2 (“Nobody points to this.”)" in told) != there
    if how not in ("columns", "marked"):  # which are not read back
        assert "1 note, without 1 note that no mark points to" in told


@pytest.mark.parametrize("ending", [".xml", ".md", ".html", ".json"])
def test_each_form_of_a_page_has_it_or_says_so(
    ending: str, texts: tuple[Path, Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"out{ending}"
    capsys.readouterr()
    assert adref("export", texts[2], "base", "-o", out) == 0
    there = "Nobody points to this." in out.read_text(encoding="utf-8")
    assert (MISSING in capsys.readouterr().err.replace("\n", " ")) != there
    assert there == (ending != ".xml")


def _texts(path: Path) -> list[str]:
    draft = read_file(path).draft
    return [*(one.text for one in draft.paragraphs), *(one.text for one in draft.footnotes)]


def _with_notes(count: int, cited: tuple[int, ...]) -> Draft:
    notes = tuple(Footnote(at, str(at), (Run(f"Note {at}."),)) for at in range(1, count + 1))
    return Draft((Paragraph(Kind.PREAMBULAR, (Run("Recalling"), *(Run("", footnote=at) for at in cited))),), notes)


@pytest.mark.parametrize(
    ("count", "cited", "wanted"),
    [
        (2, (1, 2), None),
        (2, (1,), "Footnote 2 (“Note 2.”), to which no mark in the text points"),
        (3, (2,), "Footnotes 1 (“Note 1.”) and 3 (“Note 3.”), to which no mark in the text points"),
        (
            8,
            (1,),
            "Footnotes 2 (“Note 2.”), 3 (“Note 3.”), 4 (“Note 4.”), 5 (“Note 5.”), 6 (“Note 6.”) and 2 more, "
            "to which no mark in the text points",
        ),
    ],
)
def test_they_are_told_in_one_line(count: int, cited: tuple[int, ...], wanted: str | None) -> None:
    draft = _with_notes(count, cited)
    assert told_without_mark(draft, draft) == wanted
    assert [one.id for one in without_mark(draft)] == [at for at in range(1, count + 1) if at not in cited]
