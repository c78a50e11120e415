"""A field without a frame, for a panel that is its frame."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QLineEdit

from models.draft.directions import is_right_to_left
from widgets.theme import fonts
from widgets.theme import tokens as appearance


class BareField(QLineEdit):
    """The words looked for: a bare line, since the panel is its frame."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setFrame(False)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setFixedHeight(52)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.raised)
        font, text = fonts.sans(16), self.text()
        layout = QTextLayout(text, font)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(1e6)
        layout.endLayout()
        metrics = QFontMetricsF(font)
        mirrored = is_right_to_left(text) or (not text and self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        caret = _x(line.cursorToX(self.cursorPosition()))
        room, width = float(self.width()), line.naturalTextWidth()
        shift = room - 4 - width if mirrored else 0.0
        shift -= min(0.0, caret + shift) + max(0.0, caret + shift - room + 8)
        top = (self.height() - line.height()) / 2
        if not text:
            painter.setFont(font)
            painter.setPen(tokens.ink3)
            place = QRectF(3, 0, room - 6, self.height())
            hint = metrics.elidedText(self.placeholderText(), Qt.TextElideMode.ElideRight, room - 6)
            painter.setLayoutDirection(self.layoutDirection())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, hint)
        selected: list[QTextLayout.FormatRange] = []
        if self.hasSelectedText():
            chosen = QTextLayout.FormatRange()
            chosen.start, chosen.length = self.selectionStart(), len(self.selectedText())
            chosen.format = QTextCharFormat()
            chosen.format.setBackground(tokens.sel)
            selected.append(chosen)
        painter.setPen(tokens.ink)
        layout.draw(painter, QPointF(shift, top), selected)
        if self.hasFocus():
            painter.fillRect(QRectF(min(caret + shift, room - 2), self.height() / 2 - 10, 1.5, 20), tokens.ink)
        painter.end()


def _x(place: object) -> float:
    """A caret's x: PySide gives the place asked for beside it."""
    found = place[0] if isinstance(place, tuple) else place
    return float(found)  # type: ignore[arg-type]
