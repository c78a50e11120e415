"""The sheet of a working text with what is marked in it: what changed against the base, and what was found."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF, QTextBlock, QTextCharFormat, QTextLayout, QTextLine
from PySide6.QtWidgets import QWidget

from models.draft import Paragraph
from models.draft.directions import holds_right_to_left
from models.editing.changes import Changes, Fate
from models.editing.edit import Entry, Selection
from models.editing.runs import shown as held
from models.editing.working import WorkingText
from widgets.paper.lines import line_edges, span_on_lines
from widgets.paper.piece_looks import format_range
from widgets.paper.type import serif
from widgets.text import beside
from widgets.text.block_lines import REACH
from widgets.text.bracketed import Bracketed, Span, text_places
from widgets.text.column_changes import TOP
from widgets.text.composed import in_layout, with_composed
from widgets.text.on_screen import Beside
from widgets.text.sheet import Sheet
from widgets.theme.tokens import Measures, current
from widgets.theme.utf16 import utf16

EMPTY = (
    "Write the first paragraph: an opening such as “Recalling” makes it preambular, “1.” or “Decides” operative. "
    "Or paste a text."
)
_BRACKETS = re.compile(r"[\[\]]")
_BARS = {"unchanged": "", "new": "new", "moved": "moved"}
_WEDGE = 5.0
_SIDE = 40
"""How far from the edge of the column a change bar can be, on either side, in pixels."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The changed words of a paragraph: what is new, and at which UTF-16 places what is gone."""

    entry: Entry
    new: tuple[Span, ...]
    gone: tuple[tuple[int, str], ...]


