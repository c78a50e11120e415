"""A field in which one of several is chosen: what it is called, where it is from at the edge, and a chevron."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QComboBox, QSizePolicy

from widgets.theme import fonts, icons
from widgets.theme.cut import cut_in
from widgets.theme.focus import Ringed, put_ring_around
from widgets.theme.tokens import Measures, current, theme_changed

_TITLE_SHARE = 0.6


class ChoiceField(Ringed, QComboBox):
    """The list that opens is the style's own, and so is no part of this; `empty` stands where nothing is chosen."""

    def __init__(self, name: str, font: QFont, height: int, empty: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFont(font)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setPlaceholderText(empty)
        self.setAccessibleDescription(empty)
        # What stands there in paint alone would not be read aloud.
        self.currentIndexChanged.connect(lambda at: self.setAccessibleDescription("" if at >= 0 else empty))
        self._details: list[str] = []
        theme_changed.repaint(self)

    def add(self, title: str, detail: str, key: str) -> None:
        """One more that can be chosen, and where it is from."""
        self._details.append(detail)
        self.addItem(f"{title}, {detail}" if detail else title, key)

    def clear(self) -> None:
        """Nothing can be chosen."""
        self._details.clear()
        super().clear()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.height())

    def _chosen(self) -> tuple[str, str]:
        """Title and detail of what is chosen."""
        at = self.currentIndex()
        if at < 0:
            return "", ""
        detail = self._details[at]
        return self.currentText().removesuffix(f", {detail}" if detail else ""), detail

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # A panel that opens, a refusal and the list that closes bring the keyboard too.
        if event.reason() is not Qt.FocusReason.MouseFocusReason and not QApplication.mouseButtons():
            put_ring_around(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, (title, detail) = current(), self._chosen()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.ctl if self.isEnabled() else tokens.line2, 1))
        painter.setBrush(tokens.raised)
        radius = Measures.RADIUS_CONTROL
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        width, middle = float(self.width()), (self.height() - 14) / 2

        def place(x: float, wide: float) -> QRectF:
            return QRectF(width - x - wide if mirrored else x, 0, wide, self.height())

        icons.paint(painter, place(width - 28, 14).adjusted(0, middle, 0, -middle), "caret-down", tokens.ink2)
        small = fonts.small()
        # What it is called goes before where it is from.
        left = width - 60 - min(QFontMetricsF(self.font()).horizontalAdvance(title) + 4, width * _TITLE_SHARE)
        room = min(left, QFontMetricsF(small).horizontalAdvance(detail) + 4) if detail else 0.0
        # Each runs its own way, at the edges of the window's.
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if mirrored:
            start, end = end, start
        upright = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.setFont(self.font())
        painter.setPen(tokens.off if not self.isEnabled() else tokens.ink if title else tokens.ink3)
        around = place(12, width - room - (60 if detail else 48))
        shown = cut_in(QFontMetricsF(self.font()), title or self.placeholderText(), around.width())
        painter.drawText(around, int(start | upright), f"\u2068{shown}\u2069")
        if detail:
            painter.setFont(small)
            painter.setPen(tokens.ink2 if self.isEnabled() else tokens.off)
            shown = cut_in(QFontMetricsF(small), detail, room)
            painter.drawText(place(width - 38 - room, room), int(end | upright), f"\u2068{shown}\u2069")
        painter.end()
