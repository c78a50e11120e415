"""The buttons of answers; one with what a side says has it in one line where there is room, else in a few."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout, QTextOption

from widgets.theme import tokens as appearance
from widgets.theme.controls import Button
from widgets.theme.cut import cut_in
from widgets.theme.key_hints import key_width, paint_key

_EDGE, _ABOVE = 11.0, 7.0
"""Pixels at the sides of the words, and above and below several lines of them."""


class Answer(Button):
    """One of the answers; the one that was given is checked, with a border of ink about it."""

    def __init__(self, words: str, *, form: str = "quiet", key: str = "") -> None:
        super().__init__(words, form=form, key=key)
        self.setCheckable(True)

    def nextCheckState(self) -> None:
        """The page says which answer was given, not the click."""

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        ground, border, words = super()._colours()
        tokens = appearance.current()
        return (tokens.sel, tokens.ink, words) if self.isChecked() else (ground, border, words)

    @property
    def _border(self) -> float:
        return 2.0 if self.isChecked() else 1.0


class SideAnswer(Answer):
    """`say` gives it its words, `fit` its room; what finds none is told where the pointer rests."""

    def __init__(self, name: str, key: str) -> None:
        super().__init__(name, key=key)
        self._name = name
        self._lines: QTextLayout | None = None

    def say(self, words: str) -> None:
        """What the side says."""
        whole = f"{self._name}: {words}"
        self.setText(whole)
        self.setAccessibleName(whole)

    def fit(self, width: int, lines: int) -> None:
        """Take as much of a width as the words need, and if they need more, up to so many lines."""
        hint = self.sizeHint()
        self._lines = None
        if hint.width() <= width or lines < 2:
            self.setFixedSize(min(hint.width(), width), hint.height())
            return
        room = width - 2 * _EDGE - key_width(self._key) - 10
        laid = self._laid(self.text(), room)
        if laid.lineCount() > lines:
            # Qt counts in units of UTF-16.
            start, units = 2 * laid.lineAt(lines - 1).textStart(), self.text().encode("utf-16-le")
            head, rest = (part.decode("utf-16-le") for part in (units[:start], units[start:]))
            rest = cut_in(QFontMetricsF(self._font), rest, room)
            laid = self._laid(head + rest, room)
        self._lines = laid
        self.setFixedSize(width, round(laid.boundingRect().height() + 2 * _ABOVE))
        self.update()

    def _laid(self, words: str, room: float) -> QTextLayout:
        layout = QTextLayout(words, self._font)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        option = QTextOption(Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout

    def _paint_words(self, painter: QPainter, place: QRectF, colour: QColor) -> None:
        if self._lines is None:
            super()._paint_words(painter, place, colour)
            return
        mirrored, width = self.layoutDirection() == Qt.LayoutDirection.RightToLeft, key_width(self._key)
        painter.setPen(colour)
        self._lines.draw(painter, QPointF(_EDGE + (width + 10 if mirrored else 0), _ABOVE))
        left = _EDGE if mirrored else place.width() - width - 10
        tokens = appearance.current()
        paint_key(painter, QRectF(left, _ABOVE, width, 18), self._key, tokens.ink2, tokens.line2)
