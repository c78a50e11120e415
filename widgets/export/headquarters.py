"""The first page of a document in the layout of United Nations Headquarters, painted in points.

Measures and looks are those of Adref's own Word files (`models.word.writing.layout`, `models.word.writing.stylesheet`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from models.circulation.typesetting import USUAL, Typesetting
from models.draft import Draft, Kind
from models.word.writing import layout
from models.word.writing.stylesheet import LOOKS, Look
from widgets.export.sheet_lines import SheetLine
from widgets.paper.block import Block
from widgets.paper.direction import runs_right_to_left
from widgets.paper.pieces import Mark, Piece, Pieces
from widgets.paper.type import TextType
from widgets.theme.tokens import LIGHT, Tokens

FACES = ("Liberation Serif", "Times New Roman", "Source Serif 4", "Noto Sans Arabic")
FINE = 8.0
"""Letters are laid out this much larger, so that lines break where Word breaks them at any size of the picture."""
IN_INK = replace(
    LIGHT,
    added=LIGHT.ink,
    removed=LIGHT.ink,
    tint_added=QColor(Qt.GlobalColor.transparent),
    tint_removed=QColor(Qt.GlobalColor.transparent),
    tint_bracketed=QColor(Qt.GlobalColor.transparent),
    bracketed=LIGHT.ink,
)
"""Marks by hand: bold, underlined and struck, in the ink of the text."""

# How much wider letters come out as the file has them spread, or closed up.
_SPREAD, _CLOSED = 1.068, 0.955
_LINE_NUMBER = TextType(layout.RUNNING_SIZE * FINE, layout.LEADING * FINE)
_SYMBOL_LEAD = 20.0
_TOP_ROLES, _RIGHT_ROLES = ("united_nations", "symbol"), ("distribution", "date", "original")
_NOTE = LOOKS["AdrefSponsorNote"]
_NOTE_RULE, _RULE_ROOM = 60.0, 10.0
# Between the two facts of a line that holds two.
_DISTRIBUTION = re.compile(r"(?<=\S)\s(?=Distr(?:\.|ibution\b))")
_SYMBOL = re.compile(r"(?<=[^\W\d_])\s(?=[A-Z]+/\S)")
_COMMITTEE = re.compile(r"(?<=\bsession)\s(?=\S.*\bCommittee\b)", re.IGNORECASE)
_ALIGN = {
    "both": Qt.AlignmentFlag.AlignJustify,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the page is painted from: lines in order, notes by mark, the draft's mark, and the colours of the marks."""

    lines: Sequence[SheetLine]
    notes: Mapping[tuple[str, Mark], Pieces]
    draft_mark: bool
    tokens: Tokens = LIGHT
    setting: Typesetting = USUAL


