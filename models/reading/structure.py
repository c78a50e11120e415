"""From blocks of text to the structure of a resolution: kinds, levels, numbers and labels of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import islice

from models.awaited import ask
from models.draft import Draft, Kind, Paragraph
from models.draft.alphabets import CHINESE
from models.draft.late_pattern import late_pattern
from models.draft.masthead_lines import MEETING, line_role
from models.draft.numbering import from_letters, from_roman
from models.draft.ordinals import ARABIC_ORDINAL
from models.reading.articles import with_articles
from models.reading.beside_unseen import as_they_are_seen, as_they_stood
from models.reading.closing_lines import CLOSING
from models.reading.extent import (
    heading_like,
    is_decision,
    masthead_line,
    note_mark,
    note_paragraph,
    number_of,
    plain_text,
    resolution_start,
    section_of,
    without_number,
    without_resolution,
    without_years,
)
from models.reading.lettered import Heads
from models.reading.levels import Lists
from models.reading.lines_in_one import lines_in_one
from models.reading.literals import Literal, end_mark
from models.reading.named_only import said_before
from models.reading.numbered import as_label, as_numbered
from models.reading.opened import OWN_WORDS, as_opened
from models.reading.opened_lines import acts_are_numbered
from models.reading.openings import is_plain_decision, opening
from models.reading.organs import is_enacting
from models.reading.reader import Reader, of_kind
from models.reading.reading import ReadingWarning

_ANNEX = re.compile(
    r"^\s*\[?(?:Annex(?:e|es)?|ANNEX(?:E|ES)?|Appendix|APPENDIX|Enclosure|Anexo|ANEXO|Приложение|ПРИЛОЖЕНИЕ|附件|المرفق)"
    rf"(?:\s+(?:[IVXLC]+|\d{{1,2}}|[A-Z]|{ARABIC_ORDINAL})|\s*{CHINESE})?"
    r"(?:\s*[:.–—-]?\s*(?=[A-Z\[“«0-9])|(?P<alone>[\s\]]*\.?)\s*$)"
)
_LONGEST_ANNEX = 400
_AFTER_ANNEX = ("", ";", ":")  # a title that goes on below, a list that begins
_OF_A_PART = late_pattern(
    r"\W*(?:Annex(?:e|es)?|Appendix|Anexos?|Section|Sección|Part|Partie|Chapter)(?:\s+[IVXLC\d]+\b|\W*$)", re.IGNORECASE
)
_QUOTE = '“"«„'
_GOES_ON = frozenset(";,:")
_BELOW_ORGAN = 3  # so many paragraphs tell whether a resolution begins there
_PARAGRAPHS_OF_A_REPORT = 3  # as many running ones have no masthead


def recognise(draft: Draft, words_alone: Collection[int] = ()) -> tuple[Draft, tuple[ReadingWarning, ...]]:
    """The same paragraphs with kind, level, number and set label decided; nothing is joined or split.

    A literal number or label ("1.", "(a)", "PP5 bis") leaves the runs and becomes `number` or `set_label`, but of those
    that are known to begin with no number, the positions `words_alone`. A text that holds no resolution stays kind
    `text`, save the masthead of a United Nations document. Signs that nobody sees tell nothing, and stay.
    """
    seen = as_they_are_seen(draft.paragraphs)
    read, warnings = _recognised(seen, words_alone)
    return replace(draft, paragraphs=as_they_stood(draft.paragraphs, seen, read)), (*warnings, *lines_in_one(read))


def _recognised(
    paragraphs: tuple[Paragraph, ...], words_alone: Collection[int]
) -> tuple[Sequence[Paragraph], Sequence[ReadingWarning]]:
    """Them with what they are, and what was guessed."""
    numbers = [None if at in words_alone else number_of(one) for at, one in enumerate(paragraphs)]
    start = resolution_start(paragraphs, numbers)
    if start is None:
        return with_articles(without_resolution(paragraphs, numbers)), ()
    read = _above(paragraphs[:start], numbers)
    outside = _outside_cells(paragraphs, without_years(paragraphs, numbers))
    reader = Reader(
        paragraphs,
        outside,
        numbered=acts_are_numbered(paragraphs, outside),
        starred=any("*" in paragraph.text for paragraph in paragraphs[:start]),
        start=start,
    )
    for position in range(start, len(paragraphs)):
        ask()
        read.append(_decide(reader, position))
    return read, reader.warnings


def _above(paragraphs: Sequence[Paragraph], numbers: Sequence[Literal | None]) -> list[Paragraph]:
    """What stands before the resolution: its masthead, or the report it is in, with the headings the file says."""
    read = [masthead_line(paragraph) for paragraph in paragraphs]
    if sum(one.kind is Kind.TEXT for one in read) < _PARAGRAPHS_OF_A_REPORT:
        return read
    heads = False  # whether the next line is text or a heading of it
    for at in range(len(read) - 1, -1, -1):
        if heads and paragraphs[at].kind is Kind.HEADING and read[at].kind is Kind.MASTHEAD:
            read[at] = plain_text(paragraphs[at], numbers[at])
        elif read[at].text.strip():
            heads = read[at].kind is Kind.TEXT
    return read


def _outside_cells(paragraphs: Sequence[Paragraph], numbers: Sequence[Literal | None]) -> list[Literal | None]:
    """The numbers before paragraphs; in a table's cell only one before what reads as a paragraph is such a number.

    Without an opening it also has to count: it is the first, or that before it stands in the table. Elsewhere it is
    what the cell says: "(3) posts", "3. quarter", "OP3 posts", "(3) Posts are funded from voluntary contributions.",
    and so it is behind a name: "New OP5: Urges all".
    """
    found: list[Literal | None] = []
    stood: set[tuple[int, str, int]] = set()
    for paragraph, number in zip(paragraphs, numbers, strict=True):
        if number is None or paragraph.cell is None or paragraph.number is not None or number.style == "bullet":
            found.append(number)
            continue
        if said_before(paragraph.text):
            found.append(None)
            continue
        places = {place for read in (_figure, from_letters, from_roman) if (place := read(number.value)) is not None}
        before = {(paragraph.cell[0], number.style, place - 1) for place in places}
        counts = not places or 1 in places or not stood.isdisjoint(before)
        stood |= {(paragraph.cell[0], number.style, place) for place in places}
        words = paragraph.text[number.end :]
        found.append(number if opening(words) or (counts and _reads_as_paragraph(words)) else None)
    return found


def _figure(value: str) -> int | None:
    return int(value) if value.isdecimal() else None


def _reads_as_paragraph(words: str) -> bool:
    """Whether words begin and end as a paragraph or an item does; a full stop alone is that only of long ones."""
    first = words.lstrip(' [“"*')[:1]
    mark = end_mark(words)
    begins = first.isalpha() and not first.islower()
    return begins and (mark in _GOES_ON or (mark == "." and len(words) >= OWN_WORDS))


def _decide(reader: Reader, position: int) -> Paragraph:
    """The paragraph at a position with what it is."""
    paragraph = reader.paragraphs[position]
    text = paragraph.text
    if not text.strip() and paragraph.kind is not Kind.SECTION:
        return _as_section(reader, position, paragraph) or replace(paragraph, kind=Kind.TEXT)
    for rule in (_as_note, _as_part, as_label, _as_enacting, _as_quote, _as_section, _as_told, as_numbered, as_opened):
        read = rule(reader, position, paragraph)
        if read is not None:
            return read
    return _as_rest(reader, position, paragraph)


def _as_note(reader: Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    note = note_mark(paragraph.text, reader.starred)
    return note_paragraph(paragraph, note) if note else None


def _as_part(reader: Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    """Annexes and closing lines."""
    text = paragraph.text
    if _is_annex(paragraph):
        reader.part, reader.annex, reader.fresh, reader.closed = "annex", True, True, False
        reader.number = reader.preambular = 0
        reader.lists = Lists(style="")
        return of_kind(paragraph, Kind.ANNEX)
    closing = CLOSING.match(text) is not None and len(text) < 3000
    # What the line tells is asked last: it is looked at in many ways, and this is asked of every paragraph.
    if closing or ((reader.closed or _names_meeting(reader, position + 1)) and line_role(text) == "date"):
        reader.closed = True
        return of_kind(paragraph, Kind.CLOSING)
    return None


def _is_annex(paragraph: Paragraph) -> bool:
    text = paragraph.text
    annex = _ANNEX.match(text) if len(text) < _LONGEST_ANNEX and paragraph.cell is None else None
    return annex is not None and (annex["alone"] is not None or end_mark(text) in _AFTER_ANNEX)


def _names_meeting(reader: Reader, position: int) -> bool:
    """Whether there is a paragraph that names the meeting; in Chinese its date stands before it."""
    return position < len(reader.paragraphs) and MEETING.match(reader.paragraphs[position].text) is not None


def _as_enacting(reader: Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    text = paragraph.text
    if is_enacting(text) and not _is_quoted(reader, position) and not _is_listed(reader, position):
        reader.part, reader.fresh, reader.closed, reader.preambular, reader.number = "preamble", True, False, 0, 0
        reader.lists = Lists(style="")
        return of_kind(paragraph, Kind.ENACTING)
    if is_decision(text) or (position == reader.start and is_plain_decision(text)):
        reader.part = "operative"
        return of_kind(paragraph, Kind.OPERATIVE)
    return None


def _is_quoted(reader: Reader, position: int) -> bool:
    """Whether an organ's line is that of a resolution which one that acts quotes, behind its colon, to recommend it."""
    before = reader.before(position) if reader.paragraphs[position].text.lstrip(" [*")[:1] in _QUOTE else None
    return before is not None and reader.part == "operative" and end_mark(before.text) == ":"


