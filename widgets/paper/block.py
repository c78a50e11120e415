"""A paragraph laid out in lines by Qt and painted with our own marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from models.draft import bracket_characters, may_hold_brackets
from models.draft.directions import holds_right_to_left, is_right_to_left
from models.telling.figures import counted
from widgets.paper.direction import FIRST_STRONG_ISOLATE, POP_ISOLATE
from widgets.paper.lines import is_space, line_edges, span_on_lines
from widgets.paper.mark_drawing import RISE, SINK, MarkDrawing
from widgets.paper.piece_looks import PieceLooks, font_of
from widgets.paper.pieces import Mark, Piece
from widgets.paper.type import ARABIC_LEAD, TextType, baseline
from widgets.theme.tokens import Tokens, current
from widgets.theme.utf16 import utf16

_NBSP = "\u00a0"
_CHIP_PAD = 2 * _NBSP
_LINE_LIMIT = 20_000
_MANY_LINES = 40
"""A paragraph of more is seldom seen whole."""
_SYMBOL = re.compile(r"(?<![\w/])[(\[“\"]*[A-Z]{1,4}(?:/[\w.()-]*[\w)])+")
_NEXT_MARK = f"{POP_ISOLATE},{FIRST_STRONG_ISOLATE}"
_IN_PARTS = QFont.Tag("ccmp"), QFont.Tag("rlig")
_BREAK = "\u2028"
"""What a layout takes for the end of a line within a paragraph."""


@dataclass(frozen=True, slots=True)
class _Span:
    """UTF-16 places in the layout's text."""

    start: int
    end: int


