"""Reads a PDF: letters with their places, lines, pages without their furniture, paragraphs with notes, structure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.awaited import ask
from models.draft import Draft, Kind, Paragraph, Run, tidy_runs
from models.reading.masthead_notes import with_notes_of_masthead
from models.reading.pdf.apart import MOST_BYTES, glyph_pages
from models.reading.pdf.columns import Flow, edges, flows_of, gutters_of, parts_of
from models.reading.pdf.furniture import Sheet, without_furniture
from models.reading.pdf.glyphs import GAP, MOST_PAGES, STRUCK, Page, Refused, Span
from models.reading.pdf.lines import Line, lines_of, most_common_size
from models.reading.pdf.notes import Note, Notes, taken_out
from models.reading.pdf.paragraphs import Block, blocks_of, measured
from models.reading.pdf.right_to_left import clusters_in_order, from_right, mirrored, sign_twice
from models.reading.pdf.tables import tables_in
from models.reading.pdf.words import Vocabulary, runs_of
from models.reading.reading import CannotRead, Reading, ReadingWarning
from models.reading.structure import recognise

_SENTENCES = {
    "locked": "This PDF is locked with a password; open it where you know the password, save it without and open that.",
    "damaged": "This PDF is damaged and cannot be read; ask for it again.",
    "broke": "This PDF is damaged and cannot be read; ask for it again.",
    "long": f"This PDF has more than {MOST_PAGES} pages; save the pages of the text as a PDF of their own.",
    "crowded": "A page of this PDF holds more letters than a page of text has; ask for the Word file.",
    "scanned": "This PDF holds pictures of pages and no text; ask for the Word file, or have its text recognised.",
    "beside": "All words of this PDF stand beside its pages, where nobody sees them; ask for the Word file.",
    "heavy": f"This PDF has more than {MOST_BYTES >> 20} megabytes; save the pages of the text as a PDF of their own.",
    "packed": "This PDF unpacks to far more than a text needs and is not opened; ask for the Word file.",
    "large": "This PDF takes more memory than a text needs and is not opened; ask for the Word file.",
    "letters": "This PDF does not say which letters it shows, so its words cannot be read; ask for the Word file.",
    "slow": "This PDF takes too long to read; ask for the Word file, or save only the pages of the text.",
}  # fmt: skip
_TWICE = "The same sign stands twice over a letter of this paragraph; compare its letters with the page."
_UNKNOWN = "This PDF does not say what some signs of this paragraph are; compare its letters with the page."
_UNNAMED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\uefff\uf100-\uf8ff\ufffd]")
"""What stands for a letter where a file does not name it: the number of its drawing, or of its place in a font."""
_MOST_UNNAMED = 0.02  # of the signs; with fewer a text can be read
_TABLE = "A table on page {} was read as lines of text; look at them beside the page, or ask for the Word file."
_QUOTED = 40
_JOINED = "This paragraph was put together over the end of a page or column; look whether its parts belong together."


def read_pdf(data: bytes) -> Reading:
    """The draft a PDF holds; raises CannotRead where it is locked, damaged, scanned, or too large to be a text."""
    try:
        glyphs = glyph_pages(data)
    except Refused as refused:
        raise CannotRead(_SENTENCES[str(refused)]) from None
    mirror = from_right("".join(text for _, _, spans, _ in glyphs[:20] for text, *_ in spans))
    sheets = []
    for number, (width, height, spans, _) in enumerate(glyphs):
        ask()
        lines = lines_of(number, _as_read(width, spans, mirror=mirror), mirror=mirror)
        sheets.append(Sheet(width, height, tuple(lines)))
    if _are_mostly_unnamed("".join(text for sheet in sheets for line in sheet.lines for text, *_ in line.spans)):
        raise CannotRead(_SENTENCES["letters"])
    body = most_common_size(line for sheet in sheets for line in sheet.lines)
    text = without_furniture(sheets, body)
    whole = text if any(text) else [list(sheet.lines) for sheet in sheets]
    known = gutters_of(whole)
    parts = [part for lines in whole for part in parts_of(lines, body, known)]
    pages, printed = taken_out([lines for lines, _ in parts], body)
    measure = measured(pages, body)
    flows = [
        flow
        for lines, (_, column) in zip(pages, parts, strict=True)
        for flow in (
            [Flow(tuple(lines), *edges(lines))] if column else flows_of(lines, measure.left, measure.right, known)
        )
    ]
    vocabulary = Vocabulary(sheet.lines for sheet in sheets)
    stars = [note for note in printed if not note.mark.isdecimal()]
    figured = [note for note in printed if note.mark.isdecimal()]
    notes = Notes(figured, [_note_runs(note, vocabulary) for note in figured])
    blocks = blocks_of(flows, measure)
    for note in stars:
        blocks = _with_sponsors_note(blocks, note)
    paragraphs: list[Paragraph] = []
    warnings = [*_pages_left_out(sheets), *_struck(sheets), *_not_of_the_text(glyphs)]
    for block in blocks:
        ask()
        runs, missing = runs_of(block.lines, vocabulary, notes.cited)
        at = len(paragraphs)
        paragraphs.append(Paragraph(Kind.TEXT, runs))
        if block.joined:
            warnings.append(ReadingWarning(at, "joined-at-page-break", _JOINED))
        warnings += [ReadingWarning(at, "mark-without-note", _no_note(mark)) for mark in missing]
        if sign_twice("".join(run.text for run in runs)):
            warnings.append(ReadingWarning(at, "doubtful-letters", _TWICE))
        if _UNNAMED.search("".join(run.text for run in runs)):
            warnings.append(ReadingWarning(at, "doubtful-letters", _UNKNOWN))
    draft, guessed = recognise(Draft(tuple(paragraphs), notes.footnotes()))
    draft = replace(draft, paragraphs=tuple(map(_as_laid_out, draft.paragraphs)))
    warnings += [
        ReadingWarning(at, "table-as-lines", _TABLE.format(blocks[at].lines[0].page + 1))
        for at in tables_in(blocks)
        if draft.paragraphs[at].kind is not Kind.MASTHEAD
    ]
    draft, placed = with_notes_of_masthead(draft, [*warnings, *guessed])
    everything = sorted(placed, key=lambda warning: warning.paragraph or 0)
    return Reading(draft, (*everything, *notes.left_warnings()), plain=data)


def _are_mostly_unnamed(text: str) -> bool:
    return len(_UNNAMED.findall(text)) > max(2.0, len(text) * _MOST_UNNAMED)


def _as_read(width: float, spans: list[Span], *, mirror: bool) -> list[Span]:
    return mirrored(width, clusters_in_order(spans)) if mirror else spans


def _as_laid_out(paragraph: Paragraph) -> Paragraph:
    """A paragraph without the bold of masthead lines: it is the layout's, and in no other form of a text a mark."""
    if paragraph.kind is not Kind.MASTHEAD or not any(run.bold for run in paragraph.runs):
        return paragraph
    return replace(paragraph, runs=tidy_runs(replace(run, bold=False) for run in paragraph.runs))


