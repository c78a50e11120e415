"""The first page of a document in the layout of United Nations Headquarters, painted in points.

Measures and looks are those of Adref's own Word files (`models.word.writing.layout`, `models.word.writing.looks`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from models.circulation.typesetting import USUAL, Typesetting
from models.draft import Draft, Kind
from models.draft.directions import runs_right_to_left
from models.word.writing import layout
from models.word.writing.looks import LOOKS, Look
from widgets.export.page_ink import FACES, FINE, IN_INK, PageInk
from widgets.export.painted_masthead import PaintedMasthead
from widgets.export.sheet_lines import SheetLine
from widgets.paper.block import Block
from widgets.paper.pieces import Mark, Piece, Pieces
from widgets.paper.type import TextType
from widgets.theme.tokens import LIGHT, Tokens

_LINE_NUMBER = TextType(layout.RUNNING_SIZE * FINE, layout.LEADING * FINE)
_NOTE = LOOKS["AdrefSponsorNote"]
_NOTE_RULE, _RULE_ROOM = 60.0, 10.0
_LETTERS_OF_A_PAGE = 9_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the page is painted from: lines in order, notes by mark, the draft's mark, and the colours of the marks."""

    lines: Sequence[SheetLine]
    notes: Mapping[tuple[str, Mark], Pieces]
    draft_mark: bool
    tokens: Tokens = LIGHT
    setting: Typesetting = USUAL

    @property
    def right_to_left(self) -> bool:
        """Whether the text of the lines runs that way."""
        return runs_right_to_left(Draft(tuple(line.paragraph for line in self.lines)))


class Headquarters:
    """Paints one page with the painter's units being points."""

    def __init__(self, painter: QPainter, sheet: Sheet, ink: PageInk | None = None) -> None:
        """`ink` paints in the place of the usual one."""
        self._painter, self._sheet = painter, sheet
        self._end = sheet.setting.paper.height - layout.BOTTOM
        self._ink = ink or PageInk(painter, sheet.tokens, right_to_left=sheet.right_to_left)
        self._counted = 0
        self._noted: list[Block] = []

    def paint(self) -> None:
        """The page."""
        if self._sheet.draft_mark:
            look = LOOKS["AdrefSymbol"]
            self._ink.text(
                (Piece(layout.DRAFT_MARK),), replace(look, points=8, line=10, left=0), layout.HEAD_TOP, grey=True
            )
        lines = self._sheet.lines
        head = next((at for at, line in enumerate(lines) if line.paragraph.kind is not Kind.MASTHEAD), len(lines))
        masthead = PaintedMasthead(self._ink, by_hand=self._sheet.tokens is IN_INK)
        top = masthead.paint(lines[:head], layout.FIRST_TOP)
        self._ink.in_body = True
        self._body(lines[head:], top)
        self._footnotes()

    def _body(self, lines: Iterable[SheetLine], top: float) -> None:
        """Paragraphs until the page is full; a footnote stands on the page where it is called."""
        for line in map(_numbered_in_line, lines):
            look = line.look
            block = self._ink.block(line.pieces, look, number=line.number)
            top += look.before
            shown, lead = 0, block.lead / FINE
            calls = _calls(line.pieces, block)
            while shown < block.lines:
                needed = [self._note(*call) for at, call in calls if at == shown]
                room = self._end - sum(note.height / FINE for note in needed if note)
                if any(needed) and not self._noted:
                    room -= _RULE_ROOM
                if top + (shown + 1) * lead > room:
                    break
                self._end = room
                self._noted += [note for note in needed if note]
                shown += 1
            self._paragraph(line, block, look, top, shown)
            if shown < block.lines:
                return
            top += shown * lead + look.after

    def _paragraph(self, line: SheetLine, block: Block, look: Look, top: float, shown: int) -> None:
        painter = self._painter
        painter.save()
        painter.setClipRect(QRectF(0, top - 2, layout.PAGE_WIDTH, shown * block.lead / FINE + 2))
        if self._sheet.setting.line_numbers:
            self._number_lines(top, shown, block.lead / FINE)
        left = layout.EDGE + look.left
        if line.number and shown:
            number = self._ink.block((Piece(line.number),), replace(look, first=0, align=None))
            wide = self._ink.wide(number)
            at = layout.PAGE_WIDTH - layout.EDGE - look.left - look.first - wide if block.right_to_left else left
            self._ink.put(number, at if block.right_to_left else at + look.first, top)
        self._ink.put(block, layout.EDGE + look.right if block.right_to_left else left, top)
        painter.restore()

    def _number_lines(self, top: float, lines: int, lead: float) -> None:
        for at in range(lines):
            self._counted += 1
            piece = (Piece(str(self._counted)),)
            number = Block(piece, _LINE_NUMBER, 40 * FINE, faces=FACES, tokens=self._sheet.tokens,
                           colour=self._sheet.tokens.ink3)  # fmt: skip
            right = layout.EDGE - layout.LINE_NUMBER_ROOM
            self._ink.put(number, right - number.last_line_width / FINE, top + at * lead)

    def _note(self, mark: str, how: Mark) -> Block | None:
        words = self._sheet.notes.get((mark, how))
        # The mark of a note that only went elsewhere: the note stands where the mark is now.
        if words is None:
            return None
        return self._ink.block((Piece(mark, note=True, mark=how), Piece("\u2002"), *words), _NOTE)

    def _footnotes(self) -> None:
        if not self._noted:
            return
        top = self._sheet.setting.paper.height - layout.BOTTOM - sum(note.height / FINE for note in self._noted)
        left = layout.EDGE + _NOTE.left
        self._painter.fillRect(QRectF(left, top - 4, _NOTE_RULE, 0.5), self._sheet.tokens.ink)
        for note in self._noted:
            self._ink.put(note, left, top)
            top += note.height / FINE


def by_hand(lines: Iterable[SheetLine]) -> list[SheetLine]:
    """New words bold, as marks in fixed letters are; underline and stroke are the marks' own."""
    return [
        replace(line, pieces=tuple(replace(one, bold=True) if one.mark is Mark.ADDED else one for one in line.pieces))
        for line in lines
    ]


def page_full(lines: Iterable[SheetLine]) -> list[SheetLine]:
    """As many lines as a page can hold, and no more of them laid out than that."""
    found: list[SheetLine] = []
    letters = 0
    for line in lines:
        found.append(line)
        letters += 60 + sum(len(piece.text) for piece in line.pieces)
        if letters > _LETTERS_OF_A_PAGE:
            break
    return found


def _numbered_in_line(line: SheetLine) -> SheetLine:
    """A number has no place of its own where a first line begins with the others: there it is the first word."""
    if not line.number or line.look.first:
        return line
    apart = " " if line.paragraph.kind in (Kind.SPONSOR_NOTE, Kind.SECTION) else "\u2003"
    bare = replace(line.paragraph, number=None, set_label=None)
    return replace(line, pieces=(Piece(f"{line.number}{apart}"), *line.pieces), paragraph=bare)


def _calls(pieces: Pieces, block: Block) -> list[tuple[int, tuple[str, Mark]]]:
    """The footnotes a paragraph calls: the line each is called on, its mark and what happened to it."""
    found: list[tuple[int, tuple[str, Mark]]] = []
    at = 0
    for piece in pieces:
        if piece.note:
            line = block.line_of(at)
            found += [(line, (mark, piece.mark)) for mark in piece.text.split(",")]
        at += len(piece.text.encode("utf-16-le")) // 2
    return found
