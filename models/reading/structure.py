"""From blocks of text to the structure of a resolution: kinds, levels, numbers and labels of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from models.draft import Draft, Kind, Paragraph, Run, tidy_runs
from models.draft.masthead import line_role
from models.reading.levels import Lists
from models.reading.literals import Literal, bare_digits, end_mark, ends_open, literal, section
from models.reading.openings import is_enacting, opening
from models.reading.reading import ReadingWarning

_ANNEX = re.compile(
    r"^\s*\[?(?:Annex(?:e|es)?|ANNEX(?:E|ES)?|Appendix|APPENDIX|Enclosure|Anexo|ANEXO|Приложение|ПРИЛОЖЕНИЕ|附件|المرفق)"
    r"(?:\s+(?:[IVXLC]+|\d{1,2}|[A-Z]|[一二三四五六七八九十]+))?(?:\s*[:.–—-]?\s*(?=[A-Z\[“«0-9])|\s*$|[\s\]]*$)"
)
_NOTE = re.compile(r"^\s*(?P<mark>\*{1,4})\s+(?=\S)")
_NOTE_WORDS = re.compile(
    r"^(?:On behalf of|Any changes? to the list|Reissued|Second reissue|Third reissue|Au nom (?:de|des)|En nombre de"
    r"|The present (?:document|draft)|Provisional|Late submission|От имени)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^[\s*\[(]*(?:\d[\d ]{0,4}(?:st|nd|rd|th)\s+(?:\(resumed\)\s+)?(?:plenary\s+)?meeting\b"
    r"|\d+e\s+séance\b|\d+ª\s+sesión\b|\d+-е\s+(?:пленарное\s+)?заседание|第\s*\d+\s*次(?:全体)?会议"
    r"|Adopted (?:unanimously|without a vote|by (?:a )?(?:recorded|consensus|acclamation|\d)|at the|on)\b"
    r"|(?:In favour|Against|Abstaining|Abstentions?)\s*:|DONE (?:at|in)\b|IN WITNESS WHEREOF\b)"
)
_AMENDMENT = re.compile(r"amendments?\s+to\s+(?:the\s+)?(?:revised\s+)?draft|^(?:\d+\.\s*)?(?:In|After|Delete|Replace|Insert)\b.*\bparagraphs?\b", re.IGNORECASE)
_QUOTE = "“\"«„"
_HEADING_LENGTH = 250
_MASTHEAD_LINES = 40


@dataclass(slots=True)
class _Reader:
    """Where the reading stands: the part of the text, the lists that are open, what was found."""

    paragraphs: Sequence[Paragraph]
    literals: list[Literal | None]
    starred: bool
    lists: Lists = field(default_factory=Lists)
    part: str = "preamble"
    annex: bool = False
    number: int = 0
    preambular: int = 0
    fresh: bool = True
    closed: bool = False
    warnings: list[ReadingWarning] = field(default_factory=list)


def recognise(draft: Draft) -> tuple[Draft, tuple[ReadingWarning, ...]]:
    """The same paragraphs with kind, level, number and set label decided; nothing is joined or split.

    A literal number or label ("1.", "(a)", "PP5 bis") leaves the runs and becomes `number` or `set_label`. A text that
    holds no resolution stays kind `text`, save the masthead of a United Nations document.
    """
    paragraphs = draft.paragraphs
    start = _start(paragraphs)
    if start is None:
        return replace(draft, paragraphs=_no_resolution(paragraphs)), ()
    read = [_before(paragraph) for paragraph in paragraphs[:start]]
    reader = _Reader(
        paragraphs,
        [_literal(paragraph) for paragraph in paragraphs],
        starred=any("*" in paragraph.text for paragraph in paragraphs[:start]),
    )
    if not is_enacting(paragraphs[start].text):
        reader.part = "fragment"
    for position in range(start, len(paragraphs)):
        read.append(_decide(reader, position))
    return replace(draft, paragraphs=tuple(read)), tuple(reader.warnings)


def _literal(paragraph: Paragraph) -> Literal | None:
    """The number before a paragraph, printed in its text or set by the file's numbering."""
    if paragraph.number is not None:
        text = paragraph.number.strip()
        found = literal(text if text.endswith((".", ")")) else text + ".") or literal(text + " x")
        return replace(found, start=0, end=0) if found else None
    return literal(paragraph.text)


