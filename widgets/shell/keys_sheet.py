"""The keys of the window, on a sheet over it, until Escape or a click beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.theme import fonts
from widgets.theme import tokens as appearance
from widgets.theme.controls import key_width, key_words, paint_key
from widgets.theme.tokens import Measures, theme_changed

_WIDTH, _PAD, _ROW, _LEAST_ROW, _HEAD = 720, 28, 26, 17, 30


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys that belong together: a head, and what each key does as (words, key sequence)."""

    head: str
    keys: tuple[tuple[str, str], ...]


class KeysSheet(QWidget):
    """Two columns of groups; `closed()` when it goes."""

    closed = Signal()

    def __init__(self, groups: Sequence[KeyGroup], parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = _in_two(groups)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        said = (f"{words}: {key_words(keys)}" for group in groups for words, keys in group.keys)
        self.setAccessibleName("Keys")
        self.setAccessibleDescription("; ".join(said))
        theme_changed.connect(self._repaint)
        parent.installEventFilter(self)
        self.hide()

    def _repaint(self, _tokens: object) -> None:
        self.update()

    def open(self) -> None:
        """Show the sheet; opened again it goes."""
        if self.isVisible():
            self.leave()
            return
        self._cover()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Take the sheet away."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _cover(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._cover()
        return False

    @property
    def card(self) -> QRectF:
        """Where the sheet lies."""
        high = max(_height(column, self._row) for column in self._columns) + 2 * _PAD + 34
        wide = min(_WIDTH, self.width() - 32)
        return QRectF(
            (self.width() - wide) / 2, max(16.0, (self.height() - high) / 3) if self._row == _ROW else 8.0, wide, high
        )

    @property
    def _row(self) -> float:
        """Rows stand closer in a low window."""
        room = self.height() - 16 - 2 * _PAD - 34
        counts = [(len(column) * _HEAD, sum(len(group.keys) for group in column)) for column in self._columns]
        return max(_LEAST_ROW, min(_ROW, *((room - heads) / max(rows, 1) for heads, rows in counts)))

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
        wide = (card.width() - 3 * _PAD) / 2
        for number, column in enumerate(self._columns):
            left, top = card.left() + _PAD + number * (wide + _PAD), card.top() + _PAD + 34
            for group in column:
                self._paint_group(painter, group, left, top, wide)
                top += _HEAD + len(group.keys) * self._row
        painter.end()

    def _paint_group(self, painter: QPainter, group: KeyGroup, left: float, top: float, wide: float) -> None:
        tokens = appearance.current()
        painter.setFont(fonts.micro(600))
        painter.setPen(tokens.ink3)
        painter.drawText(QPointF(left, top + 20), group.head)
        top += _HEAD
        for words, keys in group.keys:
            hint = key_words(keys) if len(keys.split()) == 1 else keys
            width = key_width(hint)
            painter.setFont(fonts.ui())
            painter.setPen(tokens.ink)
            room = wide - width - 12
            cut = QFontMetricsF(fonts.ui()).elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(left, top, room, 20), int(Qt.AlignmentFlag.AlignVCenter), cut)
            paint_key(painter, QRectF(left + wide - width, top + 1, width, 18), hint, tokens.ink2, tokens.line2)
            top += self._row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.leave()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.contains(event.position()):
            self.leave()


def _height(groups: Sequence[KeyGroup], row: float = _ROW) -> float:
    return float(sum(_HEAD + len(group.keys) * row for group in groups))


def _in_two(groups: Sequence[KeyGroup]) -> tuple[tuple[KeyGroup, ...], tuple[KeyGroup, ...]]:
    """Groups in two columns of about the same height, in their order."""
    cut = min(range(len(groups) + 1), key=lambda at: abs(_height(groups[:at]) - _height(groups[at:])))
    return tuple(groups[:cut]), tuple(groups[cut:])
