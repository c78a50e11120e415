"""A number typed before a real paragraph makes of it what the reader of files makes of the same number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from models.draft import Draft, Kind, Paragraph, Run
from models.editing.edit import Selection
from models.editing.structure import insert_text
from models.editing.typed.openings import opening_places
from models.editing.typed.typed_structure import recognise_typed
from models.editing.working import WorkingText
from tests.real_files import real_draft

FOLDERS = ("resolutions", "security_council", "bracketed", "library")
OTHERWISE = 0.025
"""Lists whose numbers only what follows explains: the reader sees it, who types has not written it yet."""


@pytest.fixture(scope="module")
def drafts(shared: Path) -> list[Draft]:
    paths = [path for folder in FOLDERS for path in sorted((shared / "corpus" / folder).glob("*.txt"))[::7]]
    return [real_draft(path) for path in paths]


def typed(working: WorkingText, position: int, kind: Kind, words: str) -> tuple[Paragraph, str | None]:
    """The paragraph that some words become, typed after what stands before a position, and its number there.

    The text is whole again afterwards: one made anew for each position would take far longer.
    """
    with working.step("Delete", Selection.at(position)) as step:
        step.replace(position, len(working.entries), [step.new(Paragraph(kind))])
    for piece in re.findall(r"\S*[ ,]|\S+$", words):
        length = working.entries[position].length
        insert_text(working, Selection.at(position, length), piece)
        recognise_typed(working, position, length + len(piece))
    found = working.entries[position].paragraph, working.number(position)
    while working.undo_list.last is not None:
        working.undo()
    return found


def test_numbers_of_real_texts(drafts: list[Draft]) -> None:
    same, otherwise = 0, []
    for draft in drafts:
        working = WorkingText(draft)
        for position, paragraph in list(enumerate(draft.paragraphs))[::3]:
            if paragraph.number is None or paragraph.kind not in (Kind.OPERATIVE, Kind.SUBPARAGRAPH):
                continue
            if not any(sign.isalpha() for sign in paragraph.number) and paragraph.kind is Kind.SUBPARAGRAPH:
                continue
            sign = ". " if paragraph.kind is Kind.OPERATIVE else " "
            made, number = typed(working, position, Kind.OPERATIVE, paragraph.number + sign)
            # The first paragraph of a part has no number until there is a second.
            read = (paragraph.kind, paragraph.level, paragraph.number, "")
            now = (made.kind, made.level, number or "1", made.text)
            if now == read:
                same += 1
            else:
                otherwise.append((read, now))
    assert same > 500
    assert len(otherwise) / (same + len(otherwise)) < OTHERWISE, otherwise[:20]


def test_openings_of_real_texts(drafts: list[Draft]) -> None:
    """The opening of a preambular or operative paragraph, its next sign typed, is set in italics and keeps its kind."""
    same, otherwise = 0, []
    for draft in drafts:
        working = WorkingText(draft)
        for position, paragraph in list(enumerate(draft.paragraphs))[::3]:
            found = opening_places((Run(paragraph.text),))
            if found is None or found[0] or paragraph.kind not in (Kind.OPERATIVE, Kind.PREAMBULAR):
                continue
            if paragraph.text[found[1] : found[1] + 1] not in (" ", ","):
                continue
            words = paragraph.text[: found[1] + 1]
            made, _ = typed(working, position, paragraph.kind, words)
            if made.kind is paragraph.kind and made.runs[0] == Run(words[:-1], italic=True):
                same += 1
            else:
                otherwise.append((paragraph.kind, words, made.kind))
    assert same > 500
    assert len(otherwise) / (same + len(otherwise)) < OTHERWISE, otherwise[:20]