def _is_listed(reader: Reader, position: int) -> bool:
    """Whether a line that names an organ is an item of a list: behind another item, or the colon above it where it has
    a number or no resolution begins below."""
    before = reader.before(position) if reader.part == "operative" else None
    mark = end_mark(before.text) if before is not None else ""
    if mark not in (":", ","):
        return False
    return reader.paragraphs[position].number is not None or not _begins_below(reader, position, mark)


def _begins_below(reader: Reader, position: int, mark: str) -> bool:
    """Whether a resolution begins below its organ's line: an opening of its preamble that is known, its number 1, or
    behind a colon what it does, while a list goes on with others and then with the next number."""
    below = (at for at in range(position + 1, len(reader.paragraphs)) if reader.paragraphs[at].text.strip())
    for far, at in enumerate(islice(below, _BELOW_ORGAN)):
        text, found = reader.paragraphs[at].text, reader.literals[at]
        known = opening(text[found.end if found else 0 :])
        if found is not None or is_enacting(text):
            return found is not None and found.value == "1" and known is not None
        if known is not None:
            return known.preambular or (far == 0 and mark == ":")
    return False


def _as_quote(reader: Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    """A quoted block: it begins with a quotation mark after a colon, or goes on from another one."""
    text = paragraph.text.lstrip(" [*")
    if not text or text[0] not in _QUOTE or reader.fresh:
        return None
    known = opening(text) if reader.part == "preamble" else None
    if known is not None and known.preambular:
        return None
    before = reader.before(position)
    follows = before is not None and (end_mark(before.text) == ":" or before.text.lstrip(" [*")[:1] in _QUOTE)
    return replace(paragraph, kind=Kind.QUOTE) if follows or text.rstrip()[-1:] in '”"»' else None


def _as_section(reader: Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    found = section_of(paragraph)
    if found is None or _is_lettered(reader, position, found):
        return None
    reader.fresh = True
    reader.lists = Lists(style="")
    if reader.part == "operative":
        reader.part = "preamble"
    return of_kind(without_number(paragraph, found), Kind.SECTION, 0, found.value)


def _is_lettered(reader: Reader, position: int, found: Literal) -> bool:
    """Whether a section's numeral is the letter of a heading; one that stands alone is a part's."""
    if len(found.value) > 1 or not reader.paragraphs[position].text[found.end :].strip():
        return False
    if reader.heads is None:
        reader.heads = Heads(reader.paragraphs, reader.start, _divides)
    return reader.heads.lettered(position)


def _divides(paragraph: Paragraph) -> bool:
    return is_enacting(paragraph.text) or _is_annex(paragraph)


def _as_told(reader: Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    """A heading that the file calls one, its level and number with it; "1. Decides" is none."""
    found = reader.literals[position]
    if paragraph.kind is not Kind.HEADING or (found is not None and opening(paragraph.text[found.end :]) is not None):
        return None
    reader.fresh = reader.fresh or reader.part == "operative"
    return plain_text(paragraph, found)


def _as_rest(reader: Reader, position: int, paragraph: Paragraph) -> Paragraph:
    """What no phrase and no number tells: by its last mark and its place."""
    text = paragraph.text
    if paragraph.cell is not None:
        return replace(paragraph, kind=Kind.TEXT)
    before = reader.before(position)
    if reader.closed and before is not None and end_mark(before.text) == ":" and CLOSING.match(before.text):
        return of_kind(paragraph, Kind.CLOSING)  # who voted so
    if heading_like(text) and not reader.closed:
        reader.fresh = reader.fresh or reader.part == "operative"
        return of_kind(paragraph, Kind.HEADING)
    first = text.lstrip(' [“"*')[:1]
    capital = first.isalpha() and not first.islower()
    if reader.part == "preamble" and not reader.annex and capital and not _OF_A_PART.match(text):
        mark = end_mark(text)
        if mark == "," or (re.match(r"\W*\w+ing\b", text) and mark in (",", ";")):
            reader.warnings.append(ReadingWarning(position, "kind-guessed", _GUESSED))
            return reader.as_preambular(paragraph)
    return replace(paragraph, kind=Kind.TEXT)


_GUESSED = "The opening of this paragraph is not known; its place and comma made it a preambular paragraph."