class Headquarters:
    """Paints one page with the painter's units being points."""

    def __init__(self, painter: QPainter, sheet: Sheet) -> None:
        self._painter, self._sheet = painter, sheet
        self._end = sheet.setting.paper.height - layout.BOTTOM
        self._right_to_left = runs_right_to_left(Draft(tuple(line.paragraph for line in sheet.lines)))
        self._spread: dict[int, float] = {}
        self._counted = 0
        self._noted: list[Block] = []

    def paint(self) -> None:
        """The page."""
        if self._sheet.draft_mark:
            look = LOOKS["AdrefSymbol"]
            self._text(
                (Piece(layout.DRAFT_MARK),), replace(look, points=8, line=10, left=0), layout.HEAD_TOP, grey=True
            )
        lines = self._sheet.lines
        head = next((at for at, line in enumerate(lines) if line.paragraph.kind is not Kind.MASTHEAD), len(lines))
        top = self._masthead(lines[:head], layout.FIRST_TOP)
        self._body(lines[head:], top)
        self._footnotes()

    # Masthead

    def _masthead(self, lines: Sequence[SheetLine], top: float) -> float:
        if self._right_to_left:
            # Word lays this table out by rules of its own; line under line nothing is said of it that is not so.
            for line in lines:
                top = self._text(line.pieces, replace(line.look, left=0, right=0), top)
            return top
        first = _stretch(lines, 0, _TOP_ROLES)
        second = _stretch(lines, first, ("organ", *_RIGHT_ROLES))
        if first:
            top = self._symbol_row(lines[:first], top)
        if second > first:
            top = self._organ_row(lines[first:second], top)
        for line in lines[second:]:
            top = self._under(line, top)
        return top

    def _symbol_row(self, lines: Sequence[SheetLine], top: float) -> float:
        bottom = top + LOOKS["AdrefUnitedNations"].line + LOOKS["AdrefUnitedNations"].after
        for line in lines:
            left, right = _cut(line.pieces, _SYMBOL)
            if not right and line.role == "symbol":
                left, right = right, left
            self._text(left, LOOKS["AdrefUnitedNations"], top)
            self._symbol(right, top)
        self._rule(bottom, layout.THIN)
        return bottom + layout.THIN

    def _symbol(self, pieces: Pieces, top: float) -> None:
        """At the right edge, its first letter large."""
        by_hand_marked = self._sheet.tokens is IN_INK and any(piece.mark is not Mark.NONE for piece in pieces)
        initial, rest = _after(pieces, 0 if by_hand_marked else 1)
        look = LOOKS["AdrefSymbol"]
        small = self._block(rest, replace(look, align=None))
        large = self._block(initial, replace(look, align=None, points=_SYMBOL_LEAD))
        wide = self._wide(small)
        base = top + large.first_baseline / FINE
        self._put(large, layout.PAGE_WIDTH - layout.EDGE - wide - self._wide(large), top)
        self._put(small, layout.PAGE_WIDTH - layout.EDGE - wide, base - small.first_baseline / FINE)

    def _organ_row(self, lines: Sequence[SheetLine], top: float) -> float:
        bottom, right = top, top
        for line in lines:
            look = LOOKS["AdrefOriginal" if line.role == "original" else "AdrefDistribution"]
            at_left, at_right = _cut(line.pieces, _DISTRIBUTION)
            if not at_right and line.role in _RIGHT_ROLES:
                at_left, at_right = at_right, at_left
            if at_left:
                bottom = self._text(at_left, LOOKS["AdrefOrgan"], bottom, reach=layout.DISTRIBUTION)
            if at_right:
                right = self._text(at_right, look, max(right, top + 4))
        bottom = max(bottom, right, top + layout.ORGAN_HEIGHT)
        self._rule(bottom, layout.THICK)
        return bottom + layout.THICK

    def _under(self, line: SheetLine, top: float) -> float:
        session, committee = _cut(line.pieces, _COMMITTEE) if line.role in ("session", "committee") else ((), ())
        if not committee:
            return self._text(line.pieces, line.look, top)
        look = LOOKS["AdrefSession"]
        before = self._block((*session, Piece(" ")), look)
        after = self._block(committee, replace(LOOKS["AdrefCommittee"], before=look.before))
        left = layout.EDGE + look.left
        self._put(before, left, top + look.before)
        base = top + look.before + before.first_baseline / FINE
        self._put(after, left + self._wide(before) + 2.5, base - after.first_baseline / FINE)
        return top + look.before + LOOKS["AdrefCommittee"].line

    # Text

    def _body(self, lines: Iterable[SheetLine], top: float) -> None:
        """Paragraphs until the page is full; a footnote stands on the page where it is called."""
        for line in map(_numbered_in_line, lines):
            look = line.look
            block = self._block(line.pieces, look, number=line.number)
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
            number = self._block((Piece(line.number),), replace(look, first=0, align=None))
            wide = self._wide(number)
            at = layout.PAGE_WIDTH - layout.EDGE - look.left - look.first - wide if block.right_to_left else left
            self._put(number, at if block.right_to_left else at + look.first, top)
        self._put(block, layout.EDGE + look.right if block.right_to_left else left, top)
        painter.restore()

    def _number_lines(self, top: float, lines: int, lead: float) -> None:
        for at in range(lines):
            self._counted += 1
            piece = (Piece(str(self._counted)),)
            number = Block(piece, _LINE_NUMBER, 40 * FINE, faces=FACES, tokens=self._sheet.tokens,
                           colour=self._sheet.tokens.ink3)  # fmt: skip
            right = layout.EDGE - layout.LINE_NUMBER_ROOM
            self._put(number, right - number.last_line_width / FINE, top + at * lead)

    def _note(self, mark: str, how: Mark) -> Block | None:
        words = self._sheet.notes.get((mark, how))
        # The mark of a note that only went elsewhere: the note stands where the mark is now.
        if words is None:
            return None
        return self._block((Piece(mark, note=True, mark=how), Piece("\u2002"), *words), _NOTE)

    def _footnotes(self) -> None:
        if not self._noted:
            return
        top = self._sheet.setting.paper.height - layout.BOTTOM - sum(note.height / FINE for note in self._noted)
        left = layout.EDGE + _NOTE.left
        self._painter.fillRect(QRectF(left, top - 4, _NOTE_RULE, 0.5), self._sheet.tokens.ink)
        for note in self._noted:
            self._put(note, left, top)
            top += note.height / FINE

    # Laying out

    def _text(self, pieces: Pieces, look: Look, top: float, *, reach: float | None = None, grey: bool = False) -> float:
        """Paint a paragraph across the page, or up to `reach`; where the next one begins."""
        if not pieces:
            return top
        right = look.right if reach is None else layout.PAGE_WIDTH - layout.EDGE - reach
        block = self._block(pieces, replace(look, right=right), grey=grey)
        self._put(block, layout.EDGE + (right if block.right_to_left else look.left), top + look.before)
        return top + look.before + block.height / FINE + look.after

    def _block(self, pieces: Pieces, look: Look, *, number: str = "", grey: bool = False) -> Block:
        width = layout.WIDTH - look.left - look.right
        first = look.first
        if number:
            first = layout.NUMBER_TAB if look.first > 0 else 0.0
        spread = 1.0 if self._right_to_left else _CLOSED if look.close else _SPREAD
        made = Block(
            pieces,
            TextType(look.points * FINE, look.line * FINE),
            width * FINE / spread,
            bold=look.bold,
            faces=FACES,
            tokens=self._sheet.tokens,
            colour=self._sheet.tokens.ink3 if grey else None,
            first=first * FINE / spread,
            align=_ALIGN.get(look.align or ""),
        )
        self._spread[id(made)] = spread
        return made

    def _wide(self, block: Block) -> float:
        """How wide the last line of a block comes out, in points."""
        return block.last_line_width * self._across(block)

    def _across(self, block: Block) -> float:
        """How many points one of the units is in which a block is laid out."""
        return self._spread.get(id(block), 1.0) / FINE

    def _put(self, block: Block, left: float, top: float) -> None:
        painter = self._painter
        painter.save()
        painter.translate(left, top)
        painter.scale(self._across(block), 1 / FINE)
        block.paint(painter, QPointF(0, 0))
        painter.restore()

    def _rule(self, top: float, thick: float) -> None:
        self._painter.fillRect(QRectF(layout.EDGE, top, layout.WIDTH, thick), self._sheet.tokens.ink)


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


