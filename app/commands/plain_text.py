"""A reading as text for a terminal or a pipe: labels in the margin, footnotes and remarks at the end."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace

from app.commands.printing import printable
from app.commands.wrapped import wrapped
from models.draft import Draft, Kind, Paragraph, labels
from models.reading.reading import Reading
from models.telling.numbers import printed
from models.telling.to_look_at import place_of

_WIDEST = 100
_MARGIN = 12
_LOUD = (Kind.SECTION, Kind.HEADING, Kind.ANNEX)


def reading_text(reading: Reading) -> str:
    """The text of a reading, wrapped to the terminal (at most 100 columns)."""
    width = text_width()
    return "\n".join([*_paragraphs(reading.draft, width), *_notes(reading.draft, width), *_remarks(reading, width)])


def text_width() -> int:
    """How many columns a text takes: those of the terminal, at most 100."""
    return max(40, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns))


def _paragraphs(draft: Draft, width: int) -> Iterator[str]:
    for paragraph, label in zip(draft.paragraphs, labels(draft), strict=True):
        if not paragraph.text.strip() and not paragraph.footnotes and not paragraph.number:
            continue
        margin = label if label is not None and paragraph.kind not in _LOUD else ""
        yield hung(margin, _words(draft, paragraph), width)
        yield ""


def _words(draft: Draft, paragraph: Paragraph) -> str:
    """The words with the number as printed before them and the marks of notes in their places."""
    before, runs = printed(paragraph if paragraph.set_label is None else replace(paragraph, set_label=None))
    return before + "".join(run.text if run.footnote is None else f"[{draft.mark(run.footnote)}]" for run in runs)


def _notes(draft: Draft, width: int) -> Iterator[str]:
    if draft.footnotes:
        yield "Footnotes"
        for note in draft.footnotes:
            yield hung(f"[{note.mark}]", note.text, width)
        yield ""


def _remarks(reading: Reading, width: int) -> Iterator[str]:
    if reading.warnings:
        yield "To look at"
        names = labels(reading.draft)
        for warning in reading.warnings:
            yield hung(place_of(warning, names), warning.message, width)
        yield ""


def hung(margin: str, text: str, width: int) -> str:
    """A paragraph with its label hung in the margin; line breaks of the text are kept."""
    lines: list[str] = []
    for part in printable(text).split("\n"):
        lines += wrapped(part, width - _MARGIN) or [""]
    blank = " " * _MARGIN
    head = f"{margin:<{_MARGIN}}" if len(margin) < _MARGIN else f"{margin}\n{blank}"
    return (head + f"\n{blank}".join(lines)).rstrip()
