"""The first page of a document in the layout of United Nations Headquarters, painted in points.

Measures and looks are those of Adref's own Word files (`models.word.writing.layout`, `models.word.writing.looks`). All
its pages are `widgets.export.printed_pages`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import takewhile

from PySide6.QtGui import QPainter

from models.circulation.typesetting import USUAL, Typesetting
from models.draft import Draft, Kind
from models.draft.directions import runs_right_to_left
from models.word.writing import layout
from models.word.writing.looks import LOOKS, OTHER_LOOKS, Look
from widgets.export.page_ink import FACES, IN_INK, PageInk
from widgets.export.painted_masthead import PaintedMasthead
from widgets.export.sheet_lines import SheetLine
from widgets.paper.block import Block
from widgets.paper.piece_looks import utf16
from widgets.paper.pieces import Mark, Piece, Pieces
from widgets.paper.type import TextType
from widgets.theme.tokens import LIGHT, Tokens

_NOTE = LOOKS["AdrefSponsorNote"]
_CELL = OTHER_LOOKS["AdrefCell"][1]
_NOTE_RULE, _RULE_ROOM = 60.0, 10.0
_INSIDE, _THIN = 5.4, 0.5  # white at both sides of a cell, and the rules about it
_FEW_COLUMNS = 4  # as many stand in the width of the text, more across the page

Call = tuple[int, str, Mark, int | None]
"""A line of a paragraph, the mark of the footnote that is called on it, what happened to that, and its id if known."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the page is painted from: lines in order, notes by mark, the draft's mark, and the colours of the marks.

    `by_id` are the marks and words of the notes of a draft that is compared with none: there a mark may come again.
    """

    lines: Sequence[SheetLine]
    notes: Mapping[tuple[str, Mark], Pieces]
    draft_mark: bool
    tokens: Tokens = LIGHT
    setting: Typesetting = USUAL
    by_id: Mapping[int, tuple[str, Pieces]] = field(default_factory=dict)

    @property
    def right_to_left(self) -> bool:
        """Whether the text of the lines runs that way."""
        return runs_right_to_left(Draft(tuple(line.paragraph for line in self.lines)))


@dataclass(frozen=True, slots=True)
class _Part:
    """Lines of a block, from one to before another; `lead` in points."""

    block: Block
    first: int
    last: int
    lead: float

    @property
    def height(self) -> float:
        """In points."""
        return (self.last - self.first) * self.lead


class Headquarters:
    """Paints one page with the painter's units being points."""

    def __init__(self, painter: QPainter, sheet: Sheet, ink: PageInk | None = None) -> None:
        """`ink` paints in the place of the usual one."""
        self._sheet = sheet
        self._foot = self._end = sheet.setting.paper.height - layout.BOTTOM
        self._ink = ink or PageInk(painter, sheet.tokens, right_to_left=sheet.right_to_left)
        self._counted = 0
        self._fresh = True  # whether no line of the text stands on the page
        self._noted: list[_Part] = []
        self._overleaf: list[_Part] = []  # what of the notes has no room on this page
        self._called: set[int] = set()

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
        end = self._body(lines[head:], top)
        if end is not None:
            self._others(end)
        self._footnotes()

    def _turn(self) -> float | None:
        """Where the text of the next page begins; None where there is no other."""
        return None

    def _body(self, lines: Sequence[SheetLine], top: float) -> float | None:
        """Paragraphs and rows until the page is full, and overleaf; where the last one ends."""
        at, end = 0, top
        while at < len(lines):
            cell = lines[at].paragraph.cell
            if cell is None:
                place = self._line(lines[at], end)
                at += 1
            else:
                row = list(takewhile(partial(_in_one_row, lines[at]), lines[at:]))
                place = self._row(row, end)
                at += len(row)
            if place is None:
                return None
            end = place
        return end

    # Paragraphs

    def _line(self, line: SheetLine, top: float) -> float | None:
        bare, line = line, _numbered_in_line(line)
        look = line.look
        block = self._ink.block(line.pieces, look, number=line.number, text=True)
        calls = self._calls(bare, block, len(line.pieces[0].text) if line is not bare else 0)
        top += look.before
        done, lead = 0, block.lead / self._ink.fine
        while done < block.lines:
            shown = self._fitting(block, calls, top, done, look)
            if shown:
                self._paragraph(line, block, look, top, (done, done + shown))
                done, self._fresh = done + shown, False
            if done < block.lines:
                place = self._turn()
                if place is None:
                    return None
                top = place
            else:
                top += shown * lead
        return top + look.after

    def _fitting(self, block: Block, calls: Sequence[Call], top: float, done: int, look: Look) -> int:
        """How many lines, after those that are done, fit on the page with the notes they call, which are taken down.

        No line stands alone before or after the end of a page, and no heading without two lines of its text.
        """
        lead, left = block.lead / self._ink.fine, block.lines - done
        over = bool(self._overleaf)  # behind what is left of a note the next ones stand overleaf, too
        states: list[tuple[float, list[_Part]]] = [(self._end, [])]
        for at in range(left):
            end, noted = states[-1]
            needed = self._notes_of(calls, done + at)
            room = end if over else end - sum(note.height for note in needed)
            if needed and not (over or self._noted or noted):
                room -= _RULE_ROOM
            if top + (at + 1) * lead > room:
                break
            states.append((room, noted + needed))
        shown = len(states) - 1
        if shown == left:
            if look.keep_next and top + shown * lead + look.after + 2 * layout.LEADING > states[-1][0]:
                shown = 0
        else:
            shown -= left - shown == 1 and shown > 0
            shown -= shown == 1 and not done
        if not shown and self._fresh:
            shown = max(1, len(states) - 1)
            if shown == len(states):
                self._force(self._notes_of(calls, done), top + lead)
                self._called |= {id_ for at, _, _, id_ in calls if at == done and id_ is not None}
                return shown
        self._end = states[shown][0]
        (self._overleaf if over else self._noted).extend(states[shown][1])
        self._called |= {id_ for at, _, _, id_ in calls if done <= at < done + shown and id_ is not None}
        return shown

    def _force(self, notes: Sequence[_Part], top: float) -> None:
        """Notes under the only line of a page: as much of them as it holds, the rest overleaf."""
        if notes and not self._noted:
            self._end -= _RULE_ROOM
        for note in notes:
            held = max(0, min(note.last - note.first, int((self._end - top) // note.lead)))
            if held:
                self._noted.append(replace(note, last=note.first + held))
                self._end -= held * note.lead
            if held < note.last - note.first:
                self._overleaf.append(replace(note, first=note.first + held))

    def _paragraph(self, line: SheetLine, block: Block, look: Look, top: float, part: tuple[int, int]) -> None:
        if self._sheet.setting.line_numbers:
            self._number_lines(top, part[1] - part[0], block.lead / self._ink.fine)
        left = layout.EDGE + look.left
        if line.number and not part[0]:
            number = self._ink.block((Piece(line.number),), replace(look, first=0, align=None))
            wide = self._ink.wide(number)
            at = layout.PAGE_WIDTH - layout.EDGE - look.left - look.first - wide if block.right_to_left else left
            self._ink.put(number, at if block.right_to_left else at + look.first, top)
        self._ink.put(block, layout.EDGE + look.right if block.right_to_left else left, top, part)

    def _number_lines(self, top: float, lines: int, lead: float) -> None:
        fine = self._ink.fine
        kind = TextType(layout.RUNNING_SIZE * fine, layout.LEADING * fine)
        for at in range(lines):
            self._counted += 1
            piece = (Piece(str(self._counted)),)
            number = Block(piece, kind, 40 * fine, faces=FACES, tokens=self._sheet.tokens,
                           colour=self._sheet.tokens.ink3)  # fmt: skip
            right = layout.EDGE - layout.LINE_NUMBER_ROOM
            self._ink.put(number, right - number.last_line_width / fine, top + at * lead)

    def _others(self, end: float) -> None:
        """Below the text that ends there the notes that it calls nowhere, and what is left of others."""
        known = {id_: note for id_, note in self._sheet.by_id.items() if id_ not in self._called}
        self._overleaf += [self._note(mark, Mark.NONE, words) for mark, words in known.values()]
        place: float | None = end
        while self._overleaf and place is not None:
            over, self._overleaf = self._overleaf, []
            self._force(over, place)
            place = self._turn() if self._overleaf else place

    # Tables

    def _row(self, lines: Sequence[SheetLine], top: float) -> float | None:
        """A row of a table; one that is higher than a page goes on overleaf."""
        table = _cell(lines[0])[0]
        columns = 1 + max(
            _cell(line)[2] for line in self._sheet.lines if line.paragraph.cell and _cell(line)[0] == table
        )
        left, wide = layout.EDGE, layout.WIDTH
        if columns <= _FEW_COLUMNS:
            left, wide = layout.BODY_LEFT, layout.BODY_RIGHT - layout.BODY_LEFT
        side = wide / columns
        look = replace(_CELL, right=layout.WIDTH - side + 2 * _INSIDE)
        cells: dict[int, list[_Part]] = {}
        notes: list[_Part] = []
        for line in lines:
            number = f"{line.number}\u2002" if line.number else ""
            block = self._ink.block((Piece(number), *line.pieces) if number else line.pieces, look, text=True)
            calls = self._calls(line, block, len(number))
            notes += [note for at in range(block.lines) for note in self._notes_of(calls, at)]
            self._called |= {id_ for *_, id_ in calls if id_ is not None}
            cells.setdefault(_cell(line)[2], []).append(self._whole(block))
        places = [left + side * at for at in range(columns + 1)]
        return self._cells({at: cells.get(at, []) for at in range(columns)}, notes, top, places)

    def _cells(
        self, cells: dict[int, list[_Part]], notes: list[_Part], top: float, places: Sequence[float]
    ) -> float | None:
        gap = _RULE_ROOM if notes and not self._noted else 0.0
        if self._overleaf:
            self._overleaf += notes
            notes = []
        under = sum(note.height for note in notes)
        high = max((sum(part.height + _CELL.after for part in parts) for parts in cells.values()), default=0.0)
        if top + high + under + gap > self._end and not self._fresh:
            place = self._turn()
            return None if place is None else self._cells(cells, notes, place, places)
        self._fresh = False
        rest: dict[int, list[_Part]] = {}
        bottom = top + _CELL.line + _CELL.after
        for column, parts in cells.items():
            ends, rest[column] = self._cell(parts, top + 1, places[column] if not self._ink.right_to_left
                                            else places[-1] - places[column + 1] + places[0])  # fmt: skip
            bottom = max(bottom, ends)
        bottom = min(bottom, self._end)
        for edge in places:
            self._ink.rule(top, bottom - top, edge, _THIN)
        for height in (top, bottom):
            self._ink.rule(height, _THIN, places[0], places[-1] - places[0] + _THIN)
        if any(rest.values()):
            place = self._turn()
            return None if place is None else self._cells(rest, notes, place, places)
        self._end -= gap + under
        self._noted += notes
        if bottom > self._end:  # notes of a row that fills its page
            self._noted, self._end = self._noted[: len(self._noted) - len(notes)], self._end + gap + under
            self._overleaf += notes
        return bottom

    def _cell(self, parts: Sequence[_Part], top: float, left: float) -> tuple[float, list[_Part]]:
        """Paint what of a cell fits on the page; where it ends, and what is left for the next."""
        for at, part in enumerate(parts):
            fits = min(part.last - part.first, max(0, int((self._end - top) // part.lead)))
            if fits:
                self._ink.put(part.block, left + _INSIDE, top, (part.first, part.first + fits))
            if fits < part.last - part.first:
                return top + fits * part.lead, [replace(part, first=part.first + fits), *parts[at + 1 :]]
            top += part.height + _CELL.after
        return top, []

    # Notes

    def _calls(self, line: SheetLine, block: Block, before: int) -> list[Call]:
        """The footnotes a paragraph calls; so many letters stand `before` its own."""
        found: list[Call] = []
        at = before
        if self._sheet.by_id:
            for run in line.paragraph.runs:
                mark = self._sheet.by_id.get(run.footnote, ("?", ()))[0] if run.footnote is not None else run.text
                if run.footnote is not None:
                    found.append((block.line_of(at), mark, Mark.NONE, run.footnote))
                at += utf16(mark)
            return found
        for piece in line.pieces:
            if piece.note:
                found += [(block.line_of(at), mark, piece.mark, None) for mark in piece.text.split(",")]
            at += utf16(piece.text)
        return found

    def _notes_of(self, calls: Sequence[Call], at: int) -> list[_Part]:
        """The notes that are called on a line and do not stand on a page yet."""
        found = []
        for line, mark, how, id_ in calls:
            words = self._sheet.notes.get((mark, how)) if id_ is None else self._sheet.by_id.get(id_, ("", None))[1]
            # The mark of a note that only went elsewhere: the note stands where the mark is now.
            if line == at and words is not None and id_ not in self._called:
                found.append(self._note(mark, how, words))
        return found

    def _note(self, mark: str, how: Mark, words: Pieces) -> _Part:
        pieces = Piece(mark, note=True, mark=how), Piece("\u2002"), *words
        return self._whole(self._ink.block(pieces, _NOTE, text=True))

    def _whole(self, block: Block) -> _Part:
        return _Part(block, 0, block.lines, block.lead / self._ink.fine)

    def _footnotes(self) -> None:
        if not self._noted:
            return
        top = self._foot - sum(note.height for note in self._noted)
        edge = layout.EDGE + (_NOTE.right if self._ink.right_to_left else _NOTE.left)
        across = layout.WIDTH - _NOTE.left - _NOTE.right
        at = edge + across - _NOTE_RULE if self._ink.right_to_left else edge
        self._ink.rule(top - 4, 0.5, at, _NOTE_RULE)
        for note in self._noted:
            self._ink.put(note.block, edge, top, (note.first, note.last))
            top += note.height
        self._noted = []


def _cell(line: SheetLine) -> tuple[int, int, int]:
    return line.paragraph.cell or (0, 0, 0)


def _in_one_row(line: SheetLine, other: SheetLine) -> bool:
    return other.paragraph.cell is not None and _cell(line)[:2] == _cell(other)[:2]


def _numbered_in_line(line: SheetLine) -> SheetLine:
    """A number has no place of its own where a first line begins with the others: there it is the first word."""
    if not line.number or line.look.first:
        return line
    apart = " " if line.paragraph.kind in (Kind.SPONSOR_NOTE, Kind.SECTION) else "\u2003"
    bare = replace(line.paragraph, number=None, set_label=None)
    return replace(line, pieces=(Piece(f"{line.number}{apart}"), *line.pieces), paragraph=bare)
