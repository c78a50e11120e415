"""From blocks of text to the structure of a resolution: kinds, levels, numbers and labels of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from models.draft import Draft, Kind, Paragraph
from models.draft.late_pattern import late_pattern
from models.draft.masthead import line_role
from models.reading.extent import (
    heading_like,
    is_decision,
    masthead_line,
    note_mark,
    note_paragraph,
    numbers_of,
    resolution_start,
    without_number,
    without_resolution,
)
from models.reading.levels import Lists
from models.reading.literals import Literal, bare_digits, end_mark, section
from models.reading.openings import is_enacting, is_plain_decision, opening
from models.reading.reading import ReadingWarning

_ANNEX = re.compile(
    r"^\s*\[?(?:Annex(?:e|es)?|ANNEX(?:E|ES)?|Appendix|APPENDIX|Enclosure|Anexo|ANEXO|Приложение|ПРИЛОЖЕНИЕ|附件|المرفق)"
    r"(?:\s+(?:[IVXLC]+|\d{1,2}|[A-Z]|[一二三四五六七八九十]+))?"
    r"(?:\s*[:.–—-]?\s*(?=[A-Z\[“«0-9])|(?P<alone>[\s\]]*\.?)\s*$)"
)
_AFTER_ANNEX = ("", ";", ":")  # a title that goes on below, a list that begins
_OF_A_PART = late_pattern(
    r"\W*(?:Annex(?:e|es)?|Appendix|Anexos?|Section|Sección|Part|Partie|Chapter)(?:\s+[IVXLC\d]+\b|\W*$)", re.IGNORECASE
)
_CLOSING = re.compile(
    r"^[\s*\[(]*(?:\d[\d ]{0,4}(?:st|nd|rd|th)\s+(?:\(resumed\)\s+)?(?:plenary\s+)?meeting\b"
    r"|\d+e\s+séance\b|\d+ª\s+sesión\b|\d+-е\s+(?:пленарное\s+)?заседание|第\s*\d+\s*次(?:全体)?会议"
    r"|Adopted (?:unanimously|without a vote|by (?:a )?(?:recorded|consensus|acclamation|\d)|at the|on)\b"
    r"|(?:In favour|Against|Abstaining|Abstentions?)\s*:|DONE (?:at|in)\b|IN WITNESS WHEREOF\b)"
)
_QUOTE = '“"«„'
_NO_SECTION = frozenset("(0123456789")  # the number of a section begins with none of these
_OPENED_HEADING = 100  # "Supporting developing countries" is a heading, though it opens like a paragraph


@dataclass(slots=True)
class _Reader:
    """Where the reading stands: the part of the text, the lists that are open, what was found."""

    paragraphs: Sequence[Paragraph]
    literals: list[Literal | None]
    starred: bool
    start: int
    lists: Lists = field(default_factory=lambda: Lists(style=""))
    part: str = "preamble"
    annex: bool = False
    number: int = 0
    preambular: int = 0
    head: str = ""
    fresh: bool = True
    closed: bool = False
    warnings: list[ReadingWarning] = field(default_factory=list)


def recognise(draft: Draft) -> tuple[Draft, tuple[ReadingWarning, ...]]:
    """The same paragraphs with kind, level, number and set label decided; nothing is joined or split.

    A literal number or label ("1.", "(a)", "PP5 bis") leaves the runs and becomes `number` or `set_label`. A text that
    holds no resolution stays kind `text`, save the masthead of a United Nations document.
    """
    paragraphs = draft.paragraphs
    start = resolution_start(paragraphs)
    if start is None:
        return replace(draft, paragraphs=without_resolution(paragraphs)), ()
    read = [masthead_line(paragraph) for paragraph in paragraphs[:start]]
    reader = _Reader(
        paragraphs,
        numbers_of(paragraphs),
        starred=any("*" in paragraph.text for paragraph in paragraphs[:start]),
        start=start,
    )
    for position in range(start, len(paragraphs)):
        read.append(_decide(reader, position))
    return replace(draft, paragraphs=tuple(read)), tuple(reader.warnings)


def _decide(reader: _Reader, position: int) -> Paragraph:
    """The paragraph at a position with what it is."""
    paragraph = reader.paragraphs[position]
    text = paragraph.text
    if not text.strip() and paragraph.kind is not Kind.SECTION:
        return replace(paragraph, kind=Kind.TEXT)
    for rule in (_as_note, _as_part, _as_label, _as_enacting, _as_quote, _as_section, _as_numbered, _as_opened):
        read = rule(reader, position, paragraph)
        if read is not None:
            return read
    return _as_rest(reader, position, paragraph)


def _of_kind(paragraph: Paragraph, kind: Kind, level: int = 0, number: str | None = None) -> Paragraph:
    """The paragraph as one of a kind, its number kept unless another is said; `replace` takes twice as long."""
    shown = paragraph.number if number is None else number
    return Paragraph(kind, paragraph.runs, level, shown, paragraph.set_label, paragraph.cell)


def _as_note(reader: _Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    note = note_mark(paragraph.text, reader.starred)
    return note_paragraph(paragraph, note) if note else None


def _as_part(reader: _Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    """Annexes and closing lines."""
    text = paragraph.text
    annex = _ANNEX.match(text) if len(text) < 400 and paragraph.cell is None else None
    if annex is not None and (annex["alone"] or end_mark(text) in _AFTER_ANNEX):
        reader.part, reader.annex, reader.fresh, reader.closed = "annex", True, True, False
        reader.number = reader.preambular = 0
        reader.lists = Lists(style="")
        return _of_kind(paragraph, Kind.ANNEX)
    closing = _CLOSING.match(text) is not None and len(text) < 3000
    if closing or (reader.closed and line_role(text) == "date"):
        reader.closed = True
        return _of_kind(paragraph, Kind.CLOSING)
    return None


def _as_label(reader: _Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    """PP5, OP5 bis, OP10 (a) before a paragraph, as rolling texts print them."""
    found = reader.literals[position]
    if found is None or found.style != "label":
        return None
    if not paragraph.text[found.end :].strip(" []"):
        return _of_kind(paragraph, Kind.HEADING)
    rest = without_number(paragraph, found)
    reader.fresh = False
    if found.sub:
        number, level = found.sub[-1], len(found.sub)
        reader.lists.enter(level, number.strip("()"))
        label = None if reader.head == found.kind + found.number else " ".join([found.kind + found.number, *found.sub])
        return replace(rest, kind=Kind.SUBPARAGRAPH, level=level, number=number, set_label=label)
    reader.lists = Lists()
    reader.head = found.kind + found.number
    if found.kind == "OP":
        reader.part = "annex" if reader.annex else "operative"
        if not found.suffix:
            reader.number = int(found.value)
        return _of_kind(rest, Kind.OPERATIVE, 0, found.number)
    reader.preambular += not found.suffix
    expected = f"PP{reader.preambular}"
    label = f"PP{found.number}"
    return replace(rest, kind=Kind.PREAMBULAR, level=0, set_label=None if label == expected else label)


def _as_enacting(reader: _Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    text = paragraph.text
    if is_enacting(text):
        reader.part, reader.fresh, reader.closed, reader.preambular, reader.number = "preamble", True, False, 0, 0
        reader.lists = Lists(style="")
        return _of_kind(paragraph, Kind.ENACTING)
    if is_decision(text) or (position == reader.start and is_plain_decision(text)):
        reader.part = "operative"
        return _of_kind(paragraph, Kind.OPERATIVE)
    return None


def _as_quote(reader: _Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    """A quoted block: it begins with a quotation mark after a colon, or goes on from another one."""
    text = paragraph.text.lstrip(" [*")
    if not text or text[0] not in _QUOTE or reader.fresh or is_enacting(text):
        return None
    known = opening(text) if reader.part == "preamble" else None
    if known is not None and known.preambular:
        return None
    before = _before(reader, position)
    follows = before is not None and (end_mark(before.text) == ":" or before.text.lstrip(" [*")[:1] in _QUOTE)
    return replace(paragraph, kind=Kind.QUOTE) if follows or text.rstrip()[-1:] in '”"»' else None


def _as_section(reader: _Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    if paragraph.cell is not None:
        return None
    if paragraph.number is not None:
        if paragraph.number[:1] in _NO_SECTION:
            return None
        found = section(paragraph.number.strip().rstrip(".") + ". " + paragraph.text.strip())
        found = found._replace(start=0, end=0) if found else None
    else:
        found = section(paragraph.text)
    if found is None or (opening(paragraph.text[found.end :]) and not heading_like(paragraph.text)):
        return None
    reader.fresh = True
    reader.lists = Lists(style="")
    if reader.part == "operative":
        reader.part = "preamble"
    return _of_kind(without_number(paragraph, found), Kind.SECTION, 0, found.value)


def _as_numbered(reader: _Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    found = reader.literals[position]
    text = paragraph.text
    if found is None and paragraph.number is None:
        bare = bare_digits(text)
        if bare is not None and int(bare.value) == reader.number + 1:
            known = opening(text[bare.end :])
            found = bare if known is not None and known.operative else None
        if found is not None:
            reader.warnings.append(ReadingWarning(position, "number-guessed", _NUMBER_GUESSED.format(found.number)))
    if found is None:
        return None
    rest = without_number(paragraph, found)
    known = opening(rest.text)
    top = paragraph.level == 0 or (known is not None and known.operative)
    acts = reader.part == "preamble" and known is not None and known.operative and not known.preambular
    if found.style in ("digit", "digit-paren") and top and (acts or not reader.lists.nests(found)):
        return _top_level(reader, position, rest, found)
    if found.style == "paren" and found.value.isdigit() and not reader.lists.last and _recital(reader, rest):
        return replace(_preambular(reader, rest), number=found.number)
    level = reader.lists.level(found, _following(reader, position), paragraph.level)
    reader.fresh = False
    number = f"{found.value}) {found.suffix}".strip() if found.style == "digit-paren" else found.number
    return _of_kind(rest, Kind.SUBPARAGRAPH, level, number)


def _recital(reader: _Reader, paragraph: Paragraph) -> bool:
    """Whether a paragraph numbered "(1)" is one of the preamble, as some bodies number them."""
    known = opening(paragraph.text)
    opens = known is not None and known.preambular and not known.operative
    return reader.part == "preamble" and opens and end_mark(paragraph.text) in (",", "，", "،")


def _top_level(reader: _Reader, position: int, paragraph: Paragraph, found: Literal) -> Paragraph:
    known = opening(paragraph.text)
    if not (known and known.operative) and _quoted_number(reader, position, found):
        return _of_kind(paragraph, Kind.QUOTE, 0, found.number)
    reader.lists = Lists(style=found.style)
    reader.fresh = False
    if (
        reader.part == "preamble"
        and known
        and known.preambular
        and not known.operative
        and end_mark(paragraph.text) == ","
    ):
        reader.preambular += 1
        return _of_kind(paragraph, Kind.PREAMBULAR, 0, found.number)
    if reader.part != "annex":
        reader.part = "annex" if reader.annex else "operative"
    if not found.suffix:
        reader.number = int(found.value)
    return _of_kind(paragraph, Kind.OPERATIVE, 0, found.number)


def _quoted_number(reader: _Reader, position: int, found: Literal) -> bool:
    """Whether a number belongs to a text quoted after a colon: out of sequence, and the sequence goes on after it."""
    if found.suffix or reader.fresh or int(found.value) in (1, reader.number + 1):
        return False
    before = _before(reader, position)
    if before is None or end_mark(before.text) != ":":
        return False
    later = (after for after in reader.literals[position + 1 :] if after is not None and after.style == "digit")
    return any(int(after.value) == reader.number + 1 for after in later)


def _before(reader: _Reader, position: int) -> Paragraph | None:
    """The paragraph with words before a position."""
    paragraphs = reader.paragraphs
    return next((paragraphs[at] for at in range(position - 1, -1, -1) if paragraphs[at].text.strip()), None)


def _following(reader: _Reader, position: int) -> Literal | None:
    """The next number of the same style, before the next paragraph of the top level."""
    own = reader.literals[position]
    for later in range(position + 1, len(reader.paragraphs)):
        found = reader.literals[later]
        if found is None:
            continue
        if found.style in ("digit", "label") and reader.paragraphs[later].level == 0:
            return None
        if own is not None and found.style == own.style:
            return found
    return None


def _as_opened(reader: _Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    """An unnumbered paragraph that opens with a known phrase."""
    text = paragraph.text
    known = opening(text)
    if known is None or (paragraph.cell is not None and len(text) < 40):
        return None
    mark = end_mark(text)
    italic = next((run.italic for run in paragraph.runs if run.text.strip(' [“"')), False)
    if mark == "" and not italic and len(text) < _OPENED_HEADING:
        return None
    preambular = known.preambular and (not known.operative or mark in (",", "，", "،", ""))
    if reader.part == "preamble" and preambular:
        return _preambular(reader, paragraph)
    if preambular and (mark in (",", "，", "،") or reader.fresh) and (reader.part != "annex" or reader.number == 0):
        return _preambular(reader, paragraph)
    if known.operative and (italic or mark in (";", ".", ":", "；", "。")):
        if _formula(reader, position, mark):
            return _of_kind(paragraph, Kind.ENACTING)
        if reader.annex and not italic:
            return None
        return _operative(reader, paragraph)
    return None


def _formula(reader: _Reader, position: int, mark: str) -> bool:
    """Whether this is the end of the organ's line ("Resolves that:") before paragraphs numbered from 1."""
    following = next((found for found in reader.literals[position + 1 : position + 2] if found), None)
    return (
        mark == ":"
        and reader.number == 0
        and following is not None
        and following.style == "digit"
        and following.value == "1"
    )


