"""Where a resolution begins in a text, what stands before it, and texts that hold none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from models.draft import Kind, Paragraph, Run, tidy_runs
from models.draft.columns import begins_chinese
from models.draft.late_pattern import late_pattern
from models.draft.masthead_lines import line_role
from models.draft.numbering import section_value
from models.draft.ordinals import as_roman
from models.reading.literals import Literal, end_mark, ends_open, literal, section
from models.reading.opened_lines import plainly_opens
from models.reading.openings import is_plain_decision, opening, words_begin
from models.reading.organs import is_enacting

_NOTE = re.compile(r"^\s*(?P<mark>\*{1,4})\s+(?=\S)")
_NOTE_WORDS = late_pattern(
    r"^(?:On behalf of|Any changes? to the list|Reissued|Second reissue|Third reissue|The present (?:document|draft)"
    r"|Provisional|Late submission|Au nom d|Toute modification (?:de|à) la liste|Nouveau tirage"
    r"|Le présent (?:document|projet)|En nombre de|(?:Cualquier|Todo) cambio en la lista|Los cambios que"
    r"|Publicad[oa] nuevamente|El presente (?:documento|proyecto)"
    r"|От имени|Любые изменения в списке|Переиздан|Выпущен[оа]? повторно|Настоящ(?:ий|ее) (?:документ|проект)"
    r"|باسم|بالنيابة عن|أي تغيير|أعيد إصدار|صدر هذا|هذه الوثيقة|代表|提案国名单|因技术原因|重新印发|本(?:文件|草案))",
    re.IGNORECASE,
)
_AMENDMENT = late_pattern(
    r"amendments?\s+to\s+(?:the\s+)?(?:revised\s+)?draft|^(?:\d+\.\s*)?(?:In|After|Delete|Replace|Insert)\b.*\bparagraphs?\b",
    re.IGNORECASE,
)
_HEADING_LENGTH = 250
_AND_MORE = late_pattern(r"(?:^|[\s\]])(?:and|or|et|ou|y|o|и|или|و|أو)[\s\])]*$")
_FIGURES, _CAPITALS, _SMALL = re.compile(r"\d+"), re.compile(r"[A-Z]+"), re.compile(r"[a-z]+")
_WORD = late_pattern(r"[^\W\d_]{2}")
_MASTHEAD_LINES = 40
_BEFORE_ONE_MORE = 9  # as 900 comes before a number of four digits
_LONGEST_NUMBER = 5  # digits
_LONGEST_ORGAN = 80
_SHORTEST, _SHORTEST_CHINESE = 20, 7  # letters of a paragraph that tells of a resolution
_NO_SECTION = frozenset("(0123456789")  # the number of a section begins with none of these
_PLAIN_NUMBERS = ("digit", "digit-paren", "paren")
_SECTION_LINES = 3  # its number, its heading, and another line of that
_DECIDES = late_pattern(r"\b(?:decides?|takes? note|endorses|approves|adopts|requests|déciden?t?|decide)\b")
CONTENTS = "(?:Table of )?contents|Table des matières|Índice|Содержание|المحتويات|目录"
"""What stands above a table of contents."""
_CONTENTS = re.compile(rf"\t\s*\d+$|^(?:{CONTENTS})$", re.IGNORECASE)


_ARABIC_WORD = " ا"
"""What “’1‘” is a number before."""


def number_of(paragraph: Paragraph) -> Literal | None:
    """The number before a paragraph, printed in its text or set by the file's numbering."""
    if paragraph.number is not None:
        text = paragraph.number.strip()
        if text.isdecimal() and text.isascii() and len(text) <= _LONGEST_NUMBER:
            return Literal("digit", text, text, 0, 0)
        ends = (".", "、") if not text.endswith((".", ")")) else ("",)  # Chinese figures stand before "、"
        found = next(filter(None, (literal(text + end) for end in (*ends, " x", _ARABIC_WORD))), None)
        return found._replace(start=0, end=0) if found else None
    return literal(paragraph.text)


