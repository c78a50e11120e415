"""Real files as LibreOffice reads them, every change taken one way; differences that are explained are data.

Each difference has a class that is held against the file itself (`libreoffice_classes`), or is a word looked at.
The paragraphs with words are compared as they stand in body, tables and frames, spaces at their ends apart (LibreOffice
drops those that the file does not ask to preserve), and the numbers of lists beside them.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from models.reading.reading import CannotRead
from models.word.package import Package
from models.word.read import read_word
from models.word.reading import recognised
from models.word.resolve import tracked_parts
from tests.models.word.libreoffice_classes import CLASSES, left_over
from tests.models.word.libreoffice_oracle import has_uno, read_with_libreoffice

EXPLAINED = Path(__file__).with_name("libreoffice_differences.tsv")


_NO_ANSWER = "no-answer"


def explained() -> dict[tuple[str, str], dict[str, str]]:
    found = {}
    with EXPLAINED.open(encoding="utf-8") as table:
        for line in csv.DictReader(table, delimiter="\t"):
            for revisions in ("accept", "reject") if line["revisions"] == "both" else (line["revisions"],):
                found[line["file"], revisions] = line
    return found


def test_every_difference_has_a_class_and_few_files_cannot_be_compared() -> None:
    lines = explained()
    names = {name for line in lines.values() for name in line["classes"].split(",") if name}
    assert names <= {*CLASSES, _NO_ANSWER}
    assert all(line["classes"] or line["why"] for line in lines.values())
    assert all(line["why"] for line in lines.values() if line["words"])
    assert len({file for (file, _), line in lines.items() if _NO_ANSWER in line["classes"]}) == 2


def wanted(shared: Path) -> list[tuple[str, Path]]:
    """Each file accepted, and those with tracked changes rejected too; once where two folders hold the same."""
    files: list[tuple[str, Path]] = []
    seen = set()
    for path in sorted([*(shared / "word_files").glob("*.docx"), *(shared / "corpus" / "word").glob("*.docx")]):
        data = path.read_bytes()
        if data in seen:
            continue
        seen.add(data)
        try:
            package = Package(data)
        except CannotRead:
            continue
        files.append(("accept", path))
        if tracked_parts(package):
            files.append(("reject", path))
    return files


def words(texts: list[str]) -> Counter[str]:
    return Counter(text.strip().strip("\u200b") for text in texts if text.strip().strip("\u200b"))


def same_number(number: str | None, label: str) -> bool:
    return (number or "") == label or (label.endswith(".") and number == label[:-1])


def test_read_as_libreoffice_reads(shared: Path, soffice: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not has_uno():
        pytest.skip("the system's Python cannot talk to LibreOffice (python3-uno)")
    # LibreOffice knows no literal numbers: compare what the file says, before its structure is recognised.
    monkeypatch.setattr(recognised, "recognise", lambda draft: (draft, ()))
    monkeypatch.setattr(recognised, "_last", ())
    known, files = explained(), wanted(shared)
    answers = read_with_libreoffice(soffice, files, tmp_path)
    unexplained: list[tuple[str, str, object]] = []
    labels, wrong_labels = 0, []
    for revisions, path in files:
        answer: dict[str, Any] | None = answers[revisions, path.name]
        if answer is None or "error" in answer:
            if _NO_ANSWER not in known.get((path.name, revisions), {}).get("classes", ""):
                unexplained.append((path.name, revisions, "no answer"))
            continue
        draft = read_word(path.read_bytes(), revisions).draft
        theirs = answer["paragraphs"]
        own = words([paragraph.text for paragraph in draft.paragraphs])
        shown = words([text for text, _ in theirs + answer["boxes"]])
        if own != shown:
            line = known.get((path.name, revisions), {"classes": "", "words": ""})
            classes = [name for name in line["classes"].split(",") if name]
            left = left_over(Package(path.read_bytes()), own - shown, shown - own, classes, line["words"])
            if left != ({}, {}):
                unexplained.append((path.name, revisions, left))
        pairs = [(one.number, one.text.strip()) for one in draft.paragraphs if one.text.strip()]
        listed = [(label.strip(), text.strip()) for text, label in theirs if text.strip()]
        if [text for _, text in pairs] != [text for _, text in listed]:
            continue
        for (number, text), (label, _) in zip(pairs, listed, strict=True):
            if number or label:
                labels += 1
                if not same_number(number, label) and (path.name, "labels") not in known:
                    wrong_labels.append((path.name, revisions, number, label, text[:40]))
    assert unexplained == []
    assert wrong_labels == []
    assert labels > 500
