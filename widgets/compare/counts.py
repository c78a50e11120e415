"""The head of the list: how many paragraphs, what to show of them, and what happened to those of substance."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from widgets.compare.arrangement import Arrangement, Sort, Weight
from widgets.compare.sayings import SIGNS, count_words
from widgets.theme import fonts, icons
from widgets.theme.surfaces import Words
from widgets.theme.tokens import current, theme_changed

_WORDS = {
    Weight.SUBSTANCE: "Substance",
    Weight.HOUSEKEEPING: "Housekeeping",
    Weight.UNCHANGED: "Unchanged",
}
_ROW = 22


class Filters(QWidget):
    """ "47 paragraphs, 16 + 17 + 14" and a box for each; `shown_changed(frozenset)` when a box is ticked."""

    shown_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._total = Words("", fonts.ui(600))
        self._sum = Words("", fonts.ui(), "ink2")
        self._boxes: dict[Weight, QCheckBox] = {}
        self._counts: dict[Weight, Words] = {}
        lines = QVBoxLayout(self)
        lines.setContentsMargins(16, 12, 18, 12)
        lines.setSpacing(5)
        head = QHBoxLayout()
        head.addWidget(self._total)
        head.addStretch()
        head.addWidget(self._sum)
        lines.addLayout(head)
        lines.addSpacing(1)
        for weight, words in _WORDS.items():
            box = QCheckBox(words)
            box.setFont(fonts.ui())
            box.setFixedHeight(20)
            box.setChecked(weight is Weight.SUBSTANCE)
            box.toggled.connect(self._tell)
            count = Words("", fonts.ui(), "ink2")
            line = QHBoxLayout()
            line.addWidget(box)
            line.addStretch()
            line.addWidget(count)
            lines.addLayout(line)
            self._boxes[weight], self._counts[weight] = box, count

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """The counts of another comparison."""
        counts = [arrangement.weights[weight] for weight in _WORDS]
        total = arrangement.paragraphs
        self._total.setText(f"{total:,} paragraph{'s' if total != 1 else ''}".replace(",", " "))
        self._sum.setText(" + ".join(map(str, counts)))
        for weight in _WORDS:
            count = arrangement.weights[weight]
            self._counts[weight].setText(f"{count:,}".replace(",", " "))
            self._boxes[weight].setAccessibleName(f"{_WORDS[weight]}, {count}")

    def box(self, weight: Weight) -> QCheckBox:
        """The box of a weight."""
        return self._boxes[weight]

    def shown(self) -> frozenset[Weight]:
        """What is to be seen."""
        return frozenset(weight for weight, box in self._boxes.items() if box.isChecked())

    def _tell(self) -> None:
        self.shown_changed.emit(self.shown())


class Sorts(QWidget):
    """How many were reworded, moved, split, new, deleted: two to a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sorts: dict[Sort, int] = {}
        theme_changed.connect(self._repaint)

    def _repaint(self, _tokens: object) -> None:
        self.update()

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """The counts of another comparison."""
        self._sorts = arrangement.sorts
        words = ", ".join(f"{count} {count_words(sort, count)}" for sort, count in self._sorts.items())
        self.setAccessibleName(words or "No changes of substance")
        self.setVisible(bool(self._sorts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = (len(self._sorts) + 1) // 2
        return QSize(200, lines * _ROW + 18)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        bold, usual = fonts.figures(12, 600), fonts.small()
        half = (self.width() - 16) / 2
        for number, (sort, count) in enumerate(self._sorts.items()):
            left, top = 16 + (number % 2) * half, 9 + (number // 2) * _ROW

            def place(x: float, width: float, left: float = left, top: float = top) -> QRectF:
                at = left + x
                return QRectF(self.width() - at - width if mirrored else at, top, width, _ROW)

            sign = SIGNS[sort]
            icon = place(-2, 15)
            icons.paint(
                painter, icon, sign.icon, getattr(tokens, sign.role), mirrored=mirrored and "arrow" in sign.icon
            )
            figures = str(count)
            wide = max(QFontMetricsF(bold).horizontalAdvance(figures), QFontMetricsF(bold).horizontalAdvance("00"))
            painter.setFont(bold)
            painter.setPen(tokens.ink)
            end = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
            painter.drawText(place(20, wide), int(end | Qt.AlignmentFlag.AlignVCenter), figures)
            painter.setFont(usual)
            painter.setPen(tokens.ink2)
            start = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
            words = place(20 + wide + 6, half - wide - 27)
            painter.drawText(words, int(start | Qt.AlignmentFlag.AlignVCenter), count_words(sort, count))
        painter.end()
