"""Reads text and Markdown: page breaks, wrapped lines, notes among the pages, lists in one block."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import NamedTuple

from models.draft import Draft, Kind, Paragraph
from models.reading.broken_words import BrokenWords
from models.reading.joining import joined
from models.reading.layout import pieces
from models.reading.masthead_notes import with_notes_of_masthead
from models.reading.notes import Notes, taken_out
from models.reading.older_notes import with_plain_marks_named
from models.reading.reading import Reading, ReadingWarning
from models.reading.starred_points import with_points
from models.reading.structure import recognise


class Lines(NamedTuple):
    """The paragraphs of a text as they stand, with their numbers in their words; what was guessed of them, those that
    a file of ours tells of, by position, and what is told of notes that are left."""

    draft: Draft
    warnings: tuple[ReadingWarning, ...]
    said: dict[int, Paragraph | None]
    left: tuple[ReadingWarning, ...]


def read_text(text: str, *, pages: bool = True, usual: Collection[str] = ()) -> Reading:
    """The draft a text or Markdown file holds, and a warning for whatever was guessed, joined or split.

    Notes become footnotes at their places, pages are joined, italics and bold are read from their marks. What a file
    of ours tells of a paragraph (`models.reading.told`) is taken as told. A text without words gives a draft without
    paragraphs. `pages`: it may come from pages, whose ends divide paragraphs. `usual` words are known to be written in
    one, as those are that stand so in the text: a hyphen at the end of a line only breaks them.
    """
    return read_lines(lines_of(text, pages=pages, usual=usual))


def lines_of(text: str, *, pages: bool = True, usual: Collection[str] = ()) -> Lines:
    """The paragraphs of a text before it is known what they are; as `read_text` says."""
    broken = BrokenWords((text,), usual)
    found = with_plain_marks_named(with_points(pieces(text, broken)))
    body, definitions = taken_out(found)
    body = joined(body, broken, pages=pages)
    notes = Notes(definitions)
    paragraphs: list[Paragraph] = []
    warnings: list[ReadingWarning] = []
    for piece in body:
        runs = notes.runs(piece)
        at = len(paragraphs)
        told = piece.told.paragraph if piece.told is not None else None
        paragraphs.append(
            Paragraph(Kind.TEXT, runs, level=piece.level, number=told.number if told else None, cell=piece.cell)
        )
        warnings += [ReadingWarning(at, code, message) for code, message in piece.warnings]
        warnings += [ReadingWarning(at, code, message) for code, message in notes.taken_warnings()]
    said = {at: piece.told.paragraph for at, piece in enumerate(body) if piece.told is not None}
    return Lines(Draft(tuple(paragraphs), notes.footnotes()), tuple(warnings), said, tuple(notes.left_warnings()))


def read_lines(lines: Lines, words_alone: Collection[int] = ()) -> Reading:
    """The draft of some lines; of those at the positions `words_alone` it is known that they begin with no number."""
    said = lines.said
    draft, guessed = recognise(lines.draft, words_alone)
    draft = replace(
        draft, paragraphs=tuple(said.get(at) or _settled(paragraph) for at, paragraph in enumerate(draft.paragraphs))
    )
    guesses = [warning for warning in guessed if warning.paragraph not in said]
    draft, placed = with_notes_of_masthead(draft, [*lines.warnings, *guesses], said)
    everything = sorted(placed, key=lambda warning: warning.paragraph or 0)
    return Reading(draft, (*everything, *lines.left))


def _settled(paragraph: Paragraph) -> Paragraph:
    """Indentation in the file says nothing of the level of a paragraph that is no list item."""
    return paragraph if paragraph.kind is Kind.SUBPARAGRAPH or not paragraph.level else replace(paragraph, level=0)
