"""The masthead of a document's first page, painted: symbol, organ, date and language in their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from models.word.writing.looks import Look
from models.word.writing.masthead_table import as_set, ends_of_rows, hung_number
from models.word.writing.measures import THICK, THIN, Measures
from widgets.export.page_ink import PageInk
from widgets.export.sheet_lines import SheetLine
from widgets.paper.pieces import Mark, Piece, Pieces

_SYMBOL_LEAD = 20.0
_APART = 10.0
"""How far below the organ's line the next of the other column stands."""
_RIGHT_ROLES = ("distribution", "date", "language", "original")
# Between the two facts of a line that holds two.
_DISTRIBUTION = re.compile(r"(?<=\S)\s(?=Distr(?:\.|ibution\b))")
_SYMBOL = re.compile(r"(?<=[^\W\d_])\s(?=[A-Z]+/\S)")
_COMMITTEE = re.compile(r"(?<=\bsession)\s(?=\S.*\bCommittee\b)", re.IGNORECASE)


class PaintedMasthead:
    """Paints the lines of a masthead; marked `by_hand`, a symbol has no large letter, which would hide its mark.

    In a text that runs right to left symbol and facts stand at the left, as the columns of Word's table do there.
    """

    def __init__(self, ink: PageInk, *, by_hand: bool) -> None:
        self._ink, self._by_hand = ink, by_hand

    def paint(self, lines: Sequence[SheetLine], top: float) -> tuple[Sequence[SheetLine], float]:
        """The two rows from a height on; the lines under them, of which there may be more than a page, and where."""
        roles = as_set({at: line.role for at, line in enumerate(lines) if line.role}, [one.paragraph for one in lines])
        lines = [replace(line, role=roles.get(at)) for at, line in enumerate(lines)]
        first, second = ends_of_rows([(line.role, line.paragraph) for line in lines])
        if first:
            top = self._symbol_row(lines[:first], top)
        if second > first:
            top = self._organ_row(lines[first:second], top)
        # Of a table that a file has its masthead in, its lines are no rows here.
        return [replace(line, paragraph=replace(line.paragraph, cell=None)) for line in lines[second:]], top

    def _symbol_row(self, lines: Sequence[SheetLine], top: float) -> float:
        look = self._ink.looks["AdrefUnitedNations"]
        bottom = top + max(look.line + look.after, self._ink.measures.symbol_height)
        for line in lines:
            left, right = _cut(line.pieces, _SYMBOL)
            if not right and line.role == "symbol":
                left, right = right, left
            self._ink.text(left, look, top)
            self._symbol(right, top)
        self._ink.rule(bottom, THIN)
        return bottom + THIN

    def _symbol(self, pieces: Pieces, top: float) -> None:
        """At the far edge, its first letter, or those of its first part, large."""
        by_hand_marked = self._by_hand and any(piece.mark is not Mark.NONE for piece in pieces)
        lead = self._ink.measures.lead("".join(piece.text for piece in pieces))
        initial, rest = _after(pieces, 0 if by_hand_marked else lead)
        look = self._ink.looks["AdrefSymbol"]
        small = self._ink.block(rest, replace(look, align=None))
        large = self._ink.block(initial, replace(look, align=None, points=_SYMBOL_LEAD))
        wide, of = self._ink.wide(small), self._ink.measures
        base = top + large.first_baseline / self._ink.fine
        both = wide + self._ink.wide(large)
        left = of.edge if self._ink.right_to_left else of.page_width - of.edge - both
        self._ink.put(large, left, top)
        self._ink.put(small, left + both - wide, base - small.first_baseline / self._ink.fine)

    def _organ_row(self, lines: Sequence[SheetLine], top: float) -> float:
        bottom, right = top, top
        for line in lines:
            look = self._ink.looks["AdrefOriginal" if line.role == "original" else "AdrefDistribution"]
            at_left, at_right = _cut(line.pieces, _DISTRIBUTION)
            if not at_right and line.role in _RIGHT_ROLES:
                at_left, at_right = at_right, at_left
            if at_left:
                organ = self._ink.looks["AdrefOrgan"]
                base = bottom + organ.before + self._ink.block(at_left, organ).first_baseline / self._ink.fine
                # On one baseline what is one line of the text; what is two stands, and is read, as two.
                base += 0.0 if at_right else _APART
                right = max(
                    right, base - self._ink.block(at_right or (Piece("D"),), look).first_baseline / self._ink.fine
                )
                bottom = self._ink.text(at_left, organ, bottom, reach=self._ink.measures.distribution)
            if at_right:
                right = self._fact(
                    at_right, look, max(right, top + self._ink.measures.facts_drop + self._ink.measures.facts_before)
                )
        bottom = max(bottom, right, top + self._ink.measures.organ_height)
        self._ink.rule(bottom, THICK)
        return bottom + THICK

    def _fact(self, pieces: Pieces, look: Look, top: float) -> float:
        """Distribution, date or language, in their column."""
        if not self._ink.right_to_left:
            return self._ink.text(pieces, look, top)
        of = self._ink.measures
        wide = of.page_width - of.edge - of.distribution
        block = self._ink.block(pieces, replace(look, left=0, right=of.width - wide))
        # What is Arabic there is flush left, too: English words stand above it.
        away = wide - self._ink.wide(block) if block.right_to_left else 0.0
        self._ink.put(block, of.edge - away, top + look.before)
        return top + look.before + block.height / self._ink.fine + look.after

    def in_one_line(self, line: SheetLine, top: float) -> float | None:
        """Paint session and committee in one line, each in its letters; where the next begins, None of other lines."""
        session, committee = _cut(line.pieces, _COMMITTEE) if line.role in ("session", "committee") else ((), ())
        if not committee:
            return None
        look = self._ink.looks["AdrefSession"]
        before = self._ink.block((*session, Piece(" ")), look)
        after = self._ink.block(committee, replace(self._ink.looks["AdrefCommittee"], before=look.before))
        left = self._ink.measures.edge + look.left
        self._ink.put(before, left, top)
        base = top + before.first_baseline / self._ink.fine
        self._ink.put(after, left + self._ink.wide(before) + 2.5, base - after.first_baseline / self._ink.fine)
        return top + self._ink.looks["AdrefCommittee"].line


def hung_title(line: SheetLine, look: Look, of: Measures) -> tuple[Pieces, Pieces, Look] | None:
    """The number of a title, its words, and the look in which that hangs to the left of these, as in the Word file."""
    if line.role != "title" or any(piece.note for piece in line.pieces):
        return None
    hung = hung_number("".join(piece.text for piece in line.pieces), look, of)
    if hung is None:
        return None
    number, _ = _after(line.pieces, hung[0])
    _, words = _after(line.pieces, hung[0] + 1)
    return number, words, replace(look, first=-hung[1])


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
