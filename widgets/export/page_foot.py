"""The foot of a page: the footnotes that its lines call, the room they take, and what of them stands overleaf."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.word.writing.looks import MARK_OUT
from widgets.export.page_ink import PageInk
from widgets.export.sheet import Part, Sheet
from widgets.export.sheet_lines import SheetLine
from widgets.paper.block import Block
from widgets.paper.pieces import Mark, Piece, Pieces
from widgets.theme.utf16 import utf16

_RULE, _RULE_ROOM = 70.0, 10.0
_BEHIND_MARK = 2.0

Call = tuple[int, str, Mark, int | None]
"""A line of a paragraph, the mark of the footnote that is called on it, what happened to that, and its id if known."""

Room = tuple[float, Sequence[Part]]
"""How low text may go above the notes, in points from the top of the page, and the notes that came for it."""


class PageFoot:
    """Takes the notes of a page down as its lines are set, and paints them; `end` is how low text may go, in points."""

    def __init__(self, sheet: Sheet, ink: PageInk) -> None:
        self._sheet, self._ink = sheet, ink
        self._look = replace(ink.looks["FootnoteText"], first=0)
        self.bottom = self.end = sheet.setting.paper.height - ink.measures.bottom
        self._noted: list[Part] = []
        self._overleaf: list[Part] = []  # what of the notes has no room on this page
        self._called: set[object] = set()

    @property
    def full(self) -> bool:
        """Whether notes are left for the next page: behind them later ones stand there, too."""
        return bool(self._overleaf)

    def calls(self, line: SheetLine, block: Block, before: int) -> list[Call]:
        """The footnotes a paragraph calls; so many letters stand `before` its own."""
        found: list[Call] = []
        at = before
        if self._sheet.by_id:
            behind_mark = False
            for run in line.paragraph.runs:
                mark = self._sheet.by_id.get(run.footnote, ("?", ()))[0] if run.footnote is not None else run.text
                if run.footnote is not None:
                    at += behind_mark  # a comma parts the two
                    found.append((self._ink.line_of(block, at), mark, Mark.NONE, run.footnote))
                at += utf16(mark)
                behind_mark = run.footnote is not None or (behind_mark and not mark)
            return found
        for piece in line.pieces:
            if piece.note:
                found += [(self._ink.line_of(block, at), mark, piece.mark, None) for mark in piece.text.split(",")]
            at += utf16(piece.text)
        return found

    def notes_of(self, calls: Sequence[Call], at: int) -> list[Part]:
        """The notes that are called on a line and do not stand on a page yet."""
        found = []
        before = set(self._called)
        for call in calls:
            line, mark, how, id_ = call
            words = self._sheet.notes.get((mark, how)) if id_ is None else self._sheet.by_id.get(id_, ("", None))[1]
            # The mark of a note that only went elsewhere: the note stands where the mark is now.
            if line == at and words is not None and _note_called(call) not in before:
                found.append(self._note(mark, how, words))
            before.add(_note_called(call))
        return found

    def rooms(self, calls: Sequence[Call], first: int, last: int, top: float, lead: float) -> list[Room]:
        """The room below no, one, two lines and so on, from `first` to before `last`, as far as they fit below `top`.

        `lead` is the height of a line in points.
        """
        rooms: list[Room] = [(self.end, [])]
        for at in range(first, last):
            end, noted = rooms[-1]
            needed = self.notes_of(calls, at)
            if not self.full:
                end -= sum(note.height for note in needed)
                end -= _RULE_ROOM if needed and not (self._noted or noted) else 0.0
            if top + (at - first + 1) * lead > end:
                break
            rooms.append((end, [*noted, *needed]))
        return rooms

    def take(self, room: Room) -> None:
        """The notes of lines that stand on the page."""
        self.end = room[0]
        (self._overleaf if self.full else self._noted).extend(room[1])

    def told(self, calls: Sequence[Call], first: int, last: int) -> None:
        """The notes called on these lines are taken down."""
        self._called |= {_note_called(call) for call in calls if first <= call[0] < last}

    def take_row(self, notes: Sequence[Part], bottom: float) -> None:
        """The notes of a row of a table that ends at `bottom`; overleaf where it fills its page."""
        end = self.end - self.height_of(notes)
        if self.full or bottom > end:
            self._overleaf += notes
        else:
            self.end = end
            self._noted += notes

    def height_of(self, notes: Sequence[Part]) -> float:
        """What more notes take of this page, in points."""
        if self.full or not notes:
            return 0.0
        return sum(note.height for note in notes) + (0.0 if self._noted else _RULE_ROOM)

    def hold(self, notes: Sequence[Part], top: float) -> None:
        """As much of notes as the page has room for below `top`, the rest overleaf."""
        if notes and not self._noted:
            self.end -= _RULE_ROOM
        for note in notes:
            held = max(0, min(note.last - note.first, int((self.end - top) // note.lead)))
            if held:
                self._noted.append(replace(note, last=note.first + held))
                self.end -= held * note.lead
            if held < note.last - note.first:
                self._overleaf.append(replace(note, first=note.first + held))

    def hold_overleaf(self, top: float) -> None:
        """What was left of the notes of the page before."""
        over, self._overleaf = self._overleaf, []
        self.hold(over, top)

    def add_uncalled(self) -> None:
        """The notes that the text calls nowhere."""
        known = {id_: note for id_, note in self._sheet.by_id.items() if id_ not in self._called}
        self._overleaf += [self._note(mark, Mark.NONE, words) for mark, words in known.values()]

    def paint(self) -> None:
        """The notes of this page; the next one has its whole height again."""
        self.end = self.bottom
        if not self._noted:
            return
        top = self.bottom - sum(note.height for note in self._noted)
        look, of = self._look, self._ink.measures
        edge = of.edge + (look.right if self._ink.right_to_left else look.left)
        at = of.edge + of.note_rule
        self._ink.rule(top - 4, 0.5, of.page_width - at - _RULE if self._ink.right_to_left else at, _RULE)
        for note in self._noted:
            self._ink.put(note.block, edge, top, (note.first, note.last))
            top += note.height
        self._noted = []

    def _note(self, mark: str, how: Mark, words: Pieces) -> Part:
        called = Piece(mark, note=True, mark=how)
        out = max(self._ink.wide(self._ink.block((called,), self._look)) + _BEHIND_MARK, MARK_OUT)
        pieces = called, Piece("\t"), *words
        return Part.whole(self._ink.block(pieces, replace(self._look, first=-out), note=True), self._ink.fine)


def _note_called(call: Call) -> object:
    """What tells the note that is called from others: its id, else its mark and whether it is gone."""
    _, mark, how, id_ = call
    return id_ if id_ is not None else (mark, how is Mark.REMOVED)