def without_years(paragraphs: Sequence[Paragraph], numbers: Sequence[Literal | None]) -> list[Literal | None]:
    """The number before each paragraph; four digits or more are a year unless those before come near it."""
    found: list[Literal | None] = []
    last = 0
    for paragraph, number in zip(paragraphs, numbers, strict=True):
        if number is not None and number.style in ("digit", "digit-paren"):
            many = len(number.value) - 2
            if paragraph.number is None and many > 1 and last < _BEFORE_ONE_MORE * 10**many:
                number = None
            else:
                last = int(number.value)
        found.append(number)
    return found


def resolution_start(paragraphs: Sequence[Paragraph], numbers: Sequence[Literal | None]) -> int | None:
    """Where the resolution begins: its organ's line, else the first of several paragraphs that read like one.

    Where each section has an organ's line of its own it begins with the number of the first. `numbers` stand before
    the paragraphs.
    """
    running = False
    for position, paragraph in enumerate(paragraphs):
        text = paragraph.text.strip()
        if is_enacting(text) and not _heads_page(paragraphs, position):
            begun = _begins_within_one(paragraphs[:position], numbers)
            return _first_section(paragraphs, position) if begun is None else begun
        if is_decision(text) or (not running and is_plain_decision(text)):
            return position
        running = running or text.endswith(".")
    if any(_is_amendment(paragraph.text) for paragraph in paragraphs):
        return None
    like = [at for at, one in enumerate(zip(paragraphs, numbers, strict=True)) if _reads_like_one(*one)]
    full = sum(1 for paragraph in paragraphs if paragraph.text.strip())
    if (len(like) >= 2 and len(like) * 4 >= full) or (like and full == 1):
        return like[0]
    # Where no end is written, most have to open so.
    opened = [
        at
        for at, one in enumerate(paragraphs)
        if one.cell is None and not end_mark(one.text) and plainly_opens(one.text)
    ]
    return opened[0] if len(opened) >= 2 and len(opened) * 2 > full else None


def _begins_within_one(above: Sequence[Paragraph], numbers: Sequence[Literal | None]) -> int | None:
    """Where a text begins that begins with a paragraph of a resolution, above another's organ's line; else None."""
    first = next((at for at, paragraph in enumerate(above) if paragraph.text.strip()), None)
    return first if first is not None and _reads_like_one(above[first], numbers[first]) else None


def _is_amendment(text: str) -> bool:
    bare = text.casefold()  # to look for a part of its words first takes a tenth of the time
    return ("amendment" in bare or "paragraph" in bare) and _AMENDMENT.search(text) is not None


def _heads_page(paragraphs: Sequence[Paragraph], organ: int) -> bool:
    """Whether an organ's bare name heads the page: masthead lines follow it, and then the organ's line.

    Where a language has no article, "Генеральная Ассамблея" may be either.
    """
    if line_role(paragraphs[organ].text) != "organ":
        return False
    below = [paragraph.text for paragraph in paragraphs[organ + 1 : organ + 1 + _MASTHEAD_LINES]]
    line = next((at for at, text in enumerate(below) if is_enacting(text)), 0)
    return any(line_role(text) not in (None, "organ") for text in below[:line])


def _first_section(paragraphs: Sequence[Paragraph], organ: int) -> int:
    """Where section I stands, if only its heading parts it from the organ's line and there is a section II below."""
    full = [at for at in range(organ) if paragraphs[at].text.strip() or paragraphs[at].number]
    for at in reversed(full[-_SECTION_LINES:]):
        if _is_section(paragraphs[at], 1):
            return at if any(_is_section(below, 2) for below in paragraphs[organ + 1 :]) else organ
        if not heading_like(paragraphs[at].text):
            break
    return organ