def _start(paragraphs: Sequence[Paragraph]) -> int | None:
    """Where the resolution begins: its organ's line, else the first of several paragraphs that read like one."""
    for position, paragraph in enumerate(paragraphs):
        if is_enacting(paragraph.text) or _decision(paragraph.text):
            return position
    if any(_AMENDMENT.search(paragraph.text) for paragraph in paragraphs):
        return None
    like = [position for position, paragraph in enumerate(paragraphs) if _reads_like_one(paragraph)]
    full = sum(1 for paragraph in paragraphs if paragraph.text.strip())
    if len(like) >= 2 and len(like) * 4 >= full or (like and full == 1):
        return like[0]
    return None


def _decision(text: str) -> bool:
    """A decision in running text: "The General Assembly, taking note of ..., decides ..."."""
    organ, comma, rest = text.strip().partition(",")
    return bool(comma) and len(rest) > 20 and len(organ) < 80 and is_enacting(organ + ",") and (
        re.search(r"\b(?:decides?|takes? note|endorses|approves|adopts|requests|déciden?t?|decide)\b", rest) is not None
        or opening(rest) is not None
    )  # fmt: skip


def _reads_like_one(paragraph: Paragraph) -> bool:
    found = _literal(paragraph)
    if found is not None and found.style == "label":
        return True
    text = paragraph.text[found.end :] if found is not None else paragraph.text
    known = opening(text)
    if known is None or len(text) < 20:
        return False
    mark = end_mark(text)
    return (known.preambular and mark == ",") or (known.operative and mark in (";", ".", ":") and mark != "")


