"""What a row of the outline says: label, the opening in italics, the words after it, and the status."""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.draft import Kind, Paragraph
from models.draft.agreed import holds_brackets, is_agreed_on
from models.draft.directions import way_of
from models.draft.labels import ANNEX_WORDS
from models.editing.typed.openings import italic_opening
from models.reading.openings import opening, words_begin
from widgets.paper.phrase import Phrase
from widgets.text.outline_lines import Line
from widgets.text.shown import Shown, with_number

_SNIPPET = 80
_SHORTER = (
    (re.compile(r"\bthe Secretary-General\b", re.IGNORECASE), "SG"),
    (re.compile(r"\bMember States\b"), "MS"),
    (re.compile(r"^(\s*)the ", re.IGNORECASE), r"\1"),
)
_UPRIGHT = re.compile("[\u4e00-\u9fff]")
"""Letters that have no italics of their own: those of the United Nations in Chinese are set in another hand."""
_NAMED = re.compile(rf"\W*{ANNEX_WORDS}")
SAID = {"new": "new", "reworded": "changed", "moved": "moved"}
"""How the changes of a paragraph are said."""


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A paragraph of the outline, or the head of a part (then `position` is that of its first paragraph).

    An annex is a paragraph and a head.
    """

    position: int
    label: str
    phrase: Phrase
    head: bool = False
    level: int = 0
    status: str = ""
    """ "bracketed", "agreed" ad ref, "open" beside others that are, or "" where nothing is said of it."""
    change: str = ""
    spoken: str = ""
    right_to_left: bool | None = None
    """Which way its words run; None: as most of their letters."""
    part: bool = False
    """Whether it is the head of a part and nothing else, which nobody can choose."""

    @property
    def seen(self) -> tuple[object, ...]:
        """What of it is painted."""
        return (self.label, self.phrase, self.head, self.level, self.status, self.change, self.right_to_left)


def row_of(
    line: Line,
    shown: Shown,
    change: str = "",
    right_to_left: bool = False,
    agreed: bool | None = None,
    *,
    between: bool = False,
) -> OutlineRow:
    """What a line of the outline says; `right_to_left` is the way of its text, `agreed` whether its words are agreed,
    None where that is said of none, `between` whether it stands within brackets of others."""
    if line.head:
        return OutlineRow(line.position, "", ((line.head, False),), head=True, spoken=line.head, part=True)
    paragraph = shown.paragraph(line.position)
    number, label = shown.number_and_label(line.position)
    way = way_of(paragraph.text, right_to_left)
    return _row(line.position, with_number(paragraph, number), label, change, way, _status(paragraph, agreed, between))


def _status(paragraph: Paragraph, agreed: bool | None, between: bool) -> str:
    if between or holds_brackets(paragraph):
        return "bracketed"
    if agreed is None or not is_agreed_on(paragraph):
        return ""
    return "agreed" if agreed else "open"


def _row(
    position: int, paragraph: Paragraph, label: str | None, change: str, right_to_left: bool, status: str
) -> OutlineRow:
    sub = paragraph.kind is Kind.SUBPARAGRAPH
    shown = paragraph.number if sub and paragraph.number else label
    annex = paragraph.kind is Kind.ANNEX
    if paragraph.kind in (Kind.SECTION, Kind.HEADING, Kind.TEXT):
        shown = paragraph.number
    elif annex and paragraph.number is None and _NAMED.match(paragraph.text):
        shown = label = None  # its words say it
    phrase = snippet(paragraph)
    signs = (label, status, SAID.get(change, ""), paragraph.text[:_SNIPPET])
    said = ", ".join(filter(None, signs))
    level = paragraph.level if sub or paragraph.kind is Kind.HEADING else 0
    if annex and shown:
        shown, phrase = None, ((f"{shown} ", False), *phrase)
    return OutlineRow(position, shown or "", phrase, annex, level, status, change, said, right_to_left)


def snippet(paragraph: Paragraph) -> Phrase:
    """The beginning of a paragraph, its opening in italics, brackets before it not, and a Chinese one only where the
    text has it so; names that begin half the rows are shortened."""
    text = " ".join(paragraph.text[: 3 * _SNIPPET].split())
    known = italic = 0
    if paragraph.kind in (Kind.PREAMBULAR, Kind.OPERATIVE) and (found := opening(text)) is not None:
        known = found.end
        shown = italic_opening(text)
        italic = shown.end if shown is not None else known
        known = max(known, italic)  # an adverb behind the verb slants with it: « Prie en outre »
        if _UPRIGHT.match(text, words_begin(text)) and not _opens_italic(paragraph):
            italic = words_begin(text)
    rest = text[known:]
    for pattern, short in _SHORTER:
        rest = pattern.sub(short, rest)
    if not known:
        return ((rest[:_SNIPPET], False),)
    before = words_begin(text)
    opened = ((text[before:italic], True), (text[italic:known] + rest[:_SNIPPET], False))
    return ((text[:before], False), *opened) if before else opened


def _opens_italic(paragraph: Paragraph) -> bool:
    """Whether the first words of a paragraph are in italics."""
    return next((run.italic for run in paragraph.runs if any(map(str.isalnum, run.text))), False)
