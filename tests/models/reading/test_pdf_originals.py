"""The issued documents as PDF give the texts that were converted from them by other means, paragraph by paragraph."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from models.draft import Draft, Footnote, Kind, Paragraph, labels
from models.draft.masthead import masthead
from models.files.read import read_file

read = cache(read_file)

SYMBOLS = [
    *(f"A_C.2_80_L.{number}" for number in (2, 5, 6, 8, 9, 17, 24, 31, 33, 39, 43, 45, 46, 48, 49, 50, 52, 53, 57, 58)),
    *(f"A_RES_78_{number}" for number in (132, 138, 141, 156, 158, 164, 231, 233, 322)),
    *(f"A_RES_79_{number}" for number in (194, 198, 199, 212, 218, 219, 221)),
    *(f"A_RES_80_{number}" for number in (118, 124, 127, 129, 141, 143, 146, 150, 151, 153)),
]
# Paragraphs, by position, and notes, by number, that differ from the texts. In each the PDF is right: the text has a
# space that its converter put in where a line ended with a dash or a hyphen ("2015– 2030", "co- hosted"), or lost one
# there ("low-and lower-middle-income").
SPACE_IN_THE_TEXT: dict[str, tuple[list[int], list[int]]] = {
    "A_C.2_80_L.6": ([15], []),
    "A_C.2_80_L.17": ([37], []),
    "A_C.2_80_L.49": ([15], []),
    "A_C.2_80_L.58": ([38], []),
    "A_RES_78_156": ([32], []),
    "A_RES_78_164": ([], [4]),
    "A_RES_78_231": ([], [10]),
    "A_RES_79_199": ([], [11]),
    "A_RES_79_218": ([38], []),
    "A_RES_79_219": ([29], []),
    "A_RES_79_221": ([], [4]),
    "A_RES_80_118": ([37], []),
    "A_RES_80_151": ([14, 41], []),
}
# An opening that is printed in roman letters.
ROMAN = {"A_C.2_80_L.50": ["OP18"]}


def plain(text: str) -> str:
    """A text without what no PDF tells: how letters are composed, how wide the white is, signs without width."""
    text = unicodedata.normalize("NFC", text).translate({0xAD: None, 0x2060: None})
    return " ".join(text.split())


def printed(paragraph: Paragraph) -> str:
    return f"{paragraph.number or ''} {plain(paragraph.text)}".strip()


@pytest.fixture(scope="module", params=SYMBOLS)
def both(request: pytest.FixtureRequest, shared: Path) -> tuple[str, Draft, Draft]:
    """A symbol, its text and its PDF as read."""
    text = read(shared / "corpus/resolutions" / f"{request.param}.txt").draft
    return request.param, text, read(shared / "corpus/originals" / f"{request.param}.pdf").draft


def test_every_original_is_looked_at(shared: Path) -> None:
    assert sorted(SYMBOLS) == sorted(path.stem for path in (shared / "corpus/originals").glob("*.pdf"))


def test_paragraphs_are_those_of_the_text(both: tuple[str, Draft, Draft]) -> None:
    symbol, text, original = both
    assert len(original.paragraphs) == len(text.paragraphs)
    differing = [
        at
        for at, (one, other) in enumerate(zip(text.paragraphs, original.paragraphs, strict=True))
        if printed(one) != printed(other)
    ]
    assert differing == SPACE_IN_THE_TEXT.get(symbol, ([], []))[0]
    for at in differing:
        one, other = (re.sub(r"(?<=\w[–-]) (?=\w)", "", printed(side.paragraphs[at])) for side in (text, original))
        assert one == other


def test_numbers_kinds_levels_and_labels_are_those_of_the_text(both: tuple[str, Draft, Draft]) -> None:
    _, text, original = both
    assert labels(original) == labels(text)
    for one, other in zip(text.paragraphs, original.paragraphs, strict=True):
        assert (other.kind, other.level, other.number) == (one.kind, one.level, one.number), printed(one)


def test_notes_and_their_places_are_those_of_the_text(both: tuple[str, Draft, Draft]) -> None:
    symbol, text, original = both

    def told(note: Footnote) -> tuple[str, str]:
        return note.mark, plain(note.text)

    assert len(original.footnotes) == len(text.footnotes)
    differing = [
        int(one.mark) for one, other in zip(text.footnotes, original.footnotes, strict=True) if told(one) != told(other)
    ]
    assert differing == SPACE_IN_THE_TEXT.get(symbol, ([], []))[1]
    for one, other in zip(text.paragraphs, original.paragraphs, strict=True):
        assert places(other, original) == places(one, text), printed(one)


def places(paragraph: Paragraph, draft: Draft) -> list[tuple[str, str]]:
    """The mark of each note of a paragraph, and the word before it."""
    found, before = [], ""
    for run in paragraph.runs:
        if run.footnote is not None:
            found.append((draft.note[run.footnote].mark, re.split(r"[\s–-]", plain(before))[-1]))
        before += run.text
    return found


def test_openings_are_italic(both: tuple[str, Draft, Draft]) -> None:
    symbol, text, original = both
    roman = []
    for label, one, other in zip(labels(original), text.paragraphs, original.paragraphs, strict=True):
        if one.kind not in (Kind.ENACTING, Kind.PREAMBULAR, Kind.OPERATIVE):
            continue
        expected, found = (next(run for run in p.runs if run.text.strip(" [")) for p in (one, other))
        if not found.italic:
            roman.append(label)
        elif plain(found.text).rstrip(",") != plain(expected.text).rstrip(","):
            roman.append(f"{label}: {found.text}")
    assert roman == ROMAN.get(symbol, [])


def test_mastheads_are_those_of_the_text(both: tuple[str, Draft, Draft]) -> None:
    _, text, original = both
    assert masthead(original) == masthead(text)


def test_a_join_over_a_page_is_told(shared: Path) -> None:
    reading = read(shared / "corpus/originals/A_RES_79_218.pdf")
    joined = [warning for warning in reading.warnings if warning.code == "joined-at-page-break"]
    assert len(joined) == 11
    assert {warning.code for warning in reading.warnings} == {"joined-at-page-break"}
    first = reading.draft.paragraphs[joined[0].paragraph or 0]
    assert first.kind is Kind.PREAMBULAR


def test_headings_are_bold_and_the_bold_of_the_masthead_is_the_layouts(shared: Path) -> None:
    draft = read(shared / "corpus/originals/A_RES_78_322.pdf").draft
    assert not any(run.bold for one in draft.paragraphs if one.kind is Kind.MASTHEAD for run in one.runs)
    headings = [paragraph for paragraph in draft.paragraphs if paragraph.kind is Kind.HEADING]
    assert headings
    assert all(run.bold for heading in headings for run in heading.runs if run.text.strip())


def test_how_many_paragraphs_agree(shared: Path) -> None:
    agreeing = everything = 0
    for symbol in SYMBOLS:
        text = [printed(p) for p in read(shared / "corpus/resolutions" / f"{symbol}.txt").draft.paragraphs]
        original = [printed(p) for p in read(shared / "corpus/originals" / f"{symbol}.pdf").draft.paragraphs]
        everything += len(text)
        blocks = SequenceMatcher(None, text, original, autojunk=False).get_matching_blocks()
        agreeing += sum(block.size for block in blocks)
    assert agreeing >= 0.997 * everything
