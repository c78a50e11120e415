"""A draft as a QTextDocument: one block for each paragraph, its place in the draft kept on the block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from models.draft import Draft, Kind, Paragraph, Run, bracket_characters, brackets
from models.draft.masthead import masthead_roles
from widgets.paper.direction import is_right_to_left
from widgets.paper.type import ARABIC_LEAD, TextType, points, serif
from widgets.theme.tokens import Measures, current

KIND = QTextFormat.Property.UserProperty + 1
POSITION = QTextFormat.Property.UserProperty + 2
"""Where a block's paragraph stands in the draft; like the kind it survives undo on the block format."""

_TOP, _BOTTOM, _NOTES_ROOM = 20.0, 48.0, 300.0


@dataclass(frozen=True, slots=True)
class Span:
    """UTF-16 places inside a block."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The place of a footnote: its block, its UTF-16 place, its id."""

    block: int
    place: int
    note: int


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of paragraph is set: size and lead in shares of the text's, space before and after in leads."""

    size: float = 1.0
    lead: float = 1.0
    before: float = 0.0
    after: float = 0.5
    bold: bool = False
    role: str = "ink"


_LOOKS = {
    Kind.MASTHEAD: Look(0.85, 0.82, after=0.12, role="ink2"),
    Kind.SECTION: Look(bold=True, before=0.6),
    Kind.HEADING: Look(bold=True, before=0.4),
    Kind.ANNEX: Look(1.18, 1.15, before=1.2, bold=True),
    Kind.SPONSOR_NOTE: Look(0.8, 0.72, role="ink2"),
    Kind.CLOSING: Look(0.85, 0.82, before=0.6, after=0.12, role="ink2"),
}
_TITLE = Look(1.18, 1.2, before=1.0, after=0.7, bold=True)
_ORGAN = Look(1.0, 1.0, after=0.2, bold=True)
_STRONG_LINE = Look(0.85, 0.82, before=0.3, after=0.3, bold=True)


