"""Real files as LibreOffice reads them, every change taken one way; differences that are explained are data.

Each difference has a class that is held against the file itself (`libreoffice_classes`), or is a word looked at.
The paragraphs with words are compared as they stand in body, tables and frames, spaces at their ends apart (LibreOffice
drops those that the file does not ask to preserve), and the numbers of lists beside them.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
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


def explained() -> dict[tuple[str, str], list[dict[str, str]]]:
    """By file and revisions, each of the ways in which a version of LibreOffice shows it otherwise."""
    found = defaultdict[tuple[str, str], list[dict[str, str]]](list)
    with EXPLAINED.open(encoding="utf-8") as table:
        for line in csv.DictReader(table, delimiter="\t"):
            for revisions in ("accept", "reject") if line["revisions"] == "both" else (line["revisions"],):
                found[line["file"], revisions].append(line)
    return found


def test_every_difference_has_a_class_and_few_files_cannot_be_compared() -> None:
    lines = [line for found in explained().values() for line in found]
    names = {name for line in lines for name in line["classes"].split(",") if name}
    assert names <= {*CLASSES, _NO_ANSWER}
    assert all(line["classes"] or line["why"] for line in lines)
    assert all(line["why"] for line in lines if line["words"])
    assert len({line["file"] for line in lines if _NO_ANSWER in line["classes"]}) == 3


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


def classes(line: dict[str, str]) -> list[str]:
    return [name for name in line["classes"].split(",") if name and name != _NO_ANSWER]


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
            if all(_NO_ANSWER not in line["classes"] for line in known[path.name, revisions]):
                unexplained.append((path.name, revisions, "no answer"))
            continue
        draft = read_word(path.read_bytes(), revisions).draft
        theirs = answer["paragraphs"]
        own = words([paragraph.text for paragraph in draft.paragraphs])
        shown = words([text for text, _ in theirs + answer["boxes"]])
        if own != shown:
            package, sides = Package(path.read_bytes()), (own - shown, shown - own)
            lines = known[path.name, revisions] or [{"classes": "", "words": ""}]
            left = [left_over(package, *sides, classes(line), line["words"]) for line in lines]
            if ({}, {}) not in left:
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
