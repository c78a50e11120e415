"""The quiet list of openings under the caret. It takes no focus and stands in nobody's way."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from models.draft.directions import is_right_to_left
from models.editing.typed.completion import Offer
from models.telling.figures import figure
from widgets.paper.type import serif
from widgets.theme import fonts
from widgets.theme.roles import Role, speak_as
from widgets.theme.tokens import Measures, current

_ROW, _PAD, _SIDE, _GAP, _SIZE = 28, 5, 12, 28, 15.0
_BAR = 3
_SIDES = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class Offers(QWidget):
    """The openings that may be meant. `taken(Offer)` when one is clicked."""

    taken = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sheet = parent
        self._offers: tuple[Offer, ...] = ()
        self._rows: list[tuple[str, str]] = []
        """What is painted of them: the same while one types on, though more of each is typed."""
        self._size = QSize()
        self._chosen = -1
        self._began = QPoint()
        """Where the caret was when it came."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        speak_as(self, Role.PopupMenu)
        self.setAccessibleName("Openings that may be meant")
        self.hide()

    def show_offers(self, offers: tuple[Offer, ...], caret: QRect) -> None:
        """Show these under the caret (or above it, where the room ends); none hides the list."""
        if not offers:
            self.hide()
            return
        mirrored = is_right_to_left(offers[0].words)
        # While one types on it stays where it began: what it lies over is not painted again at every key.
        if fresh := not self.isVisible() or caret.top() != self._began.y():
            self._began = caret.topRight() if mirrored else caret.topLeft()
        rows = [(offer.words, _count(offer)) for offer in offers]
        if fresh or rows != self._rows:
            self._rows = rows
            self._size = self.sizeHint()
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
            self.update()
        if offers != self._offers:
            self._offers = offers
            self._choose(-1)
        size = self._size
        room = self._sheet.rect()
        start = self._began.x() + _SIDE - size.width() if mirrored else self._began.x() - _SIDE
        left = max(4, min(start, room.width() - size.width() - 4))
        below = caret.bottom() + 6
        top = below if below + size.height() < room.height() else caret.top() - size.height() - 6
        self.setGeometry(QRect(QPoint(left, top), size))
        if fresh:
            self.show()
            self.raise_()
            words = ", ".join(offer.words for offer in offers[:3])
            self._say(f"{len(offers)} openings: {words}. Tab takes the first.")

    @property
    def chosen(self) -> Offer | None:
        """The opening the arrows have chosen, None where they have not been used."""
        return self._offers[self._chosen] if self.isVisible() and 0 <= self._chosen < len(self._offers) else None

    @property
    def first(self) -> Offer | None:
        """The chosen one, else the first."""
        return self.chosen or (self._offers[0] if self.isVisible() and self._offers else None)

    def step(self, by: int) -> None:
        """Choose the next or the one before; before the first none is chosen."""
        self._choose(max(-1, min(len(self._offers) - 1, self._chosen + by)))
        if self.chosen is not None:
            self._say(self.chosen.words)

    def _choose(self, row: int) -> None:
        if row != self._chosen:
            self._chosen = row
            self.update()

    def _say(self, words: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def sizeHint(self) -> QSize:
        metrics, small = QFontMetricsF(serif(_SIZE, italic=True)), QFontMetricsF(fonts.micro())
        wide = max((metrics.horizontalAdvance(words) for words, _ in self._rows), default=0.0)
        counts = max((small.horizontalAdvance(count) for _, count in self._rows), default=0.0)
        return QSize(round(wide + counts + _GAP + 2 * _SIDE), len(self._rows) * _ROW + 2 * _PAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = tokens.raised_border
        painter.setPen(QPen(tokens.line2, wide))
        painter.setBrush(tokens.raised)
        inset = wide / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (int(side | Qt.AlignmentFlag.AlignVCenter) for side in _SIDES)
        start, end = (right, left) if mirrored else (left, right)
        letters, figures = serif(_SIZE, italic=True), fonts.micro()
        for at, (words, count) in enumerate(self._rows):
            row = QRectF(0, _PAD + at * _ROW, self.width(), _ROW)
            if at == self._chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(tokens.sel)
                painter.drawRoundedRect(row.adjusted(4, 1, -4, -1), Measures.RADIUS_BOX, Measures.RADIUS_BOX)
                # The ground alone is hardly seen.
                bar = QRectF(4 if not mirrored else row.width() - 4 - _BAR, row.top() + 1, _BAR, row.height() - 2)
                painter.fillRect(bar, tokens.ink)
            inner = row.adjusted(_SIDE, 0, -_SIDE, 0)
            painter.setPen(tokens.ink)
            painter.setFont(letters)
            painter.drawText(inner, start, words)
            painter.setPen(tokens.ink3)
            painter.setFont(figures)
            painter.drawText(inner, end, count)
        painter.end()

    def _row_at(self, event: QMouseEvent) -> int:
        at = int((event.position().y() - _PAD) // _ROW)
        return at if 0 <= at < len(self._offers) else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._choose(self._row_at(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._row_at(event)
        if at >= 0:
            self.taken.emit(self._offers[at])


def _count(offer: Offer) -> str:
    return figure(offer.count) if offer.count else ""
