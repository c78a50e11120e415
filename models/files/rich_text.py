"""What was copied as RTF and as nothing else, read by way of LibreOffice as an RTF file is."""

from __future__ import annotations

from dataclasses import replace

from models.clipboard.fragment import MOST_BYTES, CannotPaste, Fragment
from models.clipboard.structure import structured, with_structure
from models.draft import Kind, Paragraph
from models.files.foreign import libreoffice, read_foreign
from models.reading.reading import CannotRead, Reading, ReadingWarning

_ALONE = "What was copied came as RTF alone, which LibreOffice"
_INSTEAD = "copy the words from another program, or save them as a Word file and open that."
_TOO_MUCH = "There is too much on the clipboard to paste; copy it in parts, or open the file itself."
_EMPTY = "There is no text on the clipboard; copy the words again and paste them here."
_OF_THE_FILE = ("converted",)
"""What is told of a file alone."""


def reading_of_rich(data: bytes) -> Reading:
    """What was copied as a draft of its own; raises CannotPaste, in one sentence, where it cannot be read."""
    if len(data) > MOST_BYTES:
        raise CannotPaste(_TOO_MUCH)
    if libreoffice() is None:
        raise CannotPaste(f"{_ALONE} reads and this program does not: install it, {_INSTEAD}")
    try:
        reading = read_foreign(data)
    except CannotRead:
        raise CannotPaste(f"{_ALONE} could not read; {_INSTEAD}") from None
    paragraphs = tuple(one for one in reading.draft.paragraphs if one.cell or one.footnotes or one.text.strip())
    if not any(one.text.strip() for one in paragraphs):
        raise CannotPaste(_EMPTY)
    told = tuple(
        ReadingWarning(None, one.code, one.message.replace("This file", "The text"))
        for one in reading.warnings
        if one.code not in _OF_THE_FILE
    )
    # The Word file is LibreOffice's: nobody else had it, and nobody asks for it back.
    draft = replace(reading.draft, paragraphs=paragraphs)
    return Reading(draft, told, revisions_taken=reading.revisions_taken)


def fragment_of_rich(data: bytes) -> Fragment:
    """What was copied as what a paste gives: some words of one paragraph, or paragraphs. Errors: CannotPaste."""
    reading = reading_of_rich(data)
    ended = data.rstrip(b"} \r\n\0").endswith((b"\\par", b"\\row"))
    paragraphs = _with_structure(reading.draft.paragraphs, ended=ended)
    roman = not any(run.italic for paragraph in paragraphs for run in paragraph.runs)
    losses = tuple(warning.message for warning in reading.warnings)
    some_words = len(paragraphs) == 1 and not any(one.cell or structured(one) for one in paragraphs)
    notes = reading.draft.footnotes
    return Fragment(paragraphs, notes, some_words, losses, roman=roman, apart=not some_words or ended, ended=ended)


def _with_structure(paragraphs: tuple[Paragraph, ...], *, ended: bool) -> tuple[Paragraph, ...]:
    """What was not read as parts of a resolution, but for the numbers of a list, may be some that go into one."""
    read = any(one.kind is not Kind.TEXT for one in paragraphs)
    return paragraphs if read else with_structure(paragraphs, ended=ended)
