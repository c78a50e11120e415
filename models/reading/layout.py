"""Cuts a text into pieces, one for each paragraph, note or line of the masthead: blank lines, wrapped lines, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from models.draft.columns import begins_chinese
from models.draft.masthead_lines import line_role, names_meeting
from models.draft.plain_letters import TO_RAISED
from models.draft.unseen_signs import as_seen
from models.reading.broken_words import SOFT, SUSPENDED, BrokenWords
from models.reading.closing_lines import CLOSING
from models.reading.full_lines import divides, is_abbreviated, names_organ_only, title_goes_on
from models.reading.inline import without_marks
from models.reading.labels import counts_on, label_before
from models.reading.literals import Literal, end_mark, ends_open, literal
from models.reading.opened_lines import begins_in_small_letters, begins_paragraph
from models.reading.openings import opening
from models.reading.organs import is_enacting
from models.reading.pipe_tables import table_in
from models.reading.sponsor_lines import sponsors_go_on, sponsors_in
from models.reading.stands_alone import stands_alone
from models.reading.told import Told, taken_from
from models.reading.wrapped import BULLET, FULL, reach, wrap_width

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# Raised figures as HTML and as Pandoc write them.
_RAISED_TAG = re.compile(r"<sup>\s*(?P<tag>\d{1,3})\s*</sup>|\^(?P<sign>\d{1,3})\^", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"^\s*\{:[^{}]*\}\s*$")
_CONTENTS = re.compile(r"^\s*[*-]\s+TOC\s*$")
_RULE = re.compile(r"^\s*(?:[_*=–—-]\s?){3,}$")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(?=\S)")
_REFERENCE = re.compile(r"^\s{0,3}\[(?P<label>[^\]^][^\]]*)\]:\s+(?P<target>\S+)(?:\s+[\"'(].*[\"')])?\s*$")
_LINK = re.compile(r"\[(?P<text>[^\[\]]*)\]\((?P<target>[^()\s]*[/.#][^()\s]*)\)")
_REFERENCE_LINK = re.compile(r"\[(?P<text>[^\[\]]+)\]\[(?P<label>[^\[\]]*)\]")
NOTE_START = re.compile(
    r"^\s*(?:\[\^(?P<mark>[^\]\s]{1,12})\]:|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?=\s*[^\s⁰¹²³⁴⁵⁶⁷⁸⁹]))\s*"
)
_TOLD = re.compile(r"\0(\d+)\0")
_NUMBERED = frozenset({"digit", "digit-paren", "paren", "half", "label"})
_WITHOUT_CAPITALS = re.compile("[а-яё\u0620-\u064a\u4e00-\u9fff]")
_TOP = frozenset({"digit", "label"})
_ARABIC = re.compile("[\u0620-\u064a]")
_RUNNING = re.compile(r"[;:,]\s+(?:(?:and|or)\s+)?\([a-z]{1,5}\)\s")


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph of the source with its Markdown signs; `level` from the indentation of a list, else 0.

    `told` is what a file of ours says itself of a paragraph or a note: nothing of it is guessed, joined or parted.
    `cell` is the place of a cell of a table: table, row, column.
    """

    text: str
    level: int = 0
    warnings: tuple[tuple[str, str], ...] = ()
    told: Told | None = None
    cell: tuple[int, int, int] | None = None

    @property
    def settled(self) -> bool:
        """Whether where it begins and ends is known, so that nothing joins or parts it."""
        return self.told is not None or self.cell is not None


def pieces(text: str, broken: BrokenWords) -> list[Piece]:
    """The paragraphs of a text in order, Markdown's headings, comments and link targets left out."""
    text, told = taken_from(re.sub(r"\r\n?", "\n", text))
    text = _RAISED_TAG.sub(lambda match: (match["tag"] or match["sign"]).translate(TO_RAISED), text)
    text = _COMMENT.sub("", re.sub(r"\r\n?|[\v\u2028\u2029\x85]", "\n", text.lstrip("\ufeff")).replace("\f", "\n\n"))
    lines, targets = _lines(text)
    blocks = list(_blocks(lines))
    width = wrap_width(lines, blocks)
    found: list[Piece] = []
    before = True
    tables = 0
    for block in blocks:
        if told and (place := _TOLD.fullmatch(block[0])):
            found.append(_piece_told(told[int(place[1])]))
            before = before and not is_enacting(found[-1].text)
            continue
        text_lines, rows = table_in(block)
        for lines_of_one in _paragraphs(text_lines, width, before):
            piece = _piece(lines_of_one, width, broken)
            before = before and not _is_below_masthead(lines_of_one)
            if piece.text:
                found.append(_without_links(piece, targets))
        found += [
            _without_links(Piece(cell, cell=(tables, row, column)), targets)
            for row, cells in enumerate(rows)
            for column, cell in enumerate(cells)
        ]
        tables += bool(rows)
    return _set_in_alike(found)


