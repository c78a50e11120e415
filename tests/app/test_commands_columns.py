"""`adref columns`: drafts of a dossier, or files, side by side in a Word file, on the terms of a profile."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.word.read import read_word
from tests.app.the_command import adref

TEXTS = ("1. Decides to meet.", "1. Decides to meet soon.", "1. Decides to meet soon in Geneva.")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    found = [tmp_path / f"{name}.md" for name in ("fallback", "room", "red lines")]
    for path, text in zip(found, TEXTS, strict=True):
        path.write_text(f"The General Assembly,\n\n{text}\n", encoding="utf-8")
    return found


def cells(path: Path) -> list[str]:
    return [one.text for one in read_word(path.read_bytes()).draft.paragraphs if one.cell is not None]


def test_files_stand_side_by_side(files: list[Path]) -> None:
    out, again = files[0].with_name("out.docx"), files[0].with_name("again.docx")
    assert adref("columns", *files, "-o", out) == 0
    assert cells(out)[:3] == ["fallback", "room", "red lines"]
    assert cells(out)[-3:] == [text[3:] for text in TEXTS]
    assert adref("columns", *files, "-o", again) == 0
    assert again.read_bytes() == out.read_bytes()


@pytest.mark.parametrize("profile", ["submission", "circulation"])
def test_what_drafts_are_called_at_home_is_in_the_file_where_labels_may_leave(files: list[Path], profile: str) -> None:
    dossier, out, told = (files[0].with_name(name) for name in ("d.adref", "out.docx", "c.txt"))
    assert adref("import", dossier, *files) == 0
    options = ("--dossier", dossier, "-o", out, "--profile", profile, "--certificate", told)
    assert adref("columns", "fallback", "room", "red lines", *options) == 0
    kept = profile == "submission"
    assert ("red lines" in cells(out)) == kept
    assert ("red lines" in told.read_text("utf-8")) == kept
    assert "Column 3: " in told.read_text("utf-8")


def test_texts_of_one_symbol_are_told_apart(tmp_path: Path) -> None:
    heads = {}
    for name, symbol in (("ours", "L.39"), ("theirs", "L.39"), ("last", "L.39/Rev.1")):
        text = f"A/C.2/80/{symbol}\n\nThe General Assembly,\n\n1. Decides to meet {name}.\n"
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    files, out = [tmp_path / f"{name}.md" for name in ("ours", "theirs", "last")], tmp_path / "out.docx"
    for profile in ("submission", "circulation"):
        assert adref("columns", *files, "-o", out, "--profile", profile) == 0
        heads[profile] = cells(out)[:3]
    assert heads["submission"] == ["ours", "theirs", "last"]
    assert heads["circulation"] == ["A/C.2/80/L.39 (text 1)", "A/C.2/80/L.39 (text 2)", "A/C.2/80/L.39/Rev.1"]
    assert adref("compare", *files[:2], "-o", out, "--style", "columns") == 1
    assert cells(out)[1:3] == ["A/C.2/80/L.39 (old text)", "A/C.2/80/L.39 (new text)"]
    assert adref("compare", *files[1:], "-o", out, "--style", "columns") == 1
    assert cells(out)[1:3] == ["A/C.2/80/L.39", "A/C.2/80/L.39/Rev.1"]


@pytest.mark.parametrize("count", [1, 5])
def test_two_to_four_texts_are_taken(files: list[Path], count: int, capsys: pytest.CaptureFixture[str]) -> None:
    out = files[0].with_name("out.docx")
    assert adref("columns", *(files * 2)[:count], "-o", out) == 2
    assert "two to 4 texts" in capsys.readouterr().err
    assert not out.exists()