def _no_resolution(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Kind `text` for all, after the masthead where a United Nations document has one."""
    roles = {at: role for at, p in enumerate(paragraphs[:_MASTHEAD_LINES]) if (role := line_role(p.text)) is not None}
    named = set(roles.values())
    end = 0
    if "symbol" in named and named & {"distribution", "session", "agenda_item", "original"}:
        header = [at for at, role in roles.items() if role != "title"]
        end = next((at for at in header if roles[at] == "sponsor_line"), max(header)) + 1
        while end < len(paragraphs) and not paragraphs[end].text.strip():
            end += 1
        if end < len(paragraphs) and _heading_like(paragraphs[end].text) and literal(paragraphs[end].text) is None:
            end += 1
    read = []
    for position, paragraph in enumerate(paragraphs):
        if position < end:
            read.append(_before(paragraph))
        elif note := _note(paragraph.text, starred=end > 0):
            read.append(_note_paragraph(paragraph, note))
        else:
            read.append(_plain_text(paragraph))
    return tuple(read)


def _plain_text(paragraph: Paragraph) -> Paragraph:
    found = _literal(paragraph)
    if found is None or found.style not in ("digit", "digit-paren", "paren") or paragraph.number is not None:
        return replace(paragraph, kind=Kind.TEXT)
    return replace(_stripped(paragraph, found), kind=Kind.TEXT, number=found.number)


def _before(paragraph: Paragraph) -> Paragraph:
    """A paragraph before the organ's line: masthead, save notes with an asterisk and running text."""
    text = paragraph.text.strip()
    if note := _note(text, starred=True):
        return _note_paragraph(paragraph, note)
    running = len(text) > 200 and text.endswith((".", ";")) and line_role(text) is None
    return replace(paragraph, kind=Kind.TEXT if running else Kind.MASTHEAD, level=0)


def _note(text: str, starred: bool) -> re.Match[str] | None:
    """The mark of a sponsors' note: an asterisk that is no bullet."""
    match = _NOTE.match(text)
    if match is None or not (starred or _NOTE_WORDS.match(text[match.end() :])):
        return None
    return match


def _note_paragraph(paragraph: Paragraph, note: re.Match[str]) -> Paragraph:
    offset = len(paragraph.text) - len(paragraph.text.lstrip())
    runs = cut(paragraph.runs, 0, note.end() + (offset if note.start("mark") == 0 else 0))
    return replace(paragraph, kind=Kind.SPONSOR_NOTE, level=0, number=note["mark"], runs=runs)


def cut(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    """The runs without the characters of their text from start to end."""
    kept, at = [], 0
    for run in runs:
        after = at + len(run.text)
        text = run.text[: max(0, start - at)] + run.text[max(0, min(len(run.text), end - at)) :] if after > start and at < end else run.text
        kept.append(run if text == run.text else replace(run, text=text))
        at = after
    return tidy_runs(kept)


def _stripped(paragraph: Paragraph, found: Literal) -> Paragraph:
    return replace(paragraph, runs=cut(paragraph.runs, found.start, found.end)) if found.end else paragraph


def _heading_like(text: str) -> bool:
    bare = text.strip()
    return 0 < len(bare) <= _HEADING_LENGTH and ends_open(bare) and not bare[:1].islower()


def _decide(reader: _Reader, position: int) -> Paragraph:
    """The paragraph at a position with what it is."""
    paragraph = reader.paragraphs[position]
    text = paragraph.text
    if not text.strip():
        return replace(paragraph, kind=Kind.TEXT)
    for rule in (_as_note, _as_part, _as_label, _as_enacting, _as_quote, _as_section, _as_numbered, _as_opened):
        read = rule(reader, position, paragraph)
        if read is not None:
            return read
    return _as_rest(reader, position, paragraph)


def _as_note(reader: _Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    note = _note(paragraph.text, reader.starred)
    return _note_paragraph(paragraph, note) if note else None


def _as_part(reader: _Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    """Annexes and closing lines."""
    text = paragraph.text
    if len(text) < 400 and _ANNEX.match(text) and ends_open(text.replace(";", "")) and paragraph.cell is None:
        reader.part, reader.annex, reader.fresh, reader.closed = "annex", True, True, False
        reader.number = reader.preambular = 0
        reader.lists = Lists()
        return replace(paragraph, kind=Kind.ANNEX, level=0)
    closing = _CLOSING.match(text) is not None and len(text) < 3000
    if closing or (reader.closed and line_role(text) == "date"):
        reader.closed = True
        return replace(paragraph, kind=Kind.CLOSING, level=0)
    return None


def _as_label(reader: _Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    """PP5, OP5 bis, OP10 (a) before a paragraph, as rolling texts print them."""
    found = reader.literals[position]
    if found is None or found.style != "label":
        return None
    if not paragraph.text[found.end :].strip(" []"):
        return replace(paragraph, kind=Kind.HEADING, level=0)
    stripped = _stripped(paragraph, found)
    reader.fresh = False
    if found.sub:
        number = found.sub[-1]
        reader.lists.enter(len(found.sub), number.strip("()"))
        return replace(stripped, kind=Kind.SUBPARAGRAPH, level=len(found.sub), number=number)
    reader.lists = Lists()
    if found.kind == "OP":
        reader.part = "annex" if reader.annex else "operative"
        if not found.suffix:
            reader.number = int(found.value)
        return replace(stripped, kind=Kind.OPERATIVE, level=0, number=found.number)
    reader.preambular += not found.suffix
    expected = f"PP{reader.preambular}"
    label = f"PP{found.number}"
    return replace(stripped, kind=Kind.PREAMBULAR, level=0, set_label=None if label == expected else label)


def _as_enacting(reader: _Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    text = paragraph.text
    if is_enacting(text):
        reader.part, reader.fresh, reader.preambular, reader.number = "preamble", True, 0, 0
        reader.lists = Lists()
        return replace(paragraph, kind=Kind.ENACTING, level=0)
    if _decision(text):
        reader.part = "operative"
        return replace(paragraph, kind=Kind.OPERATIVE, level=0)
    return None


def _as_quote(reader: _Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    """A quoted block: it begins with a quotation mark after a colon, or goes on from another one."""
    text = paragraph.text.lstrip(" [*")
    if text[:1] not in _QUOTE or reader.fresh or is_enacting(text):
        return None
    known = opening(text) if reader.part == "preamble" else None
    if known is not None and known.preambular:
        return None
    before = next((p for p in reversed(reader.paragraphs[:position]) if p.text.strip()), None)
    follows = before is not None and (end_mark(before.text) == ":" or before.text.lstrip(" [*")[:1] in _QUOTE)
    return replace(paragraph, kind=Kind.QUOTE) if follows or text.rstrip()[-1:] in "”\"»" else None


def _as_section(reader: _Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    if paragraph.cell is not None:
        return None
    if paragraph.number is not None:
        found = section(paragraph.number.strip() + ". " + paragraph.text.strip())
        found = replace(found, start=0, end=0) if found else None
    else:
        found = section(paragraph.text)
        if found is not None and found.value.isalpha() and len(found.value) == 1 and found.end == len(paragraph.text):
            return _section(reader, replace(paragraph, kind=Kind.SECTION, level=0, number=found.value, runs=()), found)
    if found is None or opening(paragraph.text[found.end :]) and not _heading_like(paragraph.text):
        return None
    return _section(reader, replace(_stripped(paragraph, found), kind=Kind.SECTION, level=0, number=found.value), found)


def _section(reader: _Reader, paragraph: Paragraph, found: Literal) -> Paragraph:
    reader.fresh = True
    reader.lists = Lists()
    if reader.part == "operative":
        reader.part = "preamble"
    return paragraph


def _as_numbered(reader: _Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    found = reader.literals[position]
    text = paragraph.text
    if found is None and paragraph.number is None:
        bare = bare_digits(text)
        if bare is not None and int(bare.value) == reader.number + 1:
            known = opening(text[bare.end :])
            found = bare if known is not None and known.operative else None
    if found is None:
        return None
    stripped = _stripped(paragraph, found)
    if found.style in ("digit", "digit-paren") and paragraph.level == 0 and not reader.lists.nests(found):
        return _top_level(reader, stripped, found)
    level = reader.lists.level(found, _following(reader, position), paragraph.level)
    reader.fresh = False
    return replace(stripped, kind=Kind.SUBPARAGRAPH, level=level, number=found.number)


def _top_level(reader: _Reader, paragraph: Paragraph, found: Literal) -> Paragraph:
    known = opening(paragraph.text)
    reader.lists = Lists(style=found.style)
    reader.fresh = False
    if reader.part == "preamble" and known and known.preambular and not known.operative and end_mark(paragraph.text) == ",":
        reader.preambular += 1
        return replace(paragraph, kind=Kind.PREAMBULAR, level=0, number=found.number)
    if reader.part != "annex":
        reader.part = "annex" if reader.annex else "operative"
    if not found.suffix:
        reader.number = int(found.value)
    return replace(paragraph, kind=Kind.OPERATIVE, level=0, number=found.number)


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
    italic = next((run.italic for run in paragraph.runs if run.text.strip(" [“\"")), False)
    if mark == "" and not italic and len(text) < _HEADING_LENGTH:
        return None
    preambular = known.preambular and (not known.operative or mark in (",", "，", "،", ""))
    if reader.part in ("preamble", "fragment") and preambular:
        return _preambular(reader, paragraph)
    if preambular and (mark in (",", "，", "،") or reader.fresh) and (reader.part != "annex" or reader.number == 0):
        return _preambular(reader, paragraph)
    if known.operative and (italic or mark in (";", ".", ":", "；", "。")):
        if _formula(reader, position, mark):
            return replace(paragraph, kind=Kind.ENACTING, level=0)
        if reader.annex and not italic:
            return None
        return _operative(reader, paragraph)
    return None


def _formula(reader: _Reader, position: int, mark: str) -> bool:
    """Whether this is the end of the organ's line ("Resolves that:") before paragraphs numbered from 1."""
    following = next((found for found in reader.literals[position + 1 : position + 2] if found), None)
    return mark == ":" and reader.number == 0 and following is not None and following.style == "digit" and following.value == "1"


def _preambular(reader: _Reader, paragraph: Paragraph) -> Paragraph:
    reader.preambular += 1
    reader.lists = Lists()
    reader.fresh = False
    return replace(paragraph, kind=Kind.PREAMBULAR, level=0)


def _operative(reader: _Reader, paragraph: Paragraph) -> Paragraph:
    reader.lists = Lists()
    reader.fresh = False
    reader.number += 1
    reader.part = "annex" if reader.annex else "operative"
    return replace(paragraph, kind=Kind.OPERATIVE, level=0)


def _as_rest(reader: _Reader, position: int, paragraph: Paragraph) -> Paragraph:
    """What no phrase and no number tells: by its last mark and its place."""
    text = paragraph.text
    if paragraph.cell is not None:
        return replace(paragraph, kind=Kind.TEXT)
    if _heading_like(text) and not reader.closed:
        if reader.part == "operative":
            reader.fresh = True
        return replace(paragraph, kind=Kind.HEADING, level=0)
    first = text.lstrip(" [“\"*")[:1]
    capital = first.isalpha() and not first.islower()
    if reader.part == "preamble" and not reader.annex and capital:
        mark = end_mark(text)
        if mark in (",", "，", "،") or re.match(r"\W*\w+ing\b", text) and mark in (",", ";"):
            reader.warnings.append(ReadingWarning(position, "kind-guessed", _GUESSED))
            return _preambular(reader, paragraph)
    return replace(paragraph, kind=Kind.TEXT)


_GUESSED = "The opening of this paragraph is not known; it was taken for a preambular paragraph because of its place and its comma."
