"""The keys of the window, on a sheet over it, until Escape or a click beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from widgets.shell.raised_panel import keeps_letter
from widgets.theme import fonts, icons
from widgets.theme import tokens as appearance
from widgets.theme.key_hints import key_width, key_words, paint_key
from widgets.theme.roles import Role, speak_as
from widgets.theme.tokens import Measures, theme_changed

_COLUMN, _LEAST_COLUMN, _PAD, _ROW, _LEAST_ROW, _HEAD, _TITLE = 340, 280, 28, 26, 19, 30, 34
_MOST_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys that belong together: a head, and what each key does as (words, key sequence)."""

    head: str
    keys: tuple[tuple[str, str], ...]


class KeysSheet(QWidget):
    """Groups in as many columns as the window holds; what does not fit is scrolled to. `closed()` when it goes."""

    closed = Signal()

    def __init__(self, groups: Sequence[KeyGroup], parent: QWidget) -> None:
        super().__init__(parent)
        self._ways = {count: _in_columns(groups, count) for count in range(1, _MOST_COLUMNS + 1)}
        self._scrolled = 0.0
        self._window = QRectF()
        """Where the keys are seen."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        said = (f"{words}: {_hint(keys)}" for group in groups for words, keys in group.keys)
        speak_as(self, Role.Document)
        self.setAccessibleName("Keys")
        self.setAccessibleDescription("; ".join(said))
        theme_changed.repaint(self)
        parent.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the sheet; opened again it goes."""
        if self.isVisible():
            self.leave()
            return
        self._scrolled = 0.0
        self._cover()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Take the sheet away."""
        if self.isVisible():
            self.closed.emit()  # before it is hidden, as a popover
            self.hide()

    def _cover(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
            self._scroll(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # By its class: who has it painted at every key would be asked what each event is.
        if isinstance(event, QResizeEvent) and self.isVisible():
            self._cover()
        return False

    def event(self, event: QEvent) -> bool:
        return keeps_letter(event) or super().event(event)

    def focusNextPrevChild(self, _on: bool) -> bool:
        """Tab stays: what it would go to lies under the sheet, where nobody sees it."""
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """An act that its keys asked for goes on elsewhere in the window, with the sheet out of its way."""
        super().focusOutEvent(event)
        if self.window().focusWidget() is not self:  # which it stays while another window or a menu has the keys
            self.hide()

    # Where things lie

    @property
    def _columns(self) -> tuple[tuple[KeyGroup, ...], ...]:
        """As many columns as are wide enough."""
        room = (self.width() - 32 - _PAD) / (_LEAST_COLUMN + _PAD)
        return self._ways[max(1, min(_MOST_COLUMNS, int(room)))]

    @property
    def card(self) -> QRectF:
        """Where the sheet lies."""
        columns = len(self._columns)
        wide = min(columns * (_COLUMN + _PAD) + _PAD, self.width() - 32)
        high = min(self._content + self._above + _PAD, self.height() - 16)
        top = max(8.0, (self.height() - high) / 3)
        return QRectF((self.width() - wide) / 2, top, wide, high)

    @property
    def cross(self) -> QRectF:
        """The sign that closes the sheet."""
        return QRectF(self.card.right() - _PAD - 18, self.card.top() + _PAD, 18, 18)

    @property
    def _above(self) -> float:
        return _PAD + _TITLE

    @property
    def _content(self) -> float:
        return max(_height(column, self._row) for column in self._columns)

    @property
    def _row(self) -> float:
        """Rows stand closer in a low window."""
        room = self.height() - 16 - self._above - _PAD
        counts = [(len(column) * _HEAD, sum(len(group.keys) for group in column)) for column in self._columns]
        return max(_LEAST_ROW, min(_ROW, *((room - heads) / max(rows, 1) for heads, rows in counts)))

    @property
    def hidden_height(self) -> float:
        """How much of the keys is out of sight and is scrolled to, in pixels."""
        return max(0.0, self._content - (self.card.height() - self._above - _PAD))

    def _scroll(self, more: float) -> None:
        self._scrolled = max(0.0, min(self.hidden_height, self._scrolled + more))
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), tokens.veil)
        card = self.card
        painter.setPen(tokens.line2)
        painter.setBrush(tokens.raised)
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), Measures.RADIUS_POPOVER, Measures.RADIUS_POPOVER)
        painter.setPen(tokens.ink)
        painter.setFont(fonts.sans(20, 600))
        painter.drawText(QPointF(card.left() + _PAD, card.top() + _PAD + 16), "Keys")
        icons.paint(painter, self.cross, "x", tokens.ink2)
        window = card.adjusted(0, self._above, 0, -_PAD / 2)
        self._paint_scroll(painter, window)
        self._window = window
        columns = self._columns
        wide = (card.width() - (len(columns) + 1) * _PAD) / len(columns)
        for number, column in enumerate(columns):
            left, top = card.left() + _PAD + number * (wide + _PAD), window.top() - self._scrolled
            for group in column:
                self._paint_group(painter, group, left, top, wide)
                top += _HEAD + len(group.keys) * self._row
        painter.end()

    def _paint_scroll(self, painter: QPainter, window: QRectF) -> None:
        """How far the keys are scrolled, where they do not fit."""
        hidden = self.hidden_height
        if not hidden:
            return
        high = window.height() * window.height() / (window.height() + hidden)
        top = window.top() + (window.height() - high) * self._scrolled / hidden
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(appearance.current().ctl)
        painter.drawRoundedRect(QRectF(window.right() - 10, top, 4, high), 2, 2)

    def _paint_group(self, painter: QPainter, group: KeyGroup, left: float, top: float, wide: float) -> None:
        tokens = appearance.current()
        if self._in_sight(top, _HEAD):
            painter.setFont(fonts.micro(600))
            painter.setPen(tokens.ink3)
            painter.drawText(QPointF(left, top + 20), group.head)
        top += _HEAD - self._row
        for words, keys in group.keys:
            top += self._row
            if not self._in_sight(top, 20):
                continue
            hint = _hint(keys)
            width = key_width(hint)
            painter.setFont(fonts.ui())
            painter.setPen(tokens.ink)
            room = wide - width - 12
            cut = QFontMetricsF(fonts.ui()).elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(left, top, room, 20), int(Qt.AlignmentFlag.AlignVCenter), cut)
            box = QRectF(left + wide - width, top + 1, width, 18)
            paint_key(painter, box, hint, tokens.ink2, tokens.line2)

    def _in_sight(self, top: float, height: float) -> bool:
        """Whether a line is seen whole; of one that is not, nothing is: it would be cut through its letters."""
        return top >= self._window.top() - 1 and top + height <= self._window.bottom() + 1

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = self.card.height() - self._above - _PAD
        steps = {
            Qt.Key.Key_Down: self._row,
            Qt.Key.Key_Up: -self._row,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_Space: page,
            Qt.Key.Key_End: self._content,
            Qt.Key.Key_Home: -self._content,
        }
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.leave()
        elif event.key() in steps:
            self._scroll(steps[Qt.Key(event.key())])

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._scroll(-event.angleDelta().y() / 120 * 3 * self._row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        beside = not self.card.contains(event.position())
        if beside or self.cross.adjusted(-7, -7, 7, 7).contains(event.position()):
            self.leave()


def _height(groups: Sequence[KeyGroup], row: float = _ROW) -> float:
    return float(sum(_HEAD + len(group.keys) * row for group in groups))


def _hint(keys: str) -> str:
    """The keys of a row: a shortcut in the system's words, several keys as the table has them ("N P")."""
    return key_words(keys) if len(keys.split()) == 1 else keys


def _in_columns(groups: Sequence[KeyGroup], count: int) -> tuple[tuple[KeyGroup, ...], ...]:
    """Groups in columns in their order, the longest as short as can be."""

    def columns(cuts: tuple[int, ...]) -> tuple[tuple[KeyGroup, ...], ...]:
        return tuple(tuple(groups[start:end]) for start, end in pairwise((0, *cuts, len(groups))))

    count = max(1, min(count, len(groups)))
    ways = combinations(range(1, len(groups)), count - 1)
    return min((columns(cuts) for cuts in ways), key=lambda way: max(map(_height, way)), default=())