class TextDocument:
    """A draft laid into a document, with what is painted over it: bracketed spans and places of notes."""

    def __init__(self, draft: Draft, kind: TextType) -> None:
        self.draft = draft
        self.notes: list[NoteMark] = []
        self.bracketed = bracketed_spans(draft)
        self.document = QTextDocument()
        self.document.setDocumentMargin(0)
        self.document.setUndoRedoEnabled(False)
        self.document.setDefaultFont(serif(kind.size, kind.weight))
        self._type = kind
        self._roles = masthead_roles(draft)
        self._write()
        frame = self.document.rootFrame().frameFormat()
        frame.setTopMargin(_TOP)
        frame.setBottomMargin(_NOTES_ROOM if draft.footnotes else _BOTTOM)
        self.document.rootFrame().setFrameFormat(frame)

    def look(self, position: int) -> Look:
        """How a paragraph is set."""
        paragraph = self.draft.paragraphs[position]
        if paragraph.kind is Kind.MASTHEAD:
            role = self._roles.get(position)
            return {"title": _TITLE, "organ": _ORGAN, "agenda_title": _STRONG_LINE, "sponsor_line": _STRONG_LINE}.get(
                role or "", _LOOKS[Kind.MASTHEAD]
            )
        return _LOOKS.get(paragraph.kind, Look())

    def _write(self) -> None:
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        for position, paragraph in enumerate(self.draft.paragraphs):
            look = self.look(position)
            block = self._block_format(paragraph, position, look)
            if position:
                cursor.insertBlock(block, QTextCharFormat())
            else:
                cursor.setBlockFormat(block)
            self._runs(cursor, paragraph, position, look)
        cursor.endEditBlock()

    def _block_format(self, paragraph: Paragraph, position: int, look: Look) -> QTextBlockFormat:
        made = QTextBlockFormat()
        right_to_left = is_right_to_left(paragraph.text)
        lead = self._type.lead * look.lead * (ARABIC_LEAD if right_to_left else 1.0)
        made.setLineHeight(round(lead), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        made.setTopMargin(round(self._type.lead * look.before))
        made.setBottomMargin(round(self._type.lead * look.after - 0.25))
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
        indent = indent_of(paragraph)
        if right_to_left:
            made.setRightMargin(indent)
            made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        else:
            made.setLeftMargin(indent)
        made.setProperty(KIND, paragraph.kind.value)
        made.setProperty(POSITION, position)
        return made

    def _runs(self, cursor: QTextCursor, paragraph: Paragraph, position: int, look: Look) -> None:
        right_to_left = is_right_to_left(paragraph.text)
        # In the whole paragraph: what is no bracket of a negotiation may be cut into several runs.
        strong = frozenset(at for at, _ in bracket_characters(paragraph.text)) if has_brackets(paragraph.text) else ()
        at = 0
        for run in paragraph.runs:
            if run.footnote is not None:
                note = self.draft.note.get(run.footnote)
                self.notes.append(NoteMark(position, cursor.positionInBlock(), run.footnote))
                looks = self._char_format(run, look, right_to_left)
                looks.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
                cursor.insertText(note.mark if note else "?", looks)
            elif run.text:
                here = [place - at for place in sorted(strong) if at <= place < at + len(run.text)]
                self._run(cursor, run, self._char_format(run, look, right_to_left), here)
                at += len(run.text)

    def _run(self, cursor: QTextCursor, run: Run, looks: QTextCharFormat, brackets_at: Sequence[int]) -> None:
        """The words of a run; brackets stand out in their own colour."""
        place = 0
        # A line end inside a paragraph would make a block of its own.
        text = run.text.replace("\n", "\u2028")
        for offset in brackets_at:
            cursor.insertText(text[place:offset], looks)
            strong = QTextCharFormat(looks)
            strong.setFontWeight(QFont.Weight.Bold)
            strong.setForeground(current().bracketed)
            cursor.insertText(text[offset], strong)
            place = offset + 1
        cursor.insertText(text[place:], looks)

    def _char_format(self, run: Run, look: Look, right_to_left: bool) -> QTextCharFormat:
        looks = QTextCharFormat()
        looks.setForeground(getattr(current(), look.role))
        if look.size != 1.0:
            looks.setFontPointSize(points(self._type.size * look.size))
        if run.italic and not right_to_left:
            looks.setFontItalic(True)
        if look.bold or run.bold or (run.italic and right_to_left):
            looks.setFontWeight(QFont.Weight.Bold)
        if run.underline:
            looks.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        return looks


def indent_of(paragraph: Paragraph) -> float:
    """How far a paragraph is set in."""
    if paragraph.kind is Kind.SUBPARAGRAPH:
        return float(Measures.SUBPARAGRAPH_INDENT * max(1, min(paragraph.level, 4)))
    return float(Measures.SUBPARAGRAPH_INDENT) if paragraph.kind is Kind.QUOTE else 0.0


def bracketed_spans(draft: Draft) -> dict[int, list[Span]]:
    """Where text stands in brackets, block by block, the outermost ones; note marks inside are counted."""
    spans: dict[int, list[Span]] = {}
    if not any(has_brackets(paragraph.text) for paragraph in draft.paragraphs):
        return spans
    for bracket in brackets(draft):
        if bracket.depth or bracket.start is None or bracket.end is None:
            place = bracket.start or bracket.end
            if place is not None and (bracket.start is None or bracket.end is None):
                at = _block_place(draft, place)
                spans.setdefault(place[0], []).append(Span(at, at + 1))
            continue
        first, last = bracket.start, bracket.end
        for position in range(first[0], last[0] + 1):
            start = _block_place(draft, first) if position == first[0] else 0
            length = len(draft.paragraphs[position].text)
            end = _block_place(draft, last) + 1 if position == last[0] else _block_place(draft, (position, length))
            spans.setdefault(position, []).append(Span(start, end))
    return spans


def _block_place(draft: Draft, place: tuple[int, int]) -> int:
    """The UTF-16 place in a block of a code point of a paragraph's text: note marks are characters of the block."""
    position, offset = place
    at, left = 0, offset
    for run in draft.paragraphs[position].runs:
        if run.footnote is not None:
            note = draft.note.get(run.footnote)
            at += len(note.mark) if note else 1
            continue
        if left < len(run.text):
            return at + utf16(run.text[:left])
        left -= len(run.text)
        at += utf16(run.text)
    return at


def has_brackets(text: str) -> bool:
    """Whether it is worth looking for brackets at all."""
    return "[" in text or "]" in text


def utf16(text: str) -> int:
    """How many places a text takes in Qt."""
    return len(text) + sum(character > "\uffff" for character in text)