def _set_in_alike(pieces: list[Piece]) -> list[Piece]:
    """The pieces with their levels counted from the least that a number as "1." has: Word sets all of these in."""
    numbered = (
        one.level for one in pieces if one.told is None and (found := literal(one.text)) and found.style in _TOP
    )
    least = min(numbered, default=0)
    return [replace(one, level=max(0, one.level - least)) if one.level else one for one in pieces] if least else pieces


def _piece_told(told: Told) -> Piece:
    one = told.paragraph or told.note
    return Piece(one.text if one is not None else "", told=told)


def _lines(text: str) -> tuple[list[str], dict[str, str]]:
    """The lines that are text, and the targets of links by label."""
    targets: dict[str, str] = {}
    kept: list[str] = []
    for line in text.split("\n"):
        if match := _REFERENCE.match(line):
            if re.search(r"[/.#]", match["target"]):
                targets[match["label"].casefold()] = match["target"]
                continue
        elif _ATTRIBUTES.match(line) or _CONTENTS.match(line):
            continue
        elif _RULE.match(line) or not as_seen(line).strip():
            line = ""
        kept.append(line.rstrip())
    return kept, targets


def is_wrapped(text: str) -> bool:
    """Whether the lines of a text end where a column ends, not where its paragraphs do."""
    lines = _lines(text)[0]
    return wrap_width(lines, list(_blocks(lines))) is not None


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []


def _paragraphs(block: list[str], width: int | None, before: bool) -> Iterator[list[str]]:
    """The lines of a block, grouped by paragraph; `before` the text itself each masthead line stands alone."""
    before = before and bool(block) and not _is_below_masthead(block)
    sponsors = sponsors_in(block, width) if before and width is not None else range(0)
    group: list[str] = []
    for at, line in enumerate(block):
        if group and (at == sponsors.start if at in sponsors else _begins(group, line, width, before)):
            yield group
            before = before and not _is_below_masthead(group)
            group = []
        group.append(line)
    if group:
        yield group


def _is_below_masthead(lines: list[str]) -> bool:
    """Whether some lines are the organ's line, or begin as a paragraph of a resolution: none of the masthead does.

    A title may open so, but it ends without a mark.
    """
    first = without_marks(lines[0])
    number = literal(first)
    if number is not None:
        return number.style in _NUMBERED
    if len(lines) == 1 and is_enacting(first):
        return True
    small = first.lstrip('[“"')[:1].islower()
    return end_mark(without_marks(lines[-1])) != "" and not small and opening(first) is not None


def _begins(group: list[str], line: str, width: int | None, before: bool) -> bool:
    """Whether a line begins a new paragraph after the lines of the one before."""
    last, this = without_marks(group[-1]), without_marks(line)
    alone = stands_alone(this)
    if len(group) == 1 and not alone and label_before(this) is None and stands_alone(last, this):
        return False
    if _HEADING.match(line) or _HEADING.match(group[-1]) or NOTE_START.match(line):
        return True
    if group[-1].endswith("\\"):
        return False
    full = width is not None and reach(group[-1], this) >= width * FULL
    if alone:
        return not (full and last[-1:].isalpha())  # "under Article / 14."
    if before and (line_role(this) or line_role(last)):
        return not (full and (sponsors_go_on(without_marks(group[0]), last, this) or title_goes_on(last, this)))
    if width is None:
        goes_on = this[:1].islower() and ends_open(last) and literal(this) is None
        return not goes_on or begins_in_small_letters(last, this)
    if len(group) == 1 and is_enacting(last):
        return True
    if is_enacting(this) and not (full and names_organ_only(this, before)):
        return True
    if NOTE_START.match(group[0]) and last.endswith(".") and this[:1].islower():
        return True  # the note ended the page; the paragraph before it goes on
    if end_mark(last) == "." and (names_meeting(this) or line_role(this) == "date" or CLOSING.match(this)):
        return True  # at which meeting it was adopted, and when: in Chinese the date comes first
    abbreviated = is_abbreviated(last, this)
    closed = not ends_open(last) and not abbreviated
    number = literal(this)
    if closed and divides(last, this):
        return True
    listed = end_mark(last) != "" and not abbreviated  # as "; and" is before the last item
    if listed and ((number is not None and not (full and runs_on(number, " ".join(group)))) or BULLET.match(line)):
        return True
    if closed and counts_on(label_before(without_marks(group[0])), label_before(this)):
        return True
    bare = this.lstrip('[“"')
    large = _begins_large(bare) or (end_mark(last) == ";" and _WITHOUT_CAPITALS.match(bare) is not None)
    # Behind a paragraph with a number comes one with a number, too; within it there may be several sentences.
    within = number is None and end_mark(last) != ";" and reach(group[-1], this) > width and _is_numbered(group[0])
    known = opening(this) if closed and large else None
    if known is not None and (end_mark(last) in (",", ";", ":") or (end_mark(last) == "." and known.operative)):
        return not within  # no paragraph before one of the preamble is a sentence of its own
    if begins_in_small_letters("" if closed else last, this) and reach(group[-1], this) <= width:
        return True  # there was room for its first word
    return not full or (not closed and not within and begins_paragraph(this))


