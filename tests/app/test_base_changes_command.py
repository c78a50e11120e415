"""Tracked changes that the old file has already, and pictures of the new one, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.dossier import Dossier
from models.dossier.incoming.own_package import package_of
from models.word.package import Package
from models.word.read import read_word
from tests.app.the_command import adref
from tests.models.word.test_redline_things import CASES
from tests.models.word.word_xml import cell, docx, ins, p, row, t, table

NEW = docx(p("Notes the fine report of the Secretary-General,") + p("Requests another long one,"))
OLD = docx(
    p(t("Notes the "), ins(t("fine ")), t("report of the Secretary-General,")) + p("Requests another one,")
)  # by Delegation A


@pytest.mark.parametrize(
    ("choice", "authors", "rejected"),
    [
        ("accept", {"Adref"}, "Notes the fine report"),
        ("reject", {"Adref"}, "Notes the report"),
        ("keep", {"Adref", "Delegation A"}, "Notes the report"),
    ],
)
def test_compare(choice: str, authors: set[str | None], rejected: str, tmp_path: Path) -> None:
    old, new, out, told = (tmp_path / name for name in ("old.docx", "new.docx", "out.docx", "told.txt"))
    old.write_bytes(OLD)
    new.write_bytes(NEW)
    assert adref("compare", old, new, "-o", out, "--base-changes", choice, "--certificate", told) == 1
    assert {one.author for one in read_word(out.read_bytes()).revisions} == authors
    assert read_word(out.read_bytes(), "reject").draft.paragraphs[0].text.startswith(rejected)
    assert read_word(out.read_bytes()).draft == read_word(NEW).draft
    kept = {"accept": "accepted", "reject": "rejected", "keep": "kept, with their authors"}[choice]
    said = told.read_text(encoding="utf-8")
    assert f"Tracked changes the base had already are {kept}" in said
    assert ("  - 2 tracked changes in all, 1 of the base\n" in said) == (choice == "keep")


def test_an_empty_line_that_word_keeps_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new, out = (tmp_path / name for name in ("old.docx", "new.docx", "out.docx"))
    marked = p('<w:bookmarkStart w:id="1" w:name="line"/>', t("The only line,"), '<w:bookmarkEnd w:id="1"/>')
    old.write_bytes(docx(marked + table(row(cell(p("One thing")))) + p("Annexes")))
    new.write_bytes(docx(p("The only line,")))
    assert adref("compare", old, new, "-o", out) == 1
    said = "adref: With all changes accepted, an empty line will be left that new.docx has not.\n"
    assert capsys.readouterr().err == said
    assert [one.text for one in read_word(out.read_bytes()).draft.paragraphs] == ["The only line,", ""]


@pytest.mark.parametrize(
    ("choice", "profile", "authors", "rejected"),
    [
        ("accept", "submission", {"Adref"}, "Notes the fine report"),
        ("reject", "submission", {"Adref"}, "Notes the report"),
        ("keep", "capital", {"Adref", "Delegation A"}, "Notes the report"),
    ],
)
def test_export(choice: str, profile: str, authors: set[str | None], rejected: str, tmp_path: Path) -> None:
    dossier, out = tmp_path / "water.adref", tmp_path / "out.docx"
    for name, data in (("old", OLD), ("new", NEW)):
        (tmp_path / f"{name}.docx").write_bytes(data)
        assert adref("import", dossier, tmp_path / f"{name}.docx", "--label", name) == 0
    chosen = ("--against", "old", "-o", out, "--base-changes", choice, "--profile", profile)
    assert adref("export", dossier, "new", *chosen) == 0
    assert {one.author for one in read_word(out.read_bytes()).revisions} == authors
    assert read_word(out.read_bytes(), "reject").draft.paragraphs[0].text.startswith(rejected)


@pytest.mark.parametrize(
    ("choice", "authors", "rejected"),
    [
        (None, {"Adref"}, "Notes the report"),
        ("reject", {"Adref"}, "Notes the report"),
        ("accept", {"Adref"}, "Notes the fine report"),
        ("keep", {"Adref", "Delegation A"}, "Notes the report"),
    ],
)
def test_of_a_file_that_came_back_first(
    choice: str | None, authors: set[str], rejected: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its text with the changes rejected is the draft, and so is the package on which others are written."""
    dossier, out, told = (tmp_path / name for name in ("water.adref", "out.docx", "told.txt"))
    for name, data in (("old", OLD), ("new", NEW)):
        (tmp_path / f"{name}.docx").write_bytes(data)
    assert adref("import", dossier, tmp_path / "old.docx", "--returned") == 0
    assert adref("import", dossier, tmp_path / "new.docx", "--label", "new", "--parent", "old") == 0
    with Dossier.open(dossier) as opened:
        for label in ("old", "new"):
            own = package_of(opened, opened.find(label).id)
            assert own is not None
            assert read_word(own.data).draft == opened.draft(opened.find(label).id)
            assert not read_word(own.data).revisions
    chosen = [] if choice is None else ["--base-changes", choice, "--profile", "capital"]
    assert adref("export", dossier, "new", "--against", "old", "-o", out, "--certificate", told, *chosen) == 0
    assert {one.author or "Adref" for one in read_word(out.read_bytes()).revisions} == authors
    assert read_word(out.read_bytes(), "reject").draft.paragraphs[0].text.startswith(rejected)
    assert read_word(out.read_bytes()).draft == read_word(NEW).draft
    kept = {"accept": "accepted", "keep": "kept, with their authors"}.get(choice or "", "rejected")
    assert f"Tracked changes the base had already are {kept}" in told.read_text(encoding="utf-8")
    assert adref("delegations", dossier, "--add", "Fiji", "--author", "Delegation A", "Fiji") == 0
    assert adref("compile", dossier, "old", "-o", out, "--certificate", told) == 0
    assert capsys.readouterr().err == ""
    assert read_word(out.read_bytes()).draft == read_word(OLD).draft
    assert read_word(out.read_bytes(), "reject").draft == read_word(OLD, "reject").draft


def test_pictures_of_the_new_file_come_along(tmp_path: Path) -> None:
    old, new, _ = CASES["a picture comes"]
    for name, data in (("old", old), ("new", new)):
        (tmp_path / f"{name}.docx").write_bytes(data)
    adref("compare", tmp_path / "old.docx", tmp_path / "new.docx", "-o", tmp_path / "out.docx")
    assert any(name.endswith(".png") for name in Package((tmp_path / "out.docx").read_bytes()).names)