def _pages_left_out(sheets: Sequence[Sheet]) -> list[ReadingWarning]:
    """Pages that could not be read, and those without a letter among others: they may be pictures."""
    found = []
    for number, sheet in enumerate(sheets, 1):
        if not sheet.width:
            message = f"Page {number} of this PDF is damaged and was left out."
            found.append(ReadingWarning(None, "page-left-out", message))
        elif not sheet.lines:
            message = f"Page {number} of this PDF holds no text; if it is a picture of a page, its words are missing."
            found.append(ReadingWarning(None, "page-without-text", message))
    return found


def _not_of_the_text(pages: Sequence[Page]) -> list[ReadingWarning]:
    """Of remarks, filled-in fields and letters beside the page, that they were left out, and where the first are."""
    found = []
    counted = [(number, remarks) for number, (*_, (remarks, _)) in enumerate(pages, 1) if remarks]
    if counted:
        count, first = sum(remarks for _, remarks in counted), counted[0][0]
        what = "A remark, mark or filled-in field" if count == 1 else f"{count} remarks, marks and filled-in fields"
        where = f"on page {first}" if len(counted) == 1 else f"first on page {first},"
        message = f"{what} {where} of this PDF {'is' if count == 1 else 'are'} no part of the text; look at the page."
        found.append(ReadingWarning(None, "remarks-left-out", message))
    beside = next((number for number, (*_, (_, letters)) in enumerate(pages, 1) if letters), None)
    if beside:
        message = f"Words that stand beside page {beside} of this PDF, where nobody sees them, were left out."
        found.append(ReadingWarning(None, "beside-the-page", message))
    return found


def _struck(sheets: Sequence[Sheet]) -> list[ReadingWarning]:
    """Of words with a stroke through them, that they were read as words: a PDF does not say what is deleted."""
    found = [words for sheet in sheets for line in sheet.lines for words in _struck_in(line)]
    if not found:
        return []
    first = found[0] if len(found[0]) <= _QUOTED else f"{found[0][:_QUOTED].rsplit(' ', 1)[0]}…"
    there = f"“{first}” is struck through"
    if len(found) > 1:
        there = f"{len(found)} places are struck through, first “{first}”"
    message = f"In this PDF {there}: if it shows changes, both its texts were read as one; ask for the Word file."
    return [ReadingWarning(None, "struck", message)]


def _struck_in(line: Line) -> Iterator[str]:
    """The stretches of words of a line that are struck through."""
    words, end = "", 0.0
    for text, left, right, _, size, style in (*line.spans, ("", 0.0, 0.0, 0.0, 0.0, 0)):
        if style & STRUCK:
            words += f" {text}" if words and left - end > GAP * size else text
        elif text.strip() or not size:
            if any(sign.isalnum() for sign in words):
                yield " ".join(words.split())
            words = ""
        end = right


def _note_runs(note: Note, vocabulary: Vocabulary) -> tuple[Run, ...]:
    """The words of a note after its mark."""
    first, *rest = note.lines
    begun = first.without(first.mark[1])
    return runs_of(
        [*([begun] if begun else []), *rest], vocabulary, lambda marks, page: [(mark, None) for mark in marks]
    )[0]


def _with_sponsors_note(blocks: list[Block], note: Note) -> list[Block]:
    """The paragraphs with a note of the sponsors: after its page, or after all where it stands among footnotes."""
    after = (at for at, block in enumerate(blocks) if block.lines[0].page > note.page)
    at = len(blocks) if note.ruled else next(after, len(blocks))
    return [*blocks[:at], Block(note.lines), *blocks[at:]]


def _no_note(mark: str) -> str:
    return f"There is no note {mark} for the mark in this paragraph; it was left in the text."