def _is_section(paragraph: Paragraph, place: int) -> bool:
    found = section_of(paragraph)
    return found is not None and section_value(as_roman(found.value), place - 1) == place


def section_of(paragraph: Paragraph) -> Literal | None:
    """The number of a section that a paragraph heads, printed in its text or set by the file's numbering."""
    if paragraph.cell is not None:
        return None
    if paragraph.number is None:
        found = section(paragraph.text)
    elif paragraph.number[:1] in _NO_SECTION:
        return None
    else:
        found = section(paragraph.number.strip().rstrip(".") + ". " + paragraph.text.strip())
        found = found._replace(start=0, end=0) if found else None
    if found is None or (opening(paragraph.text[found.end :]) and not heading_like(paragraph.text)):
        return None
    return found


def is_decision(text: str) -> bool:
    """A decision in running text: "The General Assembly, taking note of ..., decides ..."."""
    bare = text.strip()
    organ = bare.find(",", 0, _LONGEST_ORGAN) + 1
    if not organ or len(bare) - organ <= 20 or not is_enacting(bare[:organ]):
        return False
    rest = bare[organ:]
    return _DECIDES.search(rest) is not None or opening(rest) is not None


def _reads_like_one(paragraph: Paragraph, found: Literal | None) -> bool:
    if found is not None and found.style == "label":
        return True
    text = paragraph.text[found.end :] if found is not None else paragraph.text
    known = opening(text)
    chinese = begins_chinese(text[words_begin(text) :])
    if known is None or len(text) < (_SHORTEST_CHINESE if chinese else _SHORTEST):
        return False
    mark = end_mark(text)
    if known.preambular and mark == ",":
        return True
    # Sentences of Chinese letters begin so, too: “请查收附件。”
    return known.operative and mark in ((";",) if chinese else (";", ".", ":"))


def without_resolution(paragraphs: Sequence[Paragraph], numbers: Sequence[Literal | None]) -> tuple[Paragraph, ...]:
    """Kind `text` for all, after the masthead where a United Nations document has one; `numbers` stand before them."""
    roles = {at: role for at, p in enumerate(paragraphs[:_MASTHEAD_LINES]) if (role := line_role(p.text)) is not None}
    named = set(roles.values())
    end = 0
    if "symbol" in named and named & {"distribution", "session", "agenda_item", "original"}:
        header = [at for at, role in roles.items() if role != "title"]
        end = next((at for at in header if roles[at] == "sponsor_line"), max(header)) + 1
        while end < len(paragraphs) and not paragraphs[end].text.strip():
            end += 1
        if end < len(paragraphs) and heading_like(paragraphs[end].text) and literal(paragraphs[end].text) is None:
            end += 1
    read = []
    for position, paragraph in enumerate(paragraphs):
        if position < end:
            read.append(masthead_line(paragraph))
        elif note := note_mark(paragraph.text, starred=end > 0):
            read.append(note_paragraph(paragraph, note))
        else:
            read.append(plain_text(paragraph, numbers[position]))
    return tuple(read)


def plain_text(paragraph: Paragraph, found: Literal | None) -> Paragraph:
    number, runs = paragraph.number, paragraph.runs
    kind = Kind.HEADING if paragraph.kind is Kind.HEADING else Kind.TEXT
    if found is not None and number is None and len(found.value) <= 3 and found.style in _PLAIN_NUMBERS:
        number, runs = found.number, cut(runs, found.start, found.end) if found.end else runs
    elif paragraph.kind is kind:
        return paragraph
    return Paragraph(kind, runs, paragraph.level, number, paragraph.set_label, paragraph.cell)


def masthead_line(paragraph: Paragraph) -> Paragraph:
    """A paragraph before the organ's line: masthead, save notes with an asterisk and running text."""
    text = paragraph.text.strip()
    if note := note_mark(text, starred=True):
        return note_paragraph(paragraph, note)
    if _CONTENTS.search(text):
        return replace(paragraph, kind=Kind.TEXT, level=0)
    running = len(text) > 200 and text.endswith((".", ";")) and line_role(text) is None
    return replace(paragraph, kind=Kind.TEXT if running else Kind.MASTHEAD, level=0)