_LETTERS_OF_A_PAGE = 9_000


def _numbered_in_line(line: SheetLine) -> SheetLine:
    """A number has no place of its own where a first line begins with the others: there it is the first word."""
    if not line.number or line.look.first:
        return line
    apart = " " if line.paragraph.kind in (Kind.SPONSOR_NOTE, Kind.SECTION) else "\u2003"
    bare = replace(line.paragraph, number=None, set_label=None)
    return replace(line, pieces=(Piece(f"{line.number}{apart}"), *line.pieces), paragraph=bare)


def _stretch(lines: Sequence[SheetLine], start: int, roles: tuple[str, ...]) -> int:
    """The end of the lines from `start` that have one of the roles."""
    end = start
    for at in range(start, len(lines)):
        if lines[at].role in roles:
            end = at + 1
        elif lines[at].paragraph.text.strip():
            break
    return end


def _cut(pieces: Pieces, between: re.Pattern[str]) -> tuple[Pieces, Pieces]:
    """A line of two facts as two; the second is empty where there is but one."""
    text = "".join(piece.text for piece in pieces)
    found = between.search(text)
    if found is None:
        return pieces, ()
    head, _ = _after(pieces, found.start())
    _, tail = _after(pieces, found.start() + 1)
    return head, tail


def _after(pieces: Pieces, offset: int) -> tuple[Pieces, Pieces]:
    """Pieces cut at a code point of their text."""
    head: list[Piece] = []
    tail: list[Piece] = []
    at = 0
    for piece in pieces:
        here = min(max(offset - at, 0), len(piece.text))
        head.append(replace(piece, text=piece.text[:here]))
        tail.append(replace(piece, text=piece.text[here:]))
        at += len(piece.text)
    return tuple(one for one in head if one.text), tuple(one for one in tail if one.text)


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
