"""The first page of a document in the layout of United Nations Headquarters, or of Geneva, painted in points.

Measures and looks are those of Adref's own Word files (`models.word.writing.measures`, `models.word.writing.looks`).
All its pages are `widgets.export.printed_pages`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise, takewhile

from PySide6.QtGui import QPainter

from models.draft import Kind
from models.draft.draft_mark import draft_mark
from models.draft.table_rows import spans
from models.word.writing import layout
from models.word.writing.looks import Look
from models.word.writing.masthead_table import goes_on
from models.word.writing.measures import BELOW_TABLE, LEADING, measures_of
from widgets.export.page_foot import Call, PageFoot
from widgets.export.page_ink import FACES, IN_INK, PageInk
from widgets.export.painted_masthead import PaintedMasthead, hung_title
from widgets.export.sheet import Part, Sheet
from widgets.export.sheet_lines import SheetLine
from widgets.paper.block import Block
from widgets.paper.pieces import Piece, Pieces
from widgets.paper.type import TextType

_INSIDE, _THIN = 5.4, 0.5  # white at both sides of a cell, and the rules about it
_FEW_COLUMNS = 4  # as many stand in the width of the text, more across the page


class PaintedPage:
    """Paints one page with the painter's units being points."""

    def __init__(self, painter: QPainter, sheet: Sheet, ink: PageInk | None = None) -> None:
        """`ink` paints in the place of the usual one."""
        self._sheet = sheet
        of = measures_of(sheet.setting.paper)
        self._ink = ink or PageInk(painter, sheet.tokens, right_to_left=sheet.right_to_left, measures=of)
        self._of, self._cells_look = self._ink.measures, self._ink.looks["AdrefCell"]
        self._foot = PageFoot(sheet, self._ink)
        self._masthead = PaintedMasthead(self._ink, by_hand=sheet.tokens is IN_INK)
        self._counted = 0
        self._spoken = sheet.language if sheet.draft_mark else "en"
        self._fresh = True  # whether no line of the text stands on the page

    def paint(self) -> None:
        """The page."""
        if self._sheet.draft_mark:
            look, words = self._ink.looks["AdrefDraftMark"], draft_mark(self._spoken)
            self._ink.at_edge((Piece(words),), look, self._of.head_top, far=True, grey=True)
        lines = self._sheet.lines
        head = next((at for at, line in enumerate(lines) if line.paragraph.kind is not Kind.MASTHEAD), len(lines))
        under, top = self._masthead.paint(lines[:head], self._of.first_top)
        for line in lines[: head - len(under)]:
            self._hold_notes(line, top)
        end = self._body([*under, *lines[head:]], top)
        if end is not None:
            self._others(end)
        self._ink.in_body = True
        self._foot.paint()

    def _turn(self) -> float | None:
        """Where the text of the next page begins; None where there is no other."""
        return None

    def _body(self, lines: Sequence[SheetLine], top: float) -> float | None:
        """Paragraphs and rows until the page is full, and overleaf; where the last one ends."""
        at, end = 0, top
        while at < len(lines):
            cell = lines[at].paragraph.cell
            if cell is None:
                place = self._line(lines, at, end + self._apart(lines, at))
                at += 1
            else:
                row = list(takewhile(partial(_in_one_row, lines[at]), lines[at:]))
                place = self._row(row, end)
                at += len(row)
            if place is None:
                return None
            end = place
        return end

    def _apart(self, lines: Sequence[SheetLine], at: int) -> float:
        """What the room before a paragraph is more, or less, than its look has, for what stands above it."""
        own, above = lines[at].look(self._of).before, lines[at - 1] if at else None
        if above is None:
            return 0.0
        if above.paragraph.cell is not None:
            return max(BELOW_TABLE - own, 0.0)
        if goes_on((above.role, above.paragraph), (lines[at].role, lines[at].paragraph)):
            return -own
        # Of the room behind a paragraph and that before the next Word leaves the larger.
        return -min(above.look(self._of).after, own)

    # Paragraphs

    def _line(self, lines: Sequence[SheetLine], at: int, top: float) -> float | None:
        """One of the lines, with what it is kept with; where it ends."""
        line = lines[at]
        in_masthead = line.paragraph.kind is Kind.MASTHEAD
        if in_masthead and not line.pieces:
            return top
        self._ink.in_body = not in_masthead
        number, block, look, calls = self._laid_out(line)
        top += look.before
        if in_masthead and (end := self._masthead.in_one_line(line, top)) is not None:
            self._hold_notes(line, end)
            return end
        done, lead = 0, block.lead / self._ink.fine
        wanted = self._wanted(lines, at + 1, look.after) if look.keep_next else 0.0
        while done < block.lines:
            shown = self._fitting(block, calls, top, done, wanted)
            if shown:
                self._paragraph(number, block, look, top, (done, done + shown), counted=not in_masthead)
                done, self._fresh = done + shown, False
            if done < block.lines:
                place = self._turn()
                if place is None:
                    return None
                top = place
            else:
                top += shown * lead
        return top + look.after

    def _hold_notes(self, line: SheetLine, top: float) -> None:
        """Put the notes that a line calls, which is painted otherwise than a paragraph, at the foot of the page."""
        block = self._ink.block(line.pieces, line.look(self._of))
        calls = self._foot.calls(line, block, 0)
        self._foot.hold([note for at in range(block.lines) for note in self._foot.notes_of(calls, at)], top)
        self._foot.told(calls, 0, block.lines)

    def _laid_out(self, line: SheetLine) -> tuple[Pieces, Block, Look, Sequence[Call]]:
        """The number of a paragraph, its words, the look of both, and the notes it calls."""
        look = line.look(self._of)
        number, words, look = hung_title(line, look, self._of) or _numbered(line, look)
        in_text = line.paragraph.kind is not Kind.MASTHEAD
        block = self._ink.block(words, look, number=_text(number), text=in_text)
        before = 0 if line.role == "title" else len(_text(words)) - len(_text(line.pieces))
        return number, block, look, self._foot.calls(line, block, before)

    def _wanted(self, lines: Sequence[SheetLine], at: int, after: float) -> float:
        """The room of what has to stand below a heading, from a line on: other headings, and two lines of the text.

        Of three lines none can be parted from the others.
        """
        if at == len(lines) or lines[at].paragraph.cell is not None:
            return after + LEADING if at < len(lines) else 0.0
        _, block, look, calls = self._laid_out(lines[at])
        first = block.lines if look.keep_next or block.lines <= 3 else 2
        notes = [note for number in range(first) for note in self._foot.notes_of(calls, number)]
        room = max(after, look.before) + first * block.lead / self._ink.fine + self._foot.height_of(notes)
        return room + (self._wanted(lines, at + 1, look.after) if look.keep_next else 0.0)

    def _fitting(self, block: Block, calls: Sequence[Call], top: float, done: int, wanted: float) -> int:
        """How many lines, after those that are done, fit on the page with the notes they call, which are taken down.

        No line stands alone before or after the end of a page, and no heading without the room `wanted` behind it.
        """
        lead, left = block.lead / self._ink.fine, block.lines - done
        rooms = self._foot.rooms(calls, done, block.lines, top, lead)
        shown = len(rooms) - 1
        if shown == left:
            if wanted and top + shown * lead + wanted > rooms[-1][0]:
                shown = 0
        else:
            shown -= left - shown == 1 and shown > 0
            shown -= shown == 1 and not done
        if not shown and self._fresh:
            shown = max(1, len(rooms) - 1)
        if shown < len(rooms):
            self._foot.take(rooms[shown])
        else:
            self._foot.hold(self._foot.notes_of(calls, done), top + lead)
        self._foot.told(calls, done, done + shown)
        return shown

    def _paragraph(
        self, number: Pieces, block: Block, look: Look, top: float, part: tuple[int, int], *, counted: bool
    ) -> None:
        if counted and self._sheet.setting.line_numbers:
            self._number_lines(top, part[1] - part[0], block.lead / self._ink.fine)
        of = self._of
        left = of.edge + look.left
        if number and not part[0]:
            before = self._ink.block(number, replace(look, first=0, align=None), text=block.right_to_left)
            wide = self._ink.wide(before)
            at = of.page_width - of.edge - look.left - look.first - wide
            if not block.right_to_left:
                at = left + look.first
            if before.right_to_left:  # "(أ)" and "1 -" stand at the other end of what it is laid out across
                at -= of.width - look.left - look.right - wide
            self._ink.put(before, at, top)
        self._ink.put(block, of.edge + look.right if block.right_to_left else left, top, part)

    def _number_lines(self, top: float, lines: int, lead: float) -> None:
        fine = self._ink.fine
        kind = TextType(self._of.running_size * fine, LEADING * fine)
        for at in range(lines):
            self._counted += 1
            piece = (Piece(str(self._counted)),)
            number = Block(piece, kind, 40 * fine, faces=FACES, tokens=self._sheet.tokens,
                           colour=self._sheet.tokens.ink3)  # fmt: skip
            right = self._of.edge - layout.LINE_NUMBER_ROOM
            self._ink.put(number, right - number.last_line_width / fine, top + at * lead)

    def _others(self, end: float) -> None:
        """Below the text that ends there the notes that it calls nowhere, and what is left of others."""
        self._foot.add_uncalled()
        place: float | None = end
        while self._foot.full and place is not None:
            self._foot.hold_overleaf(place)
            place = self._turn() if self._foot.full else place

    # Tables

    def _row(self, lines: Sequence[SheetLine], top: float) -> float | None:
        """A row of a table; one that is higher than a page goes on overleaf."""
        table = _cell(lines[0])[0]
        columns = 1 + max(
            _cell(line)[2] for line in self._sheet.lines if line.paragraph.cell and _cell(line)[0] == table
        )
        left, wide = self._of.edge, self._of.width
        if columns <= _FEW_COLUMNS:
            left, wide = self._of.body_left, self._of.body_width
        side = wide / columns
        starts = sorted({0, *(_cell(line)[2] for line in lines)})
        cells: list[list[Part]] = [[] for _ in starts]
        across = [self._of.width - side * over + 2 * _INSIDE for over in spans(starts, columns)]
        looks = [replace(self._cells_look, right=right) for right in across]
        notes: list[Part] = []
        for line in lines:
            number, at = f"{line.number}\u2002" if line.number else "", starts.index(_cell(line)[2])
            block = self._ink.block((Piece(number), *line.pieces) if number else line.pieces, looks[at], text=True)
            calls = self._foot.calls(line, block, len(number))
            notes += [note for line_at in range(block.lines) for note in self._foot.notes_of(calls, line_at)]
            self._foot.told(calls, 0, block.lines)
            cells[at].append(Part.whole(block, self._ink.fine))
        return self._cells(cells, notes, top, [left + side * at for at in (*starts, columns)])

    def _cells(
        self, cells: Sequence[list[Part]], notes: list[Part], top: float, places: Sequence[float]
    ) -> float | None:
        """Paint the cells of a row, each between two of the places."""
        high = max((sum(part.height + self._cells_look.after for part in parts) for parts in cells), default=0.0)
        if top + high + self._foot.height_of(notes) > self._foot.end and not self._fresh:
            place = self._turn()
            return None if place is None else self._cells(cells, notes, place, places)
        self._fresh = False
        rest: list[list[Part]] = []
        bottom = top + self._cells_look.line + self._cells_look.after
        edges = [places[0] + places[-1] - one for one in places] if self._ink.right_to_left else places
        for parts, sides in zip(cells, pairwise(edges), strict=True):
            ends, left = self._cell(parts, top + 1, min(sides))
            rest.append(left)
            bottom = max(bottom, ends)
        bottom = min(bottom, self._foot.end)
        for edge in edges:
            self._ink.rule(top, bottom - top, edge, _THIN)
        for height in (top, bottom):
            self._ink.rule(height, _THIN, places[0], places[-1] - places[0] + _THIN)
        if any(rest):
            place = self._turn()
            return None if place is None else self._cells(rest, notes, place, places)
        self._foot.take_row(notes, bottom)
        return bottom

    def _cell(self, parts: Sequence[Part], top: float, left: float) -> tuple[float, list[Part]]:
        """Paint what of a cell fits on the page; where it ends, and what is left for the next."""
        for at, part in enumerate(parts):
            fits = min(part.last - part.first, max(0, int((self._foot.end - top) // part.lead)))
            if fits:
                self._ink.put(part.block, left + _INSIDE, top, (part.first, part.first + fits))
            if fits < part.last - part.first:
                return top + fits * part.lead, [replace(part, first=part.first + fits), *parts[at + 1 :]]
            top += part.height + self._cells_look.after
        return top, []


def _cell(line: SheetLine) -> tuple[int, int, int]:
    return line.paragraph.cell or (0, 0, 0)


def _in_one_row(line: SheetLine, other: SheetLine) -> bool:
    return other.paragraph.cell is not None and _cell(line)[:2] == _cell(other)[:2]


def _numbered(line: SheetLine, look: Look) -> tuple[Pieces, Pieces, Look]:
    """The number of a paragraph, its words and its look; where a first line begins with the others it is a word."""
    if not line.number:
        return (), line.pieces, look
    if look.first:
        return (Piece(line.number),), line.pieces, look
    apart = " " if line.paragraph.kind in (Kind.SPONSOR_NOTE, Kind.SECTION) else "\u2003"
    return (), (Piece(f"{line.number}{apart}"), *line.pieces), look


def _text(pieces: Pieces) -> str:
    return "".join(piece.text for piece in pieces)
