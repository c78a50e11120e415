"""A row as a picture: things with a place, painted in order, in mirror image where the text runs right to left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from math import inf

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from models.draft.directions import is_right_to_left
from widgets.paper.block import Block
from widgets.paper.type import ASIDE, sized
from widgets.theme import fonts, icons
from widgets.theme.tokens import Measures, current

PILL, SIGN = 22.0, 16.0
_BEYOND = 100.0
"""No words and no marks reach so far, in pixels, beyond where they stand."""
_ABOUT_SIGN = QMarginsF(3, 3, 3, 3)
"""So far beside a sign it is still the sign that is pointed at."""
_FLIPPING = ("arrow-bend", "caret-right", "arrow-left", "arrow-right", "git-")


@dataclass(frozen=True, slots=True)
class Words:
    """A line of words in the frame's letters; `end` lets it end at `x` instead of beginning there."""

    text: str
    font: QFont
    role: str
    x: float
    baseline: float
    end: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """An icon with its middle at a point."""

    icon: str
    role: str
    x: float
    y: float
    size: float = SIGN

    def box(self, across: Callable[[float, float], float]) -> QRectF:
        """Where it is painted; `across` gives the place on the page of what is so wide and begins there."""
        side = self.size
        return QRectF(across(self.x - side / 2, side), self.y - side / 2, side, side)


@dataclass(frozen=True, slots=True)
class Pill:
    """A button of a row: to the other end of a move; `grown` with the text it stands beside."""

    text: str
    icon: str
    role: str
    x: float
    y: float
    grown: float = 1.0

    @property
    def font(self) -> QFont:
        """Its letters."""
        return sized(fonts.small(500), ASIDE * self.grown)

    @property
    def width(self) -> float:
        """Words, sign and padding in pixels."""
        return QFontMetricsF(self.font).horizontalAdvance(self.text) + 44 * self.grown

    @property
    def height(self) -> float:
        """From its upper edge to its lower."""
        return PILL * self.grown


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar beside a text: single, or double for what moved."""

    role: str
    x: float
    top: float
    bottom: float
    double: bool = False


@dataclass(frozen=True, slots=True)
class Ground:
    """A tint behind a whole cell."""

    role: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A hairline; one that stands has a height."""

    role: str
    x: float
    y: float
    width: float
    height: float = 1.0


NoteIds = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Text:
    """A laid out paragraph with its top left corner at a point.

    `note` where it is the text of a footnote: its ids in the old draft and in the new one, none where its words are not
    only its own. `part` is the cell of a row of a table it is of, counted from 0.
    """

    block: Block
    x: float
    y: float
    note: NoteIds | None = None
    part: int = 0


Thing = Words | Sign | Pill | Bar | Ground | Rule | Text


