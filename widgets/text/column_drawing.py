"""The blocks of a column painted: their letters, what is chosen of them, and the caret."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPalette,
    QPen,
    QTextBlock,
    QTextCharFormat,
    QTextFormat,
    QTextLayout,
)

from models.editing.runs import NOTE_MARK
from widgets.paper.piece_looks import format_range
from widgets.paper.type import TextType
from widgets.text.block_lines import places_between
from widgets.text.bracketed import Span
from widgets.text.composed import in_layout
from widgets.theme.tokens import current
from widgets.theme.utf16 import utf16

_CARET = 2
_GROUND = QTextFormat.Property.BackgroundBrush
_WIDEST = 2.0
"""Of the height of its line, the most that the mark of a note takes."""
_FEW = 2
"""So many formats over a block, as a pair of brackets has, take no longer than looking where they stand."""
STRONGER = QTextFormat.Property.UserProperty + 21
"""By how many pixels letters under a format over the text are drawn stronger. Qt's own outline would stroke every
letter of their lines, for each of them: 3.4 ms for a pair of brackets in five lines instead of 0.2."""
Formats = list[QTextLayout.FormatRange]


class BlockDrawing:
    """Paints blocks, one after another, as Qt asks for them in a `context`."""

    def __init__(
        self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext, kind: TextType, clip: QRectF
    ) -> None:
        self._painter, self._kind, self._clip = painter, kind, clip
        self._caret = int(context.cursorPosition)
        self._chosen = []
        for selection in context.selections:
            # Copied here: the format lies inside the selection and goes with it.
            cursor, looks = selection.cursor, QTextCharFormat(selection.format)
            self._chosen.append((cursor.selectionStart(), cursor.selectionEnd(), looks))
        painter.setPen(context.palette.color(QPalette.ColorRole.Text))

    def draw(self, block: QTextBlock, top: float, formats: Formats) -> None:
        """A block that begins at `top`, with formats over its letters that are no part of the text."""
        start, end = block.position(), block.position() + block.length()
        # Never set on the layout: that would tell everyone that the document changed.
        for first, last, looks in self._chosen:
            if last > start and first < end:
                formats.append(format_range(max(first, start) - start, min(last, end) - start, looks))
        layout, caret, box = block.layout(), self._caret, None
        # Before the letters are drawn: Qt gives up then what it knows of their places.
        if start <= caret < end:
            box = self._caret_box(layout, top, caret - start)
        elif caret < -1 and layout.preeditAreaText() and layout.preeditAreaPosition() >= 0:
            # Below -1 it stands in what is being composed: -2 before its first letter.
            box = self._caret_box(layout, top, layout.preeditAreaPosition() - (caret + 2))
        if formats and layout.preeditAreaPosition() >= 0:
            spans = in_layout(layout, [Span(one.start, one.start + one.length) for one in formats])
            formats = [format_range(at.start, at.end, one.format) for at, one in zip(spans, formats, strict=True)]
        if len(formats) > _FEW:
            # To Qt each divides the letters of its line anew, painted or not.
            start, end = places_between(layout, self._clip.top() - top, self._clip.bottom() - top)
            formats = [one for one in formats if one.start < end and one.start + one.length > start]
        layout.draw(self._painter, QPointF(0, top), self._grounded(block, top, formats), self._clip)
        for one in formats:
            if one.format.hasProperty(STRONGER):
                self._draw_stronger(layout, top, one)
        if box is not None:
            self._painter.fillRect(box, current().ink)

    def _grounded(self, block: QTextBlock, top: float, formats: Formats) -> Formats:
        """The formats without the marks of notes, whose grounds are painted: Qt would lay these over the marks, half
        transparent, and leave them too faint to be read."""
        if not any(one.format.hasProperty(_GROUND) for one in formats) or NOTE_MARK not in (text := block.text()):
            return formats
        marks = self._marks_in_sight(block.layout(), top, text)
        found: Formats = []
        for one in formats:
            start, end = one.start, one.start + one.length
            if one.format.hasProperty(_GROUND):
                for mark in (mark for mark in marks if start <= mark < end):
                    self._paint_ground(block.layout(), top, mark, one.format)
                    found.append(format_range(start, mark, one.format))
                    start = mark + 1
            found.append(format_range(start, end, one.format))
        return [one for one in found if one.length]

    def _marks_in_sight(self, layout: QTextLayout, top: float, text: str) -> list[int]:
        """Where the marks of notes stand in the lines that are painted: for each one more, all of these are gone
        through."""
        lines, above, below = range(layout.lineCount()), self._clip.top() - top, self._clip.bottom() - top
        first = bisect_left(lines, above, key=lambda at: layout.lineAt(at).rect().bottom())
        last = bisect_left(lines, below, key=lambda at: layout.lineAt(at).y()) - 1
        if last < first:
            return []
        line = layout.lineAt(last)
        start, end = layout.lineAt(first).textStart(), line.textStart() + line.textLength()
        marks, place = [], 0
        for words in text.split(NOTE_MARK)[:-1]:
            place += utf16(words)
            if place >= end:
                break
            if place >= start:
                marks.append(place)
            place += 1
        return marks

    def _paint_ground(self, layout: QTextLayout, top: float, mark: int, looks: QTextCharFormat) -> None:
        line = layout.lineForTextPosition(mark)
        if not line.isValid():
            return
        edges: list[Any] = [line.cursorToX(place) for place in (mark, mark + 1)]
        (left, *_), (right, *_) = sorted(edges)
        # Between words of two directions the places before and behind a mark may lie far apart.
        if right - left < _WIDEST * line.height():
            box = QRectF(left, top + line.y(), right - left, line.height())
            self._painter.fillRect(box, looks.background())

    def _draw_stronger(self, layout: QTextLayout, top: float, one: QTextLayout.FormatRange) -> None:
        line = layout.lineForTextPosition(one.start)
        if not line.isValid() or not line.rect().translated(0, top).intersects(self._clip):
            return
        painter = self._painter
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, top)
        pen = QPen(one.format.foreground().color(), one.format.doubleProperty(STRONGER))
        for run in line.glyphRuns(one.start, one.length):
            letters = run.rawFont()
            for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
                painter.strokePath(letters.pathForGlyph(glyph).translated(place), pen)
        painter.restore()

    def _caret_box(self, layout: QTextLayout, top: float, place: int) -> QRectF | None:
        line = layout.lineForTextPosition(place)
        if not line.isValid():
            return None
        found: Any = line.cursorToX(place)
        size = self._kind.size
        base = top + line.y() + line.ascent()
        box = QRectF(float(found[0]) - _CARET / 2, base - size * 0.95, _CARET, size * 1.28)
        # Qt has no more painted anew than the line where the caret was.
        letters = QRectF(box.left(), top + line.y(), _CARET, line.height())
        return box.intersected(letters)