class MarkedSheet(Sheet):
    """Paints bars, signs and words. `working` and `changes` are set by who shows a working text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.working: WorkingText | None = None
        self.changes: Changes | None = None
        self._gone_of: object = None
        self._gone: frozenset[int] = frozenset()
        self._found: Sequence[Selection] = ()
        self._bars = True
        self._hinted = False
        """Whether how to begin stands on the screen."""
        self._with_words = False
        self._words: dict[int, _Words] = {}

    # What is marked

    def change_of(self, position: int) -> str:
        """What became of a paragraph against the base: "new", "reworded", "moved" or nothing."""
        if self.changes is None or self.working is None or position >= len(self.working.entries):
            return ""
        entry = self.working.entries[position]
        if not self.working.original or (not entry.came_from and not entry.text):
            return ""  # a text begun on nothing is all new, and a paragraph without words is nothing yet
        return _BARS.get(self.changes.of(position).kind, "reworded")

    def set_bars(self, shown: bool) -> None:
        """Whether paragraphs that differ from the base have a bar in the margin."""
        self._bars = shown
        self.update()

    def show_words(self, shown: bool) -> None:
        """Mark the words that changed in the text, or do not."""
        self._with_words = shown
        self._words = {}
        self.update()

    def is_gone_before(self, position: int) -> bool:
        """Whether paragraphs of the base are gone just before this one."""
        return self.working is not None and position in self._gone_before()

    def is_gone_after(self, position: int) -> bool:
        """Whether paragraphs of the base are gone behind this one, which is the last."""
        return self.working is not None and len(self.working.entries) == position + 1 in self._gone_before()

    def show_found(self, found: Sequence[Selection]) -> None:
        """Mark places that were found, each in one paragraph and all in order."""
        self._found = found
        self.update()

    def words_at(self, position: int) -> _Words | None:
        """The changed words of a paragraph; None where its words are those of the base, or it is new."""
        if self.changes is None or self.working is None or position >= len(self.working.entries):
            return None
        entry = self.working.entries[position]
        known = self._words.get(entry.key)
        if known is None or known.entry is not entry:
            known = self._words[entry.key] = self._worked_out(position, entry)
        return known if known.new or known.gone else None

    def _worked_out(self, position: int, entry: Entry) -> _Words:
        assert self.changes is not None
        if self.changes.of(position).fate in (Fate.UNCHANGED, Fate.NEW):
            return _Words(entry, (), ())
        places = [*text_places(entry.paragraph), utf16(held(entry.paragraph.runs))]
        new: list[Span] = []
        gone: list[tuple[int, str]] = []
        at = 0
        for op, text in self.changes.words_of(position):
            if op == "delete":
                gone.append((places[min(at, len(places) - 1)], text))
                continue
            end = min(at + len(text), len(places) - 1)
            if op == "insert" and end > at:
                new.append(Span(places[at], places[end - 1] + 1))
            at = end
        return _Words(entry, tuple(new), tuple(gone))

    # Painting

    def _build(self, bracketed: Bracketed | None = None) -> None:
        super()._build(bracketed)
        self.text.over = self._over

    def _paint_words_again(self, position: int, old: Paragraph, new: Paragraph) -> None:
        """The words of a paragraph changed: what is painted beside and below them may be otherwise."""
        # Marks can then be otherwise on lines whose letters are the same, and reach out of the column.
        if self._with_words or _brackets(old.text) != _brackets(new.text):
            block, column = self.document().findBlockByNumber(position), self.viewport().geometry()
            top, height = self._top(block) - REACH, self._height(block) + 2 * REACH
            self.update(column.left() - _SIDE, round(top), column.width() + 2 * _SIDE, round(height))
        # Of what stands beside it nothing but its change hangs on its words.
        if self.on_screen.beside(position)[:1] != (self.change_of(position),):
            self.on_screen.look_at(position)

    def moves_with_text(self) -> bool:
        return super().moves_with_text() and not self._with_words and not self._found

    def standing(self) -> object:
        return None if self.working is None else (self.changes, self.working, self.working.version)

    def beside_of(self, position: int) -> Beside:
        hung = super().beside_of(position)
        if self.working is None:
            return hung
        gone = self._gone_before()
        after = bool(gone) and self.is_gone_after(position)
        return (self.change_of(position), position in gone, after, *hung)

    def _keeps_near(self, position: int) -> bool:
        return self.on_screen.beside(position)[1:3] == (False, False)

    def _over(self, number: int) -> list[QTextLayout.FormatRange]:
        words = self.words_at(number) if self._with_words else None
        if words is None:
            return []
        looks = QTextCharFormat()
        looks.setForeground(current().added)
        return [format_range(span.start, span.end, looks) for span in words.new]

    def _marks_reach_out(self) -> bool:
        # The signs where words are gone do.
        return self._with_words

    def _paint_below(self, painter: QPainter, sheet: beside.Sheet, block: QTextBlock, top: float) -> None:
        super()._paint_below(painter, sheet, block, top)
        if self._found:
            self._paint_found(painter, sheet, block, top)
        if self._with_words:
            self._paint_changed(painter, sheet, block, top)

    def _paint_changed(self, painter: QPainter, sheet: beside.Sheet, block: QTextBlock, top: float) -> None:
        """What changed of the words of a paragraph, where that is shown."""
        words = self.words_at(block.blockNumber())
        if words is not None:
            self._paint_words(painter, sheet, block, top, words)

    def _paint_beside(
        self, painter: QPainter, sheets: tuple[beside.Sheet, beside.Sheet], block: QTextBlock, top: float, seen: Beside
    ) -> None:
        super()._paint_beside(painter, sheets, block, top, seen)
        if self.working is None:
            return
        change, gone_before, gone_after, *_ = seen
        sheet = sheets[0]
        if self._bars and change:
            beside.paint_change(painter, sheet, block, top, str(change), self.shown.paragraph(block.blockNumber()))
        if gone_before:
            beside.paint_gone(painter, sheet, top - Measures.PARAGRAPH_GAP / 2 + 2)
        if gone_after:
            beside.paint_gone(painter, sheet, self.column.words_end(block, top) + REACH - 6)

    def _paint_found(self, painter: QPainter, sheet: beside.Sheet, block: QTextBlock, top: float) -> None:
        position = block.blockNumber()
        first = bisect_left(self._found, position, key=_position)
        here = self._found[first : bisect_right(self._found, position, lo=first, key=_position)]
        if here:
            text = block.text()
            places = [Span(utf16(text[: one.start.place]), utf16(text[: one.end.place])) for one in here]
            for box in beside.boxes(sheet, block, top, places):
                painter.fillRect(box, current().found)
                # The ground alone is hardly seen without colours.
                painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), current().ink3)

    def _paint_words(
        self, painter: QPainter, sheet: beside.Sheet, block: QTextBlock, top: float, words: _Words
    ) -> None:
        tokens, layout = current(), block.layout()
        text, mixed = block.text().encode("utf-16-le"), holds_right_to_left(block.text())
        if layout.preeditAreaPosition() >= 0:
            text = with_composed(layout, text)
        size = sheet.kind.size
        for span in in_layout(layout, list(words.new)):
            for _, line, first, last in span_on_lines(layout, span.start, span.end, text):
                base = top + line.y() + line.ascent()
                for left, right in line_edges(line, first, last, mixed=mixed):
                    if tokens.tint_added is not None:
                        painter.fillRect(QRectF(left, base - size * 0.98, right - left, size * 1.3), tokens.tint_added)
                    painter.fillRect(QRectF(left, base + size * 0.2, right - left, 1.5), tokens.added)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.removed)
        for gone in in_layout(layout, [Span(place, place) for place, _ in words.gone]):
            place = gone.start
            line = layout.lineForTextPosition(place)
            if line.isValid():
                x, base = _x(line, place), top + line.y() + line.ascent()
                painter.drawPolygon(_wedge(x, base + size * 0.14))
        painter.restore()

    def _paint_paper(self, event: QPaintEvent, on: QWidget) -> None:
        super()._paint_paper(event, on)
        if on is self:
            return
        self._hinted = self._is_blank()
        if not self._hinted:
            return
        painter = QPainter(on)
        painter.setPen(current().ink3)
        painter.setFont(serif(self._type().size, italic=True))
        room = QRect(0, round(TOP + self._type().lead * 1.6), self.viewport().width(), 200)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap, EMPTY)
        painter.end()

    def _is_blank(self) -> bool:
        """Whether nothing is written, and no note is cited: how to begin is said then."""
        entries = self.working.entries if self.working is not None else None
        return entries is not None and len(entries) <= 1 and not any(one.length for one in entries)

    def _gone_before(self) -> frozenset[int]:
        if self.changes is None:
            return frozenset()
        if self.changes.origins is not self._gone_of:
            self._gone_of = self.changes.origins
            self._gone = self.changes.gone_before
        return self._gone

    def _tip(self, position: int) -> str:
        known = super()._tip(position)
        words = self.words_at(position) if not known and self._with_words else None
        if words is None or not words.gone:
            return known
        return "Taken out: " + "; ".join(f"“{text.strip()}”" for _, text in words.gone if text.strip())


def outside(entry: Entry) -> tuple[object, ...]:
    """What of a paragraph is seen beside it and others; a blank one continues nothing that others do."""
    paragraph: Paragraph = entry.paragraph
    blank = bool(entry.came_from) and not paragraph.text.strip()
    return (paragraph.kind, paragraph.level, paragraph.number, paragraph.set_label, entry.printed, blank)


def _brackets(text: str) -> list[str]:
    # Most paragraphs have none, and this is asked at every key.
    return _BRACKETS.findall(text) if "[" in text or "]" in text else []


def _position(one: Selection) -> int:
    return one.anchor.position


def _wedge(x: float, y: float) -> QPolygonF:
    return QPolygonF([QPointF(x, y), QPointF(x - _WEDGE, y + _WEDGE + 1), QPointF(x + _WEDGE, y + _WEDGE + 1)])


def _x(line: QTextLine, place: int) -> float:
    found: object = line.cursorToX(place)
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]