@dataclass(slots=True)
class Picture:
    """A row's things and its height; x counts from the leading edge of the page.

    `lift` moves all things up, for rows that stand closer together.
    """

    width: float
    mirrored: bool = False
    height: float = 0.0
    lift: float = 0.0
    things: list[Thing] = field(default_factory=list)

    def add(self, thing: Thing) -> None:
        """One more thing, painted over the others."""
        self.things.append(thing)

    def paint(self, painter: QPainter, top: float, *, bar_strength: float = 1.0) -> None:
        """Draw the row with its upper edge at `top`; `bar_strength` fades the moved bar in after a jump."""
        top -= self.lift
        first, last = -inf, inf
        if painter.hasClipping():
            sight = painter.clipBoundingRect()
            first, last = sight.top() - _BEYOND - top, sight.bottom() + _BEYOND - top
        for thing in self.things:
            if isinstance(thing, Text | Words) and not _between(thing, first, last):
                continue
            if isinstance(thing, Text):
                thing.block.paint(painter, QPointF(self._x(thing.x, thing.block.width), top + thing.y))
            elif isinstance(thing, Words):
                self._words(painter, top, thing)
            elif isinstance(thing, Sign):
                box = thing.box(self._x).translated(0, top)
                flips = self.mirrored and thing.icon.startswith(_FLIPPING)
                icons.paint(painter, box, thing.icon, _colour(thing.role), mirrored=flips)
            elif isinstance(thing, Pill):
                self._pill(painter, top, thing)
            elif isinstance(thing, Bar):
                self._bar(painter, top, thing, bar_strength)
            elif isinstance(thing, Ground):
                tint = getattr(current(), thing.role)
                if tint is not None:
                    painter.fillRect(
                        QRectF(self._x(thing.x, thing.width), top + thing.y, thing.width, thing.height), tint
                    )
            else:
                place = QRectF(self._x(thing.x, thing.width), top + thing.y, thing.width, thing.height)
                painter.fillRect(place, _colour(thing.role))

    def chip_at(self, point: QPointF) -> int | None:
        """The fold of the chip at a point of the row."""
        point = point + QPointF(0, self.lift)
        for thing in self.things:
            if isinstance(thing, Text):
                fold = thing.block.chip_at(point - QPointF(self._x(thing.x, thing.block.width), thing.y))
                if fold is not None:
                    return fold
        return None

    def place_at(self, point: QPointF) -> int | None:
        """The place of words that differs at a point of the row; those of footnotes are none."""
        return next((place for thing, place in self._places_at(point) if thing.note is None), None)

    def note_at(self, point: QPointF) -> tuple[NoteIds, int] | None:
        """The footnote whose words differ at a point of the row, and their place in it."""
        return next(((thing.note, place) for thing, place in self._places_at(point) if thing.note is not None), None)

    def _places_at(self, point: QPointF) -> Iterator[tuple[Text, int]]:
        point = point + QPointF(0, self.lift)
        for thing in self.things:
            if isinstance(thing, Text):
                place = thing.block.place_at(point - QPointF(self._x(thing.x, thing.block.width), thing.y))
                if place is not None:
                    yield thing, place

    def part_at(self, point: QPointF) -> int:
        """The part whose words are the nearest to a point of the row."""
        point = point + QPointF(0, self.lift)

        def away(thing: Text) -> float:
            x, y = self._x(thing.x, thing.block.width), thing.y
            across = max(x - point.x(), 0.0, point.x() - x - thing.block.width)
            return across + max(y - point.y(), 0.0, point.y() - y - thing.block.height)

        texts = [thing for thing in self.things if isinstance(thing, Text) and not thing.note]
        return min(texts, key=away).part if texts else 0

    def span_of(self, part: int) -> tuple[float, float]:
        """Where the words of a part begin, from the top of the row, and how high they are."""
        texts = [thing for thing in self.things if isinstance(thing, Text) and not thing.note and thing.part == part]
        top = min((thing.y for thing in texts), default=0.0)
        bottom = max((thing.y + thing.block.height for thing in texts), default=self.height)
        return top - self.lift, bottom - top

    def place_boxes(self, place: int, part: int = 0) -> list[list[QRectF]]:
        """Where the words of a place of one part lie, text by text and line by line."""
        found = []
        for thing in self.things:
            if isinstance(thing, Text) and not thing.note and thing.part == part:
                corner = QPointF(self._x(thing.x, thing.block.width), thing.y - self.lift)
                boxes = [box.translated(corner) for box in thing.block.place_boxes(place)]
                if boxes:
                    found.append(boxes)
        return found

    def paragraph_at(self, y: float, begins: float, ends: float = inf) -> int:
        """Which paragraph from `begins` on, and before `ends`, counted from the leading edge, stands at a height of the
        row, from 0."""
        texts = [thing for thing in self.things if isinstance(thing, Text) and not thing.note]
        tops = [thing.y for thing in texts if begins - 1 <= thing.x < ends]
        return max(0, sum(top <= y + self.lift for top in tops) - 1)

    def pill_at(self, point: QPointF) -> bool:
        """Whether a pill lies at a point of the row."""
        point = point + QPointF(0, self.lift)
        return any(
            QRectF(self._x(thing.x, thing.width), thing.y, thing.width, thing.height).contains(point)
            for thing in self.things
            if isinstance(thing, Pill)
        )

    def sign_at(self, point: QPointF) -> bool:
        """Whether a sign of the gutter lies at a point of the row."""
        point = point + QPointF(0, self.lift)
        return any(
            thing.box(self._x).marginsAdded(_ABOUT_SIGN).contains(point)
            for thing in self.things
            if isinstance(thing, Sign)
        )

    def _x(self, x: float, width: float) -> float:
        return self.width - x - width if self.mirrored else x

    def _words(self, painter: QPainter, top: float, thing: Words) -> None:
        advance = QFontMetricsF(thing.font).horizontalAdvance(thing.text)
        painter.setFont(thing.font)
        painter.setPen(_colour(thing.role))
        painter.setLayoutDirection(self._way(thing.text))
        start = thing.x - advance if thing.end else thing.x
        painter.drawText(QPointF(self._x(start, advance), top + thing.baseline), thing.text)

    def _way(self, text: str) -> Qt.LayoutDirection:
        """Words run by their own letters; numbers, which have none, with the page."""
        of_the_page = self.mirrored and not any(character.isalpha() for character in text)
        right = of_the_page or is_right_to_left(text)
        return Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight

    def _pill(self, painter: QPainter, top: float, thing: Pill) -> None:
        colour = _colour(thing.role)
        box = QRectF(self._x(thing.x, thing.width), top + thing.y, thing.width, thing.height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), Measures.RADIUS_CHIP, Measures.RADIUS_CHIP)
        painter.setFont(thing.font)
        grown = thing.grown
        edge = box.right() - 26 * grown if self.mirrored else box.left() + 10 * grown
        sign = QRectF(edge, box.top() + 4 * grown, 14 * grown, 14 * grown)
        icons.paint(painter, sign, thing.icon, colour, mirrored=self.mirrored)
        painter.setPen(colour)
        painter.setLayoutDirection(self._way(thing.text))
        before, behind = (12, 32) if self.mirrored else (32, 10)
        words = box.adjusted(before * grown, 0, -behind * grown, 0)
        side = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        side |= Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(words, int(side | Qt.AlignmentFlag.AlignVCenter), thing.text)
        painter.restore()

    def _bar(self, painter: QPainter, top: float, thing: Bar, strength: float) -> None:
        colour = _colour(thing.role)
        if thing.double and strength < 1.0:
            colour.setAlphaF(max(0.15, strength))
        lines = ((0.0, 2.0), (3.0, 2.0)) if thing.double else ((0.0, float(Measures.CHANGE_BAR)),)
        for at, wide in lines:
            painter.fillRect(
                QRectF(self._x(thing.x + at, wide), top + thing.top, wide, thing.bottom - thing.top), colour
            )


def _between(thing: Text | Words, first: float, last: float) -> bool:
    """Whether some words stand between two heights."""
    if isinstance(thing, Words):
        return first < thing.baseline < last
    return thing.y < last and first < thing.y + thing.block.height


def _colour(role: str) -> QColor:
    return QColor(getattr(current(), role))
