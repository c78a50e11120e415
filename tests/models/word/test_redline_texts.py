"""Redlines of real texts: every step of the version chains, and pairs of Word files of other houses.

All steps are written and read back; one step of each chain goes to the outside judges and to LibreOffice. With
ADREF_ALL_REDLINES set in the environment, every one goes to all of them.
"""

from __future__ import annotations

import csv
import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from models.comparison.change import Comparison
from models.comparison.compare import compare
from models.draft import Draft
from models.reading.read import read_file
from models.word.clean import write_clean
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from tests.models.word.libreoffice_oracle import has_uno, read_with_libreoffice
from tests.models.word.lint import lint
from tests.models.word.validators import integrity_faults, lint_faults, sdk_faults, sdk_validator

EVERYTHING = bool(os.environ.get("ADREF_ALL_REDLINES"))


@dataclass(frozen=True)
class Step:
    """A redline of one step of a chain, with the texts it was made from as they were read from text."""

    old: Draft
    new: Draft
    path: Path
    comparison: Comparison


@pytest.fixture(scope="module")
def steps(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Step]:
    """Every step of the ten chains with a facilitator's text, both texts written as Word files and compared."""
    folder = tmp_path_factory.mktemp("chains")
    found = []
    with (shared / "corpus" / "chains.tsv").open(encoding="utf-8", newline="") as lines:
        chains = [row["members in order"] for row in csv.DictReader(lines, delimiter="\t")]
    for members in (chain for chain in chains if "=facilitator" in chain):
        names = [member.partition("=")[0].strip().replace("/", "_") for member in members.split(";")]
        texts = [read_file(shared / "corpus" / "resolutions" / f"{name}.txt").draft for name in names]
        files = [write_clean(text) for text in texts]
        for at in range(len(names) - 1):
            old, new = read_word(files[at]), read_word(files[at + 1])
            comparison = compare(old.draft, new.draft)
            path = folder / f"{names[at]}-{names[at + 1]}.docx"
            path.write_bytes(write_redline(comparison, base=files[at], origins=old.origins))
            found.append(Step(texts[at], texts[at + 1], path, comparison))
    return found


def _facilitators(steps: list[Step]) -> list[Step]:
    return [step for step in steps if re.search(r"L\.\d+-A_C", step.path.name)]


def _some(steps: list[Step]) -> list[Step]:
    return steps if EVERYTHING else _facilitators(steps)


def test_every_step_gives_both_texts_back(steps: list[Step]) -> None:
    assert len(steps) == 36
    for step in steps:
        data = step.path.read_bytes()
        assert differences(step.comparison, data) == (), step.path.name
        for revisions, wanted in (("accept", step.new), ("reject", step.old)):
            read = read_word(data, revisions).draft
            assert [(p.number, p.text) for p in read.paragraphs] == [(p.number, p.text) for p in wanted.paragraphs]
            assert [note.text for note in read.footnotes] == [note.text for note in wanted.footnotes]


def test_every_step_shows_no_more_than_it_must(steps: list[Step]) -> None:
    for step in steps:
        tracked = sum(len(one.text) for one in read_word(step.path.read_bytes()).revisions if one.kind == "insert")
        whole = sum(len(one.text) for one in step.new.paragraphs)
        unchanged = sum(
            len(step.comparison.new.paragraphs[at].text)
            for change in step.comparison.changes
            if change.kind == "unchanged" and not change.moved
            for at in change.new
        )
        assert tracked <= whole - unchanged + sum(len(note.text) for note in step.new.footnotes), step.path.name


def test_judges_find_nothing(steps: list[Step]) -> None:
    validator = sdk_validator()
    if validator is None:
        pytest.skip("the Open XML validator is not here (make test-tools installs it)")
    every = [step.path for step in steps]
    some = [step.path for step in _some(steps)]
    assert [*sdk_faults(some, validator), *integrity_faults(every), *lint_faults(every)] == []


def test_libreoffice_shows_the_same_two_texts(steps: list[Step], soffice: str, tmp_path: Path) -> None:
    if not has_uno():
        pytest.skip("LibreOffice's bridge to Python is not here (make test-tools installs it)")
    some, careful = _some(steps), _facilitators(steps)
    wanted = [(revisions, step.path) for step in some for revisions in ("accept", "reject")]
    answers = read_with_libreoffice(soffice, wanted, tmp_path)
    for step in some:
        for revisions, draft in (("accept", step.new), ("reject", step.old)):
            shown = answers[revisions, step.path.name]
            texts = [_plain(label + text) for text, label in shown["paragraphs"]]
            told = [_plain(_line(paragraph.number, paragraph.text)) for paragraph in draft.paragraphs]
            if step not in careful:
                # Its own ways: a paragraph stays behind where the first note of a file goes with it, and the number of
                # a paragraph after deleted ones may be lost when they come back.
                texts = [_plain(text) for text, _ in shown["paragraphs"]]
                told = [_plain(paragraph.text) for paragraph in draft.paragraphs]
                if len(texts) == len(told) + 1:
                    texts.remove("")
                assert all(text.endswith(wanted) for text, wanted in zip(texts, told, strict=True)), step.path.name
            else:
                assert texts == told, (step.path.name, revisions)
            assert [_plain(text) for text in shown["notes"]] == [_plain(note.text) for note in draft.footnotes]


def _line(number: str | None, text: str) -> str:
    if number is None:
        return text
    return f"{number}.{text}" if number[-1].isalnum() else f"{number}{text}"


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _pairs(shared: Path) -> list[tuple[Path, Path]]:
    folder = shared / "suites" / "compare_pairs"
    with (folder / "cases.tsv").open(encoding="utf-8", newline="") as lines:
        return [(folder / row["left"], folder / row["right"]) for row in csv.DictReader(lines, delimiter="\t")]


def test_files_of_other_houses(shared: Path, tmp_path: Path) -> None:
    validator = sdk_validator() if EVERYTHING else None
    for number, (left, right) in enumerate(_pairs(shared)):
        base = left.read_bytes()
        old, new = read_word(base), read_word(right.read_bytes())
        comparison = compare(old.draft, new.draft)
        written = write_redline(comparison, base=base, origins=old.origins)
        assert differences(comparison, written) == (), left.name
        assert {fault.code for fault in lint(written)} <= {fault.code for fault in lint(base)}, left.name
        itself = write_redline(compare(old.draft, old.draft), base=base, origins=old.origins)
        assert read_word(itself).revisions == (), left.name
        if validator is not None:
            path = tmp_path / f"{number}.docx"
            path.write_bytes(written)
            before = {_fault(line) for line in sdk_faults([left], validator)}
            assert {_fault(line) for line in sdk_faults([path], validator)} <= before, left.name


def _fault(line: str) -> str:
    return line.partition(": ")[2].rpartition(" ")[0]