def _preambular(reader: _Reader, paragraph: Paragraph) -> Paragraph:
    reader.preambular += 1
    reader.lists = Lists()
    reader.fresh = False
    return _of_kind(paragraph, Kind.PREAMBULAR)


def _operative(reader: _Reader, paragraph: Paragraph) -> Paragraph:
    reader.lists = Lists()
    reader.fresh = False
    reader.number += 1
    reader.part = "annex" if reader.annex else "operative"
    return _of_kind(paragraph, Kind.OPERATIVE)


def _as_rest(reader: _Reader, position: int, paragraph: Paragraph) -> Paragraph:
    """What no phrase and no number tells: by its last mark and its place."""
    text = paragraph.text
    if paragraph.cell is not None:
        return replace(paragraph, kind=Kind.TEXT)
    if heading_like(text) and not reader.closed:
        if reader.part == "operative":
            reader.fresh = True
        return _of_kind(paragraph, Kind.HEADING)
    first = text.lstrip(' [“"*')[:1]
    capital = first.isalpha() and not first.islower()
    if reader.part == "preamble" and not reader.annex and capital and not _OF_A_PART.match(text):
        mark = end_mark(text)
        if mark in (",", "，", "،") or (re.match(r"\W*\w+ing\b", text) and mark in (",", ";")):
            reader.warnings.append(ReadingWarning(position, "kind-guessed", _GUESSED))
            return _preambular(reader, paragraph)
    return replace(paragraph, kind=Kind.TEXT)


_GUESSED = "The opening of this paragraph is not known; its place and comma made it a preambular paragraph."
_NUMBER_GUESSED = "The number of this paragraph is not printed cleanly; it was read as {}."