def _is_numbered(line: str) -> bool:
    """Whether a line begins with the number of a paragraph that acts."""
    found = literal(without_marks(line))
    return found is not None and found.style in _TOP and found.kind != "PP"


def _begins_large(line: str) -> bool:
    """Whether a line begins with a capital, or, in Arabic, which has none, with a word that opens a PP by itself:
    “وإذ” seldom stands within one."""
    known = opening(line.split(maxsplit=1)[0]) if _ARABIC.match(line) else None
    return line[:1].isupper() or (known is not None and known.preambular)


def runs_on(number: Literal, above: str) -> bool:
    """Whether an item belongs to a list that runs on in the lines of a paragraph: "by: (i) ...; (ii) ..."."""
    return number.style == "paren" and _RUNNING.search(above) is not None


def _piece(lines: list[str], width: int | None, broken: BrokenWords) -> Piece:
    """One piece of the lines of a paragraph."""
    text = ""
    for line in lines:
        bare = _HEADING.sub("", line).strip() if _HEADING.match(line) else line.strip()
        bare = re.sub(r"\s+#+$", "", bare) if _HEADING.match(line) else bare
        if text.endswith("\\"):
            text = text[:-1].rstrip()
        text = run_on(text, bare, broken) if text else bare
    indent = len(lines[0].expandtabs(4)) - len(lines[0].expandtabs(4).lstrip())
    item = literal(text) or BULLET.match(text)
    return Piece(text.removesuffix("\\"), indent // 4 if item and width is None else 0)


def run_on(above: str, below: str, broken: BrokenWords) -> str:
    """Two lines of a paragraph in one; a soft hyphen between them only broke a word, as those of `broken` did."""
    if re.search(rf"\w{SOFT}$", above[-_END:]) or (above.endswith("-") and broken.breaks(above[:-1], below)):
        return above[:-1] + below
    return above + between(above, below) + below


_END = 3
"""How many letters tell of the end of a line; what stands before, in a text all in one, grows with each."""


def between(above: str, below: str) -> str:
    """What parts two lines of a paragraph: nothing beside Chinese (“第 / 79/1号”), nor after a hyphen, which may belong
    to the word ("gender- and ...")."""
    hyphen = re.search(r"\w-$", above[-_END:]) and not SUSPENDED.match(below)
    return "" if hyphen or begins_chinese(above[-1:]) or begins_chinese(below) else " "


def _without_links(piece: Piece, targets: dict[str, str]) -> Piece:
    """A piece with the words of its links only; each target goes into a warning."""
    left: list[str] = []

    def inline(match: re.Match[str]) -> str:
        left.append(match["target"])
        return match["text"]

    def reference(match: re.Match[str]) -> str:
        target = targets.get((match["label"] or match["text"]).casefold())
        if target is None:
            return match[0]
        left.append(target)
        return match["text"]

    text = (
        _REFERENCE_LINK.sub(reference, _LINK.sub(inline, piece.text)) if "](" in piece.text or targets else piece.text
    )
    warnings = tuple(("link-left-out", f"The link to {target} was left out; its words were kept.") for target in left)
    return replace(piece, text=text, warnings=piece.warnings + warnings) if left else piece
