"""What a block of the document says: its runs with the marks that are meant, read from Qt."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QTextBlock, QTextFormat

from models.draft import Run, tidy_runs
from models.editing.runs import NOTE_MARK

MARKS = QTextFormat.Property.UserProperty + 1
"""Italic, bold and underline of a run as the bits 1, 2, 4: what is looked like says nothing of what is meant."""
NOTE = QTextFormat.Property.UserProperty + 2
KIND = QTextFormat.Property.UserProperty + 3
NOTE_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
"""The type of the objects that stand for note marks."""

LINE_END = "\u2028"
"""A line end inside a paragraph; a line feed would make a block of its own."""


def runs_in(block: QTextBlock) -> tuple[Run, ...]:
    """What a block says, with the marks that are meant."""
    runs: list[Run] = []
    place: Any = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        looks, text = fragment.charFormat(), fragment.text()
        bits = looks.intProperty(MARKS)
        if NOTE_MARK in text:
            note = looks.intProperty(NOTE)
            for character in text:
                known = character == NOTE_MARK and looks.hasProperty(NOTE)
                runs.append(Run(footnote=note) if known else _run(character.replace(NOTE_MARK, ""), bits))
        else:
            runs.append(_run(text, bits))
        place += 1
    return tidy_runs(runs)


def _run(text: str, bits: int) -> Run:
    return Run(text.replace(LINE_END, "\n"), bool(bits & 1), bool(bits & 2), bool(bits & 4))
