"""Tracked changes that the old file has already, and pictures of the new one, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.commands import run
from models.word.package import Package
from models.word.read import read_word
from tests.models.word.test_redline_things import CASES
from tests.models.word.word_xml import docx, ins, p, t

NEW = docx(p("Notes the fine report of the Secretary-General,") + p("Requests another long one,"))
OLD = docx(
    p(t("Notes the "), ins(t("fine ")), t("report of the Secretary-General,")) + p("Requests another one,")
)  # by Delegation A


def adref(*arguments: str | Path) -> int:
    return run([str(one) for one in arguments])


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
    assert f"Tracked changes the base had already are {kept}" in told.read_text(encoding="utf-8")


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


def test_pictures_of_the_new_file_come_along(tmp_path: Path) -> None:
    old, new, _ = CASES["a picture comes"]
    for name, data in (("old", old), ("new", new)):
        (tmp_path / f"{name}.docx").write_bytes(data)
    adref("compare", tmp_path / "old.docx", tmp_path / "new.docx", "-o", tmp_path / "out.docx")
    assert any(name.endswith(".png") for name in Package((tmp_path / "out.docx").read_bytes()).names)
