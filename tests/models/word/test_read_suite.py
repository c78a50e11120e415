"""Other projects' tracked files and real ones: what is read when every change is taken one way, and how fast."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from models.reading.reading import Reading
from models.word.namespaces import m, w
from models.word.package import Package
from models.word.read import read_word
from models.word.resolve import resolve, text_parts
from tests.models.word.word_xml import docx, ins, p, t
from tests.real_files import real_files
from tests.timed import soon

_MARKED = tuple(map(w, ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")))


def texts(reading: Reading) -> list[tuple[str, tuple[int, int, int] | None]]:
    return [(paragraph.text, paragraph.cell) for paragraph in reading.draft.paragraphs]


def cases(shared: Path) -> list[dict[str, str]]:
    with (shared / "suites" / "tracked_import" / "cases.tsv").open() as table:
        return list(csv.DictReader(table, delimiter="\t"))


def test_every_case_accepts_and_rejects_to_the_given_files(shared: Path) -> None:
    folder = shared / "suites" / "tracked_import"
    wrong = []
    for case in cases(shared):
        tracked = (folder / case["tracked"]).read_bytes()
        for revisions, key in (("accept", "accepted"), ("reject", "rejected")):
            read, expected = read_word(tracked, revisions), read_word((folder / case[key]).read_bytes())
            notes = [[note.text for note in one.draft.footnotes] for one in (read, expected)]
            if texts(read) != texts(expected) or notes[0] != notes[1]:
                wrong.append((case["id"], revisions))
    assert wrong == []
    assert len(cases(shared)) == 34


@pytest.mark.parametrize(
    ("revisions", "kinds"), [("accept", ("insert", "move-to")), ("reject", ("delete", "move-from"))]
)
def test_the_words_of_a_change_are_those_it_covers(shared: Path, revisions: str, kinds: tuple[str, ...]) -> None:
    """Where they are in the text as it is read; with words that somebody struck within what is new."""
    folder = shared / "suites" / "tracked_import"
    counted = 0
    for case in cases(shared):
        reading = read_word((folder / case["tracked"]).read_bytes(), revisions)
        for one in reading.revisions:
            if one.kind in kinds and one.paragraph is not None and one.start < one.end:
                of_note = reading.draft.note[one.footnote].text if one.footnote is not None else None
                text = of_note if of_note is not None else reading.draft.paragraphs[one.paragraph].text
                covered, said = text[one.start : one.end], one.text
                for other in reading.revisions:
                    if said != covered and other.kind not in kinds and other.paragraph == one.paragraph:
                        said = said.replace(other.text, "", 1)
                assert covered == said, case["id"]
                counted += 1
    assert counted > 100


def test_authors_and_dates_are_kept(shared: Path) -> None:
    """Everyone who is named in a tracked file is named by the reading, with each date."""
    folder = shared / "suites" / "tracked_import"
    for case in cases(shared):
        data = (folder / case["tracked"]).read_bytes()
        package = Package(data)
        named = {
            (change.get(w("author")), change.get(w("date")))
            for part in text_parts(package)
            for change in package.root(part).iter(*_MARKED)
        }
        told = {(one.author, one.date) for one in read_word(data).revisions}
        assert named <= told, case["id"]


def plain_texts(package: Package) -> list[str]:
    """What a plain reader of `w:t` sees in each paragraph, text boxes apart."""
    found = []
    for paragraph in package.root(package.main).iter(w("p")):
        own = [
            text.text or ""
            for text in paragraph.iter(w("t"), m("t"))
            if next(text.iterancestors(w("p"))) is paragraph and next(text.iterancestors(w("rt")), None) is None
        ]
        found.append("".join(own))
    return found


@pytest.mark.parametrize("revisions", ["accept", "reject"])
def test_nothing_is_trimmed_or_normalised(shared: Path, revisions: str) -> None:
    """The characters of each paragraph are those of its `w:t`, tabs, breaks, signs and printed numbers apart."""
    extra = str.maketrans("", "", "\t\n‑\u00ad")
    for path in real_files(shared / "corpus" / "word", "*.docx"):
        data = path.read_bytes()
        package = Package(data)
        resolve(package, revisions)
        plain = plain_texts(package)
        reading = read_word(data, revisions)
        for paragraph, origin in zip(reading.draft.paragraphs, reading.origins, strict=True):
            expected, text = plain[origin.element].translate(extra), paragraph.text.translate(extra)
            if paragraph.number is None and paragraph.set_label is None and not paragraph.footnotes:
                assert expected.endswith(text) or _holds_symbols(package, origin.element), (path.name, expected)


def _holds_symbols(package: Package, element: int) -> bool:
    paragraph = list(package.root(package.main).iter(w("p")))[element]
    return next(paragraph.iter(w("sym")), None) is not None


def test_ten_thousand_paragraphs_in_well_under_a_second() -> None:
    words = "Requests the Secretary-General to report to the General Assembly at its sixtieth session;"
    one = t("Requests", "<w:i/>") + t(words[8:])
    body = "".join(p(one + (ins(t("now")) if at % 10 == 0 else "")) for at in range(10_000))
    data = docx(body)
    soon(lambda: resolve(Package(data), "accept"), 1.5)
    assert len(soon(lambda: read_word(data), 6).draft.paragraphs) == 10_000


def test_the_reader_loads_nothing_slow() -> None:
    code = "import sys, models.word.read; print({'docx', 'PySide6', 'rapidfuzz'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_what_is_resolved_parses_and_reads_the_same(shared: Path) -> None:
    """A resolved package, written and opened again, reads as the tracked file did."""
    for path in real_files(shared / "word_files", "*.docx"):
        if "typescript_redline" in path.name:  # not well-formed
            continue
        data = path.read_bytes()
        for revisions in ("accept", "reject"):
            package = Package(data)
            resolve(package, revisions)
            again = read_word(package.to_bytes())
            assert again.revisions == ()
            assert again.draft == read_word(data, revisions).draft, path.name
            etree.fromstring(package.data(package.main))