def note_mark(text: str, starred: bool) -> re.Match[str] | None:
    """The mark of a sponsors' note: an asterisk that is no bullet."""
    match = _NOTE.match(text) if text.lstrip().startswith("*") else None
    if match is None or not (starred or _NOTE_WORDS.match(text[match.end() :])):
        return None
    return match


def note_paragraph(paragraph: Paragraph, note: re.Match[str]) -> Paragraph:
    offset = len(paragraph.text) - len(paragraph.text.lstrip())
    runs = cut(paragraph.runs, 0, note.end() + (offset if note.start("mark") == 0 else 0))
    return replace(paragraph, kind=Kind.SPONSOR_NOTE, level=0, number=note["mark"], runs=runs)


def cut(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    """The runs without the characters of their text from start to end."""
    kept: list[Run] = []
    at = 0
    for run in runs:
        if at >= end:
            kept.append(run)
            continue
        kept.append(replace(run, text=run.text[: max(0, start - at)] + run.text[end - at :]))
        at += len(run.text)
    return tidy_runs(kept)


def without_number(paragraph: Paragraph, found: Literal) -> Paragraph:
    return replace(paragraph, runs=cut(paragraph.runs, found.start, found.end)) if found.end else paragraph


def heading_like(text: str) -> bool:
    bare = text.strip()
    if not 0 < len(bare) <= _HEADING_LENGTH or not ends_open(bare) or bare[:1].islower():
        return False
    # Numbers of pages and jobs, running heads.
    return _WORD.search(bare) is not None and line_role(bare) not in ("symbol", "date")


def reads_as_heading(paragraph: Paragraph) -> bool:
    """Whether what a file calls a heading is one by its own words: clauses stand in such a style too, lines of tables.

    A heading ends without a mark; a clause with one, or with the word before the next ("by the fund] or").
    """
    bare = paragraph.text.strip()
    if not bare or len(bare) > _HEADING_LENGTH or paragraph.cell is not None:
        return False
    return end_mark(bare) in ("", "?", "!") and _AND_MORE.search(bare) is None


def with_told_headings(paragraphs: Sequence[Paragraph], told: Mapping[int, tuple[int, str]]) -> list[Paragraph]:
    """The paragraphs with those as headings that a file calls so and that read so, their level with them.

    `told` are level and style by position, in order. What stands in one style between two headings above it, its
    numbers of one sort, is a clause where most of it is: "3. Terms of use" between "2. The Bureau shall meet." and
    "4. It shall report."
    """
    read, beside = list(paragraphs), dict[tuple[int, str, str], list[int]]()
    runs: list[tuple[int, list[int]]] = []
    for at, (level, style) in told.items():
        if not paragraphs[at].text.strip() or paragraphs[at].cell is not None:
            continue
        beside = {key: run for key, run in beside.items() if key[0] <= level}
        kin = level, style, _sort_of_number(paragraphs[at])
        if kin not in beside:
            beside[kin] = []
            runs.append((level, beside[kin]))
        beside[kin].append(at)
    for level, run in runs:
        heads = [at for at in run if reads_as_heading(paragraphs[at])]
        if 2 * len(heads) >= len(run):
            for at in heads:
                read[at] = replace(read[at], kind=Kind.HEADING, level=level)
    return read


def _sort_of_number(paragraph: Paragraph) -> str:
    """A number with the same figure and letter for all: "1.1" of "13.4", "(a)" of "(c)"; "" for none."""
    found = number_of(paragraph) or section_of(paragraph)
    shown = found.number if found is not None else (paragraph.number or "").strip(" .")
    shown = _FIGURES.sub("1", shown)
    return _SMALL.sub("a", _CAPITALS.sub("A", shown))
