"""Every text of the corpus: read without trouble, no word lost, numbers without gaps, brackets as counted by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models.draft import Draft, Kind, bracket_characters, canonical
from models.draft.canonical import draft_from
from models.draft.masthead import masthead
from models.files.read import read_file
from tests.models.reading.words_of import words_of_draft, words_of_source
from tests.real_files import real_draft, real_files
from tests.timed import soon

FOLDERS = ("library", "resolutions", "amendments", "security_council", "vice_chairman")
# Letters that stand for the figures of a number in scanned texts ("ll." for "11."), and m³.
SCANNED = {
    "S_RES_0789_1992": {"ll"},
    "S_RES_0853_1993": {"ll"},
    "S_RES_0865_1993": {"ll"},
    "S_RES_0867_1993": {"ll"},
    "S_RES_0902_1994": {"S"},
    "S_RES_1454_2002": {"3", "m"},
}


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_word_is_lost(shared: Path, folder: str) -> None:
    lost = {}
    for path in real_files(shared / "corpus" / folder, "*.txt"):
        draft = real_draft(path)
        source, kept = words_of_source(path.read_text(encoding="utf-8")), words_of_draft(draft)
        missing, added = source - kept, kept - source
        known = SCANNED.get(path.stem, set())
        if set(missing) - known or (added and not known):
            lost[path.stem] = (dict(missing), dict(added))
    assert lost == {}


def test_no_word_of_the_bracketed_texts_in_markdown_is_lost(shared: Path) -> None:
    for path in real_files(shared / "corpus/bracketed", "*.md"):
        missing = words_of_source(path.read_text(encoding="utf-8")) - words_of_draft(real_draft(path))
        assert missing == {}, path.name


@pytest.mark.parametrize("folder", [*FOLDERS, "bracketed"])
def test_canonical_form_keeps_every_text(shared: Path, folder: str) -> None:
    for path in sorted((shared / "corpus" / folder).iterdir())[::7]:
        draft = real_draft(path)
        value = json.loads(canonical(draft))
        assert draft_from(value["paragraphs"], value["footnotes"]) == draft, path.name


def sequences(draft: Draft) -> list[list[int | None]]:
    """The numbers of operative paragraphs before the annexes, anew for each section that starts from 1 or has none."""
    parts: list[list[int | None]] = [[]]
    for paragraph in draft.paragraphs:
        if paragraph.kind is Kind.ANNEX:
            break
        if paragraph.kind is Kind.OPERATIVE:
            value = int(paragraph.number.split()[0]) if paragraph.number else None
            if value in (1, None) and parts[-1]:
                parts.append([])
            parts[-1].append(value)
    return [part for part in parts if part]


def test_operative_paragraphs_of_the_library_run_from_1_without_a_gap(shared: Path) -> None:
    broken = {}
    for path in real_files(shared / "corpus/library", "*.txt"):
        for part in sequences(real_draft(path)):
            if part != [None] and part != list(range(1, len(part) + 1)):
                broken[path.stem] = part
    assert broken == {}


def test_every_text_of_the_library_has_its_parts(shared: Path) -> None:
    for path in real_files(shared / "corpus/library", "*.txt"):
        draft = real_draft(path)
        kinds = [paragraph.kind for paragraph in draft.paragraphs]
        found = masthead(draft)
        if path.stem != "A_RES_78_225":  # there the line of the organ is lost
            assert kinds.count(Kind.ENACTING) >= 1, path.name
        assert Kind.OPERATIVE in kinds, path.name
        assert found.symbol == path.stem.replace("_", "/"), path.name
        assert found.title, path.name
        assert not found.title[0].isdigit() or found.title.startswith("20"), path.name
        assert found.date, path.name
        assert found.adopted, path.name
        assert found.meeting, path.name
        assert (found.report is None) != (found.base_symbol is None), path.name


def test_security_council_texts_have_their_organ(shared: Path) -> None:
    for path in real_files(shared / "corpus/security_council", "*.txt"):
        found = masthead(real_draft(path))
        if path.stem != "S_RES_0798_1992":  # there the line of the organ is lost
            assert found.organ == "Security Council", path.name


@pytest.mark.parametrize(
    ("name", "opening", "closing"),
    [
        ("paris_agreement_23-oct-2015", 1023, 1024),
        ("paris_agreement_4-dec-2015", 1014, 1017),
        ("paris_agreement_9-dec-2015", 217, 218),
        ("paris_agreement_12-dec-2015", 0, 0),
    ],
)
def test_brackets_of_the_paris_texts(shared: Path, name: str, opening: int, closing: int) -> None:
    draft = read_file(shared / f"corpus/bracketed/{name}.md").draft
    signs = [sign for paragraph in draft.paragraphs for _, sign in bracket_characters(paragraph.text)]
    assert (signs.count("["), signs.count("]")) == (opening, closing)


def test_amendments_stay_text_under_a_masthead(shared: Path) -> None:
    for path in real_files(shared / "corpus/amendments", "*.txt"):
        draft = real_draft(path)
        kinds = {paragraph.kind for paragraph in draft.paragraphs}
        assert kinds <= {Kind.MASTHEAD, Kind.TEXT, Kind.SPONSOR_NOTE}, path.name
        found = masthead(draft)
        assert found.base_symbol, path.name
        assert found.sponsors, path.name
        assert found.title, path.name


def test_cut_instructions_are_joined_and_a_glued_one_is_parted(shared: Path) -> None:
    cut = read_file(shared / "corpus/amendments/A_80_L.30.txt").draft
    texts = [paragraph.text for paragraph in cut.paragraphs if paragraph.kind is Kind.TEXT]
    assert len(texts) == 11
    assert texts[0].endswith("delete “and expressing deep concern about the impact of climate change,”.")
    glued = read_file(shared / "corpus/amendments/A_80_L.28.txt")
    numbers = [p.number for p in glued.draft.paragraphs if p.kind is Kind.TEXT and p.number]
    assert numbers == [str(number) for number in range(1, 9)]
    assert "split-note" in {warning.code for warning in glued.warnings}


def test_annexes_of_the_chains(shared: Path) -> None:
    for name, last in (("A_RES_80_3", "25"), ("A_RES_80_9", "31"), ("A_80_L.34", "81"), ("A_80_L.8", "31")):
        draft = read_file(shared / f"corpus/resolutions/{name}.txt").draft
        annex = [position for position, p in enumerate(draft.paragraphs) if p.kind is Kind.ANNEX]
        assert len(annex) == 1, name
        numbers = [p.number for p in draft.paragraphs[annex[0] :] if p.kind is Kind.OPERATIVE]
        assert numbers[0] == "1", name
        assert numbers[-1] == last, name


def test_the_longest_text_of_the_library_is_read_at_once(shared: Path) -> None:
    longest = max((shared / "corpus/library").glob("*.txt"), key=lambda path: path.stat().st_size)
    read_file(longest)  # phrase lists are loaded once
    soon(lambda: read_file(longest), 1.5)