class Block:
    """A paragraph of pieces at a width.

    Colours are those of the theme at the time of layout unless `tokens` are given; `faces` are families for a page
    that is not set in the serif of texts. `first` sets the first line in, or out where it is negative; `align` is
    for a page whose paragraphs do not all begin at the leading side, `tab` how far tabs reach where a column is narrow.
    With `letters_whole` no letter is drawn in parts: those of Arabic are given in the forms in which they stand.
    """

    def __init__(
        self,
        pieces: Sequence[Piece],
        kind: TextType,
        width: float,
        *,
        right_to_left: bool | None = None,
        colour: QColor | None = None,
        bold: bool = False,
        struck_whole: bool = True,
        faces: tuple[str, ...] = (),
        tokens: Tokens | None = None,
        first: float = 0.0,
        align: Qt.AlignmentFlag | None = None,
        tab: float | None = None,
        letters_whole: bool = False,
    ) -> None:
        text = "".join(piece.text for piece in pieces)
        self.right_to_left = is_right_to_left(text) if right_to_left is None else right_to_left
        self.width = width
        self.lead = float(round(kind.lead * ARABIC_LEAD)) if is_right_to_left(text) else kind.lead
        self._size, self._first = kind.size, first
        self._font = font_of(kind, bold, faces)
        if letters_whole:
            for feature in _IN_PARTS:
                self._font.setFeature(feature, 0)
        tokens = tokens or current()
        self._looks = PieceLooks(kind, tokens, colour or tokens.ink, self.right_to_left, page=bool(faces))
        self._drawing = MarkDrawing(self._looks, kind.size, struck_whole)
        self._marks: list[tuple[_Span, Mark]] = []
        self._chips: list[tuple[_Span, int, Mark]] = []
        self._places: dict[int, _Span] = {}
        self._isolates: list[int] = []
        """Before which UTF-16 places of the words signs stand that only the layout has."""
        self._layout = QTextLayout()
        self._compose(pieces)
        side = Qt.AlignmentFlag.AlignRight if self.right_to_left else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(align or side | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        way = Qt.LayoutDirection.RightToLeft if self.right_to_left else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(way)
        if tab is not None:
            option.setTabStopDistance(tab)
        self._layout.setTextOption(option)
        self._baseline = baseline(self.lead, self._font)
        self._break_lines()

    @property
    def lines(self) -> int:
        """How many lines there are; an empty paragraph has one."""
        return max(1, self._layout.lineCount())

    @property
    def height(self) -> float:
        """Lines times lead."""
        return self.lines * self.lead

    @property
    def last_line_width(self) -> float:
        """How far the last line reaches from its beginning, to set something behind it."""
        count = self._layout.lineCount()
        return self._layout.lineAt(count - 1).naturalTextWidth() if count else 0.0

    @property
    def first_baseline(self) -> float:
        """Where the letters of the first line stand, from the top."""
        return self._baseline

    def paint(self, painter: QPainter, place: QPointF, part: tuple[int, int] | None = None) -> None:
        """Draw tints, words, lines and chips with the top left corner at a place.

        Of a part of the lines, from one to before another, the first stands at the place and the others are not drawn:
        in a PDF what is merely out of sight would be read.
        """
        if part is not None:
            place = QPointF(place.x(), place.y() - part[0] * self.lead)
        first, last = part or self._seen(painter, place)
        begin, end = (self._layout.lineAt(at) for at in (first, min(last, self._layout.lineCount()) - 1))
        seen = _Span(begin.textStart(), end.textStart() + end.textLength()) if begin.isValid() else _Span(0, 0)
        marks = self._marks[
            bisect_right(self._marks, seen.start, key=lambda one: one[0].end) :
            bisect_left(self._marks, seen.end, key=lambda one: one[0].start)
        ]  # fmt: skip
        marked = [
            (
                [box.translated(place) for box in self._rects(_within(span, seen), first, last)],
                mark,
                self._bracket_alone(span),
            )
            for span, mark in marks
        ]
        for boxes, mark, alone in marked:
            self._drawing.ground(painter, boxes, mark, alone=alone)
        if part is None and (first, last) == (0, self.lines):
            self._layout.draw(painter, place)
        else:
            for number in range(first, min(last, self._layout.lineCount())):
                self._layout.lineAt(number).draw(painter, place)
        for boxes, mark, alone in marked:
            self._drawing.lines(painter, boxes, mark, alone=alone)
        for span, _, mark in self._chips:
            boxes = self._rects(span, first, last)
            self._drawing.chip(painter, [box.translated(place) for box in boxes], mark)

    def _seen(self, painter: QPainter, place: QPointF) -> tuple[int, int]:
        """The lines, from one to before another, of which any is in sight where the painter is clipped."""
        if self.lines <= _MANY_LINES or not painter.hasClipping():
            return 0, self.lines
        sight = painter.clipBoundingRect()
        first, last = ((edge - place.y()) / self.lead for edge in (sight.top(), sight.bottom()))
        begin = min(max(0, int(first) - 1), self.lines - 1)  # marks reach a little beyond their line
        return begin, max(begin + 1, min(self.lines, int(last) + 2))

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """Where characters lie, line by line; counted in code points of the pieces laid end to end, without folds."""
        first, last = utf16(self._words[:start]), utf16(self._words[:end])
        signs = self._isolates
        return self._rects(_Span(first + bisect_right(signs, first), last + bisect_left(signs, last)))

    def place_boxes(self, place: int) -> list[QRectF]:
        """Where the words of a place that differs lie, line by line; none where it is on the other side alone."""
        span = self._places.get(place)
        return self._rects(self._trimmed(span.start, span.end)) if span is not None else []

    def place_at(self, point: QPointF) -> int | None:
        """The place that differs at a point of the paragraph."""
        for place in self._places:
            if any(box.adjusted(-2, -2, 2, 2).contains(point) for box in self.place_boxes(place)):
                return place
        return None

    def line_of(self, place: int) -> int:
        """The number of the line on which a UTF-16 place of the paragraph's text stands."""
        line = self._layout.lineForTextPosition(place + bisect_right(self._isolates, place))
        return max(0, line.lineNumber()) if line.isValid() else 0

    def chip_rects(self) -> tuple[tuple[QRectF, int], ...]:
        """Where the chips lie inside the paragraph, and the folds they open."""
        chip = self._drawing.chip_rect
        return tuple((chip(rect), fold) for span, fold, _ in self._chips for rect in self._rects(span))

    def chip_at(self, point: QPointF) -> int | None:
        """The fold of the chip at a point of the paragraph."""
        for rect, fold in self.chip_rects():
            if rect.adjusted(-2, -3, 2, 3).contains(point):
                return fold
        return None

    # Layout

    def _compose(self, pieces: Sequence[Piece]) -> None:
        formats: list[QTextLayout.FormatRange] = []
        text, words, place = "", "", 0
        whole = "".join(piece.text for piece in pieces)
        # In the whole paragraph: what is no bracket of a negotiation may be cut into several pieces.
        strong = sorted({at for at, _ in bracket_characters(whole)}) if may_hold_brackets(whole) else []
        mixed = holds_right_to_left(whole)
        told = 0
        marks: list[tuple[int, int, Mark]] = []
        for piece in pieces:
            shown = piece.text
            behind = told + len(shown)
            here = [at - told for at in strong[bisect_left(strong, told) : bisect_left(strong, behind)]]
            if piece.fold is not None:
                # Apart from the text about it: in Arabic "35 words" would read "words 35".
                count = f"\u2066{words_phrase(piece.words).replace(' ', _NBSP)}\u2069"
                shown = f"{_CHIP_PAD}{count}{_CHIP_PAD}"
            words += shown
            if piece.note and mixed:
                # Figures that meet are one number: the mark behind a word would stand beyond the number that follows.
                self._keep_apart(shown, place)
                here = [at + 1 + 2 * shown.count(",", 0, at) for at in here]
                shown = f"{FIRST_STRONG_ISOLATE}{shown.replace(',', _NEXT_MARK)}{POP_ISOLATE}"
            end = place + utf16(shown)
            formats += self._looks.formats(piece, shown, place, end, here)
            told = behind
            if piece.fold is not None:
                self._chips.append((_Span(place, end), piece.fold, piece.mark))
            elif piece.mark is not Mark.NONE:
                if marks and marks[-1][1] == place and marks[-1][2] is piece.mark:
                    marks[-1] = (marks[-1][0], end, piece.mark)
                else:
                    marks.append((place, end, piece.mark))
            if piece.place is not None and piece.fold is None:
                first = self._places.get(piece.place)
                self._places[piece.place] = _Span(first.start if first is not None else place, end)
            text, place = text + shown, end
        self._text, self._words = text.encode("utf-16-le"), words
        self._marks = [(self._trimmed(start, end), mark) for start, end, mark in marks]
        self._symbols = _symbols_in(text) if "/" in text else ()
        self._layout.setText(text.replace("\n", _BREAK))
        self._layout.setFont(self._font)
        self._layout.setFormats(formats)
        self._layout.setCacheEnabled(True)

    def _keep_apart(self, marks: str, place: int) -> None:
        """Note where the marks of notes that begin at a place of the layout have isolates about each of them."""
        first = place - len(self._isolates)
        commas = (at for at, sign in enumerate(marks) if sign == ",")
        self._isolates += [first, *(first + at + more for at in commas for more in (0, 1)), first + utf16(marks)]

    def _break_lines(self) -> None:
        self._layout.beginLayout()
        top = 0.0
        for _ in range(_LINE_LIMIT):
            line = self._layout.createLine()
            if not line.isValid():
                break
            indent = self._first if line.lineNumber() == 0 else 0.0
            line.setLineWidth(self.width - indent)
            self._keep_symbol(line, self.width - indent)
            start = 0.0 if self.right_to_left else indent
            line.setPosition(QPointF(start, top + self._baseline - line.ascent()))
            top += self.lead
        self._layout.endLayout()

    def _keep_symbol(self, line: QTextLine, width: float) -> None:
        """End a line before a symbol that it would break at a slash, where that leaves words on it."""
        first = line.textStart()
        end = first + line.textLength()
        for start, stop in self._symbols:
            if first < start < end < stop:
                for columns in (start - first, start - first - 1):  # Qt counts the space at the end, or does not
                    line.setNumColumns(columns, width)
                    if first + line.textLength() == start:
                        return
                line.setLineWidth(width)  # it counts several letters as one
                return

    # Marks

    def _trimmed(self, start: int, end: int) -> _Span:
        """Spaces at the ends of a mark are not painted, or it sticks out; a mark of spaces alone stays."""
        first, last = start, end
        while first < last and is_space(self._text, first):
            first += 1
        while last > first and is_space(self._text, last - 1):
            last -= 1
        return _Span(first, last) if first < last else _Span(start, end)

    def _rects(self, span: _Span, begin: int = 0, end: int = _LINE_LIMIT) -> list[QRectF]:
        """The boxes of a span line by line, one lead high at the most and tight about the letters."""
        found: list[QRectF] = []
        for number, line, first, last in span_on_lines(self._layout, span.start, span.end, self._text):
            if not begin <= number < end:
                continue
            base = number * self.lead + self._baseline
            top, bottom = base - round(self._size * RISE), base + round(self._size * SINK)
            for left, right in line_edges(line, first, last, mixed=self.right_to_left, gap=self._size * 0.4):
                found.append(QRectF(left, top, right - left, bottom - top))
        return found

    def _bracket_alone(self, span: _Span) -> bool:
        """Whether a mark holds brackets and nothing else."""
        words = self._text[2 * span.start : 2 * span.end].decode("utf-16-le", "replace").strip()
        return bool(words) and not words.strip("[] ")


def _within(span: _Span, other: _Span) -> _Span:
    """What of a span lies in another."""
    return _Span(max(span.start, other.start), min(span.end, other.end))


def _symbols_in(text: str) -> tuple[tuple[int, int], ...]:
    """The UTF-16 places of symbols of documents, "A/C.2/80/L.50"."""
    return tuple((utf16(text[: found.start()]), utf16(text[: found.end()])) for found in _SYMBOL.finditer(text))


def words_phrase(count: int) -> str:
    """ "1 word", "74 words"."""
    return counted(count, "word")
