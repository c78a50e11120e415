"""The text the project was created from is read exactly as its parse by hand says."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models.draft import Draft, Kind, Paragraph, labels
from models.draft.masthead import masthead
from models.draft.masthead_lines import masthead_roles
from models.files.read import read_file, read_text
from models.reading.reading import Reading


@pytest.fixture(scope="module")
def source(shared: Path) -> str:
    return (shared / "corpus/vice_chairman/vice_chairman_text.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((shared / "corpus/derived/vice_chairman_gold.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def reading(source: str) -> Reading:
    return read_text(source)


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_masthead(reading: Reading, gold: dict[str, Any]) -> None:
    found = masthead(reading.draft)
    assert {name: getattr(found, name) for name in gold["masthead"]} == gold["masthead"]
    assert (found.sponsors, found.on_behalf, found.adopted, found.meeting, found.report) == ((), None, None, None, None)


def test_masthead_lines_stand_before(reading: Reading) -> None:
    kinds = [paragraph.kind for paragraph in reading.draft.paragraphs]
    assert kinds[:9] == [Kind.MASTHEAD] * 9
    assert Kind.MASTHEAD not in kinds[9:]
    assert list(masthead_roles(reading.draft).values()) == [
        "organ",
        "distribution",
        "date",
        "original",
        "session",
        "agenda_item",
        "agenda_title",
        "sponsor_line",
        "title",
    ]


def test_paragraphs(reading: Reading, gold: dict[str, Any]) -> None:
    names = labels(reading.draft)
    found = [
        {
            "kind": str(paragraph.kind),
            "level": paragraph.level,
            "label": names[position],
            "number": paragraph.number,
            "text": squeezed(paragraph.text),
            "footnotes": list(paragraph.footnotes),
        }
        for position, paragraph in enumerate(reading.draft.paragraphs)
        if paragraph.kind is not Kind.MASTHEAD
    ]
    assert found == gold["paragraphs"]


def test_footnotes(reading: Reading, gold: dict[str, Any]) -> None:
    found = [{"id": note.id, "mark": note.mark, "text": squeezed(note.text)} for note in reading.draft.footnotes]
    assert found == gold["footnotes"]


def note_places(draft: Draft) -> dict[int, str]:
    """What stands before each note in its paragraph: the last 25 characters."""
    places: dict[int, str] = {}
    for paragraph in draft.paragraphs:
        before = ""
        for run in paragraph.runs:
            if run.footnote is not None:
                places[run.footnote] = before[-25:]
            before += run.text
    return places


def test_note_places_are_those_of_the_source(reading: Reading, source: str) -> None:
    raised = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
    expected = {
        int(match[0].translate(raised)): re.sub(r"[*⁰¹²³⁴⁵⁶⁷⁸⁹]", "", source[match.start() - 40 : match.start()])[-25:]
        for match in re.finditer(r"(?<=[^\n\s⁰¹²³⁴⁵⁶⁷⁸⁹])[⁰¹²³⁴⁵⁶⁷⁸⁹]+", source)
    }
    assert sorted(expected) == list(range(1, 14))
    assert note_places(reading.draft) == expected


def italics(paragraph: Paragraph) -> list[str]:
    return [run.text for run in paragraph.runs if run.italic]


def test_italics_are_those_of_the_source(reading: Reading, source: str) -> None:
    expected = re.findall(r"\*([^*\n]+)\*", source)
    found = [text for paragraph in reading.draft.paragraphs for text in italics(paragraph)]
    in_notes = [run.text for note in reading.draft.footnotes for run in note.runs if run.italic]
    assert sorted(found + in_notes) == sorted(expected)
    assert found == [text for text in expected if text in found]
    assert len(found) == 11
    assert in_notes == [text for text in expected if text in in_notes]


def test_joined_paragraphs_are_warned_of(reading: Reading) -> None:
    names = labels(reading.draft)
    found = [(warning.code, names[warning.paragraph or 0]) for warning in reading.warnings]
    assert found == [("joined-at-page-break", name) for name in ("PP11", "OP5", "OP10 (a)")]


def wrapped(text: str, width: int) -> str:
    lines = (textwrap.wrap(line, width, break_on_hyphens=False) or [""] for line in text.split("\n"))
    return "\n".join(line for group in lines for line in group)


@pytest.mark.parametrize("width", [60, 70, 80, 100])
def test_wrapped_lines_make_no_difference(source: str, reading: Reading, width: int) -> None:
    found = read_text(wrapped(source, width)).draft
    assert [(p.kind, p.number, p.text) for p in found.paragraphs] == [
        (p.kind, p.number, p.text) for p in reading.draft.paragraphs
    ]
    assert found.footnotes == reading.draft.footnotes


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n\n", "\n").replace("\n\n", "\n"),
        lambda text: wrapped(text.replace("\n\n", "\n").replace("\n\n", "\n"), 80),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n\n\n", "\n\f\n"),
        lambda text: text.replace("*", "**"),
        lambda text: text.replace("*", ""),
        lambda text: "\ufeff" + text,
    ],
    ids=["no blank lines", "no blank lines, wrapped", "CRLF", "form feeds", "bold", "no marks", "byte order mark"],
)
def test_other_ways_to_write_it_make_no_difference(source: str, reading: Reading, change: Callable[[str], str]) -> None:
    found = read_text(change(source)).draft
    assert [(p.kind, p.number, p.text, p.footnotes) for p in found.paragraphs] == [
        (p.kind, p.number, p.text, p.footnotes) for p in reading.draft.paragraphs
    ]
    assert [note.text for note in found.footnotes] == [note.text for note in reading.draft.footnotes]


def test_a_file_is_read_as_its_text(shared: Path, reading: Reading) -> None:
    assert read_file(shared / "corpus/vice_chairman/vice_chairman_text.txt").draft == reading.draft
