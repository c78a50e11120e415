"""Redlines of real texts: every step of the version chains, and pairs of Word files of other houses.

All steps are written, read back, held against the outside judges, and opened in LibreOffice both ways.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from models.comparison.change import Comparison
from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, labels
from models.word.clean import write_clean
from models.word.leaving.looked_for.search import TRACKED
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from models.word.redlining.letters.revision_marks import look_of
from models.word.resolve import resolve
from models.word.writing.lists import typed
from tests.models.word.libreoffice_oracle import has_uno, read_with_libreoffice
from tests.models.word.lint import lint
from tests.models.word.validators import integrity_faults, kinds_of_faults, lint_faults, sdk_faults, sdk_validator
from tests.real_files import real_draft

DATE = "2025-11-17T00:00:00Z"


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
        texts = [real_draft(shared / "corpus" / "resolutions" / f"{name}.txt") for name in names]
        files = [write_clean(text) for text in texts]
        for at in range(len(names) - 1):
            old, new = read_word(files[at]), read_word(files[at + 1])
            comparison = compare(old.draft, new.draft)
            path = folder / f"{names[at]}-{names[at + 1]}.docx"
            path.write_bytes(write_redline(comparison, base=files[at], origins=old.origins))
            found.append(Step(texts[at], texts[at + 1], path, comparison))
    return found


def test_every_step_gives_both_texts_back(steps: list[Step]) -> None:
    assert len(steps) == 36
    for step in steps:
        data = step.path.read_bytes()
        assert differences(step.comparison, data) == (), step.path.name
        for revisions, wanted in (("accept", step.new), ("reject", step.old)):
            read = read_word(data, revisions).draft
            assert [_told(p) for p in read.paragraphs] == [_told(p) for p in wanted.paragraphs]
            assert labels(read) == labels(wanted)
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


def test_every_paragraph_looks_as_in_a_file_of_its_own(steps: list[Step]) -> None:
    """Accepted as in the clean file of the new text, rejected as in that of the old; a number that is typed aside."""
    for step in steps[::5]:
        for revisions, draft in (("accept", step.new), ("reject", step.old)):
            clean, written = Package(write_clean(draft)), Package(step.path.read_bytes())
            resolve(written, revisions)
            pairs = zip(_looks(written), _looks(clean), strict=True)
            different = [(one, other) for one, other in pairs if one != other and not one.startswith("typed")]
            assert different == [], (step.path.name, revisions)


def test_every_change_of_a_step_carries_the_date_that_is_said(steps: list[Step]) -> None:
    for step in steps[::3]:  # half of the random redlines have a date, too
        data = write_redline(step.comparison, base=None, author="Kenya", date=DATE)
        assert differences(step.comparison, data) == (), step.path.name
        package = Package(data)
        marks = [one for name in package.names if name.endswith(".xml") for one in package.root(name).iter(*TRACKED)]
        assert {(one.get(w("author")), one.get(w("date"))) for one in marks} == {("Kenya", DATE)}, step.path.name


def _looks(package: Package) -> list[str]:
    """How each paragraph of a file is set: its style, its indents and whether a number is typed into it."""
    found = []
    for paragraph in package.root(package.main).iter(w("p")):
        look = look_of(paragraph)
        typed_in = look.find(f"{w('numPr')}/{w('numId')}[@{w('val')}='0']") is not None
        found.append(f"{'typed ' if typed_in else ''}{etree.tostring(look, encoding='unicode')}")
    return found


def test_judges_find_nothing(steps: list[Step]) -> None:
    validator = sdk_validator()
    if validator is None:
        pytest.skip("the Open XML validator is not here (make test-tools installs it)")
    every = [step.path for step in steps]
    assert [*sdk_faults(every, validator), *integrity_faults(every), *lint_faults(every)] == []


def test_libreoffice_shows_the_same_two_texts(steps: list[Step], soffice: str, tmp_path: Path) -> None:
    """Every paragraph of every step, its number as printed; only white space is taken as one space each."""
    if not has_uno():
        pytest.skip("LibreOffice's bridge to Python is not here (make test-tools installs it)")
    wanted = [(revisions, step.path) for step in steps for revisions in ("accept", "reject")]
    answers = read_with_libreoffice(soffice, wanted, tmp_path)
    for step in steps:
        for revisions, draft in (("accept", step.new), ("reject", step.old)):
            shown = answers[revisions, step.path.name]
            found = [_squeezed(f"{label} {text}") for text, label in shown["paragraphs"]]
            assert found == [_squeezed(_line(one)) for one in draft.paragraphs], (step.path.name, revisions)
            assert [_squeezed(text) for text in shown["notes"]] == [_squeezed(note.text) for note in draft.footnotes]


def _told(paragraph: Paragraph) -> tuple[Kind, int, str | None, str]:
    return paragraph.kind, paragraph.level, paragraph.number, paragraph.text


def _line(paragraph: Paragraph) -> str:
    return paragraph.text if paragraph.number is None else f"{typed(paragraph.number)} {paragraph.text}"


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _pairs(shared: Path) -> list[tuple[Path, Path]]:
    folder = shared / "suites" / "compare_pairs"
    with (folder / "cases.tsv").open(encoding="utf-8", newline="") as lines:
        return [(folder / row["left"], folder / row["right"]) for row in csv.DictReader(lines, delimiter="\t")]


def test_files_of_other_houses(shared: Path, tmp_path: Path) -> None:
    validator, pairs = sdk_validator(), _pairs(shared)
    assert len(pairs) == 53
    for number, (left, right) in enumerate(pairs):
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
            found = kinds_of_faults([path], validator, made_on=left)
            # Half a second a file: the base is judged only where there is something it may be to blame for.
            assert not found or found <= kinds_of_faults([left], validator), left.name
