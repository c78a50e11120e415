"""How paragraphs of each kind are set, as formats of Qt."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCharFormat

from models.draft import Kind, Paragraph
from widgets.paper.type import ARABIC_LEAD, TextType, points
from widgets.text.block_lines import AFTER, BEFORE, LEAD
from widgets.text.marks import KIND, MARKS, NOTE, NOTE_OBJECT
from widgets.theme.tokens import Measures, current

_ITEM, _HEADING, _QUOTE, _RIGHT_TO_LEFT = Kind.SUBPARAGRAPH, Kind.HEADING, Kind.QUOTE, Qt.LayoutDirection.RightToLeft
_ROLE = "ink"
"""The role of letters without a colour of their own: they are painted in that of the column."""


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """How a kind of paragraph is set: size and lead in shares of the text's, space before and after in leads.

    There is one of each, and letters and blocks are kept by it: to compare what it says would take longer.
    """

    size: float = 1.0
    lead: float = 1.0
    before: float = 0.0
    after: float = 0.5
    bold: bool = False
    italic: bool = False
    role: str = _ROLE

    @property
    def own(self) -> bool:
        """Whether its letters have a size or a colour of their own."""
        return self.size != 1.0 or self.role != _ROLE


PLAIN = Look()
LOOKS = {
    Kind.MASTHEAD: Look(0.85, 0.82, after=0.12, role="ink2"),
    Kind.SECTION: Look(1.18, 1.15, before=0.9, bold=True),
    Kind.ANNEX: Look(1.18, 1.15, before=1.2, bold=True),
    Kind.SPONSOR_NOTE: Look(0.8, 0.72, role="ink2"),
    Kind.CLOSING: Look(0.85, 0.82, before=0.6, after=0.12, role="ink2"),
}
COLOURED = tuple(kind for kind, look in LOOKS.items() if look.role != _ROLE)
"""The kinds of which some have letters with a colour of their own."""
HEADINGS = (
    Look(1.1, 1.07, before=0.6, after=0.3, bold=True),
    Look(before=0.4, after=0.3, bold=True),
    Look(0.94, before=0.3, after=0.3, bold=True, italic=True),
    Look(before=0.2, after=0.3, italic=True),
    Look(before=0.2, after=0.3),
)
"""Headings by level, from the first; the last is that of all deeper ones.

Below chapters the United Nations set one degree in larger bold letters, two in bold ones as large as the text, one in
italics and one in roman ones (Editorial Manual, "Headings and subheadings"). The two are told apart without their
numbers here.
"""
_TITLE = Look(1.18, 1.2, before=1.0, after=0.7, bold=True)
_STRONG_LINE = Look(0.85, 0.82, before=0.3, after=0.3, bold=True)
MASTHEAD = {
    "title": _TITLE,
    "organ": Look(1.0, 1.0, after=0.2, bold=True),
    "agenda_title": _STRONG_LINE,
    "sponsor_line": _STRONG_LINE,
}


def look_of(paragraph: Paragraph) -> Look:
    """How a paragraph is set by what it is; lines of the masthead by what they say are set by `MASTHEAD`."""
    if paragraph.kind is _HEADING:
        return HEADINGS[min(paragraph.level, len(HEADINGS) - 1)]
    return LOOKS.get(paragraph.kind, PLAIN)


class Formats:
    """The formats of a text in some letters, each made once."""

    def __init__(self, kind: TextType) -> None:
        self._kind = kind
        self._blocks: dict[object, QTextBlockFormat] = {}
        self._letters: dict[object, QTextCharFormat] = {}

    def dress(self, kind: TextType) -> None:
        """Other letters, or those of another theme."""
        self._kind, self._letters = kind, {}

    def block(self, paragraph: Paragraph, look: Look, right_to_left: bool) -> QTextBlockFormat:
        """How a block of some look is set."""
        indent = indent_of(paragraph)
        key = (paragraph.kind, look, indent, right_to_left)
        if key in self._blocks:
            return self._blocks[key]
        made = self._blocks[key] = QTextBlockFormat()
        # In shares of the text's lead, so that they hold for letters of every size.
        made.setProperty(LEAD, look.lead * (ARABIC_LEAD if right_to_left else 1.0))
        made.setProperty(BEFORE, look.before)
        made.setProperty(AFTER, look.after)
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
        if right_to_left:
            made.setRightMargin(indent)
            made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        else:
            made.setLeftMargin(indent)
        made.setProperty(KIND, paragraph.kind.value)
        return made

    def letters(self, look: Look, bits: int) -> QTextCharFormat:
        """Letters with the marks of `bits` in a paragraph of some look."""
        key = (look, bits)
        if key in self._letters:
            return self._letters[key]
        looks = self._letters[key] = QTextCharFormat()
        italic, bold, underline = bool(bits & 1), bool(bits & 2), bool(bits & 4)
        looks.setProperty(MARKS, bits)
        if look.role != _ROLE:
            looks.setForeground(getattr(current(), look.role))
        if look.size != 1.0:
            looks.setFontPointSize(points(self._kind.size * look.size))
        if italic or look.italic:
            looks.setFontItalic(True)
        if look.bold or bold:
            looks.setFontWeight(QFont.Weight.Bold)
        if underline:
            looks.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        return looks

    def note(self, look: Look, note: int) -> QTextCharFormat:
        """The mark of a footnote."""
        looks = QTextCharFormat(self.letters(look, 0))
        looks.setObjectType(NOTE_OBJECT)
        looks.setProperty(NOTE, note)
        return looks


def indent_of(paragraph: Paragraph) -> float:
    """How far a paragraph is set in."""
    if paragraph.kind is _ITEM:
        return float(Measures.SUBPARAGRAPH_INDENT * max(1, min(paragraph.level, 4)))
    return float(Measures.SUBPARAGRAPH_INDENT) if paragraph.kind is _QUOTE else 0.0


def is_mirrored(block: QTextBlock) -> bool:
    """Whether a block begins at the right."""
    return block.blockFormat().layoutDirection() is _RIGHT_TO_LEFT
