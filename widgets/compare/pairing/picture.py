"""A row of the pairing page as a picture: words, the boxes about the chosen ends, the line between them, buttons."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from widgets.compare.pairing.rows import End
from widgets.paper.picture import Picture
from widgets.theme import fonts
from widgets.theme.key_hints import key_width, paint_key
from widgets.theme.tokens import Measures, current

AWAY = 8.0
"""How far a box stands from its words."""
_DISC = 5.5
_DIGIT = 18.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph in a row: where its words are, and where its number can be taken hold of."""

    end: End
    words: QRectF
    number: QRectF


@dataclass(frozen=True, slots=True)
class Press:
    """A painted button: what it says, its key, and what it does (a digit chooses, 0 pairs)."""

    words: str
    key: str
    box: QRectF
    does: int


@dataclass(slots=True)
class PairPicture:
    """A row of the pairing page; `picture` holds the words, the rest is painted about them. x counts from the
    leading edge."""

    picture: Picture
    spots: list[Spot] = field(default_factory=list)
    presses: list[Press] = field(default_factory=list)
    boxes: dict[bool, QRectF] = field(default_factory=dict)
    """The box about the ends of the old side (True) and of the new."""
    grown: float = 1.0
    """By how much what is painted about the words is larger than usual, as they are."""
    held_old: bool | None = None
    """Which side is the chosen one: its box is of ink, the other dashed; None where nothing is chosen here."""
    joined: bool = False
    """Whether the two ends are a pair already."""
    digits: list[tuple[str, QPointF]] = field(default_factory=list)
    reach: tuple[float, float, float] | None = None
    """The line from box to box: from, to, height; the number of the other side stands at its end."""

    @property
    def height(self) -> float:
        """In pixels."""
        return self.picture.height

    def mirrored(self, box: QRectF) -> QRectF:
        """A box of the row as it lies in the viewport."""
        if not self.picture.mirrored:
            return box
        return QRectF(self.picture.width - box.x() - box.width(), box.y(), box.width(), box.height())

    def _point(self, x: float, y: float) -> QPointF:
        return QPointF(self.picture.width - x if self.picture.mirrored else x, y)

    def spot_at(self, point: QPointF) -> Spot | None:
        """The paragraph under a point of the viewport, counted from the upper edge of the row."""
        return next(
            (
                spot
                for spot in self.spots
                if self.mirrored(spot.words).adjusted(-10, -8, 10, 8).contains(point)
                or self.mirrored(spot.number).contains(point)
            ),
            None,
        )

    def number_at(self, point: QPointF) -> Spot | None:
        """The paragraph whose number lies under a point."""
        return next((spot for spot in self.spots if self.mirrored(spot.number).contains(point)), None)

    def press_at(self, point: QPointF) -> Press | None:
        """The button under a point."""
        return next((press for press in self.presses if self.mirrored(press.box).contains(point)), None)

    def grip(self, end: End) -> QPointF | None:
        """Where a line from a paragraph across the gutter begins, counted from the upper edge of the row; on the new
        side that is before its number."""
        spot = next((spot for spot in self.spots if spot.end == end), None)
        if spot is None:
            return None
        box = self.boxes.get(True, spot.words.adjusted(-AWAY, 0, AWAY, 0))
        return self._point(box.right() if end.old else spot.number.left() + 8, spot.words.top() + 12)

    def paint(
        self, painter: QPainter, top: float, *, hot: int | None = None, focused: bool = False, offers: bool = True
    ) -> None:
        """Draw the row; `hot` is the button under the mouse, `focused` puts the ring about the one Enter presses.

        Without `offers` the line to what is offered and the digits are left out: while another line is drawn.
        """
        self.picture.paint(painter, top)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for old, box in self.boxes.items():
            self._box(painter, self.mirrored(box).translated(0, top), chosen=self.joined or old == self.held_old)
        if offers or self.joined:
            self._line(painter, top)
        for press in self.presses:
            self._press(painter, press, top, hot=press.does == hot, ring=focused and press.does == 0)
        for words, place in self.digits if offers else ():
            self._digit(painter, words, self._point(place.x(), place.y() + top))
        painter.restore()

    @staticmethod
    def _box(painter: QPainter, box: QRectF, *, chosen: bool) -> None:
        pen = QPen(current().ink, 2.0 if chosen else 1.0)
        if not chosen:
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, Measures.RADIUS_CONTROL, Measures.RADIUS_CONTROL)

    def _line(self, painter: QPainter, top: float) -> None:
        """The line between two boxes, with a disc on the edge of each."""
        tokens = current()
        if self.reach is not None:
            start, end, y = self.reach
            pen = QPen(tokens.ink, 2.0)
            if not self.joined:
                pen.setDashPattern([3, 2.5])
            painter.setPen(pen)
            painter.drawLine(self._point(start, y + top), self._point(end, y + top))
        for old, box in self.boxes.items():
            if self.reach is None and old != self.held_old:
                continue
            y = (self.reach[2] if self.reach else box.top() + AWAY + 12) + top
            filled = self.joined or old == self.held_old
            painter.setPen(QPen(tokens.ink, 2.0))
            painter.setBrush(tokens.ink if filled else tokens.paper)
            size = _DISC if filled else _DISC - 1
            painter.drawEllipse(self._point(box.right() if old else box.left(), y), size, size)

    def _digit(self, painter: QPainter, words: str, middle: QPointF) -> None:
        tokens = current()
        box = QRectF(-_DIGIT / 2, -_DIGIT / 2, _DIGIT, _DIGIT)
        painter.save()
        painter.translate(middle)
        painter.scale(self.grown, self.grown)
        painter.fillRect(box.adjusted(-3, 0, 3, 0), tokens.paper)
        paint_key(painter, box, words, tokens.ink, tokens.ctl)
        painter.restore()

    def _press(self, painter: QPainter, press: Press, top: float, *, hot: bool, ring: bool) -> None:
        tokens = current()
        place = self.mirrored(press.box).translated(0, top)
        painter.save()
        painter.translate(place.topLeft())
        painter.scale(self.grown, self.grown)
        box = QRectF(0, 0, place.width() / self.grown, place.height() / self.grown)
        painter.setPen(QPen(tokens.line2, 1))
        painter.setBrush(tokens.hover if hot else tokens.paper)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), Measures.RADIUS_CONTROL, Measures.RADIUS_CONTROL)
        painter.setFont(fonts.small(500))
        painter.setPen(tokens.ink)
        rtl = self.picture.mirrored
        width = key_width(press.key)
        key = QRectF(box.left() + 8 if rtl else box.right() - width - 8, box.center().y() - 9, width, 18)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
        painter.drawText(box.adjusted(11, 0, -11, 0), flags, press.words)
        paint_key(painter, key, press.key, tokens.ink2, tokens.line2)
        if ring:
            painter.setPen(QPen(tokens.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 8, 8)
        painter.restore()
