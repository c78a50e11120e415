"""What a redline leaves alone, on real files with random edits: paragraphs canonically, parts byte for byte.

And each result is as good as its base: both texts come back, and no judge finds what it did not find before.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from lxml import etree

from models.comparison.change import Comparison
from models.comparison.compare import compare
from models.draft import Draft, DraftError, Paragraph, Run
from models.reading.reading import Reading
from models.word.markup import take_out
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import SOFT, differences
from models.word.resolve import resolve
from models.word.resolving.saved_by_libreoffice import is_libreoffices
from tests.models.word.lint import lint
from tests.models.word.validators import integrity_faults, kinds_of_faults, sdk_validator

ACTS = ("word", "word", "insert", "delete", "move", "split", "merge")
WORDS = ("peace", "water", "trade", "health", "school", "forest", "energy", "climate")
NOTES = ("footnotes", "endnotes")


@dataclass(frozen=True)
class Case:
    """A real file, an edit of its text, and the redline."""

    path: Path
    base: bytes
    old: Reading
    comparison: Comparison
    written: bytes


@pytest.fixture(scope="module")
def cases(shared: Path) -> list[Case]:
    found = []
    for path in sorted((shared / "word_files").glob("*.docx")):
        base = path.read_bytes()
        try:
            old = read_word(base)
        except DraftError:
            continue
        if not 3 < len(old.draft.paragraphs) <= 200:
            continue
        comparison = compare(old.draft, edited(old.draft, random.Random(path.name)))
        written = write_redline(comparison, base=base, origins=old.origins, new_file=None)
        found.append(Case(path, base, old, comparison, written))
    assert len(found) >= 20
    return found


def edited(draft: Draft, chance: random.Random) -> Draft:
    """A draft after some edits of its text; numbered paragraphs and cells keep their places."""
    paragraphs = list(draft.paragraphs)
    for _ in range(chance.randint(3, 6)):
        free = [at for at, one in enumerate(paragraphs) if one.text.strip() and one.number is None and one.cell is None]
        places = [at for at, one in enumerate(paragraphs) if one.text.strip()]
        if not places:
            break
        act = chance.choice(ACTS if len(free) > 3 else ACTS[:2])
        at = chance.choice(free if act not in ACTS[:2] else places)
        _act(paragraphs, at, act, chance)
    cited = {note for one in paragraphs for note in one.footnotes}
    return Draft(tuple(paragraphs), tuple(note for note in draft.footnotes if note.id in cited))


def _act(paragraphs: list[Paragraph], at: int, act: str, chance: random.Random) -> None:
    one = paragraphs[at]
    last = next(i for i in range(len(one.runs) - 1, -1, -1) if one.runs[i].text.strip())
    words = one.runs[last].text.split(" ")
    if act == "word":
        words[chance.randrange(len(words))] = chance.choice(WORDS)
        paragraphs[at] = replace(one, runs=(*one.runs[:last], _said(one.runs[last], words), *one.runs[last + 1 :]))
    elif act == "insert":
        text = "Inserted here " + " ".join(chance.choice(WORDS) for _ in range(6))
        paragraphs.insert(at, replace(one, runs=(Run(text),)))
    elif act == "delete":
        paragraphs.pop(at)
    elif act == "move":
        moved = paragraphs.pop(at)
        outside = [i for i, one in enumerate(paragraphs) if one.cell is None]  # none goes into the midst of a table
        paragraphs.insert(chance.choice(outside), moved)
    elif act == "split" and len(words) > 1:
        half = len(words) // 2
        head = replace(one, runs=(*one.runs[:last], _said(one.runs[last], words[:half])))
        tail = replace(one, runs=(_said(one.runs[last], words[half:]), *one.runs[last + 1 :]))
        paragraphs[at : at + 1] = [head, tail]
    elif act == "merge" and at + 1 < len(paragraphs) and paragraphs[at + 1].cell is None:
        other = paragraphs[at + 1]
        if other.number is None:
            paragraphs[at : at + 2] = [replace(one, runs=(*one.runs, Run(" "), *other.runs))]


def _said(run: Run, words: list[str]) -> Run:
    return replace(run, text=" ".join(words))


def test_both_texts_come_back(cases: list[Case]) -> None:
    for case in cases:
        found = differences(case.comparison, case.written)
        assert [one for one in found if one.what not in SOFT] == [], case.path.name


def test_untouched_paragraphs_are_canonically_the_same(cases: list[Case]) -> None:
    """A change of the mark beside them is all that a paragraph at the end of a cell or a text may show."""
    seen = 0
    for case in cases:
        base, written = _settled(case.base), Package(case.written)
        before = list(base.root(base.main).iter(w("p")))
        after = Counter(_canonical(one) for one in written.root(written.main).iter(w("p")))
        bare = Counter(_canonical(_unmarked(one)) for one in written.root(written.main).iter(w("p")))
        for at in _untouched(case.comparison):
            node = before[case.old.origins[at].element]
            if next((one for one in node.iter(w("p")) if one is not node), None) is not None:
                continue  # the paragraphs of a text box in it may be touched
            same = after[_canonical(node)] or bare[_canonical(_unmarked(node))]
            assert same, (case.path.name, at, case.old.draft.paragraphs[at].text)
            seen += 1
    assert seen > 500


def test_untouched_parts_are_the_same_bytes(cases: list[Case]) -> None:
    for case in cases:
        base, written = _settled(case.base), Package(case.written)
        assert set(written.names) == set(base.names), case.path.name
        notes = [base.related(kind) for kind in NOTES]
        changed = {name for name in base.names if written.data(name) != base.data(name)}
        program = base.related("extended-properties", "") if is_libreoffices(base) else None  # it is not its any more
        assert changed <= {base.main, *notes, program}, case.path.name
        for name in notes:
            if name is None or name not in changed:
                continue
            gone = {note for at in _gone(case.comparison) for note in case.old.draft.paragraphs[at].footnotes}
            after = {_canonical(one) for one in written.root(name)}
            assert sum(_canonical(one) not in after for one in base.root(name)) <= len(gone), case.path.name


def test_judges_find_nothing_that_the_base_had_not(cases: list[Case], tmp_path: Path) -> None:
    validator = sdk_validator()
    bases, paths = [], []
    for case in cases:
        settled = _settled(case.base).to_bytes()
        assert {one.code for one in lint(case.written)} <= {one.code for one in lint(settled)}, case.path.name
        bases.append(tmp_path / f"base {case.path.name}")
        paths.append(tmp_path / case.path.name)
        bases[-1].write_bytes(settled)
        paths[-1].write_bytes(case.written)
    before, after = (_codes(integrity_faults(one)) for one in (bases, paths))
    for path in paths:
        assert after.get(path.name, set()) <= before.get(f"base {path.name}", set()), path.name
    if validator is None:
        pytest.skip("the Open XML validator is not here (make test-tools installs it)")
    for base, path in zip(bases[::2], paths[::2], strict=True):  # a second a file: every other one
        found = kinds_of_faults([path], validator)
        assert not found or found <= kinds_of_faults([base], validator), path.name


def _codes(lines: list[str]) -> dict[str, set[str]]:
    """What ooxml-integrity warns of and calls wrong, by file."""
    found: dict[str, set[str]] = {}
    name = ""
    for line in lines:
        told = line.strip()
        if ".docx:" in told:
            name = Path(told.partition(".docx:")[0] + ".docx").name
        elif told.startswith(("[WARN", "[ERROR")):
            found.setdefault(name, set()).add(told.partition("]")[2].split()[0])
    return found


def _untouched(comparison: Comparison) -> Iterator[int]:
    """Old paragraphs that stay as they are, marks, notes and all."""
    old, new = comparison.old.paragraphs, comparison.new.paragraphs
    for change in comparison.changes:
        if change.kind == "unchanged" and not change.moved:
            yield from (a for a, b in zip(change.old, change.new, strict=True) if old[a].runs == new[b].runs)


def _gone(comparison: Comparison) -> Iterator[int]:
    for change in comparison.changes:
        if change.kind != "unchanged" or change.moved:
            yield from change.old


def _settled(data: bytes) -> Package:
    package = Package(data)
    resolve(package, "accept")
    return package


def _canonical(node: etree._Element) -> bytes:
    return etree.tostring(node, method="c14n", exclusive=True, with_tail=False)


def _unmarked(node: etree._Element) -> etree._Element:
    """A copy of a paragraph without a change of its mark or look."""
    copy = deepcopy(node)
    resolved = etree.Element("body")
    resolved.append(copy)
    own = copy.find(f"{w('pPr')}/{w('rPr')}")
    for mark in [one for one in own if one.tag in (w("ins"), w("del"))] if own is not None else []:
        take_out(mark)
    properties = copy.find(w("pPr"))
    change = properties.find(w("pPrChange")) if properties is not None else None
    if properties is not None and change is not None:
        properties[:] = [*change[0], *(one for one in properties if one.tag in (w("rPr"), w("sectPr")))]
    for empty in [one for one in (own, properties) if one is not None and not len(one) and not one.attrib]:
        take_out(empty)
    if properties is not None and not len(properties):
        take_out(properties)
    return copy
